//! The parts of an edition that have arrived, and those that were missing when bytes were read.

use crate::format::{PartError, Reader, open};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// The number of a part, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(pub u32);

/// The number of the head among the files.
const HEAD: u32 = 0;

/// The parts of an edition that have arrived.
pub struct PartStore<'a> {
    /// The checksum of the edition.
    edition: u64,
    edition_len: usize,
    /// The runs of the edition's bytes, without gaps.
    extents: Vec<Extent<'a>>,
    part_count: u32,
    search_parts: u32,
    term_starts: Vec<(u32, &'a [u8])>,
    /// The front, and the number of its items.
    front: (u32, u32),
    /// The first part with bodies, and for each of them the item after its last one.
    bodies: (u32, Vec<u32>),
    /// The parts that held bytes that were read in vain.
    missing: Mutex<BTreeSet<PartId>>,
    arrived: Mutex<BTreeSet<PartId>>,
}

/// A run of the edition's bytes.
struct Extent<'a> {
    start: usize,
    len: usize,
    file: u32,
    /// The bytes, once they have arrived.
    bytes: OnceLock<&'a [u8]>,
}

impl<'a> PartStore<'a> {
    /// Opens the head of an edition. No part has arrived.
    ///
    /// # Errors
    /// If the bytes are no head, have another version of the format, or are damaged.
    pub fn open(head: &'a [u8]) -> Result<Self, PartError> {
        let (edition, content) = open(head, HEAD)?;
        let mut reader = Reader(content);
        let mut store = Self::read(edition, &mut reader).ok_or(PartError::Damaged)?;
        store.fill(HEAD, reader.0)?;
        let parts = store.extents.iter().map(|extent| extent.file);
        store.part_count = parts.max().unwrap_or_default();
        Ok(store)
    }

    /// Reads the tables of a head.
    fn read(edition: u64, reader: &mut Reader<'a>) -> Option<Self> {
        let edition_len = reader.varint()? as usize;
        let search_parts = reader.varint()?;
        let mut term_starts = Vec::new();
        let mut anchor = 0_u32;
        for _ in 0..reader.varint()? {
            anchor = anchor.checked_add(reader.varint()?)?;
            let length = reader.varint()? as usize;
            term_starts.push((anchor, reader.take(length)?));
        }
        let front = (reader.varint()?, reader.varint()?);
        // The boot script uses the numbers of the parts that every search needs.
        for _ in 0..reader.varint()? {
            let _ = reader.varint()?;
        }
        let mut bodies = (reader.varint()?, Vec::new());
        let mut item = 0_u32;
        for _ in 0..reader.varint()? {
            item = item.checked_add(reader.varint()?)?;
            bodies.1.push(item);
        }
        let mut extents = Vec::new();
        let mut start = 0_usize;
        for _ in 0..reader.varint()? {
            let len = reader.varint()? as usize;
            extents.push(Extent { start, len, file: 0, bytes: OnceLock::new() });
            start = start.checked_add(len)?;
        }
        let mut file = 0_u32;
        for extent in &mut extents {
            let zigzag = reader.varint()?;
            file = file.checked_add_signed((zigzag >> 1) as i32 ^ -((zigzag & 1) as i32))?;
            extent.file = file;
        }
        let store = Self {
            edition,
            edition_len,
            extents,
            part_count: 0,
            search_parts,
            term_starts,
            front,
            bodies,
            missing: Mutex::default(),
            arrived: Mutex::default(),
        };
        (start == edition_len).then_some(store)
    }

    /// Takes a part that has arrived. A part that is there already stays as it is.
    ///
    /// # Errors
    /// If the bytes are no part, belong to another edition, are another part, or are damaged.
    pub fn insert(&self, part: PartId, bytes: &'a [u8]) -> Result<(), PartError> {
        let (edition, content) = open(bytes, part.0)?;
        if edition != self.edition || part.0 == HEAD {
            return Err(PartError::Other);
        }
        if !self.has(part) {
            self.fill(part.0, content)?;
            lock(&self.arrived).insert(part);
        }
        Ok(())
    }

    /// Gives the extents of a file their bytes.
    fn fill(&self, file: u32, content: &'a [u8]) -> Result<(), PartError> {
        let extents = || self.extents.iter().filter(|extent| extent.file == file);
        let length = extents().try_fold(0_usize, |sum, extent| sum.checked_add(extent.len));
        if length != Some(content.len()) {
            return Err(PartError::Damaged);
        }
        let mut rest = content;
        for extent in extents() {
            let (bytes, after) = rest.split_at_checked(extent.len).ok_or(PartError::Damaged)?;
            extent.bytes.get_or_init(|| bytes);
            rest = after;
        }
        Ok(())
    }

