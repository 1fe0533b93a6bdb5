//! Scripts without spaces between words (Han, kana, Thai and its neighbours): one token per
//! character.
//!
//! A query of several such characters is looked up as a phrase, so no dictionary is needed to find
//! a word inside a longer run.

/// Returns whether `c` belongs to a script that is written without spaces.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(
        c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3005..=0x3007 | 0x3041..=0x30FF
            | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F
            | 0x20000..=0x3FFFF
    ) && c.is_alphanumeric()
}
