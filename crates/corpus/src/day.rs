//! Finds the calendar day in a date as people and programs write it.
//!
//! The day is the one that is written, whatever the zone: `2025-04-11T00:01:00+01:00` is 11 April.

use jiff::{Timestamp, civil, tz::Offset};

use crate::metadata::Day;

/// The longest text that is read as a date, in bytes.
const MAX_BYTES: usize = 200;

/// The names of months in lower case, and their numbers. Abbreviations have no full stop.
#[rustfmt::skip]
const MONTHS: &[(&str, i8)] = &[
    ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6),
    ("july", 7), ("august", 8), ("september", 9), ("october", 10), ("november", 11),
    ("december", 12), ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7),
    ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12),
    ("januar", 1), ("jänner", 1), ("februar", 2), ("märz", 3), ("mai", 5), ("juni", 6),
    ("juli", 7), ("oktober", 10), ("dezember", 12), ("okt", 10), ("dez", 12),
    ("janvier", 1), ("février", 2), ("mars", 3), ("avril", 4), ("juin", 6), ("juillet", 7),
    ("août", 8), ("septembre", 9), ("octobre", 10), ("novembre", 11), ("décembre", 12),
    ("enero", 1), ("febrero", 2), ("marzo", 3), ("abril", 4), ("mayo", 5), ("junio", 6),
    ("julio", 7), ("agosto", 8), ("septiembre", 9), ("octubre", 10), ("noviembre", 11),
    ("diciembre", 12), ("gennaio", 1), ("febbraio", 2), ("aprile", 4), ("maggio", 5),
    ("giugno", 6), ("luglio", 7), ("settembre", 9), ("ottobre", 10), ("dicembre", 12),
    ("janeiro", 1), ("fevereiro", 2), ("março", 3), ("maio", 5), ("junho", 6), ("julho", 7),
    ("setembro", 9), ("outubro", 10), ("novembro", 11), ("dezembro", 12),
];

/// Returns the first day that a text names: in ISO 8601 (also with a time and a zone), "16 May
/// 2024", "May 16, 2024", "16.05.2024", or as Unix seconds or milliseconds.
///
/// `05/06/2024` is none, because it may be in May or in June.
pub fn find(text: &str) -> Option<Day> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return from_digits(text);
    }
    let is_space = |c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '|' | '•' | '·');
    let mut spelled = Spelled::default();
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        if let Some(day) = numeric(word).or_else(|| spelled.add(word)) {
            return Some(day);
        }
    }
    None
}

/// Returns the day at the start of a file's name, and the rest of the name: `2024-05-16-title`.
pub(crate) fn at_start_of_name(name: &str) -> Option<(Day, &str)> {
    let (date, rest) = name.split_at_checked(10)?;
    let rest = match rest {
        "" => rest,
        _ => rest.strip_prefix(['-', '_', ' ', '.', 'T'])?,
    };
    let is_separator = |at: usize| matches!(date.as_bytes().get(at), Some(b'-' | b'_' | b'.'));
    let day = iso(&date.replace(['_', '.'], "-"))?;
    (is_separator(4) && is_separator(7)).then_some((day, rest))
}

/// Reads `20240516`, Unix seconds and Unix milliseconds.
fn from_digits(text: &str) -> Option<Day> {
    match text.len() {
        8 => {
            let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
            new_day(number(0..4)?, number(4..6)?, number(6..8)?)
        }
        9..=10 => timestamp(text.parse().ok()?),
        12..=13 => timestamp(text.parse::<i64>().ok()? / 1000),
        _ => None,
    }
}

/// Returns the day of Unix seconds in UTC, in which the day does not depend on the reader's zone.
fn timestamp(seconds: i64) -> Option<Day> {
    let timestamp = Timestamp::from_second(seconds).ok()?;
    day(Offset::UTC.to_datetime(timestamp).date())
}

