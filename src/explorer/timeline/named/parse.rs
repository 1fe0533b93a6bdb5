//! The dates that a text names, in the forms of its language: "16 May 2024", "May 2024", "in 2024".
//!
//! Each date has a year of four digits. A day without its year is none, because nothing in a text
//! tells the year for sure, and a bare number is none, because it may be a quantity: a year needs a
//! word or a sign that tells it from one. Looking around a number is bounded, so a text takes time
//! in proportion to its length.

use super::words::{Words, month_forms};
use crate::explorer::scale::exists;
use cuttings_edition::Day;
use cuttings_search::fold;
use std::ops::{Range, RangeInclusive};

/// The years that are read. Other numbers of four digits are more often quantities.
const YEARS: RangeInclusive<u16> = 1000..=2099;

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundDate {
    pub(super) when: When,
    /// The bytes of the date in the text.
    pub(super) range: Range<usize>,
}

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    /// The day, or the first one of the month or the year.
    pub(super) first: Day,
    pub(super) precision: Precision,
}

/// The length of the time that a date stands for, the longest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Precision {
    Year,
    Month,
    Day,
}

impl When {
    fn year(year: u16) -> When {
        When { first: Day { year, month: 1, day: 1 }, precision: Precision::Year }
    }

    fn month(year: u16, month: u8) -> Option<When> {
        let first = Day { year, month, day: 1 };
        exists(first).then_some(When { first, precision: Precision::Month })
    }

    fn day(year: u16, month: u8, day: u8) -> Option<When> {
        let first = Day { year, month, day };
        exists(first).then_some(When { first, precision: Precision::Day })
    }

    /// Returns a number by which dates are in their order: a year before its months.
    pub(super) fn number(self) -> u32 {
        let Day { year, month, day } = self.first;
        let (month, day) = match self.precision {
            Precision::Year => (0, 0),
            Precision::Month => (month, 0),
            Precision::Day => (month, day),
        };
        u32::from(year) << 9 | u32::from(month) << 5 | u32::from(day)
    }

    /// Returns the date as ISO 8601 writes it: "2024-05-16", "2024-05" or "2024".
    pub(super) fn iso(self) -> String {
        let mut text = self.first.iso();
        text.truncate(match self.precision {
            Precision::Year => 4,
            Precision::Month => 7,
            Precision::Day => 10,
        });
        text
    }
}

/// Returns the dates in a text of a language, in their order.
pub(super) fn dates_in(text: &str, language: &str) -> Vec<FoundDate> {
    let words = Words::of(language);
    let mut found: Vec<FoundDate> = Vec::new();
    for (year, range) in years(text) {
        let read = found.last().map_or(0, |date| date.range.end);
        // A year that belongs to the date before has been read.
        if let Some(before) = text.get(read..range.start)
            && let Some(after) = text.get(range.end..)
        {
            let place = Place { year, text, read, before, after, words };
            found.extend(place.dates().into_iter().flatten().flatten());
        }
    }
    found
}

/// Returns the numbers that may be years, with their bytes.
fn years(text: &str) -> Vec<(u16, Range<usize>)> {
    let mut years = Vec::new();
    let mut at = 0;
    // Most bytes are in no digit, so letters are decoded only where one may be.
    while let Some(rest) = text.get(at..)
        && let Some(letters) = rest.bytes().position(may_begin_digit)
    {
        let start = at + letters;
        let (mut end, mut digits, mut value) = (start, 0_usize, 0_u16);
        for letter in text.get(start..).unwrap_or_default().chars() {
            let Some(digit) = digit(letter) else {
                // Other letters have the first byte of a digit, too.
                if digits == 0 {
                    end += letter.len_utf8();
                }
                break;
            };
            end += letter.len_utf8();
            digits += 1;
            value = value.saturating_mul(10).saturating_add(digit);
        }
        if digits == 4 && YEARS.contains(&value) {
            years.push((value, start..end));
        }
        at = end;
    }
    years
}

/// Returns whether a byte is an ASCII digit, or the first one of a digit that [`digit`] knows.
fn may_begin_digit(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, 0xd9 | 0xdb | 0xef)
}

/// A year with the text on both sides of it.
#[derive(Clone, Copy, Debug)]
struct Place<'t> {
    year: u16,
    text: &'t str,
    /// The bytes of the text that belong to dates before.
    read: usize,
    /// The text between these and the year, and that after the year.
    before: &'t str,
    after: &'t str,
    words: Option<&'static Words>,
}

