//! Content words: the words that say what a text is about.

use crate::hash::FastSet;
use crate::token::{Token, lower};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Returns the term of a token, or `None` if it is not a content word or not prose.
pub(crate) fn content_word<'t>(token: &Token<'t>) -> Option<Cow<'t, str>> {
    (!token.is_literal).then(|| content_term(token.text)).flatten()
}

/// Returns the term of a word, or `None` if the word is not a content word.
///
/// Content words have four letters or more, are written in lower case and are not stop words.
pub(crate) fn content_term(word: &str) -> Option<Cow<'_, str>> {
    let is_content_word = word.len() >= 4
        && (word.bytes().all(|byte| byte.is_ascii_lowercase())
            || word.starts_with(char::is_lowercase)
                && word.chars().all(char::is_alphabetic)
                && word.chars().count() >= 4);
    if !is_content_word {
        return None;
    }
    let lower = lower(word);
    if STOP_WORD_SET.contains(&*lower) {
        return None;
    }
    // "glass" is no plural.
    let is_plural = lower.ends_with('s') && !lower.ends_with("ss");
    let length = lower.len() - usize::from(is_plural);
    Some(match lower {
        Cow::Borrowed(lower) => Cow::Borrowed(lower.get(..length).unwrap_or(lower)),
        Cow::Owned(mut lower) => {
            lower.truncate(length);
            Cow::Owned(lower)
        }
    })
}

/// The stop words, indexed.
static STOP_WORD_SET: LazyLock<FastSet<&'static str>> =
    LazyLock::new(|| STOP_WORDS.into_iter().collect());

/// Words of four letters or more that say nothing about the subject of a text.
const STOP_WORDS: [&str; 64] = [
    "that",
    "with",
    "this",
    "from",
    "have",
    "been",
    "were",
    "they",
    "their",
    "will",
    "would",
    "which",
    "while",
    "could",
    "also",
    "more",
    "than",
    "into",
    "about",
    "after",
    "over",
    "when",
    "what",
    "there",
    "these",
    "those",
    "some",
    "such",
    "only",
    "other",
    "most",
    "between",
    "during",
    "under",
    "where",
    "within",
    "should",
    "might",
    "said",
    "says",
    "does",
    "both",
    "many",
    "much",
    "even",
    "just",
    "like",
    "because",
    "among",
    "further",
    "however",
    "including",
    "according",
    "being",
    "them",
    "your",
    "whose",
    "toward",
    "towards",
    "through",
    "around",
    "against",
    "before",
    "since",
];
