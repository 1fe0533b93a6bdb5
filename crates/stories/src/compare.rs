//! The comparison of two articles sentence by sentence.

use crate::document::{Block, Document, Token, TokenKind};
use std::collections::BTreeMap;

/// Two sentences say the same if at least this share of the words of both is shared, …
const MIN_SIMILARITY: f32 = 0.5;
/// … or if one has this share of the words of the other.
const MIN_CONTAINMENT: f32 = 0.8;
/// The weight of a function word. Other words have 1.
const FUNCTION_WEIGHT: f32 = 0.25;
/// A sentence with less weight, such as "He agreed.", is too short to recognise unless it is equal.
const MIN_WEIGHT: f32 = 3.0;
/// The most sentences of a document that are compared, and the most with one word.
const MAX_SENTENCES: usize = 5_000;
const MAX_WITH_TERM: usize = 64;

/// A sentence of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// 0 for the title, *n* + 1 for block *n* of the body.
    pub block: u32,
    /// The number of the sentence in [`Block::sentences`].
    pub sentence: u32,
}

/// Two sentences that say the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alignment {
    /// The sentence of the first document.
    pub one: Place,
    /// The sentence of the second document.
    pub other: Place,
    /// The share of their words that both have, from 0 to 1.
    pub similarity: f32,
    /// True if both are the same words in the same order.
    pub is_verbatim: bool,
}

/// The sentences that two documents share, and those that only one has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The pairs of sentences that say the same, in the order of the first document. A sentence may
    /// be in several, if one document says in two sentences what the other says in one.
    pub shared: Vec<Alignment>,
    /// The sentences that only the first document has, in reading order.
    pub only_one: Vec<Place>,
    /// The sentences that only the second document has, in reading order.
    pub only_other: Vec<Place>,
}

/// Compares two documents sentence by sentence.
///
/// ```
/// use cuttings_stories::{Block, Document, compare};
///
/// let document = |text| Document { blocks: vec![Block::new(text)], ..Document::default() };
/// let one = document("The ferry sank at dawn off the coast. Forty people were on board.");
/// let other = document("Divers found the wreck. The ferry sank at dawn off the coast.");
/// let comparison = compare(&one, &other);
/// assert_eq!(comparison.shared.len(), 1);
/// assert_eq!((comparison.only_one.len(), comparison.only_other.len()), (1, 1));
/// ```
pub fn compare(one: &Document, other: &Document) -> Comparison {
    let (ones, others) = (sentences(one), sentences(other));
    let (one_index, other_index) = (Index::new(&ones), Index::new(&others));
    let mut found: BTreeMap<(Place, Place), (f32, bool)> = BTreeMap::new();
    for sentence in &ones {
        if let Some((best, similarity)) = other_index.best(sentence, &others) {
            let is_verbatim = sentence.is_same_words(best);
            found.insert((sentence.place, best.place), (similarity, is_verbatim));
        }
    }
    for sentence in &others {
        if let Some((best, similarity)) = one_index.best(sentence, &ones) {
            let is_verbatim = sentence.is_same_words(best);
            found.insert((best.place, sentence.place), (similarity, is_verbatim));
        }
    }
    let left = |all: &[Sentence<'_>], is_found: &dyn Fn(Place) -> bool| {
        all.iter().map(|it| it.place).filter(|place| !is_found(*place)).collect()
    };
    let only_one = left(&ones, &|place| {
        let first = Place { block: 0, sentence: 0 };
        let last = Place { block: u32::MAX, sentence: u32::MAX };
        found.range((place, first)..=(place, last)).next().is_some()
    });
    let mut found_others: Vec<Place> = found.keys().map(|(_, other)| *other).collect();
    found_others.sort_unstable();
    let only_other = left(&others, &|place| found_others.binary_search(&place).is_ok());
    let shared = found.into_iter().map(|((one, other), (similarity, is_verbatim))| Alignment {
        one,
        other,
        similarity,
        is_verbatim,
    });
    Comparison { shared: shared.collect(), only_one, only_other }
}

/// Returns for each document of a story, in the order of the story, the sentences that no document
/// before it has.
pub fn new_sentences(story: &[&Document]) -> Vec<Vec<Place>> {
    let mut known: Vec<Sentence<'_>> = Vec::new();
    let mut new = Vec::new();
    for document in story {
        let index = Index::new(&known);
        let own = sentences(document);
        let is_new = |sentence: &&Sentence<'_>| index.best(sentence, &known).is_none();
        new.push(own.iter().filter(is_new).map(|it| it.place).collect());
        known.extend(own);
        // The latest sentences are the most likely to be repeated.
        let surplus = known.len().saturating_sub(MAX_SENTENCES);
        known.drain(..surplus);
    }
    new
}