impl<'t> Place<'t> {
    /// Returns the date with this year; two if it is the first of two years.
    fn dates(self) -> Option<[Option<FoundDate>; 2]> {
        let date = self.iso_date().or_else(|| self.date_with_signs());
        let date = date.or_else(|| self.date_in_numbers()).or_else(|| self.date_with_month());
        date.map(|date| [Some(date), None]).or_else(|| self.lone_years())
    }

    /// Returns a date between two parts of the text.
    fn found(self, when: When, before: &str, after: &str) -> FoundDate {
        FoundDate { when, range: self.read + before.len()..self.text.len() - after.len() }
    }

    /// Reads "2024-05-16", perhaps with a time of day.
    fn iso_date(self) -> Option<FoundDate> {
        let sign = self.after.chars().next().filter(|sign| matches!(sign, '-' | '/'))?;
        let (month, rest) = short_number(self.after.strip_prefix(sign)?)?;
        let (day, rest) = short_number(rest.strip_prefix(sign)?)?;
        let time = |rest: &str| rest.chars().next().and_then(digit).is_some();
        let is_end = !rest.starts_with(sign) && ends_number(rest)
            || rest.strip_prefix('T').is_some_and(time);
        let when = When::day(self.year, month, day)?;
        (is_end && begins_number(self.before)).then(|| self.found(when, self.before, rest))
    }

    /// Reads "2024年5月16日", "2024年5月" and "2024年".
    fn date_with_signs(self) -> Option<FoundDate> {
        let rest = without_space(self.after).strip_prefix('年')?;
        let before = self.before.chars().next_back();
        if before.is_some_and(|it| it.is_ascii_alphanumeric() || is_sign_of_number(it)) {
            return None;
        }
        let part = |rest: &'t str, signs: &[char]| {
            let (number, rest) = short_number(without_space(rest))?;
            Some((number, without_space(rest).strip_prefix(signs)?))
        };
        let (when, rest) = match part(rest, &['月']) {
            Some((month, rest)) => {
                let day = part(rest, &['日', '号', '號']);
                let day =
                    day.and_then(|(day, rest)| Some((When::day(self.year, month, day)?, rest)));
                day.or_else(|| Some((When::month(self.year, month)?, rest)))?
            }
            None => (When::year(self.year), rest),
        };
        let is_duration = when.precision == Precision::Year
            && DURATIONS.iter().any(|sign| without_space(rest).starts_with(*sign));
        (!is_duration).then(|| self.found(when, self.before, rest))
    }

    /// Reads "16.5.2024".
    fn date_in_numbers(self) -> Option<FoundDate> {
        let rest = trim_end(self.before).strip_suffix('.')?;
        let (month, rest) = short_number_before(rest)?;
        let (day, rest) = short_number_before(trim_end(trim_end(rest).strip_suffix('.')?))?;
        let when = When::day(self.year, month, day)?;
        let is_date = begins_number(rest) && ends_number(self.after);
        is_date.then(|| self.found(when, rest, self.after))
    }

    /// Reads "16 May 2024", "May 16, 2024" and "May 2024".
    fn date_with_month(self) -> Option<FoundDate> {
        let words = self.words.filter(|_| ends_number(self.after))?;
        let spaced = trim_end(self.before);
        if spaced.len() == self.before.len() {
            return None;
        }
        let rest = words.without_link(spaced.strip_suffix(',').unwrap_or(spaced));
        let (when, rest) = match words.month_before(rest) {
            Some(month) => self.day_and_month(words, month),
            None => self.month_and_day(words, rest),
        }?;
        Some(self.found(when, rest, self.after))
    }

    /// Reads the day before a month, if there is one: "16 May".
    fn day_and_month(self, words: &Words, named: MonthBefore<'t>) -> Option<(When, &'t str)> {
        let MonthBefore { month, rest, is_short } = named;
        let spaced = words.without_link(trim_end(rest));
        let day = day_before(spaced.strip_suffix('.').unwrap_or(spaced));
        let day = day.filter(|(_, rest)| begins_number(rest));
        let day = day.and_then(|(day, rest)| Some((When::day(self.year, month, day)?, rest)));
        // An abbreviation may be a word of its own.
        let alone = || Some((When::month(self.year, month)?, rest));
        day.or_else(|| if is_short { None } else { alone() })
    }

    /// Reads the month before a day: "May 16". Of several days, only the month is certain.
    fn month_and_day(self, words: &Words, rest: &'t str) -> Option<(When, &'t str)> {
        let (day, rest) = day_before(rest)?;
        let (is_span, rest) = match rest.strip_suffix(['-', '–']) {
            Some(rest) => (true, day_before(rest)?.1),
            None => (false, rest),
        };
        let spaced = trim_end(rest);
        let MonthBefore { month, rest: before, .. } = words.month_before(spaced)?;
        let when = match is_span {
            true => When::month(self.year, month),
            false => When::day(self.year, month, day),
        };
        Some((when.filter(|_| spaced.len() < rest.len())?, before))
    }

    /// Reads a year of which words or brackets say that it is one, and perhaps a second year.
    fn lone_years(self) -> Option<[Option<FoundDate>; 2]> {
        let second = self.second_year();
        let after = second.map_or(self.after, |(_, rest)| after_number(rest));
        if !ends_number(after) || !begins_number(self.before) {
            return None;
        }
        let is_in_brackets = self.before.ends_with('(') && after.starts_with(')');
        let is_year = is_in_brackets
            || self.words.is_some_and(|words| {
                let spaced = trim_end(self.before);
                let has = |list: &[&str]| {
                    let mut list = list.iter();
                    spaced.len() < self.before.len()
                        && list.any(|word| without_word(spaced, word).is_some())
                };
                has(words.before)
                    || words.after.contains(&first_word(without_space(after)))
                    || (has(words.prepositions) || second.is_some() && has(words.pairs))
                        && words.goes_on(after)
            });
        let second = second.map(|(year, rest)| {
            let start = self.text.len() - rest.len();
            let range = start..self.text.len() - after.len();
            FoundDate { when: When::year(year), range }
        });
        let first = self.found(When::year(self.year), self.before, self.after);
        is_year.then_some([Some(first), second])
    }

    /// Returns the second of two years, with the text from its first digit: "2014–2019", "2014 to
    /// 2019".
    fn second_year(self) -> Option<(u16, &'t str)> {
        let rest = match self.after.strip_prefix(['-', '–']) {
            Some(rest) => rest,
            None => {
                let joints = self.words.map_or(&[][..], |words| words.joints);
                let rest = self.after.strip_prefix(is_space)?;
                let rest = joints.iter().find_map(|joint| rest.strip_prefix(joint))?;
                rest.strip_prefix(is_space)?
            }
        };
        let (start, end) = (0, rest.len() - after_number(rest).len());
        let (year, _) = years(rest.get(start..end)?).pop()?;
        (year > self.year).then_some((year, rest))
    }
}

