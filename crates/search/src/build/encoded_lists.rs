//! The posting lists of a run of documents in the bytes in which
//! [`PostingLists`](super::posting_lists::PostingLists) encodes them.

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

/// The bytes of a chunk, unless one list has more. Chunks of one size leave no holes in the memory
/// of a browser, and are freed one by one while they are merged.
const CHUNK: usize = 64 << 10;

/// The lists of a run of documents, sorted by term. For each: the term (string), the bytes of the
/// list (varint), and the list as [`Piece::write`] writes it.
#[derive(Debug, Default)]
pub(super) struct EncodedLists {
    chunks: Vec<Vec<u8>>,
    count: u32,
}

impl EncodedLists {
    /// Adds the list of the next term.
    pub(super) fn push(&mut self, term: &str, list: &[u8]) {
        let length = term.len() + list.len() + 2 * MAX_VARINT;
        let chunk = match self.chunks.last_mut() {
            Some(chunk) if chunk.capacity() - chunk.len() >= length => chunk,
            _ => {
                self.chunks.push(Vec::with_capacity(CHUNK.max(length)));
                let Some(chunk) = self.chunks.last_mut() else { return };
                chunk
            }
        };
        push_string(chunk, term);
        push_varint(chunk, list.len() as u32);
        chunk.extend_from_slice(list);
        self.count += 1;
    }

    /// Returns the lists without the room for more.
    pub(super) fn finish(mut self) -> Self {
        if let Some(chunk) = self.chunks.last_mut() {
            chunk.shrink_to_fit();
        }
        self
    }

    /// Returns the number of terms.
    pub(super) fn count(&self) -> u32 {
        self.count
    }

    /// Returns the encoded lists in their order.
    pub(super) fn chunks(&self) -> &[Vec<u8>] {
        &self.chunks
    }

    /// Iterates over the terms, each with its list.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.chunks.iter().flat_map(|chunk| {
            let mut reader = Reader::new(chunk, 0);
            std::iter::from_fn(move || read_list(&mut reader))
        })
    }
}

/// The most bytes of a number.
const MAX_VARINT: usize = 5;

/// Reads the next term and its list. `None` at the end, and at damage.
pub(super) fn read_list<'r>(reader: &mut Reader<'r>) -> Option<(&'r str, &'r [u8])> {
    if reader.is_at_end() {
        return None;
    }
    let term = reader.string();
    let length = reader.varint() as usize;
    Some((term, reader.take(length)?))
}

/// The lists of a run while they are merged: those that have been read need no memory.
#[derive(Debug)]
pub(super) struct Unmerged {
    rest: std::vec::IntoIter<Vec<u8>>,
    chunk: Vec<u8>,
    /// The places of the first list and of that after it.
    place: usize,
    next: usize,
}

impl Unmerged {
    pub(super) fn new(lists: EncodedLists) -> Self {
        let rest = lists.chunks.into_iter();
        let mut lists = Self { rest, chunk: Vec::new(), place: 0, next: 0 };
        lists.advance();
        lists
    }

    /// Returns the first term with its list; `None` if all have been read.
    pub(super) fn first(&self) -> Option<(&str, &[u8])> {
        read_list(&mut Reader::new(&self.chunk, self.place))
    }

    /// Goes on to the next term.
    pub(super) fn advance(&mut self) {
        self.place = self.next;
        if self.place == self.chunk.len() {
            self.chunk = self.rest.next().unwrap_or_default();
            self.place = 0;
        }
        let mut reader = Reader::new(&self.chunk, self.place);
        let _ = read_list(&mut reader);
        self.next = reader.position();
    }
}
