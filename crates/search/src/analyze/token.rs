//! Tokens: the output of the analyzer.

use std::ops::Range;

/// An occurrence of a term in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// The folded word.
    pub term: &'t str,
    /// The position among the words of the text, from 0. A whole compound has the position of its
    /// last part.
    pub position: u32,
    /// The start in the original text, in bytes, on a character boundary.
    pub start: usize,
    /// The end in the original text, in bytes, on a character boundary.
    pub end: usize,
    /// True for a whole compound, which follows its parts ("co-belligerents": cobelligerents).
    pub is_compound: bool,
    /// True if nothing separates this token from the previous one: both belong to the same
    /// compound, number or text without spaces.
    pub is_attached: bool,
    /// True if the token is one of a run of signs that is searched by pairs.
    pub is_in_pairs: bool,
}

impl Token<'_> {
    /// Returns the byte range in the original text.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}
