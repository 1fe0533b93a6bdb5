//! Figures: numbers with what they count.

use crate::document::{Document, ReadPassage, Reading, Span};
use crate::gazetteer::GAZETTEER;
use crate::token::Token;
use crate::vocabulary::{WORDS, is_people};
use std::ops::Range;

/// A number with its unit, or the thing counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// From the qualifier ("up to") to the unit.
    pub span: Span,
    /// How much; of a range its lower end.
    pub value: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    /// What is said of the number.
    pub qualifier: Option<Qualifier>,
    /// The unit ("%", "€", "kilometers") or the thing counted ("drones"), in lower case, in the plural.
    pub unit: String,
}

impl Figure {
    /// By what figures of one unit are sorted: the upper end of a range.
    pub fn size(&self) -> f64 {
        self.to.unwrap_or(self.value)
    }
}

/// How exact a number is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// "up to", "as many as"
    UpTo,
    /// "at least", "no fewer than"
    AtLeast,
    /// "more than", "over"
    MoreThan,
    /// "less than", "fewer than"
    LessThan,
    /// "roughly", "around", "nearly"
    About,
}

/// Words of a qualifier, longest first.
const QUALIFIERS: &[(&[&str], Qualifier)] = &[
    (&["no", "fewer", "than"], Qualifier::AtLeast),
    (&["no", "less", "than"], Qualifier::AtLeast),
    (&["no", "more", "than"], Qualifier::UpTo),
    (&["as", "many", "as"], Qualifier::UpTo),
    (&["as", "much", "as"], Qualifier::UpTo),
    (&["up", "to"], Qualifier::UpTo),
    (&["at", "most"], Qualifier::UpTo),
    (&["at", "least"], Qualifier::AtLeast),
    (&["more", "than"], Qualifier::MoreThan),
    (&["less", "than"], Qualifier::LessThan),
    (&["fewer", "than"], Qualifier::LessThan),
    (&["an", "estimated"], Qualifier::About),
    (&["close", "to"], Qualifier::About),
    (&["over"], Qualifier::MoreThan),
    (&["under"], Qualifier::LessThan),
    (&["roughly"], Qualifier::About),
    (&["around"], Qualifier::About),
    (&["about"], Qualifier::About),
    (&["approximately"], Qualifier::About),
    (&["nearly"], Qualifier::About),
    (&["almost"], Qualifier::About),
    (&["some"], Qualifier::About),
    (&["estimated"], Qualifier::About),
];

/// The figures of each document, in reading order.
///
/// ```
/// use cuttings_insight::{Document, Passage, Role, figures};
///
/// let text = "Up to 8,000 North Korean troops arrived, and Sweden gave $2.2 billion.";
/// let document = Document { passages: vec![Passage { role: Role::Paragraph, text }] };
/// let figures = &figures(std::slice::from_ref(&document))[0];
/// let found: Vec<_> = figures.iter().map(|figure| (document.text(&figure.span), figure.value, figure.unit.as_str())).collect();
/// assert_eq!(found, [("Up to 8,000 North Korean troops", 8e3, "troops"), ("$2.2 billion", 2.2e9, "$")]);
/// ```
pub fn figures(documents: &[Document<'_>]) -> Vec<Vec<Figure>> {
    documents
        .iter()
        .map(|document| {
            let reading = Reading::of(document);
            let passages = reading.passages.iter().enumerate();
            passages.flat_map(|(number, passage)| of_passage(number, passage)).collect()
        })
        .collect()
}

fn of_passage(number: usize, passage: &ReadPassage<'_>) -> Vec<Figure> {
    let mut found = Vec::new();
    for range in &passage.sentences {
        let Some(sentence) = passage.tokens.get(range.clone()) else { continue };
        let finder = Finder { sentence };
        let mut at = 0;
        while at < sentence.len() {
            let Some(figure) = finder.figure(at) else {
                at += 1;
                continue;
            };
            at = figure.tokens.end.max(at + 1);
            let tokens = range.start + figure.tokens.start..range.start + figure.tokens.end;
            found.push(Figure {
                span: Span { passage: number, range: passage.bytes(&tokens) },
                value: figure.value,
                to: figure.to,
                qualifier: figure.qualifier,
                unit: figure.unit,
            });
        }
    }
    found
}

/// A figure while it is put together, in tokens of its sentence.
struct Found {
    tokens: Range<usize>,
    value: f64,
    to: Option<f64>,
    qualifier: Option<Qualifier>,
    unit: String,
}

/// A number, in tokens.
struct Number {
    end: usize,
    value: f64,
    currency: Option<&'static str>,
    percent: bool,
    /// Its own unit, of a hyphened word ("800-kilometer").
    unit: Option<String>,
    /// Whether it is spelled out.
    word: bool,
}

struct Finder<'r, 't> {
    sentence: &'r [Token<'t>],
}

