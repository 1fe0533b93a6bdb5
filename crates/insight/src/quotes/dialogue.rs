//! Dialogue: finds speech that a dash introduces at the start of a line, as in Spanish, Polish or
//! Swedish.
//!
//! A dash in a sentence only interrupts it, and one at the start of a line may be that of a list.
//! So a document has dialogue only if one of its lines names its verb of speaking:
//!
//! - `—No lo sé —dijo Ana López—. Ya veremos.` has a dash before the verb and one where the speech
//!   goes on.
//! - `– Jag vet inte, säger Anna Berg.` has a comma before the verb.

use super::quote::{Attribution, Quote, Speaker};
use super::speaker::SpeakerFinder;
use super::verbs::SpeechVerbs;
use crate::document::Span;
use crate::token::Token;
use crate::tokenized::{TokenizedDocument, TokenizedPassage};
use std::ops::Range;

/// Speech that a dash introduces.
pub(super) struct Speech {
    /// The words that are spoken, as ranges of bytes of the passage.
    pub(super) pieces: Vec<Range<usize>>,
    /// The bytes after each verb of speaking, up to the end of the clause.
    pub(super) clauses: Vec<Range<usize>>,
}

/// Returns the speech in each passage of a document.
pub(super) fn dialogue(document: &TokenizedDocument<'_>) -> Vec<Vec<Speech>> {
    let Some(verbs) = SpeechVerbs::of(document.language) else { return Vec::new() };
    let speeches = |passage: &TokenizedPassage<'_>| speeches(passage, verbs);
    let found: Vec<Vec<Speech>> = document.passages.iter().map(speeches).collect();
    match found.iter().flatten().any(|speech| !speech.clauses.is_empty()) {
        true => found,
        false => Vec::new(),
    }
}

impl Speech {
    /// Returns the quote, with the speaker whom one of the clauses names.
    pub(super) fn quote(self, finder: &SpeakerFinder<'_, '_>) -> Quote {
        let passage = finder.passage_index;
        let speaker = self.clauses.iter().find_map(|clause| named_speaker(finder, clause));
        let attribution = match speaker {
            Some(_) => Attribution::After,
            None => Attribution::None,
        };
        Quote {
            pieces: self.pieces.into_iter().map(|range| Span { passage, range }).collect(),
            speaker: speaker.unwrap_or(Speaker::Unknown),
            attribution,
            is_scare_quote: false,
        }
    }
}

/// Returns the only person whom the clause behind a verb names, if that can be its subject.
fn named_speaker(finder: &SpeakerFinder<'_, '_>, clause: &Range<usize>) -> Option<Speaker> {
    let verbs = SpeechVerbs::of(finder.document.language)?;
    let mut mentions = finder.mentions(clause);
    let mention = mentions.next().filter(|mention| finder.is_person(mention))?;
    if mentions.any(|other| finder.is_person(other)) {
        return None;
    }
    let name = &mention.span.range;
    let is_subject = verbs.may_precede_subject(finder.tokens(clause.start..name.start))
        && finder
            .tokens(name.end..clause.end)
            .first()
            .is_none_or(|it| verbs.may_follow_subject(it));
    is_subject.then(|| Speaker::Named(mention.entity, mention.span.clone()))
}

/// Returns the lines of a passage that may be speech.
fn speeches(passage: &TokenizedPassage<'_>, verbs: &SpeechVerbs) -> Vec<Speech> {
    if !passage.role.is_prose() || passage.is_list_item || !passage.text.contains(DASHES) {
        return Vec::new();
    }
    let mut start = 0;
    let mut speeches = Vec::new();
    for line in passage.text.split_inclusive('\n') {
        let end = start + line.len();
        let first = passage.tokens.partition_point(|token| token.start < start);
        let last = passage.tokens.partition_point(|token| token.end() <= end);
        let tokens = passage.tokens.get(first..last).unwrap_or_default();
        let text = passage.text.get(..end).unwrap_or_default();
        speeches.extend(Line { text, tokens, verbs }.speech());
        start = end;
    }
    speeches
}

/// A line of a passage.
struct Line<'r, 't> {
    /// The text of the passage up to the end of the line.
    text: &'t str,
    tokens: &'r [Token<'t>],
    verbs: &'r SpeechVerbs,
}

