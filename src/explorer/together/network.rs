//! The names that are together in the items of the results, and how strongly.
//!
//! The values of the facets of each item say which names it mentions, so no text is read.

use super::clusters::cluster_order;
use crate::explorer::order::{ascending, descending};
use crate::store::library::Library;
use crate::store::results::Results;
use cuttings_edition::{EntityId, EntityKind};
use cuttings_search::{DocId, ValueId};

/// The most names of a network: those in most items.
const MAX_NAMES: usize = 60;

/// The most pairs that a name brings into the network. Another name may bring it into more.
const MAX_PAIRS_OF_NAME: usize = 2;

/// The fewest items with both names of a pair.
const MIN_ITEMS: u32 = 2;

/// The least strength of a pair: chance alone reaches it in one of twenty cases.
const MIN_STRENGTH: u64 = 3_841;

/// Names and the strongest pairs among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Network {
    /// The names, each in at least one pair. Those of a cluster are next to each other.
    pub(super) names: Vec<NetworkName>,
    /// The strongest pairs, the strongest first.
    pub(super) pairs: Vec<Pair>,
    /// For each name, the number of items with it and each name.
    counts: Vec<Vec<u32>>,
    /// The number of items.
    total: u32,
}

/// A name of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NetworkName {
    pub(super) entity: EntityId,
    /// The number of items that mention it.
    pub(super) items: u32,
}

/// Two names that are together more often than by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The two, as positions in the names of the network, in ascending order.
    pub(super) names: [usize; 2],
    /// The number of items that mention both.
    pub(super) items: u32,
    /// See [`strength`].
    pub(super) strength: u64,
}

impl Network {
    /// Counts among results.
    pub(super) fn new(library: &Library, results: &Results) -> Network {
        let names = frequent_names(library, results);
        let counts = count_pairs(library, results, &names);
        let total = u32::try_from(results.items.len()).unwrap_or(u32::MAX);
        let all = Network { names, pairs: Vec::new(), counts, total };
        let pairs = all.strongest_pairs();
        let order = cluster_order(all.names.len(), pairs.iter().map(|pair| pair.names));
        all.ordered(&order, pairs)
    }

    /// Returns the number of items with both of two names.
    pub(super) fn items(&self, one: usize, other: usize) -> u32 {
        self.counts.get(one).and_then(|counts| counts.get(other)).copied().unwrap_or_default()
    }

    /// Returns the strength of two names: 0 if they are not together more often than by chance.
    pub(super) fn strength(&self, one: usize, other: usize) -> u64 {
        let of = |name: usize| self.names.get(name).map_or(0, |name| name.items);
        strength(self.items(one, other), of(one), of(other), self.total)
    }

    /// Returns the part of the network with at most `most` names: those of the strongest pairs.
    pub(super) fn limited_to(&self, most: usize) -> Network {
        let mut kept: Vec<usize> = Vec::new();
        for pair in &self.pairs {
            let new: Vec<usize> =
                pair.names.into_iter().filter(|name| !kept.contains(name)).collect();
            if kept.len() + new.len() <= most {
                kept.extend(new);
            }
        }
        kept.sort_unstable();
        let pairs = self.pairs.iter().filter(|pair| pair.names.iter().all(|it| kept.contains(it)));
        self.ordered(&kept, pairs.copied().collect())
    }

    /// Returns the pairs that are among the strongest of one of their names.
    fn strongest_pairs(&self) -> Vec<Pair> {
        let count = self.names.len();
        let mut pairs: Vec<Pair> = Vec::new();
        for other in 0..count {
            for one in 0..other {
                let (items, strength) = (self.items(one, other), self.strength(one, other));
                if items >= MIN_ITEMS && strength >= MIN_STRENGTH {
                    pairs.push(Pair { names: [one, other], items, strength });
                }
            }
        }
        let strongest_first = ascending(pairs.iter().map(|pair| descending(pair.strength)));
        let strongest_first = strongest_first.into_iter().filter_map(|pair| pairs.get(pair));
        let mut pairs: Vec<Pair> = strongest_first.copied().collect();
        let mut taken = vec![0; count];
        pairs.retain(|pair| {
            let mut is_strong = false;
            for name in pair.names {
                if let Some(taken) = taken.get_mut(name) {
                    is_strong |= *taken < MAX_PAIRS_OF_NAME;
                    *taken += 1;
                }
            }
            is_strong
        });
        pairs
    }

    /// Returns the network with these of its names, in this order. Each pair has two of them.
    fn ordered(&self, order: &[usize], mut pairs: Vec<Pair>) -> Network {
        let mut places = vec![0; self.names.len()];
        for (place, name) in order.iter().enumerate() {
            if let Some(slot) = places.get_mut(*name) {
                *slot = place;
            }
        }
        for pair in &mut pairs {
            pair.names = pair.names.map(|name| places.get(name).copied().unwrap_or_default());
            pair.names.sort_unstable();
        }
        let row = |one: &usize| order.iter().map(|other| self.items(*one, *other)).collect();
        Network {
            names: order.iter().filter_map(|name| self.names.get(*name)).copied().collect(),
            pairs,
            counts: order.iter().map(row).collect(),
            total: self.total,
        }
    }
}

