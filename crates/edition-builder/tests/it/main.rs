//! Builds editions and reads them again: everything round-trips, and damaged bytes neither go
//! unnoticed nor panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what they expect by panicking"
)]

mod blocks;
mod blog;
mod damage;
mod entities;
mod insights;
mod parts;
mod parts_of_words;
mod relevance;
mod round_trip;
mod seed;
mod stories;

use cuttings_corpus::{Article, Author, Block, Corpus, CustomField, Date, Day, Source, Teaser};
use cuttings_diagnostics::Origin;

/// Returns an article of the section "Rivers" with these blocks.
fn article(title: &str, body: &[Block]) -> Article {
    Article { body: body.to_vec(), ..Article::new("Rivers", title, Origin::new("a.txt", 1)) }
}

/// Returns two articles and a teaser that together use every field.
fn corpus() -> Corpus {
    let full = Article {
        standfirst: Some("Two villages were cut off for a day.".into()),
        authors: vec![Author::person("Ines Ávila"), Author::organisation("Water Board")],
        date: Some(Date {
            text: "9 March 2024".into(),
            day: Some(Day { year: 2024, month: 3, day: 9 }),
        }),
        source: Some(Source {
            name: Some("The Valley Post".into()),
            url: Some("https://example.org/river".into()),
        }),
        tags: vec!["rain".into(), "floods".into()],
        custom: vec![CustomField { key: "series".into(), values: vec!["Water".into()] }],
        language: Some("pt".into()),
        ..article(
            "The river rose",
            &[
                Block::paragraph("It rained for a week."),
                Block::heading("What comes next"),
                Block::paragraph("Nobody knows."),
            ],
        )
    };
    let teaser = Teaser {
        section: "Bridges".into(),
        age: "2 months ago".into(),
        title: "A bridge is closed".into(),
        origin: Origin::new("a.txt", 9),
    };
    Corpus {
        articles: vec![full, article("The river rose", &[Block::paragraph("Again.")])],
        teasers: vec![teaser],
        diagnostics: Vec::new(),
    }
}
