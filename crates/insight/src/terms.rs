//! Weighted terms: what a document is about, as the entities and the content words in it.

use crate::hash::{FastMap, FastSet};
use crate::names::{EntityId, Mention, Names};
use crate::packed::PackedDocument;
use crate::token::{Token, lower};
use crate::tokenized::TokenizedDocument;
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
        let runs: Vec<Run> = documents
            .par_iter()
            .enumerate()
            .with_min_len(DOCUMENTS_PER_RUN)
            .fold(Run::default, |mut run, (index, document)| {
                let mentions = names.mentions.get(index).map_or(&[][..], Vec::as_slice);
                run.add(&document.open(), mentions);
                run
            })
            .collect();
        let mut words: Vec<String> = runs.iter().flat_map(|run| run.ids.keys().cloned()).collect();
        words.sort_unstable();
        words.dedup();
        let ids: FastMap<String, WordId> = words.iter().cloned().zip((0..).map(WordId)).collect();
        let frequencies: Vec<Vec<(Term, u32)>> =
            runs.into_par_iter().flat_map_iter(|run| run.renumbered(&ids)).collect();
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

/// The terms of consecutive documents, whose words are numbered as they come.
#[derive(Default)]
struct Run {
    /// The content words, capitalised or not.
    ids: FastMap<String, WordId>,
    /// For each document, how often it contains each of its terms.
    frequencies: Vec<Vec<(Term, u32)>>,
}

impl Run {
    /// Adds a document with its mentions.
    fn add(&mut self, document: &TokenizedDocument<'_>, mentions: &[Mention]) {
        let mut terms: Vec<Term> = Vec::new();
        for passage in &document.passages {
            for token in passage.tokens.iter().filter(|token| !token.is_literal) {
                let lower = token.lower();
                let Some(word) = content_term(&lower) else { continue };
                let id = match self.ids.get(&*word) {
                    Some(id) => *id,
                    None => {
                        let id = WordId(self.ids.len() as u32);
                        self.ids.insert(word.into_owned(), id);
                        id
                    }
                };
                // A capitalised word is known, but does not count.
                let counts = matches!(lower, Cow::Borrowed(_)) || content_word(token).is_some();
                terms.extend(Some(Term::Word(id)).filter(|_| counts && !passage.is_roster));
            }
        }
        let is_roster = |mention: &&Mention| {
            document.passages.get(mention.span.passage).is_some_and(|passage| passage.is_roster)
        };
        let entities = mentions.iter().filter(|mention| !is_roster(mention));
        terms.extend(entities.map(|mention| Term::Entity(mention.entity)));
        terms.sort_unstable();
        let runs = terms.chunk_by(|one, other| one == other);
        let frequencies = runs.filter_map(|run| Some((*run.first()?, run.len() as u32)));
        self.frequencies.push(frequencies.collect());
    }

    /// Returns the frequencies in each document with other numbers for the words.
    fn renumbered(self, ids: &FastMap<String, WordId>) -> impl Iterator<Item = Vec<(Term, u32)>> {
        let mut numbers = vec![WordId(0); self.ids.len()];
        for (word, local) in &self.ids {
            if let (Some(number), Some(id)) = (numbers.get_mut(local.0 as usize), ids.get(word)) {
                *number = *id;
            }
        }
        self.frequencies.into_iter().map(move |mut frequencies| {
            for (term, _) in &mut frequencies {
                if let Term::Word(word) = term
                    && let Some(number) = numbers.get(word.0 as usize)
                {
                    *word = *number;
                }
            }
            frequencies.sort_unstable();
            frequencies
        })
    }
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
        && (word.bytes().all(|byte| byte.is_ascii_lowercase())
            || word.starts_with(char::is_lowercase)
                && word.chars().all(char::is_alphabetic)
                && word.chars().count() >= 4);
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
