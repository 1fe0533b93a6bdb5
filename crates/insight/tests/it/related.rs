//! Related articles among small texts.

use crate::{document, name_of, paragraph};
use cuttings_insight::{Document, Role, Settings, names, related};

/// Lists the related documents of the first one as "index: reasons".
fn related_to_first(documents: &[Document<'_>]) -> Vec<String> {
    let names = names(documents, &Settings::default());
    related(documents, &names)[0]
        .iter()
        .map(|related| {
            let entities = related.entities.iter().map(|entity| name_of(&names, *entity));
            let words = related.words.iter().map(|span| documents[0].text(span));
            let reasons: Vec<&str> = entities.chain(words).collect();
            format!("{}: {}", related.document, reasons.join(", "))
        })
        .collect()
}

const STRIKE: &str = "Minister Ada Okonkwo ended the harbour strike.";
const WAGES: &str = "Minister Ada Okonkwo raised wages after the strike.";
const WEATHER: &str = "A light wind blew across the quiet town.";

#[test]
fn documents_are_related_by_shared_entities_and_words() {
    let documents = [paragraph(STRIKE), paragraph(WEATHER), paragraph(WAGES)];
    assert_eq!(related_to_first(&documents), ["2: Ada Okonkwo, strike"]);
}

#[test]
fn a_document_without_prose_is_not_related() {
    let headline = document([(Role::Title, WAGES)]);
    assert_eq!(related_to_first(&[paragraph(STRIKE), paragraph(WEATHER), headline]), [""; 0]);
}

#[test]
fn at_most_three_documents_are_related() {
    let mut documents = vec![paragraph(WAGES); 6];
    documents.extend(vec![paragraph(WEATHER); 6]);
    assert_eq!(related_to_first(&documents).len(), 3);
}
