//! Candidates for organisations.

use super::sentence::{Finder, texts};
use super::weights::{AMBIGUOUS, CALLED, COUNTRY, HEAD, INITIALS, TEAM, WEAK_HEAD};
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::vocabulary::{WORDS, is_people};

impl Finder<'_, '_> {
    /// An organisation by its last word, or its first and an "of".
    pub(super) fn headed(&mut self, first: usize, end: usize) {
        // What a run says of itself ends where a title or a verb stands in a headline.
        if self.headline && end - first > 6 {
            return;
        }
        let is_head_at =
            |at: usize| WORDS.organisation_heads.has(self.lower(at).trim_end_matches('.'));
        let Some(head) = (first..end).rev().find(|at| is_head_at(*at)) else { return };
        let name = self.after_titles(first, head);
        let lower_head = self.lower(head);
        let whole = self.with_leads(head, end);
        if texts(self.sentence.get(name..whole))
            .is_some_and(|name| GAZETTEER.place(&name).is_some())
        {
            return;
        }
        let is_lead = whole > head + 1;
        let is_strong = WORDS.sure_organisation_heads.has(lower_head.trim_end_matches('.'));
        let further = end - head - 1;
        // "University Hospital Zurich" is for the tagger.
        let is_telling = |at: usize| {
            let lower = self.lower(at);
            !GAZETTEER.is_common(&lower) && !is_people(&lower)
        };
        let may_head = if self.headline { is_strong && (name..head).any(is_telling) } else { true };
        if (head > name && further == 0 && may_head) || is_lead {
            let weight = if is_strong || is_lead { HEAD } else { WEAK_HEAD };
            self.add(name..whole, Some(Kind::Organisation), Evidence::Head(lower_head), weight);
        }
    }

    /// The first token from which a run up to a head has no more titles in it that stand for a person.
    fn after_titles(&self, first: usize, head: usize) -> usize {
        let mut start = first;
        for at in first..head {
            let lower = self.lower(at);
            // "Defense Ministry", "Attorney General Office" keep theirs.
            if matches!(
                lower.as_str(),
                "president" | "minister" | "spokesman" | "spokeswoman" | "mr." | "mr"
            ) {
                start = at + 1;
            }
            if at == first
                && matches!(
                    lower.as_str(),
                    "the" | "a" | "an" | "in" | "at" | "for" | "and" | "but"
                )
            {
                start = at + 1;
            }
        }
        start
    }

