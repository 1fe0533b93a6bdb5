//! Rewards documents in which the words of the query are close together, form a phrase, or are the
//! title. Metadata does not count: a section of three words is no phrase of its articles.
//!
//! A bonus is at most a known share of a score, so only documents that could still rank among the
//! requested hits are candidates: blocks are read for these alone, and texts only for those of them
//! that would rank there as phrase matches.

use super::bit_set::BitSet;
use super::evaluate::TermMatches;
use super::phrase::PhraseCandidate;
use super::plan::{Alternative, MatchKind, Plan, TermPlan};
use super::request::Order;
use super::searcher::Searcher;
use super::top_hits::{SmallestN, rank_of_score};
use crate::document::{DocId, Field, FieldSet};
use crate::index::dictionary::TermId;
use crate::index::field_length::is_exactly;
use crate::index::lengths_of_terms::LengthsOfTerms;
use crate::index::postings::Postings;
use crate::index::term_info::TermInfo;
use crate::query::Query;
use crate::score::{PHRASE_BONUS, PROXIMITY_BONUS, RELATED_WEIGHT, TITLE_BONUS, TITLE_STEP};

/// The maximum number of documents whose blocks are read.
const MAX_CANDIDATES: usize = 128;

/// The maximum number of words of a query whose proximity is measured.
const MAX_WORDS: usize = 12;

/// The maximum number of alternatives of a word whose blocks are read. The word itself is first.
const MAX_ALTERNATIVES: usize = 8;

