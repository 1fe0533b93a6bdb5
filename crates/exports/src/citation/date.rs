//! Prints dates as style manuals do, and reads months and years that seeds spell.

use crate::line;
use cuttings_edition as edition;

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// The year, of four digits.
    pub(super) year: u16,
    /// The month from 1 to 12, or 0 if only the year is known.
    pub(super) month: u8,
    /// The day from 1 to 31, or 0 if it is not known.
    pub(super) day: u8,
}

/// The date of publication, as far as the seed's text can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Published {
    /// The seed has no date.
    Unknown,
    /// A date.
    Known(Date),
    /// Text that is not a date.
    Text(String),
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Published {
    /// Returns the date of an article's metadata. If no day is known, its text may still name a
    /// month or a year.
    pub(super) fn new(date: Option<edition::Date<'_>>) -> Published {
        let Some(date) = date else { return Published::Unknown };
        match date.day {
            Some(edition::Day { year, month, day }) => Published::Known(Date { year, month, day }),
            None => Published::parse(&line(date.text)),
        }
    }

    /// Reads `2024-05-16`, `2024-05`, `2024`, `16 May 2024`, `May 16, 2024` and `May 2024`. A time
    /// of day may follow the first form, and months may be abbreviated.
    fn parse(text: &str) -> Published {
        let text = text.trim();
        if text.is_empty() {
            return Published::Unknown;
        }
        // Only the date of `2024-05-16T08:00:00Z`.
        let day = match text.as_bytes() {
            [_, _, _, _, b'-', _, _, b'-', _, _, b'T' | b' ', ..] => text.get(..10).unwrap_or(text),
            _ => text,
        };
        let mut date = Date { year: 0, month: 0, day: 0 };
        let is_iso = day.contains('-');
        for word in day
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-'))
            .filter(|word| !word.is_empty())
        {
            match (word.parse::<u16>(), word.len()) {
                (Ok(year @ 1000..), 4) if date.year == 0 => date.year = year,
                (Ok(month @ 1..=12), 2) if is_iso && date.year > 0 && date.month == 0 => {
                    date.month = month as u8;
                }
                (Ok(day @ 1..=31), 1 | 2) if date.day == 0 && (!is_iso || date.month > 0) => {
                    date.day = day as u8;
                }
                (Err(_), 3..) if date.month == 0 => match month(word) {
                    Some(month) => date.month = month,
                    None => return Published::Text(text.to_owned()),
                },
                _ => return Published::Text(text.to_owned()),
            }
        }
        if date.year == 0 || date.day > 0 && date.month == 0 {
            Published::Text(text.to_owned())
        } else {
            Published::Known(date)
        }
    }
}

/// Returns the number of a month that is spelled out or abbreviated.
fn month(word: &str) -> Option<u8> {
    let index = MONTHS.iter().position(|name| {
        name.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word))
    })?;
    u8::try_from(index + 1).ok()
}

impl Date {
    /// Returns the month's name; empty if the month is unknown.
    pub(super) fn month_name(self) -> &'static str {
        usize::from(self.month)
            .checked_sub(1)
            .and_then(|month| MONTHS.get(month))
            .copied()
            .unwrap_or_default()
    }

    /// Returns the day as a number; empty if it is unknown.
    pub(super) fn day_number(self) -> String {
        if self.day == 0 { String::new() } else { self.day.to_string() }
    }

    /// Returns the known parts of year, month and day, as numbers of two digits or more.
    pub(super) fn numbers(self, separator: &str) -> String {
        let mut out = self.year.to_string();
        for number in [self.month, self.day].into_iter().take_while(|number| *number > 0) {
            out.push_str(separator);
            if number < 10 {
                out.push('0');
            }
            out.push_str(&number.to_string());
        }
        out
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = match Published::parse(text) {
            Published::Known(date) => date.numbers("-"),
            Published::Text(text) => format!("“{text}”"),
            Published::Unknown => "unknown".to_owned(),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_dates_as_people_write_them() {
        check("2024-05-16", "2024-05-16");
        check("2024-05-16T08:30:00Z", "2024-05-16");
        check("2024-05-16 08:30", "2024-05-16");
        check("2024-12", "2024-12");
        check("2024", "2024");
        check("16 May 2024", "2024-05-16");
        check("May 16, 2024", "2024-05-16");
        check("Sept. 6, 2024", "2024-09-06");
        check("november 2024", "2024-11");
    }

    #[test]
    fn keeps_other_text_as_it_is() {
        check("", "unknown");
        check("2 months ago", "“2 months ago”");
        check("16 May", "“16 May”");
        check("spring 2024", "“spring 2024”");
        check("2024-13-01", "“2024-13-01”");
        check("16.5.2024", "“16.5.2024”");
        check("16 2024", "“16 2024”");
        check("2024 2025", "“2024 2025”");
        check("16. Mai 2024", "“16. Mai 2024”");
        check("é", "“é”");
    }
}
