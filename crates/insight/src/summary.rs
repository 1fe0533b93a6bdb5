//! Extractive summaries: the sentences that best represent an article.

use crate::digest::{Digest, SuitableSentence, WordsOfSpan, digests};
use crate::document::{Document, Span};
use crate::names::{Mention, Names};
use crate::packed::LazyDocuments;
use crate::terms::{Term, Terms, WordId};

/// The number of sentences in a summary.
const SENTENCES: usize = 2;
/// The factor for the weight of a term that the title contains as well.
const TITLE_BOOST: f64 = 1.5;

/// Summarises each document by two sentences of its paragraphs, in reading order, or by fewer if
/// fewer are suitable.
///
/// A sentence scores by the weights of its terms relative to its length. Terms of the title and
/// early sentences score higher. A sentence is suitable if it is understandable on its own: it does
/// not open with a word that refers back, such as "this" or "however", and is not a quote.
pub fn summaries(documents: &[Document<'_>], names: &Names) -> Vec<Vec<Span>> {
    let digests = digests(&LazyDocuments::new(&documents), None);
    let terms = Terms::new(&digests, names);
    digests.each(|index, digest| summary(index, &digest, &terms, names))
}

/// A suitable sentence with its score.
struct Candidate {
    span: Span,
    /// Its distinct terms in their order, with their weights.
    terms: Vec<(Term, f64)>,
    score: f64,
}

impl Candidate {
    fn contains(&self, term: &Term) -> bool {
        self.terms.binary_search_by_key(term, |(term, _)| *term).is_ok()
    }
}

/// Summarises the document with the index `document_index`.
pub(crate) fn summary(
    document_index: usize,
    digest: &Digest,
    terms: &Terms,
    names: &Names,
) -> Vec<Span> {
    let frequencies = terms.frequencies(document_index);
    let words = terms.words_of(document_index);
    let mentions = names.mentions.get(document_index).map_or(&[][..], Vec::as_slice);
    let mut title_terms: Vec<Term> =
        digest.titles.iter().flat_map(|title| terms_of(title, words, mentions)).collect();
    title_terms.sort_unstable();
    let boosted = |term: &Term, frequency: u32| {
        let weight = terms.weight(term, frequency);
        let is_in_title = title_terms.binary_search(term).is_ok();
        if is_in_title { weight * TITLE_BOOST } else { weight }
    };
    let weights: Vec<f64> =
        frequencies.iter().map(|(term, frequency)| boosted(term, *frequency)).collect();
    let weight = |term: &Term| {
        let found = frequencies.binary_search_by_key(term, |(term, _)| *term).ok();
        found.and_then(|at| weights.get(at)).copied().unwrap_or_else(|| boosted(term, 1))
    };
    let candidate = |SuitableSentence { text, word_count, position }: &SuitableSentence| {
        let terms = terms_of(text, words, mentions).into_iter();
        let terms: Vec<(Term, f64)> = terms.map(|term| (term, weight(&term))).collect();
        let length = (*word_count as f64).sqrt();
        let score = total(&terms) / length * (0.4 + 0.6 * position);
        Candidate { span: text.span.clone(), terms, score }
    };
    choose(digest.sentences.iter().map(candidate).collect())
}

/// Returns the sum of the weights of terms.
fn total<'t>(terms: impl IntoIterator<Item = &'t (Term, f64)>) -> f64 {
    terms.into_iter().map(|(_, weight)| weight).sum()
}

/// Returns the distinct terms of a span, in their order. `words` and `mentions` are those of the
/// document.
fn terms_of(text: &WordsOfSpan, words: &[WordId], mentions: &[Mention]) -> Vec<Term> {
    let Span { passage, range: bytes } = &text.span;
    let first = mentions.partition_point(|mention| {
        (mention.span.passage, mention.span.range.start) < (*passage, bytes.start)
    });
    let mentions = mentions.get(first..).unwrap_or_default().iter().take_while(|mention| {
        mention.span.passage == *passage && mention.span.range.start < bytes.end
    });
    let mut found: Vec<Term> = text
        .words
        .iter()
        .filter_map(|word| words.get(*word as usize).copied().map(Term::Word))
        .chain(mentions.map(|mention| Term::Entity(mention.entity)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Chooses the best sentences by maximal marginal relevance: terms that a chosen sentence already
/// contains count less. Returns the spans in reading order.
fn choose(mut candidates: Vec<Candidate>) -> Vec<Span> {
    let mut chosen: Vec<Candidate> = Vec::new();
    while chosen.len() < SENTENCES && !candidates.is_empty() {
        let marginal_score = |candidate: &Candidate| {
            let all = total(&candidate.terms).max(f64::EPSILON);
            let is_repeated = |term: &Term| chosen.iter().any(|chosen| chosen.contains(term));
            let repeated = total(candidate.terms.iter().filter(|(term, _)| is_repeated(term)));
            candidate.score * (1.0 - 0.7 * repeated / all)
        };
        let best = candidates
            .iter()
            .map(marginal_score)
            .enumerate()
            .max_by(|(i, a), (j, b)| a.total_cmp(b).then(j.cmp(i)))
            .map_or(0, |(at, _)| at);
        chosen.push(candidates.remove(best));
    }
    let mut spans: Vec<Span> = chosen.into_iter().map(|candidate| candidate.span).collect();
    spans.sort_by_key(|span| (span.passage, span.range.start));
    spans
}
