//! A candidate: a range of tokens that may be a name, with one piece of evidence.

use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use std::ops::Range;

/// A range of tokens that may be a name, with one piece of evidence.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// The index of the passage in the document.
    pub(crate) passage: usize,
    /// The range of the passage's tokens.
    pub(crate) tokens: Range<usize>,
    /// The kind of the name, or `None` for other names, such as those of events and works. Those
    /// are not reported, but they protect their words from being taken for other names.
    pub(crate) kind: Option<Kind>,
    pub(crate) evidence: Evidence,
    /// The strength of the evidence, from about 1 for a hint to 3 for proof.
    pub(crate) weight: f32,
    /// True if the sentence is a headline, in which capitals indicate little.
    pub(crate) in_headline: bool,
}
