//! The searcher: an index, a source of texts, and memory that searches share.

use super::scores::Scores;
use crate::document::{ColumnId, DocumentSource};
use crate::index::Index;
use crate::score::FieldNorms;
use std::fmt;

/// Answers requests. Keep it between searches, because it reuses its memory.
pub struct Searcher<'a> {
    pub(super) index: Index<'a>,
    pub(super) source: DocumentSource<'a>,
    pub(super) norms: FieldNorms,
    /// Those of codes that few documents contain.
    pub(super) code_norms: FieldNorms,
    pub(super) scores: Scores,
    pub(super) range_fields: &'static [RangeField],
}

/// A field of queries whose values are ranges of a column ("date:2024").
#[derive(Clone, Copy, Debug)]
pub struct RangeField {
    /// The name before the colon.
    pub name: &'static str,
    /// The column.
    pub column: ColumnId,
    /// Returns the lowest and the highest sort key of a value, or `None` if it cannot be read.
    pub keys: fn(&str) -> Option<(u32, u32)>,
}

impl<'a> Searcher<'a> {
    /// Creates a searcher. It reads texts from `source` to decide whether nearby terms form a
    /// phrase; without texts it finds no phrases.
    pub fn new(index: Index<'a>, source: DocumentSource<'a>) -> Self {
        let norms = FieldNorms::new(index.header.mean_lengths);
        let code_norms = FieldNorms::of_codes(index.header.mean_lengths);
        let scores = Scores::new(index.len());
        Self { index, source, norms, code_norms, scores, range_fields: &[] }
    }

    /// Adds fields to the query language. Fields of texts and facets with the same name go first.
    #[must_use]
    pub fn with_range_fields(self, range_fields: &'static [RangeField]) -> Self {
        Self { range_fields, ..self }
    }

    /// Sets a column that the index does not have, the one after its own: a sort key of four bytes
    /// for each document, in little-endian order. It replaces the one that was set before.
    pub fn set_last_column(&mut self, keys: &'a [u8]) {
        self.index.set_last_column(keys);
    }
}

impl fmt::Debug for Searcher<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Searcher").finish_non_exhaustive()
    }
}
