//! Splits an edition into a head and parts.

use crate::format::{MAGIC, PREFIX_BYTES, VERSION, checksum};
use std::ops::Range;

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

/// Collects which bytes of an edition belong to which part.
///
/// Bytes that belong to no part are in the head. A number, a text or a list of an edition must be
/// in one part, because it is read as one slice.
#[derive(Clone, Debug, Default)]
pub struct Splitter {
    part_count: u32,
    search_parts: u32,
    ranges: Vec<(Range<usize>, u32)>,
    term_starts: Vec<(u32, Vec<u8>)>,
    /// The front, and the number of items that it has something of.
    front: (u32, u32),
    /// The parts that every search needs.
    first: Vec<u32>,
    /// The first part with bodies, and for each of them the number of its items.
    bodies: (u32, Vec<u32>),
}

impl Splitter {
    /// Moves ranges of the edition to a part of their own. Empty ranges do not count; a part
    /// without bytes is none. Returns whether it is one.
    pub fn add_part(&mut self, ranges: impl IntoIterator<Item = Range<usize>>) -> bool {
        let ranges = ranges.into_iter().filter(|range| !range.is_empty());
        let part = self.part_count + 1;
        let before = self.ranges.len();
        self.ranges.extend(ranges.map(|range| (range, part)));
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
    pub fn add_bodies(&mut self, items: u32, ranges: impl IntoIterator<Item = Range<usize>>) {
        let is_part = self.add_part(ranges);
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

    /// Names the term at which a part begins, and its anchor. Anchors rise. The parts that begin at
    /// terms are the first parts, in the order of these calls.
    pub fn add_term_start(&mut self, anchor: u32, term: &[u8]) {
        self.term_starts.push((anchor, term.to_vec()));
    }

    /// Writes the files. `checksum` names the edition. Returns `None` if two ranges overlap or one
    /// ends beyond the edition.
    pub fn finish(mut self, edition: &[u8], edition_checksum: u64) -> Option<Files> {
        self.ranges.sort_unstable_by_key(|(range, _)| range.start);
        let mut extents: Vec<(Range<usize>, u32)> = Vec::new();
        let mut end = 0;
        let all = self.ranges.into_iter().chain([(edition.len()..edition.len(), 0)]);
        for (range, file) in all {
            if range.start < end || range.end > edition.len() {
                return None;
            }
            for (range, file) in [(end..range.start, 0), (range.clone(), file)] {
                match extents.last_mut() {
                    _ if range.is_empty() => {}
                    Some((last, of)) if *of == file => last.end = range.end,
                    _ => extents.push((range, file)),
                }
            }
            end = range.end;
        }
        let mut contents = vec![Vec::new(); self.part_count as usize + 1];
        let head = contents.first_mut()?;
        push_varint(head, u32::try_from(edition.len()).ok()?);
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
        extents.iter().for_each(|(range, _)| push_varint(head, range.len() as u32));
        let mut previous = 0;
        for (_, file) in &extents {
            let distance = *file as i32 - previous;
            push_varint(head, ((distance << 1) ^ (distance >> 31)) as u32);
            previous = *file as i32;
        }
        for (range, file) in extents {
            contents.get_mut(file as usize)?.extend_from_slice(edition.get(range)?);
        }
        let files = (0..).zip(contents);
        let mut files = files.map(|(file, content)| write(&content, file, edition_checksum));
        Some(Files { head: files.next()?, parts: files.collect(), bodies })
    }
}

/// Writes a file.
fn write(content: &[u8], file: u32, edition_checksum: u64) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(PREFIX_BYTES + content.len());
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(edition_checksum.to_le_bytes());
    bytes.extend(file.to_le_bytes());
    bytes.extend(checksum(content, file).to_le_bytes());
    debug_assert_eq!(bytes.len(), PREFIX_BYTES);
    bytes.extend_from_slice(content);
    bytes
}

fn push_varint(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
