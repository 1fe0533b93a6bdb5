//! Reads TOML into values.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::value::{Entry, MAX_DEPTH, MAX_ITEMS, Value};
use crate::source::LineIndex;

/// The entries of a text in TOML, and what was wrong with it.
pub(super) struct Parsed {
    pub(super) entries: Vec<Entry>,
    /// The message and line of each fault. What is valid is kept.
    pub(super) faults: Vec<(String, u32)>,
    /// The line of the first value that is nested too deeply, or comes after too many others.
    pub(super) too_large: Option<u32>,
}

/// Reads a table.
pub(super) fn parse(text: &str) -> Parsed {
    let lines = LineIndex::new(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let faults = errors
        .iter()
        .map(|error| {
            let line = lines.line(error.span().map_or(0, |span| span.start));
            (error.message().trim_end_matches('.').to_owned(), line)
        })
        .collect();
    let mut converter = Converter { text, lines, too_large: None };
    let entries = converter.entries(table.get_ref(), 0);
    Parsed { entries, faults, too_large: converter.too_large }
}

struct Converter<'a> {
    text: &'a str,
    lines: LineIndex,
    too_large: Option<u32>,
}

impl Converter<'_> {
    /// Returns the entries of a table in the order of the file.
    fn entries(&mut self, table: &DeTable<'_>, depth: usize) -> Vec<Entry> {
        if let Some((key, _)) = table.iter().nth(MAX_ITEMS) {
            self.leave_out(key.span().start);
        }
        let mut entries: Vec<Entry> = table
            .iter()
            .take(MAX_ITEMS)
            .map(|(key, value)| Entry {
                key: key.get_ref().to_string(),
                line: self.lines.line(key.span().start),
                value: self.value(value, depth),
            })
            .collect();
        entries.sort_by_key(|entry| entry.line);
        entries
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, depth: usize) -> Value {
        if depth >= MAX_DEPTH {
            self.leave_out(value.span().start);
            return Value::Absent;
        }
        match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Array(items) => {
                if let Some(item) = items.get(MAX_ITEMS) {
                    self.leave_out(item.span().start);
                }
                let items = items.iter().take(MAX_ITEMS);
                Value::List(items.map(|item| self.value(item, depth + 1)).collect())
            }
            DeValue::Table(table) => Value::Map(self.entries(table, depth + 1)),
            // As it is spelled: 1.10 is not 1.1.
            _ => Value::Text(self.text.get(value.span()).unwrap_or_default().to_owned()),
        }
    }

    fn leave_out(&mut self, at: usize) {
        let line = self.lines.line(at);
        self.too_large = Some(self.too_large.map_or(line, |first| first.min(line)));
    }
}
