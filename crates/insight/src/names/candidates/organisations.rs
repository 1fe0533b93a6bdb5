//! Candidates for organisations: those of the gazetteer, names with a head noun such as "ministry",
//! teams, military units and acronyms.

use super::sentence::SentenceScanner;
use super::weights::{
    ABBREVIATION, ACRONYM, AMBIGUOUS_HEAD, AMBIGUOUS_ORGANISATION, DESCRIBED, FIRM,
    KNOWN_ORGANISATION, ORGANISATION_HEAD, TEAM,
};
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::vocabulary::{VOCABULARY, is_demonym};

impl SentenceScanner<'_, '_> {
    /// Proposes the organisations of the gazetteer, whose names do not tell what they are.
    pub(super) fn propose_known_organisations(&mut self) {
        let sentence = self.sentence;
        for organisation in &sentence.organisations {
            let (at, length, end) = (organisation.start, organisation.len(), organisation.end);
            // "Apple", "Ford" and "Navy" have other meanings.
            let is_ambiguous = length == 1
                && self.token(at).zip(self.word(at)).is_some_and(|(token, word)| {
                    !word.is_acronym
                        && (word.is_common
                            || GAZETTEER.is_given_name(token.text)
                            || GAZETTEER.is_surname(token.text)
                            || word.place.is_some())
                });
            // "MTV Video Music Awards" is not MTV.
            let is_part = !self.in_headline && !self.is_isolated(at, end);
            // "the Ukrainian Air Force" keeps its demonym, "the Russian Gazprom" does not.
            let has_head = self
                .word(end - 1)
                .is_some_and(|word| VOCABULARY.organisation_heads.contains(&word.lower));
            let before = self.sentence.words.get(..at).unwrap_or_default().iter().rev();
            let demonyms = before.take_while(|word| word.is_capitalised && word.is_demonym).count();
            let first = at - if has_head { demonyms } else { 0 };
            let weight =
                if is_ambiguous || is_part { AMBIGUOUS_ORGANISATION } else { KNOWN_ORGANISATION };
            if !is_ambiguous || !is_part && at > 0 {
                let evidence = Evidence::Gazetteer("an organisation".into());
                self.propose(first..end, Some(Kind::Organisation), evidence, weight);
            }
        }
    }

    /// Proposes a run with a head noun for organisations: "Defense Ministry", "University Hospital
    /// Zurich", "Ministry of Defence".
    pub(super) fn propose_by_head(&mut self, first: usize, end: usize) {
        // A long run in a headline contains more than one name.
        if self.in_headline && end - first > 6 {
            return;
        }
        let is_head = |at: usize| {
            VOCABULARY.organisation_heads.contains(self.lower(at).trim_end_matches('.'))
        };
        let Some(head) = (first..end).rev().find(|at| is_head(*at)) else { return };
        let start = self.skip_titles(first, head);
        // "Node.js Foundation Node.js Foundation" is a name and its repetition.
        let is_restart = |at: &usize| {
            *at > start && is_head(at - 1) && self.token(*at).is_some_and(|token| token.is_literal)
        };
        let start = (start..head).rev().find(is_restart).unwrap_or(start);
        // A headline goes on in capitals: "Linux Foundation Announces Keynotes".
        let is_verb =
            |at: usize| self.is_common(at) || self.token(at).is_some_and(|token| token.is_literal);
        // "Linux Foundation Collaborative Projects" are not the foundation.
        let last = self.lower(end - 1);
        let is_activity = end > head + 2 && last.ends_with('s') && (head + 1..end).all(is_verb);
        let is_longer = head > first && head + 1 < end;
        let is_program = |at: usize| self.token(at).is_some_and(|token| token.is_literal);
        let ends_at_head = self.in_headline && (head + 1..end).any(is_verb)
            || is_activity
            || (head + 1..end).any(is_program);
        let end = if is_longer && ends_at_head { head + 1 } else { end };
        let name_end = self.extend_over_complements(head, end);
        let noun = self.lower(head);
        let is_venue =
            matches!(noun, "center" | "centre") && VENUES.contains(&self.lower_before(head));
        if self.is_place(start..name_end) || is_venue {
            return;
        }
        let is_sure = VOCABULARY.sure_organisation_heads.contains(noun.trim_end_matches('.'));
        let is_uncommon = |at: usize| {
            let lower = self.lower(at);
            !GAZETTEER.is_common_word(lower) && !is_demonym(lower)
        };
        // A complement such as "of Defence", or more words of the run ("University Hospital
        // Zurich"), but not the noun that the head describes ("Community Manager").
        let continues =
            name_end > end || end > head + 1 && (head > start || (head + 1..end).any(is_uncommon));
        let is_last = head > start
            && end == head + 1
            && (!self.in_headline || is_sure && (start..head).any(is_uncommon));
        if is_last || continues {
            let start = self.start_before_and(start, head);
            let weight = if is_sure || continues { ORGANISATION_HEAD } else { AMBIGUOUS_HEAD };
            let evidence = Evidence::HeadWord(noun.to_owned());
            self.propose(start..name_end, Some(Kind::Organisation), evidence, weight);
        }
    }

