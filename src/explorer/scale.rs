//! The scale of time: its bars, from one day each to one century each, and the days of items.

use crate::store::dates::{DateStyle, date_text, month_text};
use crate::store::library::Library;
use crate::store::text::decimal;
use cuttings_edition::{Day, ItemId, Period, column};
use cuttings_search::DocId;

/// The most bars of a day each, of a month each, and so on: beyond, bars are too thin to point at.
const MAX_DAYS: usize = 62;
const MAX_MONTHS: usize = 72;
const MAX_YEARS: usize = 100;
const MAX_DECADES: usize = 100;

/// The most labels below the bars.
const MAX_TICKS: usize = 6;

/// The time that one bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A number of years: 1, 10 or 100.
    Years(u16),
}

/// The bars of a timeline, without gaps between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TimeScale {
    unit: Unit,
    /// The first day of each bar. There is at least one bar.
    starts: Vec<Day>,
}

impl TimeScale {
    /// Returns a scale with all days from one to another.
    pub(super) fn between(first: Day, last: Day) -> TimeScale {
        TimeScale::with_bars_of(Unit::Day, first, last)
    }

    /// Returns a scale with all days from one to another, whose bars are not shorter than a unit.
    pub(super) fn with_bars_of(shortest: Unit, first: Day, last: Day) -> TimeScale {
        let units = [
            (Unit::Day, MAX_DAYS),
            (Unit::Month, MAX_MONTHS),
            (Unit::Years(1), MAX_YEARS),
            (Unit::Years(10), MAX_DECADES),
            (Unit::Years(100), usize::MAX),
        ];
        for (unit, most) in units.into_iter().skip_while(|(unit, _)| *unit != shortest) {
            let mut starts = vec![start_of(unit, first)];
            while let Some(next) = starts.last().and_then(|start| next_start(unit, *start))
                && next <= last
                && starts.len() <= most
            {
                starts.push(next);
            }
            if starts.len() <= most {
                return TimeScale { unit, starts };
            }
        }
        TimeScale { unit: Unit::Years(100), starts: vec![start_of(Unit::Years(100), first)] }
    }

    /// The number of bars.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// Returns the bar of a day. A day outside of the scale is in the first or the last one.
    pub(super) fn bar_of(&self, day: Day) -> usize {
        self.starts.partition_point(|start| *start <= day).saturating_sub(1)
    }

    /// Returns the label of a bar: a day, a month, a year or several years.
    pub(super) fn label(&self, bar: usize) -> String {
        let Some(start) = self.starts.get(bar) else { return String::new() };
        match self.unit {
            Unit::Day => date_text(*start, DateStyle::Short),
            Unit::Month => month_text(start.year, start.month),
            Unit::Years(1) => msg!("year", year = &decimal(start.year.into())),
            Unit::Years(years) => {
                let last = start.year + (years - 1);
                let (first, last) = (decimal(start.year.into()), decimal(last.into()));
                msg!("years", first = &first, last = &last)
            }
        }
    }

    /// Returns the days from the start of a bar to the end of another.
    pub(super) fn period(&self, first: usize, last: usize) -> Period {
        let end = |start: &Day| last_day(self.unit, *start);
        Period { from: self.starts.get(first).copied(), to: self.starts.get(last).map(end) }
    }

    /// Returns the first and the last bar with a day of a period. An open end is that of the scale.
    pub(super) fn bars_of(&self, period: Period) -> (usize, usize) {
        let first = period.from.map_or(0, |day| self.bar_of(day));
        let last = period.to.map_or(self.len() - 1, |day| self.bar_of(day));
        (first, last.max(first))
    }

    /// Returns the bars that have a label below them, with their labels.
    pub(super) fn ticks(&self) -> Vec<(usize, String)> {
        // Years stand where they begin, unless there are too few of them to tell where one is.
        let are_years = matches!(self.unit, Unit::Years(_))
            || self.unit == Unit::Month && self.len() > 3 * MAX_TICKS;
        if !are_years {
            let step = self.len().div_ceil(MAX_TICKS);
            return (0..self.len()).step_by(step).map(|bar| (bar, self.label(bar))).collect();
        }
        let year_starts: Vec<(usize, u16)> = (0..)
            .zip(&self.starts)
            .filter(|(_, start)| start.month == 1)
            .map(|(bar, start)| (bar, start.year))
            .collect();
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
        let at = |step: u16| year_starts.iter().filter(move |(_, year)| year % step == 0);
        let step = steps.into_iter().find(|step| at(*step).count() <= MAX_TICKS).unwrap_or(2000);
        at(step).map(|(bar, year)| (*bar, decimal((*year).into()))).collect()
    }
}

/// Returns whether at least a tenth of an edition's items have a date. Fewer dates say little of
/// all items.
pub(super) fn has_enough_dates(library: &Library) -> bool {
    let index = library.index();
    let days = (0..index.len()).filter_map(|item| day_of(library, ItemId(item)));
    days.count().saturating_mul(10) >= index.len() as usize
}

/// Returns the first and the last day of an edition's items; `None` if none has a date.
pub(super) fn span(library: &Library) -> Option<(Day, Day)> {
    let items = (0..library.index().len()).map(ItemId);
    let days = items.filter_map(|item| day_of(library, item));
    days.fold(None, |span: Option<(Day, Day)>, day| {
        Some(span.map_or((day, day), |(first, last)| (first.min(day), last.max(day))))
    })
}

