//! Query expansion: the weighty words of the first documents become words of the query (pseudo
//! relevance feedback, Rocchio 1971), so that documents are found which tell the same in other
//! words.
//!
//! The words come from the texts of these documents. An index of weighty words would only repeat
//! them, and the page shows the first documents anyway.

use super::evaluate::TermMatches;
use super::outcome::Hit;
use super::plan::TermPlan;
use super::planner::{ParseOptions, Planner};
use super::searcher::Searcher;
use super::top_hits::{SmallestN, rank_of_score};
use crate::analyze::{analyze, is_stop_word, stem_query_word};
use crate::document::{Field, Passage};
use crate::score::{EXPANSION_WEIGHT, inverse_document_frequency};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// The number of documents whose words are added.
pub(super) const FEEDBACK_DOCUMENTS: usize = 5;

/// The number of words that are read of each of these documents, from its title. A long text tells
/// at its beginning what it is about.
const MAX_WORDS_READ: u32 = 1000;

/// The bytes that are read of a passage: enough for so many words, whatever their length.
const MAX_BYTES_READ: usize = 16 << 10;

/// The number of words of each of these documents that can be added.
const WORDS_PER_DOCUMENT: usize = 40;

/// The number of words that are added.
const ADDED_WORDS: usize = 25;

/// Of so many documents, an added word is in at least [`FEWEST_WITH_WORD`]. The weightiest words of
/// a single one are names of people and things that the others do not know.
const FEWEST_TO_COMPARE: usize = 3;

/// The fewest of the documents that have an added word.
const FEWEST_WITH_WORD: usize = 2;

/// If bodies have a lower mean length, in words, an added word may be in one document only: short
/// texts about one thing have few words in common.
const SHORT_BODY: f32 = 60.0;

/// The fewest documents that contain an added word. A word of one document finds no other.
const FEWEST_DOCUMENTS: u32 = 2;

/// The fewest characters of an added word. Shorter ones are mostly parts of names and formulas.
const FEWEST_CHARS: usize = 3;

/// A word of the documents, or all words with one stem.
#[derive(Clone, Debug, Default)]
struct Word {
    /// The most frequent of the words, and its number of occurrences.
    term: String,
    most: f32,
    /// The number of occurrences in each of the documents.
    occurrences: [f32; FEEDBACK_DOCUMENTS],
    /// The number of documents of the index with one of the words, counted once for each word.
    document_count: u32,
}

impl Word {
    /// Returns the number of the documents with the word.
    fn documents_read(&self) -> usize {
        self.occurrences.iter().filter(|count| **count > 0.0).count()
    }
}

