//! Splits an edition into a head and parts.

use crate::format::{LABEL_BYTES, MAGIC, VERSION, checksum};
use crate::part_table::{PartEntry, PartTable};
use std::collections::BTreeMap;
use std::ops::Range;
use xxhash_rust::xxh64::Xxh64;

/// The files of an edition in parts.
#[derive(Clone, Debug)]
pub struct Files {
    /// The head.
    pub head: Vec<u8>,
    /// The parts, from part 1 on.
    pub parts: Vec<Vec<u8>>,
    /// The numbers of the parts with bodies.
    pub bodies: Range<u32>,
}

/// Tells a reader where a range of a part begins, so that the head need not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// From the head.
    ByHead,
    /// By the number of units before it, each so many bytes. The units of a part with terms are
    /// anchors, and those of a part with bodies are items.
    ByUnits(u32),
    /// From the part. Whoever reads the range must have read another range of the part, because
    /// nothing tells which part has it until it has arrived.
    ByPart,
}

/// Copies the bytes at an offset of an edition. `None` if they cannot be read.
pub type Read<'r> = &'r mut dyn FnMut(usize, &mut [u8]) -> Option<()>;

/// The bytes that are read at once.
const READ: usize = 256 << 10;

/// Collects which bytes of an edition belong to which part.
///
/// Bytes that belong to no part are in the head. A number, a text or a list of an edition must be
/// in one part, because it is read as one slice.
#[derive(Clone, Debug, Default)]
pub struct Splitter {
    part_count: u32,
    search_parts: u32,
    ranges: Vec<(Range<usize>, u32, Told)>,
    term_starts: Vec<(u32, Vec<u8>)>,
    /// The front, and the number of items that it has something of.
    front: (u32, u32),
    /// The parts that every search needs.
    first: Vec<u32>,
    /// The first part with bodies, and for each of them the number of its items.
    bodies: (u32, Vec<u32>),
    relocations: Vec<Relocation>,
}

/// Units of an edition that begin with offsets.
#[derive(Clone, Debug)]
struct Relocation {
    units: Range<usize>,
    unit_bytes: usize,
    /// The number of offsets, each a u32.
    fields: usize,
}

impl Splitter {
    /// Moves ranges of the edition to a part of their own. Empty ranges do not count; a part
    /// without bytes is none. Returns whether it is one.
    pub fn add_part(&mut self, ranges: impl IntoIterator<Item = Range<usize>>) -> bool {
        self.add(ranges.into_iter().map(|range| (range, Told::ByHead)))
    }

    fn add(&mut self, ranges: impl IntoIterator<Item = (Range<usize>, Told)>) -> bool {
        let ranges = ranges.into_iter().filter(|(range, _)| !range.is_empty());
        let part = self.part_count + 1;
        let before = self.ranges.len();
        self.ranges.extend(ranges.map(|(range, told)| (range, part, told)));
        let is_part = self.ranges.len() > before;
        if is_part {
            self.part_count = part;
        }
        is_part
    }

    /// Adds the part that lists show of the first items before a reader searches. It may have some
    /// of their bodies.
    pub fn add_front(&mut self, items: u32, ranges: impl IntoIterator<Item = Range<usize>>) {
        if self.add_part(ranges) {
            self.front = (self.part_count, items);
        }
    }

    /// Declares the last part to be one that every search needs, whatever its words are.
    pub fn start_with_last_part(&mut self) {
        self.first.push(self.part_count);
    }

    /// Adds a part with the bodies of the next items. These parts follow each other.
    pub fn add_bodies(
        &mut self,
        items: u32,
        ranges: impl IntoIterator<Item = (Range<usize>, Told)>,
    ) {
        let is_part = self.add(ranges);
        let (first, counts) = &mut self.bodies;
        if counts.is_empty() {
            *first = self.part_count + u32::from(!is_part);
            counts.push(0);
        }
        // Items without bytes count as those of the next part.
        if let Some(count) = counts.last_mut() {
            *count += items;
        }
        if is_part {
            counts.push(0);
        }
    }

    /// Declares the parts so far to be those that searches and lists of items read. The others hold
    /// what is read of single items.
    pub fn end_of_search(&mut self) {
        self.search_parts = self.part_count;
    }

