//! Anchors: entry points into the sections that have a variable-length entry for each term.
//!
//! # Format
//!
//! For every [`ANCHOR_INTERVAL`]-th term, its offset in each of the five sections of
//! [`AnchoredSection`], in that order (u32 each).

use super::bytes::u32_in;
use cuttings_parts::Bytes;

/// The number of terms from one anchor to the next: the most that are read to reach one.
pub(crate) const ANCHOR_INTERVAL: u32 = 32;

/// The bytes of one anchor.
pub const ANCHOR_BYTES: usize = 20;

/// A section that anchors point into.
#[derive(Clone, Copy, Debug)]
pub(crate) enum AnchoredSection {
    Dictionary,
    TermInfos,
    Gaps,
    Frequencies,
    Blocks,
}

/// The anchors, read in place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anchors<'a>(Bytes<'a>);

impl<'a> Anchors<'a> {
    pub(crate) fn new(bytes: impl Into<Bytes<'a>>) -> Self {
        Self(bytes.into())
    }

    /// Returns the offset of an anchor in a section, or one that lies beyond any section if there
    /// is no such anchor.
    pub(crate) fn offset(self, anchor: u32, section: AnchoredSection) -> usize {
        let at = anchor as usize * ANCHOR_BYTES + section as usize * 4;
        u32_in(self.0, at).unwrap_or(u32::MAX) as usize
    }
}
