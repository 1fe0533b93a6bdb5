//! Builds editions and compares what they return with what went in.

use crate::{article, corpus};
use cuttings_corpus::{self as seeds, Corpus, Site, Source};
use cuttings_edition::{
    Author, BlockKind, CustomField, Date, Day, Edition, FieldId, Item, ItemId, Length, Metadata,
    column, facet,
};
use cuttings_edition_builder::{BuildError, build};
use cuttings_search::{DocId, Order, Query, Request};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn every_field_round_trips() {
    let site = Site {
        title: "Valley papers".into(),
        description: Some("What we kept.".into()),
        ..Site::default()
    };
    let bytes = build(&corpus(), &site).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    assert_eq!((edition.title(), edition.description()), ("Valley papers", "What we kept."));
    assert_eq!(edition.len(), 3);

    let article = edition.article("the-river-rose").unwrap();
    assert_eq!(article.id(), ItemId(0));
    assert_eq!(article.section(), "Rivers");
    assert_eq!(article.title(), "The river rose");
    assert_eq!(article.standfirst(), Some("Two villages were cut off for a day."));
    let metadata = article.metadata();
    assert_eq!(
        metadata,
        Metadata {
            authors: vec![
                Author { name: "Ines Ávila", is_organisation: false },
                Author { name: "Water Board", is_organisation: true },
            ],
            date: Some(Date {
                text: "9 March 2024",
                day: Some(Day { year: 2024, month: 3, day: 9 }),
            }),
            source: Some("The Valley Post"),
            source_url: Some("https://example.org/river"),
            tags: vec!["rain", "floods"],
            custom: vec![(FieldId(0), "Water")],
            ..Metadata::default()
        }
    );
    let fields: Vec<CustomField<'_>> = edition.fields().collect();
    assert_eq!(fields, [CustomField { key: "series", label: "series", is_facet: false }]);
    assert_eq!(article.language(), Some("pt"));
    let blocks: Vec<_> = article.blocks().map(|block| (block.kind(), block.text())).collect();
    assert_eq!(
        blocks,
        [
            (BlockKind::Paragraph, "It rained for a week."),
            (BlockKind::Heading(2), "What comes next"),
            (BlockKind::Paragraph, "Nobody knows."),
        ]
    );
    assert_eq!((article.word_count(), article.minutes(), article.length()), (10, 1, Length::Short));

    let second = edition.article("the-river-rose-2").unwrap();
    assert_eq!((second.id(), second.opening(), second.standfirst()), (ItemId(1), "Again.", None));

    let Some(Item::Teaser(teaser)) = edition.item(ItemId(2)) else {
        panic!("the third item is the teaser")
    };
    assert_eq!(
        (teaser.section(), teaser.age(), teaser.title()),
        ("Bridges", "2 months ago", "A bridge is closed")
    );

    assert!(edition.item(ItemId(3)).is_none());
    assert!(edition.article("a-bridge-is-closed").is_none());
}

#[test]
fn documents_of_the_index_are_items() {
    let bytes = build(&corpus(), &Site::default()).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    let index = edition.index();
    let find = |query: &str, order: Order| -> Vec<DocId> {
        let query = Query::parse(query);
        let outcome = edition.searcher().search(&Request { order, ..Request::new(&query) });
        outcome.hits.iter().map(|hit| hit.doc).collect()
    };
    assert_eq!(find("villages", Order::Relevance), [DocId(0)]);
    assert_eq!(find("bridge", Order::Relevance), [DocId(2)]);
    assert_eq!(find("", Order::Document), [DocId(0), DocId(1), DocId(2)]);
    assert_eq!(find("", Order::Ascending(column::TITLE)), [DocId(2), DocId(0), DocId(1)]);
    assert_eq!(find("", Order::Descending(column::WORD_COUNT)), [DocId(0), DocId(1), DocId(2)]);
    for (id, name, expected) in [
        (facet::SECTION, "section", vec!["Bridges", "Rivers"]),
        (facet::KIND, "kind", vec!["article", "teaser"]),
        (facet::LENGTH, "length", vec!["short"]),
    ] {
        let facet = index.facet(id).unwrap();
        let mut labels: Vec<&str> = facet.values().map(|(_, label)| label).collect();
        labels.sort_unstable();
        assert_eq!((facet.name(), labels), (name, expected));
    }
}

#[test]
fn a_source_without_a_name_is_its_host() {
    let mut corpus = corpus();
    corpus.articles[1].source =
        Some(Source { name: None, url: Some("https://www.clip.example/a?b".into()) });
    let bytes = build(&corpus, &Site::default()).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    let facet = edition.index().facet(facet::SOURCE).unwrap();
    let labels: BTreeSet<&str> = facet.values().map(|(_, label)| label).collect();
    assert_eq!(labels, BTreeSet::from(["The Valley Post", "clip.example"]));
    let query = Query::parse("source:clip");
    let outcome = edition.searcher().search(&Request::new(&query));
    assert_eq!(outcome.hits.iter().map(|hit| hit.doc).collect::<Vec<_>>(), [DocId(1)]);
}

