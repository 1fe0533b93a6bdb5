//! Figures in a sentence: a number, the qualifier before it, and the unit or counted noun after it.

use super::figure::Qualifier;
use super::number::{Number, lower_at, number_at, scale_of, text_at};
use crate::gazetteer::GAZETTEER;
use crate::token::Token;
use crate::vocabulary::{VOCABULARY, is_demonym};
use std::borrow::Cow;
use std::ops::Range;

/// A figure, as a range of tokens of its sentence.
pub(super) struct FigurePhrase {
    pub(super) tokens: Range<usize>,
    pub(super) value: f64,
    pub(super) upper: Option<f64>,
    pub(super) qualifier: Option<Qualifier>,
    pub(super) unit: String,
}

/// Reads the figure whose number starts at the token `at` of a sentence.
pub(super) fn figure_at(sentence: &[Token<'_>], at: usize) -> Option<FigurePhrase> {
    let number = number_at(sentence, at)?;
    if sentence.get(at..number.end)?.iter().any(|token| token.is_literal) {
        return None;
    }
    if is_not_quantity(sentence, at, &number) {
        return None;
    }
    let second = second_number(sentence, at, &number);
    let upper = second.as_ref().map(|second| second.value);
    let last = second.as_ref().unwrap_or(&number);
    let mut value = number.value;
    // The scale in "$2 to $3 billion" belongs to both numbers.
    if let Some(upper) = upper
        && upper >= 1e6
        && value < 1000.0
    {
        value *= scale_of(upper);
    }
    let (unit, end) = if let Some(currency) = number.currency.or(last.currency) {
        (currency.to_owned(), last.end)
    } else if number.is_percentage || last.is_percentage {
        ("%".to_owned(), last.end)
    } else if let Some(unit) = last.unit.clone() {
        (unit, last.end)
    } else {
        counted_noun(sentence, at, last.end, &number)?
    };
    let (qualifier, start) = qualifier_before(sentence, at);
    Some(FigurePhrase { tokens: start..end, value, upper, qualifier, unit })
}

/// Reads the upper end of a range whose lower end is `number`: "11,000 to 12,000", "between five
/// and six", "10–15".
fn second_number(sentence: &[Token<'_>], at: usize, number: &Number) -> Option<Number> {
    let is_range = match lower_at(sentence, number.end).as_ref() {
        "to" | "–" | "-" | "or" => true,
        "and" => lower_before(sentence, at) == "between",
        _ => false,
    };
    if !is_range {
        return None;
    }
    number_at(sentence, number.end + 1).filter(|second| {
        second.value > number.value
            && (second.currency == number.currency
                || number.currency.is_none()
                || second.currency.is_none())
    })
}

/// Returns the token before `at` in lower case, or an empty text at the start of the sentence.
fn lower_before<'t>(sentence: &[Token<'t>], at: usize) -> Cow<'t, str> {
    at.checked_sub(1).map(|before| lower_at(sentence, before)).unwrap_or_default()
}

/// Returns whether a number is not a quantity: a day, a year, a time, or part of a name.
fn is_not_quantity(sentence: &[Token<'_>], at: usize, number: &Number) -> bool {
    if number.currency.is_some() || number.is_percentage || number.unit.is_some() {
        return false;
    }
    let before = lower_before(sentence, at);
    let after = lower_at(sentence, number.end);
    let is_attached = sentence.get(at).is_some_and(|token| token.attached);
    // "sun" is the abbreviation of Sunday, and a noun.
    let is_date =
        |word: &str| VOCABULARY.dates.contains(word.trim_end_matches('.')) && word != "sun";
    let text = text_at(sentence, at);
    let is_year = text.len() == 4
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (1000.0..=2100.0).contains(&number.value);
    let is_time = matches!(after.as_ref(), "a.m." | "p.m." | "am" | "pm" | ":" | "gmt" | "o'clock")
        || (before == ":" && is_attached);
    let is_part_of_name = matches!(
        before.as_ref(),
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
    ) || is_attached
        && at > 0
        && !matches!(before.as_ref(), "(" | "[" | "“" | "\"" | "$" | "€" | "£" | "—" | "–" | "-");
    is_date(&before) && !number.is_spelled_out
        || is_date(&after) && before != ","
        || is_year
        || is_time
        || is_part_of_name
}

/// Returns the noun that a number counts, and the index of the token after it. `end` is the index
/// of the token after the number.
fn counted_noun(
    sentence: &[Token<'_>],
    at: usize,
    end: usize,
    number: &Number,
) -> Option<(String, usize)> {
    const MAX_DISTANCE: usize = 6;
    let next = lower_at(sentence, end);
    let second = lower_at(sentence, end + 1);
    // "five out of eight missiles"
    if next == "out" && second == "of" {
        return None;
    }
    let is_partitive = next == "of" && matches!(second.as_ref(), "the" | "its" | "their");
    let first = if is_partitive { end + 2 } else { end };
    for (place, token) in sentence.iter().enumerate().skip(first).take(MAX_DISTANCE) {
        let word = token.lower();
        if !token.is_word() || PHRASE_ENDS.contains(&word.as_ref()) {
            break;
        }
        if is_plural(&word) && !is_demonym(&word) || FATES.contains(&word.as_ref()) {
            return Some((word.into_owned(), place + 1));
        }
    }
    // "injured 12"
    let before = lower_before(sentence, at);
    (FATES.contains(&before.as_ref()) && !number.is_spelled_out).then(|| (before.into_owned(), end))
}

/// Returns the qualifier before a number, and the index of the token at which it starts.
fn qualifier_before(sentence: &[Token<'_>], at: usize) -> (Option<Qualifier>, usize) {
    for (words, qualifier) in QUALIFIERS {
        let Some(start) = at.checked_sub(words.len()) else { continue };
        if words.iter().zip(start..at).all(|(word, at)| lower_at(sentence, at) == *word) {
            return (Some(*qualifier), start);
        }
    }
    (None, at)
}

/// The words of each qualifier, the longest first.
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

/// Words that end the phrase in which a counted noun is sought.
const PHRASE_ENDS: &[&str] = &[
    "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as", "than",
    "that", "which", "who", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will",
    "would", "could", "may", "might", "the", "a", "an", "his", "her", "their", "its", "this",
    "these", "while", "when", "after", "before", "because", "if", "up", "out", "over", "against",
    "per", "said", "says", "it", "he", "she", "they", "we", "into", "since", "during", "until",
];

/// Participles that stand for people: "16 wounded".
const FATES: &[&str] = &["wounded", "dead", "injured", "missing", "killed", "detained", "arrested"];

/// Returns whether a word, in lower case, is a plural, by its ending or as one of those without
/// one.
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
    const SINGULAR: [&str; 14] = [
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
            && !SINGULAR.contains(&word)
            && (GAZETTEER.is_common_word(word) || !word.contains('-')))
}
