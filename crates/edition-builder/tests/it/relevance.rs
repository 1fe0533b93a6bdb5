//! Checks the search results on the project's seed and on a made-up blog against `relevance.txt`
//! and `relevance_blog.txt`, which have a line with a reason for each query.

#![allow(clippy::unwrap_used, reason = "tests say what they expect by panicking")]

use crate::{blog, seed};
use cuttings_edition::{Edition, Item, ItemId};
use cuttings_search::{DocId, Interpretation, Query, Request};
use std::fmt::Write as _;

/// Formats the interpretation of a query as `relevance.txt` spells it.
fn note(interpretation: &Interpretation) -> String {
    match interpretation {
        Interpretation::AsTyped => String::new(),
        Interpretation::Partial { .. } => "[?]".to_owned(),
        Interpretation::Corrected { query } => format!("[~ {query}]"),
    }
}

/// Compares the answers of an edition with the expected ones, of which there are at least `least`.
/// `name` returns the name of a document in the list. A line after "fails:" must not be answered as
/// expected, so that it is edited once it is.
#[track_caller]
fn check(edition: &Edition<'_>, name: impl Fn(DocId) -> String, answers: &str, least: usize) {
    let lines = answers.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let (mut count, mut faults) = (0, String::new());
    for line in lines {
        let (line, fails) = match line.strip_prefix("fails: ") {
            Some(line) => (line, true),
            None => (line, false),
        };
        let parts: Vec<&str> = line.split(" => ").collect();
        let [query, expected, reason] = parts.as_slice() else {
            panic!("query => items => reason: {line}")
        };
        count += 1;
        let (expected, open) = match expected.strip_suffix('…') {
            Some(items) => (items.trim(), true),
            None => (*expected, false),
        };
        let query = Query::parse(query);
        let outcome = edition.searcher().search(&Request { limit: 20, ..Request::new(&query) });
        let found: Vec<String> = outcome.hits.iter().map(|hit| name(hit.doc)).collect();
        let found = if found.is_empty() { "-".to_owned() } else { found.join(" ") };
        let answers = found == expected || (open && found.starts_with(&format!("{expected} ")));
        let noted = reason.split_once("] ").map_or(String::new(), |(note, _)| format!("{note}]"));
        let made = note(&outcome.interpretation);
        if (answers && made == noted) == fails {
            let fails = if fails { "that this fails" } else { expected };
            writeln!(faults, "{query} => {found} {made}; expected {fails} {noted}: {reason}")
                .unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    assert!(count >= least, "{count} lines");
}

#[test]
fn results_on_the_seed_match_the_expected_order() {
    let bytes = seed::edition();
    let edition = Edition::open(&bytes).unwrap();
    check(&edition, |document| document.0.to_string(), include_str!("relevance.txt"), 60);
}

#[test]
fn results_on_a_blog_match_the_expected_order() {
    let bytes = blog::edition();
    let edition = Edition::open(&bytes).unwrap();
    let slug = |document: DocId| match edition.item(ItemId(document.0)) {
        Some(Item::Article(article)) => article.slug().to_owned(),
        _ => panic!("{document:?} is no post"),
    };
    check(&edition, slug, include_str!("relevance_blog.txt"), 30);
}

#[test]
fn unknown_words_get_suggestions() {
    let bytes = seed::edition();
    let mut searcher = Edition::open(&bytes).unwrap().searcher();
    let mut check = |query: &str, expected: Option<&str>| {
        let query = Query::parse(query);
        let outcome = searcher.search(&Request::new(&query));
        assert_eq!((outcome.total, outcome.suggestion.as_deref()), (0, expected), "{query}");
    };
    check("kyv", Some("kyiv"));
    check("nto", Some("not"));
    check("zzq", None);
}
