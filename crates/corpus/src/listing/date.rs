//! Recognises dates: "16 May 2024", "Thursday, May 16", "2024-05-16".

use super::{
    age::{self, counted_start, may_be_age_or_date},
    count::FileHints,
};

/// The longest line that is tested for being a date, in bytes.
const MAX_DATE_BYTES: usize = 120;

/// The longest date at the end of a text, in characters.
const MAX_TRAILING_DATE_CHARS: usize = 40;

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "januar", "februar", "märz", "mai", "juni", "juli", "oktober",
    "dezember", "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre", "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", "gennaio", "febbraio",
    "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre", "janeiro",
    "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "novembro",
    "dezembro",
];

/// Words that occur in a line with a date and add nothing to it.
#[rustfmt::skip]
const FILLER_WORDS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "am", "pm", "a.m", "p.m", "at",
    "on", "of", "de", "published", "updated", "posted", "last", "modified", "date", "utc",
    "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "pt", "bst",
    "cet", "cest", "eet", "eest", "msk", "ist", "jst", "kst", "aest", "aedt", "uhr", "clock",
];

/// Words before an age: "Updated 2 hours ago".
const AGE_PREFIXES: &[&str] = &["last updated", "updated", "published", "posted"];

/// Returns whether the whole line is a date or an age. A date may have a time, a weekday, a time
/// zone and "Published".
pub(super) fn is_date(text: &str) -> bool {
    if text.len() > MAX_DATE_BYTES || !may_be_age_or_date(text) {
        return false;
    }
    let without_prefix = AGE_PREFIXES.iter().find_map(|prefix| {
        let (start, rest) = text.split_at_checked(prefix.len())?;
        start.eq_ignore_ascii_case(prefix).then(|| rest.trim_start_matches([':', ' ']))
    });
    if age::is_age(without_prefix.unwrap_or(text)) {
        return true;
    }
    let (mut month, mut numeric_date, mut number) = (false, false, false);
    let is_separator =
        |c: char| c.is_whitespace() || matches!(c, ',' | '•' | '·' | '|' | '(' | ')');
    let is_punctuation = |c: char| matches!(c, '.' | ':' | '-' | '–' | '—' | '/' | 'º' | 'ª');
    for piece in text.split(is_separator) {
        let word = piece.trim_matches(is_punctuation);
        if word.is_empty() {
            continue;
        }
        let lower = word.to_lowercase();
        if MONTHS.contains(&&*lower) {
            month = true;
        } else if is_numeric_date(word) {
            numeric_date = true;
        } else if is_day_or_year(&lower) || is_clock_time(&lower) {
            number = true;
        } else if !FILLER_WORDS.contains(&&*lower) {
            return false;
        }
    }
    numeric_date || (month && number)
}

/// Returns the offset of a date at the end of a text: the leftmost one from which the rest is a
/// date and nothing else.
pub(super) fn date_start(text: &str) -> Option<usize> {
    let tail = text.chars().rev().take(MAX_TRAILING_DATE_CHARS).map(char::len_utf8).sum::<usize>();
    let from = text.len() - tail;
    if !text.get(from..)?.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut before = text.get(..from)?.chars().last().unwrap_or(' ');
    for (offset, c) in text.get(from..)?.char_indices() {
        let at = from + offset;
        let may_start = c.is_uppercase() || (c.is_ascii_digit() && (at == 0 || before != '/'));
        before = c;
        if may_start && at > 0 && text.get(at..).is_some_and(is_date) {
            return Some(at);
        }
    }
    None
}

/// Returns the offset of a date or a counted age at the end of a longer text.
pub(super) fn date_or_age_start(text: &str) -> Option<usize> {
    counted_start(text, &text.to_ascii_lowercase(), &FileHints::SPACED)
        .filter(|at| *at > 0)
        .or_else(|| date_start(text))
}

/// Returns whether a word is a date in digits: 2024-05-16, 16/05/2024, 16.5.24, 2024年5月16日.
fn is_numeric_date(word: &str) -> bool {
    let Some(day) = word.split('T').next() else { return false };
    let parts: Vec<&str> =
        day.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let numeric =
        parts.iter().all(|part| part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit()));
    match *parts {
        [a, b, c] if numeric => (a.len() == 4 || c.len() == 4 || c.len() == 2) && b.len() <= 2,
        _ => false,
    }
}

/// Returns whether a word is a day of the month ("3", "21st") or a year.
fn is_day_or_year(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = matches!(word.get(digits.len()..), Some("" | "st" | "nd" | "rd" | "th" | "er"));
    let Ok(number) = digits.parse::<u32>() else { return false };
    let is_day = (1..=31).contains(&number) && digits.len() <= 2;
    let is_year = (1900..=2099).contains(&number) && digits.len() == 4;
    ordinal && (is_day || is_year)
}

/// Returns whether a word is a time of day: "11:00", "9.30am", "11h30".
fn is_clock_time(word: &str) -> bool {
    let bare = word.trim_end_matches("am").trim_end_matches("pm").trim_end_matches('z');
    let mut parts = bare.split([':', '.', 'h']);
    let is_number = |part: Option<&str>| {
        part.is_some_and(|part| {
            (1..=2).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit())
        })
    };
    is_number(parts.next()) && (is_number(parts.next()) || bare.len() < word.len())
}
