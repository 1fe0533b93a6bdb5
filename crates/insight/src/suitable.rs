//! The sentences that are suitable for a summary, whatever other documents say.

use crate::token::Token;
use std::ops::Range;

/// The number of words that a sentence of a summary may have.
const SENTENCE_WORDS: Range<usize> = 8..46;
/// The share of its position score that a sentence loses for each sentence before it. News states
/// the most important facts first.
pub(crate) const POSITION_DECAY: f64 = 0.06;

/// Counts the words of a sentence.
pub(crate) fn word_count(sentence: &[Token<'_>]) -> usize {
    sentence.iter().filter(|token| token.is_word()).count()
}

/// Returns whether a sentence has a suitable length and is understandable on its own.
pub(crate) fn is_suitable(sentence: &[Token<'_>]) -> bool {
    let refers_back = sentence
        .iter()
        .find(|token| token.is_word())
        .is_none_or(|token| ANAPHORIC_OPENERS.contains(&token.lower().as_ref()));
    let is_quote =
        sentence.first().is_some_and(|token| matches!(token.text, "“" | "\"" | "‘" | "'"));
    let is_complete =
        sentence.iter().rev().take(2).any(|token| matches!(token.text, "." | "!" | "?"));
    SENTENCE_WORDS.contains(&word_count(sentence)) && !refers_back && !is_quote && is_complete
}

/// Words at the start of a sentence that refer to the sentence before.
const ANAPHORIC_OPENERS: &[&str] = &[
    "this",
    "that",
    "these",
    "those",
    "he",
    "she",
    "it",
    "they",
    "such",
    "but",
    "and",
    "however",
    "further",
    "furthermore",
    "additionally",
    "meanwhile",
    "moreover",
    "instead",
    "therefore",
    "thus",
    "also",
    "yet",
    "still",
    "his",
    "her",
    "their",
    "its",
    "then",
    "so",
    "or",
];
