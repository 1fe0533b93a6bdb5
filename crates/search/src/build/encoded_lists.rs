//! Reads the posting lists of a run of documents in the bytes in which
//! [`PostingLists::write`](super::posting_lists::PostingLists::write) has encoded them.

use crate::analyze::Language;
use crate::index::bytes::{Reader, push_string, push_varint};

/// The list of a term in one run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'r> {
    /// The number of the documents before the run.
    pub(super) base: u32,
    pub(super) document_count: u32,
    /// The document after the last one in the list, within the run.
    pub(super) next_document: u32,
    pub(super) has_blocks: bool,
    pub(super) gaps: &'r [u8],
    pub(super) frequencies: &'r [u8],
    /// The lengths of the fields with the term, if the list has them.
    pub(super) lengths: &'r [u8],
    pub(super) blocks: &'r [u8],
    /// For each language: its number, the stem in it, and the number of occurrences.
    pub(super) stems: &'r [u8],
}

impl<'r> Piece<'r> {
    pub(super) fn read(list: &'r [u8], base: u32) -> Self {
        let mut reader = Reader::new(list, 0);
        let (document_count, next_document) = (reader.varint(), reader.varint());
        let has_blocks = reader.varint() == 1;
        let mut bytes = || {
            let length = reader.varint() as usize;
            reader.take(length).unwrap_or_default()
        };
        let [gaps, frequencies, lengths, blocks] = [bytes(), bytes(), bytes(), bytes()];
        let stems = list.get(reader.position()..).unwrap_or_default();
        Self {
            base,
            document_count,
            next_document,
            has_blocks,
            gaps,
            frequencies,
            lengths,
            blocks,
            stems,
        }
    }

    /// Writes the list with these stems as [`read`](Self::read) reads it.
    pub(super) fn write<'s>(
        &self,
        stems: impl Iterator<Item = (Language, &'s str, u32)>,
        out: &mut Vec<u8>,
    ) {
        for number in [self.document_count, self.next_document, u32::from(self.has_blocks)] {
            push_varint(out, number);
        }
        for bytes in [self.gaps, self.frequencies, self.lengths, self.blocks] {
            push_varint(out, bytes.len() as u32);
            out.extend_from_slice(bytes);
        }
        for (language, stem, count) in stems {
            push_varint(out, language as u32);
            push_string(out, stem);
            push_varint(out, count);
        }
    }

    /// Appends the gaps to those of the run before, whose list ends before `next_document`. Only
    /// the first gap depends on it. Returns the document after the last one in this list.
    pub(super) fn push_gaps(&self, next_document: u32, out: &mut Vec<u8>) -> u32 {
        let mut reader = Reader::new(self.gaps, 0);
        let first = reader.varint();
        push_varint(out, self.base.wrapping_add(first).wrapping_sub(next_document));
        out.extend_from_slice(self.gaps.get(reader.position()..).unwrap_or_default());
        self.base.wrapping_add(self.next_document)
    }

    /// Iterates over the languages with the stem in each and the number of occurrences.
    pub(super) fn stems(&self) -> impl Iterator<Item = (Language, &'r str, u32)> + use<'r> {
        let mut reader = Reader::new(self.stems, 0);
        std::iter::from_fn(move || {
            if reader.is_at_end() {
                return None;
            }
            let language = *Language::ALL.get(reader.varint() as usize)?;
            Some((language, reader.string(), reader.varint()))
        })
    }
}

/// The list of a term in several runs that follow each other.
#[derive(Default)]
pub(super) struct MergedList<'r> {
    document_count: u32,
    next_document: u32,
    has_blocks: bool,
    gaps: Vec<u8>,
    frequencies: Vec<u8>,
    lengths: Vec<u8>,
    blocks: Vec<u8>,
    stems: Vec<(Language, &'r str, u32)>,
}

impl<'r> MergedList<'r> {
    /// Appends the list of the next run.
    pub(super) fn add(&mut self, piece: &Piece<'r>) {
        self.next_document = piece.push_gaps(self.next_document, &mut self.gaps);
        self.document_count += piece.document_count;
        self.has_blocks = piece.has_blocks;
        self.frequencies.extend_from_slice(piece.frequencies);
        self.lengths.extend_from_slice(piece.lengths);
        self.blocks.extend_from_slice(piece.blocks);
        for (language, stem, count) in piece.stems() {
            match self.stems.iter_mut().find(|(other, ..)| *other == language) {
                Some((_, _, sum)) => *sum += count,
                // The stem is that of the first occurrence.
                None => self.stems.push((language, stem, count)),
            }
        }
    }

    /// Writes the list as [`Piece::read`] reads it.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let piece = Piece {
            base: 0,
            document_count: self.document_count,
            next_document: self.next_document,
            has_blocks: self.has_blocks,
            gaps: &self.gaps,
            frequencies: &self.frequencies,
            lengths: &self.lengths,
            blocks: &self.blocks,
            stems: &[],
        };
        piece.write(self.stems.iter().copied(), out);
    }
}

/// Iterates over the terms that [`PostingLists::write`](super::posting_lists::PostingLists::write)
/// has written, each with its list. Ends early at damage.
pub(super) struct ListsOfRun<'r> {
    reader: Reader<'r>,
    /// The number of terms that are left.
    pub(super) left: u32,
}

impl<'r> ListsOfRun<'r> {
    /// Reads the number of terms. `None` if there are no lists.
    pub(super) fn new(mut reader: Reader<'r>) -> Option<Self> {
        let block_size = reader.varint();
        if block_size == 0 || reader.is_at_end() {
            return None;
        }
        let left = reader.varint();
        Some(Self { reader, left })
    }

    /// Returns the reader behind the last term.
    pub(super) fn into_rest(self) -> Reader<'r> {
        self.reader
    }
}

impl<'r> Iterator for ListsOfRun<'r> {
    type Item = (&'r str, &'r [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        if self.left == 0 || self.reader.is_at_end() {
            return None;
        }
        let term = self.reader.string();
        let length = self.reader.varint() as usize;
        let list = self.reader.take(length)?;
        self.left -= 1;
        Some((term, list))
    }
}
