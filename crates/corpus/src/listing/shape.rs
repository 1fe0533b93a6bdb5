//! What a line looks like on its own, before its neighbours are asked: the features that the rules weigh.

use crate::source::{Line, to_u32};

/// Sizes that tell short lines from text, in characters as [`Shape::size`] counts them.
///
/// Each is well outside what news pages print, so that a line has to be odd to fall on the wrong side.
pub(super) mod limits {
    /// Longest label: "Science, Technology & the Environment" is 38.
    pub(in crate::listing) const LABEL_SIZE: u32 = 48;
    /// Most words in a label.
    pub(in crate::listing) const LABEL_WORDS: u32 = 6;
    /// Longest heading.
    pub(in crate::listing) const HEADING_SIZE: u32 = 100;
    /// Most words in a heading.
    pub(in crate::listing) const HEADING_WORDS: u32 = 14;
    /// Longest line without a full stop that may be something else than text of a body.
    pub(in crate::listing) const SHORT_SIZE: u32 = 160;
    /// Longest question or exclamation that may be a title or heading.
    pub(in crate::listing) const QUESTION_SIZE: u32 = 110;
    /// Longest standfirst without a full stop.
    pub(in crate::listing) const STANDFIRST_SIZE: u32 = 300;
    /// From here on a paragraph is surely running text.
    pub(in crate::listing) const LONG_SIZE: u32 = 150;
}

/// How a line ends, closing quotation marks, brackets and note numbers aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// No mark: as titles, labels and headings do.
    Open,
    /// A full stop or ellipsis, in any script.
    Stop,
    /// A question or exclamation mark: text, titles and headings all do.
    Question,
    Colon,
    /// A comma, semicolon or dash: the sentence goes on.
    Comma,
}

/// Which words of a line are capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// All letters.
    Capitals,
    /// All words that are not small ones, as in English headlines.
    Headline,
    /// The first word, and names.
    Sentence,
    /// The first letter is small: the middle of a sentence.
    Small,
    /// The script has no case, or there are no letters.
    None,
}

/// The features of one line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// Characters; an ideograph, kana or Hangul syllable counts for two and a half, as it says about that much.
    pub(super) size: u32,
    /// Words; two ideographs or kana count as one.
    pub(super) words: u32,
    pub(super) end: End,
    pub(super) case: Case,
    /// Somebody's words on a line of their own, with or without who said them.
    pub(super) speech: bool,
    /// Opens with a bullet or dash and a space.
    pub(super) bullet: bool,
    /// Opens with a digit.
    pub(super) numbered: bool,
    /// Ends in a quotation that opened inside the line: `She asked: “Who pays?”`.
    pub(super) quotes_last: bool,
    /// Short, and of several sentences.
    pub(super) goes_on: bool,
}

impl Shape {
    pub(super) fn of(line: &Line<'_>) -> Self {
        let text = &*line.text;
        let (size, words) = measure(text);
        let case = if size <= limits::STANDFIRST_SIZE { case(text) } else { Case::Sentence };
        Self {
            size,
            words,
            end: end(text, case, size),
            case,
            speech: is_speech(text),
            bullet: bullet_text(text).is_some(),
            numbered: text.starts_with(|c: char| c.is_numeric()),
            goes_on: size <= limits::SHORT_SIZE && sentence_breaks(text) > 0,
            quotes_last: text.ends_with(is_closing_quote) && !text.starts_with(is_opening_quote),
        }
    }

    /// Text of a body by its look alone: a sentence, a quotation, an unfinished line, or simply long.
    pub(super) fn is_prose(&self) -> bool {
        match self.end {
            _ if self.speech || self.bullet => true,
            End::Stop | End::Comma => true,
            End::Open => self.size > limits::SHORT_SIZE || self.case == Case::Small,
            End::Question => {
                self.size > limits::QUESTION_SIZE
                    || self.words > limits::HEADING_WORDS + 2
                    || self.case == Case::Small
                    || (self.case == Case::Sentence && (self.quotes_last || self.goes_on))
            }
            End::Colon => {
                !(matches!(self.case, Case::Headline | Case::Capitals) && self.words <= 5)
            }
        }
    }

