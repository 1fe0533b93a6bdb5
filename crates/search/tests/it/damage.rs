//! Damaged indexes cause an error or wrong results, but never a panic, a hang, or more memory than
//! their bytes warrant.

use cuttings_search::{
    DocId, Document, FacetId, Field, Filter, Highlighter, Index, IndexBuilder, Language, Operator,
    Order, Passage, PassageVisitor, Query, Request, Schema, Searcher, VERSION, ValueId,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn build() -> Vec<u8> {
    let mut builder = IndexBuilder::new(Schema {
        facets: vec!["section".into(), "person".into()],
        columns: vec![],
    });
    for number in 0..80_usize {
        let text = format!(
            "Missile {number} struck Kyiv; the RS-26 of North Korea, {}",
            ["drones", "talks", "troops"][number % 3]
        );
        let people = ["Umerov", "Putin", "Jonson"];
        let people = people.iter().take(number % 4).map(|person| (FacetId(1), *person));
        let section = (FacetId(0), ["War", "Peace"][number % 2]);
        let passages = [Field::Title, Field::Body].map(|field| Passage { field, text: &text });
        builder.add(&Document {
            passages: passages.into(),
            facets: std::iter::once(section).chain(people).collect(),
            ..Document::default()
        });
    }
    for text in ["Abwehr", "Raketen", "Raketenabwehr"] {
        let passages = vec![Passage { field: Field::Body, text }];
        builder.add(&Document { language: Language::German, passages, ..Document::default() });
    }
    builder.finish().bytes
}

/// Opens an index and calls everything that reads it.
fn exercise(bytes: &[u8]) {
    let Ok(index) = Index::open(bytes) else { return };
    for (_, facet) in index.facets() {
        for (value, label) in facet.values().take(100) {
            // Damaged bytes may count anything.
            let _ = facet.count(value);
            assert!(label.len() <= bytes.len());
        }
    }
    let text = "Missiles on Kyiv and North Korea’s RS-26";
    let source = |_, visit: &mut PassageVisitor<'_>| visit(Passage { field: Field::Body, text });
    let mut searcher = Searcher::new(index.clone(), Box::new(source));
    let filters = [Filter { facet: FacetId(0), values: vec![ValueId(0)] }];
    for query in [
        "",
        "m",
        "missile kyiv",
        "\"north korea\"",
        "rs-26 OR misile -talks",
        "title:kyiv person:umerov",
        "zzzzzz kyiv",
        "abwehr OR raketen",
    ] {
        let query = Query::parse(query);
        assert!(searcher.count_occurrences(&query).documents.len() <= index.len() as usize);
        for (operator, order) in
            [(Operator::And, Order::Relevance), (Operator::Or, Order::Document)]
        {
            let request = Request { filters: &filters, operator, order, ..Request::new(&query) };
            let outcome = searcher.search(&request);
            assert!(outcome.total <= index.len() && outcome.hits.len() <= 10);
            let highlighter = Highlighter::new(&index, &outcome);
            for range in highlighter.ranges(text, Field::Body) {
                assert!(text.get(range).is_some());
            }
        }
    }
    assert_eq!(index.text_lengths().len(), index.len() as usize);
    let query = Query::parse("missile kyiv");
    let _ = searcher.explain(&Request::new(&query), DocId(3)).to_string();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn changed_bytes_never_panic(
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = build();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        exercise(&bytes);
    }

    #[test]
    fn changed_headers_never_panic(changes in vec((0_usize..200, any::<u8>()), 1..6)) {
        let mut bytes = build();
        changes.into_iter().for_each(|(at, byte)| bytes[at] = byte);
        exercise(&bytes);
    }

    #[test]
    fn arbitrary_bytes_never_panic(mut bytes in vec(any::<u8>(), 0..600)) {
        exercise(&bytes);
        let mut header = b"CTSX".to_vec();
        header.extend(VERSION.to_le_bytes());
        bytes.splice(..0, header);
        exercise(&bytes);
    }
}

#[test]
fn an_index_truncated_at_any_byte_does_not_open() {
    let bytes = build();
    for end in 0..bytes.len() {
        assert!(Index::open(&bytes[..end]).is_err(), "{end} of {}", bytes.len());
    }
    assert!(Index::open(&bytes).is_ok());
}

#[test]
fn the_same_documents_build_the_same_bytes() {
    assert!(build() == build());
}
