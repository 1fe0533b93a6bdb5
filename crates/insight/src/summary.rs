//! The sentences that stand best for an article.

use crate::document::{Document, ReadPassage, Reading, Role, Span};
use crate::names::Names;
use crate::terms::{Term, Terms, term};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many sentences a summary has.
const SENTENCES: usize = 2;
/// How many words a sentence of a summary has.
const WORDS: Range<usize> = 8..46;
/// What a sentence loses for each further one before it, as a share of what is left: news says first what matters.
const LATER: f64 = 0.06;
/// What a term counts for that is in the headline, too.
const IN_TITLE: f64 = 1.5;

/// For each document two sentences of its paragraphs that stand best for it, in reading order; fewer if it has no more that
/// stand alone.
///
/// A sentence stands for a document if it has many of the document's weightiest terms for its length, above all those of the
/// headline; sooner rather than later; and stands alone, not opening with a word that points back.
pub fn summaries(documents: &[Document<'_>], names: &Names) -> Vec<Vec<Span>> {
    let readings: Vec<Reading<'_>> = documents.iter().map(Reading::of).collect();
    let terms = Terms::of(&readings, names);
    readings
        .iter()
        .enumerate()
        .map(|(number, reading)| summary(number, reading, &terms, names))
        .collect()
}

/// A sentence that may be in a summary.
struct Candidate {
    span: Span,
    terms: BTreeSet<Term>,
    worth: f64,
}

fn summary(document: usize, reading: &Reading<'_>, terms: &Terms, names: &Names) -> Vec<Span> {
    let Some(count) = terms.counts.get(document) else { return Vec::new() };
    let mentions = names.mentions.get(document).map_or(&[][..], Vec::as_slice);
    let terms_of =
        |number: usize, passage: &ReadPassage<'_>, tokens: &Range<usize>| -> BTreeSet<Term> {
            let bytes = passage.bytes(tokens);
            let words = passage.tokens.get(tokens.clone()).unwrap_or_default().iter();
            let first = mentions.partition_point(|mention| {
                (mention.span.passage, mention.span.range.start) < (number, bytes.start)
            });
            let entities = mentions.get(first..).unwrap_or_default().iter().take_while(|mention| {
                mention.span.passage == number && mention.span.range.start < bytes.end
            });
            words
                .filter_map(|token| term(&token.lower()).map(Term::Word))
                .chain(entities.map(|mention| Term::Entity(mention.entity)))
                .collect()
        };
    let mut title: BTreeSet<Term> = BTreeSet::new();
    for (number, passage) in
        reading.passages.iter().enumerate().filter(|(_, passage)| passage.role == Role::Title)
    {
        title.extend(terms_of(number, passage, &(0..passage.tokens.len())));
    }
    let weight = |term: &Term| {
        let own = terms.weight(term, count.get(term).copied().unwrap_or(1));
        if title.contains(term) { own * IN_TITLE } else { own }
    };
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut later = 1.0;
    for (number, passage) in reading.passages.iter().enumerate() {
        for tokens in passage.sentences.iter().filter(|_| passage.role == Role::Paragraph) {
            let sentence = passage.tokens.get(tokens.clone()).unwrap_or_default();
            let words = sentence.iter().filter(|token| token.is_word()).count();
            later *= 1.0 - LATER;
            let points_back = sentence
                .iter()
                .find(|token| token.is_word())
                .is_none_or(|token| POINTS_BACK.contains(&token.lower().as_str()));
            let quotes =
                sentence.first().is_some_and(|token| matches!(token.text, "“" | "\"" | "‘" | "'"));
            let ends =
                sentence.iter().rev().take(2).any(|token| matches!(token.text, "." | "!" | "?"));
            if !WORDS.contains(&words) || points_back || quotes || !ends {
                continue;
            }
            let terms = terms_of(number, passage, tokens);
            let worth =
                terms.iter().map(weight).sum::<f64>() / (words as f64).sqrt() * (0.4 + 0.6 * later);
            candidates.push(Candidate {
                span: Span { passage: number, range: passage.bytes(tokens) },
                terms,
                worth,
            });
        }
    }
    let mut chosen: Vec<Candidate> = Vec::new();
    while chosen.len() < SENTENCES && !candidates.is_empty() {
        // What has been said is worth half.
        let news = |candidate: &Candidate| {
            let all = candidate.terms.iter().map(weight).sum::<f64>().max(f64::EPSILON);
            let said: f64 = candidate
                .terms
                .iter()
                .filter(|term| chosen.iter().any(|chosen| chosen.terms.contains(*term)))
                .map(weight)
                .sum();
            candidate.worth * (1.0 - 0.7 * said / all)
        };
        let best = candidates
            .iter()
            .enumerate()
            .max_by(|(i, a), (j, b)| news(a).total_cmp(&news(b)).then(j.cmp(i)))
            .map_or(0, |(at, _)| at);
        chosen.push(candidates.remove(best));
    }
    let mut spans: Vec<Span> = chosen.into_iter().map(|candidate| candidate.span).collect();
    spans.sort_by_key(|span| (span.passage, span.range.start));
    spans
}

/// Words that open a sentence which needs the one before it.
const POINTS_BACK: &[&str] = &[
    "this",
    "that",
    "these",
    "those",
    "he",
    "she",
    "it",
    "they",
    "such",
    "but",
    "and",
    "however",
    "further",
    "furthermore",
    "additionally",
    "meanwhile",
    "moreover",
    "instead",
    "therefore",
    "thus",
    "also",
    "yet",
    "still",
    "his",
    "her",
    "their",
    "its",
    "then",
    "so",
    "or",
];
