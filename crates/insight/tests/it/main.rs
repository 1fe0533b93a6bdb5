//! What is read out of texts: of the seed, against what people read in it; of small texts, case by case; of any text at all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what they expect by panicking"
)]

mod any_text;
mod figures;
mod names;
mod quotes;
mod seed;

use cuttings_insight::{Document, Passage, Role};

/// A document of one paragraph.
fn paragraph(text: &str) -> Document<'_> {
    Document { passages: vec![Passage { role: Role::Paragraph, text }] }
}
