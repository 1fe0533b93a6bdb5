//! The documents that this crate reads: tokens with their places, and nothing of the text itself.

use std::ops::Range;

/// An article as its tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The title; empty if there is none.
    pub title: Block,
    /// The blocks of the body in reading order. A standfirst is the first of them.
    pub blocks: Vec<Block>,
    /// The day of publication, in days from any fixed day. Documents without one may be of any day.
    pub day: Option<i32>,
}

/// A title, or one block of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The tokens in reading order.
    pub tokens: Vec<Token>,
    /// The sentences, as ranges of tokens in reading order. Tokens outside of all sentences are not
    /// compared by [`compare`](crate::compare).
    pub sentences: Vec<Range<u32>>,
}

/// One word or number of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// A hash of the word without case, accents and the ending of the plural. Equal words have
    /// equal hashes in all documents that are compared.
    pub term: u32,
    /// The byte at which it starts in the text of its block.
    pub start: u32,
    /// The byte at which it ends.
    pub end: u32,
    /// The role that it plays.
    pub kind: TokenKind,
}

/// The role of a token in its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "build", derive(serde::Serialize, serde::Deserialize))]
pub enum TokenKind {
    /// A word in lower case, or of a script without case.
    #[default]
    Word,
    /// A capitalised word within a sentence: most likely part of a name.
    Capitalised,
    /// A word whose capital says nothing: the first of a sentence, or one in a headline.
    Ambiguous,
    /// A number with all its digits and signs, of three or more.
    Number,
    /// A number of one or two digits, or in words, which many texts share by chance.
    SmallNumber,
    /// A word that says nothing about the subject, such as "the".
    Function,
}

impl Document {
    /// Returns all tokens in reading order, the title first.
    #[cfg(feature = "build")]
    pub(crate) fn tokens(&self) -> impl Iterator<Item = &Token> {
        std::iter::once(&self.title).chain(&self.blocks).flat_map(|block| &block.tokens)
    }
}

impl TokenKind {
    /// Returns whether it is a number.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::SmallNumber)
    }
}
