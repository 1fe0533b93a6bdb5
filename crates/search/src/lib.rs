//! Full-text search over an index that is opened in place. Knows documents and fields, not articles.
#![deny(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg_attr(test, allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod aliases;
mod analyze;
mod beginnings;
mod bits;
#[cfg(feature = "build")]
mod build;
mod bytes;
mod dictionary;
mod document;
mod format;
mod index;
mod length;
mod marks;
mod postings;
mod query;
pub mod score;
mod search;
mod sentences;
mod snippet;
mod typo;

pub use analyze::{Language, Token, analyze, fold};
#[cfg(feature = "build")]
pub use build::{ColumnSpec, Document, FacetSpec, IndexBuilder, Schema};
pub use document::{ColumnId, DocId, FacetId, Field, Passage, ValueId};
pub use format::{OpenError, VERSION};
pub use index::{Facet, Index};
pub use marks::Matcher;
pub use query::{MAX_DEPTH, MAX_LEAVES, MAX_LENGTH, Query};
pub use search::{
    Explanation, Filter, Hit, Interpretation, Matching, Order, Outcome, Part, Request, Searcher, WordScore,
};
pub use snippet::Snippet;
