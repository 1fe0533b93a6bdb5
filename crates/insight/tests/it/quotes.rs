//! Quotes and their speakers in small texts.

use crate::paragraph;
use cuttings_insight::{Document, Passage, Role, Settings, Speaker, names, quotes};

/// "speaker: words", pieces parted by " … ", what is set apart marked "~".
fn of(document: Document<'_>) -> String {
    let documents = [document];
    let names = names(&documents, &Settings::default());
    let [document] = &documents;
    let lines: Vec<String> = quotes(&documents, &names)
        .concat()
        .iter()
        .map(|quote| {
            let words: Vec<&str> = quote.pieces.iter().map(|span| document.text(span)).collect();
            let speaker = match &quote.speaker {
                Speaker::Named(entity, _) => names.entities[entity.0 as usize].name.as_str(),
                Speaker::Described(span) => document.text(span),
                Speaker::Unknown => "?",
            };
            format!("{}{speaker}: {}", if quote.scare { "~" } else { "" }, words.join(" … "))
        })
        .collect();
    lines.join("\n")
}

fn check(text: &str, expected: &str) {
    assert_eq!(of(paragraph(text)), expected, "{text}");
}

#[test]
fn the_speaker_stands_behind_or_before() {
    check("“It will rain,” President Ada Okonkwo said.", "Ada Okonkwo: It will rain,");
    check("“It will rain,” said Ada Okonkwo, a local resident.", "Ada Okonkwo: It will rain,");
    check("President Ada Okonkwo said: \"It will rain.\"", "Ada Okonkwo: It will rain.");
    check("“It will rain,” said one analyst.", "one analyst: It will rain,");
    check("“It will rain.”", "?: It will rain.");
}

#[test]
fn a_quote_with_its_speaker_in_the_middle_is_one() {
    check(
        "“It will rain,” President Ada Okonkwo said. “Take a coat with you.”",
        "Ada Okonkwo: It will rain, … Take a coat with you.",
    );
}

#[test]
fn pronouns_are_the_last_who_fits() {
    check(
        "Samuel Reed, a historian, likes the plan if Ada Okonkwo does. “It will rain,” he explained.",
        "Samuel Reed: It will rain,",
    );
}

#[test]
fn words_set_apart_are_marked() {
    check("The “strategic” plan is late.", "~?: strategic");
    check(
        "British Prime Minister Keir Starmer called it “reckless and dangerous,” while Peter Stano laughed.",
        "Keir Starmer: reckless and dangerous,",
    );
}

#[test]
fn quotes_within_quotes_and_brackets_stay() {
    check(
        "“He told us ‘never’ over [the] phone,” President Ada Okonkwo said.",
        "Ada Okonkwo: He told us ‘never’ over [the] phone,",
    );
}

#[test]
fn paragraphs_go_on() {
    let passage = |text| Passage { role: Role::Paragraph, text };
    let document = Document {
        passages: vec![
            passage("President Ada Okonkwo said: “It will rain."),
            passage("“Take a coat with you.”"),
        ],
    };
    assert_eq!(of(document), "Ada Okonkwo: It will rain. … Take a coat with you.");
}
