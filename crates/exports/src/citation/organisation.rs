//! Tells organisations from people by the words of their names, for authors that the edition does
//! not mark as organisations.

use cuttings_edition::Author;

/// Words that no person's name has, in lower case.
#[rustfmt::skip]
const WORDS: [&str; 30] = [
    "agency", "association", "bureau", "centre", "center", "committee", "council", "department",
    "desk", "editors", "foundation", "gmbh", "group", "inc", "institute", "llc", "ltd", "ministry",
    "museum", "news", "office", "press", "redaktion", "service", "staff", "stiftung", "team",
    "times", "universität", "university",
];

/// The last parts of German compounds that no person's name has.
const ENDINGS: [&str; 10] = [
    "agentur",
    "amt",
    "anstalt",
    "behörde",
    "dienst",
    "gesellschaft",
    "ministerium",
    "verband",
    "verein",
    "zentrum",
];

/// Returns whether an author is an organisation: by its mark, or by the words of its name.
pub fn is_organisation(author: &Author<'_>) -> bool {
    let words = || author.name.split_whitespace().map(str::to_lowercase);
    let is_known = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_compound = |ending: &&str| word.len() > ending.len() && word.ends_with(*ending);
        WORDS.contains(&word) || ENDINGS.iter().any(is_compound)
    };
    author.is_organisation
        || author.name.starts_with("The ")
        || words().count() > 1 && words().any(|word| is_known(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_are_known_by_their_words() {
        let is = |name| is_organisation(&Author { name, is_organisation: false });
        for name in [
            "Associated Press",
            "The Harbour Gazette",
            "Deutscher Wetterdienst",
            "Statistisches Bundesamt",
            "Staff, Harbour Papers",
        ] {
            assert!(is(name), "{name}");
        }
        for name in ["Ada Okonkwo", "Karl Dienst", "Bo Timesson", "News", "Theo Berg", ""] {
            assert!(!is(name), "{name}");
        }
        assert!(is_organisation(&Author { name: "Reuters", is_organisation: true }));
    }
}
