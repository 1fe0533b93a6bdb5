//! No text makes a reader panic, and what is found lies in the text.

use cuttings_insight::{
    Document, Kind, Passage, Role, Settings, Span, Speaker, figures, names, quotes, related,
    summaries,
};
use proptest::prelude::*;

/// Words that the rules look for, between others.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Minister",
        "said",
        "the",
        "of",
        "U.S.",
        "Kyiv",
        "Ada",
        "Okonkwo",
        "missile",
        "F-16",
        "“",
        "”",
        ",",
        ".",
        "Bank",
        "-",
        "Russia-Ukraine",
        "in",
        "’s",
        "'",
        "(",
        ")",
        "NATO",
        "de",
        "Institute",
        "for",
        "3rd",
        "Brigade",
        "known",
        "as",
        "18%",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

fn check(texts: &[String]) {
    let roles = [Role::Title, Role::Standfirst, Role::Heading, Role::Paragraph];
    let passages: Vec<Passage<'_>> = texts
        .iter()
        .zip(roles.into_iter().cycle())
        .map(|(text, role)| Passage { role, text })
        .collect();
    let document = Document { passages };
    let settings = Settings {
        same: vec![vec!["Okonkwo".into(), "Kyiv".into()]],
        always: vec![(Kind::Weapon, "Ada".into()), (Kind::Person, String::new())],
        never: vec!["NATO".into()],
    };
    let documents = [document.clone(), document.clone()];
    let found = names(&documents, &settings);
    let lies_in_text = |span: &Span| {
        let text = document.passages[span.passage].text;
        assert!(!text.get(span.range.clone()).unwrap().is_empty());
    };
    for quote in quotes(&documents, &found).concat() {
        quote.pieces.iter().for_each(lies_in_text);
        if let Speaker::Named(_, span) | Speaker::Described(span) = &quote.speaker {
            lies_in_text(span);
        }
    }
    for figure in figures(&documents).concat() {
        lies_in_text(&figure.span);
        assert!(figure.size().is_finite() && !figure.unit.is_empty());
    }
    summaries(&documents, &found).concat().iter().for_each(lies_in_text);
    for related in related(&documents, &found).concat() {
        related.words.iter().for_each(lies_in_text);
        assert!(related.document < documents.len());
    }
    for mentions in &found.mentions {
        let mut last = (0, 0);
        for mention in mentions {
            let entity = &found.entities[mention.entity.0 as usize];
            let text = document.text(&mention.span);
            assert!(entity.spellings.iter().any(|spelling| spelling == text), "{text}");
            assert!(!mention.evidence.is_empty());
            assert!((mention.span.passage, mention.span.range.start) >= last, "mentions overlap");
            last = (mention.span.passage, mention.span.range.end);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_characters(texts in prop::collection::vec("\\PC{0,80}", 0..5)) {
        check(&texts);
    }

    #[test]
    fn any_words(texts in prop::collection::vec(words(), 0..5)) {
        check(&texts);
    }
}

#[test]
fn long_texts_are_read_in_time() {
    // A text without a single full stop.
    let long = "Ada Okonkwo of Kyiv said NATO and the Bank of England and ".repeat(2_000);
    let found = names(&[crate::paragraph(&long)], &Settings::default());
    assert!(found.entities.len() >= 4);
}
