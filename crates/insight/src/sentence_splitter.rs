//! Sentences: splits the tokens of a passage, mostly at full stops.

use crate::token::Token;
use std::ops::Range;

/// Splits tokens into sentences, which are ranges of tokens that cover all of them.
pub(crate) fn split_sentences(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        let is_stop =
            !token.is_literal && matches!(token.text, "." | "!" | "?" | "…" | "。" | "！" | "？");
        let next_is_lower = |at: usize| {
            tokens
                .get(at)
                .is_some_and(|next| next.text.chars().next().is_some_and(char::is_lowercase))
        };
        let may_end = token.text.ends_with('.')
            && (SENTENCE_FINAL_ABBREVIATIONS.contains(&token.lower().as_ref())
                || token.text.len() > 3 && token.is_acronym());
        if !is_stop && !may_end {
            continue;
        }
        // Closing quotation marks and brackets belong to the sentence that they end.
        while let Some(next) = tokens.get(at) {
            let closes = matches!(next.text, "”" | "’" | ")" | "]" | "»" | "." | "!" | "?" | "…")
                || (matches!(next.text, "\"" | "'") && next.attached);
            if !(closes && (next.attached || next.text.len() > 1)) {
                break;
            }
            at += 1;
        }
        let may_start = tokens.get(at).is_none_or(|next| next.is_capitalised() || !next.is_word());
        let is_end = if is_stop {
            !next_is_lower(at)
        } else {
            may_start && is_sentence_opener(tokens.get(at))
        };
        if is_end {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// Abbreviations that may end a sentence, too.
const SENTENCE_FINAL_ABBREVIATIONS: [&str; 7] =
    ["inc.", "ltd.", "corp.", "co.", "bros.", "jr.", "sr."];

/// Returns whether a word after an abbreviation more likely opens a sentence than continues one.
fn is_sentence_opener(token: Option<&Token<'_>>) -> bool {
    const OPENERS: [&str; 27] = [
        "the", "a", "an", "in", "on", "at", "it", "he", "she", "they", "we", "but", "and", "this",
        "that", "these", "his", "her", "their", "as", "for", "while", "after", "if", "when",
        "there", "however",
    ];
    token.is_none_or(|token| OPENERS.contains(&token.lower().as_ref()) && token.is_capitalised())
}
