//! The hits that were asked for, in order.

use super::{Hit, Order, Request, Searcher};
use crate::document::DocId;
use crate::search::bit_set::Bits;
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
        let mut hits =
            self.best(documents, request.order, request.offset.saturating_add(request.limit));
        hits.drain(..request.offset.min(hits.len()));
        hits
    }

    /// The first `wanted` documents in that order, ties by document.
    pub(super) fn best(&self, documents: &Bits, order: Order, wanted: usize) -> Vec<Hit> {
        let mut smallest = Smallest::new(wanted);
        for document in documents.iter() {
            let rank = match order {
                Order::Relevance => by_score(self.scores.of(document)),
                Order::Document => 0,
                Order::Ascending(column) => self.index.key(column, document),
                Order::Descending(column) => !self.index.key(column, document),
            };
            smallest.add((u64::from(rank) << 32) | u64::from(document.0));
        }
        let hit = |place: u64| {
            let doc = DocId(place as u32);
            Hit { doc, score: self.scores.of(doc) }
        };
        smallest.sorted().into_iter().map(hit).collect()
    }
}

/// A number that is smaller for a higher score. Scores are never below zero, and so their bits sort as they do.
#[inline(always)]
pub(super) fn by_score(score: f32) -> u32 {
    if score > 0.0 { !score.to_bits() } else { u32::MAX }
}

/// The smallest so many of the numbers that are added.
pub(super) struct Smallest {
    wanted: usize,
    kept: BinaryHeap<u64>,
}

impl Smallest {
    pub(super) fn new(wanted: usize) -> Self {
        Self { wanted, kept: BinaryHeap::new() }
    }

    #[inline(always)]
    pub(super) fn add(&mut self, number: u64) {
        if self.kept.len() < self.wanted
            || self.kept.peek().is_some_and(|largest| number < *largest)
        {
            self.keep(number);
        }
    }

    #[inline(never)]
    fn keep(&mut self, number: u64) {
        if self.kept.len() < self.wanted {
            self.kept.push(number);
        } else if let Some(mut largest) = self.kept.peek_mut() {
            *largest = number;
        }
    }

    pub(super) fn sorted(self) -> Vec<u64> {
        self.kept.into_sorted_vec()
    }

    /// The largest of them, if they are as many as wanted.
    pub(super) fn largest(&self) -> Option<u64> {
        self.kept.peek().copied().filter(|_| self.kept.len() == self.wanted)
    }
}
