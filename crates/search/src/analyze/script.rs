//! Scripts that are searched by pairs of signs: those without spaces between words (Han, kana, Thai
//! and its neighbours), and Hangul, whose words have particles at their ends.
//!
//! A run of such signs gives a token for each pair of neighbours, and one for its last sign: 新幹線
//! gives 新幹, 幹線 and 線. So every word of two signs or more is found inside a longer run without
//! a dictionary, and a single sign by the tokens that start with it. A run ends where the script
//! changes, because that is nearly always the end of a word in Japanese.

use super::fold::is_mark;

/// A script that is searched by pairs of signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PairScript {
    Han,
    Hiragana,
    Katakana,
    Hangul,
    Thai,
    Lao,
    Burmese,
    Khmer,
}

/// The sign that lengthens a vowel in both kana.
const LONG_VOWEL: char = 'ー';

impl PairScript {
    /// Returns the script of a letter, if it is searched by pairs.
    pub(super) fn of(c: char) -> Option<Self> {
        let script = match c as u32 {
            0x0E00..=0x0E7F => Self::Thai,
            0x0E80..=0x0EFF => Self::Lao,
            0x1000..=0x109F => Self::Burmese,
            0x1780..=0x17FF => Self::Khmer,
            0x1100..=0x11FF | 0x3131..=0x318E | 0xAC00..=0xD7A3 => Self::Hangul,
            0x3041..=0x309F => Self::Hiragana,
            0x30A0..=0x30FF | 0xFF66..=0xFF9F => Self::Katakana,
            0x3005..=0x3007
            | 0x3400..=0x4DBF
            | 0x4E00..=0x9FFF
            | 0xF900..=0xFAFF
            | 0x20000..=0x3FFFF => Self::Han,
            _ => return None,
        };
        c.is_alphabetic().then_some(script)
    }

    /// Returns whether a run of this script goes on with `c`.
    pub(super) fn continues_with(self, c: char) -> bool {
        Self::of(c) == Some(self) || (self == Self::Hiragana && c == LONG_VOWEL)
    }
}

/// Returns whether `c` belongs to a script that is searched by pairs of signs.
pub(crate) fn is_in_pairs(c: char) -> bool {
    PairScript::of(c).is_some()
}

/// Returns whether `c` belongs to the sign before it: a vowel or a final consonant of a Hangul
/// syllable whose letters stand apart, or a sound mark of half-width kana.
pub(super) fn continues_sign(c: char) -> bool {
    matches!(c, '\u{1160}'..='\u{11FF}' | '\u{FF9E}' | '\u{FF9F}')
}

/// Returns whether a term of a script that is searched by pairs is a single sign with its marks.
pub(crate) fn is_one_sign(term: &str) -> bool {
    let mut chars = term.chars();
    chars.next();
    chars.all(|c| is_mark(c) || continues_sign(c))
}
