//! Checks the search results on the project's seed against `relevance.txt`, which has a line with a
//! reason for each query.

#![allow(clippy::unwrap_used, reason = "tests say what they expect by panicking")]

use crate::seed::edition;
use cuttings_edition::Edition;
use cuttings_search::{Interpretation, Query, Request};
use std::fmt::Write as _;

/// Formats the interpretation of a query as `relevance.txt` spells it.
fn note(interpretation: &Interpretation) -> String {
    match interpretation {
        Interpretation::AsTyped => String::new(),
        Interpretation::Partial { .. } => "[?]".to_owned(),
        Interpretation::Corrected { query } => format!("[~ {query}]"),
    }
}

#[test]
fn results_match_the_expected_order() {
    let bytes = edition();
    let edition = Edition::open(&bytes).unwrap();
    let lines = include_str!("relevance.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let (mut count, mut faults) = (0, String::new());
    for line in lines {
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
        let found: Vec<String> = outcome.hits.iter().map(|hit| hit.doc.0.to_string()).collect();
        let found = if found.is_empty() { "-".to_owned() } else { found.join(" ") };
        let answers = found == expected || (open && found.starts_with(&format!("{expected} ")));
        let noted = reason.split_once("] ").map_or(String::new(), |(note, _)| format!("{note}]"));
        if !answers || note(&outcome.interpretation) != noted {
            let made = note(&outcome.interpretation);
            writeln!(faults, "{query} => {found} {made}; expected {expected} {noted}: {reason}")
                .unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    assert!(count >= 60, "{count} lines");
}

#[test]
fn unknown_words_get_suggestions() {
    let bytes = edition();
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
