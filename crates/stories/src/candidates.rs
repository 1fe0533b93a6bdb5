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
    let weights = |vector: &'_ Vector| {
        let length = vector.lengths.full.max(1e-9);
        vector.terms.iter().map(move |it| (it.term, it.full / length)).collect::<Vec<_>>()
    };
    let terms = postings(vectors.iter().map(weights));
    let runs = Runs::new(digests.iter().map(|it| it.fingerprints.as_slice()));
    let runs = runs.only(|places| places.len() <= MAX_RUN_DOCUMENTS);
    let of_document = |number: usize| {
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
        let number = number as u32;
        kept.into_iter().map(move |(other, _)| (number.min(other), number.max(other)))
    };
    let mut pairs: Vec<(u32, u32)> =
        (0..digests.len()).into_par_iter().flat_map_iter(of_document).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The documents with a term in their order, each with its weight.
type Postings = HashedMap<u32, Vec<(u32, f32)>>;

/// Lists the documents of each term.
fn postings<K: IntoIterator<Item = (u32, f32)>>(documents: impl Iterator<Item = K>) -> Postings {
    let mut postings = Postings::default();
    for (keys, number) in documents.zip(0..) {
        for (key, weight) in keys {
            let list = postings.entry(key).or_default();
            if list.last().is_none_or(|(last, _)| *last != number) {
                list.push((number, weight));
            }
        }
    }
    postings.retain(|_, list| list.len() > 1);
    postings
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
    let length = vector.lengths.full.max(1e-9);
    let mut keys: Vec<(f32, u32)> =
        vector.terms.iter().map(|it| (it.full / length, it.term)).collect();
    keys.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for (weight, term) in keys.into_iter().take(KEY_TERMS) {
        let Some(list) = terms.get(&term) else { continue };
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
