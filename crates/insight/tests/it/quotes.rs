//! Quotes and their speakers in small texts.

use crate::{document, name_of, paragraph};
use cuttings_insight::{Document, Role, Settings, Speaker, names, quotes};

/// Lists the quotes as lines of "speaker: words", with " … " between pieces and "~" before scare
/// quotes.
pub(crate) fn quote_lines(document: Document<'_>) -> String {
    let documents = [document];
    let names = names(&documents, &Settings::default());
    let [document] = &documents;
    let lines: Vec<String> = quotes(&documents, &names)
        .concat()
        .iter()
        .map(|quote| {
            let words: Vec<&str> = quote.pieces.iter().map(|span| document.text(span)).collect();
            let speaker = match &quote.speaker {
                Speaker::Named(entity, _) => name_of(&names, *entity),
                Speaker::Described(span) => document.text(span),
                Speaker::Unknown => "?",
            };
            let mark = if quote.is_scare_quote { "~" } else { "" };
            format!("{mark}{speaker}: {}", words.join(" … "))
        })
        .collect();
    lines.join("\n")
}

fn check(text: &str, expected: &str) {
    assert_eq!(quote_lines(paragraph(text)), expected, "{text}");
}

#[test]
fn the_speaker_is_named_after_or_before_the_words() {
    check("“It will rain,” President Ada Okonkwo said.", "Ada Okonkwo: It will rain,");
    check("“It will rain,” said Ada Okonkwo, a local resident.", "Ada Okonkwo: It will rain,");
    check("President Ada Okonkwo said: \"It will rain.\"", "Ada Okonkwo: It will rain.");
    check("“It will rain,” said one analyst.", "one analyst: It will rain,");
    check("“It will rain.”", "?: It will rain.");
}

#[test]
fn a_speaker_in_the_middle_does_not_split_a_quote() {
    check(
        "“It will rain,” President Ada Okonkwo said. “Take a coat with you.”",
        "Ada Okonkwo: It will rain, … Take a coat with you.",
    );
}

#[test]
fn a_pronoun_stands_for_the_last_person_who_may_be_a_subject() {
    check(
        "Samuel Reed, a historian, likes the plan if Ada Okonkwo does. “It will rain,” he \
         explained.",
        "Samuel Reed: It will rain,",
    );
}

#[test]
fn scare_quotes_are_marked() {
    check("The “strategic” plan is late.", "~?: strategic");
    check(
        "British Prime Minister Keir Starmer called it “reckless and dangerous,” while Peter Stano \
         laughed.",
        "Keir Starmer: reckless and dangerous,",
    );
}

#[test]
fn nested_quotes_and_brackets_belong_to_the_words() {
    check(
        "“He told us ‘never’ over [the] phone,” President Ada Okonkwo said.",
        "Ada Okonkwo: He told us ‘never’ over [the] phone,",
    );
}

#[test]
fn an_unclosed_quote_continues_in_the_next_paragraph() {
    let document = document([
        (Role::Paragraph, "President Ada Okonkwo said: “It will rain."),
        (Role::Paragraph, "“Take a coat with you.”"),
    ]);
    assert_eq!(quote_lines(document), "Ada Okonkwo: It will rain. … Take a coat with you.");
}
