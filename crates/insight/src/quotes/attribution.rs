//! Attribution.

use super::marks::{Quoted, quoted};
use super::quote::{Quote, Reason, Speaker};
use super::speaker::{Context, NEAR, is_sentence};
use crate::document::{ReadPassage, Reading, Span};
use crate::names::{Mention, Names};
use crate::vocabulary::WORDS;

/// The quotes of a document with their speakers.
pub(super) fn attribute(reading: &Reading<'_>, names: &Names, mentions: &[Mention]) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    // Whether the last paragraph ended within a quote.
    let mut goes_on = false;
    for (number, passage) in reading.passages.iter().enumerate() {
        let found = quoted(passage.text);
        let first_here = quotes.len();
        let context = Context { reading, names, mentions, passage, number };
        for (place, quote) in found.iter().enumerate() {
            let span = Span { passage: number, range: quote.words.clone() };
            let begins = passage
                .text
                .get(..quote.whole.start)
                .is_some_and(|before| before.trim().is_empty());
            if place == 0
                && goes_on
                && begins
                && let Some(last) = quotes.last_mut()
            {
                last.pieces.push(span);
                continue;
            }
            let before = place.checked_sub(1).and_then(|before| found.get(before));
            let is_second = quotes.len() > first_here;
            if is_second
                && let (Some(before), Some(last)) = (before, quotes.last_mut())
                && is_split(&context, before, quote, last)
            {
                last.pieces.push(span);
                continue;
            }
            let next = found.get(place + 1).map_or(passage.text.len(), |next| next.whole.start);
            let from = before.map_or(0, |before| before.whole.end);
            let (mut speaker, mut reason) = context.speaker(quote, from, next);
            let is_whole = is_sentence(passage.text.get(quote.words.clone()).unwrap_or_default());
            if reason == Reason::Nothing && is_whole && !quote_is_title(passage, quote) {
                // It goes on with the one who spoke in this paragraph, or whom the sentence before it is about.
                match quotes.last().filter(|last| is_second && !last.scare) {
                    Some(last) => (speaker, reason) = (last.speaker.clone(), Reason::GoesOn),
                    None => {
                        if let Some(mention) = context.subject_before(quote.whole.start) {
                            speaker = Speaker::Named(mention.entity, mention.span.clone());
                            reason = Reason::GoesOn;
                        }
                    }
                }
            }
            let words = passage.text.get(quote.words.clone()).unwrap_or_default();
            let count = words.split_whitespace().count();
            let is_said = matches!(reason, Reason::Behind | Reason::Pronoun);
            let ends_as_said = words.ends_with(['.', ',', '!', '?', '…']);
            let is_apart = count <= SCARE_WORDS
                || quote_is_title(passage, quote)
                || (reason == Reason::Nothing && count <= 4 && !ends_as_said);
            let scare = is_apart && !(quote.open || is_said && ends_as_said);
            quotes.push(Quote { pieces: vec![span], speaker, reason, scare });
        }
        goes_on = found.last().is_some_and(|quote| quote.open) && passage.role.is_prose();
    }
    quotes
}

/// At most so many words are set apart rather than said, where no verb of saying is at hand.
const SCARE_WORDS: usize = 2;

/// Whether a second quote is what the first one's speaker said next: between them stand only a name or pronoun and a verb of
/// saying.
fn is_split(context: &Context<'_, '_>, before: &Quoted, quote: &Quoted, last: &Quote) -> bool {
    let between = before.whole.end..quote.whole.start;
    let tokens = context.tokens(between);
    let said = context.passage.text.get(before.words.clone()).unwrap_or_default();
    // "“A,” she said. “B,” she added." are two.
    let says_more = context
        .clause(quote.whole.end..context.passage.text.len())
        .iter()
        .take(3)
        .any(|token| WORDS.saying.has(&token.lower()));
    if says_more && tokens.last().is_some_and(|token| token.text == ".") {
        return false;
    }
    let has_verb = tokens.iter().any(|token| WORDS.saying.has(&token.lower()));
    let ends = tokens.last().map(|token| token.text);
    has_verb
        && !last.scare
        && tokens.len() <= NEAR
        && matches!(last.reason, Reason::Behind | Reason::Pronoun)
        && (said.ends_with([',', '.', '?', '!', '…', '—'])
            || context
                .passage
                .text
                .get(before.whole.end..)
                .is_some_and(|rest| rest.starts_with(',')))
        && matches!(ends, Some("," | "." | ";" | ":" | "—"))
}

/// Whether all longer words in quotation marks have capitals, as in the name of a work.
fn quote_is_title(passage: &ReadPassage<'_>, quote: &Quoted) -> bool {
    let words = passage.text.get(quote.words.clone()).unwrap_or_default();
    let mut long = words.split_whitespace().filter(|word| word.chars().count() > 3).peekable();
    long.peek().is_some()
        && long.all(|word| word.starts_with(char::is_uppercase))
        && !words.ends_with(['.', ',', '?', '!'])
}
