//! Searches arbitrary bytes as an index, and an index with changed bytes: an error or wrong
//! results, but no panic and no hang.

#![no_main]

use cuttings_search::{
    DocId, Document, FacetId, FacetSpec, Field, Highlighter, Index, IndexBuilder, Operator,
    Passage, PassageVisitor, Query, Request, Schema, Searcher, VERSION,
};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// An index with every kind of posting list: short, long, without blocks, of a prefix. It has
/// aliases and a facet as well.
static INDEX: LazyLock<Vec<u8>> = LazyLock::new(|| build(IndexBuilder::new(schema())));

/// The same with exact positions.
static EXACT: LazyLock<Vec<u8>> =
    LazyLock::new(|| build(IndexBuilder::new(schema()).with_exact_positions()));

fn schema() -> Schema {
    Schema { facets: vec![FacetSpec { name: "place".to_owned() }], columns: Vec::new() }
}

fn build(mut builder: IndexBuilder) -> Vec<u8> {
    for number in 0..40 {
        let title = format!("Truce number {number} in the north of Ukraine");
        let text =
            format!("Talks on truces, U.S. officials said; trucks, treaties and tr{number}.");
        let place = ["Kyiv", "Paris", "London"][number % 3];
        let passages = [(Field::Title, &title), (Field::Body, &text)];
        builder.add(&Document {
            passages: passages.map(|(field, text)| Passage { field, text }).into(),
            facets: vec![(FacetId(0), place)],
            ..Document::default()
        });
    }
    builder.finish().bytes
}

fuzz_target!(|input: (&str, Vec<(u16, u8)>, &[u8])| {
    let (text, changes, bytes) = input;
    for mut changed in [INDEX.clone(), EXACT.clone()] {
        for (at, byte) in &changes {
            let at = usize::from(*at) % changed.len();
            changed[at] = *byte;
        }
        search(text, &changed);
    }
    // Arbitrary bytes hardly ever start like an index.
    let mut with_header = b"CTSX".to_vec();
    with_header.extend(VERSION.to_le_bytes());
    with_header.extend_from_slice(bytes);
    search(text, &with_header);
});

fn search(text: &str, bytes: &[u8]) {
    let Ok(index) = Index::open(bytes) else { return };
    let source = |_, visit: &mut PassageVisitor<'_>| visit(Passage { field: Field::Body, text });
    let mut searcher = Searcher::new(index.clone(), Box::new(source));
    let query = Query::parse(text);
    for operator in [Operator::And, Operator::Or] {
        let request = Request { operator, ..Request::new(&query) };
        let outcome = searcher.search(&request);
        assert!(outcome.total <= index.len() && outcome.hits.len() <= request.limit);
        Highlighter::new(&index, &outcome).ranges(text, Field::Title);
        searcher.explain(&request, DocId(0));
    }
}