    /// Adds a part with terms: the number of its first anchor, and the term there. Anchors rise.
    /// These parts are the first ones.
    pub fn add_terms(
        &mut self,
        anchor: u32,
        term: &[u8],
        ranges: impl IntoIterator<Item = (Range<usize>, Told)>,
    ) {
        self.term_starts.push((anchor, term.to_vec()));
        self.add(ranges);
    }

    /// Declares that units of so many bytes begin with some offsets (u32 each). A part has them
    /// relative to those of its first unit, so that it stays the same if all of them move by as
    /// many bytes. Units that are not all together in a part stay as they are.
    pub fn relocate(&mut self, units: Range<usize>, unit_bytes: usize, fields: usize) {
        self.relocations.push(Relocation { units, unit_bytes, fields });
    }

    /// Writes the files. `checksum` names the edition. Returns `None` if two ranges overlap or one
    /// ends beyond the edition.
    pub fn finish(mut self, edition: &[u8], edition_checksum: u64) -> Option<Files> {
        let relocations = self.take_relocations();
        let Plan { tables, files, bodies } = self.plan(edition.len())?;
        let mut written = Vec::with_capacity(files.len());
        for (file, PlannedFile { ranges, pieces }) in (HEAD..).zip(files) {
            let is_head = file == HEAD;
            let before = if is_head { &*tables } else { &[] };
            // Each file is one allocation.
            let length = before.len() + ranges.iter().map(Range::len).sum::<usize>();
            let mut bytes = Vec::with_capacity(LABEL_BYTES + TOLD_BYTES + length);
            bytes.extend_from_slice(before);
            let mut told = Place { pieces, ..Place::default() };
            for piece in ranges {
                let begin = bytes.len();
                bytes.extend_from_slice(edition.get(piece.clone())?);
                if is_head {
                    continue;
                }
                for (_, it) in relocations.range(piece.clone()) {
                    if it.units.end <= piece.end {
                        told.relocate(it, begin + it.units.start - piece.start, &mut bytes)?;
                    }
                }
            }
            if !is_head {
                told.write(&mut bytes);
            }
            let label = label(file, edition_checksum, checksum(&bytes, file));
            let at = if is_head { 0 } else { bytes.len() };
            bytes.splice(at..at, label);
            written.push(bytes);
        }
        let mut files = written.into_iter();
        Some(Files { head: files.next()?, parts: files.collect(), bodies })
    }

    /// Tells where the parts are in the edition itself, so that a reader who has it whole can put
    /// each of them together. Offsets in them stay as they are. `read` copies the bytes at an
    /// offset of the edition, so that it need not be in memory. Returns `None` as
    /// [`finish`](Self::finish) does, and if the bytes cannot be read.
    pub fn finish_in_place(
        self,
        edition_len: usize,
        edition_checksum: u64,
        read: Read<'_>,
    ) -> Option<PartTable> {
        let Plan { tables, files, .. } = self.plan(edition_len)?;
        let mut files = (HEAD..).zip(files);
        let (_, of_head) = files.next()?;
        let mut content = tables;
        for range in of_head.ranges {
            let start = content.len();
            content.resize(start + range.len(), 0);
            read(range.start, content.get_mut(start..)?)?;
        }
        let mut head = label(HEAD, edition_checksum, checksum(&content, HEAD));
        head.append(&mut content);
        let mut buffer = vec![0; READ];
        let part = |(file, PlannedFile { ranges, pieces })| {
            let mut end = Vec::with_capacity(LABEL_BYTES + TOLD_BYTES);
            Place { pieces, ..Place::default() }.write(&mut end);
            let mut sum = Xxh64::new(u64::from(file));
            for range in &ranges {
                for start in range.clone().step_by(READ) {
                    let bytes = buffer.get_mut(..READ.min(range.end - start))?;
                    read(start, bytes)?;
                    sum.update(bytes);
                }
            }
            sum.update(&end);
            end.extend(label(file, edition_checksum, sum.digest()));
            Some(PartEntry { ranges, end })
        };
        Some(PartTable { head, parts: files.map(part).collect::<Option<_>>()? })
    }