/// A month before a place in a text.
#[derive(Clone, Copy, Debug)]
struct MonthBefore<'t> {
    month: u8,
    /// The text before the month.
    rest: &'t str,
    /// True for an abbreviation without a full stop.
    is_short: bool,
}

impl Words {
    /// Returns the month whose name ends a text.
    fn month_before<'t>(&self, text: &'t str) -> Option<MonthBefore<'t>> {
        let find = |names: &'static str, text: &'t str| {
            let mut months = month_forms(names);
            months.find_map(|(month, mut forms)| {
                Some((month, forms.find_map(|form| without_word(text, form))?))
            })
        };
        let full = |text| find(self.months, text);
        if let Some((month, rest)) = full(text) {
            // Two names for one month: "مايو/أيار".
            let other = rest.strip_suffix('/').and_then(full).filter(|(other, _)| *other == month);
            let rest = other.map_or(rest, |(_, rest)| rest);
            return Some(MonthBefore { month, rest, is_short: false });
        }
        let stopped = text.strip_suffix('.');
        let (month, rest) = find(self.short_months, stopped.unwrap_or(text))?;
        Some(MonthBefore { month, rest, is_short: stopped.is_none() })
    }

    /// Removes a word between the parts of a date from the end of a text.
    fn without_link<'t>(&self, text: &'t str) -> &'t str {
        let mut links = self.links.iter();
        links.find_map(|link| without_word(text, link)).map_or(text, trim_end)
    }

    /// Returns whether a text that follows a number shows that it is not one of things: it begins
    /// with a sign, a name, or a word that does not stand for things.
    fn goes_on(&self, text: &str) -> bool {
        let Some(rest) = text.strip_prefix(is_space) else { return true };
        let word = first_word(rest);
        match word.chars().next() {
            None => !rest.starts_with(|it| digit(it).is_some() || "%°€$£¥₴₽₹+×".contains(it)),
            Some(letter) if letter.is_uppercase() => self.has_small_nouns,
            Some(_) => self.is_follower(word),
        }
    }
}

