//! Prints citations in the formats that programs exchange.

use super::Entry;
use super::date::{Date, Published};
use super::name::Name;
use serde::Serialize;

/// Returns an `online` entry of biblatex, which plain BibTeX styles read as `misc`.
pub(super) fn bibtex(entry: &Entry<'_>) -> String {
    let names: Vec<String> = entry
        .names
        .iter()
        .map(|name| match name {
            // biblatex expects the suffix between the family name and the given names.
            Name::Person { given, family, suffix } if !suffix.is_empty() => {
                tex(&[*family, suffix, given].join(", "))
            }
            Name::Person { .. } => tex(&name.family_first()),
            // Braces keep BibTeX from splitting the name.
            Name::Organisation(text) => ["{", &tex(text), "}"].concat(),
        })
        .collect();
    let date = match entry.date {
        Published::Known(date) => date.numbers("-"),
        Published::Text(text) => tex(text),
        Published::Unknown => String::new(),
    };
    let mut out = ["@online{", entry.key].concat();
    for (field, value) in [
        ("author", names.join(" and ")),
        ("title", ["{", &tex(entry.title), "}"].concat()),
        ("organization", tex(entry.container)),
        ("date", date),
        ("url", url(entry.url)),
        ("langid", tex(entry.language)),
    ] {
        if !value.is_empty() {
            out.push_str(&[",\n  ", field, " = {", &value, "}"].concat());
        }
    }
    out.push_str("\n}\n");
    out
}

/// Returns a record of the type `ELEC`, a web page.
pub(super) fn ris(entry: &Entry<'_>) -> String {
    let mut out = String::new();
    let mut line = |tag: &str, value: &str| {
        if !value.is_empty() || tag == "ER" {
            // RIS values cannot contain line breaks.
            let value = value.split(char::is_control).collect::<Vec<&str>>().join(" ");
            out.push_str(&[tag, "  - ", &value, "\r\n"].concat());
        }
    };
    line("TY", "ELEC");
    for name in &entry.names {
        line("AU", &name.family_first());
    }
    line("TI", entry.title);
    line("T2", entry.container);
    match entry.date {
        Published::Known(date) => {
            line("PY", &date.year.to_string());
            line("DA", &date.numbers("/"));
        }
        Published::Text(text) => line("DA", text),
        Published::Unknown => {}
    }
    line("UR", entry.url);
    line("LA", entry.language);
    line("ER", "");
    out
}

/// Returns a list of one `webpage`.
pub(super) fn csl_json(entry: &Entry<'_>) -> String {
    let author = entry.names.iter().map(|name| match *name {
        Name::Person { given, family, suffix } => Author { family, given, suffix, literal: "" },
        Name::Organisation(literal) => Author { literal, ..Author::default() },
    });
    let issued = match entry.date {
        Published::Known(date) => Some(Issued::DateParts([date_parts(date)])),
        Published::Text(text) => Some(Issued::Literal(text)),
        Published::Unknown => None,
    };
    let item = Item {
        id: entry.key,
        kind: "webpage",
        title: entry.title,
        author: author.collect(),
        issued,
        container_title: entry.container,
        url: entry.url,
        language: entry.language,
    };
    // Serializing text and numbers does not fail.
    serde_json::to_string(&[item]).unwrap_or_default()
}

/// An item of CSL-JSON.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued<'a>>,
    container_title: &'a str,
    #[serde(rename = "URL")]
    url: &'a str,
    language: &'a str,
}

/// A name variable.
#[derive(Default, Serialize)]
struct Author<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    family: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    given: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    suffix: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    literal: &'a str,
}

/// A date variable.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Issued<'a> {
    DateParts([Vec<u16>; 1]),
    Literal(&'a str),
}

/// Returns the known parts of year, month and day.
fn date_parts(date: Date) -> Vec<u16> {
    [date.year, date.month.into(), date.day.into()]
        .into_iter()
        .take_while(|number| *number > 0)
        .collect()
}

/// Escapes the characters that have a meaning in TeX.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '#' | '$' | '%' | '&' | '_' | '{' | '}' => out.extend(['\\', c]),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Escapes a URL for TeX's `\url`, which takes everything literally except unbalanced braces.
fn url(text: &str) -> String {
    text.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}
