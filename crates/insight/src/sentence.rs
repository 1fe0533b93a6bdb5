//! A sentence with what the lexicon and the gazetteer know about its words.

use crate::capitals::is_headline;
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::lexicon::{Lexicon, Word};
use crate::token::Token;
use std::ops::Range;

/// A sentence with what the lexicon and the gazetteer know about its words.
pub(crate) struct Sentence<'r, 't> {
    pub(crate) tokens: &'r [Token<'t>],
    /// The word of each token.
    pub(crate) words: Vec<&'r Word>,
    /// True if it is in headline case.
    pub(crate) is_headline: bool,
    /// The places of the gazetteer, in order. They do not overlap.
    pub(crate) places: Vec<(Range<usize>, PlaceKind)>,
    /// The longest well-known organisation at each token that begins one, in order.
    pub(crate) organisations: Vec<Range<usize>>,
}

impl<'r, 't> Sentence<'r, 't> {
    pub(crate) fn new(tokens: &'r [Token<'t>], lexicon: &'r mut Lexicon) -> Self {
        let words = lexicon.words_of(tokens);
        Self {
            tokens,
            is_headline: is_headline(tokens),
            places: places(tokens, &words),
            organisations: organisations(tokens, &words),
            words,
        }
    }
}

fn places(tokens: &[Token<'_>], words: &[&Word]) -> Vec<(Range<usize>, PlaceKind)> {
    let mut places: Vec<(Range<usize>, PlaceKind)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let is_in_place = places.last().is_some_and(|(last, _)| at < last.end);
        if !word.is_capitalised || word.place_words == 0 || is_in_place {
            continue;
        }
        let texts = texts(tokens, at, word.place_words);
        let place = (2..=texts.len()).rev().find_map(|length| {
            Some((length, GAZETTEER.place_kind(&texts.get(..length)?.join(" "))?))
        });
        if let Some((length, kind)) = place.or(word.place.map(|kind| (1, kind))) {
            places.push((at..at + length, kind));
        }
    }
    places
}

fn organisations(tokens: &[Token<'_>], words: &[&Word]) -> Vec<Range<usize>> {
    let starts = words.iter().enumerate();
    let starts = starts.filter(|(_, word)| word.is_capitalised && word.organisation_words > 0);
    starts
        .filter_map(|(at, word)| {
            let texts = texts(tokens, at, word.organisation_words);
            Some(at..at + GAZETTEER.longest_organisation(&texts)?)
        })
        .collect()
}

/// Returns the texts of the tokens from `at` on, and no more than `limit`.
fn texts<'t>(tokens: &[Token<'t>], at: usize, limit: usize) -> Vec<&'t str> {
    tokens.iter().skip(at).take(limit).map(|token| token.text).collect()
}
