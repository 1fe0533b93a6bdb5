//! Candidates for people.

use super::sentence::{Finder, texts};
use super::weights::{GIVEN, SPEAKS, TITLE, UNKNOWN};
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::vocabulary::{WORDS, is_people, is_title};

impl Finder<'_, '_> {
    /// A person after a title: adds the candidate, and says where the name begins.
    pub(super) fn titled(&mut self, first: usize, end: usize) -> Option<usize> {
        let is_title_at = |at: usize| self.token(at).is_some_and(|token| is_title(&token.lower()));
        let within = (first..end).rev().find(|at| is_title_at(*at));
        let before = first.checked_sub(1).filter(|at| is_title_at(*at) && !self.headline);
        // "Secretary of State Antony Blinken", "Governor of Washington Chris Gregoire": the run begins within the title.
        let of =
            first.checked_sub(2).filter(|at| is_title_at(*at) && self.lower(first - 1) == "of");
        let run: Vec<&str> = self
            .sentence
            .get(first..end)
            .unwrap_or_default()
            .iter()
            .map(|token| token.text)
            .collect();
        let office = (first..end)
            .take_while(|at| WORDS.title_parts.has(&self.lower(*at)) || self.lower(*at) == "and")
            .last()
            .or_else(|| GAZETTEER.longest_place(&run).map(|(length, _)| first + length - 1));
        let title = within.or(of.and(office)).or(before)?;
        let rest = title + 1..end;
        // "Deputy Pentagon press secretary": the title goes on, and the run is no person.
        let goes_on = self.token(end).is_some_and(|token| {
            !token.is_capital() && (is_title(&token.lower()) || token.text == "press")
        });
        if goes_on {
            return None;
        }
        let lower_title = self.lower(title);
        let is_place_with_title = texts(self.sentence.get(title..end))
            .is_some_and(|name| GAZETTEER.place(&name).is_some());
        let rest_name = texts(self.sentence.get(rest.clone())).unwrap_or_default();
        let is_other = (1..=4).contains(&rest.len()).then_some(()).is_none()
            || is_place_with_title
            || matches!(
                GAZETTEER.place(&rest_name),
                Some(PlaceKind::Country | PlaceKind::Metropolis)
            )
            || rest.clone().any(|at| {
                let lower = self.lower(at);
                let bare = lower.trim_end_matches('.');
                WORDS.organisation_heads.has(bare) && bare != "house" && bare != "united"
                    || is_people(bare)
                    || WORDS.dates.has(bare)
                    || WORDS.title_parts.has(bare)
            })
            || (self.headline || rest.len() == 1)
                && rest.clone().all(|at| {
                    GAZETTEER.is_common(&self.lower(at))
                        && !self.token(at).is_some_and(|token| GAZETTEER.is_given(token.text))
                })
            || self.token(rest.start).is_some_and(|token| {
                token.is_initials() && !token.text.contains('.') && rest.len() == 1
            });
        if is_other {
            return None;
        }
        let weight = if GAZETTEER.place(&rest_name).is_some() { 1.0 } else { TITLE };
        let start = rest.start;
        self.add(rest, Some(Kind::Person), Evidence::Title(lower_title), weight);
        Some(start)
    }

