//! Articles that go together, and why.

use crate::document::{Document, Reading, Span};
use crate::names::{EntityId, Names};
use crate::terms::{Term, Terms, term};
use std::collections::{BTreeMap, HashMap};

/// An article that goes with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// Which document.
    pub document: usize,
    /// What both name: the most telling first, three at most.
    pub entities: Vec<EntityId>,
    /// Words of the first document that both have, the most telling first: as many as make it three reasons.
    pub words: Vec<Span>,
}

/// No more than so many are given for an article.
const MOST: usize = 3;
/// How many reasons are given.
const REASONS: usize = 3;
/// How alike two documents have to be: the cosine of the angle between their weighted terms.
const ALIKE: f64 = 0.1;
/// A term in more documents than this joins nothing: it keeps the work in proportion to the text.
const MAX_DOCUMENTS: u32 = 60;

/// For each document the ones most like it, by weighted shared terms and entities.
///
/// Only documents with prose are compared: a headline says too little.
pub fn related(documents: &[Document<'_>], names: &Names) -> Vec<Vec<Related>> {
    let readings: Vec<Reading<'_>> = documents.iter().map(Reading::of).collect();
    let terms = Terms::of(&readings, names);
    let has_prose: Vec<bool> = readings
        .iter()
        .map(|reading| reading.passages.iter().any(|passage| passage.role.is_prose()))
        .collect();
    let is_text = |document: usize| has_prose.get(document).copied().unwrap_or_default();
    let lengths: Vec<f64> = terms
        .counts
        .iter()
        .map(|count| {
            count.iter().map(|(term, times)| terms.weight(term, *times).powi(2)).sum::<f64>().sqrt()
        })
        .collect();
    let mut holders: HashMap<&Term, Vec<usize>> = HashMap::new();
    for (document, count) in
        terms.counts.iter().enumerate().filter(|(document, _)| is_text(*document))
    {
        for term in count.keys().filter(|term| (2..=MAX_DOCUMENTS).contains(&terms.documents(term)))
        {
            holders.entry(term).or_default().push(document);
        }
    }
    let mut out = Vec::new();
    for (document, count) in terms.counts.iter().enumerate() {
        let mut alike: BTreeMap<usize, Shared<'_>> = BTreeMap::new();
        for (term, times) in count.iter().filter(|_| is_text(document)) {
            for other in holders.get(term).into_iter().flatten().filter(|other| **other != document)
            {
                let there = terms
                    .counts
                    .get(*other)
                    .and_then(|count| count.get(term))
                    .copied()
                    .unwrap_or_default();
                let product = terms.weight(term, *times) * terms.weight(term, there);
                let shared = alike.entry(*other).or_default();
                shared.sum += product;
                shared.terms.push((product, term));
            }
        }
        let length =
            |document: usize| lengths.get(document).copied().unwrap_or_default().max(f64::EPSILON);
        let mut ranked: Vec<(f64, usize, Shared<'_>)> = alike
            .into_iter()
            .map(|(other, shared)| (shared.sum / (length(document) * length(other)), other, shared))
            .filter(|(cosine, ..)| *cosine >= ALIKE)
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.truncate(MOST);
        let related = ranked
            .into_iter()
            .map(|(_, other, Shared { terms: mut shared, .. })| {
                // The rarest first: what few articles name tells most of why these two go together.
                let rarity = |term: &Term| terms.documents(term);
                shared.sort_by(|a, b| {
                    rarity(a.1).cmp(&rarity(b.1)).then(b.0.total_cmp(&a.0)).then(a.1.cmp(b.1))
                });
                let entities: Vec<EntityId> =
                    shared
                        .iter()
                        .filter_map(|(_, term)| {
                            if let Term::Entity(entity) = term { Some(*entity) } else { None }
                        })
                        .take(REASONS)
                        .collect();
                let left = REASONS - entities.len();
                let words = shared.iter().filter_map(|(_, term)| {
                    if let Term::Word(word) = term { Some(word) } else { None }
                });
                let words = words
                    .take(left)
                    .filter_map(|word| first(readings.get(document)?, word))
                    .collect();
                Related { document: other, entities, words }
            })
            .collect();
        out.push(related);
    }
    out
}

/// What two documents share.
#[derive(Default)]
struct Shared<'t> {
    /// Of the products of the terms' weights.
    sum: f64,
    /// Each term with its product.
    terms: Vec<(f64, &'t Term)>,
}

/// Where a document has a word first.
fn first(reading: &Reading<'_>, word: &str) -> Option<Span> {
    reading.passages.iter().enumerate().find_map(|(passage, read)| {
        let token = read.tokens.iter().find(|token| term(token.text).as_deref() == Some(word))?;
        Some(Span { passage, range: token.start..token.end() })
    })
}
