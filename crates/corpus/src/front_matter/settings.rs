//! The settings of front matter, from which each meaning takes its own.

use super::keys::{self, normalized};
use super::line_of_text;
use super::value::{Entry, MAX_ITEMS, Value};
use crate::metadata::CustomField;

/// Nested maps below this depth are joined to one text.
const MAX_FIELD_DEPTH: usize = 3;

/// A setting: its key as it is spelled, its line in the front matter, and its value.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) key: String,
    pub(super) line: u32,
    pub(super) value: Value,
}

/// The settings that no meaning has taken yet.
pub(super) struct Settings {
    /// The normalized keys with their settings.
    settings: Vec<(String, Setting)>,
}

impl Setting {
    /// Returns the texts of the value; of a map, those of the key that names things.
    pub(super) fn text_parts(&self) -> Vec<&str> {
        let name = self.value.get(&["name", "title", "text"]);
        name.unwrap_or(&self.value).texts()
    }
}

impl Settings {
    /// Creates the settings, and returns key, text and line of those that occur twice.
    ///
    /// Children of `extra`, `params` and `taxonomies` count as settings of their own.
    pub(super) fn new(entries: Vec<Entry>) -> (Self, Vec<(String, String, u32)>) {
        let mut settings: Vec<(String, Setting)> = Vec::new();
        let mut repeated = Vec::new();
        let (mut outer, mut nested) = (Vec::new(), Vec::new());
        for entry in entries {
            match entry.value {
                Value::Map(children) if keys::NESTING.contains(&&*normalized(&entry.key)) => {
                    nested.extend(children);
                }
                _ => outer.push(entry),
            }
        }
        for Entry { key, line, value } in outer.into_iter().chain(nested) {
            let name = normalized(&key);
            let is_repeated = settings.iter().any(|(known, first)| {
                *known == name && !first.value.is_absent() && first.key == key
            });
            match is_repeated {
                true => repeated.push((key, value.texts().join(", "), line)),
                false => settings.push((name, Setting { key, line, value })),
            }
        }
        (Self { settings }, repeated)
    }

    /// Takes the setting of the first of these names that has a value.
    pub(super) fn take(&mut self, names: &[&str]) -> Option<Setting> {
        let at = names.iter().find_map(|name| {
            self.settings.iter().position(|(it, setting)| it == name && !setting.value.is_absent())
        })?;
        Some(self.settings.remove(at).1)
    }

    /// Takes the text of the first of these names that has a value. The items of a list are joined
    /// by commas.
    pub(super) fn take_text(&mut self, names: &[&str]) -> Option<String> {
        line_of_text(&self.take(names)?.text_parts().join(", "))
    }

    /// Takes the text of a setting if it is one of those that `is_wanted` accepts.
    pub(super) fn take_if(
        &mut self,
        name: &str,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let at = self.settings.iter().position(|(it, setting)| match &setting.value {
            Value::Text(text) => it == name && is_wanted(text.trim()),
            _ => false,
        })?;
        Some(self.settings.remove(at).1.value.texts().join(" "))
    }

    /// Returns the settings that were not taken, in their order.
    pub(super) fn into_rest(self) -> impl Iterator<Item = Setting> {
        self.settings.into_iter().map(|(_, setting)| setting)
    }
}

/// Adds the values of a setting to custom fields. A nested map becomes fields with dots in their
/// keys: `series.name`.
///
/// Returns false if there are too many fields to add all.
pub(super) fn flatten(key: &str, value: &Value, fields: &mut Vec<CustomField>) -> bool {
    flatten_at(key, value, 1, fields)
}

fn flatten_at(key: &str, value: &Value, depth: usize, fields: &mut Vec<CustomField>) -> bool {
    match value {
        Value::Map(entries) if depth < MAX_FIELD_DEPTH => {
            let mut is_complete = true;
            for entry in entries {
                let key = format!("{key}.{}", entry.key);
                is_complete &= flatten_at(&key, &entry.value, depth + 1, fields);
            }
            is_complete
        }
        _ => {
            let values: Vec<String> = value.texts().into_iter().filter_map(line_of_text).collect();
            if values.is_empty() || fields.len() >= MAX_ITEMS {
                return values.is_empty();
            }
            match fields.iter_mut().find(|field| field.key == key) {
                Some(field) => field.values.extend(values),
                None => fields.push(CustomField { key: key.to_owned(), values }),
            }
            true
        }
    }
}
