//! Phrases: forms that stand one after the other in a field. The index says where they could, the text whether they do.

use super::Searcher;
use crate::dictionary::FormId;
use crate::document::{DocId, Field, Fields};
use crate::postings::{BLOCK, Frequencies, Occurrences};
use crate::texts::Sequence;

impl Searcher<'_> {
    /// The documents (of these, if any are given: sorted) that hold the forms in that order in one of the fields, and how
    /// often they do in each, counted no further than `enough`.
    pub(super) fn phrase(
        &self,
        forms: &[FormId],
        fields: Fields,
        among: Option<&[DocId]>,
        enough: u32,
    ) -> Vec<(u32, Frequencies)> {
        let entries = forms.iter().map(|form| self.index.entry(*form));
        let mut lists: Vec<(u32, Occurrences<'_>)> =
            (0..).zip(entries.map(|entry| Occurrences::new(&self.index, entry))).collect();
        // Of a few documents, the texts are sooner asked than the long lists of common words.
        if among.is_some() && lists.iter().any(|(_, list)| list.is_placed) {
            lists.retain(|(_, list)| list.is_placed);
        }
        let mut among = among.map(|documents| documents.iter().peekable());
        let mut sequence =
            Sequence::new(forms.iter().map(|form| self.index.dictionary.form(*form)).collect());
        let mut heads: Vec<(u32, Frequencies)> = Vec::new();
        let mut found = Vec::new();
        for (_, list) in &mut lists {
            match list.advance() {
                Some(head) => heads.push(head),
                None => return found,
            }
        }
        let mut places = Places::default();
        let mut next = 0;
        while let Some(mut target) = heads.iter().map(|(document, _)| (*document).max(next)).max() {
            if let Some(among) = &mut among {
                while among.next_if(|document| document.0 < target).is_some() {}
                match among.peek() {
                    Some(document) => target = document.0,
                    None => return found,
                }
            }
            if target >= self.index.len() {
                return found;
            }
            let mut agree = true;
            for ((_, list), head) in lists.iter_mut().zip(&mut heads) {
                while head.0 < target {
                    match list.advance() {
                        Some(next) => *head = next,
                        None => return found,
                    }
                }
                agree &= head.0 == target;
            }
            if !agree {
                continue;
            }
            let fields = places.possible(&mut lists, &heads, fields);
            if !fields.is_none() {
                let mut frequencies = Frequencies::default();
                (self.texts)(DocId(target), &mut |passage| {
                    if fields.has(passage.field)
                        && let Some(count) = frequencies.0.get_mut(passage.field.index())
                        && *count < enough
                    {
                        *count += sequence.count(passage.text, enough);
                    }
                });
                if frequencies.total() > 0 {
                    found.push((target, frequencies));
                }
            }
            next = target.saturating_add(1);
        }
        found
    }
}

/// The blocks of the first placed form, where all others could follow, by field; and those of the form at hand.
#[derive(Default)]
struct Places {
    left: [Vec<u32>; 4],
    following: [Vec<u32>; 4],
}

impl Places {
    /// The fields of the document at hand in which all forms stand (each list with its form's step in the phrase), close
    /// enough to be the phrase.
    fn possible(
        &mut self,
        lists: &mut [(u32, Occurrences<'_>)],
        heads: &[(u32, Frequencies)],
        fields: Fields,
    ) -> Fields {
        let mut possible = fields;
        for field in Field::ALL {
            if heads.iter().any(|(_, frequencies)| frequencies.get(field) == 0) {
                possible = possible.without(field);
            }
        }
        let mut first = None;
        for ((step, list), head) in lists.iter_mut().zip(heads) {
            if !list.is_placed || possible.is_none() {
                continue;
            }
            self.following.iter_mut().for_each(Vec::clear);
            list.read(head.1, |field, block| {
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
                Field::ALL.into_iter().zip(self.left.iter_mut().zip(&self.following))
            {
                left.retain(|block| {
                    let nearest = block.saturating_add(distance / BLOCK);
                    let after = following.partition_point(|other| *other < nearest);
                    following.get(after).is_some_and(|other| other - nearest <= 1)
                });
                if left.is_empty() {
                    possible = possible.without(field);
                }
            }
        }
        possible
    }
}