    /// The end of an organisation's name that goes on after "of" or "for".
    fn with_leads(&self, head: usize, run_end: usize) -> usize {
        let lead = self.lower(head);
        let lead = lead.trim_end_matches('.');
        if head + 1 != run_end || !(WORDS.organisation_leads.has(lead)) {
            return run_end;
        }
        let mut end = head + 1;
        loop {
            let small = |token: &&Token<'_>| {
                matches!(token.text, "of" | "for" | "on" | "the" | "and" | "&")
            };
            let links = self.sentence.iter().skip(end).take(3).take_while(small).count();
            let link = self.token(end).map_or("", |token| token.text);
            let further = self
                .sentence
                .iter()
                .skip(end + links)
                .take_while(|token| token.is_capital())
                .count();
            let is_first = end == head + 1;
            let opens = matches!(link, "of")
                || (matches!(link, "for" | "on") && is_first)
                || (matches!(link, "and" | "&") && !is_first && self.is_one_office(end));
            if links == 0 || further == 0 || !opens || end - head > 9 {
                return end;
            }
            end += links + further;
        }
    }

    /// Whether an "and" joins two matters of one office ("Ministry of Trade and Industry") rather than two names.
    fn is_one_office(&self, and: usize) -> bool {
        let is_matter = |at: usize| GAZETTEER.is_common(&self.lower(at));
        and.checked_sub(1).is_some_and(is_matter) && is_matter(and + 1)
    }

    /// An organisation by what it is called beside its name, by a unit's number, or by its initials.
    pub(super) fn acting(&mut self, first: usize, end: usize) {
        if self.headline {
            return;
        }
        let length = end - first;
        let before = first.checked_sub(1).map(|at| self.lower(at)).unwrap_or_default();
        if length <= 4 && WORDS.organisation_nouns.has(&before) {
            self.add(
                first..end,
                Some(Kind::Organisation),
                Evidence::Beside(before.clone()),
                CALLED,
            );
        }
        if self.lower(end) == ","
            && matches!(self.token(end + 1).map(|token| token.text), Some("a" | "an" | "the"))
        {
            let noun = self
                .sentence
                .iter()
                .skip(end + 2)
                .take(5)
                .take_while(|token| {
                    !matches!(
                        token.text,
                        "," | "." | "of" | "for" | "at" | "in" | "by" | "that" | "which"
                    )
                })
                .last()
                .map(Token::lower)
                .filter(|noun| WORDS.organisation_nouns.has(noun));
            if let Some(noun) = noun {
                self.add(first..end, Some(Kind::Organisation), Evidence::Apposition(noun), CALLED);
            }
        }
        // "the 3rd Assault Brigade", "65 Air Division"
        let unit = (first..end).rfind(|at| WORDS.units.has(&self.lower(*at)));
        let is_number =
            |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && text.len() <= 5;
        if let Some(unit) = unit.filter(|_| is_number(&before)) {
            self.add(
                first - 1..unit + 1,
                Some(Kind::Organisation),
                Evidence::Head(self.lower(unit)),
                HEAD,
            );
        }
        for at in first..end {
            let is_initials = self.token(at).is_some_and(|token| {
                token.is_initials()
                    && token.text.chars().filter(|c| c.is_alphabetic()).count() >= 3
                    && token.text.chars().count() <= 6
                    && !token.text.contains(|c: char| c.is_numeric())
                    && GAZETTEER.place(token.text).is_none()
            });
            if is_initials && length <= 2 {
                self.add(at..at + 1, Some(Kind::Organisation), Evidence::Initials, INITIALS);
            }
        }
    }

    /// A team by its town: "Boston Braves".
    pub(super) fn team(&mut self, first: usize, end: usize) {
        let last = self.lower(end - 1);
        let run: Vec<&str> = self
            .sentence
            .get(first..end)
            .unwrap_or_default()
            .iter()
            .map(|token| token.text)
            .collect();
        let town = GAZETTEER.longest_place(&run).filter(|(length, kind)| {
            let of_town = matches!(kind, PlaceKind::Metropolis | PlaceKind::City | PlaceKind::Town);
            of_town && (1..=2).contains(&(end - first - length))
        });
        let is_team = last.ends_with('s')
            && last.len() > 3
            && !WORDS.place_heads.has(&last)
            && !is_people(&last)
            && !WORDS.dates.has(&last)
            && !WORDS.event_heads.has(&last);
        if is_team && !self.headline && town.is_some() {
            self.add(first..end, Some(Kind::Organisation), Evidence::Head(last), TEAM);
        }
    }

    /// Organisations that everybody knows by a name that nothing gives away.
    pub(super) fn known_organisations(&mut self) {
        for at in (0..self.sentence.len())
            .filter(|at| self.sentence.get(*at).is_some_and(Token::is_capital))
        {
            let texts: Vec<&str> =
                self.sentence.iter().skip(at).take(8).map(|token| token.text).collect();
            let Some(length) = GAZETTEER.longest_organisation(&texts) else { continue };
            let end = at + length;
            // "Apple", "Ford" and "Navy" are words and names of other things, too.
            let is_ambiguous = length == 1
                && self.token(at).is_some_and(|token| {
                    !token.is_initials()
                        && (GAZETTEER.is_common(&token.lower())
                            || GAZETTEER.is_given(token.text)
                            || GAZETTEER.is_surname(token.text)
                            || GAZETTEER.place(token.text).is_some())
                });
            // "MTV Video Music Awards" is none of MTV's own names.
            let goes_on = !self.headline && !self.is_alone(at, end);
            // "the Ukrainian Air Force" is one, "the Russian Gazprom" is not.
            let is_headed = self
                .token(end - 1)
                .is_some_and(|token| WORDS.organisation_heads.has(&token.lower()));
            let peoples = self.sentence.get(..at).unwrap_or_default().iter().rev();
            let whose =
                peoples.take_while(|token| token.is_capital() && is_people(&token.lower())).count();
            let first = at - if is_headed { whose } else { 0 };
            let weight = if is_ambiguous || goes_on { AMBIGUOUS } else { COUNTRY };
            if !is_ambiguous || !goes_on && at > 0 {
                self.add(
                    first..end,
                    Some(Kind::Organisation),
                    Evidence::Known("an organisation"),
                    weight,
                );
            }
        }
    }
}