/// Returns the day of an item, if it is known.
pub(super) fn day_of(library: &Library, item: ItemId) -> Option<Day> {
    Day::from_number(library.index().sort_key(column::DATE, DocId(item.0)))
}

/// Returns the first day of the bar with a day.
fn start_of(unit: Unit, day: Day) -> Day {
    match unit {
        Unit::Day => day,
        Unit::Month => Day { day: 1, ..day },
        // No edition has a day before the year 1.
        Unit::Years(years) => Day { year: (day.year - day.year % years).max(1), month: 1, day: 1 },
    }
}

/// Returns the last day of the bar that starts with a day.
fn last_day(unit: Unit, start: Day) -> Day {
    match unit {
        Unit::Day => start,
        Unit::Month => {
            let of_month = (28..=31).rev().map(|day| Day { day, ..start });
            of_month.into_iter().find(|day| exists(*day)).unwrap_or(start)
        }
        Unit::Years(years) => {
            let year = start.year - start.year % years + (years - 1);
            Day { year, month: 12, day: 31 }
        }
    }
}

/// Returns the first day of the bar after the one that starts with a day.
fn next_start(unit: Unit, start: Day) -> Option<Day> {
    let last = last_day(unit, start);
    let next = [
        Day { day: last.day + 1, ..last },
        Day { month: last.month + 1, day: 1, ..last },
        Day { year: last.year + 1, month: 1, day: 1 },
    ];
    next.into_iter().find(|day| exists(*day))
}

/// Returns whether the calendar has a day.
pub(super) fn exists(day: Day) -> bool {
    Day::parse(&day.iso()) == Some(day)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// Compares the number of bars, and the labels of the first and the last.
    #[track_caller]
    fn check(first: &str, last: &str, expected: (usize, &str, &str)) {
        let scale = TimeScale::between(day(first), day(last));
        let labels = [0, scale.len() - 1].map(|bar| scale.label(bar));
        assert_eq!((scale.len(), &labels[0][..], &labels[1][..]), expected);
    }

    #[test]
    fn bars_are_days_months_years_or_more() {
        check("2024-05-16", "2024-05-16", (1, "16 May 2024", "16 May 2024"));
        check("2024-01-31", "2024-03-31", (61, "31 Jan 2024", "31 Mar 2024"));
        check("2023-11-30", "2024-02-29", (4, "November 2023", "February 2024"));
        check("2019-01-31", "2024-12-01", (72, "January 2019", "December 2024"));
        check("2019-01-31", "2025-01-01", (7, "2019", "2025"));
        check("1899-03-01", "2021-03-01", (14, "1890–1899", "2020–2029"));
        check("0001-01-01", "2021-03-01", (21, "1–100", "2000–2099"));
    }

    #[test]
    fn bars_are_not_shorter_than_a_unit() {
        let (first, last) = (day("2024-01-31"), day("2024-03-31"));
        let bars = |unit| TimeScale::with_bars_of(unit, first, last).len();
        assert_eq!([Unit::Day, Unit::Month, Unit::Years(1)].map(bars), [61, 3, 1]);
    }

    #[test]
    fn labels_are_few() {
        let ticks = |first, last| {
            let scale = TimeScale::between(day(first), day(last));
            scale.ticks().into_iter().map(|(_, label)| label).collect::<Vec<_>>()
        };
        assert_eq!(ticks("2019-03-31", "2024-12-01"), ["2020", "2021", "2022", "2023", "2024"]);
        assert_eq!(
            ticks("1961-03-31", "2024-12-01"),
            ["1970", "1980", "1990", "2000", "2010", "2020"]
        );
        assert_eq!(
            ticks("2024-03-31", "2024-06-20"),
            ["March 2024", "April 2024", "May 2024", "June 2024"]
        );
    }

    #[test]
    fn a_period_has_whole_bars() {
        let scale = TimeScale::between(day("2023-11-30"), day("2024-03-01"));
        let period = scale.period(2, 3);
        assert_eq!((period.from, period.to), (Some(day("2024-01-01")), Some(day("2024-02-29"))));
        assert_eq!(scale.bars_of(period), (2, 3));
        assert_eq!(scale.bars_of(Period::default()), (0, 4));
    }

    #[test]
    fn an_edition_without_dates_has_no_span() {
        assert_eq!(span(&fixture::library()), None);
    }

    proptest! {
        #[test]
        fn each_day_is_in_the_period_of_its_bar(
            mut days in prop::collection::vec((1_u16..=9999, 1_u8..=12, 1_u8..=28), 3),
        ) {
            days.sort_unstable();
            let [first, middle, last] = [0, 1, 2].map(|at: usize| {
                let (year, month, day) = days[at];
                Day { year, month, day }
            });
            let scale = TimeScale::between(first, last);
            prop_assert!((1..=101).contains(&scale.len()), "{}", scale.len());
            prop_assert!(scale.ticks().len() <= MAX_TICKS);
            let bar = scale.bar_of(middle);
            let (from, to) = scale.period(bar, bar).keys();
            prop_assert!((from..=to).contains(&middle.to_number()));
            prop_assert_eq!(scale.bar_of(first), 0);
            prop_assert_eq!(scale.bar_of(last), scale.len() - 1);
        }
    }
}
