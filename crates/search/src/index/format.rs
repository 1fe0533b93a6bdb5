//! The bytes of an index: what lies where, and what is checked when they are opened.
//!
//! All numbers are little-endian; *varint* is seven bits a byte, low ones first. Nothing is aligned.
//!
//! ```text
//! header    magic "CTSX", version (u32), documents, forms, facets, columns (u32 each),
//!           mean length of each of the four fields (f32 each)
//! sections  for each: offset from the start of the index, length (u32 each)
//! …         the sections themselves
//! ```
//!
//! | section | holds |
//! |---|---|
//! | dictionary | see [`dictionary`](crate::index::dictionary) |
//! | forms | see [`postings`](crate::index::postings), like the next four |
//! | anchors | |
//! | gaps | |
//! | frequencies | |
//! | blocks | |
//! | lengths | four times `documents` bytes: the length of each field, as [`length`](crate::index::field_length) codes it |
//! | aliases | see [`aliases`](crate::index::aliases) |
//! | *a facet's* labels | name (text), then the labels one after the other (text: varint length, UTF-8) |
//! | *its* places | where each label begins in the labels (u32), and how many documents have the value (u32) |
//! | *its* starts | empty when no document has more than one value; else for each document where its values begin in the next section, counted in values, and where those of the last end (u32) |
//! | *its* values | value numbers, u16 when there are fewer than 65,535 values, else u32; all ones: none |
//! | *a column* | `documents` keys (u32) |

use crate::index::bytes::u32_at;
use std::fmt::{self, Display, Formatter};

pub(crate) const MAGIC: [u8; 4] = *b"CTSX";

/// Raised with each change of the format: an index is read by the version that wrote it, and by no other.
pub const VERSION: u32 = 4;

/// Bytes before the table of sections.
pub(crate) const HEADER: usize = 40;

/// More than anyone has; keeps the table of sections small whatever the header says.
pub(crate) const MAX_FACETS: u32 = 64;
pub(crate) const MAX_COLUMNS: u32 = 64;

/// Sections that every index has.
pub(crate) const FIXED_SECTIONS: usize = 8;
/// Sections of a facet: labels, places, starts, values.
pub(crate) const FACET_SECTIONS: usize = 4;

/// Why bytes are no index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// They do not begin as an index does.
    NotAnIndex,
    /// They were written by another version of this program: build the index again.
    Version {
        /// The version that wrote them.
        found: u32,
    },
    /// They end too early, or a section does not fit what the header says.
    Damaged {
        /// What does not fit.
        what: &'static str,
    },
}

impl Display for OpenError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnIndex => f.write_str("these bytes are no search index"),
            Self::Version { found } => {
                write!(
                    f,
                    "the search index has version {found}, this program reads version {VERSION}: build it again"
                )
            }
            Self::Damaged { what } => write!(f, "the search index is damaged: {what}"),
        }
    }
}

impl std::error::Error for OpenError {}

/// The header, checked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Header {
    pub(crate) documents: u32,
    pub(crate) forms: u32,
    pub(crate) facets: u32,
    pub(crate) columns: u32,
    pub(crate) mean_lengths: [f32; 4],
}

impl Header {
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, OpenError> {
        if bytes.get(..4) != Some(MAGIC.as_slice()) {
            return Err(OpenError::NotAnIndex);
        }
        let word =
            |at| u32_at(bytes, at).ok_or(OpenError::Damaged { what: "the header is cut off" });
        let found = word(4)?;
        if found != VERSION {
            return Err(OpenError::Version { found });
        }
        let mut mean_lengths = [0.0; 4];
        for (index, mean) in mean_lengths.iter_mut().enumerate() {
            let value = f32::from_bits(word(24 + index * 4)?);
            *mean = if value.is_finite() && value > 0.0 { value } else { 1.0 };
        }
        let header = Self {
            documents: word(8)?,
            forms: word(12)?,
            facets: word(16)?,
            columns: word(20)?,
            mean_lengths,
        };
        if header.facets > MAX_FACETS || header.columns > MAX_COLUMNS {
            return Err(OpenError::Damaged { what: "too many facets or columns" });
        }
        Ok(header)
    }

    /// The bytes of a section, by its place in the table.
    #[inline(never)]
    pub(crate) fn section<'a>(&self, bytes: &'a [u8], place: usize) -> Result<&'a [u8], OpenError> {
        let at = HEADER + place * 8;
        let range = u32_at(bytes, at).zip(u32_at(bytes, at + 4));
        range
            .and_then(|(offset, length)| {
                bytes.get(offset as usize..(offset as usize).checked_add(length as usize)?)
            })
            .ok_or(OpenError::Damaged { what: "a section lies beyond the end" })
    }
}
