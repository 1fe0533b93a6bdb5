//! The hits that were asked for, in order.

use super::{Hit, Order, Request, Searcher};
use crate::bits::Bits;
use crate::document::DocId;
use std::collections::BinaryHeap;

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
            Order::Relevance => by_score(self.scores.of(document)),
            Order::Document => 0,
            Order::Ascending(column) => self.index.key(column, document),
            Order::Descending(column) => !self.index.key(column, document),
        };
        let place = |document: DocId| (u64::from(rank(document)) << 32) | u64::from(document.0);
        let hit = |place: u64| {
            let doc = DocId(place as u32);
            Hit { doc, score: self.scores.of(doc) }
        };
        smallest(documents.iter().map(place), wanted).into_iter().map(hit).collect()
    }
}

/// A number that is smaller for a higher score. Scores are never below zero, and so their bits sort as they do.
#[inline(always)]
pub(super) fn by_score(score: f32) -> u32 {
    !score.max(0.0).to_bits()
}

/// The smallest `wanted` numbers, in their order.
pub(super) fn smallest(numbers: impl Iterator<Item = u64>, wanted: usize) -> Vec<u64> {
    let mut heap = BinaryHeap::new();
    for number in numbers {
        if heap.len() < wanted {
            heap.push(number);
        } else if let Some(mut largest) = heap.peek_mut()
            && number < *largest
        {
            *largest = number;
        }
    }
    heap.into_sorted_vec()
}
