//! Candidates in texts of other languages than English: names of the gazetteer, and nothing that
//! only English words around a name could tell. No name is better than a wrong one.

use super::sentence::SentenceScanner;
use super::weights::{COUNTRY, GIVEN_NAME, LARGE_TOWN};
use crate::document::Language;
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::translated_places::TranslatedPlaces;
use std::ops::Range;

impl SentenceScanner<'_, '_> {
    /// Proposes the names of the gazetteer.
    pub(super) fn propose_listed_names(&mut self, language: Language) {
        let translated = TranslatedPlaces::of(language)
            .map(|places| places.all_in(self.sentence.tokens))
            .unwrap_or_default();
        self.propose_known_organisations();
        self.propose_listed_people(language, &translated);
        self.propose_large_places(&translated);
    }

    /// Proposes countries and large towns that are not part of another name, by the names that they
    /// have in the language of the text, or else in English.
    fn propose_large_places(&mut self, translated: &[(Range<usize>, PlaceKind)]) {
        for (tokens, kind) in translated {
            if self.may_be_large_place(tokens) {
                let evidence = Evidence::Gazetteer(kind.description().into());
                // "Arabie saoudite" is not trimmed.
                self.add(tokens.clone(), Some(Kind::Place), evidence, large_place_weight(*kind));
            }
        }
        for (tokens, kind) in &self.sentence.places {
            // "Ciudad de México" is not Mexico.
            let is_large = matches!(kind, PlaceKind::Country | PlaceKind::Metropolis);
            if is_large && !overlaps(translated, tokens) && self.may_be_large_place(tokens) {
                let evidence = Evidence::Gazetteer(kind.description().into());
                let weight = large_place_weight(*kind);
                self.propose(tokens.clone(), Some(Kind::Place), evidence, weight);
            }
        }
    }

    /// Returns whether a place is not part of another name. The first word of a sentence has a
    /// capital anyway, and may mean something else.
    fn may_be_large_place(&self, tokens: &Range<usize>) -> bool {
        let is_first_word = tokens.start <= self.first_word() && tokens.len() == 1;
        !is_first_word && self.is_isolated(tokens.start, tokens.end)
    }

    /// Returns the index of the first word of the sentence, behind the dash or the marks before it.
    fn first_word(&self) -> usize {
        self.sentence.words.iter().take_while(|word| !word.is_word).count()
    }

    /// Proposes a given name and the word after it, if that is a surname, or if only names have
    /// capitals there.
    fn propose_listed_people(
        &mut self,
        language: Language,
        translated: &[(Range<usize>, PlaceKind)],
    ) {
        let is_long = |(tokens, _): &&(Range<usize>, PlaceKind)| tokens.len() > 1;
        let long_places: Vec<_> = translated.iter().filter(is_long).cloned().collect();
        let is_name = |token: Option<&Token<'_>>| {
            token.is_some_and(|token| token.is_capitalised() && !token.is_acronym())
        };
        let first_word = self.first_word();
        for first in 0..self.sentence.tokens.len() {
            let (given, last) = (self.token(first), self.token(first + 1));
            // Articles at the start of a sentence are in the lists, too.
            let is_given =
                given.filter(|token| !ARTICLES.contains(&token.text)).is_some_and(|token| {
                    GAZETTEER.is_given_name(token.text)
                        || GAZETTEER.is_foreign_given_name(token.text)
                });
            let is_surname = last.is_some_and(|token| GAZETTEER.is_surname(token.text));
            let names_have_capitals =
                !language.capitalises_nouns() && first > first_word && !self.in_headline;
            if is_given
                && is_name(given)
                && is_name(last)
                && (is_surname || names_have_capitals)
                && !self.is_place(first..first + 2)
                // "Nova Iorque"
                && !overlaps(&long_places, &(first..first + 2))
            {
                let evidence = Evidence::Gazetteer("a given name and a surname".into());
                self.propose(first..first + 2, Some(Kind::Person), evidence, 2.0 * GIVEN_NAME);
            }
        }
    }
}

/// Articles that are also given names in the lists.
const ARTICLES: [&str; 3] = ["Den", "Der", "Les"];

fn large_place_weight(kind: PlaceKind) -> f32 {
    if kind == PlaceKind::Country { COUNTRY } else { LARGE_TOWN }
}

/// Returns whether one of `places` has a token of `tokens`.
fn overlaps(places: &[(Range<usize>, PlaceKind)], tokens: &Range<usize>) -> bool {
    places.iter().any(|(it, _)| it.start < tokens.end && tokens.start < it.end)
}
