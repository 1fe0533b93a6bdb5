//! Compares short lines as labels: without regard to case or to a colon at the end.

use std::hash::{Hash, Hasher};

/// A short line whose equality and hash ignore case, the kind of white space, and a trailing colon.
#[derive(Clone, Copy, Debug)]
pub(super) struct LabelKey<'a>(pub(super) &'a str);

impl<'a> LabelKey<'a> {
    /// Returns whether a table, sorted and in lower case, contains the line.
    pub(super) fn is_in(self, sorted: &[&str]) -> bool {
        sorted.binary_search_by(|word| word.chars().cmp(self.chars())).is_ok()
    }

    fn chars(self) -> impl Iterator<Item = char> + use<'a> {
        let without_colon = self.0.trim_end_matches([':', '：', ' ']);
        without_colon.chars().flat_map(|c| if c.is_whitespace() { ' ' } else { c }.to_lowercase())
    }
}

impl PartialEq for LabelKey<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.chars().eq(other.chars())
    }
}

impl Eq for LabelKey<'_> {}

impl Hash for LabelKey<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for c in self.chars() {
            c.hash(state);
        }
    }
}
