//! The parts of an edition that have arrived, and those that were missing when bytes were read.

use crate::format::{Part, PartError, Reader, open_head, open_part};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::RangeInclusive;
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
    /// The pieces that have arrived of extents in several files, by where they start.
    pieces: Mutex<BTreeMap<usize, Piece<'a>>>,
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
    /// The files that have it, in order. Several of them tell where their pieces are.
    files: RangeInclusive<u32>,
    /// The bytes, once they have arrived, if one file has them.
    bytes: OnceLock<&'a [u8]>,
}

impl<'a> Extent<'a> {
    fn is_in_one_file(&self) -> bool {
        self.files.start() == self.files.end()
    }

    fn end(&self) -> usize {
        self.start.saturating_add(self.len)
    }
}

/// The bytes of a file in an extent that is in several.
#[derive(Clone, Copy)]
struct Piece<'a> {
    file: u32,
    bytes: &'a [u8],
}

impl<'a> PartStore<'a> {
    /// Opens the head of an edition. No part has arrived.
    ///
    /// # Errors
    /// If the bytes are no head, have another version of the format, or are damaged.
    pub fn open(head: &'a [u8]) -> Result<Self, PartError> {
        let (edition, content) = open_head(head)?;
        let mut reader = Reader(content);
        let mut store = Self::read(edition, &mut reader).ok_or(PartError::Damaged)?;
        store.fill(HEAD, reader.0, Reader(&[]))?;
        let parts = store.extents.iter().map(|extent| *extent.files.end());
        store.part_count = parts.max().unwrap_or_default();
        Ok(store)
    }

    /// Opens an edition of which only some ranges are there, each with its start. They are in
    /// order and do not overlap.
    #[cfg(feature = "build")]
    pub fn of_ranges(edition_len: usize, ranges: &'a [(usize, Vec<u8>)]) -> Self {
        let extent = |start, len, bytes| Extent { start, len, files: 1..=1, bytes };
        let mut extents = Vec::new();
        let mut end = 0;
        for (start, bytes) in ranges {
            extents.push(extent(end, start.saturating_sub(end), OnceLock::new()));
            extents.push(extent(*start, bytes.len(), OnceLock::from(&**bytes)));
            end = start + bytes.len();
        }
        extents.push(extent(end, edition_len.saturating_sub(end), OnceLock::new()));
        extents.retain(|extent| extent.len > 0);
        Self {
            edition: 0,
            edition_len,
            extents,
            pieces: Mutex::default(),
            part_count: 0,
            search_parts: 0,
            term_starts: Vec::new(),
            front: (0, 0),
            bodies: (0, Vec::new()),
            missing: Mutex::default(),
            arrived: Mutex::default(),
        }
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
        let units = Units { term_starts: &term_starts, bodies: &bodies };
        let extents = read_extents(reader, edition_len, units)?;
        Some(Self {
            edition,
            edition_len,
            extents,
            pieces: Mutex::default(),
            part_count: 0,
            search_parts,
            term_starts,
            front,
            bodies,
            missing: Mutex::default(),
            arrived: Mutex::default(),
        })
    }

    /// Takes a part that has arrived. A part that is there already stays as it is. Offsets in the
    /// bytes become those of the edition, so that they are no file of a part any more.
    ///
    /// # Errors
    /// If the bytes are no part, belong to another edition, are another part, or are damaged.
    pub fn insert(&self, part: PartId, bytes: &'a mut [u8]) -> Result<(), PartError> {
        let Part { edition, content, told } = open_part(bytes, part.0)?;
        if edition != self.edition || part.0 == HEAD {
            return Err(PartError::Other);
        }
        if !self.has(part) {
            let mut told = Reader(told);
            relocate(content, &mut told).ok_or(PartError::Damaged)?;
            self.fill(part.0, content, told)?;
            lock(&self.arrived).insert(part);
        }
        Ok(())
    }

