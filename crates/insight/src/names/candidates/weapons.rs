//! Candidates for weapons, vehicles and other products: type designations, and names beside a noun
//! such as "missile".

use super::sentence::SentenceScanner;
use super::weights::{WEAPON, WEAPON_BEFORE_NOUN};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::vocabulary::VOCABULARY;

impl SentenceScanner<'_, '_> {
    /// Proposes the weapons of the sentence.
    pub(super) fn propose_weapons(&mut self) {
        let sentence = self.sentence;
        for (at, word) in sentence.words.iter().enumerate() {
            if word.is_type_designation {
                self.propose_type(at);
            }
            if word.is_product_noun {
                self.propose_weapon_before(at, &word.lower);
                self.propose_weapon_called(at, &word.lower);
            }
        }
    }

    /// Proposes a type designation ("F-16") near a noun for products, with the manufacturer before
    /// it and the nickname after it ("RS-26 Rubezh").
    fn propose_type(&mut self, at: usize) {
        let near = at.saturating_sub(3)..(at + 5).min(self.sentence.tokens.len());
        let noun = near.filter_map(|at| self.word(at)).find(|word| word.is_product_noun);
        let Some(noun) = noun.map(|word| &word.lower) else { return };
        let nickname = self
            .sentence
            .words
            .iter()
            .skip(at + 1)
            .take(2)
            .take_while(|word| {
                word.is_capitalised && !word.is_acronym && !word.is_demonym && !word.is_product_noun
            })
            .count();
        let has_manufacturer = at
            .checked_sub(1)
            .and_then(|before| self.token(before))
            .is_some_and(|token| VOCABULARY.manufacturers.contains(token.text));
        let tokens = at - usize::from(has_manufacturer)..at + 1 + nickname;
        self.propose(tokens, Some(Kind::Weapon), Evidence::ProductWord(noun.to_owned()), WEAPON);
    }

    /// Proposes the run before a noun for weapons: "the Oreshnik missile", "Patriot air defense
    /// systems".
    fn propose_weapon_before(&mut self, at: usize, noun: &str) {
        if self.in_headline || self.is_capitalised(at) {
            return;
        }
        // Modifiers may stand in between: "nuclear-capable", "air defense", "ballistic".
        let modifiers = self
            .sentence
            .tokens
            .get(..at)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(2)
            .take_while(|token| {
                !token.is_capitalised() && VOCABULARY.weapon_modifiers.contains(token.text)
            })
            .count();
        let end = at - modifiers;
        let run = self
            .sentence
            .words
            .get(..end)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|word| word.is_capitalised)
            .count();
        let first = end - run;
        let is_weapon = VOCABULARY.weapon_heads.contains_ignoring_plural(noun) || modifiers > 0;
        let is_sentence_start = first == 0 && self.is_common(first);
        let words = self.sentence.words.get(first..end).unwrap_or_default();
        let has_other_word = words.iter().any(|word| {
            word.is_demonym
                || VOCABULARY.dates.contains(&word.lower)
                || word.is_product_noun
                || word.place.is_some()
        });
        if (1..=3).contains(&run) && is_weapon && !has_other_word && !is_sentence_start {
            let evidence = Evidence::ProductWord(noun.to_owned());
            self.propose(first..end, Some(Kind::Weapon), evidence, WEAPON_BEFORE_NOUN);
        }
    }

    /// Proposes the name that a product is given after its noun: "a missile, known as Oreshnik".
    fn propose_weapon_called(&mut self, at: usize, noun: &str) {
        let name_after = |at: usize| {
            let words = (self.lower(at), self.lower(at + 1));
            matches!(
                (words.0, words.1),
                ("known", "as") | ("named", _) | ("called", _) | ("dubbed", _)
            )
            .then_some(at + 1 + usize::from(words.1 == "as"))
        };
        let Some(first) = (at + 1..at + 5).find_map(name_after) else { return };
        let first = first + usize::from(self.lower(first) == "the");
        let run = self.run_length(first);
        if run > 0 {
            let evidence = Evidence::ProductWord(noun.to_owned());
            self.propose(first..first + run, Some(Kind::Weapon), evidence, WEAPON);
        }
    }
}
