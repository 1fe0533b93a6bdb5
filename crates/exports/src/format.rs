//! The file formats of exported items.

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
