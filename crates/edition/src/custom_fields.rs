//! The custom fields of the articles' metadata, and the links between articles.

use crate::edition::Edition;
use crate::id::ItemId;
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

    /// Iterates over the articles that link to an item, in seed order, each once.
    pub fn linked_from(&self, item: ItemId) -> impl Iterator<Item = ItemId> + use<'a> {
        let mut list = ListReader::new(self.records.section(Section::Links), item.as_usize());
        std::iter::from_fn(move || (!list.is_at_end()).then(|| ItemId(list.number())))
    }
}
