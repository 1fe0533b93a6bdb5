//! Stores each text of an edition once.

use crate::error::BuildError;
use crate::output::Output;
use cuttings_edition::layout::{ABSENT, HEADER_BYTES};
use std::collections::HashMap;
use xxhash_rust::xxh3::xxh3_64;

/// The bytes of texts from which on they are written when they are forgotten.
const WRITTEN: usize = 256 << 10;

/// The texts so far.
pub(crate) struct Texts<'o> {
    output: &'o mut dyn Output,
    /// The last texts, which are not written yet, and the number of bytes before them.
    bytes: Vec<u8>,
    bytes_before: usize,
    /// The start of each text by its hash, since the last ones were forgotten. Of two texts with
    /// the same hash one is stored again each time.
    starts: HashMap<u64, u32>,
    /// The same for the texts that many items share, and their bytes.
    common: HashMap<u64, u32>,
    common_bytes: Vec<u8>,
}

impl<'o> Texts<'o> {
    /// Creates the section of an edition, which follows its header.
    pub(crate) fn new(output: &'o mut dyn Output) -> Self {
        Self {
            output,
            bytes: Vec::new(),
            bytes_before: 0,
            starts: HashMap::new(),
            common: HashMap::new(),
            common_bytes: Vec::new(),
        }
    }

    /// Stores a text, unless it is stored already. Returns its start and its length.
    pub(crate) fn store(&mut self, text: &str) -> Result<(u32, u32), BuildError> {
        let hash = xxh3_64(text.as_bytes());
        let is_same = |bytes: &[u8], start: usize| {
            bytes.get(start..).unwrap_or_default().starts_with(text.as_bytes())
        };
        let is_common = |start: &u32| is_same(&self.common_bytes, *start as usize);
        let is_stored = |start: &u32| {
            let start = (*start as usize).checked_sub(self.bytes_before);
            start.is_some_and(|start| is_same(&self.bytes, start))
        };
        let found = match self.common.get(&hash) {
            Some(start) => Some(start).filter(|start| is_common(start)),
            None => self.starts.get(&hash).filter(|start| is_stored(start)),
        };
        let start = match found {
            Some(start) => *start,
            None => {
                let start = offset(self.len())?;
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
        self.common_bytes.clone_from(&self.bytes);
    }

    /// Forgets the texts so far, except for the common ones. The record of an item then needs no
    /// other record's part of the edition.
    pub(crate) fn forget_item(&mut self) -> Result<(), BuildError> {
        // Clearing would take as long as the longest list of texts so far, for each item.
        self.starts = HashMap::new();
        if self.bytes.len() >= WRITTEN { self.write() } else { Ok(()) }
    }

    /// Forgets the texts so far: equal ones that follow are stored again.
    ///
    /// The texts of a body are stored once in that body, and again in another. An article then
    /// needs no other article's part of the edition.
    pub(crate) fn forget(&mut self) -> Result<(), BuildError> {
        self.common = HashMap::new();
        self.common_bytes = Vec::new();
        self.forget_item()
    }

    /// Returns the number of bytes so far.
    pub(crate) fn len(&self) -> usize {
        self.bytes_before + self.bytes.len()
    }

    /// Writes the last texts, and returns the place of the edition behind its header and all texts.
    pub(crate) fn finish(mut self) -> Result<(&'o mut dyn Output, usize), BuildError> {
        self.write()?;
        Ok((self.output, HEADER_BYTES + self.bytes_before))
    }

    fn write(&mut self) -> Result<(), BuildError> {
        self.output.write(HEADER_BYTES + self.bytes_before, &self.bytes)?;
        self.bytes_before += self.bytes.len();
        self.bytes.clear();
        Ok(())
    }
}

/// Converts a length to an offset of the format. [`ABSENT`] is not an offset.
pub(crate) fn offset(length: usize) -> Result<u32, BuildError> {
    u32::try_from(length).ok().filter(|offset| *offset != ABSENT).ok_or(BuildError::TooLarge)
}