/// A sentence with its words.
struct Sentence<'d> {
    place: Place,
    tokens: &'d [Token],
    /// The terms in their order, with their weights.
    terms: Vec<(u32, f32)>,
    weight: f32,
}

impl<'d> Sentence<'d> {
    fn new(place: Place, tokens: &'d [Token]) -> Self {
        let weight = |token: &Token| match token.kind {
            TokenKind::Function => FUNCTION_WEIGHT,
            _ => 1.0,
        };
        let mut terms: Vec<(u32, f32)> =
            tokens.iter().map(|token| (token.term, weight(token))).collect();
        terms.sort_by_key(|(term, _)| *term);
        let weight = terms.iter().map(|(_, weight)| weight).sum();
        Self { place, tokens, terms, weight }
    }

    fn is_same_words(&self, other: &Self) -> bool {
        let terms = |it: &Self| it.tokens.iter().map(|token| token.term).collect::<Vec<_>>();
        terms(self) == terms(other)
    }

    /// Returns the weight of the terms that both sentences have.
    fn shared_weight(&self, other: &Self) -> f32 {
        let mut others = other.terms.iter().peekable();
        let shared = self.terms.iter().filter(|(term, _)| {
            while others.next_if(|(other, _)| other < term).is_some() {}
            others.next_if(|(other, _)| other == term).is_some()
        });
        shared.map(|(_, weight)| weight).sum()
    }
}

/// Returns the sentences of a document.
fn sentences(document: &Document) -> Vec<Sentence<'_>> {
    let blocks = std::iter::once(&document.title).chain(&document.blocks).zip(0..);
    let all = blocks.flat_map(|(block, number)| of_block(block, number));
    let all = all.filter(|(_, tokens)| !tokens.is_empty());
    all.take(MAX_SENTENCES).map(|(place, tokens)| Sentence::new(place, tokens)).collect()
}

/// Returns the sentences of a block with their places.
fn of_block(block: &Block, number: u32) -> impl Iterator<Item = (Place, &[Token])> {
    block.sentences.iter().zip(0..).filter_map(move |(range, sentence)| {
        let tokens = block.tokens.get(range.start as usize..range.end as usize)?;
        Some((Place { block: number, sentence }, tokens))
    })
}

/// The sentences with each term.
struct Index {
    /// Terms with the number of a sentence, in their order.
    places: Vec<(u32, u32)>,
}

impl Index {
    fn new(sentences: &[Sentence<'_>]) -> Self {
        let numbered = sentences.iter().zip(0..);
        let mut places: Vec<(u32, u32)> = numbered
            .flat_map(|(sentence, number)| {
                sentence.terms.iter().map(move |(term, _)| (*term, number))
            })
            .collect();
        places.sort_unstable();
        places.dedup();
        Self { places }
    }

    /// Returns the sentence that is most like another, if it says the same, and their similarity.
    fn best<'s, 'd>(
        &self,
        sentence: &Sentence<'_>,
        all: &'s [Sentence<'d>],
    ) -> Option<(&'s Sentence<'d>, f32)> {
        let mut near: Vec<u32> = Vec::new();
        let mut last = None;
        for (term, _) in &sentence.terms {
            if last == Some(*term) {
                continue;
            }
            last = Some(*term);
            let start = self.places.partition_point(|(other, _)| other < term);
            let with_term = self.places.iter().skip(start).take_while(|(other, _)| other == term);
            near.extend(with_term.take(MAX_WITH_TERM).map(|(_, number)| *number));
        }
        near.sort_unstable();
        near.dedup();
        let mut best: Option<(&Sentence<'_>, f32)> = None;
        for number in near {
            let Some(other) = all.get(number as usize) else { continue };
            let shared = sentence.shared_weight(other);
            let similarity = 2.0 * shared / (sentence.weight + other.weight).max(1e-6);
            let is_same = if sentence.weight < MIN_WEIGHT || other.weight < MIN_WEIGHT {
                sentence.is_same_words(other)
            } else {
                similarity >= MIN_SIMILARITY
                    || shared >= MIN_CONTAINMENT * sentence.weight.min(other.weight)
            };
            if is_same && best.is_none_or(|(_, most)| similarity > most) {
                best = Some((other, similarity));
            }
        }
        best
    }
}
