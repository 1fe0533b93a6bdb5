//! Finds dates with a year in lines of any language: "Giriş: 03.07.2024 - 18:24", "5 de mayo de
//! 2024".

use std::ops::Range;

/// The longest line with a date, in bytes.
const MAX_BYTES: usize = 140;

/// The most words of a line with a date.
const MAX_WORDS: usize = 14;

/// The most words from a day to a year: "5 de mayo de 2024".
const MAX_WORDS_APART: usize = 4;

/// The length of a year.
const YEAR_BYTES: usize = 4;

/// Returns whether a short line has a date.
pub(super) fn has_date(text: &str) -> bool {
    date_in(text).is_some()
}

/// Returns the first date in a short line: digits with a year, or a day and soon after it a year,
/// with the month before or between.
pub(crate) fn date_in(text: &str) -> Option<&str> {
    if text.len() > MAX_BYTES || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words: Vec<Range<usize>> = words(text).take(MAX_WORDS + 1).collect();
    if words.len() > MAX_WORDS {
        return None;
    }
    let word =
        |n: usize| words.get(n).and_then(|range| text.get(range.clone())).unwrap_or_default();
    let mut day: Option<usize> = None;
    for n in 0..words.len() {
        if is_numeric_date(word(n)) {
            return Some(word(n));
        }
        if is_day(word(n)) {
            day = Some(n);
        } else if is_year(word(n))
            && let Some(day) = day.filter(|day| n - day <= MAX_WORDS_APART)
        {
            let start = match day.checked_sub(1).filter(|_| n == day + 1) {
                // "May 16, 2024"
                Some(month) if word(month).chars().all(char::is_alphabetic) => month,
                // "16. 05. 2024"
                Some(first) if is_day(word(first)) => first,
                _ => day,
            };
            return text.get(words.get(start)?.start..words.get(n)?.start + YEAR_BYTES);
        }
    }
    None
}

/// Returns the ranges of the words of a text, without the signs around them.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let base = text.as_ptr().addr();
    text.split(|c: char| c.is_whitespace() || matches!(c, '|' | '•' | '·'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(move |word| {
            let start = word.as_ptr().addr() - base;
            start..start + word.len()
        })
}

/// Returns whether a word is a day of the month: "5", "21st", "5.".
fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(char::is_alphabetic);
    let is_short = word.len() <= digits.len() + 2;
    is_short && digits.len() <= 2 && digits.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

/// Returns whether a word is a year, perhaps with what a page glues to it: "2024Updated".
fn is_year(word: &str) -> bool {
    let digits = word.get(..YEAR_BYTES).unwrap_or_default();
    let is_year = digits.starts_with("19") || digits.starts_with("20");
    is_year
        && digits.chars().all(|c| c.is_ascii_digit())
        && word
            .get(YEAR_BYTES..)
            .is_some_and(|rest| rest.chars().next().is_none_or(char::is_alphabetic))
}

/// Returns whether a word is a date in digits with a year: 2024-05-16, 16.05.2024, 16.5.24,
/// 2024年5月16日.
fn is_numeric_date(word: &str) -> bool {
    let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).count();
    let mut parts = word.split(['-', '/', '.', '年', '月', '日']);
    let (Some(a), Some(b), Some(c)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let is_whole = |part: &str, digits: usize| part.len() == digits;
    match (digits(a), digits(b), digits(c)) {
        (4, 1..=2, 1..=2) => is_whole(a, 4) && is_year(a),
        (1..=2, 1..=2, 4) => is_whole(b, digits(b)) && is_year(c),
        (1..=2, 1..=2, 2) => is_whole(b, digits(b)) && word.contains('.'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_in_lines_of_any_language() {
        for (text, date) in [
            ("Published Jun 05, 2026 • 3 minute read", "Jun 05, 2026"),
            ("by Ada O | 5 November 2024", "5 November 2024"),
            ("Giriş: 03.07.2024 - 18:24 Güncelleme: 03.07.2024", "03.07.2024"),
            ("el 5 de mayo de 2024", "5 de mayo de 2024"),
            ("08:39, 06 Jan 2026Updated 08:41", "06 Jan 2026"),
            ("2025年1月14日 20:00", "2025年1月14日"),
            ("2024-05-16T11:00:00Z", "2024-05-16T11:00:00Z"),
            ("16. 05. 2024, 14:59 Uhr", "16. 05. 2024"),
            ("25.4.24", "25.4.24"),
        ] {
            assert_eq!(date_in(text), Some(date), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_dates() {
        for text in ["Election 2024", "3.5 metres", "1-2 of 12", "10.1038/d41586", "Version 1.2.3"]
        {
            assert_eq!(date_in(text), None, "{text}");
        }
    }
}
