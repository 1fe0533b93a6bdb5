//! Query expansion: the weighty words of the first documents become words of the query (pseudo
//! relevance feedback, Rocchio 1971), so that documents are found which tell the same in other
//! words.
//!
//! The words come from the texts of these documents. An index of weighty words would only repeat
//! them, and the page shows the first documents anyway.

use super::interpret::Matches;
use super::outcome::Hit;
use super::plan::{Plan, scored_terms};
use super::planner::{ParseOptions, Planner};
use super::searcher::Searcher;
use super::top_hits::{SmallestN, rank_of_score};
use crate::analyze::{analyze, is_stop_word, stem_query_word};
use crate::document::{Field, Passage};
use crate::index::dictionary::TermId;
use crate::score::{EXPANSION_WEIGHT, inverse_document_frequency};
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
#[derive(Debug, Default)]
struct Word {
    /// The word, or the stem. Words with the same key are one.
    key: String,
    /// The most frequent of the words with one stem, and its number of occurrences.
    term: String,
    most: f32,
    /// The number of occurrences in each of the documents.
    occurrences: [f32; FEEDBACK_DOCUMENTS],
    /// The number of documents of the index with one of the words, counted once for each word.
    document_count: u32,
    /// The sum of the weights in the documents that have the word among their weightiest.
    weight: f32,
}

impl Searcher<'_> {
    /// Adds the words that are typical of some documents to a query, the weightiest first. Words
    /// that the query matches are not among them.
    pub(super) fn expand(&self, matches: &mut Matches, documents: &[Hit]) {
        let mut taken: Vec<TermId> = Vec::new();
        scored_terms(&matches.plans).iter().for_each(|plan| taken.extend(plan.terms()));
        let words = self.words_of(documents, &taken);
        let positions = heaviest(&words, ADDED_WORDS, &|word| word.weight);
        let planner = Planner::new(&self.index, self.range_fields, ParseOptions::AS_WRITTEN);
        let mut most = 0.0;
        for at in positions {
            let Some(Word { term, weight, .. }) = words.get(at) else { continue };
            most = weight.max(most);
            let mut plan = planner.exact_word(term);
            plan.weight = EXPANSION_WEIGHT * (*weight / most);
            // Not all forms of a word have the stem that an English word would have.
            if plan.terms().any(|term| taken.contains(&term)) {
                continue;
            }
            taken.extend(plan.terms());
            let its_matches = self.term_matches(&plan);
            matches.documents.union(&its_matches.strong);
            matches.plans.push(Plan::Term(plan));
            matches.terms.push(its_matches);
        }
    }

    /// Returns the words of the documents, with their weights and without those of the query.
    fn words_of(&self, documents: &[Hit], query: &[TermId]) -> Vec<Word> {
        let (words, lengths) = self.read(documents);
        let mut words = joined(words);
        self.count_documents(&mut words);
        for word in &mut words {
            word.most = word.occurrences.iter().sum();
            let stem = stem_query_word(&word.key);
            word.term = std::mem::replace(&mut word.key, stem);
        }
        let mut words = joined(words);
        let mean_length = self.index.mean_length(Field::Body);
        let has_few = mean_length < SHORT_BODY || documents.len() < FEWEST_TO_COMPARE;
        let fewest = if has_few { 1 } else { FEWEST_WITH_WORD };
        let stem = |id: &TermId| stem_query_word(&self.index.dictionary.term(*id));
        let stems: Vec<String> = query.iter().map(stem).collect();
        words.retain(|word| {
            word.document_count >= FEWEST_DOCUMENTS
                && word.occurrences.iter().filter(|count| **count > 0.0).count() >= fewest
                && !stems.contains(&word.key)
        });
        let total: f32 = documents.iter().map(|hit| hit.score).sum();
        for (number, (hit, length)) in documents.iter().zip(lengths).enumerate() {
            let norm = self.norms.body_norm(length as f32 / mean_length);
            let weight = |word: &Word| {
                let occurrences = word.occurrences.get(number).copied().unwrap_or_default();
                let idf = inverse_document_frequency(self.index.len(), word.document_count);
                idf * self.norms.saturate(occurrences * norm)
            };
            for at in heaviest(&words, WORDS_PER_DOCUMENT, &weight) {
                if let Some(word) = words.get_mut(at) {
                    word.weight += weight(word) * hit.score / total;
                }
            }
        }
        words
    }

    /// Reads the documents. Returns an entry for each word in them, and the number of words read of
    /// each document.
    fn read(&self, documents: &[Hit]) -> (Vec<Word>, [u32; FEEDBACK_DOCUMENTS]) {
        let mut words = Vec::new();
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
                        let mut word = Word { key: token.term.to_owned(), ..Word::default() };
                        if let Some(occurrences) = word.occurrences.get_mut(number) {
                            *occurrences = 1.0;
                        }
                        words.push(word);
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

    /// Sets the number of documents of each word. The words are sorted.
    fn count_documents(&self, words: &mut [Word]) {
        #[cfg(feature = "parts")]
        if let Some(list) = self.index.spellings() {
            // The list is one part, and the dictionary many. A word that it lacks is rare.
            let counts = list.document_counts();
            let mut listed = list.terms.cursor_before("");
            let mut has_more = listed.advance();
            for word in words {
                while has_more && listed.term.as_slice() < word.key.as_bytes() {
                    has_more = listed.advance();
                }
                word.document_count = 1;
                if has_more && listed.term == word.key.as_bytes() {
                    word.document_count = counts.get(listed.id as usize).copied().unwrap_or(1);
                }
            }
            return;
        }
        for word in words {
            if let Some(id) = self.index.dictionary.get(&word.key) {
                word.document_count = self.index.postings.term_info(id).document_count;
            }
        }
    }
}

/// Returns whether a word can tell what a text is about.
fn is_telling(term: &str) -> bool {
    term.chars().nth(FEWEST_CHARS - 1).is_some()
        && term.chars().any(char::is_alphabetic)
        && !is_stop_word(term)
}

/// Sorts words by their keys, and joins those with the same one.
fn joined(mut words: Vec<Word>) -> Vec<Word> {
    words.sort_unstable_by(|one, other| (&one.key, &one.term).cmp(&(&other.key, &other.term)));
    words.dedup_by(|word, all| {
        let is_same = word.key == all.key;
        if is_same {
            if word.most > all.most {
                all.most = word.most;
                std::mem::swap(&mut all.term, &mut word.term);
            }
            all.occurrences.iter_mut().zip(word.occurrences).for_each(|(sum, more)| *sum += more);
            all.document_count += word.document_count;
        }
        is_same
    });
    words
}

/// Returns the positions of the words with the highest weights above 0, the highest first.
fn heaviest(words: &[Word], count: usize, weight: &dyn Fn(&Word) -> f32) -> Vec<usize> {
    let mut smallest = SmallestN::new(count);
    for (at, word) in words.iter().enumerate() {
        let weight = weight(word);
        if weight > 0.0 {
            smallest.push(u64::from(rank_of_score(weight)) << 32 | at as u64);
        }
    }
    smallest.into_sorted().into_iter().map(|number| number as u32 as usize).collect()
}
