//! Any bytes as an index, and an index with any of its bytes replaced, with any query: an error or wrong results, and an
//! end.

#![no_main]

use cuttings_search::{
    DocId, Document, FacetId, FacetSpec, Field, Highlighter, Index, IndexBuilder, Operator, Passage, Query,
    Request, Schema, Searcher,
};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// An index with lists of every kind: short, long, unplaced, of beginnings; with names, and a facet.
static INDEX: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let schema = Schema { facets: vec![FacetSpec { name: "place" }], columns: Vec::new() };
    let mut builder = IndexBuilder::new(schema);
    for number in 0..40 {
        let title = format!("Truce number {number} in the north of Ukraine");
        let text = format!("Talks on truces, U.S. officials said; trucks, treaties and tr{number}.");
        let place = ["Kyiv", "Paris", "London"][number % 3];
        let passages =
            [(Field::Title, &title), (Field::Body, &text)].map(|(field, text)| Passage { field, text });
        builder.add(&Document {
            passages: passages.into(),
            facets: vec![(FacetId(0), place)],
            ..Document::default()
        });
    }
    builder.finish().bytes
});

fuzz_target!(|input: (&str, Vec<(u16, u8)>, &[u8])| {
    let (text, replaced, bytes) = input;
    let mut damaged = INDEX.clone();
    for (at, byte) in replaced {
        let at = usize::from(at) % damaged.len();
        damaged[at] = byte;
    }
    search(text, &damaged);
    // Most bytes do not begin as an index does: these do.
    let mut begun = b"CTSX".to_vec();
    begun.extend(cuttings_search::VERSION.to_le_bytes());
    begun.extend_from_slice(bytes);
    search(text, &begun);
});

fn search(text: &str, bytes: &[u8]) {
    let Ok(index) = Index::open(bytes) else { return };
    let texts = |_, passage: &mut dyn FnMut(Passage<'_>)| passage(Passage { field: Field::Body, text });
    let mut searcher = Searcher::new(index.clone(), Box::new(texts));
    let query = Query::parse(text);
    for operator in [Operator::And, Operator::Or] {
        let request = Request { operator, ..Request::new(&query) };
        let outcome = searcher.search(&request);
        assert!(outcome.total <= index.len() && outcome.hits.len() <= request.limit);
        Highlighter::new(&index, &outcome).ranges(text, Field::Title);
        searcher.explain(&request, DocId(0));
    }
}
