//! The look of a line on its own, without regard to its neighbours.

use super::{
    case::Case,
    limits,
    quotation::{is_closing_quote, is_opening_quote, is_quotation},
};
use crate::source::{Line, saturating_u32};

/// The characters of a line that only separates its neighbours.
#[rustfmt::skip]
const SEPARATOR_CHARS: &[char] = &[
    '-', '–', '—', '―', '‐', '−', '_', '*', '•', '·', '=', '~', '#', '|', '+', '⁂', '─', '■',
];

/// The features of one line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// The number of characters. An ideograph, kana or Hangul syllable counts two and a half,
    /// because it says about as much.
    pub(super) size: u32,
    /// The number of words. Two ideographs or kana count as one.
    pub(super) words: u32,
    pub(super) end: End,
    pub(super) case: Case,
    /// A quotation on a line of its own, with or without its speaker.
    pub(super) is_quotation: bool,
    /// Opens with a bullet or dash and a space.
    pub(super) has_bullet: bool,
    /// Opens with a digit.
    pub(super) is_numbered: bool,
    /// Ends in a quotation that opened inside the line: `She asked: “Who pays?”`.
    ends_in_quotation: bool,
    /// Short, and consists of several sentences.
    has_sentence_break: bool,
}

/// The end of a line, ignoring closing quotation marks, brackets and note numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// No mark, as in titles, labels and headings.
    Open,
    /// A full stop or ellipsis of any script.
    Stop,
    /// A question or exclamation mark, which text, titles and headings all have.
    Question,
    /// A colon.
    Colon,
    /// A comma or semicolon: the sentence continues.
    Comma,
}

impl Shape {
    pub(super) fn of(line: &Line<'_>) -> Self {
        let text = &*line.text;
        let (size, words) = measure(text);
        let case =
            if size <= limits::MAX_STANDFIRST_SIZE { Case::of(text) } else { Case::Sentence };
        Self {
            size,
            words,
            end: end(text, case, size),
            case,
            is_quotation: is_quotation(text),
            has_bullet: bullet_text(text).is_some(),
            is_numbered: text.starts_with(|c: char| c.is_numeric()),
            ends_in_quotation: text.ends_with(is_closing_quote)
                && !text.starts_with(is_opening_quote),
            has_sentence_break: size <= limits::MAX_SHORT_SIZE && sentence_breaks(text) > 0,
        }
    }

    /// Returns whether the line looks like a body's text: a sentence, a quotation, an unfinished
    /// line, or simply long.
    pub(super) fn is_prose(&self) -> bool {
        match self.end {
            _ if self.is_quotation || self.has_bullet => true,
            End::Stop | End::Comma => true,
            End::Open => self.size > limits::MAX_SHORT_SIZE || self.case == Case::Lower,
            End::Question => {
                self.size > limits::MAX_QUESTION_SIZE
                    || self.words > limits::MAX_HEADING_WORDS + 2
                    || self.case == Case::Lower
                    || (self.case == Case::Sentence
                        && (self.ends_in_quotation || self.has_sentence_break))
            }
            End::Colon => !(matches!(self.case, Case::Headline | Case::Upper) && self.words <= 5),
        }
    }

    /// Returns whether the line could be a section label. A label may be a question ("Did You
    /// Know?"), but hardly a long one.
    pub(super) fn is_label_like(&self) -> bool {
        (self.end == End::Open || self.end == End::Question && self.words <= 4)
            && !self.is_quotation
            && !self.has_bullet
            && self.size <= limits::MAX_LABEL_SIZE
            && self.words <= limits::MAX_LABEL_WORDS
    }

    /// Returns whether the line could be a heading.
    pub(super) fn is_heading_like(&self) -> bool {
        !self.is_prose()
            && self.size <= limits::MAX_HEADING_SIZE
            && self.words <= limits::MAX_HEADING_WORDS
    }
}

/// Returns the text after a bullet or dash and a space, if the line opens with them.
pub(super) fn bullet_text(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['-', '–', '—', '•', '*', '·', '‣', '▪', '◦', '●', '►', '»'])?;
    let after = rest.strip_prefix(char::is_whitespace)?.trim_start();
    Some(after).filter(|text| text.starts_with(char::is_alphanumeric) || text.chars().count() > 1)
}

/// Returns whether a line consists of dashes, stars, dots and the like only.
pub(super) fn is_separator(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || SEPARATOR_CHARS.contains(&c))
}

