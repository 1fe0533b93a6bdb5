//! Finds the lines that a page repeats, whole or in their opening.

use std::collections::{HashMap, HashSet};

/// The longest opening that lines may share, in bytes.
const MAX_OPENING_BYTES: usize = 40;

/// The number of lines with one opening from which on they are links ("See also: …").
const MIN_OPENINGS: u32 = 3;

/// The number of times that a page has each of its lines.
pub(super) struct Repetition {
    counts: Vec<u32>,
    is_first: Vec<bool>,
    has_common_opening: Vec<bool>,
}

impl Repetition {
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Self {
        let keys: Vec<String> = lines.clone().map(key).collect();
        let counts = counts(keys.iter().map(|key| Some(&**key)));
        let mut seen = HashSet::new();
        let is_first = keys.iter().map(|key| seen.insert(&**key)).collect();
        let openings = self::counts(lines.map(opening));
        let has_common_opening = openings.into_iter().map(|n| n >= MIN_OPENINGS).collect();
        Self { counts, is_first, has_common_opening }
    }

    /// Returns how many lines have the letters of this one.
    pub(super) fn count(&self, at: usize) -> u32 {
        self.counts.get(at).copied().unwrap_or(1)
    }

    /// Returns whether no line above has the letters of this one.
    pub(super) fn is_first(&self, at: usize) -> bool {
        self.is_first.get(at).copied().unwrap_or(true)
    }

    /// Returns whether several lines open as this one does.
    pub(super) fn has_common_opening(&self, at: usize) -> bool {
        self.has_common_opening.get(at).copied().unwrap_or(false)
    }
}

/// Returns how often each key occurs; 0 for none.
fn counts<'a>(keys: impl Iterator<Item = Option<&'a str>> + Clone) -> Vec<u32> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for key in keys.clone().flatten() {
        *counts.entry(key).or_default() += 1;
    }
    keys.map(|key| key.and_then(|key| counts.get(key).copied()).unwrap_or(0)).collect()
}

/// Returns the letters of a line, which are the same in "View 3 Images" and "View 4 images". A line
/// without letters is its own key.
fn key(text: &str) -> String {
    let letters: String =
        text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() { text.to_owned() } else { letters }
}

/// Returns the words before the first colon or bar of a line. Numbers distinguish steps and parts,
/// whose openings are not common.
fn opening(text: &str) -> Option<&str> {
    let (opening, rest) = text.split_once([':', '|', '：'])?;
    let fits = !opening.is_empty() && opening.len() <= MAX_OPENING_BYTES && !rest.is_empty();
    (fits && !opening.contains(char::is_numeric)).then_some(opening)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repetition(lines: &[&str]) -> Repetition {
        Repetition::of(lines.iter().copied())
    }

    #[test]
    fn digits_signs_and_case_make_no_difference() {
        let lines = repetition(&["View 3 Images", "view 4 images.", "Images", "12:30", "12:31"]);
        assert_eq!([0, 1, 2, 3, 4].map(|at| lines.count(at)), [2, 2, 1, 1, 1]);
    }

    #[test]
    fn three_lines_with_one_opening_are_links() {
        let lines = repetition(&["See also: a", "See also: b", "See also: c", "Step 1: d", "e"]);
        assert_eq!(
            [0, 1, 2, 3, 4].map(|at| lines.has_common_opening(at)),
            [true, true, true, false, false]
        );
    }
}
