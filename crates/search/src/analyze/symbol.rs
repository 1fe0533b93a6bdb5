//! Symbols that are part of a word ("C++", "C#", ".NET", "AT&T"), and pictographs, each of which is
//! a word.

use super::fold::is_invisible;

/// The longest part of a word beside an ampersand, in letters. Longer ones are words of their own.
const MAX_BESIDE_AMPERSAND: usize = 3;

/// Returns the symbols at the start of `rest` that end a word: "++", "+" or "#". They do not if a
/// letter or digit follows, because then they join two words; after two plus signs a version may
/// follow ("C++11").
pub(super) fn ending_symbols(rest: &str) -> &str {
    let length = rest.bytes().take_while(|byte| matches!(byte, b'+' | b'#')).count();
    let (symbols, after) = rest.split_at(length);
    let is_followed = after.starts_with(char::is_alphanumeric);
    match symbols {
        "++" => symbols,
        "+" | "#" if !is_followed => symbols,
        _ => "",
    }
}

/// Returns whether a full stop between these texts begins a word (".NET"), rather than ending one.
pub(super) fn begins_word(before: &str, after: &str) -> bool {
    let is_at_start =
        before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '"'));
    is_at_start && after.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Returns whether an ampersand joins the letters before it, of which there are so many, with those
/// after it ("R&D").
pub(super) fn ampersand_joins(letters: usize, after: &str) -> bool {
    let following = after.chars().take_while(|c| c.is_alphanumeric());
    let following = following.take(MAX_BESIDE_AMPERSAND + 1);
    (1..=MAX_BESIDE_AMPERSAND).contains(&letters)
        && (1..=MAX_BESIDE_AMPERSAND).contains(&following.count())
}

/// Returns whether `c` is a pictograph: an emoji, a flag's letter, or a dingbat.
pub(super) fn is_pictograph(c: char) -> bool {
    matches!(
        c as u32,
        0x2600..=0x27BF | 0x2B50 | 0x2B55 | 0x1F000..=0x1F0FF | 0x1F1E6..=0x1F3FA | 0x1F400..=0x1FAFF
    )
}

/// Returns whether `c` changes the look of the pictograph before it: a variation selector, a skin
/// tone or a joiner.
pub(super) fn modifies_pictograph(c: char) -> bool {
    matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{20E3}') || is_invisible(c)
}
