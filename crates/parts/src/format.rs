//! The format of the head and of the parts.
//!
//! All numbers are little-endian; a *varint* has seven bits per byte, low bits first.
//!
//! The head starts with a *label* of 28 bytes, and each part ends with one:
//!
//! | offset | bytes | content |
//! |---|---|---|
//! | 0 | 4 | [`MAGIC`] |
//! | 4 | 4 | [`VERSION`] |
//! | 8 | 8 | checksum of the edition, which names it |
//! | 16 | 4 | number of the file: 0 for the head, then the parts |
//! | 20 | 8 | XXH64 of the bytes after or before, with the number of the file as the seed |
//!
//! # Head
//!
//! The head goes on with varints:
//!
//! - the length of the edition;
//! - the number of parts that searches and lists of items read. They come before all others;
//! - the number of *term starts*, then for each of them the anchor minus that of the previous one,
//!   the length of the term and its bytes. The first part has the terms from the first of them on,
//!   the second part those from the second on, and so forth;
//! - the *front*, the part that lists show of the first items before a reader searches, or 0; and
//!   the number of these items, of whose bodies it may have some;
//! - the number of parts that every search needs, then the number of each;
//! - the first part with bodies; the number of parts with bodies, which follow each other; and for
//!   each of them the number of its items;
//! - the number of *extents*, then the length of each, then the first file of each, minus the last
//!   one of the extent before (zigzag), then its division. Extents are runs of the edition's
//!   bytes, and follow each other without gaps.
//!
//! An extent is divided in one of these ways:
//!
//! - 0: it is in one file;
//! - 2n − 1: n files after the first one have the rest of it, in order. Each of these parts tells
//!   where its piece is;
//! - 2n: likewise, but a piece starts that many bytes after the first one as there are *units*
//!   between the parts, times the bytes of a unit, which follow. The units of parts with terms are
//!   anchors, those of parts with bodies are items.
//!
//! The boot script of the page reads the numbers before the extents, too (`src/js/boot/parts.js`).
//!
//! After that come the bytes of the head's extents in order.
//!
//! # Parts
//!
//! A part begins with its *content*: the bytes of its extents and pieces in the order of the
//! edition. Then come varints, which tell what depends on the rest of the edition:
//!
//! - the number of *relocations*. For each of them: the place in the content where it begins, the
//!   number of its units, the bytes of a unit, the number of fields (u32) that a unit begins with,
//!   and for each field a number to add to it in every unit, modulo 2³²;
//! - the start and the length of each piece that the part has to tell, from the start of the
//!   extent.
//!
//! Then come the number of these bytes (u32) and the label. An edit of an article changes offsets
//! in most parts, but the contents of few. So a build compresses few contents again.

use std::fmt::{self, Display, Formatter};
use xxhash_rust::xxh64::xxh64;

/// The first bytes of a head and of a part.
pub(crate) const MAGIC: [u8; 4] = *b"CTPT";

/// The version of the format. A program reads only its own version.
pub const VERSION: u32 = 6;

/// The bytes of a label.
pub(crate) const LABEL_BYTES: usize = 28;

/// The bytes of the number before a part's label.
pub(crate) const TOLD_LENGTH_BYTES: usize = 4;

/// An error in a head or a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartError {
    /// The bytes are no file of an edition in parts.
    NotAPart,
    /// Another version of this program wrote the file.
    Version {
        /// The version of the file.
        found: u32,
    },
    /// The file belongs to another edition, or is another part of this one.
    Other,
    /// The file is truncated or damaged.
    Damaged,
}

impl Display for PartError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPart => f.write_str("the file is no part of an edition"),
            Self::Version { found } => write!(
                f,
                "the file has version {found}, but this program reads version {VERSION}; publish \
                 the edition again"
            ),
            Self::Other => f.write_str("the file belongs to another edition or is another part"),
            Self::Damaged => f.write_str("the file is damaged"),
        }
    }
}

impl std::error::Error for PartError {}

/// Computes the checksum of a file's content.
pub(crate) fn checksum(content: &[u8], file: u32) -> u64 {
    xxh64(content, u64::from(file))
}

/// Returns the content of the head with the checksum of its edition.
pub(crate) fn open_head(bytes: &[u8]) -> Result<(u64, &[u8]), PartError> {
    let (label, content) = bytes.split_at_checked(LABEL_BYTES).ok_or(PartError::NotAPart)?;
    Ok((open(label, content, 0)?, content))
}

/// A part, taken to pieces.
pub(crate) struct Part<'a> {
    /// The checksum of its edition.
    pub(crate) edition: u64,
    pub(crate) content: &'a mut [u8],
    /// The bytes that tell its place in the edition.
    pub(crate) told: &'a [u8],
}

/// Takes a part to pieces.
pub(crate) fn open_part(bytes: &mut [u8], file: u32) -> Result<Part<'_>, PartError> {
    let content = content_length(bytes);
    let (before, label) = bytes.split_at_mut(bytes.len().saturating_sub(LABEL_BYTES));
    let edition = open(label, before, file)?;
    let length = content.ok_or(PartError::Damaged)?;
    let (content, told) = before.split_at_mut_checked(length).ok_or(PartError::Damaged)?;
    let told = told.get(..told.len().saturating_sub(TOLD_LENGTH_BYTES)).unwrap_or_default();
    Ok(Part { edition, content, told })
}

/// Returns the length of a part's content, which does not depend on what is elsewhere in the
/// edition. `None` if the bytes are no part.
pub fn content_length(part: &[u8]) -> Option<usize> {
    let before = part.len().checked_sub(LABEL_BYTES + TOLD_LENGTH_BYTES)?;
    let told = u32::from_le_bytes(*part.get(before..)?.first_chunk()?);
    before.checked_sub(told as usize)
}

/// Checks the label of a file, and returns the checksum of its edition.
fn open(label: &[u8], rest: &[u8], file: u32) -> Result<u64, PartError> {
    let mut reader = Reader(label);
    if reader.take(4) != Some(&MAGIC[..]) {
        return Err(PartError::NotAPart);
    }
    let found = reader.u32().ok_or(PartError::Damaged)?;
    if found != VERSION {
        return Err(PartError::Version { found });
    }
    let edition = reader.u64().ok_or(PartError::Damaged)?;
    let number = reader.u32().ok_or(PartError::Damaged)?;
    let expected = reader.u64().ok_or(PartError::Damaged)?;
    if number != file {
        return Err(PartError::Other);
    }
    if checksum(rest, file) != expected {
        return Err(PartError::Damaged);
    }
    Ok(edition)
}

/// Reads numbers one after the other.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(crate) fn varint(&mut self) -> Option<u32> {
        let (mut value, mut shift) = (0_u32, 0);
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            value |= u32::from(byte & 0x7F).checked_shl(shift)?;
            shift += 7;
            if *byte < 0x80 {
                return Some(value);
            }
        }
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn u64(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }
}
