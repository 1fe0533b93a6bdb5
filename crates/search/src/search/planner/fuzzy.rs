//! Plans similar terms for misspelt words.

use super::Planner;
use crate::analyze::{is_in_pairs, is_stop_word};
use crate::index::dictionary::TermId;
#[cfg(feature = "parts")]
use crate::index::spellings::Spellings;
use crate::score::FUZZY_WEIGHT;
use crate::search::levenshtein::{FuzzyMatch, fuzzy_matches, tolerated_edits};
use crate::search::plan::{Alternative, MatchKind, TermPlan};
use std::cmp::Reverse;

/// The maximum number of similar terms that replace a word that no document contains.
const MAX_SIMILAR_TERMS: usize = 4;

/// A word of this many characters is too short to be replaced; a similar one is only suggested.
const SUGGESTION_CHARS: usize = 3;

/// A word of fewer characters is not replaced because it is rare ("Iraq" is not a misspelt "Iran").
const MIN_RARE_WORD_CHARS: usize = 6;

/// A word is rare if at most this many documents contain it.
const MAX_RARE_DOCUMENTS: u32 = 1;

/// A term replaces a rare word if at least this many documents contain the term.
const MIN_FREQUENT_DOCUMENTS: u32 = 10;

/// The fewest bytes of a part of a compound that no document contains.
const MIN_PART_BYTES: usize = 4;

/// The most parts of such a compound, apart from the last.
const MAX_PARTS: usize = 2;

/// The letters between two parts, in German and its relatives.
const LINKS: [&str; 5] = ["", "s", "es", "n", "en"];

/// Words that are no parts, because others begin with them ("Nachteil", "Unterricht"): those of
/// [`MIN_PART_BYTES`] that German, Dutch and Nordic texts have beside those of English.
const NO_PARTS: &str = "achter door durch efter etter gegen hinter mellan mellem nach ohne onder \
                        tegen uber unter voor wider wieder zwischen";

impl Planner<'_, '_> {
    /// Adds the terms that are most similar to a word that no document contains, the most frequent
    /// of them first. A similar term is only suggested instead of a short word, a code or a number.
    pub(super) fn add_similar_terms(&mut self, word: &str, is_prefix: bool, plan: &mut TermPlan) {
        if is_without_typos(word) {
            return;
        }
        let chars = word.chars().count();
        let mut matches: Vec<FuzzyMatch> = Vec::new();
        let dictionary = &self.index.dictionary;
        if chars == SUGGESTION_CHARS || is_code(word) {
            let similar = self.most_frequent_neighbour(word);
            self.suggestions
                .extend(similar.map(|term| (plan.typed.clone(), dictionary.term(term))));
            return;
        }
        for edits in 1..=tolerated_edits(chars) {
            if matches.is_empty() {
                matches = self.similar_terms(word, edits, is_prefix && edits == 1, "");
            }
        }
        // Whole words are more likely than prefixes.
        if matches.iter().any(|found| !found.is_prefix) {
            matches.retain(|found| !found.is_prefix);
        }
        let has_same_start = |id: TermId| dictionary.term(id).chars().next() == word.chars().next();
        let rank = |found: &FuzzyMatch| {
            Reverse((has_same_start(found.term), self.document_count(found.term)))
        };
        let mut ranked: Vec<_> = matches.iter().map(|found| (found, rank(found))).collect();
        ranked.sort_unstable_by_key(|(found, rank)| (found.edits, *rank, found.term));
        for (found, _) in ranked.iter().take(MAX_SIMILAR_TERMS) {
            let weight = FUZZY_WEIGHT / found.edits as f32;
            plan.alternatives.push(self.alternative(found.term, weight, MatchKind::Fuzzy));
        }
        if let Some((best, _)) = ranked.first() {
            self.corrections.push((plan.typed.clone(), dictionary.term(best.term)));
        } else if let Some(parts) = self.divided(word) {
            self.corrections.push((plan.typed.clone(), parts));
        }
    }

    /// Divides a compound that no document contains into terms, with spaces between them.
    fn divided(&self, word: &str) -> Option<String> {
        // Looking up a term would ask for its part, but the list of spellings is one part.
        #[cfg(feature = "parts")]
        if let Some(list) = self.index.spellings() {
            let mut terms = Vec::new();
            let mut cursor = list.terms.cursor_before("");
            while cursor.advance() {
                let term = str::from_utf8(&cursor.term).unwrap_or_default();
                if word.contains(term) {
                    terms.push(term.to_owned());
                }
            }
            return divided(word, &|part| terms.iter().any(|term| term == part), MAX_PARTS);
        }
        divided(word, &|part| self.index.dictionary.get(part).is_some(), MAX_PARTS)
    }