    /// Decides what is in which file of an edition with this length.
    fn plan(self, edition_len: usize) -> Option<Plan> {
        let extents = self.extents(edition_len)?;
        let mut files = vec![PlannedFile::default(); self.part_count as usize + 1];
        let mut tables = Vec::new();
        let head = &mut tables;
        push_varint(head, u32::try_from(edition_len).ok()?);
        push_varint(head, self.search_parts);
        push_varint(head, self.term_starts.len() as u32);
        let mut previous = 0;
        for (anchor, term) in &self.term_starts {
            push_varint(head, anchor.checked_sub(previous)?);
            push_varint(head, term.len() as u32);
            head.extend_from_slice(term);
            previous = *anchor;
        }
        push_varint(head, self.front.0);
        push_varint(head, self.front.1);
        push_varint(head, self.first.len() as u32);
        self.first.iter().for_each(|part| push_varint(head, *part));
        let (first, mut counts) = self.bodies;
        counts.pop();
        let bodies = first..first + counts.len() as u32;
        push_varint(head, first);
        push_varint(head, counts.len() as u32);
        counts.iter().for_each(|count| push_varint(head, *count));
        // Lengths look like noise, and files rise by one mostly: apart they compress better.
        push_varint(head, extents.len() as u32);
        for Extent { pieces, .. } in &extents {
            push_varint(head, (pieces.last()?.end - pieces.first()?.start) as u32);
        }
        let mut previous = 0;
        for Extent { file, pieces, .. } in &extents {
            let distance = *file as i32 - previous;
            push_varint(head, ((distance << 1) ^ (distance >> 31)) as u32);
            previous = (*file + pieces.len() as u32 - 1) as i32;
        }
        for Extent { told, pieces, .. } in &extents {
            match (pieces.len() as u32 - 1, *told) {
                (0, _) => push_varint(head, 0),
                (more, Told::ByUnits(bytes)) => {
                    push_varint(head, 2 * more);
                    push_varint(head, bytes);
                }
                (more, _) => push_varint(head, 2 * more - 1),
            }
        }
        for extent in extents {
            let start = extent.pieces.first()?.start;
            let is_told = extent.pieces.len() > 1 && extent.told == Told::ByPart;
            for (file, piece) in (extent.file as usize..).zip(extent.pieces) {
                let file = files.get_mut(file)?;
                if is_told {
                    push_varint(&mut file.pieces, (piece.start - start) as u32);
                    push_varint(&mut file.pieces, piece.len() as u32);
                }
                file.ranges.push(piece);
            }
        }
        Some(Plan { tables, files, bodies })
    }

    /// Takes out the relocations, by where their units start.
    fn take_relocations(&mut self) -> BTreeMap<usize, Relocation> {
        let relocations = std::mem::take(&mut self.relocations).into_iter();
        let relocations = relocations.filter(|it| !it.units.is_empty());
        relocations.map(|it| (it.units.start, it)).collect()
    }

    /// Returns the extents of an edition: its ranges in order, and what is between them.
    fn extents(&self, length: usize) -> Option<Vec<Extent>> {
        let units = self.units();
        let mut ranges = self.ranges.clone();
        ranges.sort_unstable_by_key(|(range, ..)| range.start);
        ranges.push((length..length, HEAD, Told::ByHead));
        let mut extents: Vec<Extent> = Vec::new();
        let mut end = 0;
        for (range, file, told) in ranges {
            if range.start < end || range.end > length {
                return None;
            }
            let before = (end..range.start, HEAD, Told::ByHead);
            end = range.end;
            for (range, file, told) in [before, (range, file, told)] {
                if range.is_empty() {
                    continue;
                }
                let mut last = extents.last_mut();
                let is_taken =
                    last.as_mut().is_some_and(|last| last.takes(&range, file, told, &units));
                if !is_taken {
                    extents.push(Extent { file, told, pieces: vec![range] });
                }
            }
        }
        Some(extents)
    }

    /// Returns for each file the number of units before it. 0 for one without units.
    fn units(&self) -> Vec<u32> {
        let mut units = vec![0; self.part_count as usize + 2];
        let anchors = self.term_starts.iter().map(|(anchor, _)| *anchor);
        units.iter_mut().skip(1).zip(anchors).for_each(|(units, anchor)| *units = anchor);
        let (first, counts) = &self.bodies;
        let mut items = 0;
        for (units, count) in units.iter_mut().skip(*first as usize).zip(counts) {
            *units = items;
            items += count;
        }
        units
    }
}

