//! The words of a text, shortened so that most forms of a word are equal in any language.

use std::collections::{HashMap, HashSet};

/// The shortest word that says what a text is about, in characters.
const MIN_WORD_CHARS: usize = 4;

/// The length to which words are cut, in characters.
const STEM_CHARS: usize = 5;

/// A set of stems.
#[derive(Debug, Default)]
pub(super) struct Stems(HashMap<String, u32>);

impl Stems {
    pub(super) fn insert_all(&mut self, text: &str) {
        let mut seen = HashSet::new();
        stems(text, |stem| {
            if seen.insert(stem.to_owned()) {
                *self.0.entry(stem.to_owned()).or_default() += 1;
            }
        });
    }

    pub(super) fn at_least(&self, n: u32) -> Self {
        Self(self.0.iter().filter(|(_, count)| **count >= n).map(|(a, b)| (a.clone(), *b)).collect())
    }

    /// Returns how many stems a text has, and how many of them are in the set.
    pub(super) fn common(&self, text: &str) -> (usize, usize) {
        let mut seen = HashSet::new();
        let mut common = 0;
        stems(text, |stem| {
            if seen.insert(stem.to_owned()) {
                common += usize::from(self.0.contains_key(stem));
            }
        });
        (seen.len(), common)
    }
}

/// Passes each stem of a text to `visit`. In scripts without spaces these are pairs of characters.
fn stems(text: &str, mut visit: impl FnMut(&str)) {
    let mut word = String::new();
    let mut length = 0;
    let mut before = None;
    for c in text.chars().flat_map(char::to_lowercase).chain([' ']) {
        if is_unspaced(c) {
            if let Some(before) = before {
                word.clear();
                word.extend([before, c]);
                visit(&word);
            }
            before = Some(c);
            (length, word) = (0, String::new());
            continue;
        }
        before = None;
        if c.is_alphanumeric() {
            if length < STEM_CHARS {
                word.push(c);
            }
            length += 1;
        } else if c != '\u{ad}' {
            if length >= MIN_WORD_CHARS {
                visit(&word);
            }
            word.clear();
            length = 0;
        }
    }
}

/// Returns whether a script writes `c` without spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