#[test]
fn metadata_is_searched_filtered_and_sorted() {
    let site = Site { facets: vec![("series".into(), "Series".into())], ..Site::default() };
    let bytes = build(&corpus(), &site).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    let check = |query: &str, expected: &[u32]| {
        let query = Query::parse(query);
        let outcome = edition.searcher().search(&Request::new(&query));
        let found: Vec<u32> = outcome.hits.iter().map(|hit| hit.doc.0).collect();
        assert_eq!(found, expected, "{query}");
        assert!(outcome.unread_fields.is_empty());
    };
    for query in ["avila", "\"water board\"", "valley post", "floods", "metadata:rain"] {
        check(query, &[0]);
    }
    check("rivers", &[0, 1]);
    check("body:floods", &[]);
    for query in [
        "tag:rain",
        "author:ávila",
        "source:valley",
        "lang:pt",
        "series:water",
        "-kind:teaser -lang:en",
    ] {
        check(query, &[0]);
    }
    check("lang:en", &[1, 2]);
    for query in
        ["date:2024-03", "date:2023..2024", "before:2024-03-10", "after:2023", "date:..2024"]
    {
        check(query, &[0]);
    }
    for query in ["date:2024-04", "before:2024-03-09", "after:2024-03", "after:2024-03-09"] {
        check(query, &[]);
    }
    check("-date:2024", &[1, 2]);
    let query = Query::default();
    for order in [Order::Ascending(column::DATE), Order::Descending(column::DATE)] {
        let request = Request { order, ..Request::new(&query) };
        let first = edition.searcher().search(&request).hits.first().map(|hit| hit.doc);
        assert_eq!(first, Some(DocId(0)));
    }
}

#[test]
fn a_custom_facet_has_the_values_of_its_field() {
    let facets = vec![("mood".into(), "Mood".into()), ("series".into(), "Series".into())];
    let bytes = build(&corpus(), &Site { facets, ..Site::default() }).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    let facets: Vec<(&str, Vec<&str>)> = edition
        .index()
        .facets()
        .skip(usize::from(facet::FIRST_CUSTOM.0))
        .map(|(_, facet)| (facet.name(), facet.values().map(|(_, label)| label).collect()))
        .collect();
    assert_eq!(facets, [("mood", vec![]), ("series", vec!["Water"])]);
}

#[test]
fn builds_are_deterministic() {
    assert_eq!(
        build(&corpus(), &Site::default()).unwrap(),
        build(&corpus(), &Site::default()).unwrap()
    );
}

#[test]
fn an_edition_needs_an_article() {
    let teasers = Corpus { articles: Vec::new(), ..corpus() };
    assert!(matches!(build(&teasers, &Site::default()), Err(BuildError::NoArticle)));
}

#[test]
fn equal_texts_of_a_body_are_stored_once() {
    let long = "The same words over and over. ".repeat(400);
    let different = "Other words over and over, no less. ".repeat(400);
    let bytes = |texts: [&str; 2]| {
        let blocks = texts.map(seeds::Block::paragraph);
        let articles = vec![article("One", &blocks)];
        build(&Corpus { articles, ..Corpus::default() }, &Site::default()).unwrap().len()
    };
    assert!(bytes([&long, &long]) + long.len() / 2 < bytes([&long, &different]));
}

proptest! {
    #[test]
    fn any_texts_round_trip(titles in prop::collection::vec("\\PC{0,40}", 1..6), text in "\\PC{0,300}") {
        let articles: Vec<seeds::Article> =
            titles.iter().map(|title| article(title, &[seeds::Block::paragraph(&text), seeds::Block::paragraph(title)])).collect();
        let bytes = build(&Corpus { articles, ..Corpus::default() }, &Site::default()).unwrap();
        let edition = Edition::open(&bytes).unwrap();
        for (item, title) in edition.items().zip(&titles) {
            let Item::Article(found) = item else { panic!("only articles went in") };
            prop_assert_eq!(found.title(), title);
            let texts: Vec<&str> = found.blocks().map(|block| block.text()).collect();
            prop_assert_eq!(texts, [&text, title]);
            prop_assert_eq!(edition.article(found.slug()).map(|found| found.id()), Some(found.id()));
        }
    }
}

#[test]
fn an_author_that_the_articles_know_as_an_organisation_is_one() {
    let mut corpus = corpus();
    corpus.articles[0].authors =
        vec![seeds::Author::person("Harbour Watch"), seeds::Author::person("Ines Ávila")];
    let authors = |corpus: &Corpus| -> Vec<bool> {
        let bytes = build(corpus, &Site::default()).unwrap();
        let edition = Edition::open(&bytes).unwrap();
        let metadata = edition.article("the-river-rose").unwrap().metadata();
        metadata.authors.iter().map(|author| author.is_organisation).collect()
    };
    assert_eq!(authors(&corpus), [false, false]);
    corpus.articles[1].body = vec![seeds::Block::paragraph("A report by Harbour Watch says so.")];
    assert_eq!(authors(&corpus), [true, false]);
}
