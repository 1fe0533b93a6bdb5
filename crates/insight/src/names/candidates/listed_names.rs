//! Candidates in texts of other languages than English: names of the gazetteer, and nothing that
//! only English words around a name could tell. No name is better than a wrong one.

use super::sentence::SentenceScanner;
use super::weights::{COUNTRY, GIVEN_NAME, LARGE_TOWN};
use crate::document::Language;
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;

impl SentenceScanner<'_, '_> {
    /// Proposes the names of the gazetteer.
    pub(super) fn propose_listed_names(&mut self, language: Language) {
        self.propose_known_organisations();
        self.propose_listed_people(language);
        self.propose_large_places();
    }

    /// Proposes countries and large towns that are not part of another name. The first word of a
    /// sentence has a capital anyway, and may mean something else.
    fn propose_large_places(&mut self) {
        let sentence = self.sentence;
        let first_word = self.first_word();
        for (tokens, kind) in &sentence.places {
            let weight = match kind {
                PlaceKind::Country => COUNTRY,
                PlaceKind::Metropolis => LARGE_TOWN,
                PlaceKind::State | PlaceKind::City | PlaceKind::Town => continue,
            };
            let is_first_word = tokens.start <= first_word && tokens.len() == 1;
            if !is_first_word && self.is_isolated(tokens.start, tokens.end) {
                let evidence = Evidence::Gazetteer(kind.description().into());
                self.propose(tokens.clone(), Some(Kind::Place), evidence, weight);
            }
        }
    }

    /// Returns the index of the first word of the sentence, behind the dash or the marks before it.
    fn first_word(&self) -> usize {
        self.sentence.words.iter().take_while(|word| !word.is_word).count()
    }

    /// Proposes a given name and the word after it, if that is a surname, or if only names have
    /// capitals there.
    fn propose_listed_people(&mut self, language: Language) {
        let is_name = |token: Option<&Token<'_>>| {
            token.is_some_and(|token| token.is_capitalised() && !token.is_acronym())
        };
        let first_word = self.first_word();
        for first in 0..self.sentence.tokens.len() {
            let (given, last) = (self.token(first), self.token(first + 1));
            let is_given = given.is_some_and(|token| {
                GAZETTEER.is_given_name(token.text) || GAZETTEER.is_foreign_given_name(token.text)
            });
            let is_surname = last.is_some_and(|token| GAZETTEER.is_surname(token.text));
            let names_have_capitals =
                !language.capitalises_nouns() && first > first_word && !self.in_headline;
            if is_given
                && is_name(given)
                && is_name(last)
                && (is_surname || names_have_capitals)
                && !self.is_place(first..first + 2)
            {
                let evidence = Evidence::Gazetteer("a given name and a surname".into());
                self.propose(first..first + 2, Some(Kind::Person), evidence, 2.0 * GIVEN_NAME);
            }
        }
    }
}