/// The signs behind that for years if these are a time that something takes.
const DURATIONS: [&str; 13] =
    ["間", "间", "前", "来", "來", "以上", "以内", "以內", "余", "餘", "多", "の歴史", "历史"];

/// Returns the value of a decimal digit: also of wide ones, and of those of Arabic and Persian.
fn digit(letter: char) -> Option<u16> {
    let zero = match letter {
        '0'..='9' => '0',
        '０'..='９' => '０',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    u16::try_from(u32::from(letter) - u32::from(zero)).ok()
}

/// Reads the one or two digits with which a text begins, and returns the text after them.
fn short_number(text: &str) -> Option<(u8, &str)> {
    let rest = after_number(text);
    let number = text.get(..text.len() - rest.len())?;
    Some((short_value(number)?, rest))
}

/// Reads the one or two digits with which a text ends, and returns the text before them.
fn short_number_before(text: &str) -> Option<(u8, &str)> {
    let rest = text.trim_end_matches(|letter| digit(letter).is_some());
    let number = text.get(rest.len()..)?;
    Some((short_value(number)?, rest))
}

fn short_value(number: &str) -> Option<u8> {
    let (mut value, mut digits) = (0, 0);
    for digit in number.chars().map_while(digit).take(3) {
        value = value * 10 + digit;
        digits += 1;
    }
    u8::try_from(value).ok().filter(|_| (1..=2).contains(&digits))
}

/// Reads the day with which a text ends, "16" or "16th", and returns the text before it.
fn day_before(text: &str) -> Option<(u8, &str)> {
    const ENDINGS: [&str; 8] = ["st", "nd", "rd", "th", "er", "º", "ª", "°"];
    let number = ENDINGS.iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    short_number_before(number)
}

/// Returns the text after the digits with which it begins.
fn after_number(text: &str) -> &str {
    text.trim_start_matches(|letter| digit(letter).is_some())
}

/// Returns whether a number can begin after a text: it does not go on with the same word.
fn begins_number(text: &str) -> bool {
    let before = text.chars().next_back();
    before.is_none_or(|it| !it.is_alphanumeric() && !is_sign_of_number(it))
}

/// Returns whether a number ends before a text: neither a word nor a fraction goes on there.
fn ends_number(text: &str) -> bool {
    let mut letters = text.chars();
    let (Some(next), then) = (letters.next(), letters.next()) else { return true };
    let goes_on = match next {
        '.' | ',' | ':' | '\'' | '’' => then.and_then(digit).is_some(),
        '-' => then.is_some_and(char::is_alphanumeric),
        _ => next.is_alphanumeric() || next == '%' || is_sign_of_number(next),
    };
    !goes_on
}

/// Returns whether a sign makes what stands beside it another thing than a date: a part of a
/// larger number, an amount, a name of a file or an address.
fn is_sign_of_number(sign: char) -> bool {
    const SIGNS: &str = ".,:-–−+/\\=_#@&~°$€£¥₴₽₹";
    SIGNS.contains(sign)
}

/// Removes a word from the end of a text, in letters of either size unless the word has a capital,
/// and perhaps without its accents.
fn without_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text;
    for letter in word.chars().rev() {
        let last = rest.chars().next_back()?;
        if !is_same(last, letter) {
            return None;
        }
        rest = rest.get(..rest.len() - last.len_utf8())?;
    }
    let before = rest.chars().next_back();
    before.is_none_or(|it| !it.is_alphanumeric()).then_some(rest)
}

/// Compares a letter of a text with one of a word.
fn is_same(letter: char, of_word: char) -> bool {
    let folded = |letter: char| fold(letter.encode_utf8(&mut [0; 4]));
    letter == of_word
        || letter.to_ascii_lowercase() == of_word
        || !of_word.is_ascii() && folded(letter) == folded(of_word)
}

/// Returns the letters with which a text begins.
fn first_word(text: &str) -> &str {
    let rest = text.trim_start_matches(char::is_alphabetic);
    text.get(..text.len() - rest.len()).unwrap_or_default()
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace()
}

/// Returns a text without the space with which it begins.
fn without_space(text: &str) -> &str {
    text.strip_prefix(is_space).unwrap_or(text)
}

