//! Searches arbitrary text for arbitrary text and cuts a snippet of any length: all ranges lie on
//! character boundaries, and highlights inside the snippet.

#![no_main]

use cuttings_search::{
    Document, Field, Highlighter, Index, IndexBuilder, Passage, PassageVisitor, Query, Request,
    Schema, Searcher,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str, &str, u8)| {
    let (title, body, query, max_chars) = input;
    let passages = [(Field::Title, title), (Field::Body, body)];
    let passages = passages.map(|(field, text)| Passage { field, text });
    let mut builder = IndexBuilder::new(Schema::default());
    builder.add(&Document { passages: passages.into(), ..Document::default() });
    let bytes = builder.finish().bytes;
    let index = Index::open(&bytes).expect("a built index opens");
    let query = Query::parse(query);
    let source = |_, visit: &mut PassageVisitor<'_>| passages.into_iter().try_for_each(visit);
    let mut searcher = Searcher::new(index.clone(), Box::new(source));
    let highlighter = Highlighter::new(&index, &searcher.search(&Request::new(&query)));
    for Passage { field, text } in passages {
        let ranges = highlighter.ranges(text, field);
        assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start));
        for range in ranges {
            assert!(text.get(range).is_some_and(|highlight| !highlight.is_empty()));
        }
    }
    if let Some(snippet) = highlighter.highlight(passages).snippet(usize::from(max_chars)) {
        let text = passages[snippet.passage].text;
        assert!(text.get(snippet.range.clone()).is_some());
        for highlight in &snippet.highlights {
            assert!(snippet.range.start <= highlight.start && highlight.end <= snippet.range.end);
            assert!(text.get(highlight.clone()).is_some());
        }
    }
});
