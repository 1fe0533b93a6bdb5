//! Searches in small indexes, from documents to hits.

use cuttings_search::{
    ColumnId, ColumnSpec, DocId, Document, FacetId, Field, Filter, Highlighter, Index,
    IndexBuilder, Interpretation, Order, Passage, PassageVisitor, Query, Request, Schema, Searcher,
    ValueId,
};
use std::ops::ControlFlow;

/// The titles and bodies of four documents.
const NEWS: &[(&str, &str)] = &[
    (
        "Missiles strike Kyiv",
        "Ukraine’s defences shot down five of eight ballistic missiles. The U.S. condemned the attack.",
    ),
    (
        "Talks in Stockholm",
        "Pål Jonson announced a $2.2 billion package; co-belligerents were not named. Missile talks went on.",
    ),
    (
        "North Korea sends troops",
        "The RS-26 is a threat, officials said. Some 10,000 troops of North Korea, 18% of them new.",
    ),
    ("Markets rise", "Banks and bankers rejoiced, and nothing else happened to anyone."),
];

fn passages((title, body): (&'static str, &'static str)) -> [Passage<'static>; 2] {
    [(Field::Title, title), (Field::Body, body)].map(|(field, text)| Passage { field, text })
}

fn build_news() -> Vec<u8> {
    let mut builder = IndexBuilder::new(Schema::default());
    for document in NEWS {
        let passages = passages(*document).into();
        builder.add(&Document { passages, ..Document::default() });
    }
    builder.finish().bytes
}

fn news_searcher(bytes: &[u8]) -> Searcher<'_> {
    let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
        passages(NEWS[document.0 as usize]).into_iter().try_for_each(visit)
    };
    Searcher::new(Index::open(bytes).unwrap(), Box::new(source))
}

fn hits(searcher: &mut Searcher<'_>, query: &str) -> Vec<u32> {
    let outcome = searcher.search(&Request::new(&Query::parse(query)));
    outcome.hits.iter().map(|hit| hit.doc.0).collect()
}

#[track_caller]
fn check(query: &str, expected: &[u32]) {
    let bytes = build_news();
    assert_eq!(hits(&mut news_searcher(&bytes), query), expected, "{query}");
}

