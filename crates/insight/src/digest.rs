//! The input of figures, summaries and related articles from one document. It follows from the
//! document alone, so later builds need not read the text again.

use crate::content_word::{content_term, content_word};
use crate::document::{Role, Span};
use crate::figures::{Figure, document_figures};
use crate::hash::{FastMap, FastSet};
use crate::packed::LazyDocuments;
use crate::suitable::{POSITION_DECAY, is_suitable, word_count};
use crate::token::Token;
use crate::tokenized::{TokenizedDocument, TokenizedPassage};
use cuttings_memory::{Memory, remembered};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;

/// The input of figures, summaries and related articles from one document.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Digest {
    /// The figures in reading order.
    pub(crate) figures: Vec<Figure>,
    /// The content words in the order of the alphabet, separated by spaces. Whatever is said of
    /// words is said by their numbers in this list.
    words: String,
    /// The use of each word.
    pub(crate) uses: Vec<WordUse>,
    /// The passages that are one of a list of names.
    pub(crate) rosters: Vec<usize>,
    /// The titles.
    pub(crate) titles: Vec<WordsOfSpan>,
    /// The sentences that are suitable for the summary.
    pub(crate) sentences: Vec<SuitableSentence>,
}

/// The use of a content word in a document.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct WordUse {
    /// The number of times that it counts: in lower case, and not in a list of names.
    pub(crate) frequency: u32,
    /// The first of these.
    pub(crate) first: Option<Span>,
}

/// A span with its words.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct WordsOfSpan {
    pub(crate) span: Span,
    /// The distinct words, sorted.
    pub(crate) words: Vec<u32>,
}

/// A sentence that is suitable for the summary.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SuitableSentence {
    pub(crate) text: WordsOfSpan,
    /// The number of all its words.
    pub(crate) word_count: usize,
    /// The share that its place in the document leaves of its score.
    pub(crate) position: f64,
}

/// Returns what is needed of each document, from memory if possible.
pub(crate) fn digests(documents: &LazyDocuments<'_>, memory: Option<&dyn Memory>) -> Digests {
    Digests(documents.each(|_, document| {
        let input = || document.input("digest");
        let digest = remembered(memory, input, || Digest::new(&document.open()));
        // Encoding into memory cannot fail.
        postcard::to_allocvec(&digest).unwrap_or_default().into()
    }))
}

/// The digests of documents, encoded, because those of all documents together are larger than their
/// texts.
pub(crate) struct Digests(Vec<Box<[u8]>>);

impl Digests {
    /// Returns what `analyse` finds in each digest, given its index.
    pub(crate) fn each<R: Send>(&self, analyse: impl Fn(usize, Digest) -> R + Sync) -> Vec<R> {
        let digests = self.0.par_iter().map(|bytes| decoded(bytes)).enumerate();
        digests.map(|(index, digest)| analyse(index, digest)).collect()
    }

    /// Does the same, and drops each digest.
    pub(crate) fn into_each<R: Send>(self, analyse: impl Fn(usize, Digest) -> R + Sync) -> Vec<R> {
        let digests = self.0.into_par_iter().map(|bytes| decoded(&bytes)).enumerate();
        digests.map(|(index, digest)| analyse(index, digest)).collect()
    }

    /// Returns the words that any of the documents has, sorted.
    pub(crate) fn vocabulary(&self) -> Vec<String> {
        let words = |mut words: FastSet<String>, digest: Digest| {
            for word in digest.words() {
                if !words.contains(word) {
                    words.insert(word.to_owned());
                }
            }
            words
        };
        let digests = self.0.par_iter().with_min_len(DOCUMENTS_PER_RUN);
        let digests = digests.map(|bytes| decoded(bytes));
        let runs: Vec<FastSet<String>> = digests.fold(FastSet::default, words).collect();
        let mut words: Vec<String> = runs.into_iter().flatten().collect();
        words.par_sort_unstable();
        words.dedup();
        words
    }
}

/// Decodes a digest.
fn decoded(bytes: &[u8]) -> Digest {
    postcard::from_bytes(bytes).unwrap_or_default()
}

/// The number of documents at least whose words are collected together.
const DOCUMENTS_PER_RUN: usize = 64;

impl Digest {
    fn new(document: &TokenizedDocument<'_>) -> Self {
        let words = Words::of(document);
        let of_span = |passage_index, passage: &TokenizedPassage<'_>, tokens: &Range<usize>| {
            let range = passage.byte_range(tokens);
            let tokens = passage.tokens.get(tokens.clone()).unwrap_or_default();
            let prose = tokens.iter().filter(|token| !token.is_literal);
            let mut words: Vec<u32> = prose.filter_map(|token| words.number(token)).collect();
            words.sort_unstable();
            words.dedup();
            WordsOfSpan { span: Span { passage: passage_index, range }, words }
        };
        let mut digest = Digest { figures: document_figures(document), ..Digest::default() };
        let mut position = 1.0;
        for (number, passage) in document.passages.iter().enumerate() {
            if passage.is_roster {
                digest.rosters.push(number);
            }
            if passage.role == Role::Title {
                digest.titles.push(of_span(number, passage, &(0..passage.tokens.len())));
            }
            let is_prose = passage.role == Role::Paragraph && !passage.is_roster;
            for tokens in passage.sentences.iter().filter(|_| is_prose) {
                position *= 1.0 - POSITION_DECAY;
                let sentence = passage.tokens.get(tokens.clone()).unwrap_or_default();
                if is_suitable(sentence) {
                    let text = of_span(number, passage, tokens);
                    let word_count = word_count(sentence);
                    digest.sentences.push(SuitableSentence { text, word_count, position });
                }
            }
        }
        digest.words = words.sorted.join(" ");
        digest.uses = words.uses;
        digest
    }

    /// Returns the content words in the order of the alphabet.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.split(' ').filter(|word| !word.is_empty())
    }
}

/// The content words of a document.
#[derive(Default)]
struct Words {
    /// The words in the order of the alphabet, and the use of each.
    sorted: Vec<String>,
    uses: Vec<WordUse>,
    /// The number of each word in these lists.
    numbers: FastMap<String, u32>,
}

impl Words {
    fn of(document: &TokenizedDocument<'_>) -> Self {
        let mut found: FastMap<String, WordUse> = FastMap::default();
        for (number, passage) in document.passages.iter().enumerate() {
            for token in passage.tokens.iter().filter(|token| !token.is_literal) {
                let lower = token.lower();
                let Some(word) = content_term(&lower) else { continue };
                if !found.contains_key(&*word) {
                    found.insert(word.clone().into_owned(), WordUse::default());
                }
                // A capitalised word is known, but does not count.
                let counts = matches!(lower, Cow::Borrowed(_)) || content_word(token).is_some();
                if let Some(uses) = found.get_mut(&*word).filter(|_| counts && !passage.is_roster) {
                    uses.frequency += 1;
                    uses.first.get_or_insert_with(|| span(number, token));
                }
            }
        }
        let mut found: Vec<(String, WordUse)> = found.into_iter().collect();
        found.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let (sorted, uses): (Vec<String>, Vec<WordUse>) = found.into_iter().unzip();
        let numbers = sorted.iter().cloned().zip(0..).collect();
        Self { sorted, uses, numbers }
    }

    /// Returns the number of a token's word, or `None` if it is not a content word.
    fn number(&self, token: &Token<'_>) -> Option<u32> {
        self.numbers.get(&*content_term(&token.lower())?).copied()
    }
}

fn span(passage: usize, token: &Token<'_>) -> Span {
    Span { passage, range: token.start..token.end() }
}
