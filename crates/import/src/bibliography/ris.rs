//! RIS: a field a line, each with a tag of two letters, and `ER` at the end of an entry.
//!
//! ```text
//! TY  - JOUR
//! AU  - Okonkwo, Ada
//! ER  -
//! ```

use cuttings_corpus::find_day;

use super::{Reference, inverted};
use crate::{File, Flow, Importer, html};

pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let Some(text) = html::decoded(file) else {
        return importer.error(file.name, "This bibliography is not text. Export it again.");
    };
    let before = importer.items;
    let mut entry = Entry::default();
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        match field(line) {
            Some(("TY", value)) => {
                // Some programs leave out the end of an entry.
                entry.take().pass_on(file.name, importer)?;
                entry.start(number, value);
            }
            Some(("ER", _)) => entry.take().pass_on(file.name, importer)?,
            Some((tag, value)) => entry.add(tag, value),
            // A long value goes on in the next line.
            None => entry.extend(line),
        }
    }
    entry.take().pass_on(file.name, importer)?;
    if importer.items == before {
        let reason = "This file has no entries in RIS. Export it again.";
        return importer.error(file.name, reason);
    }
    Flow::Continue(())
}

/// Splits a line into its tag and its value.
fn field(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.split_at_checked(2)?;
    let value = rest.trim_start_matches(' ').strip_prefix('-')?;
    let is_tag = tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    (is_tag && rest.starts_with(' ')).then_some((tag, value.trim()))
}

/// An entry that is being read.
#[derive(Default)]
struct Entry {
    is_open: bool,
    line: usize,
    fields: Vec<(String, String)>,
}

impl Entry {
    fn start(&mut self, line: usize, kind: &str) {
        *self = Self { is_open: true, line, fields: vec![("TY".to_owned(), kind.to_owned())] };
    }

    fn add(&mut self, tag: &str, value: &str) {
        if self.is_open && !value.is_empty() {
            self.fields.push((tag.to_owned(), value.to_owned()));
        }
    }

    fn extend(&mut self, line: &str) {
        if let Some((tag, value)) = self.fields.last_mut().filter(|_| !line.trim().is_empty()) {
            // Some programs write a keyword a line.
            value.push(if tag == "KW" { '\n' } else { ' ' });
            value.push_str(line.trim());
        }
    }

    /// Ends the entry.
    fn take(&mut self) -> Ended {
        Ended(std::mem::take(self))
    }
}

struct Ended(Entry);

impl Ended {
    fn pass_on(self, file: &str, importer: &mut Importer<'_>) -> Flow {
        match self.0.is_open {
            true => self.reference().pass_on(file, importer),
            false => Flow::Continue(()),
        }
    }

    fn reference(&self) -> Reference {
        let all = |tags: &[&str]| -> Vec<String> {
            let fields = self.0.fields.iter().filter(|(tag, _)| tags.contains(&&**tag));
            fields.map(|(_, value)| value.clone()).collect()
        };
        let first = |tags: &[&str]| tags.iter().find_map(|tag| all(&[tag]).into_iter().next());
        let pages = match (first(&["SP"]), first(&["EP"])) {
            (Some(start), Some(end)) if !start.contains('-') => Some(format!("{start}-{end}")),
            (start, _) => start,
        };
        let custom = [
            ("type", first(&["TY"])),
            ("volume", first(&["VL"])),
            ("issue", first(&["IS"])),
            ("pages", pages),
            ("publisher", first(&["PB"])),
            ("isbn", first(&["SN"])),
        ];
        Reference {
            line: u32::try_from(self.0.line + 1).unwrap_or(u32::MAX),
            title: first(&["TI", "T1", "CT", "BT"]),
            authors: all(&["AU", "A1"]).iter().filter_map(|name| inverted(name)).collect(),
            date: first(&["DA"]).or_else(|| first(&["PY", "Y1"])).map(|text| date(&text)),
            publication: first(&["JO", "JF", "T2", "JA", "J2", "PB"]),
            url: first(&["UR", "L2", "LK"]),
            doi: first(&["DO"]),
            abstract_text: first(&["AB", "N2"]),
            notes: all(&["N1", "RN"]),
            tags: all(&["KW"]).iter().flat_map(|it| it.split('\n')).map(str::to_owned).collect(),
            language: first(&["LA"]),
            added: None,
            custom: custom.into_iter().filter_map(|(key, value)| Some((key, value?))).collect(),
        }
    }
}

/// Returns a date of the form `2024/05/16/` in ISO 8601.
fn date(text: &str) -> String {
    let parts: Vec<&str> = text.split('/').map(str::trim).take(3).collect();
    let parts: Vec<&str> = parts.into_iter().take_while(|part| !part.is_empty()).collect();
    let iso = parts.join("-");
    if parts.len() < 3 || find_day(&iso).is_some() { iso } else { text.to_owned() }
}
