//! The indexed texts of some documents as bytes, for later builds with the same documents.

use super::posting_lists::PostingLists;
use crate::document::Field;
use crate::index::bytes::{Reader, push_varint};

/// The last byte. A reader reads zeros after the end.
const END: u8 = 1;

/// The texts of some documents, indexed.
#[derive(Debug)]
pub struct IndexedTexts {
    pub(super) posting_lists: PostingLists,
    /// For each field, the length of each document in words.
    pub(super) lengths: [Vec<u32>; Field::COUNT],
}

impl IndexedTexts {
    /// Returns the texts as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for lengths in &self.lengths {
            push_varint(&mut out, lengths.len() as u32);
            lengths.iter().for_each(|length| push_varint(&mut out, *length));
        }
        self.posting_lists.write(&mut out);
        out.push(END);
        out
    }

    /// Reads what [`to_bytes`](Self::to_bytes) has written for some number of documents. `None` if
    /// it is something else.
    pub fn from_bytes(bytes: &[u8], documents: usize) -> Option<Self> {
        let mut reader = Reader::new(bytes, 0);
        let mut lengths: [Vec<u32>; Field::COUNT] = Default::default();
        for lengths in &mut lengths {
            if reader.varint() as usize != documents {
                return None;
            }
            lengths.extend((0..documents).map(|_| reader.varint()));
        }
        let posting_lists = PostingLists::read(&mut reader)?;
        let is_whole = reader.byte() == END && reader.is_at_end();
        is_whole.then_some(Self { posting_lists, lengths })
    }
}
