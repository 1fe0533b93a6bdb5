//! Any text, searched by any other and cut to any length: ranges lie on character boundaries and inside each other.

#![no_main]

use cuttings_search::{Document, Field, Highlighter, Index, IndexBuilder, Passage, Query, Request, Schema, Searcher};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str, &str, u8)| {
    let (title, body, query, letters) = input;
    let passages =
        vec![Passage { field: Field::Title, text: title }, Passage { field: Field::Body, text: body }];
    let mut builder = IndexBuilder::new(Schema::default());
    builder.add(&Document { passages: passages.clone(), ..Document::default() });
    let bytes = builder.finish().bytes;
    let index = Index::open(&bytes).expect("what was written is read");
    let query = Query::parse(query);
    let texts =
        |_, passage: &mut dyn FnMut(Passage<'_>)| passages.iter().for_each(|found| passage(*found));
    let mut searcher = Searcher::new(index.clone(), Box::new(texts));
    let matcher = Highlighter::new(&index, &searcher.search(&Request::new(&query)));
    for passage in &passages {
        let marks = matcher.ranges(passage.text, passage.field);
        assert!(marks.windows(2).all(|pair| pair[0].end < pair[1].start));
        assert!(marks.iter().all(|mark| passage.text.get(mark.clone()).is_some_and(|mark| !mark.is_empty())));
    }
    if let Some(snippet) = matcher.highlight(passages.iter().copied()).snippet(usize::from(letters)) {
        let text = passages[snippet.passage].text;
        assert!(text.get(snippet.range.clone()).is_some());
        for mark in &snippet.highlights {
            assert!(
                snippet.range.start <= mark.start
                    && mark.end <= snippet.range.end
                    && text.get(mark.clone()).is_some()
            );
        }
    }
});
