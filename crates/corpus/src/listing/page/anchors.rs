//! Recognises the lines that stand under the title of an article on most sites: author, date and
//! the buttons for sharing.

use super::{
    super::{byline, line_table::Kind},
    dateline::has_date,
    facts::Facts,
};

/// The largest size of a line with a date that looks like text: "15.04.2026, 3 min."
const MAX_DATELINE_SIZE: u32 = 80;

/// The longest name of a button, in bytes.
const MAX_BUTTON_BYTES: usize = 20;

/// Words that stand on a line of their own before an author's name.
const BYLINE_WORDS: &[&str] = &["by", "von", "par", "por", "di", "door", "av", "af"];

/// The places to which pages offer to send an article. Their names are the same in all languages.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "bluesky", "e-mail", "email", "facebook", "flipboard", "linkedin", "mail", "mastodon",
    "messenger", "pinterest", "reddit", "telegram", "threads", "tumblr", "twitter", "whatsapp", "x",
];

/// Returns whether a line names an author or a date, or is the length of a recording.
pub(super) fn is_byline(facts: &Facts<'_>, at: usize) -> bool {
    let text = facts.lines.text(at);
    match facts.lines.kind(at) {
        Some(Kind::Byline | Kind::Date) => true,
        Some(Kind::Short) => has_date(text) || is_byline_word(text) || is_clock(text),
        Some(Kind::Text) => facts.size(at) <= MAX_DATELINE_SIZE && has_date(text),
        _ => false,
    }
}

/// Returns whether a line is only the word before an author's name: "By".
pub(super) fn is_byline_word(text: &str) -> bool {
    BYLINE_WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Returns whether a line is a name, or names, as bylines have them.
pub(super) fn is_name(facts: &Facts<'_>, at: usize) -> bool {
    facts.lines.kind(at) == Some(Kind::Short) && byline::is_name(facts.lines.text(at))
}

/// Returns whether a line is a button that sends the article somewhere.
pub(super) fn is_share_button(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    text.len() <= MAX_BUTTON_BYTES && PLACES.iter().any(|place| place.eq_ignore_ascii_case(first))
}

/// Returns whether a line is a time of day, or the length of a recording: "9:51".
fn is_clock(text: &str) -> bool {
    text.len() <= 8 && text.contains(':') && text.chars().all(|c| c.is_ascii_digit() || c == ':')
}
