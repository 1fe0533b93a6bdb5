//! Periods: ranges of days, as readers write them in queries and links.

use crate::day::{Day, days_in_month, number};

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
        let Some((from, to)) = text.split_once("..") else {
            let (from, to) = bounds(text)?;
            return Some(Period { from: Some(from), to: Some(to) });
        };
        let from = if from.is_empty() { None } else { Some(bounds(from)?.0) };
        let to = if to.is_empty() { None } else { Some(bounds(to)?.1) };
        (from.is_some() || to.is_some()).then_some(Period { from, to })
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

/// Returns the first and the last day of a day, a month or a year.
fn bounds(text: &str) -> Option<(Day, Day)> {
    if let Some(day) = Day::parse(text) {
        return Some((day, day));
    }
    let (year, month) = text.split_once('-').unwrap_or((text, ""));
    let year = number(year, 4).filter(|year_number| year.len() == 4 && *year_number > 0)?;
    let (first, last) = match month {
        "" if text.len() == 4 => (1, 12),
        month => {
            let month = number(month, 2).filter(|month| (1..=12).contains(month))? as u8;
            (month, month)
        }
    };
    let last_day = days_in_month(year, last);
    Some((Day { year, month: first, day: 1 }, Day { year, month: last, day: last_day }))
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
