//! Candidates for weapons.

use super::sentence::Finder;
use super::weights::PRODUCT;
use crate::gazetteer::GAZETTEER;
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::vocabulary::{WORDS, is_people};

impl Finder<'_, '_> {
    /// Weapons and vehicles: what stands before such a word, a type's number, what is "known as".
    pub(super) fn products(&mut self) {
        for at in 0..self.sentence.len() {
            if self.token(at).is_some_and(|token| is_type_number(token.text)) {
                self.typed(at);
            }
            if let Some(head) =
                self.token(at).filter(|token| WORDS.product_heads.has_number(token.text))
            {
                let head = head.lower();
                self.before_head(at, &head);
                self.known_as(at, &head);
            }
        }
    }

    /// A type's number ("F-16") near a word for what it is, with the nickname after it ("RS-26 Rubezh").
    fn typed(&mut self, at: usize) {
        let near = at.saturating_sub(3)..(at + 5).min(self.sentence.len());
        let head = near.map(|at| self.lower(at)).find(|word| WORDS.product_heads.has_number(word));
        let Some(head) = head else { return };
        let nickname = self
            .sentence
            .iter()
            .skip(at + 1)
            .take(2)
            .take_while(|token| {
                token.is_capital()
                    && !token.is_initials()
                    && !is_people(&token.lower())
                    && !WORDS.product_heads.has_number(token.text)
            })
            .count();
        let before = at
            .checked_sub(1)
            .and_then(|before| self.token(before))
            .is_some_and(|token| WORDS.makers.has(token.text));
        self.add(
            at - usize::from(before)..at + 1 + nickname,
            Some(Kind::Weapon),
            Evidence::Product(head),
            PRODUCT,
        );
    }

    /// A capitalised name before a word for a weapon: "the Oreshnik missile", "Patriot air defense systems".
    fn before_head(&mut self, head: usize, word: &str) {
        if self.headline || self.token(head).is_some_and(Token::is_capital) {
            return;
        }
        // Lower-case words may stand between: "nuclear-capable", "air defense", "ballistic".
        let between = self
            .sentence
            .get(..head)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(2)
            .take_while(|token| !token.is_capital() && WORDS.between.has(token.text))
            .count();
        let end = head - between;
        let run = self
            .sentence
            .get(..end)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|token| token.is_capital())
            .count();
        let is_weapon = WORDS.weapon_heads.has_number(word) || between > 0;
        let first = end - run;
        let opens = first == 0
            && self.token(first).is_some_and(|token| GAZETTEER.is_common(&token.lower()));
        let is_other = (first..end).any(|at| {
            let lower = self.lower(at);
            is_people(&lower)
                || WORDS.dates.has(&lower)
                || WORDS.product_heads.has_number(&lower)
                || self.token(at).is_some_and(|token| GAZETTEER.place(token.text).is_some())
        });
        if (1..=3).contains(&run) && is_weapon && !is_other && !opens {
            self.add(
                first..end,
                Some(Kind::Weapon),
                Evidence::Product(word.to_owned()),
                PRODUCT * 0.6,
            );
        }
    }

    /// "a missile, known as Oreshnik"
    fn known_as(&mut self, head: usize, word: &str) {
        let phrase = |at: usize| {
            let pair = (self.lower(at), self.lower(at + 1));
            matches!(
                (pair.0.as_str(), pair.1.as_str()),
                ("known", "as") | ("named", _) | ("called", _) | ("dubbed", _)
            )
            .then_some(at + 1 + usize::from(pair.1 == "as"))
        };
        let Some(first) = (head + 1..head + 5).find_map(phrase) else { return };
        let first = first + usize::from(self.lower(first) == "the");
        let run = self.sentence.iter().skip(first).take_while(|token| token.is_capital()).count();
        if run > 0 {
            self.add(
                first..first + run,
                Some(Kind::Weapon),
                Evidence::Product(word.to_owned()),
                PRODUCT,
            );
        }
    }
}

/// Letters and digits, as types of weapons and aircraft are called: "F-16", "RS-26", "T-72B3", "Su-35".
fn is_type_number(text: &str) -> bool {
    let letters = text.chars().take_while(|c| c.is_ascii_alphabetic()).count();
    let rest = text.get(letters..).unwrap_or_default();
    let digits = rest.strip_prefix('-').unwrap_or(rest);
    (1..=5).contains(&letters)
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().count() <= 5
        && digits.chars().all(|c| c.is_ascii_alphanumeric())
}
