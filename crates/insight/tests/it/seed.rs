//! The seed, against what people read in it.

use cuttings_corpus::{Block, parse};
use cuttings_diagnostics::SourceFile;
use cuttings_insight::{Document, Kind, Passage, Role, Settings, names};
use std::collections::BTreeMap;

/// By item, kind, name and spelling: how often.
type Count = BTreeMap<(usize, String, String, String), usize>;

fn gold() -> Count {
    let mut count = Count::new();
    let mut item = 0;
    for line in include_str!("seed_names.txt").lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with("= ") {
            item += 1;
            continue;
        }
        let (entity, spellings) = line.split_once(": ").unwrap();
        let (kind, name) = entity.split_once(' ').unwrap();
        for spelling in spellings.split(", ") {
            let (spelling, times) = spelling.rsplit_once(' ').unwrap();
            let key = (item - 1, kind.to_owned(), name.to_owned(), spelling.to_owned());
            count.insert(key, times.parse().unwrap());
        }
    }
    count
}

fn found() -> Count {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds/000_3207367889ee2696.txt");
    let bytes = std::fs::read(path).unwrap();
    let corpus = parse(&[SourceFile { name: "seed.txt", bytes: &bytes }]);
    let articles = corpus.articles.iter().map(|article| {
        let mut passages = vec![Passage { role: Role::Title, text: article.title.as_str() }];
        passages.extend(article.standfirst.as_deref().map(|text| Passage { role: Role::Standfirst, text }));
        passages.extend(article.body.iter().map(|block| match block {
            Block::Heading(text) => Passage { role: Role::Heading, text },
            Block::Paragraph(text) => Passage { role: Role::Paragraph, text },
        }));
        Document { passages }
    });
    let teasers = corpus
        .teasers
        .iter()
        .map(|teaser| Document { passages: vec![Passage { role: Role::Title, text: &teaser.title }] });
    let documents: Vec<Document<'_>> = articles.chain(teasers).collect();
    let names = names(&documents, &Settings::default());
    let mut count = Count::new();
    for (item, (document, mentions)) in documents.iter().zip(&names.mentions).enumerate() {
        for mention in mentions {
            let entity = &names.entities[mention.entity.0 as usize];
            let key =
                (item, entity.kind.to_string(), entity.name.clone(), document.text(&mention.span).to_owned());
            *count.entry(key).or_default() += 1;
        }
    }
    count
}

#[test]
fn names_are_those_that_people_found() {
    let (gold, found) = (gold(), found());
    for kind in Kind::ALL {
        let of = |count: &Count| -> usize {
            count.iter().filter(|((_, other, ..), _)| *other == kind.name()).map(|(_, times)| times).sum()
        };
        let right: usize = found
            .iter()
            .filter(|((_, other, ..), _)| *other == kind.name())
            .map(|(key, times)| gold.get(key).map_or(0, |there| *there.min(times)))
            .sum();
        let f1 = 2.0 * right as f64 / (of(&gold) + of(&found)) as f64;
        assert!(f1 >= 0.95, "{kind}: F1 {f1:.3}");
    }
    let people = |count: &Count| -> Vec<(usize, String)> {
        let mut people: Vec<(usize, String)> = count
            .keys()
            .filter(|(_, kind, ..)| kind == "person")
            .map(|(item, _, name, _)| (*item, name.clone()))
            .collect();
        people.dedup();
        people
    };
    // Each one, under one name, and nobody else.
    assert_eq!(people(&found), people(&gold));
}
