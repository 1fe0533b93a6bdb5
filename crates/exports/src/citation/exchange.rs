//! Prints citations in the formats that programs exchange.

use super::Entry;
use super::date::{Date, Published};
use super::name::Name;
use super::tex::tex;
use serde::Serialize;

/// Returns an `online` entry of biblatex, which plain BibTeX styles read as `misc`. An entry
/// without a URL is one of `misc`.
pub(super) fn bibtex(entry: &Entry<'_>) -> String {
    let names: Vec<String> = entry.names.iter().map(bibtex_name).collect();
    let (date, year) = match &entry.date {
        Published::Known(date) => (date.numbers("-"), String::new()),
        // Only `year` may be other text.
        Published::Text(text) => (String::new(), tex(text)),
        Published::Unknown => (String::new(), String::new()),
    };
    let kind = if entry.url.is_empty() { "misc" } else { "online" };
    let mut out = ["@", kind, "{", entry.key].concat();
    for (field, value) in [
        ("author", names.join(" and ")),
        // The inner braces keep the capitals.
        ("title", ["{", &tex(&entry.title), "}"].concat()),
        ("organization", list_item(&entry.container)),
        ("date", date),
        ("year", year),
        ("url", url(&entry.url)),
        ("langid", babel_name(entry.language).to_owned()),
    ] {
        if !value.is_empty() {
            out.push_str(&[",\n  ", field, " = {", &value, "}"].concat());
        }
    }
    out.push_str("\n}\n");
    out
}

/// Returns a name in the form "von Last, Jr, First". Braces keep BibTeX from splitting a part.
fn bibtex_name(name: &Name) -> String {
    let name = match name {
        Name::Person(name) => name,
        Name::Whole(text) => return ["{", &tex(text), "}"].concat(),
    };
    let is_plain =
        |c: char| c.is_alphanumeric() || !c.is_ascii() || matches!(c, '.' | '-' | '\'' | ' ');
    let part = |text: &str, is_one: bool| {
        let is_one = is_one && text.chars().all(is_plain);
        if is_one { tex(text) } else { ["{", &tex(text), "}"].concat() }
    };
    // An article that is written together with the name, such as "al-", stays in its braces.
    let (particle, family) = match name.particle.rsplit_once(' ') {
        _ if name.particle.is_empty() => ("", name.family.clone()),
        Some((particle, article)) => (particle, [article, &name.family].concat()),
        None => ("", [&*name.particle, &name.family].concat()),
    };
    let is_one_word = family == name.family && !family.contains(' ');
    let space = if particle.is_empty() { "" } else { " " };
    let mut out = [&*tex(particle), space, &part(&family, is_one_word), ", "].concat();
    let suffixes = name.all_suffixes();
    if !suffixes.is_empty() {
        out.push_str(&[&*part(&suffixes, true), ", "].concat());
    }
    out + &part(&name.given, true)
}

/// Returns whether a text contains the word that separates names.
fn has_and(text: &str) -> bool {
    text.split(' ').any(|word| word.eq_ignore_ascii_case("and"))
}

/// Returns a value of a list field, whose items " and " separates.
fn list_item(text: &str) -> String {
    if has_and(text) { ["{", &tex(text), "}"].concat() } else { tex(text) }
}

/// Returns the name by which babel knows a language; empty for others.
fn babel_name(language: &str) -> &'static str {
    let primary = language.split('-').next().unwrap_or_default();
    match (&*language.to_ascii_lowercase(), &*primary.to_ascii_lowercase()) {
        ("en-us", _) => "american",
        ("en-gb", _) => "british",
        ("de-at", _) => "naustrian",
        ("pt-br", _) => "brazilian",
        (_, "ar") => "arabic",
        (_, "cs") => "czech",
        (_, "da") => "danish",
        (_, "de") => "ngerman",
        (_, "el") => "greek",
        (_, "en") => "english",
        (_, "es") => "spanish",
        (_, "fa") => "persian",
        (_, "fi") => "finnish",
        (_, "fr") => "french",
        (_, "he") => "hebrew",
        (_, "hu") => "magyar",
        (_, "it") => "italian",
        (_, "ja") => "japanese",
        (_, "ko") => "korean",
        (_, "nb" | "no") => "norsk",
        (_, "nl") => "dutch",
        (_, "nn") => "nynorsk",
        (_, "pl") => "polish",
        (_, "pt") => "portuguese",
        (_, "ro") => "romanian",
        (_, "ru") => "russian",
        (_, "sv") => "swedish",
        (_, "tr") => "turkish",
        (_, "uk") => "ukrainian",
        (_, "zh") => "chinese",
        _ => "",
    }
}

/// Escapes a URL for TeX's `\url`, which takes everything literally except unbalanced braces.
fn url(text: &str) -> String {
    text.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

/// Returns a record of the type `ELEC`, a web page.
pub(super) fn ris(entry: &Entry<'_>) -> String {
    let mut out = String::new();
    let mut line = |tag: &str, value: &str| {
        if !value.is_empty() || tag == "ER" {
            out.push_str(&[tag, "  - ", value, "\r\n"].concat());
        }
    };
    line("TY", "ELEC");
    for name in &entry.names {
        let mut author = name.family_first();
        if let Name::Person(name) = name {
            // RIS has degrees as well: "Family, Given, Suffix".
            for degree in &name.degrees {
                author.push_str(&[", ", degree].concat());
            }
        }
        line("AU", &author);
    }
    line("TI", &entry.title);
    line("T2", &entry.container);
    match &entry.date {
        Published::Known(date) => {
            line("PY", &date.year.to_string());
            line("DA", &date.numbers("/"));
        }
        Published::Text(text) => line("DA", text),
        Published::Unknown => {}
    }
    line("UR", &entry.url);
    line("LA", entry.language);
    line("ER", "");
    out
}

/// Returns a list of one `webpage`.
pub(super) fn csl_json(entry: &Entry<'_>) -> String {
    let issued = match &entry.date {
        Published::Known(date) => Some(Issued::DateParts([date_parts(*date)])),
        Published::Text(text) => Some(Issued::Literal(text)),
        Published::Unknown => None,
    };
    let item = Item {
        id: entry.key,
        kind: "webpage",
        title: &entry.title,
        author: entry.names.iter().map(csl_name).collect(),
        issued,
        container_title: &entry.container,
        url: &entry.url,
        language: entry.language,
    };
    // Serializing text and numbers does not fail.
    serde_json::to_string(&[item]).unwrap_or_default()
}

fn csl_name(name: &Name) -> CslName<'_> {
    match name {
        Name::Person(name) => {
            let particle = name.particle.trim_end();
            let is_dropping = name.has_dropping_particle();
            CslName {
                family: &name.family,
                given: &name.given,
                dropping_particle: if is_dropping { particle } else { "" },
                non_dropping_particle: if is_dropping { "" } else { particle },
                suffix: name.all_suffixes(),
                literal: "",
            }
        }
        Name::Whole(literal) => CslName { literal, ..CslName::default() },
    }
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
    author: Vec<CslName<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    container_title: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "str::is_empty")]
    url: &'a str,
    language: &'a str,
}

/// A name variable.
#[derive(Default, Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslName<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    family: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    given: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    dropping_particle: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    non_dropping_particle: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    suffix: String,
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
