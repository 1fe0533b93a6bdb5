//! What is put into an edition comes out of it again, and no damage to its bytes goes unseen or makes a reader panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what they expect by panicking"
)]

mod damage;
mod findings;
mod names;
mod relevance;
mod round_trip;

use cuttings_corpus::{Article, Block, Corpus, Teaser};
use cuttings_diagnostics::Origin;

/// An article of one section with these blocks.
fn article(title: &str, body: &[Block]) -> Article {
    Article {
        section: "Rivers".into(),
        title: title.into(),
        standfirst: None,
        body: body.to_vec(),
        author: None,
        date: None,
        source: None,
        language: None,
        origin: Origin { file: "a.txt".into(), line: 1 },
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

/// Two articles and a teaser that together use every field.
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
                paragraph("It rained for a week."),
                Block::Heading("What comes next".into()),
                paragraph("Nobody knows."),
            ],
        )
    };
    let teaser = Teaser {
        section: "Bridges".into(),
        age: "2 months ago".into(),
        title: "A bridge is closed".into(),
        origin: Origin { file: "a.txt".into(), line: 9 },
    };
    Corpus {
        articles: vec![full, article("The river rose", &[paragraph("Again.")])],
        teasers: vec![teaser],
        diagnostics: Vec::new(),
    }
}
