//! Candidates for places: those of the gazetteer, and names beside words that imply a place.

use super::people::is_unlisted;
use super::sentence::SentenceScanner;
use super::weights::{COUNTRY, LARGE_TOWN, PLACE_CONTEXT, PLACE_HEAD, PLACE_PREPOSITION, STATE};
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::lexicon::Word;
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::vocabulary::{VOCABULARY, is_direction};

impl SentenceScanner<'_, '_> {
    /// Proposes the places of the gazetteer, unless they may be part of another name. Small towns
    /// are left to other evidence.
    pub(super) fn propose_places(&mut self) {
        let sentence = self.sentence;
        for (tokens, kind) in &sentence.places {
            let (at, length, kind) = (tokens.start, tokens.len(), *kind);
            let weight = match kind {
                PlaceKind::Country => COUNTRY,
                PlaceKind::Metropolis => LARGE_TOWN,
                PlaceKind::State | PlaceKind::City => STATE,
                PlaceKind::Town => 0.0,
            };
            let is_person = kind != PlaceKind::Country
                && kind != PlaceKind::Metropolis
                && length == 1
                && self.token(at).is_some_and(|token| {
                    GAZETTEER.is_given_name(token.text) || GAZETTEER.is_surname(token.text)
                });
            // "Jordan Harband" in a headline, where capitals join nothing.
            let begins_person = length == 1
                && self.token(at).is_some_and(|token| GAZETTEER.is_given_name(token.text))
                && self
                    .token(at + 1)
                    .is_some_and(|next| next.is_capitalised() && is_unlisted(next));
            // "US$200"
            let is_currency = self.token(at + length).is_some_and(|next| next.is_dollar_sign());
            let is_ambiguous = is_person
                || begins_person
                || is_currency
                || length == 1 && self.is_common(at) && kind != PlaceKind::Country
                || length == 1 && is_direction(self.lower(at));
            let first = self.with_direction(at);
            let end = at + length;
            if weight > 0.0
                && !is_ambiguous
                && self.is_isolated(first, end)
                && !self.begins_longer_name(at, end)
            {
                let evidence = Evidence::Gazetteer(kind.description().into());
                self.propose(first..end, Some(Kind::Place), evidence, weight);
            }
        }
    }

    /// Returns the start of a place including the direction before it ("East Jerusalem").
    ///
    /// A place such as "East Germany" includes its direction already, because the gazetteer lists
    /// it.
    fn with_direction(&self, at: usize) -> usize {
        let before = at.checked_sub(1).filter(|before| {
            self.token(*before)
                .is_some_and(|token| token.is_capitalised() && is_direction(&token.lower()))
        });
        before.filter(|_| !self.in_headline).unwrap_or(at)
    }

    /// Returns whether a place begins a longer name: "Perth Glory", but not "U.S. Patriot
    /// missiles".
    fn begins_longer_name(&self, first: usize, end: usize) -> bool {
        let is_acronym = self.is_acronym(first);
        let may_join = |word: &Word| {
            word.is_capitalised
                && !word.is_demonym
                && !word.is_title
                && !VOCABULARY.dates.contains(&word.lower)
                && !VOCABULARY.title_parts.contains(&word.lower)
        };
        !self.in_headline && !is_acronym && self.word(end).is_some_and(may_join)
    }

    /// Proposes a run as a place by its context or its own words: "Paxton, Illinois", "in Sumy",
    /// "the Zaporizhzhia region", "the city of Sumy", "Windsor Castle", "Lake Constance".
    pub(super) fn propose_place_in_context(&mut self, first: usize, end: usize) {
        self.propose_place_before_region(first, end);
        self.propose_place_after_preposition(first, end);
        let length = end - first;
        let next = self.lower(end);
        let is_adjective = || self.is_demonym(end - 1);
        if length <= 2 && NOUNS_AFTER_PLACE.contains(&next) && !is_adjective() {
            self.propose(
                first..end,
                Some(Kind::Place),
                Evidence::AdjacentWord(next.to_owned()),
                PLACE_CONTEXT,
            );
        }
        let noun = first.checked_sub(2).map_or("", |at| self.lower(at));
        if length <= 3 && self.lower_before(first) == "of" && NOUNS_BEFORE_PLACE.contains(&noun) {
            self.propose(
                first..end,
                Some(Kind::Place),
                Evidence::AdjacentWord(noun.to_owned()),
                PLACE_CONTEXT,
            );
        }
        if self.in_headline {
            return;
        }
        let last = self.lower(end - 1);
        if (2..=4).contains(&length)
            && VOCABULARY.place_heads.contains(last)
            && !VOCABULARY.ambiguous_place_heads.contains(last)
        {
            self.propose(
                first..end,
                Some(Kind::Place),
                Evidence::HeadWord(last.to_owned()),
                PLACE_HEAD,
            );
        }
        let lead = self.lower(first);
        if length == 2 && ["mount", "lake", "cape", "fort"].contains(&lead) {
            self.propose(
                first..end,
                Some(Kind::Place),
                Evidence::HeadWord(lead.to_owned()),
                PLACE_HEAD,
            );
        }
    }

    /// Proposes a run before a comma and a country or state: "in Paxton, Illinois".
    fn propose_place_before_region(&mut self, first: usize, end: usize) {
        let is_region = |at: usize| {
            self.word(at).is_some_and(|word| {
                word.is_capitalised
                    && matches!(word.place, Some(PlaceKind::Country | PlaceKind::State))
            })
        };
        if end - first > 3 || self.in_headline || self.lower(end) != "," || !is_region(end + 1) {
            return;
        }
        if matches!(
            self.lower_before(first),
            "in" | "at" | "near" | "from" | "of" | "to" | "outside" | "around" | "through"
        ) {
            let evidence = Evidence::AdjacentWord(self.lower(end + 1).to_owned());
            self.propose(first..end, Some(Kind::Place), evidence, PLACE_CONTEXT);
        }
    }

    /// Proposes a run of uncommon words after a preposition that usually precedes a place.
    fn propose_place_after_preposition(&mut self, first: usize, end: usize) {
        let preposition = self.lower_before(first);
        if end - first <= 2
            && matches!(
                preposition,
                "in" | "near" | "outside" | "into" | "across" | "throughout" | "around"
            )
            && !self.in_headline
            && self
                .sentence
                .words
                .get(first..end)
                .unwrap_or_default()
                .iter()
                .all(|word| !word.is_common && !word.is_acronym)
            && !self.token(end).is_some_and(Token::is_possessive)
        {
            let evidence = Evidence::AdjacentWord(preposition.to_owned());
            self.propose(first..end, Some(Kind::Place), evidence, PLACE_PREPOSITION);
        }
    }
}

/// Nouns that follow the name of a place: "the Zaporizhzhia region".
const NOUNS_AFTER_PLACE: [&str; 8] =
    ["region", "oblast", "province", "district", "county", "peninsula", "prefecture", "river"];

/// Nouns that precede the name of a place and "of": "the city of Sumy".
const NOUNS_BEFORE_PLACE: [&str; 11] = [
    "city", "town", "village", "island", "province", "region", "district", "port", "suburb",
    "hamlet", "capital",
];
