//! The custom fields of the articles' metadata.

use crate::edition::Edition;
use crate::layout::{ListReader, Section};

/// A custom field of the articles' metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CustomField<'a> {
    /// The key in the front matter. If the field is a facet, also the name of that facet.
    pub key: &'a str,
    /// The label for readers.
    pub label: &'a str,
    /// True if the index has a facet for the field.
    pub is_facet: bool,
}

impl<'a> Edition<'a> {
    /// Iterates over the custom fields of the articles' metadata.
    pub fn fields(&self) -> impl ExactSizeIterator<Item = CustomField<'a>> + use<'a> {
        let records = self.records;
        (0..ListReader::count(records.section(Section::Fields))).map(move |field| {
            let mut list = ListReader::new(records.section(Section::Fields), field);
            CustomField {
                key: records.text_in(&mut list),
                label: records.text_in(&mut list),
                is_facet: list.number() == 1,
            }
        })
    }
}
