//! Facets: labelled values to filter by, and the values of each document.
//!
//! # Format
//!
//! A facet has four sections:
//!
//! - labels: the facet's name, then the label of each value (strings);
//! - values: for each value, the offset of its label in the labels, and the number of documents
//!   with the value (u32 each);
//! - starts: empty if no document has more than one value; otherwise the position of each
//!   document's first value id, and the position after the last one (u32 each);
//! - value ids: the ids of each document's values, as u16 if there are fewer than [`WIDE_IDS`]
//!   values, otherwise as u32. All bits set means no value.

use super::bytes::{Reader, u32_at};
use super::format::{FACET_SECTIONS, OpenError};
use crate::document::{DocId, ValueId};
use cuttings_parts::Bytes;
use std::ops::Range;

/// A facet with this many values or more stores an id in four bytes, a smaller one in two.
pub(crate) const WIDE_IDS: usize = 0xFFFF;

/// The length of a value's record.
pub(crate) const VALUE_BYTES: usize = 8;

/// The maximum number of values of one facet that a document can have.
pub(crate) const MAX_VALUES: usize = 1024;

/// The number of values of a facet that are there as soon as an edition in parts is open: those
/// that a list shows at first, and a few more.
pub const FIRST_VALUES: usize = 10;

/// A facet, read in place.
///
/// If it arrives in parts, its first [`FIRST_VALUES`] values are in the head. A value that has not
/// arrived has no label, and a document no values.
#[derive(Clone, Copy, Debug)]
pub struct Facet<'a> {
    /// Labels, values, starts and value ids.
    sections: [Bytes<'a>; FACET_SECTIONS],
    document_count: usize,
}

/// The values of each document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DocumentValues<'a> {
    starts: &'a [u8],
    value_ids: &'a [u8],
    value_count: usize,
    document_count: usize,
}

/// Returns the length of a value's id.
fn id_bytes(value_count: usize) -> usize {
    if value_count < WIDE_IDS { 2 } else { 4 }
}

impl<'a> Facet<'a> {
    pub(super) fn open(
        sections: [Bytes<'a>; FACET_SECTIONS],
        document_count: usize,
    ) -> Result<Self, OpenError> {
        let [_, values, starts, value_ids] = sections;
        let id_bytes = id_bytes(values.len() / VALUE_BYTES);
        let is_single =
            starts.is_empty() && value_ids.len() == document_count.saturating_mul(id_bytes);
        let is_multiple = starts.len() == document_count.saturating_add(1).saturating_mul(4);
        if values.len().is_multiple_of(VALUE_BYTES) && (is_single || is_multiple) {
            Ok(Self { sections, document_count })
        } else {
            Err(OpenError::Damaged { what: "a facet has the wrong length" })
        }
    }

    /// Returns the name, which is also the name of the facet's field in queries.
    pub fn name(&self) -> &'a str {
        self.string_at(0)
    }

    /// Returns the number of values.
    pub fn len(&self) -> usize {
        self.values_section().len() / VALUE_BYTES
    }

    /// Returns whether no document has a value.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns whether the values of all documents have arrived, so that they can be counted. This
    /// notes no part as missing.
    pub fn is_there(&self) -> bool {
        let [_, _, starts, value_ids] = &self.sections;
        starts.is_there() && value_ids.is_there()
    }

    /// Reads the values of all documents, so that they are noted as missing if they have not
    /// arrived. Returns their length in bytes.
    pub fn touch_documents(&self) -> usize {
        let [_, _, starts, value_ids] = &self.sections;
        let _ = (starts.all(), value_ids.all());
        starts.len() + value_ids.len()
    }

    /// Returns whether the labels of all values have arrived, too.
    pub fn has_all_labels(&self) -> bool {
        self.sections.iter().all(Bytes::is_there)
    }

    /// Returns whether the label of a value has arrived. This notes no part as missing.
    pub fn has_label(&self, value: ValueId) -> bool {
        let start = (value.0 as usize).saturating_mul(VALUE_BYTES);
        let record = self.values_section().section(start..start.saturating_add(VALUE_BYTES));
        let [labels, ..] = self.sections;
        record.is_some_and(|record| record.is_there())
            && self.number(value, 0).is_some_and(|offset| {
                let start = offset as usize;
                labels.section(start..start.saturating_add(1)).is_some_and(|it| it.is_there())
            })
    }

