//! Finds the words of a query in texts. All ranges refer to the original text, not the folded one.

use crate::analyze::analyze;
use crate::document::{Field, FieldSet, Passage};
use crate::index::Index;
use crate::search::Outcome;
use crate::search::plan::{Alternative, Plan, TermPlan};
use std::ops::Range;

/// Finds in texts what a search found in documents. Independent of the index and the outcome.
#[derive(Clone, Debug, Default)]
pub struct Highlighter {
    /// The terms to highlight, sorted. A term occurs once for each target.
    terms: Vec<(String, Target)>,
    /// The prefixes of words to highlight.
    prefixes: Vec<(String, Target)>,
    /// The terms that must follow each other.
    phrases: Vec<(Vec<String>, Target)>,
}

/// A word or phrase of the query.
#[derive(Clone, Copy, Debug)]
struct Target {
    number: usize,
    fields: FieldSet,
}

/// The passages of a document, with the matches in each.
#[derive(Clone, Debug, Default)]
pub struct Highlights<'t>(pub(super) Vec<(Passage<'t>, Vec<Match>)>);

impl<'t> Highlights<'t> {
    /// Returns the text of a passage.
    pub fn text(&self, passage: usize) -> Option<&'t str> {
        self.0.get(passage).map(|(passage, _)| passage.text)
    }

    /// Iterates over the passages, each with its ranges as [`Highlighter::ranges`] returns them.
    pub fn passages(&self) -> impl Iterator<Item = (Passage<'t>, Vec<Range<usize>>)> {
        self.0.iter().map(|(passage, matches)| (*passage, merged_ranges(matches.iter())))
    }
}

/// A range of a text that matches a word or phrase of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) range: Range<usize>,
    /// The number of the word or phrase.
    pub(super) target: usize,
}

impl Highlighter {
    /// Highlights the query that was searched for, after corrections. Excluded words are not
    /// highlighted.
    pub fn new(index: &Index<'_>, outcome: &Outcome) -> Self {
        let mut highlighter = Self::default();
        let mut targets = 0;
        outcome.plans.iter().for_each(|plan| highlighter.add_plan(index, plan, &mut targets));
        highlighter.terms.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        highlighter
    }

    fn add_plan(&mut self, index: &Index<'_>, plan: &Plan, targets: &mut usize) {
        match plan {
            Plan::Term(term) => {
                self.add_term(index, term, *targets);
                *targets += 1;
            }
            Plan::Facet(..) | Plan::Range(_) | Plan::Not(_) => {}
            Plan::Or(plans) | Plan::And(plans) => {
                plans.iter().for_each(|plan| self.add_plan(index, plan, targets));
            }
        }
    }

    fn add_term(&mut self, index: &Index<'_>, plan: &TermPlan, number: usize) {
        let target = Target { number, fields: plan.fields };
        self.prefixes.extend(plan.prefix.iter().map(|prefix| (prefix.clone(), target)));
        for alternative in &plan.alternatives {
            match alternative {
                // The plan's prefix matches all of its terms.
                Alternative::Prefix { .. } => {}
                Alternative::Term { term, .. } => {
                    self.terms.push((index.dictionary.term(*term), target));
                }
                Alternative::Phrase { terms, .. } => {
                    let terms = terms.iter().map(|term| index.dictionary.term(*term)).collect();
                    self.phrases.push((terms, target));
                }
            }
        }
    }

    /// Returns the byte ranges to highlight in a text of that field: sorted, apart from each other,
    /// on character boundaries. A phrase is one range.
    pub fn ranges(&self, text: &str, field: Field) -> Vec<Range<usize>> {
        merged_ranges(self.matches(text, field).iter())
    }

    /// Finds the matches in the passages of a document, for both ranges and a snippet.
    pub fn highlight<'t>(&self, passages: impl IntoIterator<Item = Passage<'t>>) -> Highlights<'t> {
        let highlight = |passage: Passage<'t>| (passage, self.matches(passage.text, passage.field));
        Highlights(passages.into_iter().map(highlight).collect())
    }

    /// Finds the matches in a text, which may overlap. They are sorted.
    fn matches(&self, text: &str, field: Field) -> Vec<Match> {
        let mut matches = Vec::new();
        if self.terms.is_empty() && self.prefixes.is_empty() && self.phrases.is_empty() {
            return matches;
        }
        // The tokens for phrases, one for each position.
        let mut tokens: Vec<(String, Range<usize>)> = Vec::new();
        analyze(text, |token| {
            let mut add = |target: &Target| {
                if target.fields.contains(field) {
                    matches.push(Match { range: token.range(), target: target.number });
                }
            };
            let first = self.terms.partition_point(|(term, _)| term.as_str() < token.term);
            let same = self.terms.iter().skip(first).take_while(|(term, _)| term == token.term);
            same.for_each(|(_, target)| add(target));
            for (prefix, target) in &self.prefixes {
                if token.term.starts_with(prefix.as_str()) {
                    add(target);
                }
            }
            if !self.phrases.is_empty() && !token.is_compound {
                tokens.push((token.term.to_owned(), token.range()));
            }
        });
        for (terms, target) in &self.phrases {
            if terms.is_empty() || !target.fields.contains(field) {
                continue;
            }
            for window in tokens.windows(terms.len()) {
                if window.iter().map(|(term, _)| term).eq(terms)
                    && let ([(_, first), ..], [.., (_, last)]) = (window, window)
                {
                    matches.push(Match { range: first.start..last.end, target: target.number });
                }
            }
        }
        matches.sort_unstable_by_key(|found| (found.range.start, found.range.end, found.target));
        matches.dedup();
        matches
    }
}

/// Returns the ranges of matches, sorted, with those that touch or overlap merged.
pub(super) fn merged_ranges<'m>(matches: impl Iterator<Item = &'m Match>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = matches.map(|found| found.range.clone()).collect();
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
