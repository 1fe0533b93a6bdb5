//! Interprets a query: as typed if documents match it, else with corrections, else in part.

use super::bit_set::BitSet;
use super::evaluate::TermMatches;
use super::outcome::Interpretation;
use super::plan::Plan;
use super::planner::{Fuzzy, ParseOptions, Planner};
use super::request::{Operator, Request};
use super::searcher::Searcher;
use crate::query::Query;

/// Similar spellings are searched for if no more documents than this match the query as typed.
const FEW_MATCHES: u32 = 1;

/// The documents that match a query, before filters and scores.
pub(super) struct Matches {
    pub(super) documents: BitSet,
    /// The matches of each scored term of the plans.
    pub(super) terms: Vec<TermMatches>,
    /// The documents that match the query as typed, if the others only match a correction of it.
    pub(super) as_typed: Option<BitSet>,
    pub(super) interpretation: Interpretation,
    pub(super) suggestion: Option<String>,
    pub(super) query: Query,
    pub(super) plans: Vec<Plan>,
    pub(super) unread_fields: Vec<String>,
}

impl Searcher<'_> {
    pub(super) fn interpret(&self, request: &Request<'_>) -> Matches {
        let query = request.query;
        let options = if request.operator == Operator::Or {
            ParseOptions { split_compounds: true, match_parts: true, ..ParseOptions::AS_WRITTEN }
        } else {
            ParseOptions { last_is_prefix: true, match_parts: true, ..ParseOptions::AS_WRITTEN }
        };
        let mut planner = Planner::new(&self.index, self.range_fields, options);
        let plans = planner.plan(query);
        let unread_fields = planner.unread_fields;
        let matches = |(documents, terms), plans| Matches {
            documents,
            terms,
            as_typed: None,
            interpretation: Interpretation::AsTyped,
            suggestion: None,
            query: query.clone(),
            plans,
            unread_fields: unread_fields.clone(),
        };
        if request.operator == Operator::Or {
            return matches(self.match_any(&plans), plans);
        }
        // Words whose parts have not arrived are not misspelt.
        let as_typed = if self.index.is_missing_parts() {
            (BitSet::empty(self.index.len()), Vec::new())
        } else {
            self.match_all(&plans)
        };
        let count = as_typed.0.len();
        if count > FEW_MATCHES || self.index.is_missing_parts() {
            return matches(as_typed, plans);
        }
        let fuzzy = if count == 0 { Fuzzy::Unknown } else { Fuzzy::Rare };
        let as_written = options;
        let options = ParseOptions { fuzzy, ..options };
        let mut planner = Planner::new(&self.index, self.range_fields, options);
        let fuzzy_plans = planner.plan(query);
        let Planner { corrections, mut suggestions, .. } = planner;
        let corrected = query.corrected(&corrections);
        if count > 0 {
            if corrections.is_empty() {
                return matches(as_typed, plans);
            }
            // Few documents match as typed, and many match a similar word: return both, the former
            // first.
            let suggestion = Some(corrected.text());
            let either = matches(self.match_all(&fuzzy_plans), fuzzy_plans);
            return Matches { as_typed: Some(as_typed.0), suggestion, query: corrected, ..either };
        }
        if !corrections.is_empty() {
            // A correction finds what it would find if it had been typed.
            let plans = Planner::new(&self.index, self.range_fields, as_written).plan(&corrected);
            let all = self.match_all(&plans);
            if !all.0.is_empty() || self.index.is_missing_parts() {
                let interpretation = Interpretation::Corrected { query: corrected.text() };
                let all = matches(all, plans);
                return Matches { interpretation, query: corrected, ..all };
            }
        }
        let suggestion = (!suggestions.is_empty()).then(|| {
            suggestions.extend_from_slice(&corrections);
            query.corrected(&suggestions).text()
        });
        let (most, missing) = self.match_most(&fuzzy_plans);
        if most.0.is_empty() {
            return Matches { suggestion, ..matches(as_typed, plans) };
        }
        let interpretation = Interpretation::Partial { missing };
        let most = matches(most, fuzzy_plans);
        Matches { interpretation, suggestion, query: corrected, ..most }
    }

    /// Returns the documents that match all plans.
    fn match_all(&self, plans: &[Plan]) -> (BitSet, Vec<TermMatches>) {
        let mut documents = BitSet::full(self.index.len());
        let mut terms = Vec::new();
        for plan in plans {
            documents.intersect(&self.evaluate(plan, &mut terms));
        }
        (documents, terms)
    }

    /// Returns the documents that match any plan that searches, and all plans that only restrict.
    fn match_any(&self, plans: &[Plan]) -> (BitSet, Vec<TermMatches>) {
        let mut terms = Vec::new();
        let mut documents = if plans.iter().any(is_searching) {
            BitSet::empty(self.index.len())
        } else {
            BitSet::full(self.index.len())
        };
        for plan in plans.iter().filter(|plan| is_searching(plan)) {
            documents.union(&self.evaluate(plan, &mut terms));
        }
        for plan in plans.iter().filter(|plan| !is_searching(plan)) {
            documents.intersect(&self.evaluate(plan, &mut terms));
        }
        (documents, terms)
    }

    /// Returns the documents that match as many plans as any document does, and the text of each
    /// plan that matches no document.
    fn match_most(&self, plans: &[Plan]) -> ((BitSet, Vec<TermMatches>), Vec<String>) {
        let mut terms = Vec::new();
        let mut allowed = BitSet::full(self.index.len());
        for plan in plans.iter().filter(|plan| !is_searching(plan)) {
            allowed.intersect(&self.evaluate(plan, &mut terms));
        }
        let mut counts = vec![0_u16; self.index.len() as usize];
        let mut missing = Vec::new();
        for plan in plans.iter().filter(|plan| is_searching(plan)) {
            let mut documents = self.evaluate(plan, &mut terms);
            documents.intersect(&allowed);
            if documents.is_empty() {
                missing.push(typed(plan));
            }
            for document in documents.iter() {
                if let Some(count) = counts.get_mut(document.0 as usize) {
                    *count = count.saturating_add(1);
                }
            }
        }
        let most = counts.iter().copied().max().unwrap_or_default();
        let mut documents = BitSet::empty(self.index.len());
        if most > 0 {
            let best = (0..).zip(&counts).filter(|(_, count)| **count == most);
            best.for_each(|(document, _)| documents.insert(document));
        }
        ((documents, terms), missing)
    }
}

/// Returns whether a plan searches for words, rather than only restricting the results.
pub(super) fn is_searching(plan: &Plan) -> bool {
    match plan {
        Plan::Term(_) => true,
        Plan::Or(plans) => !plans.iter().all(|plan| matches!(plan, Plan::Range(_))),
        Plan::And(plans) => plans.iter().any(is_searching),
        Plan::Facet(..) | Plan::Range(_) | Plan::Not(_) => false,
    }
}

/// Returns the text that a reader typed for a plan.
fn typed(plan: &Plan) -> String {
    match plan {
        Plan::Term(term) => term.typed.clone(),
        Plan::Facet(..) | Plan::Range(_) => String::new(),
        Plan::Not(inner) => ["-", &typed(inner)].concat(),
        // The first plan is what was typed; the others are aliases of it.
        Plan::Or(plans) => plans.first().map(typed).unwrap_or_default(),
        Plan::And(plans) => {
            let mut words = String::new();
            for plan in plans {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(&typed(plan));
            }
            words
        }
    }
}
