//! Lists of items, to be taken elsewhere: as a table, as data, as text.

use super::json;
use super::library::Library;
use super::shelf::Shelf;
use cuttings_edition::Item;

/// A form to take items away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table for spreadsheets: RFC 4180, with the names of the columns first.
    Csv,
    /// A list of objects, those that say nothing left out of them.
    Json,
    /// A list of links.
    Markdown,
}

impl Format {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Format; 3] = [Format::Csv, Format::Json, Format::Markdown];

    /// Its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Json => "JSON",
            Format::Markdown => "Markdown",
        }
    }

    /// What a file of this form is called, and its media type.
    pub fn file(self) -> (&'static str, &'static str) {
        match self {
            Format::Csv => ("results.csv", "text/csv;charset=utf-8"),
            Format::Json => ("results.json", "application/json"),
            Format::Markdown => ("results.md", "text/markdown;charset=utf-8"),
        }
    }

    /// Items in this form; `base` is the address that the page's own begin with.
    pub fn write(self, items: &[Item<'_>], base: &str) -> String {
        let mut out = String::new();
        match self {
            Format::Csv => {
                out.push_str(&COLUMNS.join(","));
                for item in items {
                    let cells: Vec<String> = row(item, base).iter().map(|value| cell(value)).collect();
                    out.push_str("\r\n");
                    out.push_str(&cells.join(","));
                }
                out.push_str("\r\n");
            }
            Format::Json => {
                out = json::list(items.iter().map(|item| {
                    let row = row(item, base);
                    let entries = COLUMNS.into_iter().zip(&row).filter(|(_, value)| !value.is_empty());
                    json::map(&entries.map(|(name, value)| (name, json::text(value))).collect::<Vec<_>>())
                }));
            }
            Format::Markdown => items.iter().for_each(|item| markdown(&row(item, base), &mut out)),
        }
        out
    }
}

const COLUMNS: [&str; 9] =
    ["title", "kind", "section", "standfirst", "author", "date", "source", "minutes", "address"];

/// The values of an item, a column each.
fn row(item: &Item<'_>, base: &str) -> Vec<String> {
    let mut minutes = String::new();
    let mut address = String::new();
    let [kind, standfirst, author, date, source] = match item {
        Item::Article(article) => {
            minutes = article.minutes().to_string();
            address = [base, "article/", article.slug(), "/"].concat();
            [
                "article",
                article.standfirst().unwrap_or_default(),
                article.author().unwrap_or_default(),
                article.date().unwrap_or_default(),
                article.source().unwrap_or_default(),
            ]
        }
        Item::Teaser(teaser) => ["teaser", "", "", teaser.age(), ""],
    };
    [item.title(), kind, item.section(), standfirst, author, date, source, &minutes, &address]
        .map(str::to_owned)
        .into()
}

/// A value of a table. What a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets do
/// not show (OWASP, "CSV Injection").
fn cell(value: &str) -> String {
    let guard = if value.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if guard.is_empty() && !value.contains(['"', ',', '\n', '\r']) {
        return value.to_owned();
    }
    ["\"", guard, &value.replace('"', "\"\""), "\""].concat()
}

fn markdown(row: &[String], out: &mut String) {
    let [title, _, section, standfirst, author, date, _, _, address] = row else { return };
    let title = escaped(title);
    out.push_str("- ");
    out.push_str(&if address.is_empty() { title } else { ["[", &title, "](", address, ")"].concat() });
    for part in [author, date, section].into_iter().filter(|part| !part.is_empty()) {
        out.push_str(" · ");
        out.push_str(&escaped(part));
    }
    if !standfirst.is_empty() {
        out.push_str("\n  ");
        out.push_str(&escaped(standfirst));
    }
    out.push('\n');
}

/// What someone saved and noted, as text to be read: articles in seed order, each with the passages that were marked and
/// what was noted about them.
pub fn notes(library: &Library, shelf: &Shelf, base: &str) -> String {
    let mut out = ["# ", &escaped(library.title()), "\n"].concat();
    for item in library.items() {
        let Item::Article(article) = item else { continue };
        let Some(kept) = shelf.of(article.slug()).filter(|kept| kept.saved || !kept.notes.is_empty()) else {
            continue;
        };
        let address = [base, "article/", article.slug(), "/"].concat();
        out.push_str(&["\n## [", &escaped(article.title()), "](", &address, ")\n"].concat());
        for note in &kept.notes {
            let link = [" ([¶](", &address, "#p", &note.block.to_string(), "))"].concat();
            out.push_str(&["\n> ", &escaped(&note.quote), &link, "\n"].concat());
            for line in note.text.lines().filter(|line| !line.trim().is_empty()) {
                out.push_str(&["\n", &escaped(line), "\n"].concat());
            }
        }
    }
    out
}

