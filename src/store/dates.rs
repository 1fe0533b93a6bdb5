//! Dates in the page's language.

use super::text::decimal;
use cuttings_edition::Day;

/// The separator in the lists of months.
const SEPARATOR: u8 = b',';

/// The length of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// With the name of the month: "11 April 2025".
    Long,
    /// With an abbreviation: "11 Apr 2025".
    Short,
}

/// Returns a day in the page's language.
pub fn date_text(day: Day, style: DateStyle) -> String {
    let names = match style {
        DateStyle::Long => msg!("months"),
        DateStyle::Short => msg!("months-short"),
    };
    let month = month_name(day.month, names);
    let (number, year) = (decimal(day.day.into()), decimal(day.year.into()));
    match style {
        DateStyle::Long => msg!("date-long", day = &number, month = month, year = &year),
        DateStyle::Short => msg!("date-short", day = &number, month = month, year = &year),
    }
}

/// Returns a month of a year in the page's language: "April 2025".
pub fn month_text(year: u16, month: u8) -> String {
    let name = month_name(month, msg!("months-alone"));
    msg!("month-of-year", month = name, year = &decimal(year.into()))
}

/// Returns a name from a list of months.
fn month_name(month: u8, names: &'static str) -> &'static str {
    let mut names = names.as_bytes().split(|byte| *byte == SEPARATOR);
    let name = names.nth(usize::from(month).saturating_sub(1)).unwrap_or_default();
    std::str::from_utf8(name.strip_prefix(b" ").unwrap_or(name)).unwrap_or_default()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn dates_have_the_order_and_the_names_of_the_language() {
        let day = Day { year: 2025, month: 4, day: 11 };
        assert_eq!(date_text(day, DateStyle::Long), "11 April 2025");
        assert_eq!(date_text(day, DateStyle::Short), "11 Apr 2025");
        assert_eq!(date_text(Day { month: 5, ..day }, DateStyle::Short), "11 May 2025");
        assert_eq!(month_text(1999, 12), "December 1999");
        assert_eq!(month_text(800, 1), "January 800");
    }

    #[test]
    fn each_month_has_a_name_of_its_own() {
        for list in [msg!("months"), msg!("months-alone"), msg!("months-short")] {
            let mut names: Vec<&str> = (1..=12).map(|month| month_name(month, list)).collect();
            assert!(names.iter().all(|name| !name.is_empty()));
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), 12);
            assert_eq!((month_name(13, list), month_name(0, list)), ("", month_name(1, list)));
        }
    }
}
