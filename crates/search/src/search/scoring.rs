//! Adds up scores: what each term of the query gives to the documents among the results.

use super::bit_set::BitSet;
use super::evaluate::TermMatches;
use super::plan::{Alternative, TermPlan};
use super::planner::fuzzy::is_code;
use super::searcher::Searcher;
use crate::document::{Field, FieldSet};
use crate::index::frequencies::Frequencies;
use crate::index::lengths_of_terms::LengthsOfTerms;
use crate::index::listed_lengths::ListedLengths;
use crate::index::postings::Postings;
use crate::index::term_info::TermInfo;
use crate::index::{FieldLengths, Index};
use crate::score::{FieldNorms, MAX_CODE_DOCUMENTS, WEAK_MATCH_FACTOR};

impl Searcher<'_> {
    /// Adds the score of a term to those of its matches that are among `results`.
    pub(super) fn score(&mut self, plan: &TermPlan, matches: TermMatches, results: &BitSet) {
        let Self { index, norms, code_norms, scores, .. } = self;
        let (lengths, fields) = (&index.field_lengths(), plan.fields);
        let norms = if is_rare_code(plan, &matches) { code_norms } else { norms };
        let TermMatches { strong, weak, idf, phrases } = matches;
        let mut phrases = phrases.into_iter();
        for (mut documents, is_weak, factor) in
            [(strong, false, 1.0), (weak, true, WEAK_MATCH_FACTOR)]
        {
            documents.intersect(results);
            let occurrences = &mut scores.occurrences;
            let mut sum =
                OccurrenceSum { index, lengths, norms, occurrences, among: &documents, fields };
            let alternatives = plan.alternatives.iter();
            for alternative in alternatives.filter(|alternative| alternative.is_weak() == is_weak) {
                let weight = alternative.weight();
                match alternative {
                    Alternative::Term { info, .. } => sum.add_postings(*info, weight),
                    Alternative::Prefix { terms } => {
                        for (_, info) in index.postings.with_prefix(terms.clone()) {
                            sum.add_postings(info, weight);
                        }
                    }
                    Alternative::Phrase { terms, .. } => {
                        let infos = terms.iter().map(|term| index.postings.term_info(*term));
                        let mut lengths = LengthsOfTerms::new(&index.postings, infos);
                        for (document, frequencies) in phrases.next().unwrap_or_default() {
                            if documents.contains(document) {
                                let listed = lengths.of(document);
                                sum.add_document(document, frequencies, listed, weight);
                            }
                        }
                    }
                }
            }
            for document in documents.iter() {
                let at = document.0 as usize;
                if let Some((occurrences, total)) =
                    scores.occurrences.get_mut(at).zip(scores.total.get_mut(at))
                {
                    *total += factor * idf * norms.saturate(*occurrences);
                    *occurrences = 0.0;
                }
            }
        }
    }
}

/// Returns whether a term plan is for a code that few documents contain. A number is none: a year
/// or an amount is in documents about other things.
pub(super) fn is_rare_code(plan: &TermPlan, matches: &TermMatches) -> bool {
    let typed = &plan.typed;
    matches.strong.len() <= MAX_CODE_DOCUMENTS
        && is_code(typed)
        && typed.chars().any(char::is_alphabetic)
        && !typed.contains(' ')
}

/// Adds up the weighted occurrences of a term plan in some documents.
struct OccurrenceSum<'s, 'a> {
    index: &'s Index<'a>,
    lengths: &'s FieldLengths<'a>,
    norms: &'s FieldNorms,
    occurrences: &'s mut [f32],
    among: &'s BitSet,
    fields: FieldSet,
}

impl OccurrenceSum<'_, '_> {
    /// Adds the occurrences in a posting list.
    fn add_postings(&mut self, info: TermInfo, weight: f32) {
        let mut postings = Postings::new(&self.index.postings, info);
        let counts_body = self.fields.contains(Field::Body);
        while let Some(document) = postings.advance() {
            if !self.among.contains(document) {
                continue;
            }
            let head = postings.frequency_head();
            if head >= 0x80 || !counts_body {
                let frequencies = postings.frequencies_after(head);
                let listed = postings.listed_lengths(frequencies);
                self.add_document(document, frequencies.restricted_to(self.fields), listed, weight);
            } else if let Some(occurrences) = self.occurrences.get_mut(document as usize) {
                let listed = postings.body_length();
                let code = listed.unwrap_or_else(|| self.lengths.stored(Field::Body, document));
                let norm = self.norms.norm(Field::Body, code);
                *occurrences += weight * (f32::from(head) * norm);
            }
        }
    }

    /// Adds the occurrences in one document.
    #[inline(never)]
    fn add_document(
        &mut self,
        document: u32,
        frequencies: Frequencies,
        listed: ListedLengths,
        weight: f32,
    ) {
        if let Some(occurrences) = self.occurrences.get_mut(document as usize) {
            let length_code = |field| self.lengths.code(listed, field, document);
            *occurrences += weight * self.norms.weigh(frequencies, length_code);
        }
    }
}
