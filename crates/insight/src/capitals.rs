//! Capitalisation: how an article writes its words, and whether a sentence is a headline.

use crate::hash::FastSet;
use crate::token::Token;

/// The words that an article writes in lower case, and those that it capitalises.
#[derive(Debug, Default)]
pub(crate) struct CaseUsage<'t> {
    /// Words that the article writes in lower case at least once.
    lower: FastSet<&'t str>,
    /// Words, in lower case, that the article capitalises within a sentence.
    capitalised: FastSet<String>,
}

impl<'t> CaseUsage<'t> {
    /// Records the words of a sentence. Headlines are ignored, because they capitalise every word.
    pub(crate) fn add(&mut self, sentence: &[Token<'t>]) {
        if is_headline(sentence) {
            return;
        }
        let mut is_first = true;
        let is_word =
            |token: &&Token<'_>| !token.is_literal && token.text.chars().any(char::is_alphabetic);
        let words = sentence.iter().filter(is_word);
        for token in words {
            if token.is_capitalised() {
                // The first word of a sentence is capitalised anyway.
                if !is_first {
                    self.capitalised.insert(token.lower().into_owned());
                }
            } else {
                self.lower.insert(token.text);
            }
            is_first = false;
        }
    }

    /// Returns whether the article ever writes `word`, given in lower case, without a capital.
    pub(crate) fn has_lower(&self, word: &str) -> bool {
        self.lower.contains(word)
    }

    /// Returns whether the article ever capitalises `word`, given in lower case, in mid-sentence.
    pub(crate) fn has_capitalised(&self, word: &str) -> bool {
        self.capitalised.contains(word)
    }
}

/// Returns whether a sentence is in headline case, so that its capitals do not indicate names.
///
/// A headline has three words or more with more than three letters, and three quarters of them are
/// capitalised. A sentence that ends in a full stop is not a headline.
pub(crate) fn is_headline(sentence: &[Token<'_>]) -> bool {
    if sentence.iter().rev().take(2).any(|token| token.text == ".") {
        return false;
    }
    let is_long = |token: &&Token<'_>| token.text.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let (mut long, mut capitalised) = (0, 0);
    for token in sentence.iter().filter(is_long) {
        long += 1;
        capitalised += usize::from(token.is_capitalised());
    }
    long >= 3 && capitalised * 4 >= long * 3
}
