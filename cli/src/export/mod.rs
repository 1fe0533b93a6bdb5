//! Exports a folder of seeds for other programs.

mod opensearch;

pub use opensearch::{OpenSearchOptions, export_opensearch};
