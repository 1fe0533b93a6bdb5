//! Exports an edition to [OpenSearch](https://opensearch.org), for sites that need a search server.
//!
//! | topic | module |
//! |---|---|
//! | the analyzers, as close to ours as the server's own parts come | `analysis` and `folding` |
//! | the fields of the index | `schema` and `index_body` |
//! | the documents, and files of them for the `_bulk` interface | `document` and `bulk` |
//! | queries: from our syntax tree to the query DSL | `compile` |
//! | whole search requests with facets, and a template of one | `request` and `template` |
//!
//! `docs/opensearch.md` says how to load the files, and lists all known differences between the
//! results of the two engines.
//!
//! # What it does not do
//! It does no I/O and sends nothing. It holds one document at a time: [`bulk_files`] asks its
//! caller for a writer of each file.
#![deny(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg_attr(
    test,
    allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

mod analysis;
mod bulk;
mod compile;
mod document;
mod folding;
mod index_body;
mod request;
mod schema;
mod template;

pub use bulk::{BulkError, MAX_FILE_BYTES, bulk_files};
pub use compile::{Matching, Unsupported, compile};
pub use document::{Documents, documents};
pub use index_body::index_body;
pub use request::{Order, SearchRequest};
pub use schema::Schema;
pub use template::search_template;
