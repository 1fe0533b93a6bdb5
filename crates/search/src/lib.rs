//! Full-text search over an index that is opened in place. It knows documents and fields, not
//! articles.
//!
//! Native programs pass documents to an `IndexBuilder` (feature `build`) and store its bytes.
//! Anywhere, [`Index::open`] opens the bytes without copying them, and [`Query::parse`] parses
//! whatever a reader typed. A [`Searcher`] answers a [`Request`] with an [`Outcome`]: hits, totals,
//! facet counts and the interpretation of the query. A [`Highlighter`] finds the query in original
//! texts and cuts snippets.
//!
//! | topic | module |
//! |---|---|
//! | text to tokens | `analyze`, with one file for each step |
//! | the query language | `query` |
//! | the file format | `index::format`, and the file of each section beside it |
//! | building an index | `build` |
//! | the course of a search | `search` |
//! | ranking | [`score`]; `docs/relevance.md` gives the reasons |
//! | highlights and snippets | `highlight` |
//!
//! A search visits all matching documents, because totals and facet counts include all of them. It
//! scores only those that pass the filters, and reads blocks and texts only for those that can
//! still be among the requested hits.
//!
//! The crate stores no text: a [`Searcher`] reads it from a [`DocumentSource`]. It does no I/O, has
//! no clock, and does not panic on any bytes or query.
#![deny(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg_attr(
    test,
    allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

mod analyze;
#[cfg(feature = "build")]
mod build;
mod document;
mod highlight;
mod index;
mod query;
pub mod score;
mod search;

pub use analyze::{Language, Token, analyze, fold, is_stop_word};
#[cfg(feature = "build")]
pub use build::{
    BuiltIndex, ColumnSpec, Document, FacetRanges, FacetSpec, IndexBuilder, IndexRanges,
    IndexedTexts, Schema, TermRanges,
};
pub use document::{
    ColumnId, DocId, DocumentSource, FacetId, Field, Passage, PassageVisitor, ValueId,
};
pub use highlight::{HighlightedText, Highlighter, Highlights, PositionMap, Snippet, sentences};
pub use index::{
    ANCHOR_BYTES, Alias, FIRST_VALUES, Facet, Index, OpenError, VERSION, aliases::normalized,
};
pub use query::{MAX_QUERY_DEPTH, MAX_QUERY_LENGTH, MAX_QUERY_TERMS, Node, Query};
pub use search::{
    Explanation, Filter, Histogram, Hit, Interpretation, KeyRange, MatchKind, OccurrenceCounts,
    Occurrences, Operator, Order, Outcome, RangeField, Request, Searcher, TermExplanation,
};
