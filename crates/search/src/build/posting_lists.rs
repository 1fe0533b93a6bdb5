//! Postings while they are collected: each form's lists, encoded as they will be written.

use crate::analyze::{Language, is_common, stem_for};
use crate::document::{DocId, Field};
use crate::index::bytes::{Reader, push_varint};
use crate::index::postings::{BLOCK, Frequencies};
use std::collections::HashMap;

/// All forms.
#[derive(Debug, Default)]
pub(super) struct Lists {
    numbers: HashMap<Box<str>, u32>,
    pub(super) forms: Vec<Form>,
    /// The occurrences of the document at hand: form, field, position.
    pending: Vec<(u32, Field, u32)>,
}

/// A form and its lists.
#[derive(Debug, Default)]
pub(crate) struct Form {
    pub(crate) documents: u32,
    next_document: u32,
    pub(super) gaps: Vec<u8>,
    pub(super) frequencies: Vec<u8>,
    pub(super) blocks: Vec<u8>,
    pub(super) is_placed: bool,
    /// Stems by language, with the number of occurrences.
    stems: Vec<(Language, Box<str>, u32)>,
}

impl Lists {
    pub(super) fn add(
        &mut self,
        field: Field,
        position: u32,
        form: &str,
        written: &str,
        language: Language,
    ) {
        let number = match self.numbers.get(form) {
            Some(number) => *number,
            None => {
                let number = self.forms.len() as u32;
                self.numbers.insert(form.into(), number);
                self.forms.push(Form { is_placed: !is_common(form), ..Form::default() });
                number
            }
        };
        if let Some(entry) = self.forms.get_mut(number as usize) {
            match entry.stems.iter_mut().find(|(other, ..)| *other == language) {
                Some((_, _, count)) => *count += 1,
                None => {
                    let stem = stem_for(language, form, &written.to_lowercase());
                    entry.stems.push((language, stem.into(), 1));
                }
            }
        }
        self.pending.push((number, field, position));
    }

    pub(super) fn end_document(&mut self, document: DocId) {
        self.pending.sort_unstable();
        for occurrences in self.pending.chunk_by(|a, b| a.0 == b.0) {
            let Some(form) =
                occurrences.first().and_then(|(number, ..)| self.forms.get_mut(*number as usize))
            else {
                continue;
            };
            push_varint(&mut form.gaps, document.0 + 1 - form.next_document);
            form.next_document = document.0 + 1;
            form.documents += 1;
            let mut frequencies = Frequencies::default();
            let mut last = (Field::Title, 0);
            for (_, field, position) in occurrences {
                if let Some(count) = frequencies.0.get_mut(field.index()) {
                    *count += 1;
                }
                if form.is_placed {
                    let block = position / BLOCK;
                    let from = if last.0 == *field { last.1 } else { 0 };
                    push_varint(&mut form.blocks, block - from);
                    last = (*field, block);
                }
            }
            frequencies.write(&mut form.frequencies);
        }
        self.pending.clear();
    }

    pub(super) fn holds(&self, form: &str) -> bool {
        self.numbers.contains_key(form)
    }

    /// The forms in byte order.
    pub(super) fn sorted(&self) -> Vec<(&str, &Form)> {
        let mut sorted: Vec<_> = self
            .numbers
            .iter()
            .filter_map(|(form, number)| Some((&**form, self.forms.get(*number as usize)?)))
            .collect();
        sorted.sort_unstable_by_key(|(form, _)| *form);
        sorted
    }
}

impl Form {
    /// One list of several, unplaced: in which fields any of them occurs, not how often.
    pub(crate) fn merged<'f>(forms: impl Iterator<Item = &'f Self>, documents: u32) -> Self {
        let mut counts = vec![Frequencies::default(); documents as usize];
        for form in forms {
            let mut gaps = Reader::new(&form.gaps, 0);
            let mut frequencies = Reader::new(&form.frequencies, 0);
            let mut next = 0;
            for _ in 0..form.documents {
                next += gaps.varint();
                let Some(sum) = counts.get_mut(next as usize - 1) else { continue };
                let more = Frequencies::read(&mut frequencies);
                sum.0.iter_mut().zip(more.0).for_each(|(sum, more)| *sum += more);
            }
        }
        let mut merged = Self::default();
        for (document, mut frequencies) in
            (0..documents).zip(counts).filter(|(_, counts)| counts.total() > 0)
        {
            // How often says little of a beginning, and is half of the list.
            frequencies.0.iter_mut().for_each(|count| *count = (*count).min(1));
            push_varint(&mut merged.gaps, document + 1 - merged.next_document);
            merged.next_document = document + 1;
            merged.documents += 1;
            frequencies.write(&mut merged.frequencies);
        }
        merged
    }

    /// Language and stem: of the language in which the form occurs most.
    pub(super) fn stem(&self) -> Option<(Language, &str)> {
        let most = self
            .stems
            .iter()
            .max_by_key(|(language, _, count)| (*count, std::cmp::Reverse(*language)));
        most.map(|(language, stem, _)| (*language, &**stem))
    }
}
