//! Two texts beside each other, sentence by sentence: two articles of a story, or one article
//! before and after a change.

pub(in crate::explorer) mod alignment;
pub(in crate::explorer) mod article_text;

use self::alignment::Sentence;
use std::ops::Range;
use yew::prelude::*;

/// Returns a sentence, given the text that contains it and its place there. It is marked if only
/// this text has it; otherwise, those of its words are that the other text says differently.
pub(in crate::explorer) fn marked_sentence(
    text: &str,
    place: Range<usize>,
    sentence: &Sentence,
) -> Html {
    let words = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    if !sentence.is_shared {
        return html! { <p><mark>{ words(place) }</mark></p> };
    }
    let mut at = place.start;
    let differing = sentence.differing.iter().map(|range| {
        let before = words(at..range.start);
        at = range.end;
        html! { <>{ before }<mark>{ words(range.clone()) }</mark></> }
    });
    let differing: Vec<Html> = differing.collect();
    html! { <p class="in-both">{ for differing }{ words(at..place.end) }</p> }
}
