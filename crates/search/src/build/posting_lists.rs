//! Posting lists while documents are added, already encoded as the index stores them.

use crate::analyze::{Language, is_stop_word, stem_document_word};
use crate::document::{DocId, Field};
use crate::index::bytes::{Reader, push_string, push_varint};
use crate::index::frequencies::Frequencies;
use crate::index::postings::BLOCK_SIZE;
use std::cmp::Reverse;
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
            None => {
                let has_blocks = !is_stop_word(term);
                let list = PostingList { has_blocks, ..PostingList::default() };
                self.insert(term.into(), list)
            }
        };
        if let Some(list) = self.lists.get_mut(number as usize) {
            match list.stems.iter_mut().find(|(other, ..)| *other == language) {
                Some((_, _, count)) => *count += 1,
                None => {
                    let stem = stem_document_word(language, term, &written.to_lowercase());
                    list.stems.push((language, stem.into(), 1));
                }
            }
        }
        self.occurrences.push((number, field, position));
    }

    /// Ends the current document.
    pub(super) fn end_document(&mut self, document: DocId) {
        self.occurrences.sort_unstable();
        for occurrences in self.occurrences.chunk_by(|a, b| a.0 == b.0) {
            let number = occurrences.first().map(|(number, ..)| *number as usize);
            let Some(list) = number.and_then(|number| self.lists.get_mut(number)) else {
                continue;
            };
            list.push_document(document.0);
            let mut frequencies = Frequencies::default();
            let mut previous = (Field::Title, 0);
            for (_, field, position) in occurrences {
                if let Some(count) = frequencies.0.get_mut(field.index()) {
                    *count += 1;
                }
                if list.has_blocks {
                    let block = position / self.block_size;
                    let from = if previous.0 == *field { previous.1 } else { 0 };
                    push_varint(&mut list.blocks, block - from);
                    previous = (*field, block);
                }
            }
            frequencies.write(&mut list.frequencies);
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

    /// Adds the lists of a run of documents that follow the `documents` of these lists.
    pub(super) fn append(&mut self, mut run: Self, documents: u32) {
        if documents == 0 {
            *self = run;
            return;
        }
        for (term, number) in run.numbers {
            let Some(more) = run.lists.get_mut(number as usize).map(std::mem::take) else {
                continue;
            };
            let number = self.numbers.get(&*term).copied();
            match number.and_then(|number| self.lists.get_mut(number as usize)) {
                Some(list) => list.append(more, documents),
                None => {
                    let has_blocks = more.has_blocks;
                    let mut list = PostingList { has_blocks, ..PostingList::default() };
                    list.append(more, documents);
                    self.insert(term, list);
                }
            }
        }
    }

    /// Writes the lists for [`read`](Self::read).
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        push_varint(out, self.block_size);
        push_varint(out, self.numbers.len() as u32);
        for (term, number) in &self.numbers {
            push_string(out, term);
            self.lists.get(*number as usize).unwrap_or(&PostingList::default()).write(out);
        }
    }

    /// Reads lists. `None` if a text is cut off, or a language does not exist.
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let block_size = reader.varint();
        if block_size == 0 || reader.is_at_end() {
            return None;
        }
        let mut lists = Self::with_block_size(block_size);
        for _ in 0..reader.varint() {
            if reader.is_at_end() {
                return None;
            }
            let term = reader.string();
            lists.insert(term.into(), PostingList::read(reader)?);
        }
        Some(lists)
    }

    pub(super) fn contains(&self, term: &str) -> bool {
        self.numbers.contains_key(term)
    }

    /// Returns the terms in byte order.
    pub(super) fn sorted(&self) -> Vec<(&str, &PostingList)> {
        let lists = self.numbers.iter();
        let lists =
            lists.filter_map(|(term, number)| Some((&**term, self.lists.get(*number as usize)?)));
        let mut sorted: Vec<_> = lists.collect();
        sorted.sort_unstable_by_key(|(term, _)| *term);
        sorted
    }
}

impl PostingList {
    /// Merges several lists into one without blocks. It tells in which fields any of the terms
    /// occurs, but not how often: for a prefix the frequency says little, and would double the
    /// list.
    pub(super) fn merged<'l>(lists: impl Iterator<Item = &'l Self>, documents: u32) -> Self {
        let mut counts = vec![Frequencies::default(); documents as usize];
        for list in lists {
            let mut gaps = Reader::new(&list.gaps, 0);
            let mut frequencies = Reader::new(&list.frequencies, 0);
            let mut next_document = 0;
            for _ in 0..list.document_count {
                next_document += gaps.varint();
                let Some(sum) = counts.get_mut(next_document as usize - 1) else { continue };
                let more = Frequencies::read(&mut frequencies);
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

    fn write(&self, out: &mut Vec<u8>) {
        for number in [self.document_count, self.next_document, u32::from(self.has_blocks)] {
            push_varint(out, number);
        }
        for bytes in [&self.gaps, &self.frequencies, &self.blocks] {
            push_varint(out, bytes.len() as u32);
            out.extend_from_slice(bytes);
        }
        push_varint(out, self.stems.len() as u32);
        for (language, stem, count) in &self.stems {
            push_varint(out, *language as u32);
            push_string(out, stem);
            push_varint(out, *count);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let (document_count, next_document) = (reader.varint(), reader.varint());
        let has_blocks = reader.varint() == 1;
        let mut bytes = || {
            let length = reader.varint() as usize;
            Some(reader.take(length)?.to_vec())
        };
        let (gaps, frequencies, blocks) = (bytes()?, bytes()?, bytes()?);
        let mut stems = Vec::new();
        for _ in 0..reader.varint() {
            if reader.is_at_end() {
                return None;
            }
            let language = *Language::ALL.get(reader.varint() as usize)?;
            stems.push((language, reader.string().into(), reader.varint()));
        }
        Some(Self { document_count, next_document, gaps, frequencies, blocks, has_blocks, stems })
    }

    fn push_document(&mut self, document: u32) {
        push_varint(&mut self.gaps, document + 1 - self.next_document);
        self.next_document = document + 1;
        self.document_count += 1;
    }

    /// Adds the list of a run of documents whose numbers start from `documents` here. Only the
    /// first gap changes, because each document is encoded by itself.
    fn append(&mut self, run: Self, documents: u32) {
        let mut gaps = Reader::new(&run.gaps, 0);
        let first = gaps.varint();
        push_varint(&mut self.gaps, documents + first - self.next_document);
        self.gaps.extend_from_slice(run.gaps.get(gaps.position()..).unwrap_or_default());
        self.frequencies.extend_from_slice(&run.frequencies);
        self.blocks.extend_from_slice(&run.blocks);
        self.next_document = documents + run.next_document;
        self.document_count += run.document_count;
        // The stem is that of the first occurrence.
        for (language, stem, count) in run.stems {
            match self.stems.iter_mut().find(|(other, ..)| *other == language) {
                Some((_, _, sum)) => *sum += count,
                None => self.stems.push((language, stem, count)),
            }
        }
    }

    /// Returns the language in which the term occurs most, and the term's stem in it.
    pub(super) fn stem(&self) -> Option<(Language, &str)> {
        let rank = |(language, _, count): &&(Language, Box<str>, u32)| (*count, Reverse(*language));
        self.stems.iter().max_by_key(rank).map(|(language, stem, _)| (*language, &**stem))
    }
}
