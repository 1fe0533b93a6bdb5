//! Articles as this crate takes them, and as it reads them: passages, their tokens and sentences.

use crate::features::Habits;
use crate::gazetteer::GAZETTEER;
use crate::token::{Token, sentences, tokens};
use std::ops::Range;

/// An article, or anything with a headline: its texts in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document<'t> {
    /// Title, standfirst, headings, paragraphs.
    pub passages: Vec<Passage<'t>>,
}

/// A stretch of text in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'t> {
    /// What part it plays.
    pub role: Role,
    /// The text as it is shown.
    pub text: &'t str,
}

/// The part that a passage plays in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Role {
    Title,
    Standfirst,
    Heading,
    Paragraph,
}

impl Role {
    /// Whether it is written in sentences.
    pub(crate) fn is_prose(self) -> bool {
        matches!(self, Self::Standfirst | Self::Paragraph)
    }
}

/// A place in a document: bytes of a passage.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// Which of the document's passages.
    pub passage: usize,
    /// Which of its bytes; both ends stand between characters.
    pub range: Range<usize>,
}

impl<'t> Document<'t> {
    /// The text at a place; empty if there is none such.
    pub fn text(&self, span: &Span) -> &'t str {
        self.passages
            .get(span.passage)
            .and_then(|passage| passage.text.get(span.range.clone()))
            .unwrap_or_default()
    }
}

/// A document taken apart.
pub(crate) struct Reading<'t> {
    pub(crate) passages: Vec<ReadPassage<'t>>,
    pub(crate) habits: Habits,
}

/// A passage taken apart.
pub(crate) struct ReadPassage<'t> {
    pub(crate) role: Role,
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token<'t>>,
    /// As ranges of tokens.
    pub(crate) sentences: Vec<Range<usize>>,
}

impl<'t> Reading<'t> {
    pub(crate) fn of(document: &Document<'t>) -> Self {
        let mut habits = Habits::default();
        let passages = document
            .passages
            .iter()
            .map(|Passage { role, text }| {
                let tokens =
                    tokens(text, |word| GAZETTEER.place(word).is_some() || is_known_initials(word));
                let sentences = sentences(&tokens);
                for sentence in sentences.iter().filter_map(|range| tokens.get(range.clone())) {
                    if role.is_prose() {
                        habits.add(sentence);
                    }
                }
                ReadPassage { role: *role, text, tokens, sentences }
            })
            .collect();
        Self { passages, habits }
    }
}

/// Initials that stand in pairs ("NATO-Russia").
fn is_known_initials(word: &str) -> bool {
    matches!(word, "NATO" | "EU" | "UN" | "U.N." | "E.U.")
}

impl ReadPassage<'_> {
    /// The bytes that a run of tokens covers.
    pub(crate) fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.start);
        let end = tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, Token::end);
        start..end.max(start)
    }

    /// The text of a run of tokens.
    pub(crate) fn slice(&self, tokens: &Range<usize>) -> &str {
        self.text.get(self.bytes(tokens)).unwrap_or_default()
    }

    /// The sentence that a token is in, as a range of tokens.
    pub(crate) fn sentence_of(&self, token: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|range| range.end <= token);
        self.sentences.get(at).cloned().unwrap_or(token..token)
    }
}
