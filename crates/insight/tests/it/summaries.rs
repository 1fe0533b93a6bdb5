//! Summaries of small texts.

use crate::document;
use cuttings_insight::{Role, Settings, names, summaries};

/// Compares the sentences of the summary of a title and one paragraph.
fn check(title: &str, paragraph: &str, expected: &[&str]) {
    let documents = [document([(Role::Title, title), (Role::Paragraph, paragraph)])];
    let names = names(&documents, &Settings::default());
    let summary = summaries(&documents, &names).concat();
    let sentences: Vec<&str> = summary.iter().map(|span| documents[0].text(span)).collect();
    assert_eq!(sentences, expected, "{paragraph}");
}

const STRIKE: &str = "Dock workers in the harbour of Gdansk started a strike on Monday.";
const WAGES: &str = "The strike halts every ship until the harbour offers higher wages.";

#[test]
fn a_summary_has_two_sentences_in_reading_order() {
    let weather = "A light wind blew across the quiet town for most of the day.";
    check(
        "Strike in the harbour over higher wages",
        &format!("{STRIKE} {weather} {WAGES}"),
        &[STRIKE, WAGES],
    );
}

#[test]
fn sentences_that_refer_back_or_are_short_are_not_chosen() {
    let refers_back = "However, this strike in the harbour may not last for another week.";
    check("Harbour strike", &format!("{STRIKE} {refers_back} It rained."), &[STRIKE]);
}

#[test]
fn quotes_are_not_chosen() {
    let quote = "“We will keep up this strike in the harbour until wages rise,” she said.";
    check("Harbour strike", &format!("{quote} {STRIKE}"), &[STRIKE]);
}
