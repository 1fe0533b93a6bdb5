//! Files that are made when an edition is published and handed out to the few who ask: how an article is cited, and items
//! to be taken elsewhere. The code that makes them would weigh on every reader.

/// Where such a file has the address that all addresses of the site begin with, which only a browser knows; `src/tools.js`
/// puts it there. Its host is one that never is (RFC 2606).
pub const PLACE: &str = "https://address.invalid/";

/// The file with the rows of all items, relative to the base; `src/tools.js` knows it, too.
pub const ITEMS: &str = "items.json";

/// The file with an article's citations, relative to the base.
pub fn citations(slug: &str) -> String {
    ["article/", slug, "/cite.json"].concat()
}

/// A form to take items away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table.
    Csv,
    /// Data.
    Json,
    /// Text.
    Markdown,
}

impl Form {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Form; 3] = [Form::Csv, Form::Json, Form::Markdown];

    /// Its name in the file.
    pub fn key(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Json => "json",
            Form::Markdown => "md",
        }
    }

    /// Its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Form::Csv => "CSV",
            Form::Json => "JSON",
            Form::Markdown => "Markdown",
        }
    }
}
