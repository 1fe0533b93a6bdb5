//! The stories of a collection.

use crate::candidates::candidates;
use crate::cluster::{Edge, cluster};
use crate::digest::Digest;
use crate::evidence::{Evidence, content_similarity, evidence, odds};
use crate::templates::Templates;
use crate::vectors::Vector;
use crate::vocabulary::Vocabulary;
use rayon::prelude::*;

/// Groups are joined while their similarity, as the logarithm of odds, is at least this in a large
/// collection, …
const THRESHOLD: f32 = -0.5;
/// … which has so many documents. In a smaller one, fewer documents tell which words are common.
const LARGE: f32 = 20_000.0;
/// The threshold rises by this with each division of the number by *e*, and no higher than this.
const RISE: f32 = 0.3;
const MAX_THRESHOLD: f32 = 0.7;
/// The number of most similar documents that tell how crowded the surroundings of one are.
const CROWD: usize = 10;
/// Pairs with less are taken as not given.
const MIN_ODDS: f32 = -4.0;

/// The number of a story, from 0. A story with a lower number has the earlier first document in the
/// order of the collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StoryId(pub u32);

/// The stories of a collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stories {
    /// The story of each document, or `None` if no other document tells it.
    pub of_documents: Vec<Option<StoryId>>,
    /// The documents of each story: two and more. The earliest day comes first, then those without
    /// a day; documents of one day are in the order of the collection.
    pub documents: Vec<Vec<usize>>,
}

impl Stories {
    /// Returns the story of a document.
    pub fn of(&self, document: usize) -> Option<StoryId> {
        self.of_documents.get(document).copied().flatten()
    }
}

/// Groups the documents of a collection by the events that they tell of.
///
/// Time and memory grow with the text, not with the number of pairs.
pub fn stories(digests: &[Digest]) -> Stories {
    let Ordered { order, digests: ordered } = Ordered::new(digests);
    let edges: Vec<Edge> =
        edges(&ordered, |evidence| Some(odds(evidence)).filter(|odds| *odds > MIN_ODDS));
    let groups = cluster(ordered.len(), &edges, threshold(ordered.len()));
    let mut is_grouped = vec![false; ordered.len()];
    for number in groups.iter().flatten() {
        if let Some(is_grouped) = is_grouped.get_mut(*number as usize) {
            *is_grouped = true;
        }
    }
    let in_collection = |number: &u32| order.get(*number as usize).into_iter().flatten().copied();
    let mut documents: Vec<Vec<usize>> =
        groups.iter().map(|group| group.iter().flat_map(in_collection).collect()).collect();
    // Equal documents are a story of their own, if no other tells it.
    let alone = order.iter().zip(is_grouped).filter(|(equal, is)| equal.len() > 1 && !is);
    documents.extend(alone.map(|(equal, _)| equal.clone()));
    for group in &mut documents {
        group.sort_by_key(|number| {
            let day = digests.get(*number).and_then(|digest| digest.day);
            (day.is_none(), day, *number)
        });
    }
    documents.sort_by_key(|group| group.iter().min().copied());
    let mut of_documents = vec![None; digests.len()];
    for (group, number) in documents.iter().zip(0..) {
        for document in group {
            if let Some(story) = of_documents.get_mut(*document) {
                *story = Some(StoryId(number));
            }
        }
    }
    Stories { of_documents, documents }
}

/// Returns the least similarity of groups that are joined, in a collection of so many documents.
fn threshold(count: usize) -> f32 {
    let rise = RISE * (LARGE / count.max(1) as f32).ln().max(0.0);
    (THRESHOLD + rise).min(MAX_THRESHOLD)
}

/// Returns the evidence from each pair of documents that is compared, to fit its weights.
pub fn evidence_of_pairs(digests: &[Digest]) -> Vec<(usize, usize, Evidence)> {
    let Ordered { order, digests } = Ordered::new(digests);
    let place = |number: u32| {
        order.get(number as usize).and_then(|equal| equal.first()).copied().unwrap_or_default()
    };
    let pairs = edges(&digests, |evidence| Some(*evidence)).into_iter();
    pairs.map(|(one, other, evidence)| (place(one), place(other), evidence)).collect()
}

/// Compares all pairs that may tell one story, and returns what `read` makes of the evidence.
fn edges<T: Send>(
    digests: &[&Digest],
    read: impl Fn(&Evidence) -> Option<T> + Sync,
) -> Vec<(u32, u32, T)> {
    let vocabulary = Vocabulary::new(digests);
    let templates = Templates::new(digests);
    let vectors: Vec<Vector> = digests
        .par_iter()
        .enumerate()
        .map(|(at, digest)| Vector::new(digest, &templates.marks(at, digest), &vocabulary))
        .collect();
    drop((vocabulary, templates));
    let pairs = candidates(digests, &vectors);
    let of = |number: u32| Some((*digests.get(number as usize)?, vectors.get(number as usize)?));
    let crowds = crowds(&pairs, &vectors);
    let crowd = |number: u32| crowds.get(number as usize).copied().unwrap_or_default();
    let compared = pairs.par_iter().filter_map(|(one, other)| {
        let crowd = crowd(*one).max(crowd(*other));
        Some((*one, *other, read(&evidence(of(*one)?, of(*other)?, crowd))?))
    });
    compared.collect()
}

/// Returns for each document how similar its most similar candidates are: the mean of some. A
/// document of a series has many that are similar, one of a story only a few.
fn crowds(pairs: &[(u32, u32)], vectors: &[Vector]) -> Vec<f32> {
    let similarity = |(one, other): &(u32, u32)| {
        let vectors = (vectors.get(*one as usize), vectors.get(*other as usize));
        if let (Some(one), Some(other)) = vectors { content_similarity(one, other) } else { 0.0 }
    };
    let similarities: Vec<f32> = pairs.par_iter().map(similarity).collect();
    // The greatest of each document, in falling order.
    let mut greatest = vec![[0.0_f32; CROWD]; vectors.len()];
    for ((one, other), similarity) in pairs.iter().zip(similarities) {
        for number in [one, other] {
            let Some(greatest) = greatest.get_mut(*number as usize) else { continue };
            let mut next = similarity;
            for kept in greatest.iter_mut().filter(|kept| **kept < similarity) {
                std::mem::swap(kept, &mut next);
            }
        }
    }
    greatest.iter().map(|greatest| greatest.iter().sum::<f32>() / CROWD as f32).collect()
}

/// Documents in an order that does not depend on that of the collection. Equal ones are one, and
/// those without words are left out.
struct Ordered<'d> {
    /// The places of each document in the collection.
    order: Vec<Vec<usize>>,
    digests: Vec<&'d Digest>,
}

impl<'d> Ordered<'d> {
    /// Sorts documents by their days, then by their contents.
    fn new(digests: &'d [Digest]) -> Self {
        let mut all: Vec<(usize, &Digest)> =
            digests.iter().enumerate().filter(|(_, digest)| !digest.terms.is_empty()).collect();
        all.sort_by_key(|(number, digest)| (digest.day, digest.key, *number));
        let equal = all.chunk_by(|(_, one), (_, other)| one.key == other.key);
        let order = equal.clone().map(|equal| equal.iter().map(|(number, _)| *number).collect());
        let digests = equal.filter_map(|equal| Some(equal.first()?.1));
        Self { order: order.collect(), digests: digests.collect() }
    }
}
