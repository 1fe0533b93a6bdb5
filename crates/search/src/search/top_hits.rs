//! Picks the requested hits in order.

use super::bit_set::BitSet;
use super::outcome::Hit;
use super::request::{Order, Request};
use super::searcher::Searcher;
use crate::document::DocId;
use std::collections::BinaryHeap;

impl Searcher<'_> {
    /// Returns the hits between `offset` and `offset + limit`.
    pub(super) fn hits(&self, documents: &BitSet, request: &Request<'_>) -> Vec<Hit> {
        let is_in_document_order = request.order == Order::Document
            || (request.order == Order::Relevance && request.query.is_empty());
        if is_in_document_order {
            let wanted = documents.iter().skip(request.offset).take(request.limit);
            return wanted.map(|doc| Hit { doc, score: self.scores.get(doc) }).collect();
        }
        let wanted = request.offset.saturating_add(request.limit);
        let mut hits = self.top_hits(documents, request.order, wanted);
        hits.drain(..request.offset.min(hits.len()));
        hits
    }

    /// Returns the first `wanted` documents in an order, with ties in document order.
    pub(super) fn top_hits(&self, documents: &BitSet, order: Order, wanted: usize) -> Vec<Hit> {
        let column = match order {
            Order::Relevance | Order::Document => None,
            Order::Ascending(column) | Order::Descending(column) => Some(column),
        };
        let column = column.map(|column| self.index.column(column));
        let key = |document| column.map_or(0, |column| column.key(document));
        let mut smallest = SmallestN::new(wanted);
        for document in documents.iter() {
            let rank = match order {
                Order::Relevance => rank_of_score(self.scores.get(document)),
                Order::Document => 0,
                // 0 becomes the greatest number, so documents without a value come last.
                Order::Ascending(_) => key(document).wrapping_sub(1),
                Order::Descending(_) => !key(document),
            };
            smallest.push((u64::from(rank) << 32) | u64::from(document.0));
        }
        let hit = |rank_and_document: u64| {
            let doc = DocId(rank_and_document as u32);
            Hit { doc, score: self.scores.get(doc) }
        };
        smallest.into_sorted().into_iter().map(hit).collect()
    }
}

/// Returns a number that is smaller for a higher score. Scores are not negative, so their bits sort
/// as they do.
#[inline(always)]
pub(super) fn rank_of_score(score: f32) -> u32 {
    if score > 0.0 { !score.to_bits() } else { u32::MAX }
}

/// Collects the `n` smallest numbers.
pub(super) struct SmallestN {
    n: usize,
    heap: BinaryHeap<u64>,
}

impl SmallestN {
    pub(super) fn new(n: usize) -> Self {
        Self { n, heap: BinaryHeap::new() }
    }

    #[inline(always)]
    pub(super) fn push(&mut self, number: u64) {
        if self.heap.len() < self.n || self.heap.peek().is_some_and(|largest| number < *largest) {
            self.insert(number);
        }
    }

    #[inline(never)]
    fn insert(&mut self, number: u64) {
        if self.heap.len() < self.n {
            self.heap.push(number);
        } else if let Some(mut largest) = self.heap.peek_mut() {
            *largest = number;
        }
    }

    pub(super) fn into_sorted(self) -> Vec<u64> {
        self.heap.into_sorted_vec()
    }

    /// Returns the largest of the `n` smallest numbers, or `None` if there are fewer than `n`.
    pub(super) fn largest(&self) -> Option<u64> {
        self.heap.peek().copied().filter(|_| self.heap.len() == self.n)
    }
}
