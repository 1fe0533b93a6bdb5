//! Calendar days.

/// A day of the Gregorian calendar. Days compare by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year, from 1 to 9999.
    pub year: u16,
    /// The month, from 1 to 12.
    pub month: u8,
    /// The day of the month, from 1 to 31.
    pub day: u8,
}

impl Day {
    /// Returns the number of this day in an edition's bytes and in the sort key
    /// [`column::DATE`](crate::column::DATE). A later day has a greater number, and no day has 0.
    pub fn to_number(self) -> u32 {
        u32::from(self.year) << 9 | u32::from(self.month) << 5 | u32::from(self.day)
    }

    /// Returns the day with this number, or `None` if there is no such day.
    pub fn from_number(number: u32) -> Option<Day> {
        let year = u16::try_from(number >> 9).ok().filter(|year| (1..=9999).contains(year))?;
        let (month, day) = ((number >> 5 & 15) as u8, (number & 31) as u8);
        ((1..=12).contains(&month) && day > 0).then_some(Day { year, month, day })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_round_trip_and_sort_by_time() {
        let days = [(1, 1, 1), (1999, 12, 31), (2000, 1, 1), (2024, 2, 29), (9999, 12, 31)];
        let days = days.map(|(year, month, day)| Day { year, month, day });
        assert!(days.is_sorted_by_key(|day| day.to_number()));
        assert_eq!(days.map(|day| Day::from_number(day.to_number())), days.map(Some));
    }

    #[test]
    fn other_numbers_are_no_days() {
        let number = |year: u32, month: u32, day: u32| year << 9 | month << 5 | day;
        for number in [0, number(2024, 0, 1), number(2024, 13, 1), number(2024, 1, 0), u32::MAX] {
            assert_eq!(Day::from_number(number), None, "{number}");
        }
    }
}
