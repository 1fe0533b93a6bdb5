//! Full-text search over an index that is opened in place. Knows documents and fields, not articles.
#![deny(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg_attr(test, allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic))]
mod analyze;
pub use analyze::{Language, Token, analyze, fold};
mod bytes;
mod dictionary;
mod query; pub use query::Query;
