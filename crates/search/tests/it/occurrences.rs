//! Counts of occurrences, compared with texts that were counted by hand.

use cuttings_search::{
    DocId, Document, FacetId, Field, Index, IndexBuilder, OccurrenceCounts, Passage, Query, Schema,
    Searcher, ValueId,
};
use std::ops::ControlFlow;

/// The passages and the value of the facet "place" of each document.
const DOCUMENTS: [(&[(Field, &str)], &str); 3] = [
    (
        &[
            (Field::Title, "Steel prices"),
            (
                Field::Body,
                "Prices of steel rose. Steel is dear, and the price of air freight rose.",
            ),
            (Field::Metadata, "steel"),
        ],
        "Norden",
    ),
    (&[(Field::Body, "Air freight fell; air and freight fell. Oil rose.")], "Norden"),
    (&[(Field::Heading, "Oil"), (Field::Metadata, "steel")], "Suden"),
];

/// Counts in the documents. Each query gives pairs of a document and its number of occurrences.
fn counts(query: &str) -> OccurrenceCounts {
    let passages = |document: usize| {
        let (passages, _) = DOCUMENTS[document];
        passages.iter().map(|&(field, text)| Passage { field, text })
    };
    let schema = Schema { facets: vec!["place".into()], columns: Vec::new() };
    let mut builder = IndexBuilder::new(schema);
    for (document, (_, place)) in DOCUMENTS.iter().enumerate() {
        builder.add(&Document {
            passages: passages(document).collect(),
            facets: vec![(FacetId(0), *place)],
            ..Document::default()
        });
    }
    let bytes = builder.finish().bytes;
    let index = Index::open(&bytes[..]).unwrap();
    assert_eq!(index.text_lengths(), [16, 9, 1]);
    let source = |document: DocId, visit: &mut cuttings_search::PassageVisitor<'_>| {
        for passage in passages(document.0 as usize) {
            visit(passage)?;
        }
        ControlFlow::Continue(())
    };
    Searcher::new(index, Box::new(source)).count_occurrences(&Query::parse(query))
}

#[track_caller]
fn check(query: &str, expected: &[(u32, u32)]) {
    let documents = counts(query).documents;
    let found: Vec<_> =
        documents.into_iter().map(|(document, count)| (document.0, count)).collect();
    assert_eq!(found, expected, "{query}");
}

#[test]
fn words_are_counted_in_texts() {
    check("oil", &[(1, 1), (2, 1)]);
    check("steel", &[(0, 3), (2, 0)]);
    check("title:steel", &[(0, 1)]);
    check("price", &[(0, 3)]);
    check("missing", &[]);
    check("", &[]);
}

#[test]
fn a_prefix_needs_its_star() {
    check("fr", &[]);
    check("fr*", &[(0, 1), (1, 2)]);
}

#[test]
fn phrases_and_alternatives_are_counted() {
    check("\"air freight\"", &[(0, 1), (1, 1)]);
    check("oil OR steel", &[(0, 3), (1, 1), (2, 1)]);
    check("rose -oil", &[(0, 2)]);
}

#[test]
fn values_of_facets_are_named() {
    let of_place = counts("place:Norden");
    assert_eq!(of_place.documents, [(DocId(0), 0), (DocId(1), 0)]);
    assert_eq!(of_place.values, [(FacetId(0), ValueId(0))]);
    assert!(!of_place.has_words);
    let both = counts("rose place:Norden -place:Suden");
    assert_eq!((both.values.len(), both.has_words), (1, true));
}
