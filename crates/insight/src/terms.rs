//! Weighted terms: what a document is about, as the entities and the content words in it.

use crate::hash::{FastMap, FastSet};
use crate::names::{EntityId, Names};
use crate::packed::PackedDocument;
use crate::token::{Token, lower};
use rayon::prelude::*;
use std::borrow::Cow;
use std::sync::LazyLock;

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
    /// The words in the order of the alphabet.
    words: Vec<String>,
    ids: FastMap<String, WordId>,
    /// For each term, the number of documents that contain it.
    document_frequencies: FastMap<Term, u32>,
}

/// The weight of an entity relative to a word, because a name says more about the subject.
const ENTITY_BOOST: f64 = 2.0;

impl Terms {
    pub(crate) fn new(documents: &[PackedDocument<'_>], names: &Names) -> Self {
        let (words, ids) = words(documents);
        let frequency = |(document_index, document): (usize, &PackedDocument<'_>)| {
            let document = document.open();
            let is_roster = |passage: usize| {
                document.passages.get(passage).is_some_and(|passage| passage.is_roster)
            };
            let prose = document.passages.iter().filter(|passage| !passage.is_roster);
            let words = prose
                .flat_map(|passage| &passage.tokens)
                .filter_map(content_word)
                .filter_map(|word| ids.get(&*word).copied().map(Term::Word));
            let mentions = names.mentions.get(document_index).into_iter().flatten();
            let entities = mentions
                .filter(|mention| !is_roster(mention.span.passage))
                .map(|mention| Term::Entity(mention.entity));
            let mut terms: Vec<Term> = words.chain(entities).collect();
            terms.sort_unstable();
            let runs = terms.chunk_by(|one, other| one == other);
            runs.filter_map(|run| Some((*run.first()?, run.len() as u32))).collect()
        };
        let frequencies: Vec<Vec<(Term, u32)>> =
            documents.par_iter().enumerate().map(frequency).collect();
        let mut document_frequencies: FastMap<Term, u32> = FastMap::default();
        for (term, _) in frequencies.iter().flatten() {
            *document_frequencies.entry(*term).or_default() += 1;
        }
        Self { frequencies, words, ids, document_frequencies }
    }

    /// Returns the term of a word in lower case, or `None` if it is not a content word.
    pub(crate) fn word(&self, lower: &str) -> Option<Term> {
        self.ids.get(&*content_term(lower)?).copied().map(Term::Word)
    }

    /// Returns the text of a word.
    pub(crate) fn text(&self, word: WordId) -> &str {
        self.words.get(word.0 as usize).map_or("", String::as_str)
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

/// Collects the content words of all documents, capitalised or not, and numbers them in the order
/// of the alphabet.
fn words(documents: &[PackedDocument<'_>]) -> (Vec<String>, FastMap<String, WordId>) {
    let add = |mut found: FastSet<String>, document: &PackedDocument<'_>| {
        let document = document.open();
        let tokens = document.passages.iter().flat_map(|passage| &passage.tokens);
        for token in tokens.filter(|token| !token.is_literal) {
            let lower = lower(token.text);
            if let Some(word) = content_term(&lower)
                && !found.contains(&*word)
            {
                found.insert(word.into_owned());
            }
        }
        found
    };
    let found: Vec<FastSet<String>> =
        documents.par_iter().with_min_len(DOCUMENTS_PER_RUN).fold(FastSet::default, add).collect();
    let mut words: Vec<String> = found.into_iter().flatten().collect();
    words.sort_unstable();
    words.dedup();
    let ids = words.iter().cloned().zip((0..).map(WordId)).collect();
    (words, ids)
}

/// Returns the term of a token, or `None` if it is not a content word or not prose.
pub(crate) fn content_word<'t>(token: &Token<'t>) -> Option<Cow<'t, str>> {
    (!token.is_literal).then(|| content_term(token.text)).flatten()
}

/// Returns the term of a word, or `None` if the word is not a content word.
///
/// Content words have four letters or more, are written in lower case and are not stop words.
fn content_term(word: &str) -> Option<Cow<'_, str>> {
    let is_content_word = word.len() >= 4
        && word.starts_with(char::is_lowercase)
        && word.chars().all(char::is_alphabetic)
        && word.chars().count() >= 4;
    if !is_content_word {
        return None;
    }
    let lower = lower(word);
    if STOP_WORD_SET.contains(&*lower) {
        return None;
    }
    // "glass" is no plural.
    let is_plural = lower.ends_with('s') && !lower.ends_with("ss");
    let length = lower.len() - usize::from(is_plural);
    Some(match lower {
        Cow::Borrowed(lower) => Cow::Borrowed(lower.get(..length).unwrap_or(lower)),
        Cow::Owned(mut lower) => {
            lower.truncate(length);
            Cow::Owned(lower)
        }
    })
}

/// The stop words, indexed.
static STOP_WORD_SET: LazyLock<FastSet<&'static str>> =
    LazyLock::new(|| STOP_WORDS.into_iter().collect());

/// Words of four letters or more that say nothing about the subject of a text.
const STOP_WORDS: [&str; 64] = [
    "that",
    "with",
    "this",
    "from",
    "have",
    "been",
    "were",
    "they",
    "their",
    "will",
    "would",
    "which",
    "while",
    "could",
    "also",
    "more",
    "than",
    "into",
    "about",
    "after",
    "over",
    "when",
    "what",
    "there",
    "these",
    "those",
    "some",
    "such",
    "only",
    "other",
    "most",
    "between",
    "during",
    "under",
    "where",
    "within",
    "should",
    "might",
    "said",
    "says",
    "does",
    "both",
    "many",
    "much",
    "even",
    "just",
    "like",
    "because",
    "among",
    "further",
    "however",
    "including",
    "according",
    "being",
    "them",
    "your",
    "whose",
    "toward",
    "towards",
    "through",
    "around",
    "against",
    "before",
    "since",
];
