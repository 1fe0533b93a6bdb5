//! Reads TOML into values.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::value::{Entry, MAX_DEPTH, MAX_ITEMS, Value};
use crate::source::LineIndex;

/// Reads a table, and returns the messages and lines of its faults. What is valid is kept.
pub(super) fn parse(text: &str) -> (Vec<Entry>, Vec<(String, u32)>) {
    let lines = LineIndex::new(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let faults = errors
        .iter()
        .map(|error| {
            let line = lines.line(error.span().map_or(0, |span| span.start));
            (error.message().trim_end_matches('.').to_owned(), line)
        })
        .collect();
    (entries(table.get_ref(), text, &lines, 0), faults)
}

/// Returns the entries of a table in the order of the file.
fn entries(table: &DeTable<'_>, text: &str, lines: &LineIndex, depth: usize) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .take(MAX_ITEMS)
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            line: lines.line(key.span().start),
            value: convert(value, text, lines, depth),
        })
        .collect();
    entries.sort_by_key(|entry| entry.line);
    entries
}

fn convert(value: &Spanned<DeValue<'_>>, text: &str, lines: &LineIndex, depth: usize) -> Value {
    if depth >= MAX_DEPTH {
        return Value::Absent;
    }
    match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Array(items) => {
            let items = items.iter().take(MAX_ITEMS);
            Value::List(items.map(|item| convert(item, text, lines, depth + 1)).collect())
        }
        DeValue::Table(table) => Value::Map(entries(table, text, lines, depth + 1)),
        // As it is spelled: 1.10 is not 1.1.
        _ => Value::Text(text.get(value.span()).unwrap_or_default().to_owned()),
    }
}
