//! The forms that programs exchange.

use super::Entry;
use super::date::{Date, When};
use super::name::Name;
use serde::Serialize;

/// An `online` entry of biblatex, which plain BibTeX styles read as `misc`.
pub(super) fn bibtex(entry: &Entry<'_>) -> String {
    let names: Vec<String> = entry
        .names
        .iter()
        .map(|name| match name {
            // What follows a name comes before what precedes it.
            Name::Person { given, family, suffix } if !suffix.is_empty() => {
                tex(&[*family, suffix, given].join(", "))
            }
            Name::Person { .. } => tex(&name.turned()),
            // Braces keep it from being taken apart.
            Name::Body(text) => ["{", &tex(text), "}"].concat(),
        })
        .collect();
    let date = match entry.date {
        When::Known(date) => date.numbers("-"),
        When::Words(words) => tex(words),
        When::Unknown => String::new(),
    };
    let mut out = ["@online{", entry.key].concat();
    for (field, value) in [
        ("author", names.join(" and ")),
        ("title", ["{", &tex(entry.title), "}"].concat()),
        ("organization", tex(entry.container)),
        ("date", date),
        ("url", address(entry.address)),
        ("langid", tex(entry.language)),
    ] {
        if !value.is_empty() {
            out.push_str(&[",\n  ", field, " = {", &value, "}"].concat());
        }
    }
    out.push_str("\n}\n");
    out
}

/// A record of the type `ELEC`, a page on the web.
pub(super) fn ris(entry: &Entry<'_>) -> String {
    let mut out = String::new();
    let mut line = |tag: &str, value: &str| {
        if !value.is_empty() || tag == "ER" {
            // A value is one line.
            let value = value.split(char::is_control).collect::<Vec<&str>>().join(" ");
            out.push_str(&[tag, "  - ", &value, "\r\n"].concat());
        }
    };
    line("TY", "ELEC");
    for name in &entry.names {
        line("AU", &name.turned());
    }
    line("TI", entry.title);
    line("T2", entry.container);
    match entry.date {
        When::Known(date) => {
            line("PY", &date.year.to_string());
            line("DA", &date.numbers("/"));
        }
        When::Words(words) => line("DA", words),
        When::Unknown => {}
    }
    line("UR", entry.address);
    line("LA", entry.language);
    line("ER", "");
    out
}

/// A list of one `webpage`.
pub(super) fn csl_json(entry: &Entry<'_>) -> String {
    let author = entry.names.iter().map(|name| match *name {
        Name::Person { given, family, suffix } => Author { family, given, suffix, literal: "" },
        Name::Body(literal) => Author { literal, ..Author::default() },
    });
    let issued = match entry.date {
        When::Known(date) => Some(Issued::DateParts([date_parts(date)])),
        When::Words(words) => Some(Issued::Literal(words)),
        When::Unknown => None,
    };
    let item = Item {
        id: entry.key,
        kind: "webpage",
        title: entry.title,
        author: author.collect(),
        issued,
        container_title: entry.container,
        url: entry.address,
        language: entry.language,
    };
    // Text and numbers alone are always written.
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

/// Year, month and day, as far as they are known.
fn date_parts(date: Date) -> Vec<u16> {
    [date.year, date.month.into(), date.day.into()].into_iter().take_while(|number| *number > 0).collect()
}

/// Text in which no character means something to TeX.
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

/// An address, which TeX's own command reads as it stands, but for braces that have no partner.
fn address(text: &str) -> String {
    text.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}