/// Searches for a code that few documents have, among texts of one paragraph with or without a
/// heading.
#[track_caller]
fn check_codes(texts: &[(&'static str, &str)], query: &str, expected: &[u32]) {
    let mut builder = IndexBuilder::new(Schema::default());
    let passages = |at: u32| {
        let (heading, text) = texts[at as usize];
        [(Field::Heading, heading), (Field::Body, text)]
            .map(|(field, text)| Passage { field, text })
    };
    for at in 0..texts.len() as u32 {
        builder.add(&Document { passages: passages(at).into(), ..Document::default() });
    }
    let bytes = builder.finish().bytes;
    let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
        passages(document.0).into_iter().try_for_each(visit)
    };
    let mut searcher = Searcher::new(Index::open(&bytes).unwrap(), Box::new(source));
    assert_eq!(hits(&mut searcher, query), expected, "{query}");
}

#[test]
fn a_code_of_few_documents_does_not_depend_on_their_lengths() {
    let long = format!("CVE-2026-41877 {}", "is a crash while parsing headers ".repeat(20));
    let short = "It fixes CVE-2026-41877.";
    check_codes(&[("", &long), ("", short)], "CVE-2026-41877", &[0, 1]);
    check_codes(&[("", short), ("", &long)], "CVE-2026-41877", &[0, 1]);
    // More occurrences count more.
    check_codes(&[("", short), ("", &long.repeat(2))], "CVE-2026-41877", &[1, 0]);
    // A heading says what the text below it explains, and counts more than two mentions.
    let twice = short.repeat(2);
    let heading = "A crash (CVE-2026-41877)";
    check_codes(&[("", &twice), (heading, "A peer could stop it.")], "CVE-2026-41877", &[1, 0]);
    // Words, and codes that many texts have, depend on the lengths.
    check_codes(&[("", &long), ("", short)], "CVE", &[1, 0]);
    let mut many = vec![("", long.as_str())];
    many.extend([("", short); 11]);
    check_codes(&many, "CVE-2026-41877", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
}

#[test]
fn an_empty_query_matches_everything() {
    check("", &[0, 1, 2, 3]);
}

#[test]
fn words_match_in_every_spelling_that_readers_type() {
    check("missiles", &[0, 1]);
    check("missile", &[0, 1]);
    check("ukraine's", &[0]);
    check("us", &[0]);
    check("U.S.", &[0]);
    check("pal jonson", &[1]);
    check("cobelligerents", &[1]);
    check("co-belligerents", &[1]);
    check("co belligerents", &[1]);
    check("rs26", &[2]);
    check("rs 26", &[2]);
    check("rs-26", &[2]);
    check("10000", &[2]);
    check("10,000 troops", &[2]);
    check("18 percent", &[2]);
    check("2.2 billion dollars", &[1]);
    check("n. korea", &[2]);
    check("banking", &[3]);
    check("the", &[0, 2]);
    check("mis", &[0, 1]);
}

#[test]
fn titles_with_the_query_rank_first_in_the_order_of_the_documents() {
    let titles = [
        ("Ferryman of the year", "Nothing else."),
        ("A long title about several things, one of which is the ferry", "Nothing else."),
        ("Storm", "The ferry, the ferry and again the ferry: a ferry text about ferries."),
        ("Ferry returns", "Nothing else."),
        ("Ferries sink", "A ferry, and a ferry."),
        ("Ferry", "Nothing else."),
    ];
    let mut builder = IndexBuilder::new(Schema::default());
    for title in titles {
        let passages = passages(title).into();
        builder.add(&Document { passages, ..Document::default() });
    }
    let bytes = builder.finish().bytes;
    let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
        passages(titles[document.0 as usize]).into_iter().try_for_each(visit)
    };
    let mut searcher = Searcher::new(Index::open(&bytes).unwrap(), Box::new(source));
    // The title itself, the titles with the word or its plural, one with a longer word, and a text.
    assert_eq!(hits(&mut searcher, "ferry"), [5, 1, 3, 4, 0, 2]);
    // Titles with a word as typed so far, though no document contains it.
    assert_eq!(hits(&mut searcher, "fer"), [0, 1, 3, 4, 5, 2]);
    // A form that no document contains.
    assert_eq!(hits(&mut searcher, "returned"), [3]);
    assert_eq!(hits(&mut searcher, ""), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn aliases_match_each_other() {
    check("united states", &[0]);
    check("dprk", &[2]);
    check("kiev", &[0]);
}

#[test]
fn the_query_language_narrows_and_widens() {
    check("\"ballistic missiles\"", &[0]);
    check("\"missiles ballistic\"", &[]);
    check("\"of them new\"", &[2]);
    check("missiles -kyiv", &[1]);
    check("stockholm OR markets", &[3, 1]);
    check("(stockholm OR markets) -talks", &[3]);
    check("title:missiles", &[0]);
    check("body:\"north korea\"", &[2]);
    check("tro*", &[2]);
    check("-missiles", &[2, 3]);
    check("nosuchfield:kyiv", &[]);
}

#[test]
fn the_outcome_reports_corrections_and_partial_matches() {
    let bytes = build_news();
    let check = |query: &str, expected: &[u32], interpretation: Interpretation| {
        let outcome = news_searcher(&bytes).search(&Request::new(&Query::parse(query)));
        let hits: Vec<u32> = outcome.hits.iter().map(|hit| hit.doc.0).collect();
        assert_eq!(hits, expected, "{query}");
        assert_eq!(outcome.interpretation, interpretation, "{query}");
    };
    let corrected = |query: &str| Interpretation::Corrected { query: query.to_owned() };
    let partial = |missing: &[&str]| Interpretation::Partial {
        missing: missing.iter().map(|word| (*word).to_owned()).collect(),
    };
    check("kyiv", &[0], Interpretation::AsTyped);
    check("kiyv", &[0], corrected("kyiv"));
    check("stokcholm talks", &[1], corrected("stockholm talks"));
    check("tockholm", &[1], corrected("stockholm"));
    check("kyiv markets", &[3, 0], partial(&[]));
    check("kyiv ballistic qqqqqq", &[0], partial(&["qqqqqq"]));
    check("qqqqqq", &[], Interpretation::AsTyped);
}

#[test]
fn a_misspelt_short_word_gets_a_suggestion() {
    let bytes = build_news();
    let check = |query: &str, expected: Option<&str>| {
        let outcome = news_searcher(&bytes).search(&Request::new(&Query::parse(query)));
        assert_eq!(outcome.suggestion.as_deref(), expected, "{query}");
    };
    // A missing letter, two transposed letters, a wrong letter.
    check("kyv", Some("kyiv"));
    check("sohwt", None);
    check("fvie", None);
    check("hte", None);
    check("teh", Some("the"));
    check("nxt", Some("not"));
    check("kyv markets", Some("kyiv markets"));
    check("kyv -stokcholm", Some("kyiv -stokcholm"));
    check("kyv stokcholm", Some("kyiv stockholm"));
    check("qqq", None);
    check("ky", None);
    check("kyiv", None);
}

#[test]
fn highlights_are_ranges_of_the_original_text() {
    let bytes = build_news();
    let index = Index::open(&bytes).unwrap();
    let check = |query: &str, text: &str, expected: &[&str]| {
        let outcome = news_searcher(&bytes).search(&Request::new(&Query::parse(query)));
        let ranges = Highlighter::new(&index, &outcome).ranges(text, Field::Body);
        let found: Vec<&str> = ranges.into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{query}");
    };
    check("ukraine", "Ukraine’s war, Ukrainе", &["Ukraine"]);
    check("pal", "Pål und PÅL", &["Pål", "PÅL"]);
    check("dprk", "North Korea and the north of Korea", &["North Korea"]);
    check("missile", "Missiles missile", &["Missiles", "missile"]);
    check("shot mis -stockholm mis", "Missiles mischief", &["Missiles", "mischief"]);
    check("rs26", "The RS-26.", &["RS-26"]);
    check("title:kyiv", "Kyiv", &[]);
    check("kiyv", "in Kyiv", &["Kyiv"]);
    check("\"north korea\"", "North  Korea’s", &["North  Korea"]);
}

/// Builds an index of three documents with a single-valued and a multi-valued facet and a column.
fn build_with_facets() -> cuttings_search::BuiltIndex {
    let mut builder = IndexBuilder::new(Schema {
        facets: vec!["section".into(), "person".into()],
        columns: vec![ColumnSpec { name: "length" }],
    });
    for (text, section, people, length) in [
        ("one truce", "War", vec!["Umerov", "Putin"], 3),
        ("two truce", "Peace", vec!["Putin"], 1),
        ("three", "War", vec![], 2),
    ] {
        let people = people.into_iter().map(|person| (FacetId(1), person));
        builder.add(&Document {
            passages: vec![Passage { field: Field::Body, text }],
            facets: std::iter::once((FacetId(0), section)).chain(people).collect(),
            columns: vec![length],
            ..Document::default()
        });
    }
    builder.finish()
}

#[test]
fn the_builder_returns_the_ids_of_facet_values() {
    let built = build_with_facets();
    let index = Index::open(&built.bytes).unwrap();
    for (id, facet) in index.facets() {
        assert!(facet.values().all(|(value, label)| built.value_id(id, label) == Some(value)));
    }
    assert_eq!(built.value_id(FacetId(0), "War"), Some(ValueId(0)));
    assert_eq!(built.value_id(FacetId(0), "Putin"), None);
    assert_eq!(built.value_id(FacetId(2), "War"), None);
}

#[test]
fn facets_filter_and_count() {
    let built = build_with_facets();
    let index = Index::open(&built.bytes).unwrap();
    let section = index.facet(FacetId(0)).unwrap();
    assert_eq!(section.values().map(|(_, label)| label).collect::<Vec<_>>(), ["War", "Peace"]);
    let war = Filter { facet: FacetId(0), values: vec![ValueId(0)] };
    let mut searcher = Searcher::new(index.clone(), Box::new(|_, _| ControlFlow::Continue(())));
    let query = Query::parse("truce");
    let outcome = searcher.search(&Request { filters: &[war], ..Request::new(&query) });
    assert_eq!((outcome.total, outcome.facets), (1, vec![vec![1, 1], vec![1, 1]]));
    assert_eq!(hits(&mut searcher, "section:war"), [0, 2]);
    assert_eq!(hits(&mut searcher, "person:umerov truce"), [0]);
}

#[test]
fn columns_sort_hits() {
    let built = build_with_facets();
    let index = Index::open(&built.bytes).unwrap();
    let mut searcher = Searcher::new(index, Box::new(|_, _| ControlFlow::Continue(())));
    let query = Query::default();
    let mut sorted = |order| {
        let outcome = searcher.search(&Request { order, ..Request::new(&query) });
        outcome.hits.iter().map(|hit| hit.doc.0).collect::<Vec<_>>()
    };
    assert_eq!(sorted(Order::Ascending(ColumnId(0))), [1, 2, 0]);
    assert_eq!(sorted(Order::Descending(ColumnId(0))), [0, 2, 1]);
}
