//! Finds the words of a query in texts. All ranges refer to the original text, not the folded one.

use crate::analyze::analyze;
use crate::document::{Field, FieldSet, Passage};
use crate::index::Index;
use crate::index::dictionary::TermId;
use crate::search::Outcome;
use crate::search::plan::{Alternative, MatchKind, Plan, Prefix, TermPlan};
use std::ops::Range;

/// Finds in texts what a search found in documents. Independent of the outcome, and of the index
/// except for long documents.
#[derive(Clone, Debug, Default)]
pub struct Highlighter {
    /// The terms to highlight, sorted. A term occurs once for each target.
    terms: Vec<(String, Target)>,
    /// The prefixes of words to highlight.
    prefixes: Vec<(Prefix, Target)>,
    /// The parts of compounds to highlight.
    parts: Vec<(String, Target)>,
    /// The terms that must follow each other.
    pub(super) phrases: Vec<(Vec<String>, Target)>,
    /// The posting lists that tell where the matches are in a document.
    pub(super) lists: Vec<Lists>,
}

/// A word or phrase of the query.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    pub(super) number: usize,
    pub(super) fields: FieldSet,
}

/// Posting lists that tell where matches are.
#[derive(Clone, Debug)]
pub(super) struct Lists {
    /// The terms, any of which is a match.
    pub(super) terms: Range<u32>,
    /// A term that must come soon after, if the match is a phrase.
    pub(super) followed_by: Option<TermId>,
    pub(super) target: Target,
}

/// The passages of a document, or fragments of them, with the matches in each.
#[derive(Clone, Debug, Default)]
pub struct Highlights<'t>(pub(super) Vec<Fragment<'t>>);

/// A fragment of a passage with its matches.
#[derive(Clone, Debug)]
pub(super) struct Fragment<'t> {
    /// The number of the passage in the document.
    pub(super) number: usize,
    /// The range in the passage's text, in bytes.
    pub(super) range: Range<usize>,
    /// The field and the text of the fragment.
    pub(super) passage: Passage<'t>,
    /// True if the passage has text before the fragment, and after it.
    pub(super) is_cut: [bool; 2],
    /// The number of places near which the document has matches, as far as this fragment stands for
    /// others; 0 if it stands for itself.
    pub(super) places: u32,
    pub(super) matches: Vec<Match>,
}

impl<'t> Fragment<'t> {
    pub(super) fn new(number: usize, passage: Passage<'t>, range: Range<usize>) -> Self {
        Self { number, range, passage, is_cut: [false; 2], places: 0, matches: Vec::new() }
    }
}

/// A text with its highlights.
#[derive(Clone, Debug)]
pub struct HighlightedText<'t> {
    /// The number of the passage in the document.
    pub number: usize,
    /// The field and the text: a passage or a fragment of it.
    pub passage: Passage<'t>,
    /// The ranges in the text, as [`Highlighter::ranges`] returns them.
    pub ranges: Vec<Range<usize>>,
    /// The number of matches that this fragment of a long document stands for, if it is more than
    /// those in its text.
    pub places: u32,
}

impl<'t> Highlights<'t> {
    /// Returns a text by its number among those that were highlighted.
    pub fn text(&self, number: usize) -> Option<&'t str> {
        self.0.get(number).map(|fragment| fragment.passage.text)
    }

    /// Iterates over the texts in reading order.
    pub fn texts(&self) -> impl Iterator<Item = HighlightedText<'t>> {
        self.0.iter().map(|fragment| HighlightedText {
            number: fragment.number,
            passage: fragment.passage,
            ranges: merged_ranges(fragment.matches.iter()),
            places: fragment.places,
        })
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
        let is_in_compounds = plan.alternatives.iter().any(|it| it.kind() == MatchKind::Compound);
        for alternative in &plan.alternatives {
            match alternative {
                // The plan's prefix matches all of its terms.
                Alternative::Prefix { terms } => self.add_lists(terms.clone(), None, target),
                Alternative::Term { term, kind, .. } => {
                    self.add_lists(term.0..term.0.saturating_add(1), None, target);
                    let term = index.dictionary.term(*term);
                    if *kind != MatchKind::Compound {
                        if is_in_compounds && matches!(kind, MatchKind::Exact | MatchKind::Stem) {
                            self.parts.push((term.clone(), target));
                        }
                        self.terms.push((term, target));
                    }
                }
                Alternative::Phrase { terms, .. } => {
                    let has_blocks = |term: &&TermId| index.postings.term_info(**term).has_blocks;
                    let mut telling = terms.iter().filter(has_blocks);
                    let first = telling.next().or(terms.first()).map_or(0, |term| term.0);
                    let lists = first..first.saturating_add(1);
                    self.add_lists(lists, telling.next().copied(), target);
                    let terms = terms.iter().map(|term| index.dictionary.term(*term)).collect();
                    self.phrases.push((terms, target));
                }
            }
        }
    }

    fn add_lists(&mut self, terms: Range<u32>, followed_by: Option<TermId>, target: Target) {
        self.lists.push(Lists { terms, followed_by, target });
    }

    /// Returns whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        // A word that is a part of compounds is a term, too.
        self.terms.is_empty() && self.prefixes.is_empty() && self.phrases.is_empty()
    }

    /// Returns the byte ranges to highlight in a text of that field: sorted, apart from each other,
    /// on character boundaries. A phrase is one range.
    pub fn ranges(&self, text: &str, field: Field) -> Vec<Range<usize>> {
        merged_ranges(self.matches(text, field).iter())
    }

    /// Finds the matches in the passages of a document, for both ranges and a snippet.
    pub fn highlight<'t>(&self, passages: impl IntoIterator<Item = Passage<'t>>) -> Highlights<'t> {
        let highlight = |(number, passage): (usize, Passage<'t>)| Fragment {
            matches: self.matches(passage.text, passage.field),
            ..Fragment::new(number, passage, 0..passage.text.len())
        };
        Highlights(passages.into_iter().enumerate().map(highlight).collect())
    }

    /// Finds the matches in a text, which may overlap. They are sorted.
    pub(super) fn matches(&self, text: &str, field: Field) -> Vec<Match> {
        let mut matches = Vec::new();
        if self.is_empty() {
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
                if prefix.begins(token.term) {
                    add(target);
                }
            }
            for (part, target) in &self.parts {
                if is_part(part, token.term) {
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

/// The fewest bytes of the part of a compound before another one.
const MIN_PART: usize = 3;

/// Returns whether a word looks like a compound with this part. The index does not tell which words
/// it found: the part begins the word, ends it, or is long enough to be within it.
fn is_part(part: &str, word: &str) -> bool {
    let is_long = part.len() > MIN_PART;
    word.len() >= part.len() + MIN_PART
        && (word.starts_with(part)
            || word.ends_with(part)
            || is_long && has_within(word.as_bytes(), part.as_bytes()))
}

/// Returns whether a word has a part after its first bytes. Searching for a string, which finds it
/// in linear time, would take more code, and words are short.
fn has_within(word: &[u8], part: &[u8]) -> bool {
    word.windows(part.len()).skip(MIN_PART).any(|within| within == part)
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
