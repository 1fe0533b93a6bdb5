//! A document split into tokens and sentences, which every analysis starts from.

use crate::capitals::CaseUsage;
use crate::document::{Document, Passage, Role};
use crate::gazetteer::GAZETTEER;
use crate::token::{Token, split_sentences, tokenize};
use std::ops::Range;

/// A document split into tokens and sentences.
pub(crate) struct TokenizedDocument<'t> {
    pub(crate) passages: Vec<TokenizedPassage<'t>>,
    /// The capitalisation of its words in prose.
    pub(crate) case_usage: CaseUsage,
}

/// A passage split into tokens and sentences.
pub(crate) struct TokenizedPassage<'t> {
    pub(crate) role: Role,
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token<'t>>,
    /// Ranges of `tokens` that cover all of them, in order.
    pub(crate) sentences: Vec<Range<usize>>,
}

impl<'t> TokenizedDocument<'t> {
    pub(crate) fn new(document: &Document<'t>) -> Self {
        let mut case_usage = CaseUsage::default();
        let passages = document
            .passages
            .iter()
            .map(|Passage { role, text }| {
                let tokens = tokenize(text, |word| {
                    GAZETTEER.place_kind(word).is_some() || is_alliance(word)
                });
                let sentences = split_sentences(&tokens);
                for sentence in sentences.iter().filter_map(|range| tokens.get(range.clone())) {
                    if role.is_prose() {
                        case_usage.add(sentence);
                    }
                }
                TokenizedPassage { role: *role, text, tokens, sentences }
            })
            .collect();
        Self { passages, case_usage }
    }

    /// Returns a range of a passage's tokens, or nothing if the document has no such range.
    pub(crate) fn tokens(&self, passage: usize, range: &Range<usize>) -> &[Token<'t>] {
        self.passages
            .get(passage)
            .and_then(|passage| passage.tokens.get(range.clone()))
            .unwrap_or_default()
    }
}

/// Returns whether `word` is an alliance that is often paired with a country ("NATO-Russia").
fn is_alliance(word: &str) -> bool {
    matches!(word, "NATO" | "EU" | "UN" | "U.N." | "E.U.")
}

impl TokenizedPassage<'_> {
    /// Returns the bytes that a range of tokens covers.
    pub(crate) fn byte_range(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        let end = last.map_or(start, Token::end);
        start..end.max(start)
    }

    /// Returns the text that a range of tokens covers.
    pub(crate) fn text_of(&self, tokens: &Range<usize>) -> &str {
        self.text.get(self.byte_range(tokens)).unwrap_or_default()
    }

    /// Returns the sentence that contains a token, as a range of tokens.
    pub(crate) fn sentence_at(&self, token: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|range| range.end <= token);
        self.sentences.get(at).cloned().unwrap_or(token..token)
    }
}
