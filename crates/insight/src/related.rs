//! Related articles: the documents that share the most characteristic terms.

use crate::digest::{Digest, digests};
use crate::document::{Document, Span};
use crate::hash::FastMap;
use crate::names::{EntityId, Names};
use crate::packed::LazyDocuments;
use crate::terms::{Term, Terms, WordId};
use rayon::prelude::*;

/// A document that is related to another, with the reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The index of the related document.
    pub document: usize,
    /// Entities that both documents mention, the rarest first; at most three.
    pub entities: Vec<EntityId>,
    /// Words that both documents contain, the rarest first, as spans of the first document. With
    /// the entities they make three reasons at most.
    pub words: Vec<Span>,
}

/// The number of related documents that are listed for each document.
const MAX_RELATED: usize = 3;
/// The number of reasons that are given for each of them.
const MAX_REASONS: usize = 3;
/// The least similarity of related documents: the cosine of the angle between the vectors of their
/// weighted terms.
const MIN_SIMILARITY: f64 = 0.1;
/// Terms in more documents than this are not compared, so that the work stays linear in the text.
const MAX_DOCUMENT_FREQUENCY: u32 = 60;

/// Returns for each document the most similar ones, by their weighted terms and entities.
///
/// Only documents with prose are compared, because a headline has too few terms.
pub fn related(documents: &[Document<'_>], names: &Names) -> Vec<Vec<Related>> {
    let documents = LazyDocuments::new(&documents);
    let digests = digests(&documents, None);
    let terms = Terms::new(&digests, names);
    let vectors = TermVectors::new(&documents, &terms);
    digests.each(|index, digest| vectors.related(index, &digest))
}

/// The documents as vectors of weighted terms.
pub(crate) struct TermVectors<'t> {
    terms: &'t Terms,
    /// The length of each document's vector.
    norms: Vec<f64>,
    /// For each document, true if it has prose.
    has_prose: Vec<bool>,
    /// For each compared term, the documents with prose that contain it, and its weight there.
    postings: FastMap<Term, Vec<(usize, f64)>>,
}

impl<'t> TermVectors<'t> {
    pub(crate) fn new(documents: &LazyDocuments<'_>, terms: &'t Terms) -> Self {
        let has_prose: Vec<bool> = documents.facts().iter().map(|it| it.has_prose).collect();
        let norm = |index| {
            let frequencies = terms.frequencies(index);
            let weights =
                frequencies.iter().map(|(term, frequency)| terms.weight(term, *frequency));
            weights.map(|weight| weight.powi(2)).sum::<f64>().sqrt()
        };
        let norms = (0..has_prose.len()).into_par_iter().map(norm).collect();
        let mut postings: FastMap<Term, Vec<(usize, f64)>> = FastMap::default();
        for (document_index, has_prose) in has_prose.iter().enumerate() {
            if !has_prose {
                continue;
            }
            for (term, frequency) in terms.frequencies(document_index) {
                if (2..=MAX_DOCUMENT_FREQUENCY).contains(&terms.document_frequency(&term)) {
                    let weight = terms.weight(&term, frequency);
                    postings.entry(term).or_default().push((document_index, weight));
                }
            }
        }
        Self { terms, norms, has_prose, postings }
    }

    /// Returns the documents that are related to one of them, given its index.
    pub(crate) fn related(&self, index: usize, digest: &Digest) -> Vec<Related> {
        let similar = self.most_similar(index).into_iter();
        similar.map(|other| self.explain(index, other, digest)).collect()
    }

    /// Returns the documents that are most similar to the document `document_index`, the most
    /// similar first.
    fn most_similar(&self, document_index: usize) -> Vec<usize> {
        if self.has_prose.get(document_index) != Some(&true) {
            return Vec::new();
        }
        let mut dot_products: FastMap<usize, f64> = FastMap::default();
        for (term, frequency) in self.terms.frequencies(document_index) {
            let Some(postings) = self.postings.get(&term) else { continue };
            let weight = self.terms.weight(&term, frequency);
            for (other, other_weight) in postings {
                if *other != document_index {
                    *dot_products.entry(*other).or_default() += weight * other_weight;
                }
            }
        }
        let mut similar: Vec<(f64, usize)> = dot_products
            .into_iter()
            .map(|(other, dot_product)| {
                (dot_product / (self.norm(document_index) * self.norm(other)), other)
            })
            .filter(|(cosine, _)| *cosine >= MIN_SIMILARITY)
            .collect();
        similar.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        similar.truncate(MAX_RELATED);
        similar.into_iter().map(|(_, other)| other).collect()
    }

    /// Explains why a document is related to another. The rarest terms are the best reasons.
    fn explain(&self, index: usize, other: usize, digest: &Digest) -> Related {
        let mut shared = self.shared_terms(index, other);
        shared.sort_unstable_by(|a, b| {
            let by_weight = || b.product.total_cmp(&a.product).then(a.term.cmp(&b.term));
            a.document_frequency.cmp(&b.document_frequency).then_with(by_weight)
        });
        let mut entities = Vec::new();
        let mut words = Vec::new();
        for shared in &shared {
            match shared.term {
                Term::Entity(entity) => entities.push(entity),
                Term::Word(word) => words.push(word),
            }
        }
        entities.truncate(MAX_REASONS);
        words.truncate(MAX_REASONS - entities.len());
        let words =
            words.into_iter().filter_map(|word| self.first_use(index, word, digest)).collect();
        Related { document: other, entities, words }
    }

    /// Returns the compared terms that two documents share.
    fn shared_terms(&self, one: usize, other: usize) -> Vec<SharedTerm> {
        let mut others = self.terms.frequencies(other).into_iter().peekable();
        let frequencies = self.terms.frequencies(one).into_iter();
        let shared = frequencies.filter_map(|(term, frequency)| {
            while others.next_if(|(other, _)| *other < term).is_some() {}
            let (_, other_frequency) = others.next_if(|(other, _)| *other == term)?;
            self.postings.get(&term)?;
            let weights = [frequency, other_frequency].map(|it| self.terms.weight(&term, it));
            Some(SharedTerm {
                term,
                document_frequency: self.terms.document_frequency(&term),
                product: weights.iter().product(),
            })
        });
        shared.collect()
    }

    /// Returns the span of the first use of a word in a document.
    fn first_use(&self, index: usize, word: WordId, digest: &Digest) -> Option<Span> {
        let number = self.terms.words_of(index).binary_search(&word).ok()?;
        digest.uses.get(number)?.first.clone()
    }

    fn norm(&self, document_index: usize) -> f64 {
        self.norms.get(document_index).copied().unwrap_or_default().max(f64::EPSILON)
    }
}

/// A term that two documents share.
struct SharedTerm {
    term: Term,
    document_frequency: u32,
    /// The product of its weights in both documents.
    product: f64,
}