/// Returns the names in most of the results.
fn frequent_names(library: &Library, results: &Results) -> Vec<NetworkName> {
    let mut names: Vec<NetworkName> = Vec::new();
    for kind in EntityKind::ALL {
        let Some(facet) = library.index().facet(kind.facet()) else { continue };
        let mut counts = vec![0_u32; facet.len()];
        for item in results.items.iter() {
            for value in facet.values_of(DocId(item.0)) {
                if let Some(count) = counts.get_mut(value.0 as usize) {
                    *count += 1;
                }
            }
        }
        let counted = (0..).zip(counts).filter(|(_, items)| *items >= MIN_ITEMS);
        names.extend(counted.map(|(value, items)| {
            let entity = EntityId { kind, value: ValueId(value) };
            NetworkName { entity, items }
        }));
    }
    let most_first = ascending(names.iter().map(|name| descending(name.items.into())));
    let names = most_first.into_iter().filter_map(|name| names.get(name)).copied();
    names.take(MAX_NAMES).collect()
}

/// Returns for each name the number of results with it and each of the names.
fn count_pairs(library: &Library, results: &Results, names: &[NetworkName]) -> Vec<Vec<u32>> {
    let mut counts = vec![vec![0_u32; names.len()]; names.len()];
    let kinds = EntityKind::ALL.into_iter().filter_map(|kind| {
        let facet = library.index().facet(kind.facet())?;
        // The places of the names among all values of the facet.
        let mut places = vec![None; facet.len()];
        let of_kind = names.iter().enumerate().filter(|(_, name)| name.entity.kind == kind);
        for (place, name) in of_kind {
            if let Some(slot) = places.get_mut(name.entity.value.0 as usize) {
                *slot = Some(place);
            }
        }
        Some((facet, places))
    });
    let kinds: Vec<_> = kinds.collect();
    let mut found: Vec<usize> = Vec::new();
    for item in results.items.iter() {
        found.clear();
        for (facet, places) in &kinds {
            let values = facet.values_of(DocId(item.0));
            found.extend(values.filter_map(|value| places.get(value.0 as usize).copied()?));
        }
        // Damaged bytes may repeat a value.
        found.sort_unstable();
        found.dedup();
        for one in &found {
            let Some(row) = counts.get_mut(*one) else { continue };
            for other in &found {
                if let Some(count) = row.get_mut(*other) {
                    *count += 1;
                }
            }
        }
    }
    counts
}

/// Returns the log-likelihood ratio of a pair in thousandths: how little its items agree with two
/// names that are independent of each other (Dunning, 1993). A frequent pair of frequent names has
/// less than one whose names are seldom without each other. 0 if the pair is in no more items than
/// by chance.
fn strength(both: u32, one: u32, other: u32, total: u32) -> u64 {
    let [both, one, other, total] = [both, one, other, total].map(f64::from);
    if both * total <= one * other {
        return 0;
    }
    let cells = [
        (both, one, other),
        (one - both, one, total - other),
        (other - both, total - one, other),
        (total - one - other + both, total - one, total - other),
    ];
    let terms = cells.into_iter().filter(|(cell, ..)| *cell > 0.0);
    let sum: f64 =
        terms.map(|(cell, row, column)| cell * (cell * total / (row * column)).ln()).sum();
    // Damaged bytes give any counts; a number that is none becomes 0.
    (2000.0 * sum).round() as u64
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use proptest::prelude::*;

    /// Returns the pairs of the network of the results, as texts.
    fn pairs(library: &Library, search: &str) -> Vec<String> {
        let network = Network::new(library, &fixture::results(library, search));
        let name = |at: usize| library.entity(network.names[at].entity).unwrap().name;
        let pairs = network.pairs.iter();
        pairs
            .map(|Pair { names: [one, other], items, .. }| {
                let mut names = [name(*one), name(*other)];
                names.sort_unstable();
                format!("{} + {}: {items}", names[0], names[1])
            })
            .collect()
    }

    #[test]
    fn names_that_are_seldom_apart_are_pairs() {
        let library = fixture::named_together();
        let all = pairs(&library, "");
        assert_eq!(all, ["Ada Berg + Norden: 3", "Ines Holm + Osthafen: 2"]);
        assert_eq!(pairs(&library, "section=Weather"), [""; 0]);
    }

    #[test]
    fn pairs_of_names_that_are_everywhere_are_weak() {
        assert_eq!(strength(90, 90, 100, 100), 0);
        assert!(strength(12, 12, 12, 100) > strength(81, 90, 89, 100));
        assert_eq!(strength(0, 0, 0, 0), 0);
        // 2 · 10 · (10 ln 2) / 10 = 13.86: each item has both or none.
        assert_eq!(strength(5, 5, 5, 10), 13_863);
    }

    #[test]
    fn a_smaller_network_has_the_strongest_pairs() {
        let library = fixture::named_together();
        let network = Network::new(&library, &fixture::results(&library, ""));
        let small = network.limited_to(3);
        assert_eq!((small.names.len(), small.pairs.len()), (2, 1));
        assert_eq!(small.pairs[0].strength, network.pairs[0].strength);
        assert_eq!(small.items(0, 1), 3);
        assert_eq!(small.strength(0, 1), small.pairs[0].strength);
    }

    proptest! {
        #[test]
        fn any_counts_have_a_strength(both: u32, one: u32, other: u32, total: u32) {
            strength(both, one, other, total);
        }
    }
}
