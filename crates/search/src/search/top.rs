//! The hits that were asked for, in order.

use super::execute::Scores;
use super::{Hit, Order, Request};
use crate::bits::Bits;
use crate::document::DocId;
use crate::index::Index;

/// Picks and sorts the hits between `offset` and `offset + limit`.
pub(super) fn hits(index: &Index<'_>, documents: &Bits, scores: &Scores, request: &Request<'_>) -> Vec<Hit> {
    let hit = |doc: DocId| Hit { doc, score: scores.of(doc) };
    let rank = |hit: &Hit| match request.order {
        Order::Relevance => by_score(hit),
        Order::Document => 0,
        Order::Ascending(column) => index.key(column, hit.doc),
        Order::Descending(column) => !index.key(column, hit.doc),
    };
    let is_ranked =
        request.order != Order::Document && !(request.order == Order::Relevance && request.query.is_empty());
    if !is_ranked {
        return documents.iter().map(hit).skip(request.offset).take(request.limit).collect();
    }
    let wanted = request.offset.saturating_add(request.limit);
    let hits = best(&mut documents.iter().map(hit), wanted, &rank);
    hits.into_iter().skip(request.offset).collect()
}

/// A number that is smaller for a higher score. Scores are never below zero, and so their bits sort as they do.
pub(super) fn by_score(hit: &Hit) -> u32 {
    !hit.score.max(0.0).to_bits()
}

/// The `wanted` hits of the smallest rank, in its order, ties by document.
pub(super) fn best(
    hits: &mut dyn Iterator<Item = Hit>,
    wanted: usize,
    rank: &dyn Fn(&Hit) -> u32,
) -> Vec<Hit> {
    let order = |hit: &Hit| (u64::from(rank(hit)) << 32) | u64::from(hit.doc.0);
    // Collects twice as many, drops the worse half, and so on: each hit is compared a few times, whatever is wanted.
    let room = wanted.saturating_mul(2).max(64);
    let mut kept: Vec<(u64, f32)> = Vec::new();
    let mut worst = u64::MAX;
    for hit in hits {
        let place = order(&hit);
        if place >= worst {
            continue;
        }
        kept.push((place, hit.score));
        if kept.len() >= room && wanted > 0 {
            kept.select_nth_unstable_by_key(wanted - 1, |(place, _)| *place);
            kept.truncate(wanted);
            worst = kept.last().map_or(u64::MAX, |(place, _)| *place);
        }
    }
    kept.sort_unstable_by_key(|(place, _)| *place);
    kept.truncate(wanted);
    kept.into_iter().map(|(place, score)| Hit { doc: DocId(place as u32), score }).collect()
}
