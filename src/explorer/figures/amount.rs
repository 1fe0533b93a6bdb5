//! The number that the words of a figure stand for: an edition has the words and their order by
//! size, but not the sizes.
//!
//! The rules are those by which `cuttings-insight` finds figures, for the forms that it accepts.

use std::ops::Range;

/// A number, or a range of numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount {
    /// The number, or the lower end of a range.
    pub(super) low: f64,
    /// The upper end of a range.
    pub(super) high: Option<f64>,
    /// The bytes of the number in the text, with its currency and per cent sign: "$2.2 billion".
    pub(super) words: Range<usize>,
}

impl Amount {
    /// Reads the first number of a text. In some languages a comma is the decimal sign.
    pub(super) fn read(text: &str, has_decimal_comma: bool) -> Option<Amount> {
        let words = words(text);
        let reader = Reader { text, words: &words, has_decimal_comma };
        let first = (0..words.len()).find_map(|at| reader.number(at))?;
        let Some(second) = reader.second(&first) else {
            let words = first.start..first.end;
            return Some(Amount { low: first.value, high: None, words });
        };
        // The scale in "$2 to $3 billion" belongs to both numbers.
        let scales = [1e12, 1e9, 1e6];
        let scale = scales.into_iter().find(|scale| second.value >= *scale && first.value < 1000.0);
        let scaled = first.value * scale.unwrap_or(1.0);
        let low = if scaled < second.value { scaled } else { first.value };
        Some(Amount { low, high: Some(second.value), words: first.start..second.end })
    }

    /// The number by which figures are sorted: the upper end of a range.
    pub(super) fn size(&self) -> f64 {
        self.high.unwrap_or(self.low)
    }
}

/// Returns whether texts in a language have a comma between a number and its fraction.
pub(super) fn has_decimal_comma(language: &str) -> bool {
    let language = language.split('-').next().unwrap_or_default();
    const WITH_POINT: [&str; 11] =
        ["ar", "en", "he", "hi", "ja", "ko", "ms", "sw", "th", "ur", "zh"];
    !language.is_empty() && !WITH_POINT.contains(&language)
}

/// A number in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Number {
    value: f64,
    /// The bytes of the number.
    start: usize,
    end: usize,
    /// The word after the number and its unit.
    next: usize,
    is_percentage: bool,
}

/// Reads the numbers of a text.
struct Reader<'a> {
    text: &'a str,
    words: &'a [Range<usize>],
    has_decimal_comma: bool,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).and_then(|range| self.text.get(range.clone())).unwrap_or_default()
    }

    fn lower(&self, at: usize) -> String {
        self.word(at).to_ascii_lowercase()
    }

    /// Reads the number that starts at a word.
    fn number(&self, at: usize) -> Option<Number> {
        let is_currency = matches!(self.word(at), "$" | "€" | "£" | "¥" | "₴" | "₽" | "₹");
        let first = at + usize::from(is_currency);
        let (mut value, mut last) = self.value(first)?;
        let mut next = last + 1;
        // "5-million"
        let scaled = if self.word(next) == "-" { next + 1 } else { next };
        if let Some(scale) = scale(&self.lower(scaled)) {
            value *= scale;
            (last, next) = (scaled, scaled + 1);
        }
        let is_percentage = match &*self.lower(next) {
            "%" => {
                last = next;
                true
            }
            "percent" | "pct" | "prozent" => true,
            "per" => matches!(&*self.lower(next + 1), "cent" | "cents"),
            _ => false,
        };
        // A currency may stand between the two numbers of a range.
        let is_unit = is_percentage || matches!(self.word(next), "$" | "€" | "£" | "¥");
        let unit = usize::from(is_unit) + usize::from(is_percentage && self.lower(next) == "per");
        let start = self.words.get(at)?.start;
        let end = self.words.get(last)?.end;
        value.is_finite().then_some(Number { value, start, end, next: next + unit, is_percentage })
    }

    /// Reads a number in digits or words, without a scale. Returns the last of its words.
    fn value(&self, at: usize) -> Option<(f64, usize)> {
        let word = self.lower(at);
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            return Some((digits(&word, self.has_decimal_comma)?, at));
        }
        if word == "half" && self.lower(at + 1) == "a" {
            scale(&self.lower(at + 2))?;
            return Some((0.5, at + 1));
        }
        if word == "a" {
            scale(&self.lower(at + 1))?;
            return Some((1.0, at));
        }
        Some((value_in_words(&word)?, at))
    }

    /// Reads the upper end of a range: "11,000 to 12,000", "10–15".
    fn second(&self, first: &Number) -> Option<Number> {
        let joins = matches!(&*self.lower(first.next), "to" | "–" | "-" | "or" | "and" | "bis");
        let second = self.number(first.next + 1).filter(|_| joins)?;
        // "7.8 pct to 46,867 billion" are two figures.
        let is_same = second.is_percentage || !first.is_percentage;
        (second.value > first.value && is_same).then_some(second)
    }
}

