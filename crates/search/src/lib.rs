//! Full-text search over an index that is opened in place. Knows documents and fields, not articles.
//!
//! Documents go into an `IndexBuilder` (feature `build`, native) and come out as bytes; an [`Index`] is opened over those
//! bytes in microseconds, a [`Query`] parsed from whatever was typed, and a [`Request`] answered by a [`Searcher`] with an [`Outcome`]:
//! hits, totals, facet counts, and what was made of the query. A [`Matcher`] marks the original text and cuts snippets.
//!
//! | to know | read |
//! |---|---|
//! | what becomes of text | `analyze`, a file a step |
//! | what a query may say | `query` |
//! | where everything lies | `format`, `dictionary`, `postings`, `beginnings` |
//! | what a match is worth | [`score`], and `docs/relevance.md` for why |
//! | where words stand | `postings`: in blocks of positions; `search::phrase`: and exactly, in the texts |
//! | other names of things | `aliases` |
//! | how a search runs | `search`: `plan` looks words up, `execute` finds and scores, `closeness` rewards, `top` picks |
//!
//! Every search visits all documents that match, since totals and facet counts are of all. Only those that are results are
//! scored, and what ends early is the reading of blocks and texts, which only documents that can still come first are asked
//! for.
//!
//! It holds no text. A [`Searcher`] is given a way to the [`Texts`], and reads those that may hold a phrase; marks are found
//! by analyzing what is shown. It does no I/O, has no clock and
//! does not panic, whatever the bytes and the query.
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

pub use analyze::{Language, Token, analyze, fold};
#[cfg(feature = "build")]
pub use build::{BuiltIndex, ColumnSpec, Document, FacetSpec, IndexBuilder, Schema};
pub use document::{ColumnId, DocId, FacetId, Field, Passage, ValueId};
pub use highlight::{Findings, Matcher, Snippet, sentences};
pub use index::{Facet, Index, OpenError, VERSION};
pub use query::{MAX_DEPTH, MAX_LEAVES, MAX_LENGTH, Query};
pub use search::{
    Explanation, Filter, Hit, Interpretation, Matching, Order, Outcome, Part, Request, Searcher,
    Texts, WordScore,
};
