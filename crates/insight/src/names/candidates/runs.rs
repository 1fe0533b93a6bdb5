//! Candidates from capitalised runs.

use super::sentence::Finder;
use super::weights::{CALLED, EVENT};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::vocabulary::{WORDS, is_title};

impl Finder<'_, '_> {
    /// What the words of a capitalised run, and those beside it, say.
    pub(super) fn runs(&mut self) {
        let mut at = 0;
        while at < self.sentence.len() {
            let length =
                self.sentence.iter().skip(at).take_while(|token| token.is_capital()).count();
            if length > 0 {
                let end = self.with_particles(at, at + length);
                let name = self.titled(at, end).unwrap_or(at);
                self.headed(at, at + length);
                self.speaking(name, end);
                self.beside(at, at + length);
                self.event(at, at + length);
                self.unknown(at, at + length);
                self.acting(at, at + length);
                self.defined(at, end);
                self.team(at, at + length);
                at = end.max(at + length);
            } else {
                at += 1;
            }
        }
    }

    /// The end of a run that goes on after a particle: "Charles de Gaulle".
    fn with_particles(&self, at: usize, end: usize) -> usize {
        let mut end = end;
        loop {
            let particles = self
                .sentence
                .iter()
                .skip(end)
                .take(2)
                .take_while(|token| !token.is_capital() && WORDS.particles.has(token.text))
                .count();
            let further = self
                .sentence
                .iter()
                .skip(end + particles)
                .take_while(|token| token.is_capital())
                .count();
            if particles == 0 || further == 0 || end == at {
                return end;
            }
            end += particles + further;
        }
    }

    /// "X is a village", "X was a company", "X, an analyst": the first word that tells.
    fn defined(&mut self, first: usize, end: usize) {
        let is_said = matches!(
            self.lower(end).as_str(),
            "is" | "was" | "are" | "were" | "remains" | "became"
        ) && matches!(
            self.token(end + 1).map(|token| token.text),
            Some("a" | "an" | "the" | "one")
        );
        if !is_said || self.headline || end - first > 4 {
            return;
        }
        let told = self
            .sentence
            .iter()
            .skip(end + 2)
            .take(7)
            .take_while(|token| !matches!(token.text, "," | "." | "who" | "that" | "which"))
            .find_map(|token| {
                let word = token.lower();
                let kind = if token.is_capital() {
                    return None;
                } else if WORDS.place_heads.has(&word) {
                    Kind::Place
                } else if WORDS.organisation_nouns.has(&word)
                    || WORDS.sure_organisation_heads.has(&word)
                {
                    Kind::Organisation
                } else if is_title(&word)
                    && !matches!(
                        word.as_str(),
                        "major" | "general" | "private" | "chief" | "leader" | "don"
                    )
                {
                    Kind::Person
                } else {
                    return None;
                };
                Some((kind, word))
            });
        if let Some((kind, word)) = told {
            self.add(first..end, Some(kind), Evidence::Apposition(word), CALLED);
        }
    }

    /// The name of an event or a law.
    fn event(&mut self, first: usize, end: usize) {
        let last = self.lower(end - 1);
        if end - first > 1 && WORDS.event_heads.has(&last) && !self.headline {
            self.add(first..end, None, Evidence::Head(last.clone()), EVENT);
        }
        // "the Battle of Sayler's Creek"
        if WORDS.event_leads.has(&last) && self.lower(end) == "of" {
            let rest =
                self.sentence.iter().skip(end + 1).take_while(|token| token.is_capital()).count();
            if rest > 0 {
                self.add(end - 1..end + 1 + rest, None, Evidence::Head(last), EVENT);
            }
        }
    }
}
