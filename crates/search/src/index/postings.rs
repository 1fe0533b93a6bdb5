//! Postings: the documents that contain a term, with its frequency in each field and its blocks.
//!
//! The index of a small edition does not store the exact position of an occurrence, but its block:
//! a run of [`BLOCK_SIZE`] positions (block addressing: Manber and Wu, 1994). Blocks tell how close
//! two terms are, and which few documents may contain a phrase; the text then tells exactly, and
//! the searcher reads it from a [`DocumentSource`](crate::DocumentSource). Stop words occur in every
//! block, so none are stored for them. Exact positions would take half of the index.
//!
//! The index of a large edition has blocks of one position, which are exact: a reader who has only
//! some parts of the edition needs no text to find a phrase. There the lists with blocks also have
//! the lengths of the fields in which the term occurs, so that this reader scores documents without
//! the lengths of all others.
//!
//! # Format
//!
//! Three sections, each with the lists of all terms in the order of the dictionary:
//!
//! - gaps: for each document, the distance from the previous one (varint), from -1 for the first;
//! - frequencies: for each document, as in [`frequencies`](super::frequencies); after those of all
//!   documents, if the list has lengths, a byte for each document and field, as in
//!   [`field_length`](super::field_length), in reverse order: their end is known, their start is not;
//! - blocks: for each document and field, the block of the first occurrence, then the distance from
//!   each occurrence to the next (varints). Positions count the words of the field.
//!
//! [`term_info`](super::term_info) describes how the list of a term is found.

use super::bytes::Reader;
use super::frequencies::Frequencies;
#[cfg(feature = "parts")]
use super::frequencies::field_count;
use super::listed_lengths::ListedLengths;
use super::term_info::{PostingSections, TermInfo};
use crate::document::Field;

/// The number of positions in a block, unless it is exact. Words in one block are close together.
pub(crate) const BLOCK_SIZE: u32 = 16;

/// The number of positions left free between two passages of a field, so that no phrase spans them.
pub(crate) const PASSAGE_GAP: u32 = 1;

/// Iterates over the documents that contain a term, in their order.
///
/// Frequencies and blocks are read only on request; those of the documents in between are skipped
/// together.
#[derive(Clone, Debug)]
pub(crate) struct Postings<'a> {
    gaps: Reader<'a>,
    frequencies: Reader<'a>,
    blocks: Reader<'a>,
    pub(crate) has_blocks: bool,
    /// The number of positions in a stored block.
    block_size: u32,
    remaining: u32,
    /// The current document. Before the first one it is `u32::MAX`, so that adding a gap wraps
    /// around.
    document: u32,
    /// The number of documents whose frequencies have not been read, the current one included.
    unread: u32,
    /// The number of occurrences before the current document whose blocks have not been read.
    unread_blocks: u32,
    /// The number of occurrences in the current document.
    current_blocks: u32,
    /// The lengths of fields in the current document and those after it, in reverse, if the list
    /// has them.
    #[cfg(feature = "parts")]
    lengths: Option<&'a [u8]>,
    /// The number of lengths of the current document.
    #[cfg(feature = "parts")]
    current_lengths: u32,
}

impl<'a> Postings<'a> {
    pub(crate) fn new(sections: &PostingSections<'a>, info: TermInfo) -> Self {
        Self {
            gaps: info.gaps.reader(sections.gaps),
            frequencies: info.frequencies.reader(sections.frequencies),
            blocks: info.blocks.reader(sections.blocks),
            has_blocks: info.has_blocks,
            block_size: sections.block_size,
            remaining: info.document_count,
            document: u32::MAX,
            unread: 0,
            unread_blocks: 0,
            current_blocks: 0,
            #[cfg(feature = "parts")]
            lengths: match info.has_lengths(sections) {
                true => Some(info.frequencies.bytes(sections.frequencies)),
                false => None,
            },
            #[cfg(feature = "parts")]
            current_lengths: 0,
        }
    }

    /// Moves to the next document and returns it.
    #[inline(always)]
    pub(crate) fn advance(&mut self) -> Option<u32> {
        if self.remaining == 0 || self.gaps.is_at_end() {
            return None;
        }
        self.remaining -= 1;
        self.unread += 1;
        self.document = self.document.wrapping_add(self.gaps.varint());
        Some(self.document)
    }