    /// Returns the start of an organisation's name: the run without the title of a person and
    /// without a capitalised function word at its start.
    fn skip_titles(&self, first: usize, head: usize) -> usize {
        let mut start = first;
        for at in first..head {
            let lower = self.lower(at);
            // "Defense Ministry" and "Attorney General Office" keep theirs.
            if matches!(
                lower,
                "president" | "minister" | "spokesman" | "spokeswoman" | "mr." | "mr"
            ) {
                start = at + 1;
            }
            let is_new = lower == "new" && self.token(at + 1).is_some_and(|next| next.is_literal);
            if at == first && is_new {
                start = at + 1;
            }
            if at == first
                && matches!(
                    lower,
                    "the"
                        | "a"
                        | "an"
                        | "in"
                        | "at"
                        | "for"
                        | "and"
                        | "but"
                        | "about"
                        | "from"
                        | "with"
                        | "by"
                        | "to"
                        | "our"
                        | "why"
                        | "how"
                )
            {
                start = at + 1;
            }
        }
        start
    }

    /// Returns the start of an organisation's name including a common noun and an "and" before it:
    /// "the Securities and Exchange Commission".
    fn start_before_and(&self, start: usize, head: usize) -> usize {
        let is_common = |at: usize| self.is_capitalised(at) && self.is_common(at);
        start
            .checked_sub(2)
            .filter(|first| {
                head > start
                    && !self.in_headline
                    && matches!(self.lower(first + 1), "and" | "&")
                    && is_common(*first)
                    && is_common(start)
                    && self.lower_before(*first) == "the"
            })
            .unwrap_or(start)
    }