impl Finder<'_, '_> {
    fn lower(&self, at: usize) -> String {
        self.sentence.get(at).map(Token::lower).unwrap_or_default()
    }

    fn text(&self, at: usize) -> &str {
        self.sentence.get(at).map_or("", |token| token.text)
    }

    /// The figure whose number starts at a token.
    fn figure(&self, at: usize) -> Option<Found> {
        let number = self.number(at)?;
        if self.is_date(at, &number) {
            return None;
        }
        let (mut end, mut to) = (number.end, None);
        let mut last = &number;
        // "11,000 to 12,000", "between five and six", "10–15"
        let further = matches!(self.lower(end).as_str(), "to" | "–" | "-" | "and" | "or")
            .then(|| self.number(end + 1))
            .flatten();
        let is_range = self.lower(end) != "and"
            || at.checked_sub(1).is_some_and(|before| self.lower(before) == "between");
        if let Some(further) = further.as_ref().filter(|further| {
            is_range
                && further.value > number.value
                && (further.currency == number.currency
                    || number.currency.is_none()
                    || further.currency.is_none())
        }) {
            (end, to, last) = (further.end, Some(further.value), further);
        }
        let mut value = number.value;
        // "$2 to $3 billion": the scale is of both.
        if let Some(upper) = to
            && upper >= 1e6
            && value < 1000.0
        {
            value *= scale_of(upper);
        }
        let currency = number.currency.or(last.currency);
        let (unit, end) = if let Some(currency) = currency {
            (currency.to_owned(), end)
        } else if number.percent || last.percent {
            ("%".to_owned(), end)
        } else if let Some(unit) = last.unit.clone() {
            (unit, end)
        } else {
            self.thing(at, end, &number)?
        };
        let (qualifier, start) = self.qualifier(at);
        Some(Found { tokens: start..end, value, to, qualifier, unit })
    }

    /// The number that starts at a token.
    fn number(&self, at: usize) -> Option<Number> {
        let token = self.sentence.get(at)?;
        let mut number =
            Number { end: at, value: 0.0, currency: None, percent: false, unit: None, word: false };
        let mut place = at;
        if let Some(currency) = currency(token.text) {
            number.currency = Some(currency);
            place += 1;
        }
        let text = self.text(place);
        if let Some(value) = digits(text) {
            (number.value, number.end) = (value, place + 1);
        } else if let Some((value, unit)) = hyphened(text) {
            (number.value, number.unit, number.end) = (value, Some(unit), place + 1);
            return Some(number);
        } else if let Some((value, end)) = self.spelled(place) {
            (number.value, number.end, number.word) = (value, end, true);
        } else {
            return None;
        }
        if let Some(scale) = scale(&self.lower(number.end)) {
            number.value *= scale;
            number.end += 1;
        }
        match self.lower(number.end).as_str() {
            "%" | "percent" | "pct" => (number.percent, number.end) = (true, number.end + 1),
            "per" if matches!(self.lower(number.end + 1).as_str(), "cent" | "cents") => {
                (number.percent, number.end) = (true, number.end + 2);
            }
            word if number.currency.is_none() => {
                if let Some(currency) = currency_word(word) {
                    (number.currency, number.end) = (Some(currency), number.end + 1);
                }
            }
            _ => {}
        }
        Some(number)
    }

    /// A number in words: "two", "twenty-five", "three hundred", "half a million".
    fn spelled(&self, at: usize) -> Option<(f64, usize)> {
        let first = self.lower(at);
        if first == "half" && self.lower(at + 1) == "a" && scale(&self.lower(at + 2)).is_some() {
            return Some((0.5, at + 2));
        }
        if matches!(first.as_str(), "a" | "several")
            && matches!(
                self.lower(at + 1).as_str(),
                "dozen" | "hundred" | "thousand" | "million" | "billion"
            )
        {
            return (first == "a").then_some((1.0, at + 1));
        }
        Some((word_value(&first)?, at + 1))
    }

    /// Whether a number is a day, a year, a time, or a part of something that is no figure.
    fn is_date(&self, at: usize, number: &Number) -> bool {
        let before = at.checked_sub(1).map(|at| self.lower(at)).unwrap_or_default();
        let after = self.lower(number.end);
        let is_month = |word: &str| WORDS.dates.has(word.trim_end_matches('.')) && word != "sun";
        let is_bare = number.currency.is_none() && !number.percent && number.unit.is_none();
        let text = self.text(at);
        let is_year = text.len() == 4
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && (1000.0..=2100.0).contains(&number.value);
        let is_time =
            matches!(after.as_str(), "a.m." | "p.m." | "am" | "pm" | ":" | "gmt" | "o'clock")
                || (before == ":" && self.sentence.get(at).is_some_and(|token| token.attached));
        let is_name = matches!(
            before.as_str(),
            "no."
                | "number"
                | "chapter"
                | "article"
                | "section"
                | "page"
                | "group"
                | "level"
                | "version"
                | "type"
                | "#"
                | "."
                | "@"
        ) || self.sentence.get(at).is_some_and(|token| {
            token.attached
                && at > 0
                && !matches!(
                    before.as_str(),
                    "(" | "[" | "“" | "\"" | "$" | "€" | "£" | "—" | "–" | "-"
                )
        });
        is_bare
            && (is_month(&before) && !number.word
                || is_month(&after) && before != ","
                || is_year
                || is_time
                || is_name)
    }

