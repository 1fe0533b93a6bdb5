//! The lasting form of a collection.
//!
//! ```text
//! magic      8 bytes   "CUTTINGS"
//! version    1 byte
//! targets    postcard  the list of entry numbers
//! count      postcard  the number of entries
//! entries              for each: the header, then the bytes of the item with their number before,
//!                      both in postcard
//! checksum   8 bytes   XXH3 of everything before, little-endian
//! ```
//!
//! The types of `cuttings-import` and `cuttings-corpus` that derive their encoding are part of it:
//! a change of their fields needs a new version. A test reads bytes that this version wrote.

use crate::entry::{Entry, Header, Keys, encoded};
use crate::item_file::{ItemFile, Pieces};
use crate::seen::Seen;
use crate::{Collection, Settings};
use cuttings_edition_builder::Slugs;
use cuttings_memory::Key;
use std::fmt;
use std::sync::Arc;

const MAGIC: &[u8; 8] = b"CUTTINGS";
const VERSION: u8 = 1;

/// The reason why bytes are no collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes do not start as a collection does.
    NotACollection,
    /// They are of another version of the form, given here.
    OtherVersion(u8),
    /// They are damaged or not complete.
    Damaged,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotACollection => f.write_str("these bytes are not a collection"),
            Self::OtherVersion(version) => {
                write!(f, "this collection has version {version}, and {VERSION} can be read")
            }
            Self::Damaged => f.write_str("this collection is damaged"),
        }
    }
}

impl std::error::Error for OpenError {}

impl Collection {
    /// Passes the lasting form on, piece by piece. The title and the language are not part of it.
    pub fn save(&self, write: &mut dyn FnMut(&[u8])) {
        let mut checksum = Checksum::default();
        let mut write_checked = |bytes: &[u8]| {
            checksum.add(bytes);
            write(bytes);
        };
        write_checked(MAGIC);
        write_checked(&[VERSION]);
        write_checked(&encoded(&self.targets));
        write_checked(&encoded(&self.entries.len()));
        for entry in &self.entries {
            write_checked(&entry.record());
        }
        let checksum = checksum.finish();
        write(&checksum);
    }

    /// Has all items read from a file to which [`save`](Self::save) has written them, instead of
    /// holding them in memory. Items that are added later stay in memory.
    pub fn release(&mut self, file: Box<dyn ItemFile>) {
        let file = Arc::new(Pieces::new(file));
        let head = encoded(&self.targets).len() + encoded(&self.entries.len()).len();
        let mut offset = (MAGIC.len() + 1 + head) as u64;
        self.entries.shrink_to_fit();
        for entry in &mut self.entries {
            offset += entry.release(&file, offset);
        }
        // Small values that stay would leave no room for large ones between them.
        self.slugs = Slugs::default();
        self.seen.forget_contents();
        self.is_released = true;
    }

    /// Reads again what [`release`](Self::release) has forgotten.
    pub(crate) fn restore(&mut self) {
        if std::mem::take(&mut self.is_released) {
            self.seen = Seen::default();
            for number in 0..self.entries.len() {
                let header = self.entries.get(number).and_then(Entry::header);
                if let Some(header) = header {
                    self.know(number as u32, &header);
                }
            }
        }
    }

    /// Remembers the keys and the slug of an entry.
    fn know(&mut self, number: u32, header: &Header) {
        let keys = Keys { content: header.content.map(Key), address: header.address.map(Key) };
        self.seen.add(number, keys);
        self.slugs.take(&header.slug);
    }

    /// Reads the form that [`save`](Self::save) writes.
    ///
    /// # Errors
    /// If the bytes are not of that form, or damaged.
    pub fn open(settings: Settings, bytes: &[u8]) -> Result<Self, OpenError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(OpenError::NotACollection)?;
        let (version, rest) = rest.split_first().ok_or(OpenError::Damaged)?;
        if *version != VERSION {
            return Err(OpenError::OtherVersion(*version));
        }
        let (rest, checksum) = rest.split_last_chunk::<8>().ok_or(OpenError::Damaged)?;
        let mut expected = Checksum::default();
        expected.add(bytes.get(..bytes.len() - checksum.len()).unwrap_or_default());
        if expected.finish() != *checksum {
            return Err(OpenError::Damaged);
        }
        let mut collection = Self::new(settings);
        collection.read(rest).ok_or(OpenError::Damaged)?;
        Ok(collection)
    }

    /// Reads what is between the version and the checksum.
    fn read(&mut self, rest: &[u8]) -> Option<()> {
        let (targets, rest) = postcard::take_from_bytes(rest).ok()?;
        let (count, mut rest): (u32, _) = postcard::take_from_bytes(rest).ok()?;
        for number in 0..count {
            let (header, after): (Header, _) = postcard::take_from_bytes(rest).ok()?;
            let (length, after): (usize, _) = postcard::take_from_bytes(after).ok()?;
            let (item, after) = after.split_at_checked(length)?;
            self.know(number, &header);
            self.entries.push(Entry::from_parts(&header, item));
            rest = after;
        }
        self.targets = targets;
        rest.is_empty().then_some(())
    }
}

/// A checksum of bytes that come in pieces.
#[derive(Default)]
struct Checksum(Box<xxhash_rust::xxh3::Xxh3>);

impl Checksum {
    fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> [u8; 8] {
        self.0.digest().to_le_bytes()
    }
}
