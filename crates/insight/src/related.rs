//! Related articles: the documents that share the most characteristic terms.

use crate::document::{Document, Span};
use crate::names::{EntityId, Names};
use crate::terms::{Term, Terms, content_word};
use crate::tokenized::TokenizedDocument;
use std::collections::{BTreeMap, HashMap};

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
    let documents: Vec<TokenizedDocument<'_>> =
        documents.iter().map(TokenizedDocument::new).collect();
    let terms = Terms::new(&documents, names);
    let has_prose: Vec<bool> = documents
        .iter()
        .map(|document| document.passages.iter().any(|passage| passage.role.is_prose()))
        .collect();
    let has_prose = |document: usize| has_prose.get(document).copied().unwrap_or_default();
    let norms: Vec<f64> = terms
        .frequencies
        .iter()
        .map(|frequencies| {
            let squares =
                frequencies.iter().map(|(term, frequency)| terms.weight(term, *frequency).powi(2));
            squares.sum::<f64>().sqrt()
        })
        .collect();
    let mut postings: HashMap<&Term, Vec<usize>> = HashMap::new();
    for (number, frequencies) in terms.frequencies.iter().enumerate() {
        if !has_prose(number) {
            continue;
        }
        for term in frequencies.keys() {
            if (2..=MAX_DOCUMENT_FREQUENCY).contains(&terms.document_frequency(term)) {
                postings.entry(term).or_default().push(number);
            }
        }
    }
    let mut out = Vec::new();
    for (number, frequencies) in terms.frequencies.iter().enumerate() {
        let mut similar: BTreeMap<usize, Overlap<'_>> = BTreeMap::new();
        for (term, frequency) in frequencies.iter().filter(|_| has_prose(number)) {
            let others = postings.get(term).into_iter().flatten();
            for other in others.filter(|other| **other != number) {
                let other_frequency = terms
                    .frequencies
                    .get(*other)
                    .and_then(|frequencies| frequencies.get(term))
                    .copied()
                    .unwrap_or_default();
                let product = terms.weight(term, *frequency) * terms.weight(term, other_frequency);
                let overlap = similar.entry(*other).or_default();
                overlap.dot_product += product;
                overlap.terms.push((product, term));
            }
        }
        let norm =
            |document: usize| norms.get(document).copied().unwrap_or_default().max(f64::EPSILON);
        let mut ranked: Vec<(f64, usize, Overlap<'_>)> = similar
            .into_iter()
            .map(|(other, overlap)| {
                (overlap.dot_product / (norm(number) * norm(other)), other, overlap)
            })
            .filter(|(cosine, ..)| *cosine >= MIN_SIMILARITY)
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.truncate(MAX_RELATED);
        let related = ranked
            .into_iter()
            .map(|(_, other, Overlap { terms: mut shared, .. })| {
                // The rarest terms are the best explanation.
                let rarity = |term: &Term| terms.document_frequency(term);
                shared.sort_by(|a, b| {
                    rarity(a.1).cmp(&rarity(b.1)).then(b.0.total_cmp(&a.0)).then(a.1.cmp(b.1))
                });
                let entities: Vec<EntityId> = shared
                    .iter()
                    .filter_map(|(_, term)| match term {
                        Term::Entity(entity) => Some(*entity),
                        Term::Word(_) => None,
                    })
                    .take(MAX_REASONS)
                    .collect();
                let words = shared
                    .iter()
                    .filter_map(|(_, term)| match term {
                        Term::Word(word) => Some(word),
                        Term::Entity(_) => None,
                    })
                    .take(MAX_REASONS - entities.len())
                    .filter_map(|word| first_occurrence(documents.get(number)?, word))
                    .collect();
                Related { document: other, entities, words }
            })
            .collect();
        out.push(related);
    }
    out
}

/// The terms that two documents share.
#[derive(Default)]
struct Overlap<'t> {
    /// The sum of the products of the terms' weights in both documents.
    dot_product: f64,
    /// Each shared term with that product.
    terms: Vec<(f64, &'t Term)>,
}

/// Returns the span of the first occurrence of a word in a document.
fn first_occurrence(document: &TokenizedDocument<'_>, word: &str) -> Option<Span> {
    document.passages.iter().enumerate().find_map(|(number, passage)| {
        let token = passage
            .tokens
            .iter()
            .find(|token| content_word(token.text).as_deref() == Some(word))?;
        Some(Span { passage: number, range: token.start..token.end() })
    })
}
