//! Term infos: the location of each term's posting list, and the links between terms with one stem.
//!
//! # Format
//!
//! For each term, in the order of the dictionary (varints):
//!
//! - the number of documents;
//! - if that is [`LONG_LIST`] or more, the byte lengths of its lists of gaps, frequencies and
//!   blocks;
//! - [`NO_BLOCKS`] once, if the term has no blocks; twice, if it is the key of a
//!   [compound list](super::compound_lists), which has blocks;
//! - the link to the next term with the same stem: 0 if there is none, else one more than the
//!   distance (zigzag). The last term links back to the first.
//!
//! Lists of one kind lie together in a section of their own, because similar bytes compress better.
//! See [`postings`](super::postings).

use super::anchors::{ANCHOR_INTERVAL, AnchoredSection, Anchors};
use super::bytes::Reader;
use super::dictionary::TermId;
use super::frequencies::Frequencies;
use cuttings_parts::Bytes;
use std::ops::Range;

/// A list of this many documents or more stores its length in bytes. The reader skips a shorter
/// list number by number.
pub(crate) const LONG_LIST: u32 = 32;

/// Precedes the link of a term without blocks. No link has this value, because the nearest
/// neighbour's is 2.
pub(crate) const NO_BLOCKS: u32 = 1;

/// The maximum number of terms with one stem that are visited. Damaged links may form any path.
const MAX_STEM_GROUP: usize = 256;

/// Returns whether a list has the lengths of fields.
fn has_lengths(block_size: u32, has_blocks: bool) -> bool {
    has_blocks && block_size == 1
}

/// The location of a term's posting list.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TermInfo {
    /// The number of documents that contain the term.
    pub(crate) document_count: u32,
    pub(super) gaps: ListRange,
    pub(super) frequencies: ListRange,
    pub(super) blocks: ListRange,
    /// False for stop words and prefix lists, whose blocks the index does not store.
    pub(crate) has_blocks: bool,
    /// True for a compound list.
    pub(crate) is_of_compounds: bool,
    /// The distance to the next term with the same stem.
    next_with_stem: i32,
}

#[cfg(feature = "parts")]
impl TermInfo {
    /// Returns whether the list has the lengths of fields.
    pub(crate) fn has_lengths(self, sections: &PostingSections<'_>) -> bool {
        has_lengths(sections.block_size, self.has_blocks)
    }
}

/// The byte range of a list in its section.
///
/// Reading stops at the end whatever the list claims, so a damaged list costs no more than its
/// bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ListRange {
    start: usize,
    end: usize,
}

impl ListRange {
    pub(super) fn reader(self, section: Bytes<'_>) -> Reader<'_> {
        Reader::new(self.bytes(section), 0)
    }

    pub(super) fn bytes(self, section: Bytes<'_>) -> &[u8] {
        section.get(self.start..self.end.min(section.len())).unwrap_or_default()
    }
}

/// The sections that hold the posting lists of all terms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PostingSections<'a> {
    pub(super) document_count: u32,
    pub(super) term_count: u32,
    /// The number of positions in a block: [`BLOCK_SIZE`](super::postings::BLOCK_SIZE), or 1.
    pub(crate) block_size: u32,
    pub(super) anchors: Anchors<'a>,
    pub(super) term_infos: Bytes<'a>,
    pub(super) gaps: Bytes<'a>,
    pub(super) frequencies: Bytes<'a>,
    pub(super) blocks: Bytes<'a>,
}

impl<'a> PostingSections<'a> {
    /// Returns the info of a term.
    pub(crate) fn term_info(&self, id: TermId) -> TermInfo {
        let range = id.0..id.0.saturating_add(1);
        self.term_infos(range).next().map_or_else(TermInfo::default, |(_, info)| info)
    }

    /// Iterates over the infos of consecutive terms.
    pub(crate) fn term_infos(&self, ids: Range<u32>) -> TermInfos<'_, 'a> {
        let mut infos = TermInfos::starting_at_anchor(self, ids.clone());
        while infos.id < ids.start.min(infos.end) && infos.next().is_some() {}
        infos
    }

    /// Iterates over the infos of the terms with a prefix. Compound lists among them do not count:
    /// the prefix begins a part of these compounds, not the word.
    pub(crate) fn with_prefix(&self, ids: Range<u32>) -> impl Iterator<Item = (TermId, TermInfo)> {
        self.term_infos(ids).filter(|(_, info)| !info.is_of_compounds)
    }

    /// Returns the number of documents that contain a term. Unlike its info, this needs no byte of
    /// the posting lists.
    pub(crate) fn document_count(&self, id: TermId) -> u32 {
        let ids = id.0..id.0.saturating_add(1);
        let mut infos = TermInfos::starting_at_anchor(self, ids);
        infos.finds_lists = false;
        let info = infos.find(|(found, _)| *found == id);
        info.map_or(0, |(_, info)| info.document_count)
    }

