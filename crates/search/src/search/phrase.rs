//! Phrases: forms that stand one after the other in a field. The index says where they could, the text whether they do.

use super::Searcher;
use crate::document::{DocId, Field, Fields};
use crate::index::dictionary::FormId;
use crate::index::postings::{BLOCK, Frequencies, Postings};
use crate::search::phrase_matcher::Sequence;

impl Searcher<'_> {
    /// The documents that hold the forms in that order in one of the fields, and how often they do in each, counted no
    /// further than `enough`.
    pub(super) fn phrase(
        &self,
        forms: &[FormId],
        fields: Fields,
        enough: u32,
    ) -> Vec<(u32, Frequencies)> {
        let mut sequence = self.sequence(forms);
        let mut found = Vec::new();
        self.possible(forms, fields, None, &mut |document, fields| {
            let frequencies = self.times(&mut sequence, document, fields, enough);
            if frequencies.total() > 0 {
                found.push((document.0, frequencies));
            }
        });
        found
    }

    /// What to look for in texts.
    pub(super) fn sequence(&self, forms: &[FormId]) -> Sequence {
        Sequence::new(forms.iter().map(|form| self.index.dictionary.form(*form)).collect())
    }

    /// How often a sequence stands in each of some fields of a document, counted no further than `enough`.
    pub(super) fn times(
        &self,
        sequence: &mut Sequence,
        document: DocId,
        fields: Fields,
        enough: u32,
    ) -> Frequencies {
        let mut frequencies = Frequencies::default();
        (self.texts)(document, &mut |passage| {
            if fields.has(passage.field)
                && let Some(count) = frequencies.0.get_mut(passage.field.index())
                && *count < enough
            {
                *count += sequence.count(passage.text, enough);
            }
        });
        frequencies
    }

    /// The documents (of these, if any are given: sorted) that hold the forms close enough to each other to be the phrase,
    /// with the fields in which they do.
    pub(super) fn possible(
        &self,
        forms: &[FormId],
        fields: Fields,
        among: Option<&[DocId]>,
        visit: &mut dyn FnMut(DocId, Fields),
    ) {
        let entries = forms.iter().map(|form| self.index.entry(*form));
        let mut lists: Vec<(u32, Postings<'_>)> =
            (0..).zip(entries.map(|entry| Postings::new(&self.index, entry))).collect();
        // Of a few documents, the texts are sooner asked than the long lists of common words.
        if among.is_some() && lists.iter().any(|(_, list)| list.is_placed) {
            lists.retain(|(_, list)| list.is_placed);
        }
        let mut among = among.map(|documents| documents.iter());
        let mut places = Places::default();
        let mut target = 0;
        'documents: loop {
            if let Some(among) = &mut among {
                match among.find(|document| document.0 >= target) {
                    Some(document) => target = document.0,
                    None => return,
                }
            }
            for (_, list) in &mut lists {
                match list.seek(target) {
                    None => return,
                    Some(document) if document > target => {
                        target = document;
                        continue 'documents;
                    }
                    Some(_) => {}
                }
            }
            if target >= self.index.len() || lists.is_empty() {
                return;
            }
            let fields = places.possible(&mut lists, fields);
            if !fields.is_none() {
                visit(DocId(target), fields);
            }
            target += 1;
        }
    }
}

/// The blocks of the first placed form, where all others could follow, by field; and those of the form at hand.
#[derive(Default)]
struct Places {
    left: [Vec<u32>; 4],
    following: [Vec<u32>; 4],
    /// How often each form occurs in the document at hand.
    heads: Vec<Frequencies>,
}

impl Places {
    /// The fields of the document at hand in which all forms stand (each list with its form's step in the phrase), close
    /// enough to be the phrase.
    fn possible(&mut self, lists: &mut [(u32, Postings<'_>)], fields: Fields) -> Fields {
        let mut possible = fields;
        self.heads.clear();
        for (_, list) in lists.iter_mut() {
            let frequencies = list.frequencies();
            for (field, count) in Field::ALL.iter().zip(&frequencies.0) {
                if *count == 0 {
                    possible = possible.without(*field);
                }
            }
            self.heads.push(frequencies);
        }
        let mut first = None;
        for ((step, list), head) in lists.iter_mut().zip(&self.heads) {
            if !list.is_placed || possible.is_none() {
                continue;
            }
            self.following.iter_mut().for_each(Vec::clear);
            list.blocks(*head, &mut |field, block| {
                if let Some(blocks) = self.following.get_mut(field.index()) {
                    blocks.push(block);
                }
            });
            let Some(first) = first else {
                first = Some(*step);
                std::mem::swap(&mut self.left, &mut self.following);
                continue;
            };
            // So many positions further on is one of two blocks.
            let distance = *step - first;
            for (field, (left, following)) in
                Field::ALL.iter().zip(self.left.iter_mut().zip(&self.following))
            {
                left.retain(|block| {
                    let nearest = block.saturating_add(distance / BLOCK);
                    let after = following.partition_point(|other| *other < nearest);
                    following.get(after).is_some_and(|other| other - nearest <= 1)
                });
                if left.is_empty() {
                    possible = possible.without(*field);
                }
            }
        }
        possible
    }
}