    /// Gives the extents of a file their bytes. `told` has the places of its pieces.
    fn fill(&self, file: u32, content: &'a [u8], mut told: Reader<'_>) -> Result<(), PartError> {
        let damaged = || PartError::Damaged;
        // The start and the number of the bytes in each extent.
        let mut ranges = Vec::new();
        for extent in self.extents.iter().filter(|extent| extent.files.contains(&file)) {
            let mut range = (extent.start, extent.len);
            if !extent.is_in_one_file() {
                let start = told.varint().ok_or_else(damaged)? as usize;
                let len = told.varint().ok_or_else(damaged)? as usize;
                if len == 0 || start.checked_add(len).is_none_or(|end| end > extent.len) {
                    return Err(damaged());
                }
                range = (extent.start + start, len);
            }
            ranges.push((extent, range));
        }
        let length =
            ranges.iter().try_fold(0_usize, |sum, (_, (_, length))| sum.checked_add(*length));
        if length != Some(content.len()) {
            return Err(damaged());
        }
        let mut reader = Reader(content);
        for (extent, (start, len)) in ranges {
            let bytes = reader.take(len).ok_or_else(damaged)?;
            if extent.is_in_one_file() {
                extent.bytes.get_or_init(|| bytes);
            } else {
                lock(&self.pieces).insert(start, Piece { file, bytes });
            }
        }
        Ok(())
    }

    /// Returns the bytes from an offset of the edition to the end of those that its file has there.
    /// Returns `None` and notes the parts if any of the first `length` bytes is absent.
    pub(crate) fn at(&self, offset: usize, length: usize) -> Option<&'a [u8]> {
        let first = self.extent_at(offset)?;
        let extent = self.extents.get(first)?;
        if !extent.is_in_one_file() {
            let piece = self.piece_at(offset);
            let bytes = piece.and_then(|(start, piece)| piece.bytes.get(offset - start..));
            if let Some(bytes) = bytes.filter(|bytes| !bytes.is_empty()) {
                return (length <= bytes.len()).then_some(bytes);
            }
        } else if let Some(bytes) = extent.bytes.get().copied() {
            let bytes = bytes.get(offset - extent.start..).unwrap_or_default();
            if length <= bytes.len() {
                return Some(bytes);
            }
        }
        let end = offset.checked_add(length)?;
        let mut missing = lock(&self.missing);
        for extent in self.extents.get(first..)?.iter().take_while(|extent| extent.start < end) {
            if extent.is_in_one_file() {
                if extent.bytes.get().is_none() {
                    missing.insert(PartId(*extent.files.start()));
                }
            } else if let Some(file) = self.absent_file_at(extent, offset.max(extent.start))
                && (file.is_certain || missing.is_empty())
            {
                missing.insert(PartId(file.number));
            }
        }
        None
    }

    /// Returns the last piece that starts at an offset or before, and its start.
    fn piece_at(&self, offset: usize) -> Option<(usize, Piece<'a>)> {
        lock(&self.pieces).range(..=offset).next_back().map(|(start, piece)| (*start, *piece))
    }

    /// Returns which file of an extent has an absent byte: the first one if nothing before the byte
    /// has arrived, or the next one after what has. That is certain only where it begins. Anywhere
    /// else the part of the byte is missing already, because whoever reads there has read something
    /// else of it before. `None` if the byte is there.
    fn absent_file_at(&self, extent: &Extent<'_>, offset: usize) -> Option<AbsentFile> {
        let before = self.piece_at(offset).filter(|(start, _)| *start >= extent.start);
        let (number, start) = match before {
            None => (*extent.files.start(), extent.start),
            Some((start, piece)) => (piece.file.saturating_add(1), start + piece.bytes.len()),
        };
        let is_absent = offset >= start && extent.files.contains(&number);
        is_absent.then_some(AbsentFile { number, is_certain: offset == start })
    }

    /// Returns whether bytes have arrived.
    pub(crate) fn has_bytes(&self, offset: usize, length: usize) -> bool {
        let end = offset.saturating_add(length);
        let first = self.extent_at(offset).unwrap_or_default();
        let mut touched = self.extents.iter().skip(first).take_while(|extent| extent.start < end);
        length == 0
            || touched.all(|extent| match extent.is_in_one_file() {
                true => extent.bytes.get().is_some(),
                false => self.has_pieces(offset.max(extent.start), end.min(extent.end())),
            })
    }

    /// Returns whether pieces have arrived that follow each other from an offset to another.
    fn has_pieces(&self, mut offset: usize, end: usize) -> bool {
        while offset < end {
            let piece = self.piece_at(offset).map(|(start, piece)| start + piece.bytes.len());
            match piece.filter(|after| *after > offset) {
                Some(after) => offset = after,
                None => return false,
            }
        }
        true
    }

    /// Returns the file that holds the byte at an offset of the edition, as far as it is known.
    pub(crate) fn file_at(&self, offset: usize) -> Option<u32> {
        let extent = self.extents.get(self.extent_at(offset)?)?;
        if extent.is_in_one_file() {
            return Some(*extent.files.start());
        }
        let (start, piece) = self.piece_at(offset)?;
        (offset - start < piece.bytes.len()).then_some(piece.file)
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

/// Makes offsets in a part's content those of the edition.
fn relocate(content: &mut [u8], told: &mut Reader<'_>) -> Option<()> {
    for _ in 0..told.varint()? {
        let content = content.get_mut(told.varint()? as usize..)?;
        let units = told.varint()? as usize;
        let unit_bytes = told.varint()? as usize;
        if unit_bytes == 0 {
            return None;
        }
        for field in 0..told.varint()? as usize {
            let base = told.varint()?;
            for unit in content.chunks_mut(unit_bytes).take(units) {
                let offset = unit.get_mut(4 * field..)?.first_chunk_mut()?;
                *offset = u32::from_le_bytes(*offset).wrapping_add(base).to_le_bytes();
            }
        }
    }
    Some(())
}

/// The file that has an absent byte.
struct AbsentFile {
    number: u32,
    is_certain: bool,
}

/// The units of parts with terms and of parts with bodies.
#[derive(Clone, Copy)]
struct Units<'t, 'a> {
    term_starts: &'t [(u32, &'a [u8])],
    /// The first part with bodies, and for each of them the item after its last one.
    bodies: &'t (u32, Vec<u32>),
}