impl Line<'_, '_> {
    /// Returns the speech of the line, if a dash begins it.
    fn speech(&self) -> Option<Speech> {
        let is_begun = self.tokens.first().is_some_and(is_dash)
            && self.tokens.get(1).is_some_and(|token| may_begin_speech(token));
        if !is_begun {
            return None;
        }
        let mut speech = Speech { pieces: Vec::new(), clauses: Vec::new() };
        // The first token of the words that are spoken.
        let mut from = 1;
        let mut at = 1;
        while let Some(token) = self.tokens.get(at) {
            at += 1;
            if !self.may_end_speech(token) {
                continue;
            }
            let rest = self.tokens.get(at..).unwrap_or_default();
            let Some(verb) = self.verbs.position(rest).map(|verb| verb + at) else {
                if self.begins_narration(at - 1) {
                    speech.pieces.extend(self.piece(from, at - 1));
                    from = self.resumption(at, true).unwrap_or(self.tokens.len());
                    at = from;
                }
                continue;
            };
            let is_part = matches!(token.text, "!" | "?" | "…");
            speech.pieces.extend(self.piece(from, if is_part { at } else { at - 1 }));
            speech.clauses.push(self.clause(verb + 1));
            from = self.resumption(verb + 1, is_dash(token)).unwrap_or(self.tokens.len());
            at = from;
        }
        speech.pieces.extend(self.piece(from, self.tokens.len()));
        let is_whole = || self.text.trim_end().ends_with(SENTENCE_ENDS);
        let is_speech = !speech.pieces.is_empty() && (!speech.clauses.is_empty() || is_whole());
        is_speech.then_some(speech)
    }

    /// Returns whether a verb of speaking may follow a token.
    fn may_end_speech(&self, token: &Token<'_>) -> bool {
        is_dash(token) || self.verbs.has_comma && matches!(token.text, "," | "!" | "?" | "…")
    }

    /// Returns whether a dash begins a sentence that is not spoken: "— Niemożliwe? — Kobieta
    /// zaśmiała się." Where a comma precedes the verb, it begins another speech.
    fn begins_narration(&self, dash: usize) -> bool {
        let before = dash.checked_sub(1).and_then(|before| self.tokens.get(before));
        !self.verbs.has_comma
            && self.tokens.get(dash).is_some_and(is_dash)
            && before.is_some_and(|mark| matches!(mark.text, "." | "!" | "?" | "…"))
            && self.tokens.get(dash + 1).is_some_and(Token::is_capitalised)
    }

    /// Returns the first token of the speech that goes on after the words from `from` on. Only a
    /// dash tells that it does.
    ///
    /// A dash that is attached to the word before it closes a parenthesis (Spanish). Any other dash
    /// may interrupt a sentence that is not spoken: it has to be in the sentence of the verb, and
    /// where a comma precedes the verb, behind a mark.
    fn resumption(&self, from: usize, has_dash: bool) -> Option<usize> {
        let mut has_ended = false;
        let rest = self.tokens.iter().enumerate().skip(from);
        let mut before: Option<&str> = None;
        for (at, token) in rest {
            let is_after_mark = before.is_some_and(|mark| matches!(mark, "." | "," | "!" | "?"));
            before = Some(token.text);
            if !is_dash(token) {
                let next_is_dash = self.tokens.get(at + 1).is_some_and(is_dash);
                has_ended |= matches!(token.text, "." | "!" | "?" | "…") && !next_is_dash;
                continue;
            }
            let closes = has_dash && token.attached;
            if closes || !has_ended && (has_dash || is_after_mark) {
                let is_mark = |token: &&Token<'_>| matches!(token.text, "." | "," | ";" | ":");
                let marks = self.tokens.iter().skip(at + 1).take_while(is_mark).count();
                return Some(at + 1 + marks);
            }
        }
        None
    }

    /// Returns the words from one token to another, without spaces and the comma at their end.
    fn piece(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let (first, last) = (self.tokens.get(from)?, self.tokens.get(to.checked_sub(1)?)?);
        let words = self.text.get(first.start..last.end())?;
        let words = words.trim_end_matches([',', ' ']);
        let has_word = words.contains(char::is_alphanumeric);
        has_word.then(|| first.start..first.start + words.len())
    }

    /// Returns the bytes from a token on, up to the end of the clause.
    fn clause(&self, from: usize) -> Range<usize> {
        let tokens = self.tokens.get(from..).unwrap_or_default();
        let is_end = |token: &&Token<'_>| {
            is_dash(token) || matches!(token.text, "," | "." | ";" | ":" | "!" | "?" | "…" | "(")
        };
        let words = tokens.iter().take_while(|token| !is_end(token));
        let start = tokens.first().map_or(self.text.len(), |token| token.start);
        start..words.last().map_or(start, Token::end)
    }
}

const DASHES: [char; 3] = ['—', '–', '―'];

/// The marks at the end of a sentence. What ends in another is an item of a list.
const SENTENCE_ENDS: [char; 7] = ['.', '!', '?', '…', '»', '”', '"'];

fn is_dash(token: &Token<'_>) -> bool {
    matches!(token.text, "—" | "–" | "―")
}

/// Returns whether speech may begin with a token.
fn may_begin_speech(token: &Token<'_>) -> bool {
    let first = token.text.chars().next();
    token.is_capitalised()
        || first.is_some_and(|c| c.is_numeric() || matches!(c, '¿' | '¡' | '«' | '“' | '„' | '…'))
}
