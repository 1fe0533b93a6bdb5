//! The searcher: an index, a source of texts, and memory that searches share.

use super::scores::Scores;
use crate::document::DocumentSource;
use crate::index::Index;
use crate::score::FieldNorms;
use std::fmt;

/// Answers requests. Keep it between searches, because it reuses its memory.
pub struct Searcher<'a> {
    pub(super) index: Index<'a>,
    pub(super) source: DocumentSource<'a>,
    pub(super) norms: FieldNorms,
    pub(super) scores: Scores,
}

impl<'a> Searcher<'a> {
    /// Creates a searcher. It reads texts from `source` to decide whether nearby terms form a
    /// phrase; without texts it finds no phrases.
    pub fn new(index: Index<'a>, source: DocumentSource<'a>) -> Self {
        let norms = FieldNorms::new(index.header.mean_lengths);
        let scores = Scores::new(index.len());
        Self { index, source, norms, scores }
    }
}

impl fmt::Debug for Searcher<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Searcher").finish_non_exhaustive()
    }
}