impl Searcher<'_> {
    /// Adds the bonuses to the scores of the documents that can rank among the first `wanted`.
    pub(super) fn reward_proximity(
        &mut self,
        plans: &[Plan],
        query: &Query,
        documents: &BitSet,
        wanted: usize,
    ) {
        let words = adjacent_terms(plans);
        let phrase = self.query_phrase(query);
        let titled = self.titled(phrase.as_deref().unwrap_or_default(), documents);
        if words.len() >= 2 || phrase.as_ref().is_some_and(|terms| terms.len() >= 2) {
            let most = 1.0 + PROXIMITY_BONUS + PHRASE_BONUS;
            let mut candidates = self.candidates(documents, wanted, most);
            candidates.union(&titled);
            let candidates: Vec<DocId> = candidates.iter().collect();
            let factors = self.factors(&words, phrase.as_deref(), &candidates, wanted, &titled);
            for (document, factor) in factors {
                self.scores.multiply(document, factor);
            }
        }
        if query.plain_terms().is_some() && !words.is_empty() {
            self.rank_titles(&words, documents);
        }
        if !titled.is_empty() {
            self.scores.add_bonus(titled.iter(), TITLE_BONUS);
        }
    }

    /// Ranks the documents whose titles contain all words above the others, and below them those
    /// whose titles contain the last word as the start of a longer one. All of a kind rank alike,
    /// so that they stay in the order of the documents.
    fn rank_titles(&mut self, words: &[&TermPlan], documents: &BitSet) {
        let mut with_words = documents.clone();
        let mut with_prefix = documents.clone();
        for plan in words {
            let mut titles = self.with_word_in_title(plan, |it| {
                it.kind() < MatchKind::Compound && it.weight() > RELATED_WEIGHT
            });
            with_words.intersect(&titles);
            titles.union(&self.with_word_in_title(plan, |it| it.kind() == MatchKind::Prefix));
            with_prefix.intersect(&titles);
        }
        self.scores.raise(with_prefix.iter(), 1.0 + TITLE_STEP);
        self.scores.raise(with_words.iter(), 1.0 + TITLE_STEP);
    }

    /// Returns the documents whose titles match some alternatives of a word.
    fn with_word_in_title(
        &self,
        plan: &TermPlan,
        is_wanted: impl Fn(&Alternative) -> bool,
    ) -> BitSet {
        let wanted = plan.alternatives.iter().filter(|alternative| is_wanted(alternative));
        let plan = TermPlan {
            alternatives: wanted.cloned().collect(),
            fields: FieldSet::only(Field::Title),
            ..plan.clone()
        };
        let TermMatches { mut strong, weak, .. } = self.term_matches(&plan);
        strong.union(&weak);
        strong
    }

    /// Returns the factor of a document's score.
    pub(super) fn proximity_factor(&self, plans: &[Plan], query: &Query, document: DocId) -> f32 {
        let phrase = self.query_phrase(query);
        let titled = BitSet::empty(self.index.len());
        self.factors(&adjacent_terms(plans), phrase.as_deref(), &[document], 1, &titled)
            .first()
            .map_or(1.0, |(_, factor)| *factor)
    }

    /// Returns the terms of a query that has only words and phrases, if the documents contain all
    /// of them.
    fn query_phrase(&self, query: &Query) -> Option<Vec<TermId>> {
        query.plain_terms()?.iter().map(|term| self.index.dictionary.get(term)).collect()
    }

    /// Returns the documents that rank among the first `wanted`, or would if their scores were
    /// multiplied by `factor`.
    fn candidates(&self, documents: &BitSet, wanted: usize, factor: f32) -> BitSet {
        let hits = self.top_hits(documents, Order::Relevance, wanted.max(MAX_CANDIDATES));
        let lowest = hits.get(wanted.saturating_sub(1)).map_or(0.0, |hit| hit.score);
        let mut candidates = BitSet::empty(self.index.len());
        for hit in hits.iter().filter(|hit| hit.score * factor >= lowest) {
            candidates.insert(hit.doc.0);
        }
        candidates
    }

    /// Returns the factor of each candidate's score. A factor is too low only if the document ranks
    /// below the first `wanted` even with the right one, and the query is not its title.
    fn factors(
        &self,
        words: &[&TermPlan],
        phrase: Option<&[TermId]>,
        candidates: &[DocId],
        wanted: usize,
        titled: &BitSet,
    ) -> Vec<(DocId, f32)> {
        let mut factors: Vec<(DocId, f32)> =
            candidates.iter().map(|document| (*document, 1.0)).collect();
        if words.len() >= 2 {
            let occurrences = self.occurrences(words, candidates);
            for occurrences in occurrences.chunk_by(|a, b| a.document() == b.document()) {
                if let Some(first) = occurrences.first()
                    && let Some((_, factor)) = factor_of(&mut factors, first.document())
                {
                    *factor += PROXIMITY_BONUS * proximity(occurrences, words.len().min(MAX_WORDS));
                }
            }
        }
        if let Some(terms) = phrase.filter(|terms| terms.len() >= 2) {
            self.reward_phrases(terms, &mut factors, wanted, titled);
        }
        factors
    }

    /// Rewards the documents that contain the phrase.
    ///
    /// Reads texts in the order of the scores that the documents would have as phrase matches,
    /// until no document can rank among the first `wanted` any more.
    fn reward_phrases(
        &self,
        terms: &[TermId],
        factors: &mut [(DocId, f32)],
        wanted: usize,
        titled: &BitSet,
    ) {
        let documents: Vec<DocId> = factors.iter().map(|(document, _)| *document).collect();
        let mut candidates: Vec<(DocId, PhraseCandidate)> = Vec::new();
        // The best possible rank of each candidate, and its position in the list.
        let mut ranked: Vec<u64> = Vec::new();
        let visit = &mut |document, candidate| {
            if let Some((_, factor)) = factor_of(factors, document) {
                let highest = self.scores.get(document) * (*factor + PHRASE_BONUS);
                let rank = u64::from(rank_of_score(highest));
                ranked.push(rank << 32 | candidates.len() as u64);
                candidates.push((document, candidate));
            }
        };
        let fields = FieldSet::ALL.without(Field::Metadata);
        self.phrase_candidates(terms, fields, Some(&documents), visit);
        let mut lowest = self.lowest_rank(factors, wanted);
        let mut matcher = self.phrase_matcher(terms);
        ranked.sort_unstable();
        for number in ranked {
            let Some((document, candidate)) = candidates.get(number as u32 as usize).copied()
            else {
                continue;
            };
            let is_titled = titled.contains(document.0);
            if (number >> 32) as u32 > lowest && !is_titled {
                continue;
            }
            if (is_titled || self.contains_phrase(&mut matcher, document, candidate))
                && let Some((_, factor)) = factor_of(factors, document)
            {
                *factor += PHRASE_BONUS;
                lowest = self.lowest_rank(factors, wanted);
            }
        }
    }

    /// Returns the rank of the last of the first `wanted` documents, given their factors.
    fn lowest_rank(&self, factors: &[(DocId, f32)], wanted: usize) -> u32 {
        let mut smallest = SmallestN::new(wanted);
        for (document, factor) in factors {
            smallest.push(u64::from(rank_of_score(self.scores.get(*document) * factor)));
        }
        smallest.largest().map_or(u32::MAX, |largest| largest as u32)
    }

    /// Returns the occurrences of the words in the candidates, by document, field and block.
    fn occurrences(&self, words: &[&TermPlan], candidates: &[DocId]) -> Vec<Occurrence> {
        let sections = &self.index.postings;
        let mut occurrences = Vec::new();
        for (word, plan) in words.iter().take(MAX_WORDS).enumerate() {
            let infos = plan.alternatives.iter().filter_map(|alternative| match alternative {
                Alternative::Term { info, .. } => Some(*info),
                Alternative::Prefix { .. } => None,
                Alternative::Phrase { terms, .. } => {
                    terms.first().map(|term| sections.term_info(*term))
                }
            });
            for info in infos.take(MAX_ALTERNATIVES) {
                self.visit_blocks(info, candidates, &mut |document, field, block| {
                    if plan.fields.contains(field) && field != Field::Metadata {
                        occurrences.push(Occurrence::new(document, field, block, word).0);
                    }
                });
            }
        }
        occurrences.sort_unstable();
        occurrences.into_iter().map(Occurrence).collect()
    }

    /// Visits the blocks of a term in some documents, which must be sorted.
    fn visit_blocks(
        &self,
        info: TermInfo,
        documents: &[DocId],
        visit: &mut dyn FnMut(DocId, Field, u32),
    ) {
        if !info.has_blocks {
            return;
        }
        let mut postings = Postings::new(&self.index.postings, info);
        for document in documents {
            let Some(found) = postings.seek(document.0) else { return };
            if found == document.0 {
                let frequencies = postings.frequencies();
                postings.blocks(frequencies, &mut |field, block| visit(*document, field, block));
            }
        }
    }

    /// Returns the documents whose title consists of these terms.
    fn titled(&self, terms: &[TermId], documents: &BitSet) -> BitSet {
        let mut titled = BitSet::empty(self.index.len());
        if terms.is_empty() {
            return titled;
        }
        let length = terms.len() as u32;
        let lengths = self.index.field_lengths();
        let sections = &self.index.postings;
        let infos = terms.iter().map(|term| sections.term_info(*term));
        let mut lengths_of_terms = LengthsOfTerms::new(sections, infos);
        let mut candidates = Vec::new();
        for document in documents.iter() {
            let listed = lengths_of_terms.of(document.0);
            if is_exactly(lengths.code(listed, Field::Title, document.0), length) {
                candidates.push(document);
            }
        }
        if !candidates.is_empty() {
            let mut matcher = self.phrase_matcher(terms);
            let title = FieldSet::only(Field::Title);
            self.phrase_candidates(terms, title, Some(&candidates), &mut |document, candidate| {
                if self.contains_phrase(&mut matcher, document, candidate) {
                    titled.insert(document.0);
                }
            });
        }
        titled
    }
}

