//! Large towns and countries as other languages than English spell them.
//!
//! The names are data: `cargo xtask gazetteer` writes `data/translated_places.txt` from the names
//! of countries and of the towns of time zones in Unicode CLDR, and
//! `data/more_translated_places.txt` is written by hand. Each line has the English name of a place,
//! then its names in other languages.

use crate::data::DataFile;
use crate::document::Language;
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::hash::{FastMap, FastSet};
use crate::token::Token;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// The generated list, and the one that is written by hand.
const PLACES: DataFile = DataFile::TranslatedPlaces;
const MORE_PLACES: DataFile = DataFile::MoreTranslatedPlaces;

/// The names of places in one language.
#[derive(Default)]
pub(crate) struct TranslatedPlaces {
    /// For each name, as it is written, the English one.
    names: FastMap<&'static str, &'static str>,
    /// The words that names begin with.
    first_words: FastSet<&'static str>,
    /// The number of tokens in a name at most.
    longest: usize,
}

static TRANSLATED_PLACES: LazyLock<FastMap<&'static str, TranslatedPlaces>> = LazyLock::new(|| {
    let mut of_languages: FastMap<&'static str, TranslatedPlaces> = FastMap::default();
    let lines = MORE_PLACES
        .text()
        .lines()
        .chain(PLACES.text().lines())
        .filter(|line| !line.starts_with('#'));
    for line in lines {
        let Some((english, names)) = line.split_once(" = ") else { continue };
        for entry in names.split(" = ") {
            let Some((codes, name)) = entry.split_once(' ') else { continue };
            codes
                .split(',')
                .for_each(|code| of_languages.entry(code).or_default().add(name, english));
        }
    }
    of_languages
});

impl TranslatedPlaces {
    /// Returns the names in a language, or `None` if there are none.
    pub(crate) fn of(language: Language) -> Option<&'static Self> {
        match language.is_english() {
            true => None,
            false => TRANSLATED_PLACES.get(language.code()),
        }
    }

    fn add(&mut self, name: &'static str, english: &'static str) {
        self.names.entry(name).or_insert(english);
        self.first_words.insert(first_word(name));
        // Each hyphen or apostrophe may be a token.
        let joints = name.chars().filter(|c| !c.is_alphanumeric()).count();
        self.longest = self.longest.max(2 * joints + 1);
    }

    /// Returns the English name of the place that `name` stands for.
    pub(crate) fn english(&self, name: &str) -> Option<&'static str> {
        self.names.get(&*straight(name)).copied()
    }

    /// Returns the longest name that begins at the first of `tokens`: its number of tokens, and the
    /// kind of the place.
    pub(crate) fn longest_at(&self, tokens: &[Token<'_>]) -> Option<(usize, PlaceKind)> {
        let first = tokens.first().filter(|first| first.is_capitalised())?;
        if !self.first_words.contains(first_word(&straight(first.text))) {
            return None;
        }
        let mut text = String::new();
        let mut found = None;
        for (at, token) in tokens.iter().enumerate().take(self.longest) {
            if at > 0 && !token.attached {
                text.push(' ');
            }
            text.push_str(token.text);
            if let Some(english) = self.english(&text) {
                let is_country = GAZETTEER.place_kind(english) == Some(PlaceKind::Country);
                let kind = if is_country { PlaceKind::Country } else { PlaceKind::Metropolis };
                found = Some((at + 1, kind));
            }
        }
        found
    }

    /// Returns the ranges of the names in a sentence, with the kind of each place. They do not
    /// overlap.
    pub(crate) fn all_in(&self, tokens: &[Token<'_>]) -> Vec<(Range<usize>, PlaceKind)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let place = self.longest_at(tokens.get(at..).unwrap_or_default());
            if let Some((length, kind)) = place {
                found.push((at..at + length, kind));
            }
            at += place.map_or(1, |(length, _)| length);
        }
        found
    }

    /// Returns whether a word begins the name of a country or a large town.
    fn begins(&self, word: &str) -> bool {
        let is_large = |kind: PlaceKind| kind <= PlaceKind::Metropolis;
        self.first_words.contains(word) || GAZETTEER.place_kind(word).is_some_and(is_large)
    }
}

/// Splits the tokens in which an apostrophe joins a place and another word: "l’Italie", "Paris'te".
pub(crate) fn split_at_places<'t>(tokens: Vec<Token<'t>>, language: Language) -> Vec<Token<'t>> {
    let Some(places) = TranslatedPlaces::of(language) else { return tokens };
    let joint = |token: &Token<'t>| match language.code() {
        _ if token.is_literal => None,
        "ca" | "fr" | "it" => {
            let (word, place) = token.text.split_once(['’', '\''])?;
            let is_elided = word.chars().all(char::is_lowercase) || word == "L";
            let start = token.text.len() - place.len();
            (is_elided && places.begins(first_word(place))).then_some(start)
        }
        "tr" => {
            let (place, _) = token.text.split_once(['’', '\''])?;
            places.begins(place).then_some(place.len())
        }
        _ => None,
    };
    if !tokens.iter().any(|token| joint(token).is_some()) {
        return tokens;
    }
    let mut split = Vec::with_capacity(tokens.len() + 1);
    for token in tokens {
        match joint(&token).map(|at| (at, token.text.split_at(at))) {
            Some((at, (before, after))) => {
                split.push(Token { text: before, ..token.clone() });
                split.push(Token { text: after, start: token.start + at, attached: true, ..token });
            }
            None => split.push(token),
        }
    }
    split
}

/// Returns the text before the first space or hyphen.
fn first_word(name: &str) -> &str {
    name.split([' ', '-']).next().unwrap_or_default()
}

/// Returns a name with straight apostrophes.
fn straight(name: &str) -> Cow<'_, str> {
    match name.contains('’') {
        true => Cow::Owned(name.replace('’', "'")),
        false => Cow::Borrowed(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::fold_name;

    /// Returns the lines of a list: the English name, then each other name with its languages.
    fn lines(list: &str) -> impl Iterator<Item = (&str, Vec<(&str, &str)>)> {
        list.lines().filter(|line| !line.starts_with('#')).map(|line| {
            let (english, names) = line.split_once(" = ").unwrap();
            (english, names.split(" = ").map(|entry| entry.split_once(' ').unwrap()).collect())
        })
    }

    #[test]
    fn every_name_has_languages_and_a_capital() {
        for (english, names) in lines(PLACES.text()).chain(lines(MORE_PLACES.text())) {
            for (codes, name) in names {
                assert!(codes.split(',').all(|code| code.len() == 2), "{english}");
                assert!(name.starts_with(char::is_uppercase) && !name.contains('’'), "{english}");
            }
        }
    }

    #[test]
    fn generated_names_translate_places_and_are_not_english() {
        for (english, names) in lines(PLACES.text()) {
            assert!(GAZETTEER.place_kind(english).is_some(), "{english}");
            assert!(
                names.iter().all(|(_, name)| fold_name(english) != fold_name(name)),
                "{english}"
            );
        }
    }
}
