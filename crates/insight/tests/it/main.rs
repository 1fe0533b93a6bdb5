//! Integration tests: the seed and single sentences against hand-labelled results (`tests/gold`),
//! each rule by small texts, and invariants that hold for any text.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failed assertion panics"
)]

mod any_text;
mod dialogue;
mod figures;
mod languages;
mod memory;
mod names;
mod prose;
mod quotes;
mod related;
mod seed;
mod summaries;

use cuttings_insight::{Document, EntityId, Names, Passage, Role};

/// Builds a document from its passages.
fn document<'t>(passages: impl IntoIterator<Item = (Role, &'t str)>) -> Document<'t> {
    let passages = passages.into_iter().map(|(role, text)| Passage::new(role, text));
    Document { passages: passages.collect(), ..Document::default() }
}

/// Builds a document of one paragraph.
fn paragraph(text: &str) -> Document<'_> {
    document([(Role::Paragraph, text)])
}

/// Returns the name of an entity.
fn name_of(names: &Names, entity: EntityId) -> &str {
    &names.entities[entity.0 as usize].name
}