    /// Returns the bytes from an offset of the edition to the end of their extent. Returns `None`
    /// and notes the parts if any of the first `length` bytes is absent.
    pub(crate) fn at(&self, offset: usize, length: usize) -> Option<&'a [u8]> {
        let first = self.extent_at(offset)?;
        let extent = self.extents.get(first)?;
        let from = offset - extent.start;
        let bytes = extent.bytes.get().copied();
        if from + length <= extent.len
            && let Some(bytes) = bytes
        {
            return bytes.get(from..);
        }
        let end = offset.checked_add(length)?;
        let touched = self.extents.get(first..)?.iter().take_while(|extent| extent.start < end);
        let absent = touched.filter(|extent| extent.bytes.get().is_none());
        lock(&self.missing).extend(absent.map(|extent| PartId(extent.file)));
        None
    }

    /// Returns whether bytes have arrived.
    pub(crate) fn has_bytes(&self, offset: usize, length: usize) -> bool {
        let end = offset.saturating_add(length);
        let first = self.extent_at(offset).unwrap_or_default();
        let mut touched = self.extents.iter().skip(first).take_while(|extent| extent.start < end);
        length == 0 || touched.all(|extent| extent.bytes.get().is_some())
    }

    /// Returns the file that holds the byte at an offset of the edition.
    pub(crate) fn file_at(&self, offset: usize) -> Option<u32> {
        self.extents.get(self.extent_at(offset)?).map(|extent| extent.file)
    }

    /// Returns the number of the extent that holds the byte at an offset, or of the last one.
    fn extent_at(&self, offset: usize) -> Option<usize> {
        self.extents.partition_point(|extent| extent.start <= offset).checked_sub(1)
    }

    /// Returns the parts that held bytes that were read in vain since the last call. If there are
    /// any, what was computed meanwhile is wrong: insert them and compute it again.
    pub fn take_missing(&self) -> Vec<PartId> {
        std::mem::take(&mut *lock(&self.missing)).into_iter().collect()
    }

    /// Returns what a read gives, and the parts that held bytes that it read in vain. They are not
    /// noted.
    pub fn missing_for<T>(&self, read: impl FnOnce() -> T) -> (T, Vec<PartId>) {
        let before = std::mem::take(&mut *lock(&self.missing));
        let value = read();
        let missing = std::mem::replace(&mut *lock(&self.missing), before);
        (value, missing.into_iter().collect())
    }

    pub(crate) fn is_missing_parts(&self) -> bool {
        !lock(&self.missing).is_empty()
    }

    /// Returns the number of parts. They are numbered from 1.
    pub fn part_count(&self) -> u32 {
        self.part_count
    }

    /// Iterates over the parts that searches and lists of items read, as far as they have not
    /// arrived.
    pub fn absent_search_parts(&self) -> impl Iterator<Item = PartId> + '_ {
        let last = self.search_parts.min(self.part_count);
        (1..=last).map(PartId).filter(|part| !self.has(*part))
    }

    /// Returns whether a part has arrived.
    pub fn has(&self, part: PartId) -> bool {
        lock(&self.arrived).contains(&part)
    }

    /// Returns the part with the body of an item, except for what is in the front. The record of
    /// the item need not be there. Returns `None` after the last body.
    pub fn body_of(&self, item: u32) -> Option<PartId> {
        let (first, ends) = &self.bodies;
        let part = ends.partition_point(|end| *end <= item);
        (part < ends.len()).then(|| PartId(first.saturating_add(part as u32)))
    }

    /// Returns the front, if it has something of an item.
    pub fn front_of(&self, item: u32) -> Option<PartId> {
        let (part, items) = self.front;
        (item < items).then_some(PartId(part))
    }

    /// Returns the checksum of the edition, which names it.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Returns the length of the edition in bytes.
    pub fn edition_len(&self) -> usize {
        self.edition_len
    }

    /// Returns the terms at which parts of the dictionary begin, in order: the number of the
    /// anchor, and the term. A search in the dictionary needs no other part than the one it ends
    /// in.
    pub fn term_starts(&self) -> &[(u32, &'a [u8])] {
        &self.term_starts
    }
}

impl fmt::Debug for PartStore<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { edition, part_count, .. } = self;
        let arrived = lock(&self.arrived).len();
        write!(f, "PartStore({edition:016x}, {arrived} of {part_count} parts)")
    }
}

/// Locks a set. A thread that has panicked left it whole.
fn lock(parts: &Mutex<BTreeSet<PartId>>) -> MutexGuard<'_, BTreeSet<PartId>> {
    parts.lock().unwrap_or_else(PoisonError::into_inner)
}
