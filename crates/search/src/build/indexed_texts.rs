//! The indexed texts of some documents, encoded, also for later builds with the same documents.

use super::encoded_lists::{EncodedLists, read_list};
use super::posting_lists::PostingLists;
use crate::document::Field;
use crate::index::bytes::{Reader, push_varint};

/// The last byte of the encoded form. A reader reads zeros after the end.
const END: u8 = 1;

/// The texts of some documents, indexed.
#[derive(Debug)]
pub struct IndexedTexts {
    /// For each field the number of documents and their lengths in words.
    lengths: Vec<u8>,
    block_size: u32,
    lists: EncodedLists,
}

impl IndexedTexts {
    pub(super) fn new(lengths: &[Vec<u32>; Field::COUNT], posting_lists: &PostingLists) -> Self {
        let mut bytes = Vec::new();
        for lengths in lengths {
            push_varint(&mut bytes, lengths.len() as u32);
            lengths.iter().for_each(|length| push_varint(&mut bytes, *length));
        }
        let block_size = posting_lists.block_size;
        Self { lengths: bytes, block_size, lists: posting_lists.encoded() }
    }

    /// Creates the indexed texts with these posting lists, of documents whose lengths are kept
    /// elsewhere.
    pub(super) fn of_lists(block_size: u32, lists: EncodedLists) -> Self {
        Self { lengths: vec![0; Field::COUNT], block_size, lists }
    }

    /// Returns the texts as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.lengths.clone();
        push_varint(&mut bytes, self.block_size);
        push_varint(&mut bytes, self.lists.count());
        bytes.extend(self.lists.chunks().iter().flatten());
        bytes.push(END);
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) has returned for some number of documents. `None` if
    /// it is something else.
    pub fn from_bytes(bytes: &[u8], documents: usize) -> Option<Self> {
        let mut reader = Reader::new(bytes, 0);
        for _ in 0..Field::COUNT {
            if reader.varint() as usize != documents {
                return None;
            }
            reader.skip_varints(documents as u32);
        }
        let lengths = bytes.get(..reader.position())?.to_vec();
        let block_size = reader.varint();
        if block_size == 0 || reader.is_at_end() {
            return None;
        }
        let mut lists = EncodedLists::default();
        for _ in 0..reader.varint() {
            let (term, list) = read_list(&mut reader)?;
            lists.push(term, list);
        }
        let is_end = reader.byte() == END && reader.is_at_end();
        is_end.then_some(Self { lengths, block_size, lists: lists.finish() })
    }

    /// Returns the posting lists.
    pub(super) fn lists(&self) -> &EncodedLists {
        &self.lists
    }

    /// Returns the posting lists, and drops the rest.
    pub(super) fn into_lists(self) -> EncodedLists {
        self.lists
    }

    /// Returns the lengths of each field.
    pub(super) fn lengths(&self) -> [Vec<u32>; Field::COUNT] {
        let mut reader = Reader::new(&self.lengths, 0);
        std::array::from_fn(|_| (0..reader.varint()).map(|_| reader.varint()).collect())
    }
}
