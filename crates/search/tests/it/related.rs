//! Query expansion: related documents, and words added to a bag of words.

use cuttings_search::{
    DocId, Document, FacetId, Field, Filter, Highlighter, Index, IndexBuilder, Operator, Order,
    Passage, PassageVisitor, Query, Request, Schema, Searcher, ValueId,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// A section and a text for each document.
const FERRIES: [(&str, &str); 12] = [
    ("north", "The ferry left the harbour before the gale. Passengers waited on the quay."),
    (
        "north",
        "A ferry crossed at night; its passengers slept. The harbour was calm after the gale.",
    ),
    ("south", "The night ferry waits for passengers until the gale is over."),
    ("north", "Passengers of the old steamer waited in the harbour because of a gale."),
    ("south", "In the gale the harbour filled with passengers of a steamer."),
    ("south", "Prices of bread rose in the town, and the mayor promised a report."),
    ("north", "The mayor opened a bakery. Bread is made there each morning."),
    ("south", "A gale broke windows in the town."),
    ("north", "The library lends books to readers of every age."),
    ("south", "A teacher read poems aloud, and the class wrote their own."),
    ("north", "Farmers sold apples and pears at the market."),
    ("south", "The orchestra played in the park until midnight."),
];

fn passage(text: &str) -> Passage<'_> {
    Passage { field: Field::Body, text }
}

fn build(documents: &[(&str, &str)]) -> Vec<u8> {
    let mut builder =
        IndexBuilder::new(Schema { facets: vec!["section".into()], columns: Vec::new() });
    for (section, text) in documents {
        let (passages, facets) = (vec![passage(text)], vec![(FacetId(0), *section)]);
        builder.add(&Document { passages, facets, ..Document::default() });
    }
    builder.finish().bytes
}

fn searcher<'a>(bytes: &'a [u8], documents: &'a [(&str, &str)]) -> Searcher<'a> {
    let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
        let document = documents.get(document.0 as usize);
        document.into_iter().try_for_each(|(_, text)| visit(passage(text)))
    };
    Searcher::new(Index::open(bytes).unwrap(), Box::new(source))
}

/// Returns the related documents of a query with a filter, and the words added to it.
fn related(query: &str, filter: Option<ValueId>) -> (Vec<u32>, Vec<String>) {
    let bytes = build(&FERRIES);
    let filters = [Filter { facet: FacetId(0), values: filter.into_iter().collect() }];
    let query = Query::parse(query);
    let request = Request { filters: &filters, ..Request::new(&query) };
    let outcome = searcher(&bytes, &FERRIES).related(&request);
    assert_eq!(outcome.total as usize, outcome.hits.len());
    let words = outcome.added_words().into_iter().map(str::to_owned).collect();
    (outcome.hits.iter().map(|hit| hit.doc.0).collect(), words)
}

#[test]
fn related_documents_have_the_words_of_the_results() {
    let (documents, words) = related("ferry", None);
    assert_eq!(documents[..2], [3, 4], "steamers with passengers in a gale");
    assert!(documents.iter().all(|document| ![0, 1, 2, 5, 6].contains(document)), "{documents:?}");
    let has = |word: &str| words.iter().any(|added| added == word);
    assert!(has("passengers") && has("harbour"), "{words:?}");
    assert!(!has("ferry") && !has("the") && !has("bread"), "{words:?}");
    assert!(!has("quay"), "a word of one document finds no other: {words:?}");
}

#[test]
fn a_long_passage_is_read_at_its_beginning() {
    let long = format!("A ferry and a steamer. {} A lighthouse.", "and so on ".repeat(10_000));
    let documents = [("", &*long), ("", "The steamer leaves."), ("", "A lighthouse stands.")];
    let bytes = build(&documents);
    let query = Query::parse("ferry");
    let outcome = searcher(&bytes, &documents).related(&Request::new(&query));
    assert_eq!(outcome.added_words(), ["steamer"]);
}

#[test]
fn filters_and_exclusions_hold_for_related_documents() {
    let bytes = build(&FERRIES);
    let facet = Index::open(&*bytes).unwrap().facet(FacetId(0)).unwrap();
    let north = facet.value_labelled("north").unwrap();
    assert_eq!(related("ferry", Some(north)).0, [3]);
    let (documents, _) = related("ferry -steamer", None);
    assert!(!documents.contains(&3) && !documents.contains(&4), "{documents:?}");
    assert_eq!(related("ferry section:north", None).0, [3]);
}

#[test]
fn nothing_is_related_to_nothing() {
    for query in ["", "zeppelin", "-ferry", "section:north"] {
        assert_eq!(related(query, None).0, [0; 0], "{query}");
    }
}

#[test]
fn a_corrected_query_has_related_documents() {
    assert_eq!(related("ferrry", None).0, related("ferry", None).0);
}

#[test]
fn added_words_are_highlighted() {
    let bytes = build(&FERRIES);
    let query = Query::parse("ferry");
    let outcome = searcher(&bytes, &FERRIES).related(&Request::new(&query));
    let highlighter = Highlighter::new(&Index::open(&*bytes).unwrap(), &outcome);
    let text = FERRIES[3].1;
    let marked = highlighter.ranges(text, Field::Body).into_iter().map(|range| &text[range]);
    assert_eq!(marked.collect::<Vec<_>>(), ["Passengers", "waited", "harbour", "gale"]);
}

#[test]
fn a_bag_of_words_can_be_expanded() {
    let bytes = build(&FERRIES);
    let query = Query::from_words("ferry");
    let request = Request { operator: Operator::Or, ..Request::new(&query) };
    let mut searcher = searcher(&bytes, &FERRIES);
    let plain = searcher.search(&request);
    assert_eq!(plain.total, 3);
    let expanded = searcher.search(&Request { expands: true, ..request });
    let order: Vec<u32> = expanded.hits.iter().map(|hit| hit.doc.0).collect();
    assert!(order[..3].iter().all(|document| *document < 3), "{order:?}");
    assert_eq!(order[3..5], [3, 4], "{order:?}");
}

proptest! {
    #[test]
    fn related_documents_do_not_match(
        texts in vec(vec(prop::sample::select(vec!["ferry", "gale", "quay", "mayor", "bread"]), 1..6), 1..12),
        query in prop::sample::select(vec!["ferry", "gale quay", "bread -mayor", "ferry or bread"]),
        by_id: bool,
    ) {
        let texts: Vec<String> = texts.iter().map(|words| words.join(" ")).collect();
        let documents: Vec<(&str, &str)> = texts.iter().map(|text| ("all", &**text)).collect();
        let bytes = build(&documents);
        let mut searcher = searcher(&bytes, &documents);
        let query = Query::parse(query);
        let order = if by_id { Order::Document } else { Order::Relevance };
        let request = Request { limit: 100, order, ..Request::new(&query) };
        let exact = searcher.search(&request);
        let related = searcher.related(&request);
        for hit in &related.hits {
            prop_assert!(!exact.hits.iter().any(|other| other.doc == hit.doc));
            prop_assert!(hit.score > 0.0);
        }
        prop_assert!(related.hits.is_sorted_by(|a, b| a.score >= b.score));
    }
}