/// The bytes to allocate for what a part tells of its place in the edition.
const TOLD_BYTES: usize = 64;

/// The number of the head among the files.
const HEAD: u32 = 0;

/// The files of an edition, without its bytes.
struct Plan {
    /// The tables of the head, which the bytes of its ranges follow.
    tables: Vec<u8>,
    /// The head, and the parts.
    files: Vec<PlannedFile>,
    /// The numbers of the parts with bodies.
    bodies: Range<u32>,
}

/// A file of an edition, without its bytes.
#[derive(Clone, Debug, Default)]
struct PlannedFile {
    /// The ranges of the edition that it has, in order.
    ranges: Vec<Range<usize>>,
    /// The place of each piece that it has to tell.
    pieces: Vec<u8>,
}

/// A run of the edition's bytes in one file or in several that follow each other.
struct Extent {
    /// The first file.
    file: u32,
    told: Told,
    /// The range in each file.
    pieces: Vec<Range<usize>>,
}

impl Extent {
    /// Takes the next range of the edition, if a reader finds it there.
    fn takes(&mut self, range: &Range<usize>, file: u32, told: Told, units: &[u32]) -> bool {
        let last_file = self.file + self.pieces.len() as u32 - 1;
        let start = self.pieces.first().map(|piece| piece.start);
        let Some(last) = self.pieces.last_mut() else { return false };
        if file == last_file && (self.told == told || self.told == Told::ByHead) {
            last.end = range.end;
            return true;
        }
        let unit = |file: u32| units.get(file as usize).copied();
        let is_told = match told {
            Told::ByHead => false,
            Told::ByUnits(bytes) => {
                let units = unit(file).zip(unit(self.file));
                let distance = units.and_then(|(unit, first)| unit.checked_sub(first));
                let distance = distance.map(|units| units as usize * bytes as usize);
                distance.zip(start).is_some_and(|(distance, start)| start + distance == range.start)
            }
            Told::ByPart => true,
        };
        let follows = file == last_file + 1 && self.told == told && is_told;
        if follows {
            self.pieces.push(range.clone());
        }
        follows
    }
}

/// The place of a part in the edition, as the part tells it.
#[derive(Clone, Debug, Default)]
struct Place {
    relocation_count: u32,
    relocations: Vec<u8>,
    pieces: Vec<u8>,
}

impl Place {
    /// Makes the offsets of units relative to those of the first unit. The units begin at a place
    /// in the content. `None` if they are too short.
    fn relocate(&mut self, units: &Relocation, at: usize, content: &mut [u8]) -> Option<()> {
        let Relocation { units, unit_bytes, fields } = units;
        let count = units.len() / unit_bytes;
        self.relocation_count += 1;
        for number in [at, count, *unit_bytes, *fields] {
            push_varint(&mut self.relocations, u32::try_from(number).ok()?);
        }
        for field in 0..*fields {
            let mut base = None;
            for unit in content.get_mut(at..)?.chunks_mut(*unit_bytes).take(count) {
                let bytes = unit.get_mut(4 * field..)?.first_chunk_mut()?;
                let offset = u32::from_le_bytes(*bytes);
                let base = *base.get_or_insert(offset);
                *bytes = offset.wrapping_sub(base).to_le_bytes();
            }
            push_varint(&mut self.relocations, base.unwrap_or_default());
        }
        Some(())
    }

    fn write(&self, bytes: &mut Vec<u8>) {
        let start = bytes.len();
        push_varint(bytes, self.relocation_count);
        bytes.extend_from_slice(&self.relocations);
        bytes.extend_from_slice(&self.pieces);
        let length = (bytes.len() - start) as u32;
        bytes.extend_from_slice(&length.to_le_bytes());
    }
}

/// Returns the label of a file, by the checksum of everything else in it.
fn label(file: u32, edition_checksum: u64, checksum: u64) -> Vec<u8> {
    let mut label = Vec::with_capacity(LABEL_BYTES);
    label.extend(MAGIC);
    label.extend(VERSION.to_le_bytes());
    label.extend(edition_checksum.to_le_bytes());
    label.extend(file.to_le_bytes());
    label.extend(checksum.to_le_bytes());
    label
}

fn push_varint(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
