//! The names of the seed, against those that a person labelled in it.

use crate::document;
use cuttings_corpus::{Article, parse};
use cuttings_diagnostics::SourceFile;
use cuttings_insight::{Document, Kind, Role, Settings, names};
use std::collections::BTreeMap;

/// The mentions in one item of one entity under one spelling.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    item: usize,
    kind: String,
    name: String,
    spelling: String,
}

/// The frequency of each spelling of each entity in each item.
type Counts = BTreeMap<Key, usize>;

/// Reads the labelled mentions.
fn gold() -> Counts {
    let mut counts = Counts::new();
    let mut items = 0;
    let gold = include_str!("../gold/seed_mentions.txt");
    for line in gold.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with("= ") {
            items += 1;
            continue;
        }
        let (entity, spellings) = line.split_once(": ").unwrap();
        let (kind, name) = entity.split_once(' ').unwrap();
        for spelling in spellings.split(", ") {
            let (spelling, count) = spelling.rsplit_once(' ').unwrap();
            let key = Key {
                item: items - 1,
                kind: kind.to_owned(),
                name: name.to_owned(),
                spelling: spelling.to_owned(),
            };
            counts.insert(key, count.parse().unwrap());
        }
    }
    counts
}

/// Finds the mentions in the seed.
fn found() -> Counts {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds/000_3207367889ee2696.txt");
    let bytes = std::fs::read(path).unwrap();
    let corpus = parse(&[SourceFile { name: "seed.txt", bytes: &bytes }]);
    let articles = corpus.articles.iter().map(article_document);
    let teasers =
        corpus.teasers.iter().map(|teaser| document([(Role::Title, teaser.title.as_str())]));
    let documents: Vec<Document<'_>> = articles.chain(teasers).collect();
    let names = names(&documents, &Settings::default());
    let mut counts = Counts::new();
    for (item, (document, mentions)) in documents.iter().zip(&names.mentions).enumerate() {
        for mention in mentions {
            let entity = &names.entities[mention.entity.0 as usize];
            let key = Key {
                item,
                kind: entity.kind.to_string(),
                name: entity.name.clone(),
                spelling: document.text(&mention.span).to_owned(),
            };
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}

fn article_document(article: &Article) -> Document<'_> {
    let head = [
        Some((Role::Title, article.title.as_str())),
        article.standfirst.as_deref().map(|text| (Role::Standfirst, text)),
    ];
    let body = article.body.iter().map(|block| {
        (if block.is_heading() { Role::Heading } else { Role::Paragraph }, block.text())
    });
    document(head.into_iter().flatten().chain(body))
}

#[test]
fn mentions_match_the_labelled_ones() {
    let (gold, found) = (gold(), found());
    for kind in Kind::ALL {
        let of_kind = |counts: &Counts| -> Counts {
            let counts = counts.iter().filter(|(key, _)| key.kind == kind.name());
            counts.map(|(key, count)| (key.clone(), *count)).collect()
        };
        let (gold, found) = (of_kind(&gold), of_kind(&found));
        let correct: usize =
            found.iter().map(|(key, count)| gold.get(key).map_or(0, |gold| *gold.min(count))).sum();
        let total = gold.values().sum::<usize>() + found.values().sum::<usize>();
        let f1 = 2.0 * correct as f64 / total as f64;
        assert!(f1 >= 0.95, "{kind}: F1 {f1:.3}");
    }
}

#[test]
fn people_are_exactly_the_labelled_ones() {
    let people = |counts: &Counts| -> Vec<(usize, String)> {
        let mut people: Vec<(usize, String)> = counts
            .keys()
            .filter(|key| key.kind == "person")
            .map(|key| (key.item, key.name.clone()))
            .collect();
        people.dedup();
        people
    };
    assert_eq!(people(&found()), people(&gold()));
}
