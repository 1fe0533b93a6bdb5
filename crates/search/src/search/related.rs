//! Related documents: those that tell the same as the results in other words.

use super::bit_set::BitSet;
use super::expansion::FEEDBACK_DOCUMENTS;
use super::interpret::is_searching;
use super::outcome::{Hit, Outcome};
use super::request::{Operator, Order, Request};
use super::searcher::Searcher;
use crate::score::RELATED_SHARE;

impl Searcher<'_> {
    /// Finds documents that do not match a query, but have words of it and of the best documents
    /// that match. The most related one is first, whatever the order of the request.
    ///
    /// The added words belong to the plans of the outcome, so a
    /// [`Highlighter`](crate::Highlighter) marks them.
    pub fn related(&mut self, request: &Request<'_>) -> Outcome {
        let first_hits = first_hits(request);
        let matches = self.interpret(&first_hits);
        let mut allowed = matches.documents.clone();
        allowed.invert();
        let first = self.rank(&first_hits, matches);
        // The best documents are ranked with the others, as a measure for them.
        first.hits.iter().for_each(|hit| allowed.insert(hit.doc.0));
        let request = Request {
            query: &first.query,
            operator: Operator::Or,
            order: Order::Relevance,
            histogram: None,
            limit: request.limit.saturating_add(first.hits.len()),
            ..request.clone()
        };
        let mut outcome = self.search_with(&request, &first.hits, Some(&allowed));
        let best = outcome.hits.first().map_or(0.0, |hit| hit.score);
        outcome.hits.retain(|hit| {
            let is_first = first.hits.iter().any(|other| other.doc == hit.doc);
            !is_first && hit.score >= RELATED_SHARE * best
        });
        outcome.total = outcome.hits.len() as u32;
        outcome
    }

    /// Searches for any of the words of a query, and of the best documents with these.
    #[cfg(feature = "build")]
    pub(super) fn search_expanded(&mut self, request: &Request<'_>) -> Outcome {
        let first = self.search(&Request { expands: false, ..first_hits(request) });
        self.search_with(request, &first.hits, None)
    }

    /// Searches for any of the words of a query, and of some documents.
    fn search_with(
        &mut self,
        request: &Request<'_>,
        feedback: &[Hit],
        allowed: Option<&BitSet>,
    ) -> Outcome {
        let mut matches = self.interpret(request);
        if !self.index.is_missing_parts() {
            self.expand(&mut matches, feedback);
        }
        for plan in matches.plans.iter().filter(|plan| !is_searching(plan)) {
            matches.documents.intersect(&self.evaluate(plan, &mut Vec::new()));
        }
        if let Some(allowed) = allowed {
            matches.documents.intersect(allowed);
        }
        self.rank(request, matches)
    }
}

/// Returns the request for the documents whose words are added.
fn first_hits<'r>(request: &Request<'r>) -> Request<'r> {
    Request {
        histogram: None,
        order: Order::Relevance,
        limit: FEEDBACK_DOCUMENTS,
        offset: 0,
        ..request.clone()
    }
}
