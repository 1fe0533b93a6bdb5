//! The histogram of the items' dates: its bars, and the results in each.

use super::dates::month_text;
use super::text::decimal;
use cuttings_edition::{Day, Edition, Period, column};
use cuttings_search::DocId;

/// The most months that are shown as a bar each. A longer time has a bar for each year.
const MAX_MONTHS: u32 = 36;

/// The most years that are shown as a bar each. A longer time has a bar for each decade or century.
const MAX_YEARS: u32 = 60;

/// The bars of an edition's histogram. They are the same for all views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateBars {
    /// The first and the last day of the items.
    pub span: [Day; 2],
    /// The number of months in a bar: 1, or 12 for each year.
    months: u32,
    /// The month with which the first bar starts, counted from the year 0.
    first: u32,
    /// The sort key with which each bar starts.
    pub starts: Vec<u32>,
}

impl DateBars {
    /// Returns the bars of an edition; `None` if its items have no dates, or all have the same.
    pub fn new(edition: &Edition<'_>) -> Option<DateBars> {
        let index = edition.index();
        let (mut first, mut last, mut has_undated) = (u32::MAX, 0, false);
        for item in 0..index.len() {
            let key = index.sort_key(column::DATE, DocId(item));
            if key == 0 {
                has_undated = true;
            } else {
                first = first.min(key);
                last = last.max(key);
            }
        }
        let span = [Day::from_number(first)?, Day::from_number(last)?];
        (first < last || has_undated).then(|| DateBars::between(span))
    }

    /// Returns the bars for items from one day to another.
    fn between(span: [Day; 2]) -> DateBars {
        let month = |day: Day| u32::from(day.year) * 12 + u32::from(day.month) - 1;
        let (first, last) = (month(span[0]), month(span[1]));
        let months = if last - first < MAX_MONTHS {
            1
        } else {
            let years = (last - first) / 12;
            let is_enough = |step: &u32| years / step <= MAX_YEARS;
            12 * [1, 10, 100].into_iter().find(is_enough).unwrap_or(1000)
        };
        let first = first - first % months;
        let mut starts = Vec::new();
        let mut month = first;
        while month <= last {
            let (year, month_of_year) = ((month / 12) as u16, (month % 12) as u8 + 1);
            starts.push(Day { year, month: month_of_year, day: 1 }.to_number());
            month += months;
        }
        DateBars { span, months, first, starts }
    }

    /// The number of bars.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Returns whether there are no bars.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Returns the label of a bar: a month, a year, or several years.
    pub fn label(&self, bar: usize) -> String {
        let start = self.first + bar as u32 * self.months;
        let year = start / 12;
        match self.months {
            1 => month_text(year as u16, (start % 12) as u8 + 1),
            12 => msg!("year", year = &decimal(year.into())),
            months => {
                let last = year + months / 12 - 1;
                msg!("years", first = &decimal(year.into()), last = &decimal(last.into()))
            }
        }
    }

    /// Returns whether a bar has a day of a period.
    pub fn overlaps(&self, bar: usize, period: Period) -> bool {
        let (from, to) = period.keys();
        let next = self.starts.get(bar + 1).copied().unwrap_or(u32::MAX);
        self.starts.get(bar).is_some_and(|start| *start <= to && from < next)
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// Compares the number of bars and the labels of the first and the last.
    #[track_caller]
    fn check(first: &str, last: &str, expected: (usize, &str, &str)) {
        let bars = DateBars::between([day(first), day(last)]);
        let labels = [0, bars.len() - 1].map(|bar| bars.label(bar));
        assert_eq!((bars.len(), &labels[0][..], &labels[1][..]), expected);
    }

    #[test]
    fn bars_are_months_years_or_more() {
        check("2024-05-16", "2024-05-20", (1, "May 2024", "May 2024"));
        check("2023-11-30", "2024-02-01", (4, "November 2023", "February 2024"));
        check("2021-01-31", "2023-12-01", (36, "January 2021", "December 2023"));
        check("2021-01-31", "2024-01-01", (4, "2021", "2024"));
        check("1961-03-01", "2021-03-01", (61, "1961", "2021"));
        check("1899-03-01", "2021-03-01", (14, "1890–1899", "2020–2029"));
        check("0001-01-01", "2021-03-01", (21, "0–99", "2000–2099"));
    }

    proptest! {
        #[test]
        fn each_day_is_in_one_bar(
            mut days in prop::collection::vec((1_u16..=9999, 1_u8..=12, 1_u8..=28), 3),
        ) {
            days.sort_unstable();
            let days: Vec<Day> =
                days.into_iter().map(|(year, month, day)| Day { year, month, day }).collect();
            let bars = DateBars::between([days[0], days[2]]);
            prop_assert!((1..=101).contains(&bars.len()), "{}", bars.len());
            prop_assert!(bars.starts.is_sorted());
            let within = Period { from: Some(days[1]), to: Some(days[1]) };
            let bars_of_day: Vec<usize> =
                (0..bars.len()).filter(|bar| bars.overlaps(*bar, within)).collect();
            let after = bars.starts.partition_point(|start| *start <= days[1].to_number());
            prop_assert_eq!(bars_of_day, [after - 1]);
            let everything = Period::default();
            prop_assert!((0..bars.len()).all(|bar| bars.overlaps(bar, everything)));
        }
    }
}