/// Splits a text into numbers, words with hyphens, and signs.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut before = ' ';
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map_or(' ', |(_, letter)| *letter);
        let is_in_number =
            matches!(letter, '.' | ',') && before.is_ascii_digit() && after.is_ascii_digit();
        let is_in_word = letter == '-' && is_letter(before) && is_letter(after);
        let is_part = letter.is_ascii_digit() || is_letter(letter) || is_in_number || is_in_word;
        // A letter ends a number: "20m".
        let is_same = before.is_ascii_digit() == letter.is_ascii_digit()
            || matches!(before, '.' | ',')
            || is_in_number;
        if !is_part || !is_same {
            words.extend(start.take().map(|start| start..at));
        }
        if is_part {
            start.get_or_insert(at);
        } else if !matches!(letter, ' ' | '\n' | '\t' | NO_BREAK_SPACE | NARROW_SPACE) {
            words.push(at..at + letter.len_utf8());
        }
        before = letter;
    }
    words.extend(start.map(|start| start..text.len()));
    words
}

/// Spaces between a number and its unit.
const NO_BREAK_SPACE: char = '\u{a0}';
const NARROW_SPACE: char = '\u{202f}';

/// Returns whether a word may contain a character: the tables of all letters would add to the
/// program.
fn is_letter(letter: char) -> bool {
    let is_sign = matches!(
        letter,
        '–' | '—'
            | '“'
            | '”'
            | '’'
            | '€'
            | '£'
            | '¥'
            | '₴'
            | '₽'
            | '₹'
            | NO_BREAK_SPACE
            | NARROW_SPACE
    );
    letter.is_ascii_alphabetic() || !letter.is_ascii() && !is_sign
}

/// Reads digits with signs between groups and before the fraction.
fn digits(word: &str, has_decimal_comma: bool) -> Option<f64> {
    let (decimal, group) = if has_decimal_comma { (',', '.') } else { ('.', ',') };
    let is_grouped = |sign: char| {
        let mut groups = word.split(sign).skip(1);
        groups.all(|group| group.len() == 3 && group.bytes().all(|it| it.is_ascii_digit()))
    };
    let plain: String = match (word.contains(decimal), word.contains(group)) {
        // A sign that separates no groups of three is a decimal one, whatever the language.
        (false, true) if word.matches(group).count() == 1 && !is_grouped(group) => {
            word.replace(group, ".")
        }
        _ => word.chars().filter(|it| *it != group).collect::<String>().replace(decimal, "."),
    };
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = [whole, fraction].concat();
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let value = digits.bytes().fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0'));
    let value = fraction.bytes().fold((value, 1.0), |(value, unit), _| (value, unit * 10.0));
    Some(value.0 / value.1)
}

/// Reads a number in one word: "two", "twenty-five", "two-and-a-half", "six-day".
fn value_in_words(word: &str) -> Option<f64> {
    let small = |word: &str| {
        let place = SMALL.split(' ').position(|other| other == word);
        place.map(|place| place as f64)
    };
    let tens = |word: &str| {
        let place = TENS.split(' ').position(|other| other == word);
        place.map(|place| (20 + 10 * place) as f64)
    };
    if let Some(value) = small(word).or(tens(word)) {
        return Some(value);
    }
    let (first, rest) = word.split_once('-')?;
    match (tens(first), rest) {
        (Some(tens), rest) => Some(tens + small(rest).unwrap_or_default()),
        (None, "and-a-half") => Some(small(first)? + 0.5),
        (None, _) => small(first),
    }
}

