//! Related articles: the documents that share the most characteristic terms.

use crate::document::{Document, Span};
use crate::hash::FastMap;
use crate::names::{EntityId, Names};
use crate::packed::{PackedDocument, tokenize_all};
use crate::terms::{Term, Terms, content_word};
use crate::tokenized::TokenizedDocument;
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
    let documents = tokenize_all(documents);
    related_of(&documents, &Terms::new(&documents, names))
}

/// Does the same as [`related`] for documents that are tokenized.
pub(crate) fn related_of(documents: &[PackedDocument<'_>], terms: &Terms) -> Vec<Vec<Related>> {
    let vectors = TermVectors::new(documents, terms);
    documents
        .par_iter()
        .enumerate()
        .map(|(document_index, document)| {
            let overlaps = vectors.most_similar(document_index);
            if overlaps.is_empty() {
                return Vec::new();
            }
            let document = document.open();
            let overlaps = overlaps.into_iter();
            overlaps.map(|(other, overlap)| overlap.explain(&document, other, terms)).collect()
        })
        .collect()
}

/// The documents as vectors of weighted terms.
struct TermVectors<'t> {
    terms: &'t Terms,
    /// The length of each document's vector.
    norms: Vec<f64>,
    /// For each document, true if it has prose.
    has_prose: Vec<bool>,
    /// For each compared term, the documents with prose that contain it, and its weight there.
    postings: FastMap<Term, Vec<(usize, f64)>>,
}

impl<'t> TermVectors<'t> {
    fn new(documents: &[PackedDocument<'_>], terms: &'t Terms) -> Self {
        let has_prose: Vec<bool> = documents.iter().map(PackedDocument::has_prose).collect();
        let norm = |frequencies: &Vec<(Term, u32)>| {
            let weights =
                frequencies.iter().map(|(term, frequency)| terms.weight(term, *frequency));
            weights.map(|weight| weight.powi(2)).sum::<f64>().sqrt()
        };
        let norms = terms.frequencies.par_iter().map(norm).collect();
        let mut postings: FastMap<Term, Vec<(usize, f64)>> = FastMap::default();
        for (document_index, (frequencies, has_prose)) in
            terms.frequencies.iter().zip(&has_prose).enumerate()
        {
            if !has_prose {
                continue;
            }
            for (term, frequency) in frequencies {
                if (2..=MAX_DOCUMENT_FREQUENCY).contains(&terms.document_frequency(term)) {
                    let weight = terms.weight(term, *frequency);
                    postings.entry(*term).or_default().push((document_index, weight));
                }
            }
        }
        Self { terms, norms, has_prose, postings }
    }

    /// Returns the documents that are most similar to the document `document_index`, the most
    /// similar first, with the terms that they share.
    fn most_similar(&self, document_index: usize) -> Vec<(usize, Overlap)> {
        if self.has_prose.get(document_index) != Some(&true) {
            return Vec::new();
        }
        let mut overlaps: FastMap<usize, Overlap> = FastMap::default();
        let all = &self.terms.frequencies;
        for (term, frequency) in all.get(document_index).into_iter().flatten() {
            let Some(postings) = self.postings.get(term) else { continue };
            let weight = self.terms.weight(term, *frequency);
            for (other, other_weight) in postings {
                if *other == document_index {
                    continue;
                }
                let product = weight * other_weight;
                let overlap = overlaps.entry(*other).or_default();
                overlap.dot_product += product;
                overlap.terms.push((product, *term));
            }
        }
        let mut similar: Vec<(f64, usize, Overlap)> = overlaps
            .into_iter()
            .map(|(other, overlap)| {
                let cosine = overlap.dot_product / (self.norm(document_index) * self.norm(other));
                (cosine, other, overlap)
            })
            .filter(|(cosine, ..)| *cosine >= MIN_SIMILARITY)
            .collect();
        similar.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        similar.truncate(MAX_RELATED);
        similar.into_iter().map(|(_, other, overlap)| (other, overlap)).collect()
    }

    fn norm(&self, document_index: usize) -> f64 {
        self.norms.get(document_index).copied().unwrap_or_default().max(f64::EPSILON)
    }
}

/// The terms that two documents share.
#[derive(Default)]
struct Overlap {
    /// The sum of the products of the terms' weights in both documents.
    dot_product: f64,
    /// Each shared term with that product.
    terms: Vec<(f64, Term)>,
}

impl Overlap {
    /// Explains why the document `other` is related to `document`. The rarest terms are the best
    /// reasons.
    fn explain(mut self, document: &TokenizedDocument<'_>, other: usize, terms: &Terms) -> Related {
        let rarity = |term: &Term| terms.document_frequency(term);
        self.terms.sort_by(|a, b| {
            rarity(&a.1).cmp(&rarity(&b.1)).then(b.0.total_cmp(&a.0)).then(a.1.cmp(&b.1))
        });
        let mut entities = Vec::new();
        let mut words = Vec::new();
        for (_, term) in &self.terms {
            match term {
                Term::Entity(entity) => entities.push(*entity),
                Term::Word(word) => words.push(terms.text(*word)),
            }
        }
        entities.truncate(MAX_REASONS);
        words.truncate(MAX_REASONS - entities.len());
        let words = words.into_iter().filter_map(|word| first_occurrence(document, word)).collect();
        Related { document: other, entities, words }
    }
}

/// Returns the span of the first occurrence of a word in a document.
fn first_occurrence(document: &TokenizedDocument<'_>, word: &str) -> Option<Span> {
    document.passages.iter().enumerate().find_map(|(passage_index, passage)| {
        let tokens = if passage.is_roster { &[][..] } else { &passage.tokens };
        let token = tokens.iter().find(|token| content_word(token).as_deref() == Some(word))?;
        Some(Span { passage: passage_index, range: token.start..token.end() })
    })
}