    /// Adds a similar and far more frequent term to the plan of a rare word.
    pub(super) fn add_frequent_similar_term(&mut self, word: &str, plan: &mut TermPlan) {
        let is_rare = plan.alternatives.iter().all(|alternative| match alternative {
            Alternative::Term { info, .. } => info.document_count <= MAX_RARE_DOCUMENTS,
            Alternative::Prefix { terms } => {
                let count = |id: u32| self.document_count(TermId(id));
                terms.len() <= MAX_SIMILAR_TERMS
                    && terms.clone().map(count).sum::<u32>() <= MAX_RARE_DOCUMENTS
            }
            Alternative::Phrase { .. } => false,
        });
        let is_short = word.chars().count() < MIN_RARE_WORD_CHARS;
        let is_certain = is_short || is_code(word) || is_without_typos(word);
        if !is_rare || plan.alternatives.is_empty() || is_certain {
            return;
        }
        let similar = self.most_frequent_neighbour(word);
        let is_frequent = |term: &TermId| self.document_count(*term) >= MIN_FREQUENT_DOCUMENTS;
        let Some(similar) = similar.filter(is_frequent) else { return };
        plan.alternatives.push(self.alternative(similar, FUZZY_WEIGHT, MatchKind::Fuzzy));
        self.corrections.push((plan.typed.clone(), self.index.dictionary.term(similar)));
    }

    /// Returns the most frequent term that is one edit away and has the same first character.
    fn most_frequent_neighbour(&self, word: &str) -> Option<TermId> {
        let first = word.chars().next().map_or(0, char::len_utf8);
        let first = word.get(..first).unwrap_or_default();
        let matches = self.similar_terms(word, 1, false, first);
        let neighbours = matches.into_iter().filter(|found| found.edits == 1);
        let neighbours = neighbours.map(|found| found.term);
        neighbours.max_by_key(|term| (self.document_count(*term), Reverse(*term)))
    }

    /// Returns the terms that are similar to a word, all or the best of them.
    fn similar_terms(
        &self,
        word: &str,
        max_edits: usize,
        match_prefixes: bool,
        required_prefix: &str,
    ) -> Vec<FuzzyMatch> {
        #[cfg(feature = "parts")]
        if let Some(list) = self.index.spellings() {
            let matches =
                fuzzy_matches(&list.terms, word, max_edits, match_prefixes, required_prefix);
            return self.best_spellings(&list, matches, word);
        }
        let dictionary = &self.index.dictionary;
        fuzzy_matches(dictionary, word, max_edits, match_prefixes, required_prefix)
    }

    /// Returns the best of the terms of the list of spellings that are similar to a word, by their
    /// ids in the dictionary. Only the parts of these are read.
    #[cfg(feature = "parts")]
    fn best_spellings(
        &self,
        list: &Spellings<'_>,
        mut matches: Vec<FuzzyMatch>,
        word: &str,
    ) -> Vec<FuzzyMatch> {
        if matches.iter().any(|found| !found.is_prefix) {
            matches.retain(|found| !found.is_prefix);
        }
        let counts = list.document_counts();
        let mut cursor = list.terms.cursor_before("");
        let mut ranked = Vec::new();
        for found in matches {
            while cursor.term.is_empty() || cursor.id < found.term.0 {
                if !cursor.advance() {
                    break;
                }
            }
            let term = String::from_utf8_lossy(&cursor.term).into_owned();
            let has_same_start = term.chars().next() == word.chars().next();
            let count = counts.get(found.term.0 as usize).copied().unwrap_or_default();
            ranked.push((found.edits, Reverse((has_same_start, count)), term, found.is_prefix));
        }
        ranked.sort_unstable();
        let best = ranked.into_iter().take(MAX_SIMILAR_TERMS);
        // All are looked up, so that all missing parts are noted together.
        let best = best.filter_map(|(edits, _, term, is_prefix)| {
            let term = self.index.dictionary.get(&term)?;
            Some(FuzzyMatch { term, edits, is_prefix })
        });
        best.collect()
    }

    fn document_count(&self, term: TermId) -> u32 {
        self.index.postings.document_count(term)
    }
}

/// Divides a word into at most so many terms and a last one. The first is the longest.
fn divided(word: &str, is_term: &dyn Fn(&str) -> bool, most: usize) -> Option<String> {
    let is_part = |part: &str| {
        part.len() >= MIN_PART_BYTES
            && is_term(part)
            && !is_stop_word(part)
            && !NO_PARTS.split(' ').any(|word| word == part)
    };
    if is_part(word) {
        return Some(word.to_owned());
    }
    let most = most.checked_sub(1)?;
    for at in (MIN_PART_BYTES..word.len()).rev() {
        let Some((first, rest)) = word.split_at_checked(at) else { continue };
        for link in LINKS {
            if let Some(first) = first.strip_suffix(link)
                && is_part(first)
                && let Some(rest) = divided(rest, is_term, most)
            {
                return Some([first, " ", &rest].concat());
            }
        }
    }
    None
}

/// Returns whether another spelling of a word is another word: where pairs of signs are terms,
/// unless the signs are syllables with letters, as in Hangul.
fn is_without_typos(word: &str) -> bool {
    word.starts_with(|c| is_in_pairs(c) && !is_hangul_letter(c))
}

/// Returns whether `c` is a letter of a folded syllable of Hangul.
fn is_hangul_letter(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}')
}

/// Returns whether a word is a code or a number. A similar one names something else.
pub(in crate::search) fn is_code(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}
