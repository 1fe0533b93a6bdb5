//! The Markdown of the report: tables and paragraphs.

use std::fmt::Write as _;

/// The width of Markdown, in characters.
pub(super) const WIDTH: usize = 100;

/// Adds a table.
pub(super) fn table(out: &mut String, heads: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
    let _ = writeln!(out, "| {} |", heads.join(" | "));
    let _ = writeln!(out, "|{}", "---|".repeat(heads.len()));
    for row in rows {
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    out.push('\n');
}

/// Returns a paragraph with lines as wide as comments and Markdown may be.
pub(super) fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > WIDTH {
            out.push('\n');
            width = 0;
        }
        if width > 0 {
            out.push(' ');
            width += 1;
        }
        let _ = write!(out, "{word}");
        width += length;
    }
    out + "\n\n"
}
