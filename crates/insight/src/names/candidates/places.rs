//! Candidates for places.

use super::sentence::{Finder, texts};
use super::weights::{BESIDE, COUNTRY, HEAD, INTO, LARGE_TOWN, STATE};
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::vocabulary::{WORDS, is_direction, is_people, is_title};

impl Finder<'_, '_> {
    /// Countries, and large towns where nothing beside them makes them part of another name.
    pub(super) fn places(&mut self) {
        let texts: Vec<&str> = self.sentence.iter().map(|token| token.text).collect();
        let mut at = 0;
        while at < texts.len() {
            let is_capital = self.token(at).is_some_and(Token::is_capital);
            let found = texts
                .get(at..)
                .filter(|_| is_capital)
                .and_then(|rest| GAZETTEER.longest_place(rest));
            let Some((length, kind)) = found else {
                at += 1;
                continue;
            };
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
                    GAZETTEER.is_given(token.text) || GAZETTEER.is_surname(token.text)
                });
            let is_word = is_person
                || length == 1
                    && GAZETTEER.is_common(&self.lower(at))
                    && kind != PlaceKind::Country
                || length == 1 && is_direction(&self.lower(at));
            let first = self.with_direction(at);
            if weight > 0.0
                && !is_word
                && self.is_alone(first, at + length)
                && !self.goes_on(at, at + length)
            {
                self.add(
                    first..at + length,
                    Some(Kind::Place),
                    Evidence::Known(kind.words()),
                    weight,
                );
            }
            at += length;
        }
    }

    /// Where a place's name begins that a direction may belong to: "East Jerusalem", but "East Germany" is a name by itself.
    fn with_direction(&self, at: usize) -> usize {
        let before = at.checked_sub(1).filter(|before| {
            self.token(*before)
                .is_some_and(|token| token.is_capital() && is_direction(&token.lower()))
        });
        before.filter(|_| !self.headline).unwrap_or(at)
    }

    /// Whether a place's name is the first part of a longer one: "Perth Glory", but not "U.S. Patriot missiles".
    fn goes_on(&self, first: usize, end: usize) -> bool {
        let is_initials = self.token(first).is_some_and(Token::is_initials);
        let joins = |token: &Token<'_>| {
            let lower = token.lower();
            token.is_capital()
                && !is_people(&lower)
                && !is_title(&lower)
                && !WORDS.dates.has(&lower)
                && !WORDS.title_parts.has(&lower)
        };
        !self.headline && !is_initials && self.token(end).is_some_and(joins)
    }

    /// A place by what stands beside it: "Paxton, Illinois", "the city of Sumy", "the Zaporizhzhia region".
    pub(super) fn beside(&mut self, first: usize, end: usize) {
        let length = end - first;
        let is_known = |at: usize| {
            self.token(at).is_some_and(Token::is_capital)
                && texts(self.sentence.get(at..at + 1)).is_some_and(|name| {
                    matches!(GAZETTEER.place(&name), Some(PlaceKind::Country | PlaceKind::State))
                })
        };
        if length <= 3 && self.lower(end) == "," && is_known(end + 1) && !self.headline {
            let before = first.checked_sub(1).map(|at| self.lower(at)).unwrap_or_default();
            if matches!(
                before.as_str(),
                "in" | "at" | "near" | "from" | "of" | "to" | "outside" | "around" | "through"
            ) {
                self.add(
                    first..end,
                    Some(Kind::Place),
                    Evidence::Beside(self.lower(end + 1)),
                    BESIDE,
                );
            }
        }
        let before = first.checked_sub(1).map(|at| self.lower(at)).unwrap_or_default();
        if length <= 2
            && matches!(
                before.as_str(),
                "in" | "near" | "outside" | "into" | "across" | "throughout" | "around"
            )
            && !self.headline
            && self
                .sentence
                .get(first..end)
                .unwrap_or_default()
                .iter()
                .all(|token| !GAZETTEER.is_common(&token.lower()) && !token.is_initials())
            && !self.token(end).is_some_and(Token::is_possessive)
        {
            self.add(first..end, Some(Kind::Place), Evidence::Beside(before), INTO);
        }
        let head_after = self.lower(end);
        const AFTER: [&str; 8] = [
            "region",
            "oblast",
            "province",
            "district",
            "county",
            "peninsula",
            "prefecture",
            "river",
        ];
        if length <= 2 && AFTER.contains(&head_after.as_str()) && !is_people(&self.lower(end - 1)) {
            self.add(first..end, Some(Kind::Place), Evidence::Beside(head_after), BESIDE);
        }
        let before = first.checked_sub(2).map(|at| self.lower(at)).unwrap_or_default();
        let of = first.checked_sub(1).map(|at| self.lower(at)).unwrap_or_default();
        const OF: [&str; 11] = [
            "city", "town", "village", "island", "province", "region", "district", "port",
            "suburb", "hamlet", "capital",
        ];
        if length <= 3 && of == "of" && OF.contains(&before.as_str()) {
            self.add(first..end, Some(Kind::Place), Evidence::Beside(before), BESIDE);
        }
        let last = self.lower(end - 1);
        if (2..=4).contains(&length)
            && WORDS.place_heads.has(&last)
            && !WORDS.other_place_heads.has(&last)
            && !self.headline
        {
            self.add(first..end, Some(Kind::Place), Evidence::Head(last), HEAD * 0.5);
        }
        let lead = self.lower(first);
        if length == 2
            && ["mount", "lake", "cape", "fort"].contains(&lead.as_str())
            && !self.headline
        {
            self.add(first..end, Some(Kind::Place), Evidence::Head(lead), HEAD * 0.5);
        }
    }
}
