//! Multisets of words, and texts without the differences that no reader sees.

use std::collections::HashMap;

/// The words of a text and how often each occurs.
#[derive(Debug, Default)]
pub(super) struct Words(HashMap<String, usize>);

impl Words {
    /// Counts the words of texts: runs of letters and digits, in lower case. In scripts without
    /// spaces each ideograph, kana or Hangul syllable is a word.
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words = HashMap::new();
        for text in texts {
            let mut word = String::new();
            for c in text.chars().filter(|c| !is_invisible(*c)).chain([' ']) {
                let alone = matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
                if (alone || !c.is_alphanumeric()) && !word.is_empty() {
                    *words.entry(std::mem::take(&mut word)).or_default() += 1;
                }
                if alone {
                    *words.entry(c.to_string()).or_default() += 1;
                } else if c.is_alphanumeric() {
                    word.extend(c.to_lowercase());
                }
            }
        }
        Self(words)
    }

    /// Returns the number of words.
    pub(super) fn len(&self) -> usize {
        self.0.values().sum()
    }

    /// Returns the number of words that both have.
    pub(super) fn common(&self, other: &Self) -> usize {
        let count = |(word, n): (&String, &usize)| other.0.get(word).map_or(0, |m| *n.min(m));
        self.0.iter().map(count).sum()
    }

    /// Returns the share of the words that both have (Dice's coefficient).
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let words = self.len() + other.len();
        if words == 0 { 0.0 } else { 2.0 * self.common(other) as f64 / words as f64 }
    }
}

/// Returns a text in lower case, with straight quotation marks, single spaces, no invisible
/// characters and no dots at its end.
pub(super) fn normalised(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).map(straight).collect();
    let spaced = visible.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    spaced.trim_end_matches(['.', '…']).trim_end().to_owned()
}

fn straight(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‹' | '›' | '´' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '‑' => '-',
        c => c,
    }
}

/// Returns whether `c` is a soft hyphen or has no width.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_as_often_as_both_texts_have_them() {
        let a = Words::of(["The boat, the b\u{ad}oat!", "港町"]);
        let b = Words::of(["the Boat and the quay 港"]);
        assert_eq!((a.len(), b.len()), (6, 6));
        assert_eq!(a.common(&b), 4);
        assert_eq!(b.common(&a), 4);
        assert!((a.likeness(&b) - 8.0 / 12.0).abs() < 1e-9);
    }

    #[test]
    fn quotes_spaces_case_and_dots_at_the_end_make_no_difference() {
        assert_eq!(normalised("“Deep\u{a0} Water” – Why?..."), normalised("\"deep water\" - why?"));
        assert_ne!(normalised("Deep Water"), normalised("Deeper Water"));
    }
}
