//! Reads the entities of an edition and their mentions.

use crate::article;
use cuttings_corpus::{Alias, Article, Block, Corpus, Site, Teaser};
use cuttings_diagnostics::Origin;
use cuttings_edition::{Edition, EntityKind, ItemId, TextId};
use cuttings_edition_builder::build;
use cuttings_search::{Query, Request};

fn corpus() -> Corpus {
    let first = Article {
        standfirst: Some("Ada Okonkwo goes to Paris.".into()),
        ..article(
            "Okonkwo Leaves for Paris",
            &[
                Block::paragraph(
                    "Defence Minister Ada Okonkwo met envoys in Paris. “We will wait,” Okonkwo said.",
                ),
                Block::heading("What comes next"),
                Block::paragraph(
                    "The U.S. sends Patriot missiles. Okonkwo’s talks with NATO go on.",
                ),
            ],
        )
    };
    let second = article(
        "A Bridge",
        &[Block::paragraph("In Paris the United States and NATO spoke of bridges.")],
    );
    let teaser = Teaser {
        section: "Rivers".into(),
        age: "2 months ago".into(),
        title: "France Builds a Bridge".into(),
        origin: Origin::new("a.txt", 9),
    };
    Corpus { articles: vec![first, second], teasers: vec![teaser], diagnostics: Vec::new() }
}

/// Lists all entities: kind, name, number of items, spellings.
fn listing(site: &Site) -> String {
    let bytes = build(&corpus(), site).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    let mut lines = Vec::new();
    for kind in EntityKind::ALL {
        for entity in edition.entities(kind) {
            let spellings = edition.spellings(entity.id).join(", ");
            lines.push(format!(
                "{} {} {}: {spellings}",
                kind.name(),
                entity.name,
                entity.item_count
            ));
        }
    }
    lines.join("\n")
}

#[test]
fn entities_have_items_and_spellings() {
    insta::assert_snapshot!(listing(&Site::default()), @"
    person Ada Okonkwo 1: Okonkwo, Ada Okonkwo
    place Paris 2: Paris
    place United States 2: U.S., United States
    place France 1: France
    organisation NATO 2: NATO
    weapon Patriot 1: Patriot
    ");
}

#[test]
fn an_alias_replaces_the_name() {
    let aliases = vec![Alias { alias: "Paris".into(), name: "City of Light".into() }];
    let listing = listing(&Site { aliases, ..Site::default() });
    assert!(listing.contains("place City of Light 2: Paris"), "{listing}");
}

#[test]
fn mentions_have_text_spans() {
    let bytes = build(&corpus(), &Site::default()).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    let ada = edition.find_entity(EntityKind::Person, "Ada Okonkwo").unwrap();
    let places: Vec<(ItemId, TextId, &str)> = edition
        .mentions_of(ada)
        .map(|(item, span)| (item, span.text, edition.text_at(item, &span)))
        .collect();
    assert_eq!(
        places,
        [
            (ItemId(0), TextId::Title, "Okonkwo"),
            (ItemId(0), TextId::Standfirst, "Ada Okonkwo"),
            (ItemId(0), TextId::Block(0), "Ada Okonkwo"),
            (ItemId(0), TextId::Block(0), "Okonkwo"),
            (ItemId(0), TextId::Block(2), "Okonkwo"),
        ]
    );
    let nato = edition.find_entity(EntityKind::Organisation, "NATO").unwrap();
    let with: Vec<(&str, u32)> = edition
        .mentioned_with(nato)
        .into_iter()
        .map(|(other, items)| (edition.entity(other).unwrap().name, items))
        .collect();
    assert_eq!(with, [("Paris", 2), ("United States", 2), ("Ada Okonkwo", 1), ("Patriot", 1)]);
}

#[test]
fn queries_find_entities() {
    let bytes = build(&corpus(), &Site::default()).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    for (query, expected) in [
        ("person:okonkwo", vec![0]),
        ("place:paris", vec![0, 1]),
        ("organisation:nato -person:ada", vec![1]),
        ("place:france", vec![2]),
    ] {
        let query = Query::parse(query);
        let mut found: Vec<u32> = edition
            .searcher()
            .search(&Request::new(&query))
            .hits
            .iter()
            .map(|hit| hit.doc.0)
            .collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{query}");
    }
}
