//! The forms that programs exchange.

use super::Entry;
use super::date::{Date, When};
use super::name::Name;
use crate::state::json;

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
    let names = entry.names.iter().map(|name| match name {
        Name::Person { given, family, suffix } => {
            let parts = [("family", *family), ("given", *given), ("suffix", *suffix)];
            let parts = parts.into_iter().filter(|(_, part)| !part.is_empty());
            json::map(&parts.map(|(name, part)| (name, json::text(part))).collect::<Vec<_>>())
        }
        Name::Body(text) => json::map(&[("literal", json::text(text))]),
    });
    let mut fields = vec![
        ("id", json::text(entry.key)),
        ("type", json::text("webpage")),
        ("title", json::text(entry.title)),
    ];
    if !entry.names.is_empty() {
        fields.push(("author", json::list(names)));
    }
    match entry.date {
        When::Known(date) => fields.push(("issued", date_parts(date))),
        When::Words(words) => fields.push(("issued", json::map(&[("literal", json::text(words))]))),
        When::Unknown => {}
    }
    fields.extend([
        ("container-title", json::text(entry.container)),
        ("URL", json::text(entry.address)),
        ("language", json::text(entry.language)),
    ]);
    json::list([json::map(&fields)])
}

fn date_parts(date: Date) -> String {
    let numbers = [u32::from(date.year), date.month.into(), date.day.into()];
    let numbers = numbers.into_iter().take_while(|number| *number > 0).map(|number| number.to_string());
    json::map(&[("date-parts", json::list([json::list(numbers)]))])
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
