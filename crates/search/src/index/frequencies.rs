//! Term frequencies: the number of occurrences of a term in each field of a document.
//!
//! # Format
//!
//! One byte `1..=0x7E`: the frequency in the body, if the term occurs in no other field. Otherwise
//! `0x80 | fields` (bit 0: title, … bit 4: metadata), then the frequency in each of those fields
//! (varint).

use super::bytes::Reader;
#[cfg(feature = "build")]
use super::bytes::push_varint;
use crate::document::{Field, FieldSet};

/// The bits of a first byte that name the fields.
const FIELD_BITS: u8 = (1 << Field::COUNT) - 1;

/// Returns the number of fields that a first byte names.
pub(crate) fn field_count(head: u8) -> u32 {
    if head < 0x80 { 1 } else { (head & FIELD_BITS).count_ones() }
}

/// The frequencies of a term in one document, in the order of [`Field::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frequencies(pub(crate) [u32; Field::COUNT]);

impl Frequencies {
    #[cfg(feature = "build")]
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        let head = reader.byte();
        Self::read_after(head, reader)
    }

    /// Reads the frequencies whose first byte has been read.
    pub(crate) fn read_after(head: u8, reader: &mut Reader<'_>) -> Self {
        let mut fields = [0; Field::COUNT];
        if head < 0x80 {
            if let Some(body) = fields.get_mut(Field::Body.index()) {
                *body = u32::from(head);
            }
            return Self(fields);
        }
        for (index, count) in fields.iter_mut().enumerate() {
            if head & (1 << index) != 0 {
                *count = reader.varint();
            }
        }
        Self(fields)
    }

    /// Skips the frequencies of that many documents. Returns the number of occurrences in all of
    /// them, and the number of fields in which they are.
    pub(crate) fn skip(reader: &mut Reader<'_>, documents: u32) -> (u32, u32) {
        let (mut sum, mut fields) = (0_u32, 0_u32);
        for _ in 0..documents {
            let head = reader.byte();
            if head < 0x80 {
                sum = sum.saturating_add(u32::from(head));
            } else {
                for _ in 0..field_count(head) {
                    sum = sum.saturating_add(reader.varint());
                }
            }
            fields = fields.saturating_add(field_count(head));
        }
        (sum, fields)
    }

    #[cfg(feature = "build")]
    pub(crate) fn write(self, out: &mut Vec<u8>) {
        if let [0, 0, 0, body @ 1..=0x7E, 0] = self.0 {
            out.push(body as u8);
            return;
        }
        let fields = self.0.iter().enumerate().filter(|(_, count)| **count > 0);
        out.push(fields.clone().fold(0x80, |head, (index, _)| head | 1 << index));
        fields.for_each(|(_, count)| push_varint(out, *count));
    }

    pub(crate) fn total(self) -> u32 {
        self.0.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    pub(crate) fn get(self, field: Field) -> u32 {
        self.0.get(field.index()).copied().unwrap_or_default()
    }

    /// Sets the frequencies in all other fields to zero.
    pub(crate) fn restricted_to(mut self, fields: FieldSet) -> Self {
        for (count, field) in self.0.iter_mut().zip(&Field::ALL) {
            if !fields.contains(*field) {
                *count = 0;
            }
        }
        self
    }
}
