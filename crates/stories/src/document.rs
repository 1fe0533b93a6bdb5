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

/// A [`Document`] without its sentences in about six bytes for each token.
#[cfg(feature = "build")]
#[derive(Clone, Debug)]
pub struct PackedDocument {
    /// For each block, the title first: the number of its tokens; and for each of them its term,
    /// the distance from the token before with its kind, and its length.
    bytes: Box<[u8]>,
    day: Option<i32>,
}

#[cfg(feature = "build")]
impl PackedDocument {
    /// Packs a document.
    pub fn new(document: &Document) -> Self {
        let mut bytes = Vec::new();
        for block in std::iter::once(&document.title).chain(&document.blocks) {
            push(&mut bytes, block.tokens.len() as u64);
            let mut before = 0;
            for Token { term, start, end, kind } in &block.tokens {
                bytes.extend(term.to_le_bytes());
                push(&mut bytes, u64::from(start.wrapping_sub(before)) << 3 | *kind as u64);
                push(&mut bytes, u64::from(end.wrapping_sub(*start)));
                before = *end;
            }
        }
        Self { bytes: bytes.into(), day: document.day }
    }

    /// Returns the document.
    pub fn open(&self) -> Document {
        let mut bytes = &*self.bytes;
        let mut blocks = Vec::new();
        while !bytes.is_empty() {
            let mut before = 0_u32;
            let tokens = (0..next(&mut bytes)).map_while(|_| {
                let (term, rest) = bytes.split_first_chunk()?;
                bytes = rest;
                let place = next(&mut bytes);
                let start = before.wrapping_add((place >> 3) as u32);
                let end = start.wrapping_add(next(&mut bytes) as u32);
                before = end;
                let kind = *TokenKind::ALL.get(place as usize & 7)?;
                Some(Token { term: u32::from_le_bytes(*term), start, end, kind })
            });
            blocks.push(Block { tokens: tokens.collect(), sentences: Vec::new() });
        }
        let title = if blocks.is_empty() { Block::default() } else { blocks.remove(0) };
        Document { title, blocks, day: self.day }
    }
}

/// Appends a number, seven bits a byte.
#[cfg(feature = "build")]
fn push(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes a number from the start.
#[cfg(feature = "build")]
fn next(bytes: &mut &[u8]) -> u64 {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u64::from(byte & 0x7F) << shift;
        shift += 7;
        if *byte < 0x80 || shift > 63 {
            break;
        }
    }
    number
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
    /// All kinds by their numbers.
    #[cfg(feature = "build")]
    const ALL: [Self; 6] = [
        Self::Word,
        Self::Capitalised,
        Self::Ambiguous,
        Self::Number,
        Self::SmallNumber,
        Self::Function,
    ];

    /// Returns whether it is a number.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::SmallNumber)
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn packed_tokens_survive(
            blocks in prop::collection::vec(
                prop::collection::vec((any::<u32>(), any::<u32>(), any::<u32>(), 0_usize..6), 0..9),
                0..9,
            ),
            day: Option<i32>,
        ) {
            let block = |tokens: Vec<(u32, u32, u32, usize)>| {
                let token = |(term, start, end, kind)| {
                    Token { term, start, end, kind: TokenKind::ALL[kind] }
                };
                Block { tokens: tokens.into_iter().map(token).collect(), sentences: Vec::new() }
            };
            let mut blocks = blocks.into_iter().map(block);
            let title = blocks.next().unwrap_or_default();
            let document = Document { title, blocks: blocks.collect(), day };
            prop_assert_eq!(PackedDocument::new(&document).open(), document);
        }
    }
}