    /// Returns the other terms with the same stem as `id`, whose info is `info`, and the list of
    /// their compounds.
    pub(crate) fn same_stem(&self, id: TermId, info: TermInfo) -> Vec<(TermId, TermInfo)> {
        let mut group = Vec::new();
        let (mut current, mut distance) = (id, info.next_with_stem);
        while group.len() < MAX_STEM_GROUP {
            let Some(next) = current.0.checked_add_signed(distance) else { break };
            current = TermId(next);
            if current == id || next >= self.term_count {
                break;
            }
            let info = self.term_info(current);
            distance = info.next_with_stem;
            group.push((current, info));
        }
        group
    }
}

/// Iterates over the infos of consecutive terms.
#[derive(Clone, Debug)]
pub(crate) struct TermInfos<'s, 'a> {
    sections: &'s PostingSections<'a>,
    reader: Reader<'a>,
    id: u32,
    end: u32,
    /// False if the ranges of the lists are not needed.
    finds_lists: bool,
    /// The offsets of the next term's lists.
    gaps: usize,
    frequencies: usize,
    blocks: usize,
}

impl Iterator for TermInfos<'_, '_> {
    type Item = (TermId, TermInfo);

    fn next(&mut self) -> Option<(TermId, TermInfo)> {
        if self.id >= self.end {
            return None;
        }
        if self.id.is_multiple_of(ANCHOR_INTERVAL) {
            self.start_at_anchor();
        }
        // The parts of the further terms are noted together with those of the first.
        #[cfg(feature = "parts")]
        while self.reader.is_at_end() {
            self.id = (self.id / ANCHOR_INTERVAL).saturating_add(1).saturating_mul(ANCHOR_INTERVAL);
            if self.id >= self.end {
                return None;
            }
            self.start_at_anchor();
        }
        #[cfg(not(feature = "parts"))]
        if self.reader.is_at_end() {
            return None;
        }
        // No list has more entries than there are documents, whatever damaged bytes claim.
        let document_count = self.reader.varint().min(self.sections.document_count);
        let starts = [self.gaps, self.frequencies, self.blocks];
        if document_count >= LONG_LIST {
            for end in [&mut self.gaps, &mut self.frequencies, &mut self.blocks] {
                *end = end.saturating_add(self.reader.varint() as usize);
            }
        }
        let mut link = self.reader.varint();
        let mut has_blocks = link != NO_BLOCKS;
        let mut is_of_compounds = false;
        if !has_blocks {
            link = self.reader.varint();
            is_of_compounds = link == NO_BLOCKS;
            if is_of_compounds {
                has_blocks = true;
                link = self.reader.varint();
            }
        }
        let zigzag = link.saturating_sub(1);
        let next_with_stem = (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32);
        if document_count < LONG_LIST && self.finds_lists {
            self.skip_short_list(document_count, has_blocks);
        }
        let [gaps, frequencies, blocks] = starts;
        let info = TermInfo {
            document_count,
            gaps: ListRange { start: gaps, end: self.gaps },
            frequencies: ListRange { start: frequencies, end: self.frequencies },
            blocks: ListRange { start: blocks, end: self.blocks },
            has_blocks,
            is_of_compounds,
            next_with_stem,
        };
        let id = TermId(self.id);
        self.id += 1;
        Some((id, info))
    }
}

impl<'s, 'a> TermInfos<'s, 'a> {
    /// Starts at the last anchor that is not after the first of these terms.
    fn starting_at_anchor(sections: &'s PostingSections<'a>, ids: Range<u32>) -> Self {
        Self {
            sections,
            reader: Reader::new(&[], 0),
            id: ids.start / ANCHOR_INTERVAL * ANCHOR_INTERVAL,
            end: ids.end.min(sections.term_count),
            finds_lists: true,
            gaps: 0,
            frequencies: 0,
            blocks: 0,
        }
    }

    /// Takes the offsets of the current term, which has an anchor. The bytes from one anchor to the
    /// next are in one part.
    fn start_at_anchor(&mut self) {
        let anchor = self.id / ANCHOR_INTERVAL;
        let offset = |section| self.sections.anchors.offset(anchor, section);
        let infos = offset(AnchoredSection::TermInfos);
        self.gaps = offset(AnchoredSection::Gaps);
        self.frequencies = offset(AnchoredSection::Frequencies);
        self.blocks = offset(AnchoredSection::Blocks);
        self.reader = Reader::starting_at(self.sections.term_infos, infos);
    }

    /// Moves the offsets past a list that does not store its length.
    fn skip_short_list(&mut self, document_count: u32, has_blocks: bool) {
        let mut reader = Reader::starting_at(self.sections.gaps, self.gaps);
        reader.skip_varints(document_count);
        self.gaps += reader.position();
        let mut reader = Reader::starting_at(self.sections.frequencies, self.frequencies);
        let (occurrences, fields) = Frequencies::skip(&mut reader, document_count);
        self.frequencies += reader.position();
        if has_lengths(self.sections.block_size, has_blocks) {
            self.frequencies += fields as usize;
        }
        if has_blocks {
            let mut reader = Reader::starting_at(self.sections.blocks, self.blocks);
            reader.skip_varints(occurrences);
            self.blocks += reader.position();
        }
    }
}
