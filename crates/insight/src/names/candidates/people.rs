//! Candidates for people: names with a title, and names whose context or words belong to a person.

use super::sentence::SentenceScanner;
use super::weights::{
    BRACKETED, GIVEN_NAME, PERSON_CONTEXT, TITLE, TITLE_BEFORE_PLACE, UNLISTED_WORDS,
};
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::vocabulary::{VOCABULARY, is_demonym, is_title};
use std::borrow::Cow;
use std::ops::Range;

impl SentenceScanner<'_, '_> {
    /// Proposes the person after a title in or before a run, and returns the start of the name.
    pub(super) fn propose_titled_person(&mut self, first: usize, end: usize) -> Option<usize> {
        let title = self.title_of_run(first, end)?;
        let name = title + 1..end;
        // "Deputy Pentagon press secretary": the title continues, and the run is not a person.
        let title_continues = self.token(end).is_some_and(|token| {
            !self.is_capitalised(end) && (self.is_title(end) || token.text == "press")
        });
        if title_continues || !self.may_follow_title(title, name.clone()) {
            return None;
        }
        let weight = if self.is_place(name.clone()) { TITLE_BEFORE_PLACE } else { TITLE };
        let start = name.start;
        self.propose(
            name,
            Some(Kind::Person),
            Evidence::Title(self.lower(title).to_owned()),
            weight,
        );
        Some(start)
    }

    /// Returns the last token of the title in or before a run.
    fn title_of_run(&self, first: usize, end: usize) -> Option<usize> {
        let is_title_at = |at: usize| self.is_title(at);
        let within = (first..end).rev().find(|at| is_title_at(*at));
        let before = first.checked_sub(1).filter(|at| is_title_at(*at) && !self.in_headline);
        // "Secretary of State Antony Blinken", "Governor of Washington Chris Gregoire": the run
        // begins within the title.
        let of = first.checked_sub(if self.lower_before(first) == "the" { 2 } else { 1 });
        let title_of = of
            .filter(|of| self.lower(*of) == "of")
            .and_then(|of| of.checked_sub(1))
            .filter(|at| is_title_at(*at));
        let longest_place = || {
            let run = self.sentence.tokens.get(first..end).unwrap_or_default();
            let run: Vec<&str> = run.iter().map(|token| token.text).collect();
            self.word(first).filter(|word| word.place_words > 0)?;
            GAZETTEER.longest_place(&run)
        };
        let office = || {
            (first..end)
                .take_while(|at| {
                    VOCABULARY.title_parts.contains(self.lower(*at)) || self.lower(*at) == "and"
                })
                .last()
                .or_else(|| longest_place().map(|(length, _)| first + length - 1))
        };
        within.or_else(|| title_of.and_then(|_| office())).or(before)
    }

    /// Returns whether the tokens after a title can be the name of a person.
    fn may_follow_title(&self, title: usize, name: Range<usize>) -> bool {
        let is_large_place = matches!(
            self.place_kind(name.clone()),
            Some(PlaceKind::Country | PlaceKind::Metropolis)
        );
        let has_other_word = name.clone().any(|at| {
            let lower = self.lower(at);
            let bare = lower.trim_end_matches('.');
            VOCABULARY.organisation_heads.contains(bare) && bare != "house" && bare != "united"
                || is_demonym(bare)
                || VOCABULARY.dates.contains(bare)
                || VOCABULARY.title_parts.contains(bare)
        });
        let is_common = (self.in_headline || name.len() == 1)
            && name.clone().all(|at| {
                self.is_common(at)
                    && !self.token(at).is_some_and(|token| GAZETTEER.is_given_name(token.text))
            });
        let is_acronym = name.len() == 1
            && self
                .token(name.start)
                .is_some_and(|token| token.is_acronym() && !token.text.contains('.'));
        (1..=4).contains(&name.len())
            // "Prince George" is a place with its title.
            && !self.is_place(title..name.end)
            && !is_large_place
            && !has_other_word
            && !is_common
            && !is_acronym
    }

