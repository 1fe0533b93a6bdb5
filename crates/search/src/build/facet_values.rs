//! The values of a facet while they are collected.

use crate::document::ValueId;
use crate::index::WIDE;
use crate::index::bytes::push_text;
use crate::index::format::FACET_SECTIONS;
use std::collections::HashMap;

/// A facet: its values, and which documents have which.
#[derive(Debug)]
pub(super) struct FacetValues {
    name: &'static str,
    numbers: HashMap<String, u32>,
    /// Label and number of documents, by number.
    values: Vec<(String, u32)>,
    documents: Vec<Vec<u32>>,
}

impl FacetValues {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, numbers: HashMap::new(), values: Vec::new(), documents: Vec::new() }
    }

    /// The values of the next document.
    pub(super) fn add<'l>(&mut self, labels: impl Iterator<Item = &'l str>) {
        let mut document = Vec::new();
        for label in labels {
            let number = *self.numbers.entry(label.to_owned()).or_insert_with(|| {
                self.values.push((label.to_owned(), 0));
                self.values.len() as u32 - 1
            });
            if !document.contains(&number) {
                document.push(number);
                if let Some((_, count)) = self.values.get_mut(number as usize) {
                    *count += 1;
                }
            }
        }
        self.documents.push(document);
    }

    /// Numbers the values as readers know them. Returns the facet's sections (labels, places, starts, values) and each
    /// label's id.
    pub(super) fn finish(self) -> ([Vec<u8>; FACET_SECTIONS], HashMap<String, ValueId>) {
        let mut order: Vec<usize> = (0..self.values.len()).collect();
        order.sort_by_key(|at| {
            self.values.get(*at).map(|(label, count)| (std::cmp::Reverse(*count), label))
        });
        let mut renumbered = vec![0_u32; order.len()];
        let (mut labels, mut places) = (Vec::new(), Vec::new());
        push_text(&mut labels, self.name);
        for (new, old) in order.iter().enumerate() {
            if let (Some(number), Some((label, count))) =
                (renumbered.get_mut(*old), self.values.get(*old))
            {
                *number = new as u32;
                places.extend((labels.len() as u32).to_le_bytes());
                places.extend(count.to_le_bytes());
                push_text(&mut labels, label);
            }
        }
        let is_single = self.documents.iter().all(|values| values.len() <= 1);
        let (mut starts, mut values) = (Vec::new(), Vec::new());
        let push = |values: &mut Vec<u8>, value: u32| {
            if order.len() < WIDE {
                values.extend((value as u16).to_le_bytes());
            } else {
                values.extend(value.to_le_bytes());
            }
        };
        let mut start = 0_u32;
        for document in &self.documents {
            let mut numbers: Vec<u32> =
                document.iter().filter_map(|old| renumbered.get(*old as usize)).copied().collect();
            numbers.sort_unstable();
            if is_single {
                push(&mut values, numbers.first().copied().unwrap_or(u32::MAX));
            } else {
                starts.extend(start.to_le_bytes());
                start += numbers.len() as u32;
                numbers.iter().for_each(|number| push(&mut values, *number));
            }
        }
        if !is_single {
            starts.extend(start.to_le_bytes());
        }
        let renumber = |old: u32| renumbered.get(old as usize).copied().map(ValueId);
        let ids = self.numbers.into_iter().filter_map(|(label, old)| Some((label, renumber(old)?)));
        ([labels, places, starts, values], ids.collect())
    }
}