/// Returns the entry of a document in a list that is sorted by document.
fn factor_of(factors: &mut [(DocId, f32)], document: DocId) -> Option<&mut (DocId, f32)> {
    let at = factors.binary_search_by_key(&document, |(document, _)| *document).ok()?;
    factors.get_mut(at)
}

/// Returns the words of a query whose proximity counts, in order.
fn adjacent_terms(plans: &[Plan]) -> Vec<&TermPlan> {
    fn collect<'p>(plan: &'p Plan, terms: &mut Vec<&'p TermPlan>) {
        match plan {
            Plan::Term(term) => terms.push(term),
            Plan::And(plans) => plans.iter().for_each(|plan| collect(plan, terms)),
            // The first plan is what was typed; the others are aliases of it.
            Plan::Or(plans) => plans.iter().take(1).for_each(|plan| collect(plan, terms)),
            Plan::Facet(..) | Plan::Range(_) | Plan::Not(_) => {}
        }
    }
    let mut terms = Vec::new();
    plans.iter().for_each(|plan| collect(plan, &mut terms));
    terms
}

/// An occurrence of a query word: document, field, block and word, in one number that sorts in this
/// order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Occurrence(u64);

impl Occurrence {
    fn new(document: DocId, field: Field, block: u32, word: usize) -> Self {
        let block = block.min(u32::MAX >> 6);
        Self(
            (u64::from(document.0) << 32)
                | (field.index() as u64) << 30
                | u64::from(block) << 4
                | word as u64 & 15,
        )
    }

