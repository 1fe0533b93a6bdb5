//! Gives headings the ids by which links find them, by GitHub's rule.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Returns the id that GitHub gives to a heading, apart from the number that distinguishes equal
/// ones: lower case, hyphens for spaces, no punctuation.
///
/// ```
/// assert_eq!(cuttings_corpus::heading_id("What's *new* in 2.0?"), "whats-new-in-20");
/// ```
pub fn heading_id(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let kept = lower.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The ids of a body so far.
#[derive(Debug, Default)]
pub(super) struct Ids {
    counts: HashMap<String, u32>,
}

impl Ids {
    /// Returns the id of the next heading: a number follows one that is taken.
    pub(super) fn next(&mut self, text: &str) -> String {
        let base = heading_id(text);
        let Some(mut number) = self.counts.get(&base).copied() else {
            self.counts.insert(base.clone(), 0);
            return base;
        };
        let id = loop {
            number += 1;
            if let Entry::Vacant(place) = self.counts.entry(format!("{base}-{number}")) {
                let id = place.key().clone();
                place.insert(0);
                break id;
            }
        };
        if let Some(count) = self.counts.get_mut(&base) {
            *count = number;
        }
        id
    }
}

/// Splits the explicit id off a heading: `Text {#id}`. Returns the text before it and the id.
pub(super) fn explicit_id(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix('}')?;
    let (before, attributes) = inner.rsplit_once('{')?;
    let attributes = attributes.strip_prefix(':').unwrap_or(attributes).trim();
    let mut words = attributes.split_whitespace();
    let id = words.next()?.strip_prefix('#')?;
    let is_id = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    let is_attribute = |word: &str| word.starts_with(['.', '#']) || word.contains('=');
    let is_valid = !id.is_empty() && id.chars().all(is_id) && words.all(is_attribute);
    is_valid.then(|| (before.trim_end(), id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_headings_get_numbers() {
        let mut ids = Ids::default();
        let headings = ["A b", "A b", "A b-1", "", "A b"].map(|text| ids.next(text));
        assert_eq!(headings, ["a-b", "a-b-1", "a-b-1-1", "", "a-b-2"]);
    }

    #[test]
    fn explicit_ids_are_split_off() {
        assert_eq!(explicit_id("A {#b}"), Some(("A", "b")));
        assert_eq!(explicit_id("A {: #b .c}"), Some(("A", "b")));
        assert_eq!(explicit_id("The set {x}"), None);
        assert_eq!(explicit_id("A {#b c}"), None);
        assert_eq!(explicit_id("}"), None);
    }
}
