//! Reads lists of varints.

use cuttings_parts::Bytes;

/// Reads the varints of one list.
///
/// A varint has seven bits in each byte, the low ones first; the high bit means that more bytes
/// follow. A section with lists starts with a table of 4-byte offsets from the start of the
/// section: one for the start of each list, and one for the end of the last.
///
/// Past its end a list reads as zeros. Damaged bytes therefore give wrong values instead of an
/// error at every step; whoever uses a value checks it.
#[derive(Clone, Copy, Debug)]
pub struct ListReader<'a> {
    rest: &'a [u8],
}

impl<'a> ListReader<'a> {
    /// Starts reading a list of a section. A list that the section does not have is empty.
    pub fn new(section: impl Into<Bytes<'a>>, list: usize) -> Self {
        let section = section.into();
        let bytes = || {
            let entry = list.checked_mul(4)?;
            let entries = section.from(entry)?;
            let (start, after) = entries.split_first_chunk()?;
            let start = u32::from_le_bytes(*start) as usize;
            match after.first_chunk() {
                Some(end) => section.get(start..u32::from_le_bytes(*end) as usize),
                // The next list is in another part of the edition: this one ends where its part
                // does. An empty one has no byte there.
                None if section.are_in_one_part(entry, start) => section.from(start),
                None => None,
            }
        };
        Self { rest: bytes().unwrap_or_default() }
    }

    /// Returns the empty list.
    pub(crate) fn empty() -> Self {
        Self { rest: &[] }
    }

    /// Returns the number of lists in a section.
    pub fn count<'b>(section: impl Into<Bytes<'b>>) -> usize {
        let section = section.into();
        let first = section.get(0..4).and_then(|bytes| bytes.first_chunk());
        let first_start = first.map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize);
        (first_start.min(section.len()) / 4).saturating_sub(1)
    }

    /// Returns true after the last varint.
    pub fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Reads one varint.
    pub fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            value |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or_default();
            shift += 7;
            if *byte < 0x80 {
                break;
            }
        }
        value
    }

    /// Reads a count, then as many elements with `read`.
    pub(crate) fn counted<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.number();
        let mut elements = Vec::new();
        while (elements.len() as u32) < count && !self.is_at_end() {
            elements.push(read(self));
        }
        elements
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A section with the lists `[1, 300]`, `[]` and `[0]`.
    const SECTION: [u8; 20] =
        [16, 0, 0, 0, 19, 0, 0, 0, 19, 0, 0, 0, 20, 0, 0, 0, 1, 0xAC, 0x02, 0];

    fn check(list: usize, expected: &[u32]) {
        let mut reader = ListReader::new(&SECTION, list);
        let mut numbers = Vec::new();
        while !reader.is_at_end() {
            numbers.push(reader.number());
        }
        assert_eq!(numbers, expected, "list {list}");
    }

    #[test]
    fn lists_are_found_by_number() {
        assert_eq!(ListReader::count(&SECTION), 3);
        check(0, &[1, 300]);
        check(1, &[]);
        check(2, &[0]);
        check(3, &[]);
    }

    #[test]
    fn a_list_reads_as_zeros_past_its_end() {
        let mut reader = ListReader::new(&SECTION, 2);
        assert_eq!([reader.number(), reader.number(), reader.number()], [0, 0, 0]);
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(section: Vec<u8>, list: usize) {
            let mut reader = ListReader::new(&section, list);
            while !reader.is_at_end() {
                reader.number();
            }
        }
    }
}
