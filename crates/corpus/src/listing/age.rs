//! Recognises ages: "2 months ago", "an hour ago", "Yesterday", and their like in other languages.

use std::ops::RangeInclusive;

use super::count::{FileHints, TrailingCount};

/// The longest line that is tested for being an age, in bytes.
const MAX_AGE_BYTES: usize = 60;

/// English units of time with the counts that pages print. Above the range a page uses the next
/// unit.
const UNITS: &[(&[&str], RangeInclusive<u32>)] = &[
    (&["second", "seconds", "sec", "secs", "s"], 1..=59),
    (&["minute", "minutes", "min", "mins", "m"], 1..=59),
    (&["hour", "hours", "hr", "hrs", "h"], 1..=23),
    (&["day", "days", "d"], 1..=30),
    (&["week", "weeks", "wk", "wks", "w"], 1..=9),
    (&["month", "months", "mo", "mos", "mth", "mths"], 1..=11),
    (&["year", "years", "yr", "yrs", "y"], 1..=99),
];

/// Singular units. Their count is exactly 1, which settles "Election 20241 month ago".
const SINGULAR_UNITS: &[&str] = &["second", "minute", "hour", "day", "week", "month", "year"];

/// Counts in words. Where one ends another, the longer comes first.
#[rustfmt::skip]
const COUNT_WORDS: &[&str] = &[
    "a few", "several", "a couple of", "an", "a", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// Ages without a count.
const PHRASES: &[&str] =
    &["just now", "yesterday", "today", "last week", "last month", "last year"];

/// "… ago" in languages that put it after the count and the unit.
#[rustfmt::skip]
const SUFFIXES: &[&str] = &[
    "fa", "назад", "тому", "temu", "önce", "geleden", "sedan", "siden", "sitten", "पहले", "trước",
    "lalu", "atrás", "ที่แล้ว", "전", "前",
];

/// "… ago" in languages that put it before the count and the unit.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "hace", "il y a", "vor", "há", "منذ", "قبل", "πριν από", "πριν", "pred", "acum", "לפני",
];

/// Returns whether the whole line is an age: "8 hours ago".
pub(super) fn is_age(text: &str) -> bool {
    if text.len() > MAX_AGE_BYTES || !may_be_age_or_date(text) {
        return false;
    }
    let lower = text.to_ascii_lowercase();
    PHRASES.contains(&&*lower) || counted_start(text, &lower, &FileHints::SPACED) == Some(0)
}

/// Rejects most lines quickly: an age or date contains a digit, or ends in "ago" or in a phrase.
pub(super) fn may_be_age_or_date(text: &str) -> bool {
    let ends_in = |word: &&str| {
        let at = text.len().checked_sub(word.len());
        at.and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    text.bytes().any(|b| b.is_ascii_digit()) || ends_in(&"ago") || PHRASES.iter().any(ends_in)
}

/// Returns the offset of "2 months ago" at the end of a text.
///
/// `lower` is `text` in ASCII lower case, which keeps every offset.
pub(super) fn counted_start(text: &str, lower: &str, hints: &FileHints<'_>) -> Option<usize> {
    english_start(text, lower, hints)
        .or_else(|| suffixed_start(text, lower, hints))
        .or_else(|| prefixed_start(text, lower))
}

/// Returns the offset of a phrase at the end of a text. A capital or a word break distinguishes it
/// from the end of a word.
pub(super) fn phrase_start(text: &str, lower: &str) -> Option<usize> {
    PHRASES.iter().find_map(|phrase| {
        let at = lower.strip_suffix(phrase)?.len();
        let capital = text.get(at..)?.starts_with(|c: char| c.is_ascii_uppercase());
        let word_break = lower.get(..at)?.ends_with(|c: char| !c.is_alphanumeric());
        (capital || word_break).then_some(at)
    })
}

/// Returns the offset of an English age: "2 months ago", "3h ago", "a few seconds ago".
fn english_start(text: &str, lower: &str, hints: &FileHints<'_>) -> Option<usize> {
    let before_ago = lower.strip_suffix("ago")?;
    let rest = before_ago.trim_end();
    if rest.len() == before_ago.len() {
        return None;
    }
    // "2 mo. ago"
    let rest = rest.strip_suffix('.').unwrap_or(rest);
    let unit_at =
        rest.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + char_len_at(rest, at));
    let (before_unit, unit) = rest.split_at_checked(unit_at)?;
    let (_, printed) = UNITS.iter().find(|(names, _)| names.contains(&unit))?;
    let before_space = before_unit.trim_end();
    if before_space.ends_with(|c: char| c.is_ascii_digit()) {
        let singular = SINGULAR_UNITS.contains(&unit);
        let range = match singular {
            true => 1..=1,
            false => *printed.start().max(&least_count(unit))..=*printed.end(),
        };
        let count = TrailingCount { range, singular };
        return count.start(text.get(..before_space.len())?, hints);
    }
    if before_space.len() == before_unit.len() {
        return None;
    }
    COUNT_WORDS.iter().find_map(|count| Some(before_space.strip_suffix(count)?.len()))
}

/// Returns the least count of a unit: 2 for "months", 1 for "mo".
fn least_count(unit: &str) -> u32 {
    if unit.len() > 3 && unit.ends_with('s') { 2 } else { 1 }
}

/// Returns the offset of an age that ends in "ago": Italian "2 mesi fa", Chinese "2个月前".
fn suffixed_start(text: &str, lower: &str, hints: &FileHints<'_>) -> Option<usize> {
    let rest = SUFFIXES.iter().find_map(|suffix| lower.strip_suffix(suffix))?;
    let digits_end = rest.rfind(|c: char| c.is_ascii_digit())? + 1;
    // The unit is one word without other digits or punctuation.
    let unit = rest.get(digits_end..)?.trim();
    if unit.chars().count() > 12
        || unit.contains(|c: char| !c.is_alphabetic() && !is_combining_mark(c))
        || unit.is_empty()
    {
        return None;
    }
    let count = TrailingCount { range: 1..=59, singular: false };
    count.start(text.get(..digits_end)?, hints)
}

/// Returns the offset of an age that begins with "ago": Spanish "hace 2 meses", German "vor 2
/// Monaten".
fn prefixed_start(text: &str, lower: &str) -> Option<usize> {
    PREFIXES.iter().find_map(|prefix| {
        let at = lower.rfind(prefix)?;
        let after = lower.get(at + prefix.len()..)?;
        let mut words = after.split_whitespace();
        let count = words.next()?;
        let unit = words.next()?;
        let is_count = count.chars().all(|c| c.is_numeric())
            || matches!(count, "un" | "una" | "einem" | "einer" | "um" | "uma" | "une");
        let is_unit = unit.chars().all(|c| c.is_alphabetic() || is_combining_mark(c));
        let is_age = after.starts_with(char::is_whitespace) && is_count && is_unit;
        (is_age && words.next().is_none() && text.is_char_boundary(at)).then_some(at)
    })
}

/// Returns whether `c` is a vowel sign or another mark inside words of Indic, Arabic or Thai
/// script.
fn is_combining_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}' | '\u{e34}'..='\u{e4e}')
}

fn char_len_at(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}
