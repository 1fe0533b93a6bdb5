//! Highlights of fragments of a long document, compared with those of its whole text.

use cuttings_search::{
    DocId, Document, Field, HighlightedText, Highlighter, Highlights, Index, IndexBuilder, Passage,
    PassageVisitor, PositionMap, Query, Request, Schema, Searcher,
};
use proptest::collection::vec;
use proptest::prelude::*;

const SEGMENTS: usize = 10;

/// Texts of long documents: most words are not searched for.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        30 => prop::sample::select(vec!["gate", "lamp", "stone", "river", "U.S.", "co-operate"]),
        2 => prop::sample::select(vec!["ferry", "Ferries", "ferryman", "costs", "the"]),
    ];
    vec(word, 0..150).prop_map(|words| words.join(" "))
}

fn passages() -> impl Strategy<Value = Vec<(Field, String)>> {
    let field = prop_oneof![1 => Just(Field::Heading), 5 => Just(Field::Body)];
    vec((field, text()), 0..16).prop_map(|body| {
        let title = (Field::Title, "A ferry for the north".to_owned());
        let metadata = (Field::Metadata, "Ferries".to_owned());
        [title].into_iter().chain(body).chain([metadata]).collect()
    })
}

/// Searches for a query, and highlights the second document as a whole and in fragments.
fn highlighted<'t>(texts: &'t [(Field, String)], query: &str) -> [Highlights<'t>; 2] {
    let passages: Vec<Passage<'t>> =
        texts.iter().map(|(field, text)| Passage { field: *field, text }).collect();
    let others = vec![Passage { field: Field::Body, text: "ferry costs ferryman the" }];
    let documents = [others.clone(), passages.clone(), others];
    let mut builder = IndexBuilder::new(Schema::default());
    for passages in &documents {
        builder.add(&Document { passages: passages.clone(), ..Document::default() });
    }
    let bytes = builder.finish().bytes;
    let index = Index::open(&bytes).unwrap();
    let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
        documents[document.0 as usize].iter().copied().try_for_each(visit)
    };
    let query = Query::parse(query);
    let outcome = Searcher::new(index.clone(), Box::new(source)).search(&Request::new(&query));
    let highlighter = Highlighter::new(&index, &outcome);
    let map = PositionMap::new(passages.iter().copied());
    let fragments = highlighter.highlight_fragments(&index, DocId(1), &map, &passages, SEGMENTS);
    [highlighter.highlight(passages), fragments]
}

/// Returns the number of the first passage with a hit in each segment of the body.
fn segments(highlights: &Highlights<'_>, body: usize) -> [Option<usize>; SEGMENTS] {
    let mut segments = [None; SEGMENTS];
    for HighlightedText { number, passage, ranges, .. } in highlights.texts() {
        if matches!(passage.field, Field::Heading | Field::Body) && !ranges.is_empty() {
            segments[(number - 1) * SEGMENTS / body].get_or_insert(number);
        }
    }
    segments
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn parts_show_the_first_match_of_each_segment(
        texts in passages(),
        query in prop::sample::select(vec![
            "ferry", "ferry costs", "fer", "\"ferry costs\"", "heading:ferry", "cost -gate", "zzz",
        ]),
    ) {
        let body = texts.len() - 2;
        let [whole, fragments] = highlighted(&texts, query);
        prop_assert_eq!(segments(&whole, body), segments(&fragments, body));
        for fragment in fragments.texts() {
            let (_, text) = &texts[fragment.number];
            prop_assert!(text.contains(fragment.passage.text));
            prop_assert!(fragment.ranges.iter().all(|range| fragment.passage.text.get(range.clone()).is_some()));
        }
        // The title and the metadata are highlighted alike.
        let others = |highlights: &Highlights<'_>| {
            let others = highlights.texts().filter(|it| [0, body + 1].contains(&it.number));
            others.map(|it| (it.number, it.ranges)).collect::<Vec<_>>()
        };
        prop_assert_eq!(others(&whole), others(&fragments));
    }

    #[test]
    fn a_snippet_of_parts_has_as_many_words_of_the_query(texts in passages()) {
        let [whole, fragments] = highlighted(&texts, "ferry costs");
        let marked = |highlights: &Highlights<'_>| {
            let snippet = highlights.snippet(200);
            snippet.map_or(0, |snippet| snippet.highlights.len().min(1))
        };
        prop_assert_eq!(marked(&whole), marked(&fragments));
    }

    #[test]
    fn stop_words_are_found_at_the_beginnings_of_segments(texts in passages()) {
        let body = texts.len() - 2;
        let [whole, fragments] = highlighted(&texts, "the");
        let (whole, fragments) = (segments(&whole, body), segments(&fragments, body));
        for (whole, fragment) in whole.into_iter().zip(fragments) {
            prop_assert!(fragment.is_none() || whole.is_some());
        }
    }
}

#[test]
fn a_phrase_is_found_after_places_where_its_words_are_only_near() {
    let body = format!("{}The ferry costs nothing.", "Costs of the river ferry rose. ".repeat(200));
    let texts = [(Field::Title, "A gate".to_owned()), (Field::Body, body)];
    let [_, fragments] = highlighted(&texts, "\"ferry costs\"");
    let found: usize = fragments.texts().map(|it| it.ranges.len()).sum();
    assert_eq!(found, 1);
    let read: usize = fragments.texts().map(|it| it.passage.text.len()).sum();
    assert!(read < 3000, "{read} bytes");
}

#[test]
fn a_part_is_a_small_share_of_a_long_text() {
    let mut text = "The gate and the stone by the river stood open. ".repeat(20_000);
    text.push_str("Nobody paid for the ferry. ");
    text.push_str(&"The lamp was out. ".repeat(20_000));
    let texts = [(Field::Title, "A gate".to_owned()), (Field::Body, text)];
    let [_, fragments] = highlighted(&texts, "ferry paid");
    let snippet = fragments.snippet(100).unwrap();
    let read: usize = fragments.texts().map(|it| it.passage.text.len()).sum();
    assert!(read < 3000, "{read} bytes");
    let shown = &fragments.text(snippet.passage).unwrap()[snippet.range];
    assert!(shown.starts_with("Nobody paid for the ferry."), "{shown}");
    assert!(!snippet.is_cut_at_start);
}
