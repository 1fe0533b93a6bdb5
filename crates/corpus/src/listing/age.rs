//! Ages and dates: "2 months ago", "Yesterday", "16 May 2024", alone on a line or glued to the end of a section.

use crate::source::to_u32;

/// Units of age with the counts that pages print: they go over to the next unit where the range ends.
const UNITS: &[(&[&str], std::ops::RangeInclusive<u32>)] = &[
    (&["second", "seconds", "sec", "secs", "s"], 1..=59),
    (&["minute", "minutes", "min", "mins", "m"], 1..=59),
    (&["hour", "hours", "hr", "hrs", "h"], 1..=23),
    (&["day", "days", "d"], 1..=30),
    (&["week", "weeks", "wk", "wks", "w"], 1..=9),
    (&["month", "months", "mo", "mos", "mth", "mths"], 1..=11),
    (&["year", "years", "yr", "yrs", "y"], 1..=99),
];

/// Units in the singular: one of them is exactly 1, which settles "Election 20241 month ago".
const SINGULAR: &[&str] = &["second", "minute", "hour", "day", "week", "month", "year"];

/// Counts in words, longest first where one ends another.
const COUNTS: &[&str] = &[
    "a few",
    "several",
    "a couple of",
    "an",
    "a",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
];

/// Ages without a count.
const PHRASES: &[&str] =
    &["just now", "yesterday", "today", "last week", "last month", "last year"];

/// "… ago" in other languages: after the count and its unit.
const AFTER: &[&str] = &[
    "fa",
    "назад",
    "тому",
    "temu",
    "önce",
    "geleden",
    "sedan",
    "siden",
    "sitten",
    "पहले",
    "trước",
    "lalu",
    "atrás",
    "ที่แล้ว",
    "전",
    "前",
];

/// "… ago" in other languages: before the count and its unit.
const BEFORE: &[&str] = &[
    "hace",
    "il y a",
    "vor",
    "há",
    "منذ",
    "قبل",
    "πριν από",
    "πριν",
    "pred",
    "acum",
    "لפני",
    "לפני",
];

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "januar",
    "februar",
    "märz",
    "mai",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "janvier",
    "février",
    "mars",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "gennaio",
    "febbraio",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "settembre",
    "ottobre",
    "dicembre",
    "janeiro",
    "fevereiro",
    "março",
    "maio",
    "junho",
    "julho",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];

/// Words that stand around a date and say nothing else.
const AROUND: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "am",
    "pm",
    "a.m",
    "p.m",
    "at",
    "on",
    "of",
    "de",
    "published",
    "updated",
    "posted",
    "last",
    "modified",
    "date",
    "utc",
    "gmt",
    "est",
    "edt",
    "cst",
    "cdt",
    "mst",
    "mdt",
    "pst",
    "pdt",
    "et",
    "ct",
    "pt",
    "bst",
    "cet",
    "cest",
    "eet",
    "eest",
    "msk",
    "ist",
    "jst",
    "kst",
    "aest",
    "aedt",
    "uhr",
    "clock",
];

/// What may stand before an age: "Updated 2 hours ago".
const AROUND_AGES: &[&str] = &["last updated", "updated", "published", "posted"];

/// A section and an age that stood on one line, glued or with a space, dot or dash between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glued<'a> {
    pub(super) section: &'a str,
    pub(super) age: &'a str,
    /// Nothing stood between the two, as only scraped text has it.
    pub(super) without_space: bool,
    /// The age is counted ("2 months ago"), so that no headline ends like that by chance as easily as in "today".
    pub(super) counted: bool,
}

/// What the rest of a file says about its sections and ages.
pub(super) struct Habits<'a> {
    /// Whether a text is a section seen elsewhere in the file.
    pub(super) known: &'a dyn Fn(&str) -> bool,
    /// Whether the file puts a space before its ages, so that digits after a space are all a count.
    pub(super) spaced: bool,
}