    /// The thing that is counted behind a number, and the token behind it.
    fn thing(&self, at: usize, end: usize, number: &Number) -> Option<(String, usize)> {
        // "five out of eight missiles"
        let mut from = end;
        if self.lower(from) == "out" && self.lower(from + 1) == "of" {
            return None;
        }
        if self.lower(from) == "of"
            && matches!(self.lower(from + 1).as_str(), "the" | "its" | "their")
        {
            from += 2;
        }
        for place in from..(from + 6).min(self.sentence.len()) {
            let Some(token) = self.sentence.get(place) else { break };
            let word = token.lower();
            if !token.is_word()
                || ENDS.contains(&word.as_str())
                || (token.attached && !token.is_word())
            {
                break;
            }
            if is_plural(&word) && !is_people(&word) {
                return Some((word, place + 1));
            }
            if OUTCOMES.contains(&word.as_str()) {
                return Some((word, place + 1));
            }
        }
        // "injured 12"
        let before = at.checked_sub(1).map(|at| self.lower(at))?;
        (OUTCOMES.contains(&before.as_str()) && !number.word).then_some((before, end))
    }

    /// What is said of the number before a token, and where that starts.
    fn qualifier(&self, at: usize) -> (Option<Qualifier>, usize) {
        for (words, qualifier) in QUALIFIERS {
            let Some(start) = at.checked_sub(words.len()) else { continue };
            if words.iter().zip(start..at).all(|(word, at)| self.lower(at) == *word) {
                return (Some(*qualifier), start);
            }
        }
        (None, at)
    }
}

/// Digits with commas and a decimal point.
fn digits(text: &str) -> Option<f64> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) || text.len() > 24 {
        return None;
    }
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    let is_number = plain.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.parse().ok().filter(|_| is_number)
}

/// A number and its unit in one word: "800-kilometer", "six-day", "two-and-a-half".
fn hyphened(text: &str) -> Option<(f64, String)> {
    let (first, rest) = text.split_once('-')?;
    let value = digits(first).or_else(|| word_value(&first.to_lowercase()))?;
    let rest = rest.to_lowercase();
    if rest == "strong" {
        return Some((value, "people".to_owned()));
    }
    let unit = UNITS.iter().find(|unit| **unit == rest)?;
    Some((value, format!("{unit}s")))
}

/// Units that are hyphened to their number, in the singular.
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
    // "one" is an article as often as a number.
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

fn scale_of(value: f64) -> f64 {
    [1e12, 1e9, 1e6].into_iter().find(|scale| value >= *scale).unwrap_or(1.0)
}

fn currency(text: &str) -> Option<&'static str> {
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

fn currency_word(word: &str) -> Option<&'static str> {
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

/// What the thing counted does not reach beyond.
const ENDS: &[&str] = &[
    "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as", "than",
    "that", "which", "who", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will",
    "would", "could", "may", "might", "the", "a", "an", "his", "her", "their", "its", "this",
    "these", "while", "when", "after", "before", "because", "if", "up", "out", "over", "against",
    "per", "said", "says", "it", "he", "she", "they", "we", "into", "since", "during", "until",
];

/// What people come to, as a count names them: "16 wounded".
const OUTCOMES: &[&str] =
    &["wounded", "dead", "injured", "missing", "killed", "detained", "arrested"];

/// Whether a word is a plural, by its ending or by being one of those that have none.
fn is_plural(word: &str) -> bool {
    const IRREGULAR: [&str; 16] = [
        "people",
        "men",
        "women",
        "children",
        "personnel",
        "police",
        "staff",
        "feet",
        "aircraft",
        "percent",
        "km",
        "kg",
        "mph",
        "cattle",
        "sheep",
        "teeth",
    ];
    const NO_PLURAL: [&str; 14] = [
        "ms",
        "less",
        "previous",
        "various",
        "serious",
        "dangerous",
        "numerous",
        "religious",
        "famous",
        "his",
        "its",
        "this",
        "always",
        "plus",
    ];
    IRREGULAR.contains(&word)
        || (word.ends_with('s')
            && word.len() > 3
            && !word.ends_with("ss")
            && !word.ends_with("ous")
            && !word.ends_with("'s")
            && !NO_PLURAL.contains(&word)
            && (GAZETTEER.is_common(word) || !word.contains('-')))
}
