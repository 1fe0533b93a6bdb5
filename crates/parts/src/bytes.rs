//! A range of an edition's bytes, of which some may not have arrived.

use crate::store::PartStore;
use std::ops::Range;

/// A range of an edition's bytes.
///
/// Offsets count from the start of the range. The length is known even if bytes are absent.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a>(Source<'a>);

#[derive(Clone, Copy, Debug)]
enum Source<'a> {
    Whole(&'a [u8]),
    InParts { store: &'a PartStore<'a>, start: usize, len: usize },
}

impl<'a> Bytes<'a> {
    /// Returns all bytes of an edition that arrives in parts.
    pub fn in_parts(store: &'a PartStore<'a>) -> Self {
        Self(Source::InParts { store, start: 0, len: store.edition_len() })
    }

    /// Returns the number of bytes, absent ones included.
    pub fn len(&self) -> usize {
        match self.0 {
            Source::Whole(bytes) => bytes.len(),
            Source::InParts { len, .. } => len,
        }
    }

    /// Returns whether the range has no bytes.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns a range within this one, or `None` if it ends beyond.
    pub fn section(&self, range: Range<usize>) -> Option<Self> {
        let length = range.end.checked_sub(range.start)?;
        Some(Self(match self.0 {
            Source::Whole(bytes) => Source::Whole(bytes.get(range)?),
            Source::InParts { store, start, len } => {
                if range.end > len {
                    return None;
                }
                Source::InParts { store, start: start + range.start, len: length }
            }
        }))
    }

    /// Returns the bytes of a range, or `None` if it ends beyond, or if they are absent.
    #[inline]
    pub fn get(&self, range: Range<usize>) -> Option<&'a [u8]> {
        match self.0 {
            Source::Whole(bytes) => bytes.get(range),
            Source::InParts { store, start, len } => {
                let length = range.end.checked_sub(range.start)?;
                if range.end > len {
                    return None;
                }
                store.at(start + range.start, length)?.get(..length)
            }
        }
    }

    /// Returns the bytes from an offset on, or `None` if they are absent: to the end of the range,
    /// or up to where another part may hold the next ones. What starts in a part ends in it.
    #[inline]
    pub fn from(&self, offset: usize) -> Option<&'a [u8]> {
        match self.0 {
            Source::Whole(bytes) => bytes.get(offset..),
            Source::InParts { store, start, len } => {
                let rest = len.checked_sub(offset)?;
                let bytes = store.at(start + offset, usize::from(rest > 0))?;
                Some(bytes.get(..rest).unwrap_or(bytes))
            }
        }
    }

    /// Returns whether the bytes at two offsets are in one part.
    pub fn are_in_one_part(&self, first: usize, second: usize) -> bool {
        match self.0 {
            Source::Whole(_) => true,
            Source::InParts { store, start, .. } => {
                store.file_at(start + first) == store.file_at(start + second)
            }
        }
    }

    /// Returns whether bytes of the edition were read in vain since the missing parts were taken.
    /// Whoever works with the bytes may then stop: its result is wrong.
    pub fn is_missing_parts(&self) -> bool {
        match self.0 {
            Source::Whole(_) => false,
            Source::InParts { store, .. } => store.is_missing_parts(),
        }
    }

    /// Returns whether all bytes have arrived. This notes no part as missing.
    pub fn is_there(&self) -> bool {
        match self.0 {
            Source::Whole(_) => true,
            Source::InParts { store, start, len } => store.has_bytes(start, len),
        }
    }

    /// Returns all bytes, or an empty slice if some are absent.
    #[inline]
    pub fn all(&self) -> &'a [u8] {
        self.get(0..self.len()).unwrap_or_default()
    }

    /// Returns the first bytes of the terms at which parts begin; see
    /// [`PartStore::term_starts`]. An edition in one piece has none.
    pub fn term_starts(&self) -> &'a [(u32, &'a [u8])] {
        match self.0 {
            Source::Whole(_) => &[],
            Source::InParts { store, .. } => store.term_starts(),
        }
    }
}

impl<'a> From<&'a [u8]> for Bytes<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self(Source::Whole(bytes))
    }
}

impl<'a> From<&'a Vec<u8>> for Bytes<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        bytes.as_slice().into()
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Bytes<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        bytes.as_slice().into()
    }
}
