//! Searching small indexes, from documents to hits.

#![allow(clippy::unwrap_used, reason = "tests say what they expect by panicking")]

use cuttings_search::{
    ColumnId, ColumnSpec, DocId, Document, FacetId, FacetSpec, Field, Filter, Index, IndexBuilder,
    Interpretation, Matcher, Order, Passage, Query, Request, Schema, Searcher, ValueId,
};

/// An index of titles with a body each, all of one language.
fn index(documents: &[(&str, &str)]) -> Vec<u8> {
    let mut builder = IndexBuilder::new(Schema::default());
    for (title, body) in documents {
        let passages = vec![
            Passage { field: Field::Title, text: title },
            Passage { field: Field::Body, text: body },
        ];
        builder.add(&Document { passages, ..Document::default() });
    }
    builder.finish().bytes
}

/// A search over documents of titles with a body each.
fn searcher<'a>(index: &'a [u8], documents: &'a [(&str, &str)]) -> Searcher<'a> {
    let texts = |document: DocId, passage: &mut dyn FnMut(Passage<'_>)| {
        let (title, body) = documents[document.0 as usize];
        passage(Passage { field: Field::Title, text: title });
        passage(Passage { field: Field::Body, text: body });
    };
    Searcher::new(Index::open(index).unwrap(), Box::new(texts))
}

fn found(searcher: &mut Searcher<'_>, query: &str) -> Vec<u32> {
    searcher.search(&Request::new(&Query::parse(query))).hits.iter().map(|hit| hit.doc.0).collect()
}

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

#[track_caller]
fn check(query: &str, expected: &[u32]) {
    let bytes = index(NEWS);
    assert_eq!(found(&mut searcher(&bytes, NEWS), query), expected, "{query}");
}

#[test]
fn text_is_found_as_people_type_it() {
    check("", &[0, 1, 2, 3]);
    check("missiles", &[0, 1]);
    check("missile", &[0, 1]);
    check("ukraine's", &[0]);
    check("us", &[0]);
    check("U.S.", &[0]);
    check("united states", &[0]);
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
    check("dprk", &[2]);
    check("n. korea", &[2]);
    check("kiev", &[0]);
    check("banking", &[3]);
    check("the", &[0, 2]);
    check("mis", &[0, 1]);
}

#[test]
fn queries_say_what_is_wanted() {
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
fn what_is_made_of_a_query_is_said() {
    let bytes = index(NEWS);
    let check = |query: &str, expected: &[u32], interpretation: Interpretation| {
        let outcome = searcher(&bytes, NEWS).search(&Request::new(&Query::parse(query)));
        assert_eq!(
            outcome.hits.iter().map(|hit| hit.doc.0).collect::<Vec<_>>(),
            expected,
            "{query}"
        );
        assert_eq!(outcome.interpretation, interpretation, "{query}");
    };
    check("kyiv", &[0], Interpretation::AsTyped);
    check("kiyv", &[0], Interpretation::Corrected { query: "kyiv".to_owned() });
    check(
        "stokcholm talks",
        &[1],
        Interpretation::Corrected { query: "stockholm talks".to_owned() },
    );
    check("tockholm", &[1], Interpretation::Corrected { query: "stockholm".to_owned() });
    check("kyiv markets", &[3, 0], Interpretation::Partial { missing: vec![] });
    check(
        "kyiv ballistic qqqqqq",
        &[0],
        Interpretation::Partial { missing: vec!["qqqqqq".to_owned()] },
    );
    check("qqqqqq", &[], Interpretation::AsTyped);
}

#[test]
fn another_spelling_is_suggested() {
    let bytes = index(NEWS);
    let check = |query: &str, expected: Option<&str>| {
        let outcome = searcher(&bytes, NEWS).search(&Request::new(&Query::parse(query)));
        assert_eq!(outcome.suggestion.as_deref(), expected, "{query}");
    };
    // A letter left out, two swapped, a wrong one.
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
fn marks_are_in_the_original_text() {
    let bytes = index(NEWS);
    let index = Index::open(&bytes).unwrap();
    let check = |query: &str, text: &str, expected: &[&str]| {
        let outcome = searcher(&bytes, NEWS).search(&Request::new(&Query::parse(query)));
        let marks = Matcher::new(&index, &outcome).marks(text, Field::Body);
        assert_eq!(
            marks.iter().map(|mark| &text[mark.clone()]).collect::<Vec<_>>(),
            expected,
            "{query}"
        );
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

#[test]
fn facets_filter_and_count() {
    let schema = Schema {
        facets: vec![FacetSpec { name: "section" }, FacetSpec { name: "person" }],
        columns: vec![ColumnSpec { name: "length" }],
    };
    let mut builder = IndexBuilder::new(schema);
    for (text, section, people, length) in [
        ("one truce", "War", vec!["Umerov", "Putin"], 3),
        ("two truce", "Peace", vec!["Putin"], 1),
        ("three", "War", vec![], 2),
    ] {
        let mut facets = vec![(FacetId(0), section)];
        facets.extend(people.iter().map(|person| (FacetId(1), *person)));
        builder.add(&Document {
            passages: vec![Passage { field: Field::Body, text }],
            facets,
            columns: vec![length],
            ..Document::default()
        });
    }
    let built = builder.finish();
    let index = Index::open(&built.bytes).unwrap();
    for (id, facet) in index.facets() {
        assert!(facet.values().all(|(value, label)| built.value_id(id, label) == Some(value)));
    }
    assert_eq!(built.value_id(FacetId(0), "War"), Some(ValueId(0)));
    assert_eq!(built.value_id(FacetId(0), "Putin"), None);
    assert_eq!(built.value_id(FacetId(2), "War"), None);
    let section = index.facet(FacetId(0)).unwrap();
    assert_eq!(section.values().map(|(_, label)| label).collect::<Vec<_>>(), ["War", "Peace"]);
    let war = Filter { facet: FacetId(0), values: vec![ValueId(0)] };
    let mut searcher = Searcher::new(index.clone(), Box::new(|_, _| {}));
    let query = Query::parse("truce");
    let outcome = searcher.search(&Request { filters: &[war], ..Request::new(&query) });
    assert_eq!((outcome.total, outcome.facets), (1, vec![vec![1, 1], vec![1, 1]]));
    assert_eq!(found(&mut searcher, "section:war"), [0, 2]);
    assert_eq!(found(&mut searcher, "person:umerov truce"), [0]);
    let everything = Query::default();
    let mut sorted = |order| {
        searcher
            .search(&Request { order, ..Request::new(&everything) })
            .hits
            .iter()
            .map(|hit| hit.doc.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(sorted(Order::Ascending(ColumnId(0))), [1, 2, 0]);
    assert_eq!(sorted(Order::Descending(ColumnId(0))), [0, 2, 1]);
}