    /// Returns the label of a value, or an empty string if there is no such value.
    pub fn label(&self, value: ValueId) -> &'a str {
        self.number(value, 0).map_or("", |offset| self.string_at(offset as usize))
    }

    /// Returns the number of documents with a value, out of all documents.
    pub fn count(&self, value: ValueId) -> u32 {
        self.number(value, 4).unwrap_or_default()
    }

    /// Iterates over the values and their labels: the most frequent first, then by label.
    pub fn values(&self) -> impl Iterator<Item = (ValueId, &'a str)> + use<'a> {
        let facet = *self;
        (0..facet.len() as u32).map(move |value| (ValueId(value), facet.label(ValueId(value))))
    }

    /// Returns the value with exactly that label.
    pub fn value_labelled(&self, label: &str) -> Option<ValueId> {
        self.values().find(|(_, other)| *other == label).map(|(value, _)| value)
    }

    /// Iterates over the values of a document, the most frequent first.
    pub fn values_of(&self, document: DocId) -> impl Iterator<Item = ValueId> + use<'a> {
        self.document_values().of(document)
    }

    /// Returns the values of each document.
    pub(crate) fn document_values(&self) -> DocumentValues<'a> {
        let [_, _, starts, value_ids] = &self.sections;
        DocumentValues {
            starts: starts.all(),
            value_ids: value_ids.all(),
            value_count: self.len(),
            document_count: self.document_count,
        }
    }

    fn values_section(&self) -> Bytes<'a> {
        let [_, values, _, _] = self.sections;
        values
    }

    /// Returns a number from the record of a value.
    fn number(&self, value: ValueId, at: usize) -> Option<u32> {
        let start = (value.0 as usize).checked_mul(VALUE_BYTES)?.checked_add(at)?;
        u32_at(self.values_section().get(start..start.checked_add(4)?)?, 0)
    }

    fn string_at(&self, offset: usize) -> &'a str {
        let [labels, ..] = self.sections;
        Reader::starting_at(labels, offset).string()
    }
}

impl<'a> DocumentValues<'a> {
    /// Iterates over the values of a document, the most frequent first.
    pub(crate) fn of(self, document: DocId) -> impl Iterator<Item = ValueId> + use<'a> {
        self.range(document).filter_map(move |at| self.value_at(at)).map(ValueId)
    }

    /// Adds one to the count of each value of each document.
    pub(crate) fn add_counts(self, documents: impl Iterator<Item = DocId>, counts: &mut [u32]) {
        for document in documents {
            for at in self.range(document) {
                if let Some(value) = self.value_at(at)
                    && let Some(count) = counts.get_mut(value as usize)
                {
                    *count += 1;
                }
            }
        }
    }

    fn id_bytes(&self) -> usize {
        id_bytes(self.value_count)
    }

    /// Returns the positions of a document's value ids.
    #[inline(always)]
    fn range(&self, document: DocId) -> Range<usize> {
        let at = document.0 as usize;
        if self.starts.is_empty() {
            return at.min(self.document_count)..(at + 1).min(self.document_count);
        }
        let start = |at: usize| u32_at(self.starts, at * 4).unwrap_or_default() as usize;
        // Damaged bytes may claim ids that are not there, or all ids for every document.
        let end = start(at + 1).min(self.value_ids.len() / self.id_bytes());
        start(at)..end.min(start(at).saturating_add(MAX_VALUES))
    }

    /// Returns the value id at a position, if it is one.
    #[inline(always)]
    fn value_at(&self, at: usize) -> Option<u32> {
        let value = if self.id_bytes() == 2 {
            let two = self.value_ids.get(at * 2..at * 2 + 2)?;
            u32::from(u16::from_le_bytes(two.try_into().ok()?))
        } else {
            u32_at(self.value_ids, at * 4)?
        };
        ((value as usize) < self.value_count).then_some(value)
    }
}
