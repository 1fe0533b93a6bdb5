//! Periods: ranges of days, as readers write them in queries and links.

use crate::day::{Day, days_in_month, parts};

/// A range of days. An end without a day is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

impl Period {
    /// Parses a day, a month or a year (`2024-05-16`, `2024-05`, `2024`), or two of them with two
    /// dots between them, of which one may be missing (`2023..2024-05`, `2024..`).
    pub fn parse(text: &str) -> Option<Period> {
        let dots = text.as_bytes().windows(2).position(|two| two == b"..");
        let Some(dots) = dots.filter(|_| text.len() > 2) else { return bounds(text) };
        let (from, to) = (text.get(..dots)?, text.get(dots + 2..)?);
        let bounds =
            |text: &str| if text.is_empty() { Some(Period::default()) } else { bounds(text) };
        Some(Period { from: bounds(from)?.from, to: bounds(to)?.to })
    }

    /// Returns the lowest and the highest sort key ([`column::DATE`](crate::column::DATE)).
    pub fn keys(self) -> (u32, u32) {
        (self.from.map_or(0, Day::to_number), self.to.map_or(u32::MAX, Day::to_number))
    }

    /// Returns whether both ends are open.
    pub fn is_unlimited(self) -> bool {
        self == Period::default()
    }
}

/// Returns the period of a day, a month or a year.
fn bounds(text: &str) -> Option<Period> {
    let (count, [year, month, day]) = parts(text)?;
    let (month, day) = (month as u8, day as u8);
    let from = Day { year, month, day };
    let last_month = if count == 1 { 12 } else { month };
    let last_day = days_in_month(year, last_month);
    let to = Day { year, month: last_month, day: if count == 3 { day } else { last_day } };
    (day <= last_day).then_some(Period { from: Some(from), to: Some(to) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, from: Option<&str>, to: Option<&str>) {
        let period = Period::parse(text).unwrap();
        let [first, last] = [period.from, period.to].map(|day| day.map(Day::iso));
        assert_eq!((first.as_deref(), last.as_deref()), (from, to), "{text}");
    }

    #[test]
    fn periods_are_days_months_years_and_ranges_of_them() {
        check("2024", Some("2024-01-01"), Some("2024-12-31"));
        check("2024-05", Some("2024-05-01"), Some("2024-05-31"));
        check("2024-2", Some("2024-02-01"), Some("2024-02-29"));
        check("2024-05-16", Some("2024-05-16"), Some("2024-05-16"));
        check("2023..2024", Some("2023-01-01"), Some("2024-12-31"));
        check("2023-06..2024-02", Some("2023-06-01"), Some("2024-02-29"));
        check("2023-06-15..", Some("2023-06-15"), None);
        check("..2024", None, Some("2024-12-31"));
        check("2024..2023", Some("2024-01-01"), Some("2023-12-31"));
    }

    #[test]
    fn other_texts_are_no_periods() {
        for text in [
            "",
            "..",
            "soon",
            "24",
            "0000",
            "2024-",
            "2024-13",
            "2024-02-30",
            "2024...2025",
            "2024..soon",
            "2024-05-16T00:00",
            "20240516",
            "２０２４",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
