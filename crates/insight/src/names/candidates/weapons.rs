//! Candidates for weapons, vehicles and other products: type designations, and names beside a noun
//! such as "missile".

use super::sentence::SentenceScanner;
use super::weights::{WEAPON, WEAPON_BEFORE_NOUN};
use crate::gazetteer::GAZETTEER;
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::vocabulary::{VOCABULARY, is_demonym};

impl SentenceScanner<'_, '_> {
    /// Proposes the weapons of the sentence.
    pub(super) fn propose_weapons(&mut self) {
        for at in 0..self.sentence.len() {
            let Some(token) = self.token(at) else { continue };
            let noun = is_product_noun(token.text).then(|| token.lower());
            if is_type_designation(token.text) {
                self.propose_type(at);
            }
            if let Some(noun) = noun {
                self.propose_weapon_before(at, &noun);
                self.propose_weapon_called(at, &noun);
            }
        }
    }

    /// Proposes a type designation ("F-16") near a noun for products, with the manufacturer before
    /// it and the nickname after it ("RS-26 Rubezh").
    fn propose_type(&mut self, at: usize) {
        let near = at.saturating_sub(3)..(at + 5).min(self.sentence.len());
        let noun = near.map(|at| self.lower(at)).find(|word| is_product_noun(word));
        let Some(noun) = noun else { return };
        let nickname = self
            .sentence
            .iter()
            .skip(at + 1)
            .take(2)
            .take_while(|token| {
                token.is_capitalised()
                    && !token.is_acronym()
                    && !is_demonym(&token.lower())
                    && !is_product_noun(token.text)
            })
            .count();
        let has_manufacturer = at
            .checked_sub(1)
            .and_then(|before| self.token(before))
            .is_some_and(|token| VOCABULARY.manufacturers.contains(token.text));
        let tokens = at - usize::from(has_manufacturer)..at + 1 + nickname;
        self.propose(tokens, Some(Kind::Weapon), Evidence::ProductWord(noun), WEAPON);
    }

    /// Proposes the run before a noun for weapons: "the Oreshnik missile", "Patriot air defense
    /// systems".
    fn propose_weapon_before(&mut self, at: usize, noun: &str) {
        if self.in_headline || self.token(at).is_some_and(Token::is_capitalised) {
            return;
        }
        // Modifiers may stand in between: "nuclear-capable", "air defense", "ballistic".
        let modifiers = self
            .sentence
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
            .get(..end)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|token| token.is_capitalised())
            .count();
        let first = end - run;
        let is_weapon = VOCABULARY.weapon_heads.contains_ignoring_plural(noun) || modifiers > 0;
        let is_sentence_start = first == 0
            && self.token(first).is_some_and(|token| GAZETTEER.is_common_word(&token.lower()));
        let has_other_word = (first..end).any(|at| {
            let lower = self.lower(at);
            is_demonym(&lower)
                || VOCABULARY.dates.contains(&lower)
                || is_product_noun(&lower)
                || self.token(at).is_some_and(|token| GAZETTEER.place_kind(token.text).is_some())
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
                (words.0.as_str(), words.1.as_str()),
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

/// Returns whether a word, in any case and number, is a noun for products or weapons.
fn is_product_noun(word: &str) -> bool {
    VOCABULARY.product_heads.contains_ignoring_plural(word)
}

/// Returns whether a word is the designation of a type of weapon or aircraft: letters and a number
/// ("F-16", "RS-26", "T-72B3", "Su-35").
fn is_type_designation(text: &str) -> bool {
    let letters = text.chars().take_while(|c| c.is_ascii_alphabetic()).count();
    let rest = text.get(letters..).unwrap_or_default();
    let digits = rest.strip_prefix('-').unwrap_or(rest);
    (1..=5).contains(&letters)
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().count() <= 5
        && digits.chars().all(|c| c.is_ascii_alphanumeric())
}
