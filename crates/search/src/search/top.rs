//! The hits that were asked for, in order.

use super::{Hit, Order, Request, Searcher};
use crate::bits::Bits;
use crate::document::DocId;

impl Searcher<'_> {
    /// Picks and sorts the hits between `offset` and `offset + limit`.
    pub(super) fn hits(&self, documents: &Bits, request: &Request<'_>) -> Vec<Hit> {
        let is_ranked = request.order != Order::Document
            && !(request.order == Order::Relevance && request.query.is_empty());
        if !is_ranked {
            let wanted = documents.iter().skip(request.offset).take(request.limit);
            return wanted.map(|doc| Hit { doc, score: self.scores.of(doc) }).collect();
        }
        let mut hits = self.best(documents, request.order, request.offset.saturating_add(request.limit));
        hits.drain(..request.offset.min(hits.len()));
        hits
    }

    /// The first `wanted` documents in that order, ties by document.
    pub(super) fn best(&self, documents: &Bits, order: Order, wanted: usize) -> Vec<Hit> {
        let rank = |document: DocId| match order {
            // Smaller for a higher score. Scores are never below zero, and so their bits sort as they do.
            Order::Relevance => !self.scores.of(document).max(0.0).to_bits(),
            Order::Document => 0,
            Order::Ascending(column) => self.index.key(column, document),
            Order::Descending(column) => !self.index.key(column, document),
        };
        // Collects twice as many, drops the worse half, and so on: each hit is compared a few times, whatever is wanted.
        let room = wanted.saturating_mul(2).max(64);
        let mut kept: Vec<u64> = Vec::new();
        let mut worst = u64::MAX;
        for document in documents.iter() {
            let place = (u64::from(rank(document)) << 32) | u64::from(document.0);
            if place >= worst {
                continue;
            }
            kept.push(place);
            if kept.len() >= room && wanted > 0 {
                kept.select_nth_unstable(wanted - 1);
                kept.truncate(wanted);
                worst = kept.last().copied().unwrap_or(u64::MAX);
            }
        }
        kept.sort_unstable();
        kept.truncate(wanted);
        let hit = |place: u64| {
            let doc = DocId(place as u32);
            Hit { doc, score: self.scores.of(doc) }
        };
        kept.into_iter().map(hit).collect()
    }
}
