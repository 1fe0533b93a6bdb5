//! Gives headings the ids by which links find them, by GitHub's rule.

use std::collections::HashMap;
use std::fmt::Write as _;

/// Returns the id that GitHub gives to a heading, apart from the number that distinguishes equal
/// ones: lower case, hyphens for spaces, no punctuation.
///
/// ```
/// assert_eq!(cuttings_corpus::heading_id("What's *new* in 2.0?"), "whats-new-in-20");
/// ```
pub fn heading_id(text: &str) -> String {
    let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    let hyphened = |c: char| if c == ' ' { '-' } else { c };
    let text = text.trim();
    let mut id = String::with_capacity(text.len());
    if text.is_ascii() {
        id.extend(text.chars().filter(is_kept).map(|c| hyphened(c.to_ascii_lowercase())));
    } else {
        id.extend(text.to_lowercase().chars().filter(is_kept).map(hyphened));
    }
    id
}

/// The ids of a body so far.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// The ids without a number of their own, each with the last number that followed it. So many
    /// equal headings need the memory of one.
    counts: HashMap<String, u32>,
}

impl Ids {
    /// Returns the id of the next heading: a number follows one that is taken.
    pub(super) fn next(&mut self, text: &str) -> String {
        let mut id = heading_id(text);
        let mut number = match self.counts.get(&id) {
            Some(number) => *number,
            None if self.is_numbered(&id) => 0,
            None => {
                self.counts.insert(id.clone(), 0);
                return id;
            }
        };
        let end = id.len();
        id.push('-');
        loop {
            number += 1;
            id.truncate(end + 1);
            // Writing to a string does not fail.
            let _ = write!(id, "{number}");
            if !self.counts.contains_key(&id) {
                break;
            }
        }
        let base = id.get(..end).unwrap_or_default();
        match self.counts.get_mut(base) {
            Some(last) => *last = number,
            None => _ = self.counts.insert(base.to_owned(), number),
        }
        id
    }

    /// Returns whether an id is that of another heading with the number that follows it.
    fn is_numbered(&self, id: &str) -> bool {
        let Some((base, digits)) = id.rsplit_once('-') else { return false };
        let is_canonical = !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| is_canonical);
        number.zip(self.counts.get(base)).is_some_and(|(number, last): (u32, _)| number <= *last)
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
    use std::collections::HashSet;

    use proptest::{collection::vec, prelude::*};

    use super::*;

    #[test]
    fn equal_headings_get_numbers() {
        let mut ids = Ids::default();
        let headings = ["A b", "A b", "A b-1", "", "A b"].map(|text| ids.next(text));
        assert_eq!(headings, ["a-b", "a-b-1", "a-b-1-1", "", "a-b-2"]);
    }

    proptest! {
        #[test]
        fn ids_are_unique(texts in vec("[Aa]?(-| )?[0-3a]?(-[01])?", 0..40)) {
            let mut ids = Ids::default();
            let all: Vec<String> = texts.iter().map(|text| ids.next(text)).collect();
            let known: HashSet<&String> = all.iter().collect();
            prop_assert_eq!(known.len(), all.len(), "{:?}", all);
        }

        /// An id has no number unless another heading has the same.
        #[test]
        fn ids_get_the_first_free_number(texts in vec("[ab](-[0-3])?", 0..20)) {
            let mut ids = Ids::default();
            let mut taken: HashSet<String> = HashSet::new();
            for text in texts {
                let base = heading_id(&text);
                let numbered = (1..).map(|number| format!("{base}-{number}"));
                let free = [base.clone()].into_iter().chain(numbered).find(|id| !taken.contains(id));
                prop_assert_eq!(Some(ids.next(&text)), free.clone());
                taken.extend(free);
            }
        }
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