impl Searcher<'_> {
    /// Returns plans for the words that are typical of some documents, with their matches, the
    /// weightiest first. Words that `query` matches are not among them.
    pub(super) fn expansion(
        &self,
        documents: &[Hit],
        query: &[&TermPlan],
    ) -> Vec<(TermPlan, TermMatches)> {
        let (words, lengths) = self.words_of(documents);
        let mut words = by_stem(self.counted(words));
        let is_short = self.index.mean_length(Field::Body) < SHORT_BODY;
        let has_few = is_short || documents.len() < FEWEST_TO_COMPARE;
        let fewest = if has_few { 1 } else { FEWEST_WITH_WORD };
        words.retain(|_, word| {
            word.document_count >= FEWEST_DOCUMENTS && word.documents_read() >= fewest
        });
        for id in query.iter().flat_map(|plan| plan.terms()) {
            words.remove(&stem_query_word(&self.index.dictionary.term(id)));
        }
        let mut added: Vec<(TermPlan, TermMatches)> = Vec::new();
        let planner = Planner::new(&self.index, self.range_fields, ParseOptions::AS_WRITTEN);
        for (word, weight) in self.weightiest(&words, documents, lengths) {
            let mut plan = planner.exact_word(&word.term);
            plan.weight = EXPANSION_WEIGHT * weight;
            // Not all forms of a word have the stem that an English word would have.
            let is_form_of = |other: &TermPlan| plan.terms().any(|term| other.has_term(term));
            let is_new = !query.iter().any(|other| is_form_of(other))
                && !added.iter().any(|(other, _)| is_form_of(other));
            if is_new {
                let matches = self.term_matches(&plan);
                added.push((plan, matches));
            }
        }
        added
    }

    /// Reads the documents. Returns their words, and the number of words read of each.
    fn words_of(&self, documents: &[Hit]) -> (BTreeMap<String, Word>, [u32; FEEDBACK_DOCUMENTS]) {
        let mut words: BTreeMap<String, Word> = BTreeMap::new();
        let mut lengths = [0; FEEDBACK_DOCUMENTS];
        for (number, (hit, length)) in documents.iter().zip(&mut lengths).enumerate() {
            // Breaking is no error.
            let _ = (self.source)(hit.doc, &mut |Passage { field, text }| {
                if field == Field::Metadata {
                    return ControlFlow::Continue(());
                }
                let text = text.get(..text.floor_char_boundary(MAX_BYTES_READ)).unwrap_or(text);
                *length += analyze(text, |token| {
                    if is_telling(token.term) && !token.is_compound {
                        let word = words.entry(token.term.to_owned()).or_default();
                        if let Some(occurrences) = word.occurrences.get_mut(number) {
                            *occurrences += 1.0;
                        }
                    }
                });
                match *length < MAX_WORDS_READ {
                    true => ControlFlow::Continue(()),
                    false => ControlFlow::Break(()),
                }
            });
        }
        (words, lengths)
    }

    /// Sets the number of documents of each word.
    fn counted(&self, mut words: BTreeMap<String, Word>) -> BTreeMap<String, Word> {
        #[cfg(feature = "parts")]
        if let Some(list) = self.index.spellings() {
            // The list is one part, and the dictionary many. A word that it lacks is rare.
            let counts = list.document_counts();
            let mut listed = list.terms.cursor_before("");
            let mut has_more = listed.advance();
            for (term, word) in &mut words {
                while has_more && listed.term.as_slice() < term.as_bytes() {
                    has_more = listed.advance();
                }
                word.document_count = 1;
                if has_more && listed.term == term.as_bytes() {
                    word.document_count = counts.get(listed.id as usize).copied().unwrap_or(1);
                }
            }
            return words;
        }
        for (term, word) in &mut words {
            if let Some(id) = self.index.dictionary.get(term) {
                word.document_count = self.index.postings.term_info(id).document_count;
            }
        }
        words
    }

    /// Returns the weightiest words, and their weights as shares of the first one's.
    fn weightiest<'w>(
        &self,
        words: &'w BTreeMap<String, Word>,
        documents: &[Hit],
        lengths: [u32; FEEDBACK_DOCUMENTS],
    ) -> Vec<(&'w Word, f32)> {
        let all: Vec<&Word> = words.values().collect();
        let mut sums = vec![0.0; all.len()];
        let total: f32 = documents.iter().map(|hit| hit.score).sum();
        let mean_length = self.index.mean_length(Field::Body);
        for (number, (hit, length)) in documents.iter().zip(lengths).enumerate() {
            let norm = self.norms.body_norm(length as f32 / mean_length);
            let weight = |word: &Word| {
                let occurrences = word.occurrences.get(number).copied().unwrap_or_default();
                let idf = inverse_document_frequency(self.index.len(), word.document_count);
                idf * self.norms.saturate(occurrences * norm)
            };
            let weights: Vec<f32> = all.iter().map(|word| weight(word)).collect();
            for (at, weight) in highest(&weights, WORDS_PER_DOCUMENT) {
                if let Some(sum) = sums.get_mut(at) {
                    *sum += weight * hit.score / total;
                }
            }
        }
        let weightiest = highest(&sums, ADDED_WORDS);
        let most = weightiest.first().map_or(1.0, |(_, weight)| *weight);
        let positive = weightiest.into_iter().filter(|(_, weight)| *weight > 0.0);
        let with_share = |(at, weight)| all.get(at).map(|word| (*word, weight / most));
        positive.filter_map(with_share).collect()
    }
}

/// Returns whether a word can tell what a text is about.
fn is_telling(term: &str) -> bool {
    term.chars().nth(FEWEST_CHARS - 1).is_some()
        && term.chars().any(char::is_alphabetic)
        && !is_stop_word(term)
}

/// Joins the words with the same stem.
fn by_stem(words: BTreeMap<String, Word>) -> BTreeMap<String, Word> {
    let mut joined: BTreeMap<String, Word> = BTreeMap::new();
    for (term, word) in words {
        let all = joined.entry(stem_query_word(&term)).or_default();
        let occurrences: f32 = word.occurrences.iter().sum();
        if occurrences > all.most {
            (all.most, all.term) = (occurrences, term);
        }
        all.occurrences.iter_mut().zip(word.occurrences).for_each(|(sum, more)| *sum += more);
        all.document_count += word.document_count;
    }
    joined
}

/// Returns the positions of the highest numbers and the numbers, the highest first.
fn highest(numbers: &[f32], count: usize) -> Vec<(usize, f32)> {
    let mut smallest = SmallestN::new(count);
    for (at, number) in numbers.iter().enumerate() {
        smallest.push(u64::from(rank_of_score(*number)) << 32 | at as u64);
    }
    let with_number = |number: u64| {
        let at = number as u32 as usize;
        numbers.get(at).map(|number| (at, *number))
    };
    smallest.into_sorted().into_iter().filter_map(with_number).collect()
}