    /// A person who speaks, or is called by a given name.
    pub(super) fn speaking(&mut self, first: usize, end: usize) {
        let length = end - first;
        if !(2..=4).contains(&length) || self.headline {
            return;
        }
        let is_plain = (first..end).all(|at| {
            let lower = self.lower(at);
            let bare = lower.trim_end_matches('.');
            !WORDS.organisation_heads.has(bare)
                && !WORDS.place_heads.has(bare)
                && !is_people(bare)
                && !WORDS.dates.has(bare)
                && !is_title(bare)
                && !self
                    .token(at)
                    .is_some_and(|token| token.is_initials() && !token.text.contains('.'))
        });
        let name = texts(self.sentence.get(first..end)).unwrap_or_default();
        let holds_country = (first..end).any(|at| {
            self.token(at)
                .is_some_and(|token| GAZETTEER.place(token.text) == Some(PlaceKind::Country))
        });
        let last_is_word =
            end.checked_sub(1).is_some_and(|at| GAZETTEER.is_common(&self.lower(at)));
        let first_is_word = GAZETTEER.is_common(&self.lower(first));
        let first_is_given = self.token(first).is_some_and(|token| GAZETTEER.is_given(token.text));
        if !is_plain || holds_country || GAZETTEER.place(&name).is_some() {
            return;
        }
        let verb =
            |at: Option<usize>| at.map(|at| self.lower(at)).filter(|word| WORDS.saying.has(word));
        let spoken = verb(Some(end)).or_else(|| verb(first.checked_sub(1)));
        if let Some(verb) = spoken.filter(|_| !last_is_word && (!first_is_word || first_is_given)) {
            self.add(first..end, Some(Kind::Person), Evidence::Speaks(verb), SPEAKS);
        }
        // "Mohammed bin Salman"
        let particle = (first..end)
            .filter_map(|at| self.token(at))
            .find(|token| PERSONAL.contains(&token.text));
        if let Some(particle) = particle.filter(|_| !last_is_word && !first_is_word) {
            let word = particle.text.to_owned();
            self.add(first..end, Some(Kind::Person), Evidence::Given(word), SPEAKS);
        }
        if let Some(word) =
            self.apposition(end).filter(|_| !last_is_word && (!first_is_word || first_is_given))
        {
            self.add(first..end, Some(Kind::Person), Evidence::Apposition(word), SPEAKS);
        }
        if first_is_given && !first_is_word && !last_is_word {
            let given = self.token(first).map_or("", |token| token.text).to_owned();
            self.add(first..end, Some(Kind::Person), Evidence::Given(given), GIVEN);
        }
    }

    /// The title that follows a name after a comma: "X, a senior analyst at Y", "X, Ukraine's former ambassador".
    fn apposition(&self, comma: usize) -> Option<String> {
        if self.lower(comma) != "," {
            return None;
        }
        let next = self.token(comma + 1)?;
        let opens = matches!(
            next.text,
            "a" | "an" | "the" | "who" | "former" | "head" | "chief" | "deputy" | "senior" | "now"
        ) || next.is_capital()
            || is_title(&next.lower());
        if !opens {
            return None;
        }
        if next.text == "who" {
            return Some("who".to_owned());
        }
        self.sentence
            .iter()
            .skip(comma + 1)
            .take(9)
            .take_while(|token| {
                !matches!(token.text, "," | "." | ";") && !WORDS.saying.has(&token.lower())
            })
            .map(Token::lower)
            .find(|word| {
                is_title(word) && word != "general"
                    || matches!(word.as_str(), "fellow" | "expert" | "member" | "owner")
            })
    }

    /// In a headline: two or three words side by side that are neither common nor known as anything else.
    pub(super) fn unknown(&mut self, first: usize, end: usize) {
        if !self.headline {
            return;
        }
        let mut at = first;
        while at < end {
            let length = (at..end).take_while(|at| self.token(*at).is_some_and(is_unknown)).count();
            if (2..=3).contains(&length) {
                self.add(at..at + length, Some(Kind::Person), Evidence::Unknown, UNKNOWN);
            }
            at += length.max(1);
        }
    }
}

/// Particles that only people have.
const PERSONAL: [&str; 9] = ["bin", "bint", "ibn", "van", "von", "der", "den", "ter", "zu"];

/// Whether a word is none that is common or known for something.
fn is_unknown(token: &Token<'_>) -> bool {
    let lower = token.lower();
    !GAZETTEER.is_common(&lower)
        && GAZETTEER.place(token.text).is_none()
        && !is_people(&lower)
        && !is_title(&lower)
        && !WORDS.dates.has(&lower)
        && !token.is_initials()
        && !WORDS.organisation_heads.has(&lower)
        && !WORDS.no_names.has(&lower)
        && !token.text.contains(|c: char| c.is_numeric())
}
