//! Splits digits that run together into the end of a section and the count of an age.
//!
//! Scraped pages glue the two: "Election 20241 month ago" is "Election 2024" and "1 month ago".

use std::ops::RangeInclusive;

use crate::source::saturating_u32;

/// The longest count that pages print, in digits.
const MAX_COUNT_DIGITS: usize = 4;

/// Facts about the rest of the file that settle an ambiguous split.
pub(super) struct FileHints<'a> {
    /// Returns whether a text is a section seen elsewhere in the file.
    pub(super) is_known_section: &'a dyn Fn(&str) -> bool,
    /// The file puts a space before its ages, so all digits after a space belong to the count.
    pub(super) spaced_ages: bool,
}

impl FileHints<'_> {
    /// Hints for a text in which all digits after a space belong to the count.
    pub(super) const SPACED: FileHints<'static> =
        FileHints { is_known_section: &|_| false, spaced_ages: true };
}

/// Finds the count at the end of a text whose other digits belong to a section.
///
/// The split is the first of these that applies:
///
/// 1. A singular unit takes exactly one digit, a 1.
/// 2. A split that leaves a section known from elsewhere in the file.
/// 3. A split that leaves a year (1900 to 2099).
/// 4. All digits, if pages print that count for the unit, because most sections end in no digit.
///    After a space this applies only in a file that puts a space before its ages, because glue
///    leaves none.
/// 5. The longest count that pages print for the unit and that leaves a number after a space, a
///    hyphen or a word of at most three letters ("Top 10", "Covid-19", "Web3"), because numbers are
///    attached to short names only.
/// 6. All digits, whatever the count.
///
/// A count never starts with 0.
pub(super) struct TrailingCount {
    /// The counts that pages print for the unit.
    pub(super) range: RangeInclusive<u32>,
    /// The unit is singular, so the count is 1.
    pub(super) singular: bool,
}

impl TrailingCount {
    /// Returns the offset of the count in a text that ends in digits.
    pub(super) fn start(&self, text: &str, hints: &FileHints<'_>) -> Option<usize> {
        let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = text.get(head.len()..).filter(|digits| !digits.is_empty())?;
        if self.singular && digits.ends_with('1') {
            return Some(text.len() - 1);
        }
        // The offsets of the counts that pages print, the shortest count first.
        let counts: Vec<usize> = (1..=digits.len().min(MAX_COUNT_DIGITS))
            .map(|length| text.len() - length)
            .filter(|&at| {
                let count = text.get(at..).unwrap_or_default();
                !count.starts_with('0') && count.parse().is_ok_and(|n| self.range.contains(&n))
            })
            .collect();
        let splits = || counts.iter().copied().filter(|&at| at > head.len());
        let section_is = |at: usize, test: &dyn Fn(&str) -> bool| text.get(..at).is_some_and(test);
        let after_space = head.ends_with(char::is_whitespace);
        let all = Some(head.len());
        splits()
            .find(|&at| section_is(at, hints.is_known_section))
            .or_else(|| splits().find(|&at| section_is(at, &ends_in_year)))
            .or_else(|| all.filter(|at| (!after_space || hints.spaced_ages) && counts.contains(at)))
            .or_else(|| splits().rfind(|&at| section_is(at, &ends_in_numbered_name)))
            .or(all.filter(|_| !digits.starts_with('0')))
            .or_else(|| splits().next_back())
    }
}

fn ends_in_year(section: &str) -> bool {
    let head = section.trim_end_matches(|c: char| c.is_ascii_digit());
    section.get(head.len()..).is_some_and(|digits| {
        digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
    })
}

/// Returns whether a section ends in a number that is part of a short name: "Top 10", "Covid-19",
/// "G20", "Web3".
fn ends_in_numbered_name(section: &str) -> bool {
    let head = section.trim_end_matches(|c: char| c.is_ascii_digit());
    let letters = saturating_u32(head.chars().rev().take_while(|c| c.is_alphabetic()).count());
    head.len() < section.len() && !head.is_empty() && letters <= 3
}