impl Units<'_, '_> {
    /// Returns the number of units before those of a part.
    fn before(self, part: u32) -> Option<u32> {
        let term_part = part.checked_sub(1)? as usize;
        if let Some((anchor, _)) = self.term_starts.get(term_part) {
            return Some(*anchor);
        }
        let (first, ends) = self.bodies;
        let before = part.checked_sub(*first)? as usize;
        if before >= ends.len() {
            return None;
        }
        before.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())
    }
}

/// Reads the extents of a head. `None` if they are not as long as the edition.
fn read_extents<'a>(
    reader: &mut Reader<'a>,
    edition_len: usize,
    units: Units<'_, 'a>,
) -> Option<Vec<Extent<'a>>> {
    let count = reader.varint()?;
    let lengths = (0..count).map(|_| reader.varint()).collect::<Option<Vec<u32>>>()?;
    let distances = (0..count).map(|_| reader.varint()).collect::<Option<Vec<u32>>>()?;
    let mut extents = Vec::new();
    let mut add = |start: usize, len: usize, files: RangeInclusive<u32>| {
        extents.push(Extent { start, len, files, bytes: OnceLock::new() });
    };
    let mut start = 0_usize;
    let mut file = 0_u32;
    for (len, distance) in lengths.into_iter().zip(distances) {
        let end = start.checked_add(len as usize)?;
        file = file.checked_add_signed((distance >> 1) as i32 ^ -((distance & 1) as i32))?;
        let division = reader.varint()?;
        let last = file.checked_add(division.div_ceil(2))?;
        if division == 0 || division % 2 == 1 {
            add(start, len as usize, file..=last);
        } else {
            let unit = reader.varint()? as usize;
            let first = units.before(file)?;
            let mut piece_start = start;
            for file in file..last {
                let distance = units.before(file + 1)?.checked_sub(first)? as usize;
                let after =
                    distance.checked_mul(unit).and_then(|bytes| start.checked_add(bytes))?;
                add(piece_start, after.checked_sub(piece_start)?, file..=file);
                piece_start = after;
            }
            add(piece_start, end.checked_sub(piece_start)?, last..=last);
        }
        (start, file) = (end, last);
    }
    (start == edition_len).then_some(extents)
}

impl fmt::Debug for PartStore<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { edition, part_count, .. } = self;
        let arrived = lock(&self.arrived).len();
        write!(f, "PartStore({edition:016x}, {arrived} of {part_count} parts)")
    }
}

/// Locks a set or a map. A thread that has panicked left it whole.
fn lock<T>(parts: &Mutex<T>) -> MutexGuard<'_, T> {
    parts.lock().unwrap_or_else(PoisonError::into_inner)
}
