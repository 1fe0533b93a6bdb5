//! Searching: from a request to ranked hits, facet counts, and an interpretation of the query.
//!
//! 1. `interpret` chooses how to read the query: as typed, with corrections, or in part. `planner`
//!    looks its words up in the index, and `levenshtein` finds similar ones.
//! 2. `evaluate` finds the documents that match a plan. `phrase` narrows phrases down by blocks and
//!    then reads texts.
//! 3. `facet_counts` applies filters and ranges, and counts values.
//! 4. `scoring` adds up scores, and `proximity` rewards words that occur together.
//! 5. `top_hits` picks the requested hits. `explain` shows the parts of a score.
//! 6. `expansion` adds words to the query, and `related` finds documents with these.
//!
//! `occurrences` counts words without ranking documents.

mod bit_set;
mod evaluate;
mod expansion;
mod explain;
mod facet_counts;
mod interpret;
mod levenshtein;
mod occurrences;
mod outcome;
mod phrase;
mod phrase_matcher;
pub(crate) mod plan;
mod planner;
mod proximity;
mod related;
mod request;
mod scores;
mod scoring;
mod searcher;
mod top_hits;

use crate::score::AS_TYPED_BONUS;
pub use explain::{Explanation, Occurrences, TermExplanation};
use facet_counts::Filtered;
use interpret::Matches;
pub use occurrences::OccurrenceCounts;
pub use outcome::{Hit, Interpretation, Outcome};
pub use plan::MatchKind;
use plan::scored_terms;
pub use request::{Filter, Histogram, KeyRange, Operator, Order, Request};
pub use searcher::{RangeField, Searcher};

impl Searcher<'_> {
    /// Answers a request.
    ///
    /// If the index or the texts arrive in parts, the outcome is wrong while parts are noted as
    /// missing. The search stops early then, so that it notes no part that it may not need.
    pub fn search(&mut self, request: &Request<'_>) -> Outcome {
        #[cfg(feature = "build")]
        if request.expands && request.operator == Operator::Or {
            return self.search_expanded(request);
        }
        self.rank(request, self.interpret(request))
    }

    /// Ranks the documents that match a query.
    fn rank(&mut self, request: &Request<'_>, matches: Matches) -> Outcome {
        let Matches { terms, as_typed, interpretation, suggestion, query, plans, .. } = matches;
        let Matches { unread_fields, .. } = matches;
        let Filtered { documents, total, facets, histogram } =
            facet_counts::apply(&self.index, &matches.documents, request);
        self.scores.clear();
        for (plan, matches) in scored_terms(&plans).into_iter().zip(terms) {
            self.score(plan, matches, &documents);
        }
        let is_complete = !self.index.is_missing_parts();
        if is_complete && request.operator == Operator::And && request.order == Order::Relevance {
            let wanted = request.offset.saturating_add(request.limit);
            self.reward_proximity(&plans, &query, &documents, wanted);
        }
        if let Some(mut as_typed) = as_typed {
            as_typed.intersect(&documents);
            self.scores.add_bonus(as_typed.iter(), AS_TYPED_BONUS);
        }
        let hits = self.hits(&documents, request);
        Outcome {
            hits,
            total,
            facets,
            histogram,
            interpretation,
            suggestion,
            unread_fields,
            query,
            plans,
        }
    }
}