/// Counts the places at which a sentence ends and another follows: a mark, a space, and a letter
/// that is a capital or has no case.
pub(super) fn sentence_breaks(text: &str) -> usize {
    let marks = text.match_indices(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔']);
    marks
        .filter(|(at, mark)| {
            let before = text.get(..*at).unwrap_or_default();
            let after = text.get(at + mark.len()..).unwrap_or_default();
            let rest = after.trim_start_matches(is_closer);
            let next = rest.trim_start();
            // An initial ("J. Doe", "U.S. Army") or a title of three letters ("Gen. Doe") does not
            // end a sentence.
            let last_word =
                before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let abbreviation = *mark == "."
                && last_word.chars().count() <= 3
                && last_word.starts_with(char::is_uppercase);
            let separated = next.len() < rest.len() || !mark.is_ascii();
            separated && !abbreviation && next.chars().next().is_some_and(|c| !c.is_lowercase())
        })
        .count()
}

/// Returns the size and the number of words, as [`Shape`] defines them.
fn measure(text: &str) -> (u32, u32) {
    let (mut narrow, mut hangul, mut ideographs, mut words) = (0usize, 0usize, 0usize, 0usize);
    let mut in_word = false;
    for c in text.chars() {
        if is_ideographic(c) {
            ideographs += 1;
            in_word = false;
            continue;
        }
        if is_hangul(c) {
            hangul += 1;
        } else {
            narrow += 1;
        }
        let letter = c.is_alphanumeric();
        if letter && !in_word {
            words += 1;
        }
        in_word = if letter { true } else { in_word && !c.is_whitespace() };
    }
    let size = narrow + (hangul + ideographs) * 5 / 2;
    (saturating_u32(size), saturating_u32(words + ideographs.div_ceil(2)))
}

/// Returns the end of a line, as [`End`] defines it.
fn end(text: &str, case: Case, size: u32) -> End {
    let mut bare =
        text.trim_end_matches(|c: char| is_closer(c) || c.is_whitespace() || is_direction_mark(c));
    // A note number after the sentence: "…last year.[3]". Its closing bracket is trimmed already.
    if let Some(open) = bare.rfind(['[', '(']).filter(|_| bare.len() < text.len()) {
        let (before, note) = bare.split_at(open);
        if note.len() <= 5 && note.chars().skip(1).all(|c| c.is_ascii_digit()) {
            bare = before.trim_end_matches(|c: char| is_closer(c) || c.is_whitespace());
        }
    }
    match bare.chars().last() {
        // A headline may end in an abbreviation: "Envoy Leaves the U.S."
        Some('.')
            if size <= limits::MAX_HEADING_SIZE
                && matches!(case, Case::Headline | Case::Upper)
                && ends_in_initials(bare) =>
        {
            End::Open
        }
        Some(
            '.' | '…' | '。' | '．' | '｡' | '।' | '॥' | '۔' | '։' | '።' | '។' | '။' | '᠃' | '༎'
            | '།' | '⋯' | '꓿' | '܀',
        ) => End::Stop,
        Some('?' | '!' | '？' | '！' | '؟' | '‽' | '⁈' | '⁉' | '፧' | '՞' | '՜' | '\u{37e}') => {
            End::Question
        }
        Some(';') if text.chars().any(is_greek) => End::Question,
        Some(':' | '：') => End::Colon,
        Some(',' | ';' | '，' | '；' | '、' | '،' | '؛') => End::Comma,
        _ => End::Open,
    }
}

/// Returns whether a text ends in initials, each with its full stop: "U.S.", "D.C.", "J.R.R.".
fn ends_in_initials(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let mut chars = word.trim_start_matches(|c: char| !c.is_alphanumeric()).chars();
    let mut pairs = 0;
    loop {
        match (chars.next(), chars.next()) {
            (None, _) => return pairs >= 2,
            (Some(letter), Some('.')) if letter.is_uppercase() => pairs += 1,
            _ => return false,
        }
    }
}

/// Returns whether `c` may follow the end of a sentence: a quotation mark, bracket or note sign.
fn is_closer(c: char) -> bool {
    is_closing_quote(c)
        || matches!(c, ')' | ']' | '}' | '）' | '】' | '》' | '〉' | '］' | '*' | '†')
}

fn is_ideographic(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{386}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

fn is_direction_mark(c: char) -> bool {
    matches!(c,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
