//! The values of a facet while documents are added.

use crate::document::ValueId;
use crate::index::bytes::push_string;
use crate::index::facet::WIDE_IDS;
use crate::index::format::FACET_SECTIONS;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A facet's values, numbered in the order of their first document until the facet is finished.
#[derive(Debug)]
pub(super) struct FacetValues {
    name: String,
    numbers: HashMap<String, u32>,
    /// The label of each value and the number of documents with it.
    values: Vec<(String, u32)>,
    /// The numbers of each document's values, one document after the other, and where each ends.
    of_documents: Vec<u32>,
    ends: Vec<u32>,
}

impl FacetValues {
    pub(super) fn new(name: String) -> Self {
        let (of_documents, ends) = (Vec::new(), Vec::new());
        Self { name, numbers: HashMap::new(), values: Vec::new(), of_documents, ends }
    }

    /// Returns the same facet without documents.
    pub(super) fn without_documents(&self) -> Self {
        Self::new(self.name.clone())
    }

    /// Adds the documents of another facet after those of this one.
    pub(super) fn append(&mut self, run: Self) {
        let numbers: Vec<u32> = run
            .values
            .into_iter()
            .map(|(label, count)| {
                let number = self.number(&label);
                if let Some((_, sum)) = self.values.get_mut(number as usize) {
                    *sum += count;
                }
                number
            })
            .collect();
        let before = self.of_documents.len() as u32;
        let renumbered = run.of_documents.iter().filter_map(|it| numbers.get(*it as usize));
        self.of_documents.extend(renumbered);
        self.ends.extend(run.ends.iter().map(|end| before + end));
    }

    /// Returns the number of a value, which may be a new one.
    fn number(&mut self, label: &str) -> u32 {
        if let Some(number) = self.numbers.get(label) {
            return *number;
        }
        let number = self.values.len() as u32;
        self.numbers.insert(label.to_owned(), number);
        self.values.push((label.to_owned(), 0));
        number
    }

    /// Adds the next document, with the labels of its values.
    pub(super) fn add_document<'l>(&mut self, labels: impl Iterator<Item = &'l str>) {
        let start = self.of_documents.len();
        for label in labels {
            let number = self.number(label);
            if self.of_documents.iter().skip(start).all(|it| *it != number) {
                self.of_documents.push(number);
                if let Some((_, count)) = self.values.get_mut(number as usize) {
                    *count += 1;
                }
            }
        }
        self.ends.push(self.of_documents.len() as u32);
    }

    /// Assigns the final ids, the most frequent value first. Returns the sections of
    /// [`facet`](crate::index::facet) and the id of each label.
    pub(super) fn finish(self) -> ([Vec<u8>; FACET_SECTIONS], HashMap<String, ValueId>) {
        let mut order: Vec<usize> = (0..self.values.len()).collect();
        order.sort_by_key(|at| self.values.get(*at).map(|(label, count)| (Reverse(*count), label)));
        let mut ids = vec![0_u32; order.len()];
        let (mut labels, mut values) = (Vec::new(), Vec::new());
        push_string(&mut labels, &self.name);
        for (id, number) in (0_u32..).zip(&order) {
            if let (Some(slot), Some((label, count))) =
                (ids.get_mut(*number), self.values.get(*number))
            {
                *slot = id;
                values.extend((labels.len() as u32).to_le_bytes());
                values.extend(count.to_le_bytes());
                push_string(&mut labels, label);
            }
        }
        let (starts, value_ids) = self.document_sections(&ids);
        let id_of = |number: u32| ids.get(number as usize).copied().map(ValueId);
        let ids =
            self.numbers.into_iter().filter_map(|(label, number)| Some((label, id_of(number)?)));
        ([labels, values, starts, value_ids], ids.collect())
    }

    /// Returns the numbers of each document's values.
    fn documents(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let values = self.of_documents.get(start..*end as usize).unwrap_or_default();
            start = *end as usize;
            values
        })
    }

    /// Encodes the value ids of all documents, given the id of each value.
    fn document_sections(&self, ids: &[u32]) -> (Vec<u8>, Vec<u8>) {
        let is_single = self.documents().all(|values| values.len() <= 1);
        let (mut starts, mut value_ids) = (Vec::new(), Vec::new());
        let push = |value_ids: &mut Vec<u8>, id: u32| {
            if ids.len() < WIDE_IDS {
                value_ids.extend((id as u16).to_le_bytes());
            } else {
                value_ids.extend(id.to_le_bytes());
            }
        };
        let mut start = 0_u32;
        for document in self.documents() {
            let mut document_ids: Vec<u32> =
                document.iter().filter_map(|number| ids.get(*number as usize)).copied().collect();
            document_ids.sort_unstable();
            if is_single {
                push(&mut value_ids, document_ids.first().copied().unwrap_or(u32::MAX));
            } else {
                starts.extend(start.to_le_bytes());
                start += document_ids.len() as u32;
                document_ids.iter().for_each(|id| push(&mut value_ids, *id));
            }
        }
        if !is_single {
            starts.extend(start.to_le_bytes());
        }
        (starts, value_ids)
    }
}
