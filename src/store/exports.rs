//! Files that the publisher writes and the page fetches when a reader asks for them: the citations
//! of an article, and all items in the formats of an export.
//!
//! The code that writes them stays out of the page's program.

use crate::route::article_path;

/// Stands in these files for the site's URL, which only the browser knows. The host never exists
/// (RFC 2606).
pub const BASE_URL_PLACEHOLDER: &str = "https://address.invalid/";

/// The path of the file with the formats and rows of all items, relative to the base.
pub const ITEMS: &str = "items.json";

/// Returns the path of a file with rows of many items in a format, relative to the base. Files are
/// numbered from 0.
pub fn rows_file(format: ExportFormat, number: usize) -> String {
    format!("items/{}-{number}.json", format.key())
}

/// Returns an article's URL, which starts with [`BASE_URL_PLACEHOLDER`].
pub fn article_url(slug: &str) -> String {
    [BASE_URL_PLACEHOLDER, &article_path(slug)].concat()
}

/// Returns the path of the file with an article's citations, relative to the base. It is not
/// percent-encoded, because hosts decode paths; browsers encode it when they request it.
pub fn citations(slug: &str) -> String {
    ["article/", slug, "/cite.json"].concat()
}

/// Returns the path of the file with an article as Markdown, relative to the base. All hosts serve
/// its ending as text.
pub fn markdown(slug: &str) -> String {
    ["article/", slug, "/article.txt"].concat()
}

/// A file format for an export of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// A table.
    Csv,
    /// Data.
    Json,
    /// Text.
    Markdown,
}

impl ExportFormat {
    /// All formats, in the order in which the page offers them.
    pub const ALL: [ExportFormat; 3] =
        [ExportFormat::Csv, ExportFormat::Json, ExportFormat::Markdown];

    /// The format's key in the file of items.
    pub fn key(self) -> &'static str {
        match self {
            ExportFormat::Csv => "csv",
            ExportFormat::Json => "json",
            ExportFormat::Markdown => "md",
        }
    }

    /// The format's label on the page.
    pub fn label(self) -> &'static str {
        match self {
            ExportFormat::Csv => "CSV",
            ExportFormat::Json => "JSON",
            ExportFormat::Markdown => "Markdown",
        }
    }
}
