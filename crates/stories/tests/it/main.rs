//! Tests of the crate from outside.

mod comparisons;
mod made_up;
mod properties;
mod reuse;
mod seeds;

use cuttings_stories::{Block, Digest, Document, Stories, stories};
use std::collections::BTreeSet;

/// Makes a document of a day, a title and the paragraphs of a text.
fn document(day: impl Into<Option<i32>>, title: &str, text: &str) -> Document {
    let blocks = text.lines().map(str::trim).filter(|line| !line.is_empty());
    Document { title: Block::new(title), blocks: blocks.map(Block::new).collect(), day: day.into() }
}

fn stories_of(documents: &[Document]) -> Stories {
    let digests: Vec<Digest> = documents.iter().map(Digest::new).collect();
    stories(&digests)
}

/// Returns the stories as sets of documents.
fn groups(stories: &Stories) -> BTreeSet<Vec<usize>> {
    let sorted = |group: &Vec<usize>| {
        let mut group = group.clone();
        group.sort_unstable();
        group
    };
    stories.documents.iter().map(sorted).collect()
}
