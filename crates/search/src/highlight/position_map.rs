//! Position maps: from the positions that the index counts to the places in a document's texts.

use crate::analyze::analyze;
use crate::document::{Field, Passage};
use crate::index::postings::{BLOCK_SIZE, PASSAGE_GAP};

/// The distance in positions between two anchors within a passage.
const ANCHOR_DISTANCE: u32 = 64;

/// The places of some positions of a document. Making a map takes reading the whole document, so a
/// caller keeps it.
#[derive(Clone, Debug, Default)]
pub struct PositionMap {
    /// In reading order. The positions of each field grow from anchor to anchor.
    pub(super) anchors: Vec<Anchor>,
}

/// A place in a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    /// The next position in each field.
    positions: [u32; Field::COUNT],
    /// The number of the passage in the document.
    pub(super) passage: usize,
    /// The offset in the passage's text, in bytes.
    pub(super) offset: usize,
}

impl PositionMap {
    /// Maps the positions of a document, given the passages that were indexed.
    pub fn new<'t>(passages: impl IntoIterator<Item = Passage<'t>>) -> Self {
        let mut anchors = Vec::new();
        let mut positions = [0_u32; Field::COUNT];
        for (passage, Passage { field, text }) in passages.into_iter().enumerate() {
            let Some(first) = positions.get(field.index()).copied() else { continue };
            let first = if first > 0 { first + PASSAGE_GAP } else { 0 };
            let mut set = |position| {
                if let Some(next) = positions.get_mut(field.index()) {
                    *next = first + position;
                }
                positions
            };
            let words = analyze(text, |token| {
                if !token.is_compound && token.position.is_multiple_of(ANCHOR_DISTANCE) {
                    let offset = if token.position == 0 { 0 } else { token.start };
                    anchors.push(Anchor { positions: set(token.position), passage, offset });
                }
            });
            set(words);
        }
        Self { anchors }
    }

    /// Returns the indices of the anchors before the first and the last position of a block.
    pub(super) fn around(&self, field: Field, block: u32) -> [usize; 2] {
        let first = block.saturating_mul(BLOCK_SIZE);
        [first, first.saturating_add(BLOCK_SIZE - 1)].map(|position| {
            let is_before = |anchor: &Anchor| {
                anchor.positions.get(field.index()).is_some_and(|next| *next <= position)
            };
            self.anchors.partition_point(is_before).saturating_sub(1)
        })
    }
}
