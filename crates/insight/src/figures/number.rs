//! Numbers: reads a number in digits or words, with its scale, currency, per cent sign or unit.

use crate::token::Token;
use std::borrow::Cow;

/// A number in a sentence.
pub(super) struct Number {
    /// The index of the token after it.
    pub(super) end: usize,
    pub(super) value: f64,
    /// The symbol of its currency.
    pub(super) currency: Option<&'static str>,
    pub(super) is_percentage: bool,
    /// The unit in the same word ("800-kilometer"), in the plural.
    pub(super) unit: Option<String>,
    /// True if the number is written in words.
    pub(super) is_spelled_out: bool,
}

/// Reads the number that starts at the token `at` of a sentence.
pub(super) fn number_at(sentence: &[Token<'_>], at: usize) -> Option<Number> {
    let token = sentence.get(at)?;
    let mut number = Number {
        end: at,
        value: 0.0,
        currency: None,
        is_percentage: false,
        unit: None,
        is_spelled_out: false,
    };
    let mut first = at;
    if let Some(currency) = currency_symbol(token.text) {
        number.currency = Some(currency);
        first += 1;
    }
    let text = text_at(sentence, first);
    if let Some(value) = digits(text) {
        (number.value, number.end) = (value, first + 1);
    } else if let Some((value, unit)) = hyphenated(text) {
        (number.value, number.unit, number.end) = (value, Some(unit), first + 1);
        return Some(number);
    } else if let Some((value, end)) = spelled_out(sentence, first) {
        (number.value, number.end, number.is_spelled_out) = (value, end, true);
    } else {
        return None;
    }
    if let Some(scale) = scale(&lower_at(sentence, number.end)) {
        number.value *= scale;
        number.end += 1;
    }
    match lower_at(sentence, number.end).as_ref() {
        "%" | "percent" | "pct" => (number.is_percentage, number.end) = (true, number.end + 1),
        "per" if matches!(lower_at(sentence, number.end + 1).as_ref(), "cent" | "cents") => {
            (number.is_percentage, number.end) = (true, number.end + 2);
        }
        word if number.currency.is_none() => {
            if let Some(currency) = currency_name(word) {
                (number.currency, number.end) = (Some(currency), number.end + 1);
            }
        }
        _ => {}
    }
    Some(number)
}

/// Returns the token at `at` in lower case, or an empty text outside of the sentence.
pub(super) fn lower_at<'t>(sentence: &[Token<'t>], at: usize) -> Cow<'t, str> {
    sentence.get(at).map(Token::lower).unwrap_or_default()
}

/// Returns the text of the token at `at`, or an empty text outside of the sentence.
pub(super) fn text_at<'s>(sentence: &'s [Token<'_>], at: usize) -> &'s str {
    sentence.get(at).map_or("", |token| token.text)
}

/// Reads a number in words ("two", "twenty-five", "half a million"), without a scale behind it.
/// Returns its value and the index of the token after it.
fn spelled_out(sentence: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    let first = lower_at(sentence, at);
    let second = || lower_at(sentence, at + 1);
    if first == "half" && second() == "a" && scale(&lower_at(sentence, at + 2)).is_some() {
        return Some((0.5, at + 2));
    }
    if matches!(first.as_ref(), "a" | "several")
        && matches!(second().as_ref(), "dozen" | "hundred" | "thousand" | "million" | "billion")
    {
        // "several hundred" has no value.
        return (first == "a").then_some((1.0, at + 1));
    }
    Some((word_value(&first)?, at + 1))
}

/// Parses digits with commas and a decimal point.
fn digits(text: &str) -> Option<f64> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) || text.len() > 24 {
        return None;
    }
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    let is_number = plain.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.parse().ok().filter(|_| is_number)
}

/// Parses a number and its unit in one word ("800-kilometer", "six-day"). The unit is plural.
fn hyphenated(text: &str) -> Option<(f64, String)> {
    let (first, rest) = text.split_once('-')?;
    let value = digits(first).or_else(|| word_value(&first.to_lowercase()))?;
    let rest = rest.to_lowercase();
    if rest == "strong" {
        return Some((value, "people".to_owned()));
    }
    let unit = UNITS.iter().find(|unit| **unit == rest)?;
    Some((value, format!("{unit}s")))
}

/// Units that are joined to their number by a hyphen, in the singular.
const UNITS: &[&str] = &[
    "kilometer",
    "kilometre",
    "mile",
    "meter",
    "metre",
    "foot",
    "inch",
    "kilogram",
    "kilo",
    "ton",
    "tonne",
    "pound",
    "liter",
    "litre",
    "acre",
    "hectare",
    "day",
    "week",
    "month",
    "year",
    "hour",
    "minute",
    "second",
    "page",
    "seat",
    "point",
    "member",
    "megawatt",
    "gigawatt",
    "degree",
    "barrel",
    "story",
    "storey",
    "room",
];

/// Parses a number in one word ("two", "forty", "twenty-five", "two-and-a-half").
fn word_value(word: &str) -> Option<f64> {
    const SMALL: [&str; 21] = [
        "zero",
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
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    // Most words begin with no letter of these.
    if !word.starts_with(['t', 'f', 's', 'e', 'n', 'o', 'z']) {
        return None;
    }
    // "one" is as often an article as a number.
    if let Some(value) = SMALL.iter().position(|other| *other == word).filter(|value| *value > 1) {
        return Some(value as f64);
    }
    if let Some(tens) = TENS.iter().position(|other| *other == word) {
        return Some(10.0 * (tens + 2) as f64);
    }
    if let Some(whole) = word.strip_suffix("-and-a-half") {
        return Some(SMALL.iter().position(|other| *other == whole)? as f64 + 0.5);
    }
    let (tens, ones) = word.split_once('-')?;
    let tens = TENS.iter().position(|other| *other == tens)?;
    let ones =
        SMALL.iter().position(|other| *other == ones).filter(|ones| (1..10).contains(ones))?;
    Some((10 * (tens + 2) + ones) as f64)
}

/// Returns the factor that a word behind a number stands for.
fn scale(word: &str) -> Option<f64> {
    match word {
        "hundred" => Some(1e2),
        "thousand" => Some(1e3),
        "million" | "mln" | "mn" | "m" => Some(1e6),
        "billion" | "bln" | "bn" => Some(1e9),
        "trillion" | "trn" | "tn" => Some(1e12),
        "dozen" => Some(12.0),
        _ => None,
    }
}

/// Returns the largest scale that a value reaches.
pub(super) fn scale_of(value: f64) -> f64 {
    [1e12, 1e9, 1e6].into_iter().find(|scale| value >= *scale).unwrap_or(1.0)
}

/// Returns the symbol of a currency if a token is one.
fn currency_symbol(text: &str) -> Option<&'static str> {
    match text {
        "$" | "US$" => Some("$"),
        "€" => Some("€"),
        "£" => Some("£"),
        "¥" => Some("¥"),
        "₴" => Some("₴"),
        "₽" => Some("₽"),
        "₹" => Some("₹"),
        _ => None,
    }
}

/// Returns the symbol of a currency by its name.
fn currency_name(word: &str) -> Option<&'static str> {
    match word {
        "dollars" | "dollar" | "dlrs" | "dlr" | "usd" => Some("$"),
        "euros" | "euro" | "eur" => Some("€"),
        "pounds" | "sterling" => Some("£"),
        "yen" => Some("¥"),
        "rubles" | "roubles" => Some("₽"),
        "hryvnia" | "hryvnias" => Some("₴"),
        "rupees" => Some("₹"),
        _ => None,
    }
}
