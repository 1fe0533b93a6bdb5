//! A candidate.

use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use std::ops::Range;

/// A stretch that may be a name.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) passage: usize,
    /// As a range of the passage's tokens.
    pub(crate) tokens: Range<usize>,
    /// `None`: a name of something else (an event, a work), which no name of ours may be cut from.
    pub(crate) kind: Option<Kind>,
    pub(crate) evidence: Evidence,
    /// How much that says, about 1 for a hint and 3 for proof.
    pub(crate) weight: f32,
    /// Whether it stands in a headline, where capitals say little.
    pub(crate) headline: bool,
}
