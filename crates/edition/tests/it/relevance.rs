//! Relevance as data: what the search must answer on the seed, in `relevance.txt`, a line a query with its reason.

#![allow(clippy::unwrap_used, reason = "tests say what they expect by panicking")]

use cuttings_corpus::parse;
use cuttings_diagnostics::SourceFile;
use cuttings_edition::{Edition, build};
use cuttings_search::{Interpretation, Query, Request};
use std::fmt::Write as _;

/// The edition of the seed that the repository holds.
fn edition() -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    let seeds: Vec<SourceFile<'_>> =
        files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    build(&parse(&seeds), &cuttings_corpus::Site::default()).unwrap()
}

/// What is made of a query, as the data write it.
fn note(interpretation: &Interpretation) -> String {
    match interpretation {
        Interpretation::AsTyped => String::new(),
        Interpretation::Partial { .. } => "[?]".to_owned(),
        Interpretation::Corrected { query } => format!("[~ {query}]"),
    }
}

#[test]
fn the_seed_answers_as_the_data_say() {
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
fn the_seed_suggests_what_was_meant() {
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
