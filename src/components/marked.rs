//! Text with what was searched for marked in it.

use std::ops::Range;
use yew::prelude::*;

/// `text` with a `mark` around each of `ranges`, which are in order and do not overlap. A range that is none of the
/// text's is left out; the text never is.
pub fn marked(text: &str, ranges: &[Range<usize>]) -> Html {
    let mut pieces: Vec<Html> = Vec::new();
    let mut from = 0;
    for range in ranges {
        if let (Some(before), Some(hit)) = (text.get(from..range.start), text.get(range.clone())) {
            pieces.push(before.to_owned().into());
            pieces.push(html! { <mark>{ hit.to_owned() }</mark> });
            from = range.end;
        }
    }
    pieces.push(text.get(from..).unwrap_or_default().to_owned().into());
    pieces.into_iter().collect()
}
