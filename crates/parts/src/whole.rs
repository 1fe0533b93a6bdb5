//! [`Bytes`] without the feature `store`: all bytes are there, so reading them costs nothing.

use std::ops::Range;

/// A range of an edition's bytes. See the type of the same name with the feature `store`.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    /// Returns the number of bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether the range has no bytes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns a range within this one, or `None` if it ends beyond.
    pub fn section(&self, range: Range<usize>) -> Option<Self> {
        self.get(range).map(Self)
    }

    /// Returns the bytes of a range, or `None` if it ends beyond.
    #[inline]
    pub fn get(&self, range: Range<usize>) -> Option<&'a [u8]> {
        self.0.get(range)
    }

    /// Returns the bytes from an offset to the end of the range.
    #[inline]
    pub fn from(&self, offset: usize) -> Option<&'a [u8]> {
        self.0.get(offset..)
    }

    /// Returns true: there is one part.
    pub fn are_in_one_part(&self, _first: usize, _second: usize) -> bool {
        true
    }

    /// Returns false.
    pub fn is_missing_parts(&self) -> bool {
        false
    }

    /// Returns true.
    pub fn is_there(&self) -> bool {
        true
    }

    /// Returns all bytes.
    #[inline]
    pub fn all(&self) -> &'a [u8] {
        self.0
    }

    /// Returns no terms: no part begins at one.
    pub fn term_starts(&self) -> &'a [(u32, &'a [u8])] {
        &[]
    }
}

impl<'a> From<&'a [u8]> for Bytes<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for Bytes<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Bytes<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self(bytes)
    }
}
