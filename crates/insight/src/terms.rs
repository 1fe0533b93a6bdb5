//! Weighted terms: what a document is about, as the entities and the content words in it.

use crate::names::{EntityId, Names};
use crate::token::Token;
use crate::tokenized::TokenizedDocument;
use std::collections::{BTreeMap, HashMap};

/// A term of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Term {
    Entity(EntityId),
    /// A word in lower case, without the "s" of a plural.
    Word(String),
}

/// The terms of all documents, with their frequencies.
pub(crate) struct Terms {
    /// For each document, how often it contains each of its terms.
    pub(crate) frequencies: Vec<BTreeMap<Term, u32>>,
    /// For each term, the number of documents that contain it.
    document_frequencies: HashMap<Term, u32>,
}

/// The weight of an entity relative to a word, because a name says more about the subject.
const ENTITY_BOOST: f64 = 2.0;

impl Terms {
    pub(crate) fn new(documents: &[TokenizedDocument<'_>], names: &Names) -> Self {
        let mut frequencies = Vec::new();
        let mut document_frequencies: HashMap<Term, u32> = HashMap::new();
        for (document_index, document) in documents.iter().enumerate() {
            let mut frequency: BTreeMap<Term, u32> = BTreeMap::new();
            let is_roster = |passage: usize| {
                document.passages.get(passage).is_some_and(|passage| passage.is_roster)
            };
            let prose = document.passages.iter().filter(|passage| !passage.is_roster);
            for token in prose.flat_map(|passage| &passage.tokens) {
                if let Some(word) = content_word(token) {
                    *frequency.entry(Term::Word(word)).or_default() += 1;
                }
            }
            let mentions = names.mentions.get(document_index).into_iter().flatten();
            for mention in mentions.filter(|mention| !is_roster(mention.span.passage)) {
                *frequency.entry(Term::Entity(mention.entity)).or_default() += 1;
            }
            for term in frequency.keys() {
                *document_frequencies.entry(term.clone()).or_default() += 1;
            }
            frequencies.push(frequency);
        }
        Self { frequencies, document_frequencies }
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

/// Returns the term of a token, or `None` if it is not a content word or not prose.
pub(crate) fn content_word(token: &Token<'_>) -> Option<String> {
    (!token.is_literal).then(|| content_term(token.text)).flatten()
}

/// Returns the term of a word, or `None` if the word is not a content word.
///
/// Content words have four letters or more, are written in lower case and are not stop words.
pub(crate) fn content_term(word: &str) -> Option<String> {
    let is_content_word = word.starts_with(char::is_lowercase)
        && word.chars().count() >= 4
        && word.chars().all(char::is_alphabetic);
    if !is_content_word {
        return None;
    }
    let lower = word.to_lowercase();
    let singular = lower.strip_suffix('s').filter(|word| !word.ends_with('s')).unwrap_or(&lower);
    (!STOP_WORDS.contains(&lower.as_str())).then(|| singular.to_owned())
}

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
