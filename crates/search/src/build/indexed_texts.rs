//! The indexed texts of some documents, encoded, also for later builds with the same documents.

use super::encoded_lists::ListsOfRun;
use super::posting_lists::PostingLists;
use crate::document::Field;
use crate::index::bytes::{Reader, push_varint};

/// The last byte. A reader reads zeros after the end.
const END: u8 = 1;

/// The texts of some documents, indexed.
#[derive(Debug)]
pub struct IndexedTexts {
    /// For each field the number of documents and their lengths in words; the posting lists.
    bytes: Vec<u8>,
    /// The place of the posting lists.
    lists: usize,
}

impl IndexedTexts {
    pub(super) fn new(lengths: &[Vec<u32>; Field::COUNT], posting_lists: &PostingLists) -> Self {
        let mut bytes = Vec::new();
        for lengths in lengths {
            push_varint(&mut bytes, lengths.len() as u32);
            lengths.iter().for_each(|length| push_varint(&mut bytes, *length));
        }
        let lists = bytes.len();
        posting_lists.write(&mut bytes);
        bytes.push(END);
        bytes.shrink_to_fit();
        Self { bytes, lists }
    }

    /// Creates the indexed texts whose posting lists a function writes. They take about `length`
    /// bytes at most.
    pub(super) fn of_lists(length: usize, write: impl FnOnce(&mut Vec<u8>)) -> Self {
        let mut bytes = Vec::with_capacity(length);
        bytes.extend([0; Field::COUNT]);
        write(&mut bytes);
        bytes.push(END);
        bytes.shrink_to_fit();
        Self { bytes, lists: Field::COUNT }
    }

    /// Returns the number of bytes.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Returns the texts as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.bytes.clone()
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
        let texts = Self { bytes: bytes.to_vec(), lists: reader.position() };
        let mut lists = ListsOfRun::new(reader)?;
        lists.by_ref().for_each(drop);
        if lists.left > 0 {
            return None;
        }
        let mut rest = lists.into_rest();
        (rest.byte() == END && rest.is_at_end()).then_some(texts)
    }

    /// Iterates over the terms, sorted, each with its encoded list.
    pub(super) fn lists(&self) -> impl Iterator<Item = (&str, &[u8])> {
        ListsOfRun::new(Reader::new(&self.bytes, self.lists)).into_iter().flatten()
    }

    /// Returns the lengths of each field.
    pub(super) fn lengths(&self) -> [Vec<u32>; Field::COUNT] {
        let mut reader = Reader::new(&self.bytes, 0);
        std::array::from_fn(|_| (0..reader.varint()).map(|_| reader.varint()).collect())
    }
}
