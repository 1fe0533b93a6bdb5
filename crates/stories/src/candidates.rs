//! Pairs of documents that may tell the same story: those that share weighty terms within some
//! days, or runs of words at any time. No pass compares all pairs.

use crate::digest::Digest;
use crate::hash::HashedMap;
use crate::runs::Runs;
use crate::vectors::Vector;
use rayon::prelude::*;

/// The number of terms by which a document finds others: its weightiest.
const KEY_TERMS: usize = 24;
/// Of the documents with a term, so many before and after a document are its neighbours.
const NEIGHBOURS: usize = 100;
/// Documents that are further apart are found by shared runs of words only.
const MAX_DAYS: u32 = 14;
/// The least similarity by the terms that find documents, and the number of documents kept.
const MIN_SIMILARITY: f32 = 0.06;
const MAX_CANDIDATES: usize = 40;
/// Runs of words in more documents than this find none.
const MAX_RUN_DOCUMENTS: usize = 40;
/// The least number of runs that two documents share to be compared for these alone.
const MIN_RUNS: u32 = 3;

/// Returns the candidates of each document, as sorted pairs of its number and a greater one.
/// Documents are in the order of their days.
pub(crate) fn candidates(digests: &[&Digest], vectors: &[Vector]) -> Vec<(u32, u32)> {
    // Runs first: the list of all of them is far longer than that of those that are shared.
    let runs = Runs::new(digests.iter().map(|it| it.fingerprints.as_slice()));
    let runs = runs.only(|places| places.len() <= MAX_RUN_DOCUMENTS);
    let terms = Postings::new(vectors);
    let others_of = |number: usize| {
        let mut similar: HashedMap<u32, (f32, u32)> = HashedMap::default();
        by_terms(number, digests, vectors, &terms, &mut similar);
        by_runs(number, digests, &runs, &mut similar);
        let mut kept: Vec<(u32, f32)> = similar
            .into_iter()
            .filter(|(_, (similarity, runs))| *similarity >= MIN_SIMILARITY || *runs >= MIN_RUNS)
            .map(|(other, (similarity, runs))| (other, similarity + runs as f32 / 50.0))
            .collect();
        kept.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        kept.truncate(MAX_CANDIDATES);
        kept.into_iter().map(|(other, _)| other)
    };
    let pair = |number: u32, other: u32| (number.min(other), number.max(other));
    let mut pairs: Vec<(u32, u32)>;
    if cfg!(target_family = "wasm") {
        // There is one thread. A list of all pairs would grow while most memory is in use.
        let lists = Lists::new(digests.len(), others_of);
        drop((terms, runs));
        pairs = Vec::with_capacity(lists.others.len());
        for number in 0..digests.len() {
            pairs.extend(lists.of(number).iter().map(|other| pair(number as u32, *other)));
        }
    } else {
        let pairs_of = |number| others_of(number).map(move |other| pair(number as u32, other));
        pairs = (0..digests.len()).into_par_iter().flat_map_iter(pairs_of).collect();
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The candidates of each document, apart from those that found it before.
struct Lists {
    others: Vec<u32>,
    /// The end of each list.
    ends: Vec<usize>,
}

impl Lists {
    fn new<O: Iterator<Item = u32>>(count: usize, others_of: impl Fn(usize) -> O) -> Self {
        let mut lists = Self { others: Vec::new(), ends: Vec::with_capacity(count) };
        for number in 0..count {
            for other in others_of(number) {
                if !lists.of(other as usize).contains(&(number as u32)) {
                    lists.others.push(other);
                }
            }
            lists.ends.push(lists.others.len());
        }
        lists
    }

    /// Returns the list of a document; an empty one if there is none yet.
    fn of(&self, number: usize) -> &[u32] {
        let before = number.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.others.get(before.copied().unwrap_or_default()..end).unwrap_or_default()
    }
}

/// For each of the terms by which any document finds others, the documents in their order, each
/// with the weight of the term. Many short lists fit between values that stay.
struct Postings(HashedMap<u32, Vec<(u32, f32)>>);

impl Postings {
    /// Counts the documents of each term before it lists them, so that no list grows.
    fn new(vectors: &[Vector]) -> Self {
        let mut counts: HashedMap<u32, u32> = HashedMap::default();
        for vector in vectors {
            counts.extend(key_terms(vector).into_iter().map(|(_, term)| (term, 0)));
        }
        for it in vectors.iter().flat_map(|vector| &vector.terms) {
            if let Some(count) = counts.get_mut(&it.term) {
                *count += 1;
            }
        }
        let shared = counts.into_iter().filter(|(_, count)| *count > 1);
        let lists = shared.map(|(term, count)| (term, Vec::with_capacity(count as usize)));
        let mut lists: HashedMap<u32, Vec<(u32, f32)>> = lists.collect();
        for (vector, number) in vectors.iter().zip(0..) {
            for it in &vector.terms {
                if let Some(list) = lists.get_mut(&it.term) {
                    list.push((number, it.full() / vector.length()));
                }
            }
        }
        Self(lists)
    }

    fn of(&self, term: u32) -> &[(u32, f32)] {
        self.0.get(&term).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Returns the terms by which a document finds others, with their weights.
fn key_terms(vector: &Vector) -> Vec<(f32, u32)> {
    let terms = vector.terms.iter();
    let mut terms: Vec<(f32, u32)> =
        terms.map(|it| (it.full() / vector.length(), it.term)).collect();
    terms.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    terms.truncate(KEY_TERMS);
    terms
}

/// Adds the similarity of documents that share weighty terms.
fn by_terms(
    number: usize,
    digests: &[&Digest],
    vectors: &[Vector],
    terms: &Postings,
    similar: &mut HashedMap<u32, (f32, u32)>,
) {
    let (Some(vector), Some(digest)) = (vectors.get(number), digests.get(number)) else { return };
    for (weight, term) in key_terms(vector) {
        let list = terms.of(term);
        let at = list.partition_point(|(other, _)| (*other as usize) < number);
        let near = list.iter().skip(at.saturating_sub(NEIGHBOURS)).take(2 * NEIGHBOURS + 1);
        for (other, other_weight) in near.filter(|(other, _)| *other as usize != number) {
            let days = digests.get(*other as usize).and_then(|other| digest.days_between(other));
            if days.is_none_or(|days| days <= MAX_DAYS) {
                similar.entry(*other).or_default().0 += weight * other_weight;
            }
        }
    }
}

/// Counts the runs of words that documents share.
fn by_runs(
    number: usize,
    digests: &[&Digest],
    runs: &Runs,
    similar: &mut HashedMap<u32, (f32, u32)>,
) {
    let fingerprints = digests.get(number).into_iter().flat_map(|digest| &digest.fingerprints);
    for fingerprint in fingerprints {
        let places = runs.places(fingerprint.hash).iter();
        for other in places.map(|it| it.document).filter(|other| *other as usize != number) {
            similar.entry(other).or_default().1 += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_pair_is_listed_once(
            found in prop::collection::vec(prop::collection::btree_set(0_u32..9, 0..9), 0..9)
        ) {
            let others = |number: usize| {
                let others = found[number].iter().copied();
                others.filter(move |other| *other as usize != number)
            };
            let pair = |number: usize, other: u32| {
                let number = number as u32;
                (other.min(number), other.max(number))
            };
            let lists = Lists::new(found.len(), others);
            let all = |of: &dyn Fn(usize) -> Vec<u32>| {
                let of_number =
                    |number| of(number).into_iter().map(move |other| pair(number, other));
                let pairs = (0..found.len()).flat_map(of_number);
                let mut pairs: Vec<(u32, u32)> = pairs.collect();
                pairs.sort_unstable();
                pairs
            };
            let mut expected = all(&|number| others(number).collect());
            expected.dedup();
            prop_assert_eq!(all(&|number| lists.of(number).to_vec()), expected);
        }
    }
}