/// Reads a word that is a whole date: `2024-05-16T12:00:00Z`, `2024/5/16`, `16.05.2024`,
/// `2024年5月16日`.
fn numeric(word: &str) -> Option<Day> {
    if let Some(day) = word.get(..10).and_then(iso)
        && word.get(10..)?.chars().next().is_none_or(|c| !c.is_ascii_digit())
    {
        return Some(day);
    }
    let word = word.trim_end_matches(['.', ';', ':']);
    let parts: Vec<&str> =
        word.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts[..] else { return None };
    if !parts.iter().all(|part| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let [x, y, z] = [a, b, c].map(|part| part.parse::<i16>().unwrap_or_default());
    match (a.len(), c.len()) {
        (4, 1..=2) => new_day(x, y, z),
        // A full stop means the day comes first. A slash leaves open which comes first.
        (1..=2, 4) if word.contains('.') || word.contains('-') || x > 12 => new_day(z, y, x),
        (1..=2, 4) if y > 12 || x == y => new_day(z, x, y),
        _ => None,
    }
}

/// Reads `2024-05-16`.
fn iso(text: &str) -> Option<Day> {
    let is_iso = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    day(text.parse().ok().filter(|_| is_iso)?)
}

/// The parts of a date in words so far.
#[derive(Default)]
struct Spelled {
    day: Option<i16>,
    month: Option<i16>,
    year: Option<i16>,
}

impl Spelled {
    /// Adds a word, and returns the day once all parts of it are there.
    fn add(&mut self, word: &str) -> Option<Day> {
        let lower = word.trim_matches(['.', ';', ':']).to_lowercase();
        let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = lower.get(digits.len()..).unwrap_or_default();
        let number = digits.parse::<i16>().ok().filter(|number| *number > 0);
        if let Some((_, month)) = MONTHS.iter().find(|(name, _)| *name == lower) {
            self.month.get_or_insert(i16::from(*month));
        } else if let Some(number) = number
            && matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er")
        {
            match digits.len() {
                1 | 2 if number <= 31 => self.day.get_or_insert(number),
                4 => self.year.get_or_insert(number),
                _ => return None,
            };
        }
        new_day(self.year?, self.month?, self.day?)
    }
}

fn new_day(year: i16, month: i16, date: i16) -> Option<Day> {
    day(civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(date).ok()?).ok()?)
}

fn day(date: civil::Date) -> Option<Day> {
    let year = u16::try_from(date.year()).ok().filter(|year| *year > 0)?;
    Some(Day { year, month: date.month().unsigned_abs(), day: date.day().unsigned_abs() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(u16, u8, u8)>) {
        let found = find(text).map(|Day { year, month, day }| (year, month, day));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn iso_dates_keep_the_day_that_is_written_in_every_zone() {
        let day = Some((2025, 4, 11));
        for text in [
            "2025-04-11",
            "2025-04-11T00:01:00+01:00",
            "2025-04-11T23:59:59-11:00",
            "2025-04-11T00:01:00Z",
            "2025-04-11T00:01:00.123456789Z",
            "2025-04-11 00:01",
            "2025-04-11 00:01:00 +0100",
            "2025-04-11T00:01+01:00[Europe/Berlin]",
            "2025/04/11",
            "2025.4.11",
            "2025年4月11日",
            "20250411",
        ] {
            check(text, day);
        }
    }

    #[test]
    fn dates_in_words_are_read() {
        let day = Some((2024, 5, 16));
        for text in [
            "16 May 2024",
            "May 16, 2024",
            "may 16th 2024",
            "Thursday, May 16, 2024 at 10:30 am",
            "Thu, 16 May 2024 12:00:00 GMT",
            "Thu May 16 2024 10:00:00 GMT+0200 (CEST)",
            "Published: May 16, 2024",
            "16. Mai 2024",
            "16 mai 2024",
            "16 de mayo de 2024",
            "May 16, 2024, Updated May 17, 2024",
            "16.05.2024",
            "16-05-2024",
            "16/05/2024",
            "05/16/2024",
            "1715860800",
            "1715860800000",
        ] {
            check(text, day);
        }
    }

    #[test]
    fn other_texts_name_no_day() {
        for text in [
            "",
            "yesterday",
            "2 months ago",
            "2024",
            "May 2024",
            "2024-05",
            "2024-02-30",
            "2024-13-01",
            "05/06/2024",
            "99",
            "123456",
            "12.30",
            "31 April 2024",
            "0000-01-01",
            "2024-05-160",
            "May 2024 16000",
            "－",
            "２０２４-05-16",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn a_date_opens_the_name_of_a_file() {
        let day = Day { year: 2024, month: 5, day: 16 };
        assert_eq!(at_start_of_name("2024-05-16-title"), Some((day, "title")));
        assert_eq!(at_start_of_name("2024-05-16"), Some((day, "")));
        assert_eq!(at_start_of_name("2024_05_16 notes"), Some((day, "notes")));
        assert_eq!(at_start_of_name("2024-05-161"), None);
        assert_eq!(at_start_of_name("2024-05"), None);
        assert_eq!(at_start_of_name("v4.2.0"), None);
        assert_eq!(at_start_of_name("ä2024-05-16"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "[-0-9a-zA-Z:/., 年月日äé+]{0,40}") {
            find(&text);
            at_start_of_name(&text);
        }

        #[test]
        fn every_day_is_found_in_every_form(year in 1000u16..=9999, month in 1u8..=12, day in 1u8..=28) {
            let expected = Some((year, month, day));
            let (name, _) = MONTHS[usize::from(month) - 1];
            check(&format!("{year:04}-{month:02}-{day:02}T23:59:59-12:00"), expected);
            check(&format!("{day}.{month}.{year}"), expected);
            check(&format!("{day} {name} {year}"), expected);
            check(&format!("{name} {day}, {year}"), expected);
        }
    }
}
