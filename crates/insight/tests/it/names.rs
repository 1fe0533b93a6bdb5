//! Names in small texts, each for one rule.

use crate::{document, name_of, paragraph};
use cuttings_insight::{Document, Kind, Role, Settings, names};

/// Lists the mentions in reading order: "kind name", or "kind name/spelling" if the spelling is not
/// the entity's name.
fn mentions(documents: &[Document<'_>], settings: &Settings) -> String {
    let names = names(documents, settings);
    let mut mentions = Vec::new();
    for (document, document_mentions) in documents.iter().zip(&names.mentions) {
        for mention in document_mentions {
            let kind = names.entities[mention.entity.0 as usize].kind;
            let name = name_of(&names, mention.entity);
            let spelling = document.text(&mention.span);
            mentions.push(if spelling == name {
                format!("{kind} {name}")
            } else {
                format!("{kind} {name}/{spelling}")
            });
        }
    }
    mentions.join("; ")
}

fn check(text: &str, expected: &str) {
    assert_eq!(mentions(&[paragraph(text)], &Settings::default()), expected, "{text}");
}

#[test]
fn titles_and_possessives_are_not_part_of_a_name() {
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
fn particles_and_hyphens_do_not_split_a_name() {
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
fn a_surname_stands_for_the_person_named_in_full() {
    check(
        "Defense Minister Rustem Umerov arrived. Umerov said little.",
        "person Rustem Umerov; person Rustem Umerov/Umerov",
    );
}

#[test]
fn demonyms_are_not_names() {
    check("Russian and North Korean troops met Ukrainians.", "");
    check(
        "The South Korean Defense Ministry replied.",
        "organisation South Korean Defense Ministry",
    );
}

#[test]
fn an_organisation_includes_its_complements() {
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
fn a_hyphen_separates_two_names() {
    check(
        "The Russia-Ukraine conflict and NATO-aligned states",
        "place Russia; place Ukraine; organisation NATO",
    );
}

#[test]
fn weapons_are_found_beside_a_noun_for_weapons() {
    check(
        "They sent F-16 fighter jets and ATACMS missiles, and the RS-26 Rubezh ballistic missile.",
        "weapon F-16; weapon ATACMS; weapon RS-26 Rubezh",
    );
    check("The missile, known as Oreshnik, fell.", "weapon Oreshnik");
}

#[test]
fn spellings_are_linked_across_documents() {
    let first = paragraph("President Volodymyr Zelenskyy spoke in Kyiv. Zelenskyy left.");
    let second =
        paragraph("In the United States, President Volodymyr Zelenskiy met the U.S. envoy.");
    assert_eq!(
        mentions(&[first, second], &Settings::default()),
        "person Volodymyr Zelenskyy; place Kyiv; person Volodymyr Zelenskyy/Zelenskyy; \
         place United States; person Volodymyr Zelenskyy/Volodymyr Zelenskiy; \
         place United States/U.S."
    );
}

#[test]
fn capitals_in_a_headline_are_not_enough_for_a_name() {
    let document = document([
        (Role::Title, "Starmer Warns of Growing Tensions and Economic Headwinds"),
        (Role::Paragraph, "Prime Minister Keir Starmer spoke of tensions."),
    ]);
    assert_eq!(
        mentions(&[document], &Settings::default()),
        "person Keir Starmer/Starmer; person Keir Starmer"
    );
}

#[test]
fn settings_add_and_exclude_names() {
    let settings = Settings {
        aliases: Vec::new(),
        always: vec![(Kind::Weapon, "Long Tom".into())],
        never: vec!["Pentagon".into()],
    };
    let text = "The Pentagon sent a Long Tom to Kyiv.";
    assert_eq!(mentions(&[paragraph(text)], &settings), "weapon Long Tom; place Kyiv");
}

#[test]
fn settings_link_aliases() {
    let settings = Settings {
        aliases: vec![vec!["Moscow".into(), "Kremlin".into()]],
        always: vec![(Kind::Place, "Kremlin".into())],
        never: Vec::new(),
    };
    let text = "The Kremlin waited.";
    assert_eq!(mentions(&[paragraph(text)], &settings), "place Moscow/Kremlin");
}

#[test]
fn sentences_match_the_labelled_ones() {
    let mut wrong = Vec::new();
    let gold = include_str!("../gold/news_sentences.txt");
    let mut lines = gold.lines().filter(|line| !line.starts_with('#'));
    while let (Some(text), Some(expected)) = (lines.next(), lines.next()) {
        let found = mentions(&[paragraph(text)], &Settings::default());
        if format!("= {found}") != expected.trim_end() {
            wrong.push(format!("{text}\n= {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Checks the mentions in several documents of one paragraph each.
fn check_all(texts: &[&str], expected: &str) {
    let documents: Vec<Document<'_>> = texts.iter().map(|text| paragraph(text)).collect();
    assert_eq!(mentions(&documents, &Settings::default()), expected, "{texts:?}");
}

#[test]
fn an_article_introduces_an_acronym_to_all_others() {
    let long_form = "The Harbour Pilots Association (HPA) met.";
    check_all(
        &[long_form, "Ships waited for the HPA on Monday."],
        "organisation Harbour Pilots Association; \
         organisation Harbour Pilots Association/HPA; \
         organisation Harbour Pilots Association/HPA",
    );
}

#[test]
fn an_acronym_with_two_long_forms_stands_for_neither() {
    let texts = [
        "The Harbour Pilots Association (HPA) met.",
        "The Highland Potato Authority (HPA) met.",
        "Ships waited for the HPA on Monday.",
    ];
    check_all(
        &texts,
        "organisation Harbour Pilots Association; \
         organisation Harbour Pilots Association/HPA; \
         organisation Highland Potato Authority; \
         organisation Highland Potato Authority/HPA; organisation HPA",
    );
}

#[test]
fn an_introduced_long_form_overrides_a_built_in_alias() {
    check_all(
        &["The European Community (EC) was new.", "Ministers of the EC met."],
        "organisation European Community; organisation European Community/EC",
    );
}

#[test]
fn a_company_has_one_name_in_all_articles() {
    check_all(
        &["The Okello Shipping Corp sold a ship.", "A bid failed, Okello said."],
        "organisation Okello Shipping Corp; organisation Okello Shipping Corp/Okello",
    );
}

#[test]
fn a_surname_is_no_company_of_another_article() {
    let texts = ["The Okello Shipping Corp sold it.", "President Ada Okello spoke. Okello left."];
    check_all(
        &texts,
        "organisation Okello Shipping Corp; person Ada Okello; person Ada Okello/Okello",
    );
}

#[test]
fn a_full_name_is_no_place_if_it_is_mostly_a_person() {
    let place = "A storm hit the city of Milo Okello.";
    let person = "President Milo Okello spoke.";
    check_all(&[place, person], "place Milo Okello; person Milo Okello");
    check_all(
        &[place, person, person, person, person],
        "person Milo Okello; person Milo Okello; person Milo Okello; person Milo Okello; \
         person Milo Okello",
    );
}

#[test]
fn a_word_beside_a_known_program_is_a_program() {
    check("They compared PHP, Python and Java.", "");
    check("They sailed from Java to Japan.", "place Java; place Japan");
}

#[test]
fn a_country_in_a_currency_is_no_place() {
    check("It costs US$200 in the US.", "place United States/US");
}

#[test]
fn an_acronym_of_common_nouns_is_no_organisation() {
    check("Revert the change for AMD, asynchronous module definition.", "");
    check("They chose a nearby potato warehouse (NPW) and sold the NPW.", "");
    check("AMD sold a factory.", "organisation AMD");
}
