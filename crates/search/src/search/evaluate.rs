//! Evaluates plans: finds the documents that match.
//!
//! This reads only the documents of a posting list, and derives the inverse document frequency from
//! them. Frequencies and field lengths are read later, for the documents among the results.

use super::bit_set::BitSet;
use super::facet_counts::{in_range, with_values};
use super::plan::{Alternative, Plan, TermPlan};
use super::searcher::Searcher;
use crate::document::FieldSet;
use crate::index::frequencies::Frequencies;
use crate::index::postings::Postings;
use crate::index::term_info::TermInfo;
use crate::score::inverse_document_frequency;

/// The documents that match a term plan.
#[derive(Debug)]
pub(super) struct TermMatches {
    /// The documents that contain the word itself, an alias, a term with the same stem, or a
    /// compound of it.
    pub(super) strong: BitSet,
    /// The documents that contain a term with the prefix or with a similar spelling.
    pub(super) weak: BitSet,
    /// The inverse document frequency, times the weight of the plan.
    pub(super) idf: f32,
    /// For each phrase among the alternatives, its documents. They are kept because finding them
    /// took reading texts.
    pub(super) phrases: Vec<Vec<(u32, Frequencies)>>,
}

impl Searcher<'_> {
    /// Returns the documents that match a plan. Appends the matches of each scored term, in order.
    pub(super) fn evaluate(&self, plan: &Plan, terms: &mut Vec<TermMatches>) -> BitSet {
        let capacity = self.index.len();
        match plan {
            Plan::Term(term) => {
                let matches = self.term_matches(term);
                let mut documents = matches.strong.clone();
                documents.union(&matches.weak);
                terms.push(matches);
                documents
            }
            Plan::Facet(facet, values) => with_values(&self.index, *facet, values),
            Plan::Range(range) => in_range(&self.index, *range),
            Plan::Not(inner) => {
                let mut documents = self.evaluate(inner, &mut Vec::new());
                documents.invert();
                documents
            }
            Plan::Or(plans) => {
                let mut documents = BitSet::empty(capacity);
                plans.iter().for_each(|plan| documents.union(&self.evaluate(plan, terms)));
                documents
            }
            Plan::And(plans) => {
                let mut documents = BitSet::full(capacity);
                plans.iter().for_each(|plan| documents.intersect(&self.evaluate(plan, terms)));
                documents
            }
        }
    }

    /// Returns the documents that match a term plan.
    pub(super) fn term_matches(&self, plan: &TermPlan) -> TermMatches {
        let capacity = self.index.len();
        let mut strong = BitSet::empty(capacity);
        let mut weak = BitSet::empty(capacity);
        let mut phrases = Vec::new();
        for alternative in &plan.alternatives {
            let documents = if alternative.is_weak() { &mut weak } else { &mut strong };
            match alternative {
                Alternative::Term { info, .. } => {
                    self.insert_documents(*info, plan.fields, documents);
                }
                Alternative::Prefix { terms } => {
                    for (_, info) in self.index.postings.with_prefix(terms.clone()) {
                        self.insert_documents(info, plan.fields, documents);
                    }
                }
                Alternative::Phrase { terms, .. } => {
                    let phrase = self.phrase_matches(terms, plan.fields);
                    phrase.iter().for_each(|(document, _)| documents.insert(*document));
                    phrases.push(phrase);
                }
            }
        }
        // Weak matches count only for a word that no document contains.
        let telling = if strong.is_empty() { &weak } else { &strong };
        let idf = plan.weight * inverse_document_frequency(capacity, telling.len());
        TermMatches { strong, weak, idf, phrases }
    }

    /// Inserts the documents of a posting list with an occurrence in one of the fields.
    pub(super) fn insert_documents(
        &self,
        info: TermInfo,
        fields: FieldSet,
        documents: &mut BitSet,
    ) {
        let mut postings = Postings::new(&self.index.postings, info);
        let is_any_field = fields.is_all();
        while let Some(document) = postings.advance() {
            if is_any_field || postings.frequencies().restricted_to(fields).total() > 0 {
                documents.insert(document);
            }
        }
    }
}