    fn document(self) -> DocId {
        DocId((self.0 >> 32) as u32)
    }

    /// Returns a number for the document and field.
    fn document_and_field(self) -> u64 {
        self.0 >> 30
    }

    fn block(self) -> u32 {
        (self.0 >> 4) as u32 & (u32::MAX >> 6)
    }

    fn word(self) -> usize {
        self.0 as usize & 15
    }
}

/// Measures how close neighbouring words of the query come in a document, from 0 to 1: the mean
/// over all pairs of 1 in the same block, 1/2 in the next one, and so on.
fn proximity(occurrences: &[Occurrence], words: usize) -> f32 {
    // The highest value of each word and the one after it.
    let mut pairs = vec![0.0_f32; words];
    // The last occurrence of each word.
    let mut last: Vec<Option<Occurrence>> = vec![None; words];
    for occurrence in occurrences {
        let closeness_to = |other: Option<&Option<Occurrence>>| {
            let other = other.copied().flatten();
            let other =
                other.filter(|other| other.document_and_field() == occurrence.document_and_field());
            let blocks = |other: Occurrence| occurrence.block().saturating_sub(other.block());
            other.map_or(0.0, |other| 1.0 / (1 + blocks(other)) as f32)
        };
        let word = occurrence.word();
        let previous = word.checked_sub(1);
        for (pair, other) in [(previous, previous), (Some(word), Some(word + 1))] {
            let closeness = closeness_to(other.and_then(|other| last.get(other)));
            if let Some(pair) = pair.and_then(|pair| pairs.get_mut(pair)) {
                *pair = pair.max(closeness);
            }
        }
        if let Some(last) = last.get_mut(word) {
            *last = Some(*occurrence);
        }
    }
    pairs.iter().sum::<f32>() / (words.max(2) - 1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proximity_falls_with_the_distance_in_blocks() {
        let check = |occurrences: &[(u32, usize)], words: usize, expected: f32| {
            let occurrence = |(block, word): &(u32, usize)| {
                Occurrence::new(DocId(7), Field::Body, *block, *word)
            };
            let occurrences: Vec<Occurrence> = occurrences.iter().map(occurrence).collect();
            assert!((proximity(&occurrences, words) - expected).abs() < 1e-6, "{occurrences:?}");
        };
        check(&[(5, 0), (5, 1)], 2, 1.0);
        check(&[(5, 1), (6, 0)], 2, 0.5);
        check(&[(5, 0), (8, 1)], 2, 0.25);
        check(&[(5, 0), (5, 1), (6, 2)], 3, 0.75);
        check(&[(5, 0), (5, 2)], 3, 0.0);
        check(&[(1, 0)], 2, 0.0);
    }
}