    /// Could be a section label by its look. A label may ask ("Did You Know?"), but hardly at length.
    pub(super) fn is_label_like(&self) -> bool {
        (self.end == End::Open || self.end == End::Question && self.words <= 4)
            && !self.speech
            && !self.bullet
            && self.size <= limits::LABEL_SIZE
            && self.words <= limits::LABEL_WORDS
    }

    /// Could be a heading by its look.
    pub(super) fn is_heading_like(&self) -> bool {
        !self.is_prose() && self.size <= limits::HEADING_SIZE && self.words <= limits::HEADING_WORDS
    }
}

/// The text after a bullet or dash and a space, if the line opens with one.
pub(super) fn bullet_text(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['-', '–', '—', '•', '*', '·', '‣', '▪', '◦', '●', '►', '»'])?;
    let after = rest.strip_prefix(char::is_whitespace)?.trim_start();
    Some(after).filter(|t| t.starts_with(char::is_alphanumeric) || t.chars().count() > 1)
}

/// A line that only sets things apart: no letter or digit, and a dash, star, dot or line among its marks.
pub(super) fn is_separator(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '–'
                    | '—'
                    | '―'
                    | '‐'
                    | '−'
                    | '_'
                    | '*'
                    | '•'
                    | '·'
                    | '='
                    | '~'
                    | '#'
                    | '|'
                    | '+'
                    | '⁂'
                    | '─'
                    | '■'
            )
    })
}

