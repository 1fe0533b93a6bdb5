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
    /// Parses a day in the form of ISO 8601: `2024-05-16`. Months and days may have one digit.
    pub fn parse(text: &str) -> Option<Day> {
        match parts(text)? {
            (3, [year, month, day]) => {
                let (month, day) = (month as u8, day as u8);
                (day <= days_in_month(year, month)).then_some(Day { year, month, day })
            }
            _ => None,
        }
    }

    /// Returns the day in the form of ISO 8601.
    pub fn iso(self) -> String {
        let mut text = String::new();
        for (number, mut place) in
            [(self.year, 1000), (self.month.into(), 10), (self.day.into(), 10)]
        {
            if !text.is_empty() {
                text.push('-');
            }
            while place > 0 {
                text.push(char::from(b'0' + (number / place % 10) as u8));
                place /= 10;
            }
        }
        text
    }

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

/// Parses a year of four digits, then a month and a day of at most two, with hyphens between them.
/// Returns the number of parts, and the parts; 1 for a missing one. None is 0, and a month is at
/// most 12.
pub(crate) fn parts(text: &str) -> Option<(usize, [u16; 3])> {
    let mut parts = [1; 3];
    let mut count = 0;
    for digits in text.as_bytes().split(|byte| *byte == b'-') {
        let part = parts.get_mut(count)?;
        let (shortest, longest) = if count == 0 { (4, 4) } else { (1, 2) };
        if !(shortest..=longest).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        *part = digits.iter().fold(0, |number, digit| 10 * number + u16::from(digit - b'0'));
        count += 1;
    }
    let [year, month, day] = parts;
    (year > 0 && (1..=12).contains(&month) && day > 0).then_some((count, parts))
}

/// Returns the number of days of a month.
pub(crate) fn days_in_month(year: u16, month: u8) -> u8 {
    let is_leap_year = year.is_multiple_of(if year.is_multiple_of(100) { 400 } else { 4 });
    match month {
        2 if is_leap_year => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_the_form_of_iso_8601() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(Day::parse(text).map(Day::iso).as_deref(), expected, "{text}");
        };
        check("2024-05-16", Some("2024-05-16"));
        check("2024-5-6", Some("2024-05-06"));
        check("0001-01-01", Some("0001-01-01"));
        check("9999-12-31", Some("9999-12-31"));
        check("2024-02-29", Some("2024-02-29"));
        check("2000-02-29", Some("2000-02-29"));
        for text in [
            "",
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "2024-13-01",
            "2024-00-01",
            "2024-01-00",
            "0000-01-01",
            "2024-05",
            "2024-05-16-1",
            "24-05-16",
            "02024-05-16",
            "2024-005-16",
            "2024-05-1x",
            "+024-05-16",
            " 2024-05-16",
        ] {
            check(text, None);
        }
    }

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
