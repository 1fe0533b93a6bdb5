//! The table of an edition's parts within the edition itself, for a device that has it whole.
//!
//! A device that keeps an edition as one file need not keep its parts as well: each is some ranges
//! of that file with a few bytes behind them. [`PartTable::to_bytes`] writes these as a second,
//! small file, which also has the head. `src/js/worker/parts.js` reads it.
//!
//! All numbers are u32, little-endian:
//!
//! | offset | bytes | content |
//! |---|---|---|
//! | 0 | 4 | [`MAGIC`] |
//! | 4 | 4 | [`VERSION`], that of the head and the parts |
//! | 8 | 4 | the number of parts |
//! | 12 | 4 | the length of the head |
//! | 16 | 4 for each part | the offset of its entry |
//! | | 4 | the length of this file |
//! | | | the head |
//! | | | the entries |
//!
//! An entry begins with the number of ranges. For each of them the start and the length follow.
//! The rest of the entry is what comes behind the bytes of the ranges. The file has no checksum,
//! because the head and each part have theirs.

use crate::format::VERSION;
use std::ops::Range;

/// The first bytes of the file.
const MAGIC: [u8; 4] = *b"CTTB";

/// The head of an edition, and the table of its parts.
#[derive(Clone, Debug)]
pub struct PartTable {
    /// The head.
    pub head: Vec<u8>,
    /// The parts, from part 1 on.
    pub parts: Vec<PartEntry>,
}

/// A part, as ranges of the edition.
#[derive(Clone, Debug)]
pub struct PartEntry {
    /// The ranges of the edition that follow each other in the part.
    pub ranges: Vec<Range<usize>>,
    /// The bytes behind them.
    pub end: Vec<u8>,
}

impl PartTable {
    /// Returns the file. `None` if it would be too large.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::from(MAGIC);
        let mut place = bytes.len() + 4 * (self.parts.len() + 4) + self.head.len();
        let push = |bytes: &mut Vec<u8>, number: usize| {
            bytes.extend(u32::try_from(number).ok()?.to_le_bytes());
            Some(())
        };
        bytes.extend(VERSION.to_le_bytes());
        push(&mut bytes, self.parts.len())?;
        push(&mut bytes, self.head.len())?;
        for PartEntry { ranges, end } in &self.parts {
            push(&mut bytes, place)?;
            place += 4 + 8 * ranges.len() + end.len();
        }
        push(&mut bytes, place)?;
        bytes.reserve_exact(place.saturating_sub(bytes.len()));
        bytes.extend_from_slice(&self.head);
        for PartEntry { ranges, end } in &self.parts {
            push(&mut bytes, ranges.len())?;
            for range in ranges {
                push(&mut bytes, range.start)?;
                push(&mut bytes, range.len())?;
            }
            bytes.extend_from_slice(end);
        }
        Some(bytes)
    }
}

impl PartEntry {
    /// Puts the part together. `None` if a range ends beyond the edition.
    pub fn of(&self, edition: &[u8]) -> Option<Vec<u8>> {
        let ranges = self.ranges.iter().map(|range| edition.get(range.clone()));
        let pieces: Vec<&[u8]> = ranges.chain([Some(&*self.end)]).collect::<Option<_>>()?;
        Some(pieces.concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the file as the service worker does.
    fn read(bytes: &[u8]) -> PartTable {
        let number = |at: usize| {
            u32::from_le_bytes(*bytes[at..].first_chunk().expect("the file goes on")) as usize
        };
        let head = 16 + 4 * (number(8) + 1);
        let entry = |part: usize| {
            let (start, end) = (number(16 + 4 * part), number(20 + 4 * part));
            let range = |range: usize| {
                let at = start + 4 + 8 * range;
                number(at)..number(at) + number(at + 4)
            };
            PartEntry {
                ranges: (0..number(start)).map(range).collect(),
                end: bytes[start + 4 + 8 * number(start)..end].to_vec(),
            }
        };
        PartTable {
            head: bytes[head..head + number(12)].to_vec(),
            parts: (0..number(8)).map(entry).collect(),
        }
    }

    #[test]
    fn round_trips() {
        let part = |ranges: &[Range<usize>], end: &[u8]| PartEntry {
            ranges: ranges.to_vec(),
            end: end.to_vec(),
        };
        for parts in
            [vec![], vec![part(&[3..7, 9..9], b"end"), part(&[], b""), part(&[0..1, 1..2], b"")]]
        {
            let table = PartTable { head: b"the head".to_vec(), parts };
            let bytes = table.to_bytes().expect("it is small");
            assert_eq!(&bytes[..8], [&b"CTTB"[..], &VERSION.to_le_bytes()].concat());
            assert_eq!(format!("{:?}", read(&bytes)), format!("{table:?}"));
        }
    }

    #[test]
    fn a_range_beyond_the_edition_gives_no_part() {
        let part = |range| PartEntry { ranges: vec![range], end: b"!".to_vec() };
        assert_eq!(part(1..3).of(b"abc").as_deref(), Some(&b"bc!"[..]));
        assert_eq!(part(1..4).of(b"abc"), None);
    }
}
