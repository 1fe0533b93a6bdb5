//! Any bytes as an index, with any query: an error or wrong results, and an end.

#![no_main]

use cuttings_search::{DocId, Field, Index, Matcher, Matching, Passage, Query, Request, Searcher};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &[u8])| {
    let (text, bytes) = input;
    // Most bytes do not begin as an index does: these do.
    let mut begun = b"CTSX".to_vec();
    begun.extend(cuttings_search::VERSION.to_le_bytes());
    begun.extend_from_slice(bytes);
    let Ok(index) = Index::open(&begun) else { return };
    let texts = |_, passage: &mut dyn FnMut(Passage<'_>)| passage(Passage { field: Field::Body, text });
    let mut searcher = Searcher::new(index.clone(), Box::new(texts));
    let query = Query::parse(text);
    for matching in [Matching::All, Matching::Any] {
        let request = Request { matching, ..Request::new(&query) };
        let outcome = searcher.search(&request);
        assert!(outcome.total <= index.len() && outcome.hits.len() <= request.limit);
        Matcher::new(&index, &outcome).marks(text, Field::Title);
        searcher.explain(&request, DocId(0));
    }
});
