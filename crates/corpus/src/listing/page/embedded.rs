//! Finds the lines that other lines of the page contain: "34 replies to “Dredging Vote Put Off
//! Again”", "Home > Coast > Dredging Vote Put Off Again".

use std::collections::{HashMap, HashSet};

/// The number of words by which a line is looked up; a line of fewer words is not searched for.
const KEY_WORDS: usize = 3;

/// The most words of a line that another line may contain.
const MAX_WORDS: usize = 30;

/// The most words of a line that contains another besides these: a paragraph quotes them.
const MAX_MORE_WORDS: usize = 6;

/// The most words of a line that may contain another.
const MAX_OUTER_WORDS: usize = MAX_WORDS + MAX_MORE_WORDS;

/// The most different lines that are searched for of those with the same first words.
const MAX_SAME_KEY: usize = 4;

/// Returns for each line whether a longer line contains all of its words in a row.
pub(super) fn find<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<bool> {
    let words: Vec<Vec<String>> = lines.map(words).collect();
    let mut by_key: HashMap<&[String], Vec<&[String]>> = HashMap::new();
    for line in words.iter().filter(|line| line.len() <= MAX_WORDS) {
        let Some(key) = line.get(..KEY_WORDS) else { continue };
        let same_key = by_key.entry(key).or_default();
        if same_key.len() < MAX_SAME_KEY && !same_key.contains(&line.as_slice()) {
            same_key.push(line);
        }
    }
    let mut contained: HashSet<&[String]> = HashSet::new();
    for outer in words.iter().filter(|outer| outer.len() <= MAX_OUTER_WORDS) {
        for (start, key) in outer.windows(KEY_WORDS).enumerate() {
            let rest = outer.get(start..).unwrap_or_default();
            for inner in by_key.get(key).into_iter().flatten() {
                let is_longer =
                    (inner.len() + 1..=inner.len() + MAX_MORE_WORDS).contains(&outer.len());
                if is_longer && rest.starts_with(inner) {
                    contained.insert(inner);
                }
            }
        }
    }
    words.iter().map(|line| contained.contains(line.as_slice())).collect()
}

/// Returns the words of a line in small letters; of a line too long to matter, its first ones.
fn words(line: &str) -> Vec<String> {
    line.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(MAX_OUTER_WORDS + 1)
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_within_longer_lines_only() {
        let long = format!("Dredging vote put off {}", "again ".repeat(MAX_OUTER_WORDS));
        let lines = [
            "Dredging Vote Put Off",
            "3 replies to “Dredging vote put off”",
            "Vote Put",
            "Ferries Wait at the Quay",
            "ferries wait, at the quay",
            "Ferries wait at the",
            &long,
        ];
        assert_eq!(find(lines.into_iter()), [true, false, false, false, false, true, false]);
    }
}
