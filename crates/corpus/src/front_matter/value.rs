//! The values of front matter, with every scalar as it is spelled.

/// Values below this depth are left out, so that a walk through a value can be recursive.
pub(super) const MAX_DEPTH: usize = 16;

/// The most items of a list or map. It bounds the time of comparing all with each other.
pub(super) const MAX_ITEMS: usize = 1000;

/// A value of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A missing value: nothing, `null` or `~`.
    Absent,
    /// A scalar as it is spelled, without its quotes.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A map, in the order of the file.
    Map(Vec<Entry>),
}

/// An entry of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: String,
    /// The line of the file, from 1.
    pub(super) line: u32,
    pub(super) value: Value,
}

impl Value {
    /// Returns whether there is no text in the value.
    pub(super) fn is_absent(&self) -> bool {
        match self {
            Self::Absent => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.iter().all(Self::is_absent),
            Self::Map(entries) => entries.iter().all(|entry| entry.value.is_absent()),
        }
    }

    /// Returns the scalars in the value, in their order.
    pub(super) fn texts(&self) -> Vec<&str> {
        match self {
            Self::Absent => Vec::new(),
            Self::Text(text) => vec![text],
            Self::List(items) => items.iter().flat_map(Self::texts).collect(),
            Self::Map(entries) => entries.iter().flat_map(|entry| entry.value.texts()).collect(),
        }
    }

    /// Returns the value of the first of these keys that a map has.
    pub(super) fn get(&self, keys: &[&str]) -> Option<&Value> {
        let Self::Map(entries) = self else { return None };
        keys.iter().find_map(|key| {
            let entry = entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(key))?;
            Some(&entry.value).filter(|value| !value.is_absent())
        })
    }
}