/// The numbers in words, from 0.
const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen \
    fourteen fifteen sixteen seventeen eighteen nineteen";

/// The tens in words, from 20.
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

/// Returns the factor that a word behind a number stands for.
fn scale(word: &str) -> Option<f64> {
    match word {
        "hundred" => Some(1e2),
        "thousand" => Some(1e3),
        "million" | "mln" | "mn" | "m" | "millionen" => Some(1e6),
        "billion" | "bln" | "bn" | "milliarden" => Some(1e9),
        "trillion" | "trn" | "tn" => Some(1e12),
        "dozen" => Some(12.0),
        _ => None,
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Compares the number, the upper end and the words of a figure.
    #[track_caller]
    fn check(text: &str, expected: (f64, Option<f64>, &str)) {
        let amount = Amount::read(text, false).unwrap();
        assert_eq!((amount.low, amount.high, &text[amount.words]), expected);
    }

    #[test]
    fn numbers_are_read() {
        check("Up to 8,000 North Korean troops", (8000.0, None, "8,000"));
        check("$2.2 billion", (2.2e9, None, "$2.2 billion"));
        check("18%", (18.0, None, "18%"));
        check("7.4 pct", (7.4, None, "7.4"));
        check("32.4 billion dlrs", (32.4e9, None, "32.4 billion"));
        check("800-kilometer", (800.0, None, "800"));
        check("six-day", (6.0, None, "six-day"));
        check("twenty-five boats", (25.0, None, "twenty-five"));
        check("half a million people", (5e5, None, "half a million"));
        check("a dozen boats", (12.0, None, "a dozen"));
        check("injured 12", (12.0, None, "12"));
        check("20m people", (2e7, None, "20m"));
        check("two-and-a-half hours", (2.5, None, "two-and-a-half"));
    }

    #[test]
    fn ranges_have_two_ends() {
        check("11,000–12,000 troops", (11e3, Some(12e3), "11,000–12,000"));
        check("11,000 to 12,000 troops", (11e3, Some(12e3), "11,000 to 12,000"));
        check("between five and six hours", (5.0, Some(6.0), "five and six"));
        check("$2 to $3 billion", (2e9, Some(3e9), "$2 to $3 billion"));
        check("5% to 10%", (5.0, Some(10.0), "5% to 10%"));
        check("10-15 boats", (10.0, Some(15.0), "10-15"));
        check("7.8 pct to 46,867 billion", (7.8, None, "7.8"));
    }

    #[test]
    fn a_comma_may_be_the_decimal_sign() {
        let read = |text: &str, comma| Amount::read(text, comma).unwrap().low;
        assert_eq!([read("10,5 %", true), read("10,5 %", false)], [10.5, 10.5]);
        assert_eq!([read("1.200 €", true), read("1,200 $", false)], [1200.0, 1200.0]);
        assert_eq!([read("1.200,5 €", true), read("1,200.5 $", false)], [1200.5, 1200.5]);
        assert_eq!(read("2.5 km", true), 2.5);
        assert!(has_decimal_comma("de-AT") && !has_decimal_comma("en") && !has_decimal_comma(""));
    }

    #[test]
    fn texts_without_a_number_have_no_amount() {
        assert_eq!(Amount::read("", false), None);
        assert_eq!(Amount::read("several boats", false), None);
        assert_eq!(Amount::read("$", true), None);
    }

    proptest! {
        #[test]
        fn words_are_in_the_text(text in "\\PC{0,24}|[0-9.,$%–-]{0,12}", comma: bool) {
            if let Some(amount) = Amount::read(&text, comma) {
                prop_assert!(text.get(amount.words.clone()).is_some());
                prop_assert!(amount.low.is_finite() && amount.size() >= amount.low);
            }
        }
    }
}
