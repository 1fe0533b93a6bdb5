//! Compiled queries match the documents that our search finds.

use crate::interpreter::Server;
use crate::sample;
use cuttings_edition::Edition;
use cuttings_opensearch::{Matching, Schema, compile};
use cuttings_search::{Interpretation, Query, Request};
use proptest::prelude::*;
use std::sync::LazyLock;

/// Queries of every feature in `docs/queries.md`.
pub(crate) const QUERIES: &str = include_str!("queries.txt");

/// Compares the documents that a query matches as typed.
#[track_caller]
fn check(edition: &Edition<'_>, server: &Server, text: &str) {
    let query = Query::parse(text);
    let compiled = compile(&query, &Schema::new(edition), Matching::AsTyped).unwrap();
    let found = server.search(&compiled);
    let mut searcher = edition.searcher();
    let outcome = searcher.search(&Request { limit: usize::MAX, ..Request::new(&query) });
    let mut expected: Vec<usize> = outcome.hits.iter().map(|hit| hit.doc.0 as usize).collect();
    expected.sort_unstable();
    match outcome.interpretation {
        // The search also shows documents with a more frequent spelling.
        Interpretation::AsTyped if outcome.suggestion.is_some() => {
            assert!(found.iter().all(|document| expected.contains(document)), "{text}: {compiled}");
        }
        Interpretation::AsTyped => assert_eq!(found, expected, "{text}: {compiled}"),
        // Nothing matches as typed.
        _ => assert!(found.is_empty(), "{text}: {found:?} {compiled}"),
    }
}

fn check_all(bytes: &[u8]) {
    let edition = Edition::open(bytes).unwrap();
    let server = Server::new(&edition);
    for text in QUERIES.lines().filter(|line| !line.starts_with('#')) {
        check(&edition, &server, text);
    }
}

#[test]
fn every_feature_finds_the_same_documents() {
    check_all(sample::edition());
    check_all(sample::english_edition());
}

#[test]
fn every_feature_finds_the_same_documents_in_the_project_seeds() {
    check_all(sample::project_seeds());
}

/// Returns words, phrases and fields of the sample.
fn terms() -> impl Strategy<Value = String> {
    let words = "ferry|boat|boats|storms?|north|northern|route|harbour|the|to|be|not|it|us|dprk|north korea|rs26|rs-26|18%|8,000|co-bel|停战|Bücher|strassen|zzz|valley|Ávila";
    let word = prop::string::string_regex(&format!("({words})")).unwrap();
    let values = "boats|prices|harbour|low|north*|water|\"harbour prices\"|(boats OR low)|(harbour prices)|2024|2024-05|2023..|..2023-12|de|en|post|article|teaser|soon";
    let names = "title|body|heading|standfirst|metadata|tag|series|section|source|lang|kind|date|before|after|nothing|author";
    prop_oneof![
        4 => word,
        1 => prop::string::string_regex(&format!("\"({words})( ({words}))?\"")).unwrap(),
        1 => prop::string::string_regex("(har|nor|b|st)\\*").unwrap(),
        2 => prop::string::string_regex(&format!("({names}):({values})")).unwrap(),
    ]
}

fn queries() -> impl Strategy<Value = String> {
    let leaf = (prop::bool::weighted(0.15), terms())
        .prop_map(|(is_not, term)| if is_not { ["-", &term].concat() } else { term });
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(|parts| parts.join(" ")),
            prop::collection::vec(inner.clone(), 2..3).prop_map(|parts| parts.join(" OR ")),
            inner.clone().prop_map(|inner| format!("({inner})")),
            inner.prop_map(|inner| format!("-({inner})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn generated_queries_find_the_same_documents(text in queries()) {
        let edition = Edition::open(sample::edition()).unwrap();
        static SERVER: LazyLock<Server> =
            LazyLock::new(|| Server::new(&Edition::open(sample::edition()).unwrap()));
        check(&edition, &SERVER, &text);
    }
}
