//! Countries with their adjectives and their people, which count as forms of one word.

use crate::analyze::{Language, fold, stem_document_word};
use std::collections::HashMap;
use std::sync::LazyLock;

/// One set per line, the country first.
const SETS: &str = include_str!("demonyms.txt");

/// The country of each adjective and of each people.
static COUNTRIES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut countries = HashMap::new();
    for line in SETS.lines().filter(|line| !line.starts_with('#')) {
        let mut names = line.split(' ').map(fold);
        let Some(country) = names.next() else { continue };
        countries.extend(names.map(|name| (name, country.clone())));
    }
    countries
});

/// Returns the stem of a word of a document: that of the country for an adjective of a country or a
/// people.
///
/// `term` is the folded word. `written` is the word in lower case with its diacritics.
pub(super) fn stem(language: Language, term: &str, written: &str) -> String {
    match COUNTRIES.get(term).filter(|_| language == Language::English) {
        Some(country) => stem_document_word(language, country, country),
        None => stem_document_word(language, term, written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_country_and_its_people_have_one_stem() {
        let stem = |word: &str| stem(Language::English, word, word);
        for names in [["ukraine", "ukrainian", "ukrainians"], ["netherlands", "dutch", "dutchmen"]]
        {
            assert_eq!(names.map(stem), [names[0]; 3].map(stem));
        }
        assert_ne!(stem("niger"), stem("nigerian"));
        assert_eq!(super::stem(Language::German, "ukrainian", "ukrainian"), "ukrainian");
    }

    #[test]
    fn no_name_is_in_two_sets() {
        let lines = SETS.lines().filter(|line| !line.starts_with('#'));
        let names: Vec<&str> = lines.flat_map(|line| line.split(' ')).collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        assert!(names.iter().all(|name| name.chars().all(char::is_alphabetic)));
    }
}
