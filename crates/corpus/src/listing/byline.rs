//! Recognises lines that name an author: "By Jane Doe, May 16, 2024".

use super::{
    date::{date_or_age_start, is_date},
    vocabulary::{is_reading_time, starts_with_ignoring_case},
};

/// The longest byline, in bytes.
const MAX_BYLINE_BYTES: usize = 200;

/// The most words in the names of a byline's authors.
const MAX_AUTHOR_WORDS: usize = 12;

/// Words at the start of a byline.
const OPENERS: &[&str] =
    &["by ", "written by ", "words by ", "text by ", "reported by ", "von ", "par ", "por "];

/// Words in names that are not capitalised, and marks between names.
#[rustfmt::skip]
const NAME_PARTICLES: &[&str] = &[
    "and", "of", "de", "da", "del", "der", "den", "di", "dos", "du", "la", "le", "van", "von",
    "bin", "al", "y", "und", "et", "for", "in", "with", "|", "•", "·", "-", "–", "&",
];

/// A line that names the author and perhaps the date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Byline<'a> {
    pub(super) author: &'a str,
    pub(super) date: Option<&'a str>,
    pub(super) reading_time: Option<&'a str>,
}

/// Parses "By Jane Doe", "By Jane Doe, May 16, 2024" or "Jane Doe | 16 May 2024 | 5 min read".
pub(super) fn parse(text: &str) -> Option<Byline<'_>> {
    if text.len() > MAX_BYLINE_BYTES {
        return None;
    }
    let mut parts = text.split(['|', '•', '·']).map(str::trim).filter(|part| !part.is_empty());
    let first = parts.next()?;
    let (mut date, mut reading_time, mut has_details) = (None, None, false);
    for part in parts {
        has_details = true;
        if is_reading_time(part) {
            reading_time = Some(part);
        } else if date.is_none() && is_date(part) {
            date = Some(part);
        } else {
            return None;
        }
    }
    let bare_name = || Some(first).filter(|name| has_details && is_name(name));
    if let Some(author) = author(first).or_else(bare_name) {
        return Some(Byline { author, date, reading_time });
    }
    if !OPENERS.iter().any(|opener| starts_with_ignoring_case(first, opener)) {
        return None;
    }
    // "By Jane Doe, May 16, 2024" and "By Jane Doe on 16 May 2024".
    let date_at = date_or_age_start(first).filter(|_| date.is_none())?;
    let (before, date) = first.split_at_checked(date_at)?;
    let before =
        before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—'));
    let author = author(before.strip_suffix(" on").unwrap_or(before))?;
    Some(Byline { author, date: Some(date), reading_time })
}

/// Returns whether a line is one person's name: two to four capitalised words, as in "Jane van
/// Doe".
pub(super) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (2..=4).contains(&words) && looks_like_names(text, 4) && !text.contains(',')
}

/// Returns the names in "By Jane Doe and John Doe".
fn author(text: &str) -> Option<&str> {
    let opener = OPENERS.iter().find(|opener| starts_with_ignoring_case(text, opener))?;
    let names = text.get(opener.len()..)?.trim();
    looks_like_names(without_full_stop(names), MAX_AUTHOR_WORDS).then_some(names)
}

/// Removes the full stop of "Jr." or of a whole byline, "By Jane Doe." One word with a full stop
/// is a sentence: "By Monday."
fn without_full_stop(names: &str) -> &str {
    let has_several_words = names.split_whitespace().nth(1).is_some();
    names.strip_suffix('.').filter(|_| has_several_words).unwrap_or(names)
}

fn looks_like_names(text: &str, max_words: usize) -> bool {
    let mut capitalised = 0;
    for (n, word) in text.split_whitespace().enumerate() {
        let first_letter = word.chars().find(|c| c.is_alphabetic());
        let particle = NAME_PARTICLES.contains(&word.to_lowercase().trim_end_matches(','));
        let has_digit = word.contains(|c: char| c.is_numeric());
        match first_letter {
            _ if n >= max_words || has_digit => return false,
            Some(c) if c.is_lowercase() && !particle => return false,
            Some(c) if !c.is_lowercase() => capitalised += 1,
            _ => {}
        }
    }
    capitalised > 0 && !text.ends_with(['.', '?', '!', ':'])
}