/// Text in which no character means something to Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::state::shelf::{Note, Shelving};
    use insta::assert_snapshot;
    use proptest::prelude::*;

    fn written(format: Format) -> String {
        format
            .write(&fixture::library().items().collect::<Vec<_>>(), "https://example.org/papers/")
            .replace('\r', "")
    }

    #[test]
    fn items_are_written_in_each_form() {
        assert_snapshot!(written(Format::Csv), @r##"
        title,kind,section,standfirst,author,date,source,minutes,address
        Ferry returns to the northern route,article,Ferries,The first boat left at dawn,Ada Berg,,,1,https://example.org/papers/article/ferry-returns-to-the-northern-route/
        Storm <script>alert(1)</script> & after,article,Weather,,,,,1,https://example.org/papers/article/storm-script-alert-1-script-after/
        Fähre nach Norden,article,Ferries,,,,,3,https://example.org/papers/article/fahre-nach-norden/
        Calm days ahead,teaser,Weather,,,2 months ago,,,
        Harbour master to be elected,teaser,Elections,,,2 months ago,,,
        "##);
        assert_snapshot!(written(Format::Json), @r##"
        [{"title":"Ferry returns to the northern route","kind":"article","section":"Ferries","standfirst":"The first boat left at dawn","author":"Ada Berg","minutes":"1","address":"https://example.org/papers/article/ferry-returns-to-the-northern-route/"},{"title":"Storm <script>alert(1)</script> & after","kind":"article","section":"Weather","minutes":"1","address":"https://example.org/papers/article/storm-script-alert-1-script-after/"},{"title":"Fähre nach Norden","kind":"article","section":"Ferries","minutes":"3","address":"https://example.org/papers/article/fahre-nach-norden/"},{"title":"Calm days ahead","kind":"teaser","section":"Weather","date":"2 months ago"},{"title":"Harbour master to be elected","kind":"teaser","section":"Elections","date":"2 months ago"}]
        "##);
        assert_snapshot!(written(Format::Markdown), @r##"
        - [Ferry returns to the northern route](https://example.org/papers/article/ferry-returns-to-the-northern-route/) · Ada Berg · Ferries
          The first boat left at dawn
        - [Storm \<script\>alert(1)\</script\> & after](https://example.org/papers/article/storm-script-alert-1-script-after/) · Weather
        - [Fähre nach Norden](https://example.org/papers/article/fahre-nach-norden/) · Ferries
        - Calm days ahead · 2 months ago · Weather
        - Harbour master to be elected · 2 months ago · Elections
        "##);
    }

    #[test]
    fn notes_are_text_to_be_read() {
        let note = |block, quote: &str, text: &str| {
            Shelving::Marked(Note { block, quote: quote.into(), text: text.into() })
        };
        let shelf = [
            ("fahre-nach-norden", Shelving::SavedToggled),
            ("ferry-returns-to-the-northern-route", note(3, "twelve crowns", "Cheap!\n\nSee *there*.")),
            ("ferry-returns-to-the-northern-route", note(1, "nine years", "")),
            ("storm-script-alert-1-script-after", Shelving::ReadToggled),
        ];
        let shelf = shelf.into_iter().fold(Shelf::default(), |shelf, (slug, what)| shelf.after(slug, what));
        assert_snapshot!(notes(&fixture::library(), &shelf, "https://example.org/"), @r##"
        # Harbour papers

        ## [Ferry returns to the northern route](https://example.org/article/ferry-returns-to-the-northern-route/)

        > nine years ([¶](https://example.org/article/ferry-returns-to-the-northern-route/#p1))

        > twelve crowns ([¶](https://example.org/article/ferry-returns-to-the-northern-route/#p3))

        Cheap!

        See \*there\*.

        ## [Fähre nach Norden](https://example.org/article/fahre-nach-norden/)
        "##);
    }

    #[track_caller]
    fn check(value: &str, expected: &str) {
        assert_eq!(cell(value), expected);
    }

    #[test]
    fn no_cell_is_a_formula() {
        check("plain", "plain");
        check("a, \"b\"", r#""a, ""b""""#);
        check("two\nlines", "\"two\nlines\"");
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            check(formula, &format!("\"'{formula}\""));
        }
    }

    proptest! {
        #[test]
        fn a_cell_is_read_as_it_was(value in ".*") {
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
