//! Builds editions and reads them again: everything round-trips, and damaged bytes neither go
//! unnoticed nor panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what they expect by panicking"
)]

mod damage;
mod entities;
mod insights;
mod relevance;
mod round_trip;
mod seed;

use cuttings_corpus::{Article, Block, Corpus, Teaser};
use cuttings_diagnostics::Origin;

/// Returns an article of the section "Rivers" with these blocks.
fn article(title: &str, body: &[Block]) -> Article {
    Article { body: body.to_vec(), ..Article::new("Rivers", title, Origin::new("a.txt", 1)) }
}

/// Returns two articles and a teaser that together use every field.
fn corpus() -> Corpus {
    let full = Article {
        standfirst: Some("Two villages were cut off for a day.".into()),
        author: Some("Ines Ávila".into()),
        date: Some("2024-03-09".into()),
        source: Some("The Valley Post".into()),
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
