//! Counts how often the words of a query occur, document by document: for comparisons of words, not
//! for ranking.

use super::bit_set::BitSet;
use super::evaluate::TermMatches;
use super::plan::{Alternative, Plan, TermPlan, scored_terms};
use super::planner::{ParseOptions, Planner};
use super::searcher::Searcher;
use crate::document::{DocId, FacetId, Field, FieldSet, ValueId};
use crate::index::postings::Postings;
use crate::index::term_info::TermInfo;
use crate::query::Query;

/// The occurrences of a query's words in the documents that match it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OccurrenceCounts {
    /// The documents that match, in order, each with the number of occurrences of the words and
    /// phrases in its texts. Without words this is 0.
    pub documents: Vec<(DocId, u32)>,
    /// The values of facets that the query names ("place:Kyiv").
    pub values: Vec<(FacetId, ValueId)>,
    /// True if the query has words or phrases, outside of exclusions.
    pub has_words: bool,
}

impl Searcher<'_> {
    /// Counts the occurrences of a query's words and phrases in the documents that match all of it:
    /// the words as written, their aliases, terms with the same stem and compounds, but neither
    /// prefixes without a star nor similar spellings. Metadata does not count. An empty query
    /// matches nothing.
    ///
    /// This reads posting lists. If blocks are not exact, it reads the texts of the documents in
    /// which a phrase may be.
    pub fn count_occurrences(&self, query: &Query) -> OccurrenceCounts {
        let options = ParseOptions { match_parts: true, ..ParseOptions::AS_WRITTEN };
        let plans = Planner::new(&self.index, self.range_fields, options).plan(query);
        if plans.is_empty() {
            return OccurrenceCounts::default();
        }
        let mut documents = BitSet::full(self.index.len());
        let mut terms = Vec::new();
        for plan in &plans {
            documents.intersect(&self.evaluate(plan, &mut terms));
        }
        let has_words = !terms.is_empty();
        let mut counts = vec![0_u32; self.index.len() as usize];
        for (plan, matches) in scored_terms(&plans).into_iter().zip(terms) {
            self.add_occurrences(plan, matches, &documents, &mut counts);
        }
        let count = |document: DocId| counts.get(document.0 as usize).copied().unwrap_or_default();
        OccurrenceCounts {
            documents: documents.iter().map(|document| (document, count(document))).collect(),
            values: named_values(&plans),
            has_words,
        }
    }

    /// Adds the occurrences of a term to the counts of some documents.
    fn add_occurrences(
        &self,
        plan: &TermPlan,
        matches: TermMatches,
        among: &BitSet,
        counts: &mut [u32],
    ) {
        let fields = plan.fields.without(Field::Metadata);
        let mut phrases = matches.phrases.into_iter();
        for alternative in &plan.alternatives {
            match alternative {
                Alternative::Term { info, .. } => {
                    self.add_postings(*info, fields, among, counts);
                }
                Alternative::Prefix { terms } => {
                    for (_, info) in self.index.postings.with_prefix(terms.clone()) {
                        self.add_postings(info, fields, among, counts);
                    }
                }
                Alternative::Phrase { .. } => {
                    for (document, frequencies) in phrases.next().unwrap_or_default() {
                        if among.contains(document) {
                            add(counts, document, frequencies.restricted_to(fields).total());
                        }
                    }
                }
            }
        }
    }

    /// Adds the occurrences in a posting list.
    fn add_postings(&self, info: TermInfo, fields: FieldSet, among: &BitSet, counts: &mut [u32]) {
        let mut postings = Postings::new(&self.index.postings, info);
        while let Some(document) = postings.advance() {
            if among.contains(document) {
                add(counts, document, postings.frequencies().restricted_to(fields).total());
            }
        }
    }
}

fn add(counts: &mut [u32], document: u32, occurrences: u32) {
    if let Some(count) = counts.get_mut(document as usize) {
        *count = count.saturating_add(occurrences);
    }
}

/// Returns the values of facets that plans ask for, outside of exclusions.
fn named_values(plans: &[Plan]) -> Vec<(FacetId, ValueId)> {
    let mut values = Vec::new();
    for plan in plans {
        match plan {
            Plan::Facet(facet, of_facet) => {
                values.extend(of_facet.iter().map(|value| (*facet, *value)));
            }
            Plan::Or(plans) | Plan::And(plans) => values.extend(named_values(plans)),
            Plan::Term(_) | Plan::Range(_) | Plan::Not(_) => {}
        }
    }
    values
}
