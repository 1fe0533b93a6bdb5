//! Attribution: joins the pieces of each quote, finds its speaker, and recognises scare quotes.

use super::dialogue::dialogue;
use super::marks::{QuotedRange, quoted_ranges};
use super::quote::{Attribution, Quote, Speaker};
use super::speaker::{NEAR, SpeakerFinder, is_sentence};
use crate::document::Span;
use crate::names::{Mention, Names};
use crate::tokenized::{TokenizedDocument, TokenizedPassage};
use crate::vocabulary::VOCABULARY;

/// The number of words that a scare quote may have, where no reporting verb is near.
const MAX_SCARE_QUOTE_WORDS: usize = 2;

/// Finds the quotes of a document and their speakers. `mentions` are those of the document.
pub(super) fn attribute(
    document: &TokenizedDocument<'_>,
    names: &Names,
    mentions: &[Mention],
) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    // True if the previous paragraph ended within a quote.
    let mut is_open = false;
    let mut dialogue = dialogue(document).into_iter();
    for (passage_index, passage) in document.passages.iter().enumerate() {
        let speeches = dialogue.next().unwrap_or_default();
        // Quotes within the speech belong to its words.
        let is_in_speech = |range: &QuotedRange| {
            let mut pieces = speeches.iter().flat_map(|speech| &speech.pieces);
            pieces.any(|it| it.start < range.outer.end && range.outer.start < it.end)
        };
        let ranges: Vec<QuotedRange> = quoted_ranges(passage.text, document.language)
            .into_iter()
            .filter(|range| !passage.is_literal(range.outer.start) && !is_in_speech(range))
            .collect();
        let quotes_before = quotes.len();
        let finder = SpeakerFinder { document, names, mentions, passage, passage_index };
        for (index, range) in ranges.iter().enumerate() {
            let span = Span { passage: passage_index, range: range.inner.clone() };
            let text_before = passage.text.get(..range.outer.start);
            let opens_passage = text_before.is_some_and(|text| text.trim().is_empty());
            if index == 0
                && is_open
                && opens_passage
                && let Some(last) = quotes.last_mut()
            {
                last.pieces.push(span);
                continue;
            }
            let previous = index.checked_sub(1).and_then(|index| ranges.get(index));
            let follows_quote = quotes.len() > quotes_before;
            if follows_quote
                && let (Some(previous), Some(last)) = (previous, quotes.last_mut())
                && continues(&finder, previous, range, last)
            {
                last.pieces.push(span);
                continue;
            }
            let from = previous.map_or(0, |previous| previous.outer.end);
            let to = ranges.get(index + 1).map_or(passage.text.len(), |next| next.outer.start);
            let (mut speaker, mut attribution) = finder.speaker(range, from, to);
            let words = passage.text.get(range.inner.clone()).unwrap_or_default();
            let is_title = is_title_of_work(passage, range);
            if attribution == Attribution::None && is_sentence(words) && !is_title {
                // The speaker is that of the previous quote in the paragraph, or the subject of the
                // sentence before.
                match quotes.last().filter(|last| follows_quote && !last.is_scare_quote) {
                    Some(last) => {
                        (speaker, attribution) = (last.speaker.clone(), Attribution::Continued);
                    }
                    None => {
                        if let Some(mention) = finder.subject_before(range.outer.start) {
                            speaker = Speaker::Named(mention.entity, mention.span.clone());
                            attribution = Attribution::Continued;
                        }
                    }
                }
            }
            let count = words.split_whitespace().count();
            let is_said = matches!(attribution, Attribution::After | Attribution::Pronoun);
            let ends_like_speech = words.ends_with(['.', ',', '!', '?', '…']);
            let is_set_apart = count <= MAX_SCARE_QUOTE_WORDS
                || is_title
                || (attribution == Attribution::None && count <= 4 && !ends_like_speech);
            let is_scare_quote =
                is_set_apart && !(range.is_unclosed || is_said && ends_like_speech);
            quotes.push(Quote { pieces: vec![span], speaker, attribution, is_scare_quote });
        }
        if !speeches.is_empty() {
            quotes.extend(speeches.into_iter().map(|speech| speech.quote(&finder)));
            let start = |quote: &Quote| quote.pieces.first().map(|span| span.range.start);
            if let Some(of_passage) = quotes.get_mut(quotes_before..) {
                of_passage.sort_by_key(start);
            }
        }
        is_open = ranges.last().is_some_and(|range| range.is_unclosed) && passage.role.is_prose();
    }
    quotes
}

/// Returns whether `range` continues `quote`, whose last piece is `previous`: only the speaker and
/// a reporting verb stand between them.
fn continues(
    finder: &SpeakerFinder<'_, '_>,
    previous: &QuotedRange,
    range: &QuotedRange,
    quote: &Quote,
) -> bool {
    let text = finder.passage.text;
    let tokens = finder.tokens(previous.outer.end..range.outer.start);
    let words = text.get(previous.inner.clone()).unwrap_or_default();
    // "“A,” she said. “B,” she added." are two quotes.
    let has_own_verb = finder
        .clause(range.outer.end..text.len())
        .iter()
        .take(3)
        .any(|token| VOCABULARY.reporting_verbs.contains(&token.lower()));
    let last = tokens.last().map(|token| token.text);
    if has_own_verb && last == Some(".") {
        return false;
    }
    let has_verb = tokens.iter().any(|token| VOCABULARY.reporting_verbs.contains(&token.lower()));
    has_verb
        && !quote.is_scare_quote
        && tokens.len() <= NEAR
        && matches!(quote.attribution, Attribution::After | Attribution::Pronoun)
        && (words.ends_with([',', '.', '?', '!', '…', '—'])
            || text.get(previous.outer.end..).is_some_and(|rest| rest.starts_with(',')))
        && matches!(last, Some("," | "." | ";" | ":" | "—"))
}

/// Returns whether the words in quotation marks are the title of a work: all longer words are
/// capitalised.
fn is_title_of_work(passage: &TokenizedPassage<'_>, range: &QuotedRange) -> bool {
    let words = passage.text.get(range.inner.clone()).unwrap_or_default();
    let mut long = words.split_whitespace().filter(|word| word.chars().count() > 3).peekable();
    long.peek().is_some()
        && long.all(|word| word.starts_with(char::is_uppercase))
        && !words.ends_with(['.', ',', '?', '!'])
}
