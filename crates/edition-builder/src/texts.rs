//! Stores each text of an edition once.

use crate::error::BuildError;
use cuttings_edition::layout::ABSENT;
use std::collections::HashMap;
use xxhash_rust::xxh3::xxh3_64;

/// The texts so far.
#[derive(Default)]
pub(crate) struct Texts {
    bytes: Vec<u8>,
    /// The start of each text in `bytes` by its hash, since the last ones were forgotten. Of two
    /// texts with the same hash one is stored again each time.
    starts: HashMap<u64, u32>,
    /// The same for the texts that many items share.
    common: HashMap<u64, u32>,
}

impl Texts {
    /// Makes room for texts, so that growing copies none. In a browser the memory of a copy is not
    /// given back.
    pub(crate) fn reserve(&mut self, bytes: usize) {
        self.bytes.reserve_exact(bytes);
    }

    /// Stores a text, unless it is stored already. Returns its start and its length.
    pub(crate) fn store(&mut self, text: &str) -> Result<(u32, u32), BuildError> {
        let hash = xxh3_64(text.as_bytes());
        let found = self.common.get(&hash).or_else(|| self.starts.get(&hash)).copied();
        let is_same = |start: &u32| {
            let stored = self.bytes.get(*start as usize..).unwrap_or_default();
            stored.starts_with(text.as_bytes())
        };
        let start = match found.filter(is_same) {
            Some(start) => start,
            None => {
                let start = offset(self.bytes.len())?;
                self.bytes.extend(text.as_bytes());
                self.starts.insert(hash, start);
                start
            }
        };
        Ok((start, offset(text.len())?))
    }

    /// Stores a text and returns the reference to it.
    pub(crate) fn reference(&mut self, text: Option<&str>) -> Result<[u8; 8], BuildError> {
        let (start, length) = match text {
            None => (ABSENT, 0),
            Some(text) => self.store(text)?,
        };
        let mut reference = [0; 8];
        reference[..4].copy_from_slice(&start.to_le_bytes());
        reference[4..].copy_from_slice(&length.to_le_bytes());
        Ok(reference)
    }

    /// Declares the texts so far to be those that many items share.
    pub(crate) fn end_common(&mut self) {
        self.common = std::mem::take(&mut self.starts);
    }

    /// Forgets the texts so far, except for the common ones. The record of an item then needs no
    /// other record's part of the edition.
    pub(crate) fn forget_item(&mut self) {
        self.starts = HashMap::new();
    }

    /// Forgets the texts so far: equal ones that follow are stored again.
    ///
    /// The texts of a body are stored once in that body, and again in another. An article then
    /// needs no other article's part of the edition.
    pub(crate) fn forget(&mut self) {
        // Clearing would take as long as the longest list of texts so far, for each body.
        self.starts = HashMap::new();
        self.common = HashMap::new();
    }

    /// Returns what is stored so far.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns the section of the edition.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Converts a length to an offset of the format. [`ABSENT`] is not an offset.
pub(crate) fn offset(length: usize) -> Result<u32, BuildError> {
    u32::try_from(length).ok().filter(|offset| *offset != ABSENT).ok_or(BuildError::TooLarge)
}