/// Splits a line into section and age.
///
/// Where digits of the section and digits of the count run together, [`Numbers`] chooses.
pub(super) fn split<'a>(text: &'a str, habits: &Habits<'_>) -> Option<Glued<'a>> {
    // Far more than any section and age; it bounds the work on long lines.
    if text.len() > 400 || !may_say_when(text) {
        return None;
    }
    let lower = lowered(text);
    let (at, counted) = counted_start(text, &lower, habits).map(|at| (at, true)).or_else(|| {
        phrase_start(text, &lower).or_else(|| date_start(text)).map(|at| (at, false))
    })?;
    let (head, age) = text.split_at_checked(at)?;
    let without_space =
        head.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '.' | '\'' | '’' | '&'));
    let section = head.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '·' | '•' | '|' | '-' | '–' | '—' | ',' | ':')
    });
    (!section.is_empty()).then_some(Glued { section, age: age.trim(), without_space, counted })
}

/// Where a date or age at the end of a longer text starts.
pub(super) fn trailing_date(text: &str) -> Option<usize> {
    counted_start(text, &lowered(text), &Habits { known: &|_| false, spaced: true })
        .filter(|at| *at > 0)
        .or_else(|| date_start(text))
}

/// Whether the whole line is an age: "8 hours ago".
pub(super) fn is_age(text: &str) -> bool {
    if text.len() > 60 || !may_say_when(text) {
        return false;
    }
    let lower = lowered(text);
    PHRASES.contains(&&*lower)
        || counted_start(text, &lower, &Habits { known: &|_| false, spaced: true }) == Some(0)
}

/// Whether the whole line says when: a date with or without time, weekday, zone and "Published", or an age.
pub(super) fn is_date(text: &str) -> bool {
    if text.len() > 120 || !may_say_when(text) {
        return false;
    }
    let said = AROUND_AGES.iter().find_map(|word| {
        let (start, rest) = text.split_at_checked(word.len())?;
        start.eq_ignore_ascii_case(word).then(|| rest.trim_start_matches([':', ' ']))
    });
    if is_age(said.unwrap_or(text)) {
        return true;
    }
    let (mut month, mut numeric, mut numbers) = (false, false, 0);
    for piece in
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '•' | '·' | '|' | '(' | ')'))
    {
        let word = piece
            .trim_matches(|c: char| matches!(c, '.' | ':' | '-' | '–' | '—' | '/' | 'º' | 'ª'));
        if word.is_empty() {
            continue;
        }
        let lower = word.to_lowercase();
        if MONTHS.contains(&&*lower) {
            month = true;
        } else if is_numeric_date(word) {
            numeric = true;
        } else if is_small_number(&lower) || is_clock(&lower) {
            numbers += 1;
        } else if !AROUND.contains(&&*lower) {
            return false;
        }
    }
    numeric || (month && numbers > 0)
}

