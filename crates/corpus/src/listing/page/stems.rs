//! The words of texts, shortened so that most forms of a word are equal in any language.

use std::collections::{HashMap, HashSet};

/// The shortest word that says what a text is about, in characters.
const MIN_WORD_CHARS: usize = 4;

/// The length to which words are cut, in characters.
const STEM_CHARS: usize = 5;

/// The stems of texts, and in how many of them each occurs.
#[derive(Debug, Default)]
pub(super) struct Stems(HashMap<String, u32>);

impl Stems {
    /// Adds the stems of a text.
    pub(super) fn add(&mut self, text: &str) {
        for stem in stems(text) {
            *self.0.entry(stem).or_default() += 1;
        }
    }

    /// Removes the stems of a text that was added.
    pub(super) fn remove(&mut self, text: &str) {
        for stem in stems(text) {
            if let Some(count) = self.0.get_mut(&stem) {
                *count = count.saturating_sub(1);
            }
        }
    }

    /// Returns the number of a text's stems, and of those among them that are here.
    pub(super) fn common(&self, text: &str) -> (usize, usize) {
        self.common_in(text, 1)
    }

    /// Returns the number of a text's stems, and of those among them that `texts` texts have.
    pub(super) fn common_in(&self, text: &str, texts: u32) -> (usize, usize) {
        let stems = stems(text);
        let is_common = |stem: &&String| self.0.get(*stem).is_some_and(|count| *count >= texts);
        (stems.len(), stems.iter().filter(is_common).count())
    }
}

/// Returns the stems of a text. In scripts without spaces they are pairs of characters.
fn stems(text: &str) -> HashSet<String> {
    let mut stems = HashSet::new();
    let (mut word, mut length) = (String::new(), 0);
    let mut before = None;
    for c in text.chars().filter(|c| *c != '\u{ad}').flat_map(char::to_lowercase).chain([' ']) {
        if c.is_alphanumeric() && !is_unspaced(c) {
            if length < STEM_CHARS {
                word.push(c);
            }
            length += 1;
        } else {
            let stem = std::mem::take(&mut word);
            if length >= MIN_WORD_CHARS {
                stems.insert(stem);
            }
            length = 0;
        }
        let unspaced = Some(c).filter(|c| is_unspaced(*c));
        if let (Some(before), Some(c)) = (before, unspaced) {
            stems.insert(String::from_iter([before, c]));
        }
        before = unspaced;
    }
    stems
}

/// Returns whether a script writes `c` without spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut stems: Vec<_> = stems(text).into_iter().collect();
        stems.sort();
        assert_eq!(stems, expected);
    }

    #[test]
    fn short_words_are_skipped_and_long_ones_cut() {
        check("The harbour’s Har\u{ad}bours, and silt", &["harbo", "silt"]);
        check("港の祭り", &["の祭", "港の", "祭り"]);
        check("", &[]);
    }

    #[test]
    fn a_stem_counts_once_per_text() {
        let mut stems = Stems::default();
        stems.add("harbour harbour");
        stems.add("harbours and quays");
        assert_eq!(stems.common_in("a harbour quay", 2), (2, 1));
        stems.remove("harbour");
        assert_eq!(stems.common_in("a harbour quay", 2), (2, 0));
        assert_eq!(stems.common("a harbour on quays"), (2, 2));
    }
}
