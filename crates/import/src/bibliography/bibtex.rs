//! BibTeX and BibLaTeX. If the file as a whole cannot be read, each entry is read alone, so that a
//! mistake costs one entry.

use std::collections::HashMap;

use biblatex::{Bibliography, ChunksExt, Entry, Person, Type};
use cuttings_corpus::Author;

use super::{Reference, person};
use crate::importer::quoted;
use crate::{File, Flow, Importer, html};

/// The deepest braces in a file that is given to the parser, which recurses.
const MAX_DEPTH: usize = 60;

/// The most bytes of abbreviations that are read again for each entry of a file with a mistake.
const MAX_STRINGS: usize = 1 << 14;

pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let Some(text) = html::decoded(file) else {
        return importer.error(file.name, "This bibliography is not text. Export it again.");
    };
    let text = text.trim_start_matches('\u{feff}');
    let before = importer.items;
    let parts = parts(text);
    if parts.iter().all(|part| depth(part.text) <= MAX_DEPTH)
        && let Ok(bibliography) = Bibliography::parse(text)
    {
        let lines: HashMap<&str, u32> =
            parts.iter().filter_map(|part| Some((part.key()?, part.line))).collect();
        for entry in bibliography.iter() {
            let line = lines.get(&*entry.key).copied().unwrap_or(1);
            reference(entry, line).pass_on(file.name, importer)?;
        }
    } else {
        let is_definition = |part: &&Part<'_>| part.is_kind("string");
        let mut strings = String::new();
        for part in parts.iter().filter(is_definition) {
            if strings.len() + part.text.len() <= MAX_STRINGS && depth(part.text) <= MAX_DEPTH {
                strings.push_str(part.text);
            }
        }
        for part in parts.iter().filter(|part| part.key().is_some()) {
            let alone = format!("{strings}\n{}", part.text);
            let parsed = match depth(part.text) <= MAX_DEPTH {
                true => Bibliography::parse(&alone).map_err(|error| error.to_string()),
                false => Err("braces are nested too deep".to_owned()),
            };
            match parsed {
                Ok(bibliography) => {
                    for entry in bibliography.iter() {
                        reference(entry, part.line).pass_on(file.name, importer)?;
                    }
                }
                Err(error) => {
                    let key = quoted(part.key().unwrap_or_default());
                    let reason = format!("The entry {key} is left out: {error}.");
                    importer.report(
                        file.name,
                        part.line,
                        cuttings_diagnostics::Severity::Warning,
                        reason,
                    )?;
                }
            }
        }
    }
    if importer.items == before {
        let reason = "This file has no entries in BibTeX. Export it again.";
        return importer.error(file.name, reason);
    }
    Flow::Continue(())
}

/// A part of a file from an `@` at the start of a line to the next.
struct Part<'a> {
    line: u32,
    text: &'a str,
}

impl<'a> Part<'a> {
    fn is_kind(&self, kind: &str) -> bool {
        let name = self.text.trim_start().trim_start_matches('@').trim_start();
        name.get(..kind.len()).is_some_and(|start| start.eq_ignore_ascii_case(kind))
            && name.get(kind.len()..).is_some_and(|rest| rest.trim_start().starts_with(['{', '(']))
    }

    /// Returns the key of an entry.
    fn key(&self) -> Option<&'a str> {
        if ["string", "comment", "preamble"].iter().any(|kind| self.is_kind(kind)) {
            return None;
        }
        let (_, inner) = self.text.split_once(['{', '('])?;
        let (key, _) = inner.split_once(',')?;
        Some(key.trim())
    }
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut starts: Vec<(usize, u32)> = Vec::new();
    let (mut at, mut number) = (0, 1);
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('@') {
            starts.push((at, number));
        }
        at += line.len();
        number += 1;
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let ranges = starts.iter().zip(ends);
    ranges
        .filter_map(|((start, line), end)| Some(Part { line: *line, text: text.get(*start..end)? }))
        .collect()
}

/// Returns how deep braces are nested.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn reference(entry: &Entry, line: u32) -> Reference {
    let text = |key: &str| entry.get(key).map(|chunks| chunks.format_verbatim());
    let verbatim = |keys: &[&str]| {
        keys.iter().find_map(|key| text(key)).filter(|text| !text.trim().is_empty())
    };
    let names = |key: &str| {
        let people = entry.get(key).and_then(|chunks| Vec::<Person>::from_chunks(chunks).ok());
        people.unwrap_or_default()
    };
    let mut people = names("author");
    if people.is_empty() {
        people = names("editor");
    }
    let year = verbatim(&["year"]).map(|year| {
        let month = verbatim(&["month"]).and_then(|month| month_number(&month));
        let day = verbatim(&["day"]).and_then(|day| day.trim().parse::<u8>().ok());
        match (month, day) {
            (Some(month), Some(day)) => format!("{}-{month:02}-{day:02}", year.trim()),
            (Some(month), None) => format!("{}-{month:02}", year.trim()),
            _ => year,
        }
    });
    let custom = [
        ("type", Some(entry.entry_type.to_string())),
        ("volume", verbatim(&["volume"])),
        ("issue", verbatim(&["number", "issue"])),
        ("pages", verbatim(&["pages"])),
        ("publisher", verbatim(&["publisher"])),
        ("isbn", verbatim(&["isbn"])),
    ];
    let publication =
        verbatim(&["journal", "journaltitle", "booktitle", "publisher", "school", "institution"]);
    let keywords = verbatim(&["keywords", "keyword"]).unwrap_or_default();
    Reference {
        line,
        title: verbatim(&["title"]).map(|title| match verbatim(&["subtitle"]) {
            Some(subtitle) => format!("{title}: {subtitle}"),
            None => title,
        }),
        authors: people.iter().map(author).filter(|it| !it.name.is_empty()).collect(),
        date: verbatim(&["date"]).or(year),
        publication,
        url: verbatim(&["url"]),
        doi: verbatim(&["doi"]),
        abstract_text: verbatim(&["abstract"]),
        notes: verbatim(&["annotation", "annote", "note"]).into_iter().collect(),
        tags: keywords.split([',', ';']).map(str::to_owned).collect(),
        language: verbatim(&["langid", "language"]),
        added: verbatim(&["timestamp", "date-added"]),
        custom: custom.into_iter().filter_map(|(key, value)| Some((key, value?))).collect(),
    }
}

/// Returns the author of a name. One in braces has no given name: it is an organisation's.
fn author(name: &Person) -> Author {
    let full = person(Some(&name.given_name), Some(&name.prefix), &name.name, Some(&name.suffix));
    match name.given_name.is_empty() && name.name.contains(' ') {
        true => Author::organisation(full),
        false => Author::person(full),
    }
}

/// Returns the number of a month in a spelling that BibTeX knows.
fn month_number(text: &str) -> Option<u8> {
    let text = text.trim().to_lowercase();
    if let Ok(number) = text.parse::<u8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let at = MONTHS.iter().position(|month| text.starts_with(month))?;
    u8::try_from(at + 1).ok()
}