/// A quick no for most lines: what says when has a digit, or ends in "ago" or one of the phrases.
fn may_say_when(text: &str) -> bool {
    let ends_in = |word: &&str| {
        let at = text.len().checked_sub(word.len());
        at.and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    text.bytes().any(|b| b.is_ascii_digit()) || ends_in(&"ago") || PHRASES.iter().any(ends_in)
}

/// Lower case, letter by letter, so that offsets stay: ASCII only, which is all that the tables with offsets need.
fn lowered(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// Where "2 months ago" starts, at the end of the text.
fn counted_start(text: &str, lower: &str, habits: &Habits<'_>) -> Option<usize> {
    english(text, lower, habits)
        .or_else(|| suffixed(text, lower, habits))
        .or_else(|| prefixed(text, lower))
}

fn english(text: &str, lower: &str, habits: &Habits<'_>) -> Option<usize> {
    let before_ago = lower.strip_suffix("ago")?;
    let rest = before_ago.trim_end();
    if rest.len() == before_ago.len() {
        return None;
    }
    let rest = rest.strip_suffix('.').unwrap_or(rest);
    let unit_at =
        rest.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + next_char_len(rest, at));
    let (before, unit) = rest.split_at_checked(unit_at)?;
    let (_, range) = UNITS.iter().find(|(names, _)| names.contains(&unit))?;
    let count_end = before.trim_end();
    let spaced = count_end.len() < before.len();
    if count_end.ends_with(|c: char| c.is_ascii_digit()) {
        let exactly_one = SINGULAR.contains(&unit);
        let range = if exactly_one {
            1..=1
        } else {
            *range.start().max(&plural_start(unit))..=*range.end()
        };
        return Numbers { range, exactly_one }.start(text.get(..count_end.len())?, habits);
    }
    if !spaced {
        return None;
    }
    COUNTS.iter().find_map(|count| Some(count_end.strip_suffix(count)?.len()))
}

/// The least count a unit goes with: "months" are at least two, "mo" may be one.
fn plural_start(unit: &str) -> u32 {
    if unit.len() > 3 && unit.ends_with('s') { 2 } else { 1 }
}

/// Italian "2 mesi fa", Chinese "2个月前", and so on.
fn suffixed(text: &str, lower: &str, habits: &Habits<'_>) -> Option<usize> {
    let rest = AFTER.iter().find_map(|after| lower.strip_suffix(after))?;
    let digits_end = rest.rfind(|c: char| c.is_ascii_digit())? + 1;
    let unit = rest.get(digits_end..)?;
    // One word for the unit, no other digits or marks in it.
    if unit.trim().chars().count() > 12
        || unit.trim().contains(|c: char| !c.is_alphabetic() && !is_mark(c))
        || unit.trim().is_empty()
    {
        return None;
    }
    Numbers { range: 1..=59, exactly_one: false }.start(text.get(..digits_end)?, habits)
}

/// Spanish "hace 2 meses", German "vor 2 Monaten", and so on.
fn prefixed(text: &str, lower: &str) -> Option<usize> {
    BEFORE.iter().find_map(|before| {
        let at = lower.rfind(before)?;
        let mut words = lower.get(at + before.len()..)?.split_whitespace();
        let count = words.next()?;
        let unit = words.next()?;
        let spaced = lower.get(at + before.len()..)?.starts_with(char::is_whitespace);
        let plain = words.next().is_none() && unit.chars().all(|c| c.is_alphabetic() || is_mark(c));
        let counts = count.chars().all(|c| c.is_numeric())
            || matches!(count, "un" | "una" | "einem" | "einer" | "um" | "uma" | "une");
        (spaced && plain && counts && text.is_char_boundary(at)).then_some(at)
    })
}

/// Vowel signs and other marks inside words of Indic, Arabic and Thai script.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}'
        | '\u{93a}'..='\u{94f}' | '\u{e31}' | '\u{e34}'..='\u{e4e}')
}

fn phrase_start(text: &str, lower: &str) -> Option<usize> {
    PHRASES.iter().find_map(|phrase| {
        let at = lower.strip_suffix(phrase)?.len();
        let capital = text.get(at..)?.starts_with(|c: char| c.is_ascii_uppercase());
        let break_before = lower.get(..at)?.ends_with(|c: char| !c.is_alphanumeric());
        (capital || break_before).then_some(at)
    })
}

/// Where a date at the end of the text starts: the leftmost place from which the rest is a date and nothing else.
fn date_start(text: &str) -> Option<usize> {
    let tail = text.chars().rev().take(40).map(char::len_utf8).sum::<usize>();
    let from = text.len() - tail;
    let digit_in_tail = text.get(from..)?.contains(|c: char| c.is_ascii_digit());
    if !digit_in_tail {
        return None;
    }
    let mut before = text.get(..from)?.chars().last().unwrap_or(' ');
    for (at, c) in text.get(from..)?.char_indices() {
        // A date starts with a capital or a digit.
        let starts = c.is_uppercase() || (c.is_ascii_digit() && (from + at == 0 || before != '/'));
        before = c;
        if starts && from + at > 0 && text.get(from + at..).is_some_and(is_date) {
            return Some(from + at);
        }
    }
    None
}

/// 2024-05-16, 16/05/2024, 16.5.24, 2024年5月16日.
fn is_numeric_date(word: &str) -> bool {
    let Some(day) = word.split('T').next() else { return false };
    let parts: Vec<&str> =
        day.split(['-', '/', '.', '年', '月', '日']).filter(|p| !p.is_empty()).collect();
    let numeric = parts.iter().all(|p| p.len() <= 4 && p.chars().all(|c| c.is_ascii_digit()));
    match *parts {
        [a, b, c] if numeric => (a.len() == 4 || c.len() == 4 || c.len() == 2) && b.len() <= 2,
        _ => false,
    }
}

