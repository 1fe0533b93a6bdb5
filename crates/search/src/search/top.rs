//! The hits that were asked for, in order.

use super::execute::Scores;
use super::{Hit, Order, Request};
use crate::bits::Bits;
use crate::document::DocId;
use crate::index::Index;
use std::cmp::Ordering;

/// Picks and sorts the hits between `offset` and `offset + limit`.
pub(super) fn hits(index: &Index<'_>, documents: &Bits, scores: &Scores, request: &Request<'_>) -> Vec<Hit> {
    let hit = |doc: DocId| Hit { doc, score: scores.of(doc) };
    let wanted = request.offset.saturating_add(request.limit);
    let hits = match request.order {
        Order::Document => {
            return documents.iter().map(hit).skip(request.offset).take(request.limit).collect();
        }
        Order::Relevance if request.query.is_empty() => {
            return documents.iter().map(hit).skip(request.offset).take(request.limit).collect();
        }
        Order::Relevance => best(documents.iter().map(hit), wanted, |a, b| b.score.total_cmp(&a.score)),
        Order::Ascending(column) => best(documents.iter().map(hit), wanted, |a, b| {
            index.key(column, a.doc).cmp(&index.key(column, b.doc))
        }),
        Order::Descending(column) => best(documents.iter().map(hit), wanted, |a, b| {
            index.key(column, b.doc).cmp(&index.key(column, a.doc))
        }),
    };
    hits.into_iter().skip(request.offset).collect()
}

/// The first `wanted` in an order, ties by document.
pub(super) fn best(
    hits: impl Iterator<Item = Hit>,
    wanted: usize,
    order: impl Fn(&Hit, &Hit) -> Ordering,
) -> Vec<Hit> {
    let order = |a: &Hit, b: &Hit| order(a, b).then(a.doc.cmp(&b.doc));
    let mut kept: Vec<Hit> = Vec::new();
    // Collects twice as many, drops the worse half, and so on: each hit is compared a few times, whatever is wanted.
    let room = wanted.saturating_mul(2).max(64);
    let mut worst: Option<Hit> = None;
    for hit in hits {
        if worst.as_ref().is_some_and(|worst| order(&hit, worst) != Ordering::Less) {
            continue;
        }
        kept.push(hit);
        if kept.len() >= room && wanted > 0 {
            kept.select_nth_unstable_by(wanted - 1, &order);
            kept.truncate(wanted);
            worst = kept.iter().copied().max_by(|a, b| order(a, b));
        }
    }
    kept.sort_unstable_by(&order);
    kept.truncate(wanted);
    kept
}
