//! Agglomerative clustering: joins the two most similar groups until no two are similar enough.

use crate::hash::HashedMap;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// The odds of pairs are limited to this, so that no pair outweighs many others. Pairs that are not
/// given have the negative of it.
const LIMIT: f32 = 4.0;
/// The share of the most similar pair in the similarity of two groups; the rest is the mean over
/// all pairs.
const BEST_SHARE: f32 = 0.5;

/// A pair of documents with its odds.
pub(crate) type Edge = (u32, u32, f32);

/// Groups documents by the odds of their pairs. Groups are joined while their similarity is at
/// least `threshold`. Returns the groups of two and more, each sorted, in the order of their first.
pub(crate) fn cluster(count: usize, edges: &[Edge], threshold: f32) -> Vec<Vec<u32>> {
    let mut groups = Groups::new(count, edges);
    let mut queue: BinaryHeap<Join> = BinaryHeap::new();
    for (one, other, odds) in edges {
        if *odds >= threshold {
            queue.push(Join { similarity: odds.min(LIMIT), pair: (*one, *other) });
        }
    }
    while let Some(Join { pair: (one, other), .. }) = queue.pop() {
        if !groups.are_current(one, other) {
            continue;
        }
        let joined = groups.join(one, other);
        for (neighbour, similarity) in groups.neighbours_of(joined) {
            if similarity >= threshold {
                queue.push(Join { similarity, pair: (neighbour, joined) });
            }
        }
    }
    groups.finish()
}

/// Two groups that may be joined.
struct Join {
    similarity: f32,
    pair: (u32, u32),
}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> Ordering {
        self.similarity.total_cmp(&other.similarity).then(other.pair.cmp(&self.pair))
    }
}

impl PartialOrd for Join {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Join {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Join {}

/// The pairs between two groups.
#[derive(Clone, Copy, Default)]
struct Pairs {
    sum: f32,
    count: u32,
    best: f32,
}

/// The groups so far. A joined group gets a new number.
struct Groups {
    /// The documents of each group; empty once it is part of another.
    members: Vec<Vec<u32>>,
    /// The pairs between each group and others.
    pairs: Vec<HashedMap<u32, Pairs>>,
}

impl Groups {
    fn new(count: usize, edges: &[Edge]) -> Self {
        let mut pairs: Vec<HashedMap<u32, Pairs>> = Vec::new();
        pairs.resize_with(count, HashedMap::default);
        for (one, other, odds) in edges {
            let odds = odds.clamp(-LIMIT, LIMIT);
            let pair = Pairs { sum: odds, count: 1, best: odds };
            for (from, to) in [(one, other), (other, one)] {
                if let Some(pairs) = pairs.get_mut(*from as usize) {
                    pairs.insert(*to, pair);
                }
            }
        }
        Self { members: (0..count as u32).map(|number| vec![number]).collect(), pairs }
    }

    fn size(&self, group: u32) -> usize {
        self.members.get(group as usize).map_or(0, Vec::len)
    }

    fn are_current(&self, one: u32, other: u32) -> bool {
        self.size(one) > 0 && self.size(other) > 0
    }

    /// Joins two groups and returns the number of the new one.
    fn join(&mut self, one: u32, other: u32) -> u32 {
        let joined = self.members.len() as u32;
        let mut members = Vec::new();
        let mut pairs: HashedMap<u32, Pairs> = HashedMap::default();
        for group in [one, other] {
            members.append(
                &mut self.members.get_mut(group as usize).map(std::mem::take).unwrap_or_default(),
            );
            let of_group = self.pairs.get_mut(group as usize).map(std::mem::take);
            for (neighbour, found) in of_group.unwrap_or_default() {
                if neighbour == one || neighbour == other {
                    continue;
                }
                let pair =
                    pairs.entry(neighbour).or_insert(Pairs { best: f32::MIN, ..found.none() });
                pair.sum += found.sum;
                pair.count += found.count;
                pair.best = pair.best.max(found.best);
            }
        }
        for (neighbour, pair) in &pairs {
            if let Some(of_neighbour) = self.pairs.get_mut(*neighbour as usize) {
                of_neighbour.remove(&one);
                of_neighbour.remove(&other);
                of_neighbour.insert(joined, *pair);
            }
        }
        self.members.push(members);
        self.pairs.push(pairs);
        joined
    }

    /// Returns the neighbours of a group with their similarity, in their order.
    fn neighbours_of(&self, group: u32) -> Vec<(u32, f32)> {
        let size = self.size(group);
        let pairs = self.pairs.get(group as usize).into_iter().flatten();
        let mut neighbours: Vec<(u32, f32)> = pairs
            .map(|(neighbour, pair)| {
                let all = (size * self.size(*neighbour)).max(1) as f32;
                let missing = all - pair.count as f32;
                let mean = (pair.sum - missing * LIMIT) / all;
                (*neighbour, BEST_SHARE * pair.best + (1.0 - BEST_SHARE) * mean)
            })
            .collect();
        neighbours.sort_by_key(|(neighbour, _)| *neighbour);
        neighbours
    }

    fn finish(self) -> Vec<Vec<u32>> {
        let mut groups: Vec<Vec<u32>> =
            self.members.into_iter().filter(|members| members.len() > 1).collect();
        groups.iter_mut().for_each(|members| members.sort_unstable());
        groups.sort();
        groups
    }
}

impl Pairs {
    fn none(self) -> Self {
        Self { sum: 0.0, count: 0, best: self.best }
    }
}
