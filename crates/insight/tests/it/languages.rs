//! Names in other languages than English: those of lists, and no wrong ones.

use super::paragraph;
use cuttings_insight::{Document, Kind, Language, Settings, names};

#[track_caller]
fn check(tag: &str, text: &str, expected: &[(&str, Kind)]) {
    let document = Document { language: Language::from_tag(tag), ..paragraph(text) };
    let names = names(&[document], &Settings::default());
    let mut found: Vec<(&str, Kind)> =
        names.entities.iter().map(|entity| (entity.name.as_str(), entity.kind)).collect();
    found.sort_unstable_by_key(|(name, _)| text.find(name));
    assert_eq!(found, expected, "{text}");
}

#[test]
fn nouns_with_capitals_are_no_names() {
    let text = "Die Ministerin Anna Schmidt sprach in Paris über die Reform der Steuern und den Rat. \
                Der Café-Besitzer am Kai lobte das Essen, und Schmidt schwieg.";
    check("de-AT", text, &[("Anna Schmidt", Kind::Person), ("Paris", Kind::Place)]);
    let text = "Im Rathaus von Berlin sitzt der Bürgermeister vor einer Karte von Chile.";
    check("de", text, &[("Berlin", Kind::Place), ("Chile", Kind::Place)]);
}

#[test]
fn given_names_begin_names_where_nouns_have_no_capitals() {
    let text = "Hier, le ministre Pierre Dufour a visité Madrid avec Marie Lemoine.";
    let [pierre, marie] = ["Pierre Dufour", "Marie Lemoine"].map(|name| (name, Kind::Person));
    check("fr", text, &[pierre, ("Madrid", Kind::Place), marie]);
}

#[test]
fn first_words_of_sentences_have_capitals_anyway() {
    check("fi", "Oman talon ostaminen kallistui. Man ei tiedetä.", &[]);
    check("fr", "Son Altesse arrive. Nice ou laide, la ville attend.", &[]);
}
