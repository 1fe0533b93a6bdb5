//! Writes the file from which readers export items as CSV, JSON or Markdown. It contains the row of
//! each item in each format, and `src/js/tools/exports.js` assembles the rows that a view holds.
//! The code for it would weigh on every reader, and few export.

use cuttings::store::exports::{ExportFormat, article_url};
use cuttings::store::library::Library;
use cuttings::store::markdown::escape;
use cuttings_edition::Item;
use serde_json::{Value, json};

/// Returns the file as JSON: for each format, by its key, the file name, the media type, the start,
/// the separator, the end, and the rows.
pub(crate) fn rows(library: &Library) -> String {
    let forms = ExportFormat::ALL.map(|form| (form.key().to_owned(), file(form, library)));
    Value::from_iter(forms).to_string()
}

fn file(form: ExportFormat, library: &Library) -> Value {
    let (name, kind, head, between, end) = match form {
        // RFC 4180, with the names of the columns first.
        ExportFormat::Csv => {
            let head = [&COLUMNS.join(","), "\r\n"].concat();
            ("results.csv", "text/csv;charset=utf-8", head, "\r\n", "\r\n")
        }
        // A list of objects, without empty values.
        ExportFormat::Json => ("results.json", "application/json", "[".to_owned(), ",", "]"),
        // A list of links.
        ExportFormat::Markdown => {
            ("results.md", "text/markdown;charset=utf-8", String::new(), "", "")
        }
    };
    let rows: Vec<String> = library.items().map(|item| row(form, &values(&item))).collect();
    json!({ "name": name, "type": kind, "head": head, "between": between, "end": end, "rows": rows })
}

/// Returns an item's row in a format.
fn row(form: ExportFormat, values: &[String; COLUMNS.len()]) -> String {
    match form {
        ExportFormat::Csv => values.each_ref().map(|value| cell(value)).join(","),
        ExportFormat::Json => {
            let entries = COLUMNS.into_iter().zip(values).filter(|(_, value)| !value.is_empty());
            // A `Value` would sort the keys.
            let entries: Vec<String> =
                entries.map(|(name, value)| format!("{}:{}", json!(name), json!(value))).collect();
            ["{", &entries.join(","), "}"].concat()
        }
        ExportFormat::Markdown => markdown(values),
    }
}

const COLUMNS: [&str; 9] =
    ["title", "kind", "section", "standfirst", "author", "date", "source", "minutes", "address"];

/// Returns the values of an item, one per column.
fn values(item: &Item<'_>) -> [String; COLUMNS.len()] {
    let mut minutes = String::new();
    let mut address = String::new();
    let mut authors = String::new();
    let [kind, standfirst, date, source] = match item {
        Item::Article(article) => {
            minutes = article.minutes().to_string();
            let metadata = article.metadata();
            authors =
                metadata.authors.iter().map(|author| author.name).collect::<Vec<_>>().join("; ");
            address = article_url(article.slug());
            [
                "article",
                article.standfirst().unwrap_or_default(),
                metadata.date.map_or("", |date| date.text),
                metadata.source.or(metadata.source_url).unwrap_or_default(),
            ]
        }
        Item::Teaser(teaser) => ["teaser", "", teaser.age(), ""],
    };
    [item.title(), kind, item.section(), standfirst, &authors, date, source, &minutes, &address]
        .map(str::to_owned)
}

/// Returns a cell of CSV. A value that a spreadsheet would take for a formula gets an apostrophe in
/// front, which spreadsheets do not show (OWASP, "CSV Injection").
fn cell(value: &str) -> String {
    let guard = if value.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if guard.is_empty() && !value.contains(['"', ',', '\n', '\r']) {
        return value.to_owned();
    }
    ["\"", guard, &value.replace('"', "\"\""), "\""].concat()
}

fn markdown(values: &[String; COLUMNS.len()]) -> String {
    let [title, _, section, standfirst, author, date, _, _, address] = values;
    let title = escape(title);
    let mut out = String::from("- ");
    out.push_str(&if address.is_empty() {
        title
    } else {
        ["[", &title, "](", address, ")"].concat()
    });
    for part in [author, date, section].into_iter().filter(|part| !part.is_empty()) {
        out.push_str(" · ");
        out.push_str(&escape(part));
    }
    if !standfirst.is_empty() {
        out.push_str("\n  ");
        out.push_str(&escape(standfirst));
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(value: &str, expected: &str) {
        assert_eq!(cell(value), expected);
    }

    #[test]
    fn formulas_get_an_apostrophe() {
        check("plain", "plain");
        check("a, \"b\"", r#""a, ""b""""#);
        check("two\nlines", "\"two\nlines\"");
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            check(formula, &format!("\"'{formula}\""));
        }
    }

    proptest! {
        #[test]
        fn cells_round_trip(value in ".*") {
            let cell = cell(&value);
            let read = match cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
                Some(inner) => inner.replace("\"\"", "\""),
                None => cell.clone(),
            };
            prop_assert_eq!(read.strip_prefix('\'').filter(|_| !value.starts_with('\'')).unwrap_or(&read), &value);
            prop_assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
