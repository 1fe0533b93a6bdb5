//! The ways from a reference to its footnote and back.

use cuttings_edition::{Article, ContainerKind, MarkKind};

/// The footnotes of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footnotes {
    /// The number of each footnote, and that of its first block.
    notes: Vec<(u32, u32)>,
    /// The number of the footnote of each reference, and that of the block with the reference.
    references: Vec<(u32, u32)>,
}

impl Footnotes {
    /// Finds the footnotes of an article.
    pub fn of(article: &Article<'_>) -> Footnotes {
        let mut footnotes = Footnotes::default();
        for (number, block) in (1..).zip(article.blocks()) {
            if let Some(ContainerKind::Footnote(note)) =
                block.containers().first().map(|container| container.kind)
            {
                footnotes.notes.push((note, number));
            }
        }
        if footnotes.notes.is_empty() {
            return footnotes;
        }
        for (number, block) in (1..).zip(article.blocks()) {
            for mark in block.marks() {
                if let MarkKind::FootnoteReference(note) = mark.kind {
                    footnotes.references.push((note, number));
                }
            }
        }
        footnotes
    }

    /// Returns the number of the first block of a footnote.
    pub fn first_block(&self, footnote: u32) -> Option<u32> {
        first(&self.notes, footnote)
    }

    /// Returns the number of the block with the first reference to a footnote.
    pub fn reference(&self, footnote: u32) -> Option<u32> {
        first(&self.references, footnote)
    }
}

fn first(blocks: &[(u32, u32)], footnote: u32) -> Option<u32> {
    blocks.iter().find(|(note, _)| *note == footnote).map(|(_, block)| *block)
}