    /// Moves to the first document that is not below `target`, which may be the current one, and
    /// returns it.
    pub(crate) fn seek(&mut self, target: u32) -> Option<u32> {
        // The second condition holds before the first document.
        while self.document < target || self.document == u32::MAX {
            self.advance()?;
        }
        Some(self.document)
    }

    /// Reads the first byte of the current document's frequencies. Below 0x80 it is the frequency
    /// in the body; otherwise [`Self::frequencies_after`] must be called. May be called once per
    /// document.
    #[inline(always)]
    pub(crate) fn frequency_head(&mut self) -> u8 {
        if self.unread > 1 {
            self.skip_unread();
        }
        self.unread = 0;
        let head = self.frequencies.byte();
        #[cfg(feature = "parts")]
        {
            let before = std::mem::replace(&mut self.current_lengths, field_count(head));
            self.skip_lengths(before);
        }
        head
    }

    #[cfg(feature = "parts")]
    #[inline(always)]
    fn skip_lengths(&mut self, count: u32) {
        if let Some(lengths) = &mut self.lengths {
            *lengths =
                lengths.get(..lengths.len().saturating_sub(count as usize)).unwrap_or_default();
        }
    }

    /// Returns the lengths of the fields of the current document in which the term has these
    /// frequencies, which have been read.
    pub(crate) fn listed_lengths(&self, frequencies: Frequencies) -> ListedLengths {
        #[cfg(feature = "parts")]
        if let Some(lengths) = self.lengths {
            return ListedLengths::read(frequencies, lengths.iter().rev());
        }
        let _ = frequencies;
        ListedLengths::default()
    }

    /// Returns the length of the body of the current document if the term occurs in no other field,
    /// or `None` if the list has no lengths.
    #[inline(always)]
    pub(crate) fn body_length(&self) -> Option<u8> {
        #[cfg(feature = "parts")]
        return self.lengths.map(|lengths| lengths.last().copied().unwrap_or_default());
        #[cfg(not(feature = "parts"))]
        None
    }

    /// Reads the frequencies of the current document after their first byte.
    pub(crate) fn frequencies_after(&mut self, head: u8) -> Frequencies {
        Frequencies::read_after(head, &mut self.frequencies)
    }

    #[inline(never)]
    fn skip_unread(&mut self) {
        let (occurrences, fields) = Frequencies::skip(&mut self.frequencies, self.unread - 1);
        #[cfg(feature = "parts")]
        self.skip_lengths(fields);
        #[cfg(not(feature = "parts"))]
        let _ = fields;
        self.unread_blocks = self.unread_blocks.saturating_add(occurrences);
    }

    /// Reads the frequencies in the current document. May be called once per document.
    pub(crate) fn frequencies(&mut self) -> Frequencies {
        self.unread_blocks = self.unread_blocks.saturating_add(self.current_blocks);
        let head = self.frequency_head();
        let frequencies = self.frequencies_after(head);
        self.current_blocks = frequencies.total();
        frequencies
    }

    /// Calls `visit` with the field of each occurrence in the current document, and its block of
    /// [`BLOCK_SIZE`] positions. See [`Self::stored_blocks`].
    pub(crate) fn blocks(&mut self, frequencies: Frequencies, visit: &mut dyn FnMut(Field, u32)) {
        let stored_in_block = BLOCK_SIZE / self.block_size.max(1);
        self.stored_blocks(frequencies, &mut |field, block| visit(field, block / stored_in_block));
    }

    /// Calls `visit` with the field and stored block of each occurrence in the current document,
    /// which has these frequencies. May be called once per document. Visits nothing if the term has
    /// no blocks.
    pub(crate) fn stored_blocks(
        &mut self,
        frequencies: Frequencies,
        visit: &mut dyn FnMut(Field, u32),
    ) {
        self.blocks.skip_varints(self.unread_blocks);
        (self.unread_blocks, self.current_blocks) = (0, 0);
        for (field, count) in Field::ALL.iter().zip(&frequencies.0) {
            let mut block = 0_u32;
            for _ in 0..*count {
                if self.blocks.is_at_end() {
                    return;
                }
                block = block.saturating_add(self.blocks.varint());
                visit(*field, block);
            }
        }
    }
}