    /// Proposes a run as a person if a reporting verb or an apposition is beside it, or if it has a
    /// given name or a personal particle.
    pub(super) fn propose_person_in_context(&mut self, first: usize, end: usize) {
        let length = end - first;
        if !(2..=4).contains(&length) || self.in_headline {
            return;
        }
        let has_other_word = (first..end).any(|at| {
            let lower = self.lower(at);
            let bare = lower.trim_end_matches('.');
            VOCABULARY.organisation_heads.contains(bare)
                || VOCABULARY.place_heads.contains(bare)
                || is_demonym(bare)
                || VOCABULARY.dates.contains(bare)
                || is_title(bare)
                || self
                    .token(at)
                    .is_some_and(|token| self.is_acronym(at) && !token.text.contains('.'))
        });
        let has_country = (first..end)
            .any(|at| self.word(at).is_some_and(|word| word.place == Some(PlaceKind::Country)));
        if has_other_word || has_country || self.is_place(first..end) {
            return;
        }
        let first_is_common = self.is_common(first);
        let last_is_common = end.checked_sub(1).is_some_and(|at| self.is_common(at));
        let first_is_given =
            self.token(first).is_some_and(|token| GAZETTEER.is_given_name(token.text));
        let has_rare_words = !last_is_common && (!first_is_common || first_is_given);
        let reporting_verb = |at: Option<usize>| {
            at.map(|at| self.lower(at)).filter(|word| VOCABULARY.reporting_verbs.contains(word))
        };
        let verb = reporting_verb(Some(end)).or_else(|| reporting_verb(first.checked_sub(1)));
        if let Some(verb) = verb.filter(|_| has_rare_words) {
            let evidence = Evidence::ReportingVerb(verb.to_owned());
            self.propose(first..end, Some(Kind::Person), evidence, PERSON_CONTEXT);
        }
        // "Mohammed bin Salman"
        let particle = (first..end)
            .filter_map(|at| self.token(at))
            .find(|token| PERSONAL_PARTICLES.contains(&token.text));
        if let Some(particle) = particle.filter(|_| !last_is_common && !first_is_common) {
            let evidence = Evidence::GivenName(particle.text.to_owned());
            self.propose(first..end, Some(Kind::Person), evidence, PERSON_CONTEXT);
        }
        if let Some(title) = self.title_in_apposition(end).filter(|_| has_rare_words) {
            let evidence = Evidence::Apposition(title);
            self.propose(first..end, Some(Kind::Person), evidence, PERSON_CONTEXT);
        }
        // "fix a leak (Ada Okonkwo)"
        let is_bracketed = self.lower_before(first) == "(" && self.lower(end) == ")";
        if is_bracketed && !first_is_common && !last_is_common {
            let evidence = Evidence::AdjacentWord("(".to_owned());
            self.propose(first..end, Some(Kind::Person), evidence, BRACKETED);
        }
        if first_is_given && !first_is_common && !last_is_common {
            let given = self.token(first).map_or("", |token| token.text).to_owned();
            self.propose(first..end, Some(Kind::Person), Evidence::GivenName(given), GIVEN_NAME);
        }
    }

    /// Returns the title in the apposition that starts with a comma at `comma`: "X, a senior
    /// analyst at Y", "X, Ukraine's former ambassador".
    fn title_in_apposition(&self, comma: usize) -> Option<String> {
        if self.lower(comma) != "," {
            return None;
        }
        let next = self.token(comma + 1)?;
        let is_apposition = matches!(
            next.text,
            "a" | "an" | "the" | "who" | "former" | "head" | "chief" | "deputy" | "senior" | "now"
        ) || next.is_capitalised()
            || is_title(&next.lower());
        if !is_apposition {
            return None;
        }
        if next.text == "who" {
            return Some("who".to_owned());
        }
        self.sentence
            .tokens
            .iter()
            .skip(comma + 1)
            .take(9)
            .take_while(|token| {
                !matches!(token.text, "," | "." | ";")
                    && !VOCABULARY.reporting_verbs.contains(&token.lower())
            })
            .map(Token::lower)
            .find(|word| {
                is_title(word) && word != "general"
                    || matches!(word.as_ref(), "fellow" | "expert" | "member" | "owner")
            })
            .map(Cow::into_owned)
    }

    /// Proposes two or three consecutive words of a headline that no list contains.
    pub(super) fn propose_unlisted_words(&mut self, first: usize, end: usize) {
        if !self.in_headline {
            return;
        }
        let mut at = first;
        while at < end {
            let length =
                (at..end).take_while(|at| self.token(*at).is_some_and(is_unlisted)).count();
            if (2..=3).contains(&length) {
                let evidence = Evidence::UnlistedWords;
                self.propose(at..at + length, Some(Kind::Person), evidence, UNLISTED_WORDS);
            }
            at += length.max(1);
        }
    }
}

/// Particles that occur only in the names of people.
const PERSONAL_PARTICLES: [&str; 9] =
    ["bin", "bint", "ibn", "van", "von", "der", "den", "ter", "zu"];

/// Returns whether no list contains a word.
pub(super) fn is_unlisted(token: &Token<'_>) -> bool {
    let lower = token.lower();
    !GAZETTEER.is_common_word(&lower)
        && GAZETTEER.place_kind(token.text).is_none()
        && !is_demonym(&lower)
        && !is_title(&lower)
        && !VOCABULARY.dates.contains(&lower)
        && !token.is_acronym()
        && !VOCABULARY.organisation_heads.contains(&lower)
        && !VOCABULARY.non_names.contains(&lower)
        && !token.text.contains(|c: char| c.is_numeric())
}
