//! Scripts that are searched by pairs of signs: those without spaces between words (Han, kana, Thai
//! and its neighbours), and Hangul, whose words have particles at their ends.
//!
//! A run of such signs gives a token for each pair of neighbours, and one for its last sign: 新幹線
//! gives 新幹, 幹線 and 線. So every word of two signs or more is found inside a longer run without
//! a dictionary, and a single sign by the tokens that start with it. A run ends where the script
//! changes, because that is nearly always the end of a word in Japanese.

use super::fold::is_mark;
use std::ops::Range;

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
/// syllable whose letters stand apart, a sound mark of half-width kana, or a vowel or a consonant
/// above, below or around a letter of Thai, Lao, Burmese or Khmer.
pub(super) fn continues_sign(c: char) -> bool {
    matches!(
        c as u32,
        0x1160..=0x11FF
            | 0xFF9E
            | 0xFF9F
            | 0xE31
            | 0xE33..=0xE3A
            | 0xE4D
            | 0xEB1
            | 0xEB3..=0xEBC
            | 0xECD
            | 0x102B..=0x103E
            | 0x17B6..=0x17D3
    )
}

/// The signs of vowels and the virama in the block of an Indic script: one of Devanagari to
/// Malayalam, which have the same order.
const INDIC_SIGNS: Range<u32> = 0x3E..0x4E;

/// Returns the code at which the block of an Indic letter or sign begins.
fn indic_block(c: char) -> Option<u32> {
    let code = c as u32;
    (0x900..0xD80).contains(&code).then_some(code & !0x7F)
}

/// Returns whether `c` is the sign of a vowel, or the virama, of the letter before it in an Indic
/// script.
pub(crate) fn is_indic_sign(c: char) -> bool {
    indic_block(c).is_some_and(|block| INDIC_SIGNS.contains(&(c as u32 - block)))
}

/// Returns the first of the signs of vowels that may follow a letter of an Indic script, and the
/// first character after them.
pub(crate) fn indic_signs_after(c: char) -> Option<[char; 2]> {
    let block = indic_block(c)?;
    let at = |offset| char::from_u32(block + offset);
    Some([at(INDIC_SIGNS.start)?, at(INDIC_SIGNS.end)?])
}

/// Returns whether a text is not cut before `c`, because it belongs to the letter before it.
pub(crate) fn continues_cluster(c: char) -> bool {
    is_mark(c)
        || continues_sign(c)
        || is_indic_sign(c)
        || indic_block(c).is_some_and(|block| c as u32 - block < 4)
}

/// Returns whether a term of a script that is searched by pairs is a single sign with its marks.
pub(crate) fn is_one_sign(term: &str) -> bool {
    let mut chars = term.chars();
    chars.next();
    chars.all(|c| is_mark(c) || continues_sign(c))
}
