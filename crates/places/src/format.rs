//! The bytes of a list of places.
//!
//! After [`MAGIC`] come columns, one after the other, because equal things side by side compress
//! well. Numbers are in LEB128, signed ones in zigzag. Places are by country, and those of one from
//! south to north:
//!
//! - the number of countries; for each its code of two letters, and the number of its places;
//! - for each place its latitude, from that of the one before in the country, or from
//!   [`SOUTH`];
//! - for each place its longitude, from that of the first of its country;
//! - for each place its kind, in a byte;
//! - for each place the number of its names, less one;
//! - for each place the number of those names that stand for another place first, which come last;
//! - for each place the hashes of its names, in four bytes each, the lowest first.

/// The first bytes of a list, with the version of the format.
pub(crate) const MAGIC: &[u8] = b"cpl1";

/// The southernmost latitude, in tenths of a degree.
pub(crate) const SOUTH: i32 = -900;

/// Reads numbers one after the other.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    /// Reads bytes; `None` if there are fewer.
    pub(crate) fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// Reads an array of bytes; `None` if there are fewer.
    pub(crate) fn array<const LENGTH: usize>(&mut self) -> Option<[u8; LENGTH]> {
        self.bytes(LENGTH)?.try_into().ok()
    }

    /// Reads a number; `None` if there is none of 28 bits.
    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let [byte] = self.array()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// Reads a number with a sign.
    pub(crate) fn signed(&mut self) -> Option<i32> {
        let number = self.number()?;
        let half = (number >> 1) as i32;
        Some(if number & 1 == 0 { half } else { -half - 1 })
    }
}