/// A day of the month ("3", "21st") or a year.
fn is_small_number(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = matches!(word.get(digits.len()..), Some("" | "st" | "nd" | "rd" | "th" | "er"));
    let Ok(number) = digits.parse::<u32>() else { return false };
    ordinal
        && ((1..=31).contains(&number) && digits.len() <= 2
            || (1900..=2099).contains(&number) && digits.len() == 4)
}

/// "11:00", "9.30am", "11h30".
fn is_clock(word: &str) -> bool {
    let bare = word.trim_end_matches("am").trim_end_matches("pm").trim_end_matches('z');
    let mut parts = bare.split([':', '.', 'h']);
    let two_digits = |p: Option<&str>| {
        p.is_some_and(|p| (1..=2).contains(&p.len()) && p.chars().all(|c| c.is_ascii_digit()))
    };
    two_digits(parts.next()) && (two_digits(parts.next()) || bare.len() < word.len())
}

/// Digits at the end of a text, of which the last few are a count and the others belong to what stands before.
///
/// "Election 20241 month", "Top 102 months", "G202 hours". In this order:
/// 1. a unit in the singular takes exactly one digit, a 1;
/// 2. a split that leaves a section known from elsewhere in the file;
/// 3. a split that leaves a year of four digits (1900 to 2099);
/// 4. all digits, if that is a count pages print, since most sections end in no digit; after a space only in a file
///    that puts one before its ages, since glue leaves none;
/// 5. the longest count that pages print for the unit and that leaves a number after a space, a hyphen or a word of at most
///    three letters ("Top 10", "Covid-19", "Web3"), because numbers are glued to short names only;
/// 6. all digits, whatever the count.
///
/// A count never starts with 0.
struct Numbers {
    range: std::ops::RangeInclusive<u32>,
    exactly_one: bool,
}

impl Numbers {
    /// Where the count starts in a text that ends in digits.
    fn start(&self, text: &str, habits: &Habits<'_>) -> Option<usize> {
        let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = text.get(head.len()..).filter(|d| !d.is_empty())?;
        if self.exactly_one && digits.ends_with('1') {
            return Some(text.len() - 1);
        }
        // Where each count that pages print would start, the shortest count first. No count has more than four digits.
        let counts: Vec<usize> = (1..=digits.len().min(4))
            .map(|length| text.len() - length)
            .filter(|&at| {
                let count = text.get(at..).unwrap_or_default();
                !count.starts_with('0') && count.parse().is_ok_and(|n| self.range.contains(&n))
            })
            .collect();
        let section_is = |at: usize, test: &dyn Fn(&str) -> bool| text.get(..at).is_some_and(test);
        let splits = || counts.iter().copied().filter(|&at| at > head.len());
        let spaced = head.ends_with(char::is_whitespace);
        let all = Some(head.len());
        splits()
            .find(|&at| section_is(at, habits.known))
            .or_else(|| splits().find(|&at| section_is(at, &ends_in_year)))
            .or_else(|| all.filter(|at| (!spaced || habits.spaced) && counts.contains(at)))
            .or_else(|| splits().rfind(|&at| section_is(at, &ends_in_numbered_name)))
            .or(all.filter(|_| !digits.starts_with('0')))
            .or_else(|| splits().next_back())
    }
}

fn ends_in_year(section: &str) -> bool {
    let head = section.trim_end_matches(|c: char| c.is_ascii_digit());
    section
        .get(head.len()..)
        .is_some_and(|d| d.len() == 4 && (d.starts_with("19") || d.starts_with("20")))
}

fn ends_in_numbered_name(section: &str) -> bool {
    let head = section.trim_end_matches(|c: char| c.is_ascii_digit());
    let word = to_u32(head.chars().rev().take_while(|c| c.is_alphabetic()).count());
    head.len() < section.len() && !head.is_empty() && word <= 3
}

fn next_char_len(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8)
}
