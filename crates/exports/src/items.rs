//! Writes items as rows of a table, as data and as a list of links. The page joins the rows of the
//! items that a reader exports.

use crate::{Audience, ExportFormat, article_url, escape_markdown};
use cuttings_edition::{Edition, Item};
use serde_json::{Value, json};

/// Returns the file of items as JSON: for each format, by its key, what [`description`] returns,
/// and the rows of all items as `rows`.
pub fn file(edition: &Edition<'_>, audience: Audience) -> String {
    let formats = ExportFormat::ALL.map(|format| {
        let mut description = description(format);
        description["rows"] = json!(rows(edition, audience, format));
        (format.key().to_owned(), description)
    });
    Value::from_iter(formats).to_string()
}

/// Returns the rows of all items in a format.
pub fn rows(edition: &Edition<'_>, audience: Audience, format: ExportFormat) -> Vec<String> {
    edition.items().map(|item| row(format, &values(audience, &item))).collect()
}

/// Returns a format without its rows: the name of the file, its media type, its start, the
/// separator of rows, and its end.
pub fn description(format: ExportFormat) -> Value {
    let (name, kind, head, between, end) = match format {
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
fn row(format: ExportFormat, values: &[String; COLUMNS.len()]) -> String {
    match format {
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
fn values(audience: Audience, item: &Item<'_>) -> [String; COLUMNS.len()] {
    let mut minutes = String::new();
    let mut address = String::new();
    let mut authors = String::new();
    let [kind, standfirst, date, source] = match item {
        Item::Article(article) => {
            minutes = article.minutes().to_string();
            let metadata = article.metadata();
            authors =
                metadata.authors.iter().map(|author| author.name).collect::<Vec<_>>().join("; ");
            address = article_url(audience, article, &metadata);
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
    let title = escape_markdown(title);
    let mut out = String::from("- ");
    out.push_str(&if address.is_empty() {
        title
    } else {
        ["[", &title, "](", &destination(address), ")"].concat()
    });
    for part in [author, date, section].into_iter().filter(|part| !part.is_empty()) {
        out.push_str(" · ");
        out.push_str(&escape_markdown(part));
    }
    if !standfirst.is_empty() {
        out.push_str("\n  ");
        out.push_str(&escape_markdown(standfirst));
    }
    out.push('\n');
    out
}

/// Returns a URL without the characters that end a link's destination in Markdown.
fn destination(url: &str) -> String {
    let mut out = String::new();
    for c in url.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() || c.is_control() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::{Article, Corpus, Site, Source};
    use cuttings_diagnostics::Origin;
    use insta::assert_snapshot;
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

    /// Returns the rows of two articles, one with an original, one a line.
    fn printed(audience: Audience, format: ExportFormat) -> String {
        let source = Source {
            name: Some("Harbour Papers".to_owned()),
            url: Some("https://papers.example/ferry_(boat)".to_owned()),
        };
        let articles = vec![
            Article {
                source: Some(source),
                ..Article::new("Coast", "Ferry [returns]", Origin::new("a.md", 1))
            },
            Article::new("Coast", "Quay", Origin::new("b.md", 1)),
        ];
        let corpus = Corpus { articles, ..Corpus::default() };
        let bytes = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
        rows(&Edition::open(&bytes).unwrap(), audience, format).join("\n")
    }

    #[test]
    fn a_published_article_has_an_address() {
        assert_snapshot!(printed(Audience::Everybody, ExportFormat::Csv), @r"
        Ferry [returns],article,Coast,,,,Harbour Papers,1,https://address.invalid/article/ferry-returns/
        Quay,article,Coast,,,,,1,https://address.invalid/article/quay/
        ");
        assert_snapshot!(printed(Audience::Everybody, ExportFormat::Json), @r#"
        {"title":"Ferry [returns]","kind":"article","section":"Coast","source":"Harbour Papers","minutes":"1","address":"https://address.invalid/article/ferry-returns/"}
        {"title":"Quay","kind":"article","section":"Coast","minutes":"1","address":"https://address.invalid/article/quay/"}
        "#);
        assert_snapshot!(printed(Audience::Everybody, ExportFormat::Markdown), @r"
        - [Ferry \[returns\]](https://address.invalid/article/ferry-returns/) · Coast

        - [Quay](https://address.invalid/article/quay/) · Coast
        ");
    }

    #[test]
    fn an_article_of_the_readers_own_has_that_of_its_original() {
        assert_snapshot!(printed(Audience::Owner, ExportFormat::Csv), @r"
        Ferry [returns],article,Coast,,,,Harbour Papers,1,https://papers.example/ferry_(boat)
        Quay,article,Coast,,,,,1,
        ");
        assert_snapshot!(printed(Audience::Owner, ExportFormat::Json), @r#"
        {"title":"Ferry [returns]","kind":"article","section":"Coast","source":"Harbour Papers","minutes":"1","address":"https://papers.example/ferry_(boat)"}
        {"title":"Quay","kind":"article","section":"Coast","minutes":"1"}
        "#);
        assert_snapshot!(printed(Audience::Owner, ExportFormat::Markdown), @r"
        - [Ferry \[returns\]](https://papers.example/ferry_%28boat%29) · Coast

        - Quay · Coast
        ");
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
