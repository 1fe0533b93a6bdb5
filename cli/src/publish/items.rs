//! Writes the files from which readers export items as CSV, JSON or Markdown. They contain the row
//! of each item in each format, and `src/js/tools/exports.js` assembles the rows that a view holds.
//! The code for it would weigh on every reader, and few export.
//!
//! The rows of many items are in files of their own, so that a reader who exports a few downloads a
//! few, and no file is too large for a host.

use crate::publish::files::{Files, Kind};
use cuttings::store::exports::{ExportFormat, ITEMS, article_url, rows_file};
use cuttings::store::library::Library;
use cuttings::store::markdown::escape;
use cuttings_edition::Item;
use serde_json::{Value, json};

/// The number of bytes beyond which the rows of a format are in files of their own.
pub(crate) const LARGEST_WHOLE: usize = 1 << 20;

/// The number of such files for the rows of a format, as long as they stay small enough.
const FEW_FILES: usize = 24;

/// The number of bytes of a file of rows that is small enough. Some hosts take 25 MB.
const SMALL_FILE: usize = 8 << 20;

/// Adds the file of items: for each format, by its key, the file name, the media type, the start,
/// the separator, the end, and the rows. If these take more than `largest_whole` bytes, it has the
/// number of rows in each of the files that follow instead.
pub(crate) fn add(library: &Library, largest_whole: usize, files: &mut Files) {
    let forms = ExportFormat::ALL.map(|form| {
        let rows: Vec<String> = library.items().map(|item| row(form, &values(&item))).collect();
        let mut description = description(form);
        let bytes = rows.iter().map(String::len).sum::<usize>();
        if bytes <= largest_whole {
            description["rows"] = json!(rows);
        } else {
            let rows_per_file = rows_per_file(rows.len(), bytes, largest_whole);
            description["rowsPerFile"] = json!(rows_per_file);
            for (number, rows) in rows.chunks(rows_per_file).enumerate() {
                files.add(rows_file(form, number), Kind::OnDemandData, json!(rows).to_string());
            }
        }
        (form.key().to_owned(), description)
    });
    files.add(ITEMS, Kind::OnDemandData, Value::from_iter(forms).to_string());
}

/// Returns the number of rows in each file, if all rows have so many bytes.
fn rows_per_file(rows: usize, bytes: usize, largest_whole: usize) -> usize {
    let few = (bytes / (largest_whole / 4).max(1)).min(FEW_FILES);
    rows.div_ceil(few.max(bytes / SMALL_FILE).max(1)).max(1)
}

/// Returns a format without its rows.
fn description(form: ExportFormat) -> Value {
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
    json!({ "name": name, "type": kind, "head": head, "between": between, "end": end })
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
    use cuttings_corpus::{Article, Corpus, Site};
    use cuttings_diagnostics::Origin;
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

    /// Publishes articles with long standfirsts, and returns the files and the number of items.
    fn published(articles: usize, largest_whole: usize) -> Files {
        let article = |number: usize| Article {
            standfirst: Some("fog ".repeat(number % 7)),
            ..Article::new("Coast", format!("Day {number}"), Origin::new("a.md", 1))
        };
        let corpus = Corpus { articles: (0..articles).map(article).collect(), ..Corpus::default() };
        let edition = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
        let mut files = Files::default();
        add(&Library::open(edition.leak()).unwrap(), largest_whole, &mut files);
        files
    }

    fn read(files: &Files, path: &str) -> Value {
        serde_json::from_slice(&files.get(path).unwrap().bytes).unwrap()
    }

    #[test]
    fn few_rows_are_in_the_file_of_items() {
        let files = published(3, LARGEST_WHOLE);
        assert_eq!(files.iter().count(), 1);
        for form in ExportFormat::ALL {
            let description = &read(&files, ITEMS)[form.key()];
            assert_eq!(description["rows"].as_array().map(Vec::len), Some(3));
            assert_eq!(description.get("rowsPerFile"), None);
        }
    }

    #[test]
    fn files_of_rows_are_few_and_small_enough() {
        let (kilobyte, megabyte) = (1 << 10, 1 << 20);
        for rows in [1, 1000, 100_000, 1_000_000, 30_000_000] {
            let bytes = rows * 300;
            let per_file = rows_per_file(rows, bytes, LARGEST_WHOLE);
            let files = rows.div_ceil(per_file);
            assert!(per_file * 300 < 10 * megabyte, "{rows} rows: {per_file} a file");
            assert!(files <= FEW_FILES || bytes / files > 7 * megabyte, "{rows} rows: {files}");
            assert!(files == 1 || bytes / files > 200 * kilobyte, "{rows} rows: {files}");
        }
        assert_eq!(rows_per_file(0, 0, 0), 1);
    }

    proptest! {
        #[test]
        fn an_item_has_the_same_row_in_any_number_of_files(
            articles in 1_usize..40, largest_whole in 0_usize..4000,
        ) {
            let (whole, divided) =
                (published(articles, LARGEST_WHOLE), published(articles, largest_whole));
            for form in ExportFormat::ALL {
                let expected = &read(&whole, ITEMS)[form.key()];
                let description = &read(&divided, ITEMS)[form.key()];
                prop_assert_eq!(&description["head"], &expected["head"]);
                for item in 0..articles {
                    let row = match description["rowsPerFile"].as_u64() {
                        None => description["rows"][item].clone(),
                        Some(rows) => {
                            let (file, row) = (item / rows as usize, item % rows as usize);
                            read(&divided, &rows_file(form, file))[row].clone()
                        }
                    };
                    prop_assert_eq!(&row, &expected["rows"][item]);
                }
            }
        }

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
