//! Numbers in bytes: fixed little-endian ones and variable-length ones, read with every bound checked.

/// Reads forward through a slice. Past its end it reads zeros and stays there, so that damaged bytes give wrong answers
/// rather than errors at every step; what is read is checked where it is used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    pub(crate) fn position(&self) -> usize {
        self.at
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    #[inline(always)]
    pub(crate) fn byte(&mut self) -> u8 {
        match self.bytes.get(self.at) {
            Some(byte) => {
                self.at += 1;
                *byte
            }
            None => 0,
        }
    }

    /// Seven bits a byte, the low ones first; the high bit says that more follow.
    #[inline(always)]
    pub(crate) fn varint(&mut self) -> u32 {
        let first = self.byte();
        if first < 0x80 { u32::from(first) } else { self.longer(first) }
    }

    /// The rest of a number of several bytes.
    #[inline(never)]
    fn longer(&mut self, first: u8) -> u32 {
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

    /// Passes over `count` variable-length numbers.
    pub(crate) fn skip_varints(&mut self, count: u32) {
        let mut left = count;
        while left > 0
            && let Some(byte) = self.bytes.get(self.at)
        {
            left -= u32::from(*byte < 0x80);
            self.at += 1;
        }
    }

    /// A string with its length before it.
    pub(crate) fn text(&mut self) -> &'a str {
        let length = self.varint() as usize;
        let bytes = self
            .at
            .checked_add(length)
            .and_then(|end| self.bytes.get(self.at..end))
            .unwrap_or_default();
        self.at += bytes.len();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

/// The little-endian number at a byte offset.
#[inline]
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

/// Appends what [`Reader::varint`] reads.
#[cfg(feature = "build")]
pub(crate) fn push_varint(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends what [`Reader::text`] reads.
#[cfg(feature = "build")]
pub(crate) fn push_text(out: &mut Vec<u8>, text: &str) {
    push_varint(out, text.len() as u32);
    out.extend_from_slice(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(values: Vec<u32>, text in ".{0,20}") {
            let mut out = Vec::new();
            values.iter().for_each(|value| push_varint(&mut out, *value));
            push_text(&mut out, &text);
            let mut reader = Reader::new(&out, 0);
            for value in &values {
                prop_assert_eq!(reader.varint(), *value);
            }
            prop_assert_eq!(reader.text(), text.as_str());
            prop_assert!(reader.is_at_end());
            let mut skipper = Reader::new(&out, 0);
            skipper.skip_varints(values.len() as u32);
            prop_assert_eq!(skipper.text(), text.as_str());
        }

        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>, at: usize) {
            let mut reader = Reader::new(&bytes, at);
            for _ in 0..bytes.len() + 2 {
                let _ = (reader.varint(), reader.text());
            }
        }
    }
}
