//! Invariants for any text: no analysis panics, every span lies in the text, mentions do not
//! overlap, and all analyses at once give the results of each.

use crate::{document, paragraph};
use cuttings_insight::{
    Document, Insights, Kind, Language, Role, Settings, Span, Speaker, figures, insights, names,
    quotes, related, summaries,
};
use proptest::prelude::*;

/// Generates texts of words and marks that the rules react to.
fn texts_of_known_words() -> impl Strategy<Value = String> {
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

/// Generates dialogue of words and marks that the rules for dashes react to.
fn dialogue() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "—",
        " —",
        "— ",
        " – ",
        "–",
        ", ",
        ".",
        "!",
        "? ",
        "…",
        "\n— ",
        "\n",
        " ",
        "«",
        "»",
        "“",
        " dijo ",
        " säger ",
        " a ",
        " dit-il ",
        "s’exclame",
        "Ana López",
        "López",
        " de ",
        " Så ",
        "år",
        "L’Espagne ",
        "Warschau",
        "États-Unis",
        "Nowy Jork",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| format!("— {}", words.concat()))
}

fn check(texts: &[String]) {
    check_in(Language::ENGLISH, texts);
}

fn check_in(language: Language, texts: &[String]) {
    let roles = [Role::Title, Role::Standfirst, Role::Heading, Role::Paragraph];
    let mut document =
        document(roles.into_iter().cycle().zip(texts).map(|(role, text)| (role, text.as_str())));
    // Ranges may overlap, end outside of the text, or cut a character.
    for (index, passage) in document.passages.iter_mut().enumerate().skip(1) {
        passage.literals = vec![index * 7..index * 7 + 6, 3..5, 9..7_000];
        passage.links = vec![2..9, 30..40];
        passage.is_list_item = index % 2 == 0;
    }
    let document = Document { language, ..document };
    let settings = Settings {
        aliases: vec![vec!["Okonkwo".into(), "Kyiv".into()]],
        always: vec![(Kind::Weapon, "Ada".into()), (Kind::Person, String::new())],
        never: vec!["NATO".into()],
    };
    let documents = [document.clone(), document.clone()];
    let names = names(&documents, &settings);
    let separately = Insights {
        quotes: quotes(&documents, &names),
        figures: figures(&documents),
        summaries: summaries(&documents, &names),
        related: related(&documents, &names),
        names: names.clone(),
    };
    assert_eq!(insights(&documents, &settings), separately);
    let assert_in_text = |span: &Span| {
        let text = document.passages[span.passage].text;
        assert!(!text.get(span.range.clone()).unwrap().is_empty());
    };
    for mentions in &names.mentions {
        let mut last = (0, 0);
        for mention in mentions {
            let entity = &names.entities[mention.entity.0 as usize];
            let text = document.text(&mention.span);
            assert!(entity.spellings.iter().any(|spelling| spelling == text), "{text}");
            assert!(!mention.evidence.is_empty());
            let start = (mention.span.passage, mention.span.range.start);
            assert!(start >= last, "mentions overlap");
            last = (mention.span.passage, mention.span.range.end);
        }
    }
    for quote in quotes(&documents, &names).concat() {
        quote.pieces.iter().for_each(assert_in_text);
        if let Speaker::Named(_, span) | Speaker::Described(span) = &quote.speaker {
            assert_in_text(span);
        }
    }
    for figure in figures(&documents).concat() {
        assert_in_text(&figure.span);
        assert!(figure.size().is_finite() && !figure.unit.is_empty());
    }
    summaries(&documents, &names).concat().iter().for_each(assert_in_text);
    for related in related(&documents, &names).concat() {
        related.words.iter().for_each(assert_in_text);
        assert!(related.document < documents.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn invariants_hold_for_any_characters(texts in prop::collection::vec("\\PC{0,80}", 0..5)) {
        check(&texts);
    }

    #[test]
    fn invariants_hold_for_known_words(
        texts in prop::collection::vec(texts_of_known_words(), 0..5)
    ) {
        check(&texts);
    }

    #[test]
    fn invariants_hold_for_dialogue(
        tag in prop::sample::select(vec!["es", "fr", "sv", "pl", "de"]),
        texts in prop::collection::vec(dialogue(), 0..5)
    ) {
        check_in(Language::from_tag(tag), &texts);
    }
}

#[test]
fn a_long_sentence_is_read_to_the_end() {
    let sentence = "Ada Okonkwo of Kyiv said NATO and the Bank of England and ".repeat(2_000);
    let names = names(&[paragraph(&sentence)], &Settings::default());
    assert!(names.entities.len() >= 4);
}
