//! Weighted terms: what a document is about, as the entities and the content words in it.

use crate::digest::{Digest, Digests};
use crate::hash::FastMap;
use crate::names::{EntityId, Mention, Names};
use crate::packed::{Bytes, push};

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
    frequencies: Vec<PackedFrequencies>,
    /// For each document, its words in their order, also those that do not count.
    of_documents: Vec<Box<[WordId]>>,
    /// For each term, the number of documents that contain it.
    document_frequencies: FastMap<Term, u32>,
}

/// The weight of an entity relative to a word, because a name says more about the subject.
const ENTITY_BOOST: f64 = 2.0;

impl Terms {
    pub(crate) fn new(digests: &Digests, names: &Names) -> Self {
        let vocabulary = digests.vocabulary();
        let ids = vocabulary.iter().map(String::as_str).zip((0..).map(WordId));
        let ids: FastMap<&str, WordId> = ids.collect();
        let terms = digests.each(|index, digest| {
            let words: Vec<WordId> =
                digest.words().filter_map(|word| ids.get(word).copied()).collect();
            let mentions = names.mentions.get(index).map_or(&[][..], Vec::as_slice);
            let frequencies = frequencies(&digest, &words, mentions);
            (PackedFrequencies::new(&frequencies), words.into_boxed_slice())
        });
        let (frequencies, of_documents): (Vec<_>, Vec<_>) = terms.into_iter().unzip();
        let mut document_frequencies: FastMap<Term, u32> = FastMap::default();
        for (term, _) in frequencies.iter().flat_map(PackedFrequencies::open) {
            *document_frequencies.entry(term).or_default() += 1;
        }
        Self { frequencies, of_documents, document_frequencies }
    }

    /// Returns how often a document contains each of its terms, in their order.
    pub(crate) fn frequencies(&self, document_index: usize) -> Vec<(Term, u32)> {
        self.frequencies.get(document_index).map(PackedFrequencies::open).unwrap_or_default()
    }

    /// Returns the words of a document in their order.
    pub(crate) fn words_of(&self, document_index: usize) -> &[WordId] {
        self.of_documents.get(document_index).map(|words| &**words).unwrap_or_default()
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

/// The terms of a document and their frequencies in two or three bytes for each.
struct PackedFrequencies(Box<[u8]>);

impl PackedFrequencies {
    /// Packs terms in their order: the entities, then the words.
    fn new(frequencies: &[(Term, u32)]) -> Self {
        let entities = frequencies.iter().filter(|(term, _)| matches!(term, Term::Entity(_)));
        let mut bytes = Vec::new();
        push(&mut bytes, entities.count() as u64);
        let mut preceding = Term::Entity(EntityId(0));
        for (term, frequency) in frequencies {
            let distance = match (preceding, term) {
                (Term::Entity(EntityId(before)), Term::Entity(EntityId(id)))
                | (Term::Word(WordId(before)), Term::Word(WordId(id))) => id.wrapping_sub(before),
                (_, Term::Entity(EntityId(id)) | Term::Word(WordId(id))) => *id,
            };
            push(&mut bytes, u64::from(distance));
            push(&mut bytes, u64::from(*frequency));
            preceding = *term;
        }
        Self(bytes.into())
    }

    /// Returns the terms.
    fn open(&self) -> Vec<(Term, u32)> {
        let mut bytes = Bytes(&self.0);
        let mut frequencies = Vec::new();
        let entities = bytes.next();
        let mut id = 0_u32;
        while !bytes.is_at_end() {
            let is_entity = (frequencies.len() as u64) < entities;
            if frequencies.len() as u64 == entities {
                id = 0;
            }
            id = id.wrapping_add(bytes.next() as u32);
            let term = if is_entity { Term::Entity(EntityId(id)) } else { Term::Word(WordId(id)) };
            frequencies.push((term, bytes.next() as u32));
        }
        frequencies
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn frequencies_survive(
            entities in prop::collection::btree_map(any::<u32>(), any::<u32>(), 0..9),
            words in prop::collection::btree_map(any::<u32>(), any::<u32>(), 0..9),
        ) {
            let entities = entities.into_iter().map(|(id, count)| (Term::Entity(EntityId(id)), count));
            let words = words.into_iter().map(|(id, count)| (Term::Word(WordId(id)), count));
            let frequencies: Vec<(Term, u32)> = entities.chain(words).collect();
            prop_assert_eq!(PackedFrequencies::new(&frequencies).open(), frequencies);
        }
    }
}