/// Returns a text without the space with which it ends.
fn trim_end(text: &str) -> &str {
    text.strip_suffix(is_space).unwrap_or(text)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Compares the dates of a text: the words of each, and the date that they stand for.
    #[track_caller]
    fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
        let found = dates_in(text, language);
        let found: Vec<(&str, String)> =
            found.iter().map(|date| (&text[date.range.clone()], date.when.iso())).collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(words, iso)| (*words, &**iso)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_in_numbers_are_read_in_any_language() {
        for language in ["en", "de", "tlh", ""] {
            check(language, "On 2024-05-16, at sea.", &[("2024-05-16", "2024-05-16")]);
            check(language, "(2024-05-16T10:30:00Z)", &[("2024-05-16", "2024-05-16")]);
            check(language, "2024/5/6", &[("2024/5/6", "2024-05-06")]);
            check(language, "Am 16.5.2024.", &[("16.5.2024", "2024-05-16")]);
            check(language, "16. 05. 2024", &[("16. 05. 2024", "2024-05-16")]);
            check(language, "Ada Berg (1944)", &[("1944", "1944")]);
            check(language, "(1944–2019)", &[("1944", "1944"), ("2019", "2019")]);
            check(language, "于2024年5月16日在", &[("2024年5月16日", "2024-05-16")]);
            for text in [
                "2024-05-32",
                "2023-02-29",
                "2024-05-16-01",
                "12024-05-16",
                "a/2024/05/16",
                "1.2.2024.5",
                "31.2.2024",
                "05/06/2024",
                "0999-01-01",
                "2024-05",
            ] {
                check(language, text, &[]);
            }
        }
    }

    #[test]
    fn months_have_their_names() {
        for text in
            ["16 May 2024", "May 16, 2024", "16th of May 2024", "May 16 2024", "16 May, 2024"]
        {
            check("en", text, &[(text, "2024-05-16")]);
        }
        check(
            "en",
            "on 16\u{a0}Sept. 2024 or Feb. 2023",
            &[("16\u{a0}Sept. 2024", "2024-09-16"), ("Feb. 2023", "2023-02")],
        );
        check("en", "MAY 2024", &[("MAY 2024", "2024-05")]);
        check("en", "May 15–16, 2024", &[("May 15–16, 2024", "2024-05")]);
        check("en", "15-16 May 2024", &[("May 2024", "2024-05")]);
        check("en", "99 May 2024", &[("May 2024", "2024-05")]);
        check(
            "de",
            "Am 16. Mai 2024 und im Jänner 2023",
            &[("16. Mai 2024", "2024-05-16"), ("Jänner 2023", "2023-01")],
        );
        check("fr", "le 1er août 2024", &[("1er août 2024", "2024-08-01")]);
        check(
            "fr",
            "FÉVRIER 2024, fevrier 2023",
            &[("FÉVRIER 2024", "2024-02"), ("fevrier 2023", "2023-02")],
        );
        check("uk", "Січень 2024", &[("Січень 2024", "2024-01")]);
        check("es", "el 16 de mayo de 2024", &[("16 de mayo de 2024", "2024-05-16")]);
        check("pt-BR", "em 1º de março de 2024", &[("1º de março de 2024", "2024-03-01")]);
        check("it", "il 16 maggio 2024", &[("16 maggio 2024", "2024-05-16")]);
        check("nl", "16 mei 2024", &[("16 mei 2024", "2024-05-16")]);
        check(
            "pl",
            "16 maja 2024 r., w maju 2023",
            &[("16 maja 2024", "2024-05-16"), ("maju 2023", "2023-05")],
        );
        check("uk", "16 травня 2024 року", &[("16 травня 2024", "2024-05-16")]);
        check("ar", "في ١٦ مايو/أيار ٢٠٢٤", &[("١٦ مايو/أيار ٢٠٢٤", "2024-05-16")]);
        check("ja", "２０２４年５月１６日に", &[("２０２４年５月１６日", "2024-05-16")]);
        check("zh", "2024 年 5 月", &[("2024 年 5 月", "2024-05")]);
        // A month of another language, a word that only looks like a month, and no year.
        check("de", "16 May 2024", &[]);
        for text in
            ["it may 2024", "dismay 2024", "Mar 2024", "16 May", "since October 7", "May 24"]
        {
            check("en", text, &[]);
        }
    }

    #[test]
    fn a_year_needs_a_word_that_tells_it_from_a_quantity() {
        for text in [
            "in 2019",
            "In 2019, all was calm.",
            "since 2019.",
            "in 2019 the ferry",
            "in 2019 Ada Berg",
            "in 2019 – a calm year",
            "the year 2019 saw it",
            "the summer of 2019",
            "in 2019’s summer",
        ] {
            check("en", text, &[("2019", "2019")]);
        }
        for text in [
            "2019",
            "2019 boats",
            "in 2019 boats",
            "in 2000 small boats",
            "in 2019%",
            "in 2019 % of",
            "a total of 2019.",
            "rose to 2019.",
            "in 2,019 boats",
            "in 2019.5 km",
            "in $2019",
            "in the 2010s",
            "in 0999",
            "in 2100",
            "in 12019",
            "in 2019-style",
            "within2019",
            "begin 2019",
            "built from 2019 boats",
        ] {
            check("en", text, &[]);
        }
        check(
            "en",
            "from 2014 to 2019, and between 1944 and 1946 in",
            &[("2014", "2014"), ("2019", "2019"), ("1944", "1944"), ("1946", "1946")],
        );
        check("en", "between 1900 and 2000 people", &[]);
        check("de", "seit 2019, im Jahr 2020 Boote", &[("2019", "2019"), ("2020", "2020")]);
        check("de", "seit 2000 Jahren, in 2019 Booten", &[]);
        check("fr", "depuis 2019, en 2000 mètres", &[("2019", "2019")]);
        check("es", "en 2019 el barco, en 2000 barcos", &[("2019", "2019")]);
        check("it", "nel 2019 la nave", &[("2019", "2019")]);
        check("pt", "em 2019, em 2000 barcos", &[("2019", "2019")]);
        check("nl", "in 2019 werd, in 2000 boten", &[("2019", "2019")]);
        check(
            "pl",
            "w 2019 roku, w latach 2014–2016.",
            &[("2019", "2019"), ("2014", "2014"), ("2016", "2016")],
        );
        check("pl", "w 2019 łodziach", &[]);
        check("uk", "у 2019 році, 2000 років", &[("2019", "2019")]);
        check("ar", "عام 2019", &[("2019", "2019")]);
        check("zh", "2019年，2000年前", &[("2019年", "2019")]);
        check("ja", "2000年間、2019年に", &[("2019年", "2019")]);
    }

    /// The dates as the page writes them, in each of its languages.
    #[test]
    fn the_names_of_the_catalogues_are_known() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/messages");
        let mut languages = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let language = path.file_stem().unwrap().to_str().unwrap();
            let catalogue = std::fs::read_to_string(&path).unwrap();
            let message = |name: &str| {
                let start = [name, " = "].concat();
                catalogue.lines().find_map(|line| line.strip_prefix(&*start)).unwrap().to_owned()
            };
            for (list, form, day) in [
                ("months", "date-long", "-16"),
                ("months-short", "date-short", "-16"),
                ("months-alone", "month-of-year", ""),
            ] {
                for (month, name) in (1..).zip(message(list).split(", ")) {
                    let text = message(form).replace("{ $day }", "16").replace("{ $month }", name);
                    let text = text.replace("{ $year }", "2024");
                    let found = dates_in(&text, language);
                    let found: Vec<String> = found.iter().map(|date| date.when.iso()).collect();
                    assert_eq!(found, [format!("2024-{month:02}{day}")], "{language}: {text}");
                }
            }
            languages += 1;
        }
        assert_eq!(languages, 12);
    }

    #[test]
    fn a_year_comes_before_its_months_and_these_before_their_days() {
        let dates = dates_in("2024-01-01, in January 2024, in 2024.", "en");
        let numbers: Vec<u32> = dates.iter().map(|date| date.when.number()).collect();
        assert_eq!(numbers.len(), 3);
        assert!(numbers.is_sorted_by(|one, other| one > other), "{numbers:?}");
    }

    proptest! {
        #[test]
        fn dates_are_in_the_text_one_after_the_other(
            text in "\\PC{0,40}|([0-9]{1,5}|[ .,/–-]|May|Mai|mayo|de|in|since|from|to|年|月|日|٢٠٢٤){0,14}",
            language in "en|de|es|ar|ja|zh|tlh|",
        ) {
            let dates = dates_in(&text, &language);
            prop_assert!(dates.iter().all(|date| text.get(date.range.clone()).is_some()));
            prop_assert!(dates.iter().all(|date| !date.range.is_empty()));
            prop_assert!(dates.windows(2).all(|two| two[0].range.end <= two[1].range.start));
            prop_assert!(dates.iter().all(|date| exists(date.when.first)));
        }
    }
}
