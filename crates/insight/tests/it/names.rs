//! Names in small texts, each with the rule it is for.

use crate::paragraph;
use cuttings_insight::{Document, Kind, Passage, Role, Settings, names};

/// The mentions of a paragraph in reading order: "kind name" or "kind name/spelling", where that differs.
fn of(documents: &[Document<'_>], settings: &Settings) -> String {
    let names = names(documents, settings);
    let mut out = Vec::new();
    for (document, mentions) in documents.iter().zip(&names.mentions) {
        for mention in mentions {
            let entity = &names.entities[mention.entity.0 as usize];
            let spelling = document.text(&mention.span);
            let spelled =
                if spelling == entity.name { String::new() } else { format!("/{spelling}") };
            out.push(format!("{} {}{spelled}", entity.kind, entity.name));
        }
    }
    out.join("; ")
}

fn check(text: &str, expected: &str) {
    assert_eq!(of(&[paragraph(text)], &Settings::default()), expected, "{text}");
}

#[test]
fn titles_and_ranks_come_off() {
    check(
        "Pentagon press secretary Maj. Gen. Pat Ryder spoke.",
        "organisation Pentagon; person Pat Ryder",
    );
    check(
        "U.S. Secretary of State Antony Blinken left.",
        "place United States/U.S.; person Antony Blinken",
    );
    check("He met President Volodymyr Zelenskiy’s aides.", "person Volodymyr Zelenskiy");
}

#[test]
fn names_hold_together() {
    check(
        "Gen. Charles de Gaulle wrote to Samuel Cranny-Evans.",
        "person Charles de Gaulle; person Samuel Cranny-Evans",
    );
    check(
        "North Korean leader Kim Jong Un and spokesperson Jeon Ha-Gyu met.",
        "person Kim Jong Un; person Jeon Ha-Gyu",
    );
}

#[test]
fn a_surname_is_the_person_named_in_full() {
    check(
        "Defense Minister Rustem Umerov arrived. Umerov said little.",
        "person Rustem Umerov; person Rustem Umerov/Umerov",
    );
}

#[test]
fn adjectives_are_no_names() {
    check("Russian and North Korean troops met Ukrainians.", "");
    check(
        "The South Korean Defense Ministry replied.",
        "organisation South Korean Defense Ministry",
    );
}

#[test]
fn organisations_go_on_after_of_and_for() {
    check(
        "George Barros of the Institute for the Study of War agreed.",
        "person George Barros; organisation Institute for the Study of War",
    );
    check(
        "The Bank of England and the Ministry of Trade and Industry",
        "organisation Bank of England; organisation Ministry of Trade and Industry",
    );
}

#[test]
fn hyphens_part_two_names() {
    check(
        "The Russia-Ukraine conflict and NATO-aligned states",
        "place Russia; place Ukraine; organisation NATO",
    );
}

#[test]
fn weapons_stand_by_what_they_are() {
    check(
        "They sent F-16 fighter jets and ATACMS missiles, and the RS-26 Rubezh ballistic missile.",
        "weapon F-16; weapon ATACMS; weapon RS-26 Rubezh",
    );
    check("The missile, known as Oreshnik, fell.", "weapon Oreshnik");
}

#[test]
fn spellings_are_united_across_documents() {
    let one = paragraph("President Volodymyr Zelenskyy spoke in Kyiv. Zelenskyy left.");
    let two = paragraph("In the United States, President Volodymyr Zelenskiy met the U.S. envoy.");
    assert_eq!(
        of(&[one, two], &Settings::default()),
        "person Volodymyr Zelenskyy; place Kyiv; person Volodymyr Zelenskyy/Zelenskyy; place United States; \
         person Volodymyr Zelenskyy/Volodymyr Zelenskiy; place United States/U.S."
    );
}

#[test]
fn headlines_need_more_than_capitals() {
    let document = Document {
        passages: vec![
            Passage {
                role: Role::Title,
                text: "Starmer Warns of Growing Tensions and Economic Headwinds",
            },
            Passage {
                role: Role::Paragraph,
                text: "Prime Minister Keir Starmer spoke of tensions.",
            },
        ],
    };
    assert_eq!(
        of(&[document], &Settings::default()),
        "person Keir Starmer/Starmer; person Keir Starmer"
    );
}

#[test]
fn settings_add_merge_and_forbid() {
    let settings = Settings {
        same: vec![vec!["Ada Okonkwo".into(), "A. Okonkwo".into()]],
        always: vec![(Kind::Weapon, "Long Tom".into())],
        never: vec!["Pentagon".into()],
    };
    let text = "The Pentagon sent a Long Tom to Kyiv.";
    assert_eq!(of(&[paragraph(text)], &settings), "weapon Long Tom; place Kyiv");
}

#[test]
fn sentences_as_news_has_them() {
    let mut wrong = Vec::new();
    let mut lines = include_str!("sentences.txt").lines().filter(|line| !line.starts_with('#'));
    while let (Some(text), Some(expected)) = (lines.next(), lines.next()) {
        let found = of(&[paragraph(text)], &Settings::default());
        if format!("= {found}") != expected.trim_end() {
            wrong.push(format!("{text}\n= {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