/// How many times a text goes on after the end of a sentence: a mark, a blank, a capital (or a script without case).
pub(super) fn sentence_breaks(text: &str) -> usize {
    let marks = text.match_indices(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔']);
    marks
        .filter(|(at, mark)| {
            let before = text.get(..*at).unwrap_or_default();
            let after = text.get(at + mark.len()..).unwrap_or_default();
            let rest = after.trim_start_matches(is_closer);
            let next = rest.trim_start();
            // After an initial ("J. Doe", "U.S. Army") or a title of three letters ("Gen. Doe") the sentence goes on.
            let last_word =
                before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let abbreviation = *mark == "."
                && last_word.chars().count() <= 3
                && last_word.starts_with(char::is_uppercase);
            let blank = next.len() < rest.len() || !mark.is_ascii();
            blank && !abbreviation && next.chars().next().is_some_and(|c| !c.is_lowercase())
        })
        .count()
}

fn is_ideographic(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

fn measure(text: &str) -> (u32, u32) {
    let (mut plain, mut dense, mut ideographs, mut words) = (0usize, 0usize, 0usize, 0usize);
    let mut in_word = false;
    for c in text.chars() {
        if is_ideographic(c) {
            ideographs += 1;
            in_word = false;
            continue;
        }
        if is_hangul(c) {
            dense += 1;
        } else {
            plain += 1;
        }
        let letter = c.is_alphanumeric();
        if letter && !in_word {
            words += 1;
        }
        in_word = if letter { true } else { in_word && !c.is_whitespace() };
    }
    let size = plain + (dense + ideographs) * 5 / 2;
    (to_u32(size), to_u32(words + ideographs.div_ceil(2)))
}

fn is_opening_quote(c: char) -> bool {
    matches!(c, '“' | '"' | '„' | '«' | '‟' | '「' | '『' | '‹' | '‘' | '‚' | '»')
}

fn is_closing_quote(c: char) -> bool {
    matches!(c, '”' | '"' | '“' | '»' | '«' | '」' | '』' | '›' | '’' | '\'')
}

fn is_closer(c: char) -> bool {
    is_closing_quote(c)
        || matches!(c, ')' | ']' | '}' | '）' | '】' | '》' | '〉' | '］' | '*' | '†')
}

/// Words between quotation marks that fill the line, open it and are left open, or are followed by their speaker.
fn is_speech(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(open) = chars.next().filter(|c| is_opening_quote(*c)) else { return false };
    let inside = chars.as_str();
    let single = matches!(open, '‘' | '‚');
    let closes = |c: char| match open {
        '‘' | '‚' => matches!(c, '’' | '‘'),
        '"' => matches!(c, '"' | '”'),
        '“' | '‟' => matches!(c, '”' | '"'),
        '„' => matches!(c, '“' | '”' | '"'),
        '«' => c == '»',
        '»' => c == '«',
        '‹' => c == '›',
        '「' => c == '」',
        _ => c == '』',
    };
    let stripped = inside.trim_end_matches(['.', '!', '?', '…', ',', '。']);
    if stripped.ends_with(closes) {
        // One pair of marks around all of it, not "‘Yes’ or ‘no’".
        let within =
            stripped.get(..stripped.len() - stripped.chars().last().map_or(0, char::len_utf8));
        return within
            .is_some_and(|w| single || !w.contains(closes) || closes_after_pause(w, closes));
    }
    if single {
        // An apostrophe looks the same as a closing mark, so an open ‘ says little.
        return closes_after_pause(inside, closes);
    }
    !inside.contains(closes) || closes_after_pause(inside, closes)
}

/// Whether a closing mark follows a comma or an end of sentence: `“…,” she said`.
fn closes_after_pause(text: &str, closes: impl Fn(char) -> bool) -> bool {
    let mut last = ' ';
    text.chars().any(|c| {
        let hit = closes(c) && matches!(last, ',' | '.' | '!' | '?' | '…' | '，' | '。');
        last = c;
        hit
    })
}

fn end(text: &str, case: Case, size: u32) -> End {
    let mut bare =
        text.trim_end_matches(|c: char| is_closer(c) || c.is_whitespace() || is_direction_mark(c));
    // A note number after the sentence: "…last year.[3]"; the bracket is gone already.
    if let Some(open) = bare.rfind(['[', '(']).filter(|_| bare.len() < text.len()) {
        let (before, note) = bare.split_at(open);
        if note.len() <= 5 && note.chars().skip(1).all(|c| c.is_ascii_digit()) {
            bare = before.trim_end_matches(|c: char| is_closer(c) || c.is_whitespace());
        }
    }
    match bare.chars().last() {
        // A headline may end in an abbreviation: "Envoy Leaves the U.S."
        Some('.')
            if size <= limits::HEADING_SIZE
                && matches!(case, Case::Headline | Case::Capitals)
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

fn is_greek(c: char) -> bool {
    matches!(c, '\u{386}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// "U.S.", "D.C.", "J.R.R.": single letters, each with its stop.
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

/// Words this short may be small in a headline: "with", "from", "over".
const SMALL_WORD: usize = 4;

fn case(text: &str) -> Case {
    let (mut upper, mut lower) = (0u32, 0u32);
    let mut first: Option<Case> = None;
    let mut small_words = false;
    let opening = text.chars().find(|c| c.is_alphanumeric());
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/')) {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let Some(initial) = letters.next() else { continue };
        let second = letters.next();
        if first.is_none() {
            // "iPhone" and "eBay" are capitalised, in their way.
            let camel = initial.is_lowercase() && second.is_some_and(char::is_uppercase);
            first = Some(match initial {
                c if c.is_lowercase() && !camel && opening == Some(c) => Case::Small,
                c if c.is_uppercase() || c.is_lowercase() => Case::Sentence,
                _ => Case::None,
            });
        } else if initial.is_lowercase()
            && word.chars().count() > SMALL_WORD
            && !second.is_some_and(char::is_uppercase)
        {
            small_words = true;
        }
        for c in word.chars() {
            upper += u32::from(c.is_uppercase());
            lower += u32::from(c.is_lowercase());
        }
    }
    match first {
        None => Case::None,
        Some(Case::None) if upper + lower == 0 => Case::None,
        Some(Case::Small) => Case::Small,
        _ if lower == 0 && upper > 1 => Case::Capitals,
        _ if small_words => Case::Sentence,
        _ => Case::Headline,
    }
}