    /// Proposes the firm whose name ends at an "and": "Goldman, Sachs and Co".
    pub(super) fn propose_firm(&mut self, first: usize, end: usize) {
        let is_partner = |at: usize| {
            self.is_capitalised(at)
                && matches!(
                    self.lower(at).trim_end_matches('.'),
                    "co" | "company" | "sons" | "brothers" | "associates" | "partners"
                )
        };
        if self.in_headline || !matches!(self.lower(end), "and" | "&") || !is_partner(end + 1) {
            return;
        }
        let is_suffix = |token: &&Token<'_>| {
            let lower = token.lower();
            token.is_capitalised() && VOCABULARY.legal_forms.contains(lower.trim_end_matches('.'))
        };
        let suffixes =
            self.sentence.tokens.iter().skip(end + 2).take(2).take_while(is_suffix).count();
        if self.is_capitalised(end + 2 + suffixes) {
            return;
        }
        // "Goldman, Sachs and Co" has two partners.
        let partner = first.checked_sub(2).filter(|partner| {
            end - first == 1 && self.lower(first - 1) == "," && self.is_capitalised(*partner)
        });
        let start = partner.map_or(first, |partner| {
            let before = self.sentence.tokens.get(..partner + 1).unwrap_or_default().iter().rev();
            partner + 1 - before.take(3).take_while(|token| token.is_capitalised()).count()
        });
        let evidence = Evidence::HeadWord(self.lower(end + 1).to_owned());
        self.propose(start..end + 2 + suffixes, Some(Kind::Organisation), evidence, FIRM);
    }

    /// Returns the end of an organisation's name including complements of its head noun, such as
    /// "for the Study of War" after "Institute".
    fn extend_over_complements(&self, head: usize, run_end: usize) -> usize {
        let noun = self.lower(head);
        let noun = noun.trim_end_matches('.');
        if head + 1 != run_end || !VOCABULARY.organisation_leads.contains(noun) {
            return run_end;
        }
        let mut end = head + 1;
        loop {
            let is_link = |token: &&Token<'_>| {
                matches!(token.text, "of" | "for" | "on" | "the" | "and" | "&")
            };
            let links = self.sentence.tokens.iter().skip(end).take(3).take_while(is_link).count();
            let link = self.token(end).map_or("", |token| token.text);
            let run = self.run_length(end + links);
            let is_first = end == head + 1;
            let may_continue = match link {
                "of" => true,
                "for" | "on" => is_first,
                "and" | "&" => !is_first && self.joins_complements(end),
                _ => false,
            };
            if links == 0 || run == 0 || !may_continue || end - head > 9 {
                return end;
            }
            end += links + run;
        }
    }

    /// Returns whether the "and" at `and` joins two complements of one head noun ("Ministry of
    /// Trade and Industry") rather than two names.
    fn joins_complements(&self, and: usize) -> bool {
        let is_common = |at: usize| self.is_common(at);
        and.checked_sub(1).is_some_and(is_common) && is_common(and + 1)
    }

    /// Proposes a run as an organisation by a noun that describes it, by the number of a military
    /// unit, or as an acronym.
    pub(super) fn propose_organisation_in_context(&mut self, first: usize, end: usize) {
        if self.in_headline {
            return;
        }
        let length = end - first;
        let before = self.lower_before(first);
        if length <= 4 && VOCABULARY.organisation_nouns.contains(before) {
            let evidence = Evidence::AdjacentWord(before.to_owned());
            self.propose(first..end, Some(Kind::Organisation), evidence, DESCRIBED);
        }
        if let Some(noun) = self.organisation_in_apposition(end) {
            let evidence = Evidence::Apposition(noun);
            self.propose(first..end, Some(Kind::Organisation), evidence, DESCRIBED);
        }
        // "the 3rd Assault Brigade", "65 Air Division"
        let unit = (first..end).rfind(|at| VOCABULARY.military_units.contains(self.lower(*at)));
        let is_number =
            |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && text.len() <= 5;
        if let Some(unit) = unit.filter(|_| is_number(before)) {
            let evidence = Evidence::HeadWord(self.lower(unit).to_owned());
            let tokens = first - 1..unit + 1;
            self.propose(tokens, Some(Kind::Organisation), evidence, ORGANISATION_HEAD);
        }
        for at in first..end {
            let is_acronym = self.token(at).is_some_and(|token| {
                token.is_acronym()
                    && token.text.chars().filter(|c| c.is_alphabetic()).count() >= 3
                    && token.text.chars().count() <= 6
                    && !token.text.contains(|c: char| c.is_numeric())
                    && GAZETTEER.place_kind(token.text).is_none()
            });
            if is_acronym && length <= 2 {
                self.propose(at..at + 1, Some(Kind::Organisation), Evidence::Acronym, ACRONYM);
            }
            if let Some(words) = self.abbreviated_words(at) {
                let evidence = Evidence::AdjacentWord(words);
                self.propose(at..at + 1, None, evidence, ABBREVIATION);
            }
        }
    }

    /// Returns the common nouns that the acronym at `at` stands for, if the sentence has them in
    /// lower case beside it: "AMD, asynchronous module definition", "a content delivery network
    /// (CDN)".
    fn abbreviated_words(&self, at: usize) -> Option<String> {
        let acronym = self.token(at).filter(|token| token.is_acronym())?;
        let letters: Vec<char> = acronym.text.chars().filter(|c| c.is_alphabetic()).collect();
        let mark = |at: Option<usize>| at.and_then(|at| self.token(at)).map(|token| token.text);
        let words = if matches!(mark(Some(at + 1)), Some("," | "(")) {
            self.sentence.tokens.get(at + 2..at + 2 + letters.len())
        } else if (mark(at.checked_sub(1)), mark(Some(at + 1))) == (Some("("), Some(")")) {
            let end = at - 1;
            end.checked_sub(letters.len()).and_then(|start| self.sentence.tokens.get(start..end))
        } else {
            None
        };
        let words = words.filter(|_| letters.len() >= 3)?;
        let matches = words.iter().zip(&letters).all(|(word, letter)| {
            word.text.starts_with(char::is_lowercase)
                && word.text.chars().next().is_some_and(|c| letter.to_lowercase().eq([c]))
                && !VOCABULARY.organisation_heads.contains(word.text)
        });
        matches.then(|| words.iter().map(|word| word.text).collect::<Vec<_>>().join(" "))
    }

    /// Returns the noun for an organisation in the apposition that starts with a comma at `comma`:
    /// "X, a software company in Y".
    fn organisation_in_apposition(&self, comma: usize) -> Option<String> {
        let article = self.token(comma + 1).map(|token| token.text);
        if self.lower(comma) != "," || !matches!(article, Some("a" | "an" | "the")) {
            return None;
        }
        self.sentence
            .tokens
            .iter()
            .skip(comma + 2)
            .take(5)
            .take_while(|token| {
                !matches!(
                    token.text,
                    "," | "." | "of" | "for" | "at" | "in" | "by" | "that" | "which"
                )
            })
            .last()
            .map(|token| token.lower().into_owned())
            .filter(|noun| VOCABULARY.organisation_nouns.contains(noun))
    }

    /// Proposes a town with one or two words after it as a team, if it is a plural ("Boston
    /// Braves").
    pub(super) fn propose_team(&mut self, first: usize, end: usize) {
        let last = self.lower(end - 1);
        let begins_with_town = || {
            let run = self.sentence.tokens.get(first..end).unwrap_or_default();
            let run: Vec<&str> = run.iter().map(|token| token.text).collect();
            GAZETTEER.longest_place(&run).is_some_and(|(length, kind)| {
                matches!(kind, PlaceKind::Metropolis | PlaceKind::City | PlaceKind::Town)
                    && (1..=2).contains(&(end - first - length))
            })
        };
        let is_plural = last.ends_with('s')
            && !last.ends_with("ss")
            && last.len() > 3
            && !VOCABULARY.place_heads.contains(last)
            && !is_demonym(last)
            && !VOCABULARY.dates.contains(last)
            && !VOCABULARY.event_heads.contains(last);
        if is_plural && !self.in_headline && begins_with_town() {
            let evidence = Evidence::HeadWord(last.to_owned());
            self.propose(first..end, Some(Kind::Organisation), evidence, TEAM);
        }
    }
}

/// Words before "center" in the names of venues.
const VENUES: [&str; 8] =
    ["shopping", "convention", "exhibition", "conference", "congress", "trade", "civic", "world"];
