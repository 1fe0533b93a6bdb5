//! Marks: where in a text the words of a query were found. Always places in the original text, never in the folded one.

use crate::analyze::analyze;
use crate::document::{Field, Fields, Passage};
use crate::index::Index;
use crate::search::Outcome;
use crate::search::plan::{Alternative, Leaf, Plan};
use std::ops::Range;

/// Finds in texts what a search has found in documents. Needs neither the index nor the outcome any longer.
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    /// Forms that match by themselves, sorted, with each leaf that one matches.
    forms: Vec<(String, Way)>,
    /// Beginnings of words.
    beginnings: Vec<(String, Way)>,
    /// Forms that match one after the other.
    phrases: Vec<(Vec<String>, Way)>,
}

/// Which leaf of the query is matched, and in which fields.
#[derive(Clone, Copy, Debug)]
struct Way {
    leaf: usize,
    fields: Fields,
}

/// The passages of a document, and where in each a query was found.
#[derive(Clone, Debug, Default)]
pub struct Findings<'t>(pub(crate) Vec<(Passage<'t>, Vec<Found>)>);

impl<'t> Findings<'t> {
    /// The text of a passage.
    pub fn text(&self, passage: usize) -> Option<&'t str> {
        self.0.get(passage).map(|(passage, _)| passage.text)
    }

    /// Each passage, with the marks in it as [`Matcher::marks`] gives them.
    pub fn marks(&self) -> impl Iterator<Item = (Passage<'t>, Vec<Range<usize>>)> {
        self.0.iter().map(|(passage, found)| {
            (*passage, merged(found.iter().map(|found| found.range.clone()).collect()))
        })
    }
}

/// A place in a text, and the leaf that it matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) range: Range<usize>,
    pub(crate) leaf: usize,
}

impl Matcher {
    /// For what was searched in the end, corrected words included. What the query excludes is not marked.
    pub fn new(index: &Index<'_>, outcome: &Outcome) -> Self {
        let mut matcher = Self::default();
        let mut leaves = 0;
        outcome.plans.iter().for_each(|plan| matcher.plan(index, plan, &mut leaves));
        matcher.forms.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        matcher
    }

    fn plan(&mut self, index: &Index<'_>, plan: &Plan, leaves: &mut usize) {
        match plan {
            Plan::Leaf(leaf) => {
                self.leaf(index, leaf, *leaves);
                *leaves += 1;
            }
            Plan::Facet(..) | Plan::Not(_) => {}
            Plan::Any(plans) | Plan::All(plans) => {
                plans.iter().for_each(|plan| self.plan(index, plan, leaves));
            }
        }
    }

    fn leaf(&mut self, index: &Index<'_>, leaf: &Leaf, number: usize) {
        let way = Way { leaf: number, fields: leaf.fields };
        self.beginnings.extend(leaf.beginning.iter().map(|beginning| (beginning.clone(), way)));
        for alternative in &leaf.alternatives {
            match alternative {
                // Known by what they begin with.
                Alternative::Beginning { .. } => {}
                Alternative::Form { form, .. } => {
                    self.forms.push((index.dictionary.form(*form), way));
                }
                Alternative::Phrase { forms, .. } => {
                    let forms = forms.iter().map(|form| index.dictionary.form(*form)).collect();
                    self.phrases.push((forms, way));
                }
            }
        }
    }

    /// Where the query was found in a text of that field: byte ranges, sorted, apart from each other, on character
    /// boundaries. Words of a phrase are one range.
    pub fn marks(&self, text: &str, field: Field) -> Vec<Range<usize>> {
        merged(self.found(text, field).into_iter().map(|found| found.range).collect())
    }

    /// The passages of a document, and where in each the query was found. Whoever wants marks and a snippet reads once.
    pub fn read<'t>(&self, passages: impl IntoIterator<Item = Passage<'t>>) -> Findings<'t> {
        let read = |passage: Passage<'t>| (passage, self.found(passage.text, passage.field));
        Findings(passages.into_iter().map(read).collect())
    }

    /// The same as [`Matcher::marks`] before ranges are put together, with what each stands for.
    pub(crate) fn found(&self, text: &str, field: Field) -> Vec<Found> {
        let mut found = Vec::new();
        if self.forms.is_empty() && self.beginnings.is_empty() && self.phrases.is_empty() {
            return found;
        }
        // The plain tokens, one a position, for phrases.
        let mut places: Vec<(String, Range<usize>)> = Vec::new();
        analyze(text, |token| {
            let mut add = |way: &Way| {
                if way.fields.has(field) {
                    found.push(Found { range: token.range(), leaf: way.leaf });
                }
            };
            let first = self.forms.partition_point(|(form, _)| form.as_str() < token.form);
            let same = self.forms.iter().skip(first).take_while(|(form, _)| form == token.form);
            same.for_each(|(_, way)| add(way));
            for (_, way) in self
                .beginnings
                .iter()
                .filter(|(beginning, _)| token.form.starts_with(beginning.as_str()))
            {
                add(way);
            }
            if !self.phrases.is_empty() && !token.joined {
                places.push((token.form.to_owned(), token.range()));
            }
        });
        for (forms, way) in
            self.phrases.iter().filter(|(forms, way)| !forms.is_empty() && way.fields.has(field))
        {
            for window in places.windows(forms.len()) {
                if window.iter().map(|(form, _)| form).eq(forms)
                    && let ([(_, first), ..], [.., (_, last)]) = (window, window)
                {
                    found.push(Found { range: first.start..last.end, leaf: way.leaf });
                }
            }
        }
        found.sort_unstable_by_key(|found| (found.range.start, found.range.end, found.leaf));
        found.dedup();
        found
    }
}

/// Sorted ranges, with those that touch put together.
pub(crate) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
