//! The file format: the header, the section table, and the checks on opening.
//!
//! All numbers are little-endian. A *varint* has seven bits per byte, low bits first. A *string* is
//! its length in bytes (varint) and UTF-8. Nothing is aligned.
//!
//! - Header: the magic number "CTSX" and the version (u32); the numbers of documents, terms, facets
//!   and columns (u32 each); the number of positions in a block (u32); the mean length of each of
//!   the five fields (f32 each).
//! - Section table: for each section, its offset from the start of the index and its length (u32
//!   each).
//! - The sections, in this order:
//!
//! | section | format |
//! |---|---|
//! | dictionary | [`dictionary`](super::dictionary) |
//! | term infos | [`term_info`](super::term_info) |
//! | anchors | [`anchors`](super::anchors) |
//! | gaps, frequencies, blocks | [`postings`](super::postings) |
//! | lengths | a byte for each field and document: [`field_length`](super::field_length) |
//! | aliases | [`aliases`](super::aliases) |
//! | four sections for each facet | [`facet`](super::facet) |
//! | one section for each column | a sort key for each document (u32), 0 for no value |
//! | spellings, if a block has one position | [`spellings`](super::spellings) |

use super::bytes::u32_in;
use super::postings::BLOCK_SIZE;
use crate::document::Field;
use cuttings_parts::Bytes;
use std::fmt::{self, Display, Formatter};

pub(crate) const MAGIC: [u8; 4] = *b"CTSX";

/// The version of the format. It changes with the format; a program reads only its own version.
pub const VERSION: u32 = 10;

/// The bytes before the section table.
pub(crate) const HEADER_BYTES: usize = MEAN_LENGTHS_OFFSET + 4 * Field::COUNT;
/// The offset of the mean lengths.
const MEAN_LENGTHS_OFFSET: usize = 28;

/// Limits that keep the section table small, whatever damaged bytes claim.
pub(crate) const MAX_FACETS: u32 = 64;
pub(crate) const MAX_COLUMNS: u32 = 64;

/// The sections of every index.
pub(crate) const FIXED_SECTIONS: usize = 8;
/// The sections of a facet.
pub(crate) const FACET_SECTIONS: usize = 4;

/// An error from [`Index::open`](crate::Index::open).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes do not start with the magic number of an index.
    NotAnIndex,
    /// Another version of this program wrote the bytes. Build the index again.
    Version {
        /// The version of the bytes.
        found: u32,
    },
    /// The bytes are truncated, or a section contradicts the header.
    Damaged {
        /// The part that is damaged.
        what: &'static str,
    },
}

impl Display for OpenError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnIndex => f.write_str("the bytes are not a search index"),
            Self::Version { found } => write!(
                f,
                "the search index has version {found}, but this program reads version {VERSION}; \
                 build the index again"
            ),
            Self::Damaged { what } => write!(f, "the search index is damaged: {what}"),
        }
    }
}

impl std::error::Error for OpenError {}

/// The header, after its checks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Header {
    pub(crate) documents: u32,
    pub(crate) terms: u32,
    pub(crate) facets: u32,
    pub(crate) columns: u32,
    pub(crate) block_size: u32,
    pub(crate) mean_lengths: [f32; Field::COUNT],
}

impl Header {
    pub(crate) fn read(bytes: Bytes<'_>) -> Result<Self, OpenError> {
        if bytes.get(0..4) != Some(MAGIC.as_slice()) {
            return Err(OpenError::NotAnIndex);
        }
        let number = |offset| {
            u32_in(bytes, offset).ok_or(OpenError::Damaged { what: "the header is truncated" })
        };
        let found = number(4)?;
        if found != VERSION {
            return Err(OpenError::Version { found });
        }
        let mut mean_lengths = [0.0; Field::COUNT];
        for (index, mean) in mean_lengths.iter_mut().enumerate() {
            let value = f32::from_bits(number(MEAN_LENGTHS_OFFSET + index * 4)?);
            *mean = if value.is_finite() && value > 0.0 { value } else { 1.0 };
        }
        let header = Self {
            documents: number(8)?,
            terms: number(12)?,
            facets: number(16)?,
            columns: number(20)?,
            block_size: number(24)?,
            mean_lengths,
        };
        if header.facets > MAX_FACETS || header.columns > MAX_COLUMNS {
            return Err(OpenError::Damaged { what: "it has too many facets or columns" });
        }
        if header.block_size != 1 && header.block_size != BLOCK_SIZE {
            return Err(OpenError::Damaged { what: "it has blocks of another size" });
        }
        Ok(header)
    }

    /// Returns whether the index has a list of spellings. That of a large edition has one.
    #[cfg(any(feature = "build", feature = "parts"))]
    pub(crate) fn has_spellings(&self) -> bool {
        self.block_size == 1
    }

    /// Returns the bytes of a section, by its position in the table.
    #[inline(never)]
    pub(crate) fn section<'a>(
        &self,
        bytes: Bytes<'a>,
        position: usize,
    ) -> Result<Bytes<'a>, OpenError> {
        let at = HEADER_BYTES + position * 8;
        let range = u32_in(bytes, at).zip(u32_in(bytes, at + 4));
        range
            .and_then(|(offset, length)| {
                bytes.section(offset as usize..(offset as usize).checked_add(length as usize)?)
            })
            .ok_or(OpenError::Damaged { what: "a section ends beyond the last byte" })
    }
}
