//! Exports a folder of seeds for other programs.

mod opensearch;

pub use opensearch::{Exported, OpenSearchOptions, export_opensearch};
