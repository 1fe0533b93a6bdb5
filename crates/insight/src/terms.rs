//! Weighted terms: what a document is about, as the entities and the content words in it.

use crate::digest::Digest;
use crate::hash::{FastMap, FastSet};
use crate::names::{EntityId, Mention, Names};
use rayon::prelude::*;

/// A term of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Term {
    Entity(EntityId),
    Word(WordId),
}

/// A word in lower case, without the "s" of a plural. The order is that of the alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordId(u32);

/// The terms of all documents, with their frequencies.
pub(crate) struct Terms {
    /// For each document, how often it contains each of its terms, in their order.
    pub(crate) frequencies: Vec<Vec<(Term, u32)>>,
    /// For each document, its words in their order, also those that do not count.
    of_documents: Vec<Vec<WordId>>,
    /// For each term, the number of documents that contain it.
    document_frequencies: FastMap<Term, u32>,
}

/// The weight of an entity relative to a word, because a name says more about the subject.
const ENTITY_BOOST: f64 = 2.0;

impl Terms {
    pub(crate) fn new<'d>(digests: &'d [Digest], names: &Names) -> Self {
        let words = |mut words: FastSet<&'d str>, digest: &'d Digest| {
            words.extend(digest.words());
            words
        };
        let runs = digests.par_iter().with_min_len(DOCUMENTS_PER_RUN);
        let runs: Vec<FastSet<&'d str>> = runs.fold(FastSet::default, words).collect();
        let mut words: Vec<&'d str> = runs.into_iter().flatten().collect();
        words.par_sort_unstable();
        words.dedup();
        let ids: FastMap<&'d str, WordId> = words.iter().copied().zip((0..).map(WordId)).collect();
        let of_document = |(index, digest): (usize, &Digest)| {
            let words: Vec<WordId> =
                digest.words().filter_map(|word| ids.get(word).copied()).collect();
            let mentions = names.mentions.get(index).map_or(&[][..], Vec::as_slice);
            (frequencies(digest, &words, mentions), words)
        };
        let (frequencies, of_documents): (Vec<_>, Vec<_>) =
            digests.par_iter().enumerate().map(of_document).unzip();
        let mut document_frequencies: FastMap<Term, u32> = FastMap::default();
        for (term, _) in frequencies.iter().flatten() {
            *document_frequencies.entry(*term).or_default() += 1;
        }
        Self { frequencies, of_documents, document_frequencies }
    }

    /// Returns the words of a document in their order.
    pub(crate) fn words_of(&self, document_index: usize) -> &[WordId] {
        self.of_documents.get(document_index).map_or(&[], Vec::as_slice)
    }

    /// Returns the number of documents that contain a term.
    pub(crate) fn document_frequency(&self, term: &Term) -> u32 {
        self.document_frequencies.get(term).copied().unwrap_or_default()
    }

    /// Returns the TF-IDF weight of a term that a document contains `frequency` times. Both factors
    /// are logarithmic.
    pub(crate) fn weight(&self, term: &Term, frequency: u32) -> f64 {
        let boost = if matches!(term, Term::Entity(_)) { ENTITY_BOOST } else { 1.0 };
        let documents = f64::from(self.document_frequency(term).max(1));
        let inverse = ((1 + self.frequencies.len()) as f64 / documents).ln();
        boost * inverse * (1.0 + f64::from(frequency).ln())
    }
}

/// The number of documents at least whose words are collected together.
const DOCUMENTS_PER_RUN: usize = 64;

/// Returns how often a document contains each of its terms, in their order. `words` and `mentions`
/// are those of the document.
fn frequencies(digest: &Digest, words: &[WordId], mentions: &[Mention]) -> Vec<(Term, u32)> {
    let is_roster = |mention: &&Mention| digest.rosters.contains(&mention.span.passage);
    let mentions = mentions.iter().filter(|mention| !is_roster(mention));
    let mut entities: Vec<EntityId> = mentions.map(|mention| mention.entity).collect();
    entities.sort_unstable();
    let entities = entities.chunk_by(|one, other| one == other);
    let entities = entities.filter_map(|run| Some((Term::Entity(*run.first()?), run.len() as u32)));
    let words = words.iter().zip(&digest.uses).filter(|(_, uses)| uses.frequency > 0);
    entities.chain(words.map(|(word, uses)| (Term::Word(*word), uses.frequency))).collect()
}
