//! Exports a folder of seeds for other programs.

mod epub;
mod opensearch;

pub use epub::{EpubOptions, ExportedBook, export_epub};
pub use opensearch::{Exported, OpenSearchOptions, export_opensearch};
