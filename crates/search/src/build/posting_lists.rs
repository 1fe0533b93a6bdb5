//! Posting lists while documents are added, already encoded as the index stores them.

use super::demonyms;
use super::encoded_lists::{EncodedLists, Piece};
use crate::analyze::{Language, is_stop_word};
use crate::document::{DocId, Field};
use crate::index::bytes::{Reader, push_varint};
use crate::index::field_length;
use crate::index::frequencies::Frequencies;
use crate::index::postings::BLOCK_SIZE;
use std::collections::HashMap;

/// The posting lists of all terms.
#[derive(Debug)]
pub(super) struct PostingLists {
    /// The number of positions in a block.
    pub(super) block_size: u32,
    numbers: HashMap<Box<str>, u32>,
    lists: Vec<PostingList>,
    /// The occurrences in the current document: term, field, position.
    occurrences: Vec<(u32, Field, u32)>,
}

/// The posting list of a term.
#[derive(Debug, Default)]
pub(super) struct PostingList {
    pub(super) document_count: u32,
    /// The document after the last one in the list.
    next_document: u32,
    pub(super) gaps: Vec<u8>,
    pub(super) frequencies: Vec<u8>,
    /// The lengths of the fields with the term, if the list has them.
    pub(super) lengths: Vec<u8>,
    pub(super) blocks: Vec<u8>,
    pub(super) has_blocks: bool,
    /// The stem in each language, with the number of occurrences in that language.
    stems: Vec<(Language, Box<str>, u32)>,
}

impl Default for PostingLists {
    fn default() -> Self {
        Self::with_block_size(BLOCK_SIZE)
    }
}

impl PostingLists {
    pub(super) fn with_block_size(block_size: u32) -> Self {
        Self { block_size, numbers: HashMap::new(), lists: Vec::new(), occurrences: Vec::new() }
    }

    /// Adds an occurrence in the current document. `written` is the word before folding.
    pub(super) fn add(
        &mut self,
        field: Field,
        position: u32,
        term: &str,
        written: &str,
        language: Language,
    ) {
        let number = match self.numbers.get(term) {
            Some(number) => *number,
            None => self.insert(term.into(), PostingList::new(!is_stop_word(term))),
        };
        if let Some(list) = self.lists.get_mut(number as usize) {
            match list.stems.iter_mut().find(|(other, ..)| *other == language) {
                Some((_, _, count)) => *count += 1,
                None => {
                    let stem = demonyms::stem(language, term, &written.to_lowercase());
                    list.stems.push((language, stem.into(), 1));
                }
            }
        }
        self.occurrences.push((number, field, position));
    }

    /// Ends the current document, whose fields have these lengths in words.
    pub(super) fn end_document(&mut self, document: DocId, lengths: [u32; Field::COUNT]) {
        let lengths = lengths.map(field_length::encode);
        self.occurrences.sort_unstable();
        for occurrences in self.occurrences.chunk_by(|a, b| a.0 == b.0) {
            let number = occurrences.first().map(|(number, ..)| *number as usize);
            let Some(list) = number.and_then(|number| self.lists.get_mut(number)) else {
                continue;
            };
            let blocks = occurrences.iter();
            let blocks = blocks.map(|(_, field, position)| (*field, position / self.block_size));
            let has_lengths = list.has_blocks && self.block_size == 1;
            list.push(document.0, blocks, has_lengths.then_some(lengths));
        }
        self.occurrences.clear();
    }

    /// Adds the list of a new term, and returns its number.
    fn insert(&mut self, term: Box<str>, list: PostingList) -> u32 {
        let number = self.lists.len() as u32;
        self.numbers.insert(term, number);
        self.lists.push(list);
        number
    }

    /// Encodes the lists, sorted by term.
    pub(super) fn encoded(&self) -> EncodedLists {
        let lists = self.numbers.iter();
        let lists =
            lists.filter_map(|(term, number)| Some((&**term, self.lists.get(*number as usize)?)));
        let mut sorted: Vec<_> = lists.collect();
        sorted.sort_unstable_by_key(|(term, _)| *term);
        let mut lists = EncodedLists::default();
        let mut encoded = Vec::new();
        for (term, list) in sorted {
            encoded.clear();
            list.write(&mut encoded);
            lists.push(term, &encoded);
        }
        lists.finish()
    }
}

impl PostingList {
    pub(super) fn new(has_blocks: bool) -> Self {
        Self { has_blocks, ..Self::default() }
    }

    /// Adds a document with the field and the block of each occurrence, sorted. `lengths` are those
    /// of its fields, if the list has them.
    pub(super) fn push(
        &mut self,
        document: u32,
        occurrences: impl Iterator<Item = (Field, u32)>,
        lengths: Option<[u8; Field::COUNT]>,
    ) {
        self.push_document(document);
        let mut frequencies = Frequencies::default();
        let mut previous = (Field::Title, 0);
        for (field, block) in occurrences {
            if let Some(count) = frequencies.0.get_mut(field.index()) {
                *count += 1;
            }
            if self.has_blocks {
                let from = if previous.0 == field { previous.1 } else { 0 };
                push_varint(&mut self.blocks, block - from);
                previous = (field, block);
            }
        }
        frequencies.write(&mut self.frequencies);
        if let Some(lengths) = lengths {
            let occurs = |(_, count): &(u8, u32)| *count > 0;
            let fields = lengths.into_iter().zip(frequencies.0).filter(occurs);
            self.lengths.extend(fields.map(|(length, _)| length));
        }
    }

    /// Merges several lists into one without blocks. It tells in which fields any of the terms
    /// occurs, but not how often: for a prefix the frequency says little, and would double the
    /// list.
    pub(super) fn merged<'r>(pieces: impl Iterator<Item = Piece<'r>>, documents: u32) -> Self {
        let mut counts = vec![Frequencies::default(); documents as usize];
        for piece in pieces {
            let mut gaps = Reader::new(piece.gaps, 0);
            let mut frequencies = Reader::new(piece.frequencies, 0);
            let mut next_document = piece.base;
            for _ in 0..piece.document_count {
                next_document += gaps.varint();
                let more = Frequencies::read(&mut frequencies);
                let Some(sum) = counts.get_mut(next_document as usize - 1) else { continue };
                sum.0.iter_mut().zip(more.0).for_each(|(sum, more)| *sum += more);
            }
        }
        let mut merged = Self::default();
        let counts = (0..documents).zip(counts).filter(|(_, counts)| counts.total() > 0);
        for (document, mut frequencies) in counts {
            frequencies.0.iter_mut().for_each(|count| *count = (*count).min(1));
            merged.push_document(document);
            frequencies.write(&mut merged.frequencies);
        }
        merged
    }

    /// Returns the list as the only piece of a term.
    pub(super) fn piece(&self) -> Piece<'_> {
        Piece {
            base: 0,
            document_count: self.document_count,
            next_document: self.next_document,
            has_blocks: self.has_blocks,
            gaps: &self.gaps,
            frequencies: &self.frequencies,
            lengths: &self.lengths,
            blocks: &self.blocks,
            stems: &[],
        }
    }

    fn write(&self, out: &mut Vec<u8>) {
        let stems = self.stems.iter().map(|(language, stem, count)| (*language, &**stem, *count));
        self.piece().write(stems, out);
    }

    fn push_document(&mut self, document: u32) {
        push_varint(&mut self.gaps, document + 1 - self.next_document);
        self.next_document = document + 1;
        self.document_count += 1;
    }
}
