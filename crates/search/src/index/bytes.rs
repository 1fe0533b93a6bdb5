//! Encodes and decodes numbers and strings: fixed-width little-endian and variable-length numbers.

use cuttings_parts::Bytes;

/// Reads forward through a slice, with every bound checked.
///
/// Past the end it reads zeros. Damaged bytes therefore lead to wrong values instead of an error at
/// every step, and callers check values where they use them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    position: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8], position: usize) -> Self {
        Self { bytes, position }
    }

    /// Reads a section from an offset on. Positions count from there.
    pub(crate) fn starting_at(section: Bytes<'a>, offset: usize) -> Self {
        Self::new(section.from(offset).unwrap_or_default(), 0)
    }

    pub(crate) fn position(&self) -> usize {
        self.position
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.position >= self.bytes.len()
    }

    #[inline(always)]
    pub(crate) fn byte(&mut self) -> u8 {
        match self.bytes.get(self.position) {
            Some(byte) => {
                self.position += 1;
                *byte
            }
            None => 0,
        }
    }

    /// Reads a variable-length number: seven bits per byte, low bits first, with the high bit set
    /// in all bytes but the last.
    #[inline(always)]
    pub(crate) fn varint(&mut self) -> u32 {
        let first = self.byte();
        if first < 0x80 { u32::from(first) } else { self.varint_after(first) }
    }

    /// Reads the rest of a number that has several bytes.
    #[inline(never)]
    fn varint_after(&mut self, first: u8) -> u32 {
        let mut value = u32::from(first & 0x7F);
        let mut shift = 7;
        while shift < 32 {
            let byte = self.byte();
            value |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
            shift += 7;
        }
        value
    }

    /// Skips `count` variable-length numbers.
    pub(crate) fn skip_varints(&mut self, count: u32) {
        let mut remaining = count;
        while remaining > 0
            && let Some(byte) = self.bytes.get(self.position)
        {
            remaining -= u32::from(*byte < 0x80);
            self.position += 1;
        }
    }

    /// Reads a string: its length in bytes (varint), then UTF-8.
    pub(crate) fn string(&mut self) -> &'a str {
        let length = self.varint() as usize;
        let end = self.position.checked_add(length);
        let bytes = end.and_then(|end| self.bytes.get(self.position..end)).unwrap_or_default();
        self.position += bytes.len();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// Reads some bytes; `None` if fewer are left.
    #[cfg(feature = "build")]
    pub(crate) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.position.checked_add(length)?;
        let bytes = self.bytes.get(self.position..end)?;
        self.position = end;
        Some(bytes)
    }
}

/// Returns the little-endian number at a byte offset.
#[inline]
pub(crate) fn u32_at(bytes: &[u8], offset: usize) -> Option<u32> {
    let four = bytes.get(offset..offset.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

/// Returns the little-endian number at an offset of a section.
#[inline]
pub(crate) fn u32_in(section: Bytes<'_>, offset: usize) -> Option<u32> {
    u32_at(section.get(offset..offset.checked_add(4)?)?, 0)
}

/// Appends a number for [`Reader::varint`].
#[cfg(feature = "build")]
pub(crate) fn push_varint(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends a string for [`Reader::string`].
#[cfg(feature = "build")]
pub(crate) fn push_string(out: &mut Vec<u8>, text: &str) {
    push_varint(out, text.len() as u32);
    out.extend_from_slice(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_and_strings_round_trip(values: Vec<u32>, text in ".{0,20}") {
            let mut out = Vec::new();
            values.iter().for_each(|value| push_varint(&mut out, *value));
            push_string(&mut out, &text);
            let mut reader = Reader::new(&out, 0);
            for value in &values {
                prop_assert_eq!(reader.varint(), *value);
            }
            prop_assert_eq!(reader.string(), text.as_str());
            prop_assert!(reader.is_at_end());
            let mut skipping = Reader::new(&out, 0);
            skipping.skip_varints(values.len() as u32);
            prop_assert_eq!(skipping.string(), text.as_str());
        }

        #[test]
        fn arbitrary_bytes_never_panic(bytes: Vec<u8>, position: usize) {
            let mut reader = Reader::new(&bytes, position);
            for _ in 0..bytes.len() + 2 {
                let _ = (reader.varint(), reader.string());
            }
        }
    }
}
