//! Text that is no prose: identifiers, inline code, references and rosters.

use crate::{document, paragraph};
use cuttings_insight::{
    Document, Passage, Role, Settings, figures, names, quotes, related, summaries,
};

/// Returns the names in documents, as "kind name", sorted.
fn found(documents: &[Document<'_>]) -> Vec<String> {
    let names = names(documents, &Settings::default());
    let mut found: Vec<String> =
        names.entities.iter().map(|entity| format!("{} {}", entity.kind, entity.name)).collect();
    found.sort();
    found
}

/// Builds an item of a list.
fn item(text: &str) -> Passage<'_> {
    Passage { is_list_item: true, ..Passage::new(Role::Paragraph, text) }
}

/// Asserts that a text has no names.
fn check_no_names(text: &str) {
    assert_eq!(found(&[paragraph(text)]), [""; 0], "{text}");
}

#[test]
fn identifiers_are_not_names() {
    for identifier in [
        "Makefile",
        "package.json",
        "Node.js",
        "AsyncLocalStorage",
        "subtleCrypto",
        "MAX_AGE",
        "max_age",
        "v1.2.3",
        "feceb77d7e",
        "/usr/local/Lagos",
        "@Lagos",
        "OpenSSL",
        "JavaScript",
        "NOTE",
    ] {
        check_no_names(&format!("They live in {identifier} now."));
        check_no_names(&format!("The people in {identifier} said that it is late."));
    }
}

#[test]
fn inline_code_is_neither_a_name_nor_a_figure_nor_a_quote() {
    let text = "Set Lagos or \u{201c}Ada Okonkwo waits for it\u{201d} to 60000 seconds in Paris, \
                where the harbour master reads the manual before every journey.";
    let passage = |literals| Passage { literals, ..Passage::new(Role::Paragraph, text) };
    let plain = Document { passages: vec![passage(Vec::new())], ..Document::default() };
    let range = |part: &str| {
        let start = text.find(part).unwrap();
        start..start + part.len()
    };
    let parts = ["Lagos", "\u{201c}Ada Okonkwo waits for it\u{201d}", "60000"];
    let marked =
        Document { passages: vec![passage(parts.map(range).to_vec())], ..Document::default() };
    assert_eq!(
        found(std::slice::from_ref(&plain)),
        ["person Ada Okonkwo", "place Lagos", "place Paris"]
    );
    assert_eq!(found(std::slice::from_ref(&marked)), ["place Paris"]);
    let quotes = |document: &Document<'_>| {
        let documents = std::slice::from_ref(document);
        quotes(documents, &names(documents, &Settings::default())).concat().len()
    };
    assert_eq!((quotes(&plain), quotes(&marked)), (1, 0));
    let figures = |document| figures(std::slice::from_ref(document)).concat().len();
    assert_eq!((figures(&plain), figures(&marked)), (1, 0));
}

#[test]
fn commits_and_links_are_skipped() {
    let text = "Kwame Mensah in Lagos";
    let link = 0..text.len();
    let documents = [Document {
        passages: vec![
            item("[feceb77d7e] - move 40 boats to Lagos (Ada Okonkwo)"),
            Passage { links: vec![link], ..item(text) },
            Passage::new(Role::Paragraph, "Source of Lagos: https://example.org/lagos.tar.gz"),
            Passage::new(Role::Paragraph, "Lagos 1.20 4.30 5.10 6.20 Paris 7.10 8.20"),
        ],
        ..Document::default()
    }];
    assert_eq!(found(&documents), [""; 0]);
    assert!(figures(&documents).concat().is_empty());
}

#[test]
fn a_sentence_with_a_link_is_prose() {
    let text = "The ferry from Lagos arrived late, the harbour master said.";
    let link = 10..20;
    let documents = [Document {
        passages: vec![Passage { links: vec![link], ..item(text) }],
        ..Document::default()
    }];
    assert_eq!(found(&documents), ["place Lagos"]);
}

#[test]
fn a_roster_mentions_people_but_relates_no_articles() {
    let people = ["Ada Okonkwo", "Kwame Mensah", "Loza Abera", "Samuel Cranny", "Maria de la Cruz"];
    let with_roster = |text| {
        let passages = [Passage::new(Role::Paragraph, text)];
        Document {
            passages: passages.into_iter().chain(people.map(item)).collect(),
            ..Document::default()
        }
    };
    let documents = [
        with_roster("The ferry crossed quiet waters before breakfast on its northern route."),
        with_roster("A baker sold thirty loaves while snow covered every village street."),
    ];
    assert!(found(&documents).contains(&"person Ada Okonkwo".to_owned()));
    let names = names(&documents, &Settings::default());
    assert!(related(&documents, &names).concat().is_empty());
    for span in summaries(&documents, &names).concat() {
        assert_eq!(span.passage, 0);
    }
}

#[test]
fn four_names_in_a_list_are_no_roster() {
    let documents = || {
        let people = ["Ada Okonkwo", "Kwame Mensah", "Loza Abera", "Samuel Cranny"];
        let text = Passage::new(Role::Paragraph, "They won.");
        Document {
            passages: [text].into_iter().chain(people.map(item)).collect(),
            ..Document::default()
        }
    };
    let documents = [documents(), documents(), document([(Role::Paragraph, "It rained.")])];
    let names = names(&documents, &Settings::default());
    assert_eq!(related(&documents, &names)[0].len(), 1);
}

#[test]
fn acronyms_of_a_technical_text_need_more_evidence() {
    check_no_names("Call readFile and writeFile of the XQZ module, or max_age of XQZ, to use XQZ.");
    let text =
        "The Technical Steering Committee met. The TSC asked for readFile, writeFile and max_age.";
    assert_eq!(found(&[paragraph(text)]), ["organisation Technical Steering Committee"]);
}

#[test]
fn a_title_is_no_part_of_an_organisation() {
    assert_eq!(
        found(&[paragraph("Deputy Pentagon press secretary Ada Okonkwo spoke.")]),
        ["organisation Pentagon", "person Ada Okonkwo"]
    );
}

#[test]
fn a_firm_includes_its_partners_and_explains_its_short_name() {
    let text = "Okafor, Mensah and Co sold the boats. Its rival Okello Shipping Corp did not. \
                Okello said so, and Okafor agreed.";
    let found = found(&[paragraph(text)]);
    assert!(found.contains(&"organisation Okafor, Mensah and Co".to_owned()), "{found:?}");
    assert!(found.contains(&"organisation Okello Shipping Corp".to_owned()), "{found:?}");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(!found.iter().any(|name| name.starts_with("person")), "{found:?}");
}

#[test]
fn a_credit_in_brackets_is_a_person() {
    let text = "Fix the leak in the pipe (Chengzhong Wu).";
    assert_eq!(found(&[paragraph(text)]), ["person Chengzhong Wu"]);
}
