//! The tokenizer: splits a text into words, numbers and marks.

use crate::identifier::{identifier_length, is_address};
use std::borrow::Cow;
use std::ops::Range;

/// A word, a number, a punctuation mark, or a literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// The text as it is written.
    pub(crate) text: &'t str,
    /// The offset of its first byte in the passage.
    pub(crate) start: usize,
    /// True if no space separates it from the previous token.
    pub(crate) attached: bool,
    /// True if it is no prose: inline code, an address, or another identifier.
    pub(crate) is_literal: bool,
}

impl<'t> Token<'t> {
    /// Returns the offset of the byte after its last.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Returns whether it begins with a capital letter, ignoring an Arabic article ("al-Sisi").
    ///
    /// A literal does not, unless it is a name with an ending ("Node.js Foundation").
    pub(crate) fn is_capitalised(&self) -> bool {
        if self.is_literal && !is_dotted_name(self.text) {
            return false;
        }
        let bare = ["al-", "el-", "ul-", "as-", "ash-"]
            .iter()
            .find_map(|article| self.text.strip_prefix(article));
        bare.unwrap_or(self.text).chars().next().is_some_and(char::is_uppercase)
    }

    /// Returns whether it is a literal that only texts about software have: neither an address nor
    /// a handle nor a name with an ending.
    pub(crate) fn is_code(&self) -> bool {
        self.is_literal && !is_address(self.text) && !is_dotted_name(self.text)
    }

    /// Returns whether it is a word or a number rather than a mark.
    pub(crate) fn is_word(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_alphanumeric)
    }

    /// Returns whether it is a possessive marker ("'s").
    pub(crate) fn is_possessive(&self) -> bool {
        self.attached && matches!(self.text, "'s" | "’s" | "'" | "’" | "'S" | "’S")
            || self.text == "'s"
    }

    /// Returns whether it is the sign after a country in a currency ("US$200").
    pub(crate) fn is_dollar_sign(&self) -> bool {
        self.attached && self.text == "$"
    }

    /// Returns whether it has two letters or more, all of them capitals ("NATO", "U.S.").
    pub(crate) fn is_acronym(&self) -> bool {
        self.text.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && self.text.chars().all(|c| !c.is_alphabetic() || c.is_uppercase())
            && self.is_word()
    }

    /// Returns the text in lower case.
    pub(crate) fn lower(&self) -> Cow<'t, str> {
        lower(self.text)
    }
}

/// Returns a text in lower case. Most words are, and need no copy.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase())
    }
}

/// Returns whether an identifier is a name with an ending in lower case ("Node.js").
fn is_dotted_name(text: &str) -> bool {
    text.split_once('.').is_some_and(|(stem, ending)| {
        stem.starts_with(char::is_uppercase)
            && stem.chars().all(char::is_alphanumeric)
            && ending.chars().all(|c| c.is_ascii_lowercase())
    })
}

/// Suffixes that turn a name into an adjective: "Trump-era", "Moscow-friendly".
///
/// Suffixes in "ed" and "ing" do so, too ("NATO-aligned"), and are not listed.
const ADJECTIVE_SUFFIXES: [&str; 24] = [
    "era",
    "wide",
    "style",
    "born",
    "made",
    "held",
    "run",
    "led",
    "friendly",
    "like",
    "type",
    "level",
    "sponsored",
    "area",
    "only",
    "first",
    "free",
    "bound",
    "built",
    "wise",
    "sized",
    "to",
    "leaning",
    "native",
];

/// Prefixes that turn a name into an adjective: "post-Trump", "pro-Ukraine".
const ADJECTIVE_PREFIXES: [&str; 16] = [
    "post", "pre", "pro", "anti", "non", "ex", "mid", "trans", "inter", "intra", "cross", "then",
    "vice", "all", "neo", "un",
];

/// Splits a text into tokens.
///
/// A hyphenated word is one token, unless it is a pair of names ("Russia-Ukraine") or an adjective
/// that contains a name ("post-Trump", "NATO-aligned"). `is_name` tells which words are names. A
/// possessive marker is a token of its own, and so is a full stop, unless it belongs to an
/// abbreviation ("U.S.", "Gen.").
pub(crate) fn tokenize<'t>(text: &'t str, is_name: impl Fn(&str) -> bool) -> Vec<Token<'t>> {
    split(text, is_name, |_, _| None)
}

/// Splits a text into tokens as [`tokenize`] does, and each literal becomes one token: the given
/// ranges, which are sorted and do not overlap, and identifiers by their shape.
pub(crate) fn tokenize_with_literals<'t>(
    text: &'t str,
    literals: &[Range<usize>],
    is_name: impl Fn(&str) -> bool,
) -> Vec<Token<'t>> {
    let mut literals = literals.iter().peekable();
    // The offset up to which the text cannot begin an identifier, because it is part of a word.
    let mut word_end = 0;
    split(text, is_name, |at, c| {
        while literals.next_if(|range| range.end <= at).is_some() {}
        if let Some(literal) = literals.peek().filter(|range| range.start <= at) {
            return Some(literal.end - at);
        }
        let may_start = c.is_alphanumeric() || matches!(c, '@' | '/' | '~' | '.' | '-' | '_');
        if at < word_end || !may_start {
            return None;
        }
        let rest = text.get(at..).unwrap_or_default();
        word_end = at + space_distance(rest);
        let length = identifier_length(rest)?;
        let next_literal = literals.peek().map_or(usize::MAX, |range| range.start);
        (at + length <= next_literal).then_some(length)
    })
}

/// The number of bytes of most texts for each token, with the space after it.
const BYTES_PER_TOKEN: usize = 5;

/// Splits a text into tokens. `literal_length` returns the length of the literal that begins at an
/// offset with a character.
fn split<'t>(
    text: &'t str,
    is_name: impl Fn(&str) -> bool,
    mut literal_length: impl FnMut(usize, char) -> Option<usize>,
) -> Vec<Token<'t>> {
    let mut tokens = Vec::with_capacity(text.len() / BYTES_PER_TOKEN + 1);
    let mut at = 0;
    let mut attached = false;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if c.is_whitespace() {
            at += c.len_utf8();
            attached = false;
            continue;
        }
        if let Some(length) = literal_length(at, c) {
            let literal = text.get(at..at + length).unwrap_or_default();
            tokens.push(Token { text: literal, start: at, attached, is_literal: true });
            at += length.max(1);
            attached = true;
            continue;
        }
        let end = if c.is_alphanumeric() {
            word_end(text, at)
        } else {
            at + mark_length(text, at, c, attached)
        };
        let word = text.get(at..end).unwrap_or_default();
        let start = tokens.len();
        if c.is_alphanumeric() && word.contains(['-', '–', '‑']) {
            push_hyphen_parts(&mut tokens, word, at, attached, &is_name);
        }
        if tokens.len() == start {
            tokens.push(Token { text: word, start: at, attached, is_literal: false });
        }
        at = end;
        attached = true;
    }
    tokens
}

/// Returns the number of bytes before the first space, or of all if there is none.
fn space_distance(text: &str) -> usize {
    // Most words are ASCII up to the space after them.
    let end = text.bytes().position(|byte| matches!(byte, b'\t'..=b'\r' | b' ' | 0x80..));
    match end {
        Some(end) if text.as_bytes().get(end).is_some_and(u8::is_ascii) => end,
        Some(_) => text.find(char::is_whitespace).unwrap_or(text.len()),
        None => text.len(),
    }
}

/// Returns the length of the mark at `at` in bytes. A possessive marker includes its "s".
fn mark_length(text: &str, at: usize, c: char, attached: bool) -> usize {
    let after = text.get(at + c.len_utf8()..).unwrap_or_default();
    let mut next = after.chars();
    if matches!(c, '\'' | '’')
        && matches!(next.next(), Some('s' | 'S'))
        && next.next().is_none_or(|c| !c.is_alphanumeric())
    {
        // A quoted word may begin with an s. A possessive marker follows a word, or is separated
        // by spaces in text that was tokenized before.
        let is_separate = text.get(..at).unwrap_or_default().ends_with(' ');
        if attached || is_separate {
            return c.len_utf8() + 1;
        }
    }
    c.len_utf8()
}

/// Returns the end of the word that starts at `at`.
fn word_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    // Most words are letters up to the space after them.
    let letters = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if letters > 0 && matches!(rest.as_bytes().get(letters), None | Some(b' ')) {
        return at + letters;
    }
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = match c {
            _ if c.is_alphanumeric() || is_combining(c) => true,
            '-' | '‑' | '–' => next.is_some_and(char::is_alphanumeric),
            // "O'Brien", "don't", but not "Russia's".
            '\'' | '’' => {
                next.is_some_and(char::is_alphabetic) && {
                    let tail: String = rest
                        .get(offset + c.len_utf8()..)
                        .unwrap_or_default()
                        .chars()
                        .take(2)
                        .collect();
                    let mut tail = tail.chars();
                    !(matches!(tail.next(), Some('s' | 'S'))
                        && tail.next().is_none_or(|c| !c.is_alphanumeric()))
                }
            }
            '.' | ',' if next.is_some_and(|next| next.is_ascii_digit()) => {
                rest.get(..offset).unwrap_or_default().ends_with(|c: char| c.is_ascii_digit())
            }
            '.' => is_abbreviation(rest.get(..offset).unwrap_or_default(), next),
            // "AT&T".
            '&' => {
                next.is_some_and(char::is_uppercase)
                    && rest.get(..offset).is_some_and(|before| before.ends_with(char::is_uppercase))
            }
            _ => false,
        };
        if !joins {
            break;
        }
        end = offset + c.len_utf8();
        if c == '.' && !next.is_some_and(char::is_alphanumeric) {
            break;
        }
    }
    at + end.max(rest.chars().next().map_or(1, char::len_utf8))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Returns whether a full stop after `before` belongs to it: after initials ("U.S", "J") and after
/// abbreviations.
fn is_abbreviation(before: &str, next: Option<char>) -> bool {
    let last = before.rsplit(['.', '-']).next().unwrap_or_default();
    let is_letter = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    if is_letter {
        return true;
    }
    next.is_none_or(|next| !next.is_alphanumeric())
        && ABBREVIATIONS.iter().any(|short| before.eq_ignore_ascii_case(short))
}

/// Abbreviations that end in a full stop without ending a sentence, in lower case.
const ABBREVIATIONS: [&str; 42] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt",
    "maj", "adm", "vs", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "sr", "jr", "cmdr",
    "brig", "cpl", "pvt", "rev", "hon", "pres", "supt", "insp", "inc", "ltd", "corp", "co", "bros",
    "messrs", "mt",
];

/// Pushes the parts of a hyphenated word, and its hyphens, if the word is to be split.
fn push_hyphen_parts<'t>(
    tokens: &mut Vec<Token<'t>>,
    word: &'t str,
    at: usize,
    attached: bool,
    is_name: &impl Fn(&str) -> bool,
) {
    let is_hyphen = |c: char| matches!(c, '-' | '–' | '‑');
    if is_name(word) {
        return;
    }
    let Some((first, _)) = word.split_once(is_hyphen) else { return };
    let Some((_, last)) = word.rsplit_once(is_hyphen) else { return };
    let is_capitalised = |part: &str| part.chars().next().is_some_and(char::is_uppercase);
    let lower_last = last.to_lowercase();
    let is_adjective = is_capitalised(first)
        && !is_capitalised(last)
        && (ADJECTIVE_SUFFIXES.contains(&lower_last.as_str())
            || (last.len() > 4 && (last.ends_with("ed") || last.ends_with("ing"))));
    let has_prefix =
        is_capitalised(last) && ADJECTIVE_PREFIXES.contains(&first.to_lowercase().as_str());
    let is_pair =
        is_capitalised(first) && is_capitalised(last) && (is_name(first) || is_name(last));
    if !(is_adjective || has_prefix || is_pair || word.contains('–')) {
        return;
    }
    let mut start = 0;
    for (offset, mark) in word.match_indices(is_hyphen).chain([(word.len(), "")]) {
        if let Some(part) = word.get(start..offset).filter(|part| !part.is_empty()) {
            tokens.push(Token {
                text: part,
                start: at + start,
                attached: attached || start > 0,
                is_literal: false,
            });
        }
        if !mark.is_empty() {
            tokens.push(Token {
                text: mark,
                start: at + offset,
                attached: true,
                is_literal: false,
            });
        }
        start = offset + mark.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence_splitter::split_sentences;

    /// Compares tokens, separated by spaces, and sentences, separated by " | ".
    fn check(text: &str, expected: &str) {
        let names = ["Russia", "Ukraine", "NATO", "Guinea-Bissau", "EU"];
        let tokens = tokenize(text, |word| names.contains(&word));
        let sentences: Vec<String> = split_sentences(&tokens)
            .into_iter()
            .map(|range| tokens[range].iter().map(|token| token.text).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(sentences.join(" | "), expected);
        for token in tokens {
            assert_eq!(text.get(token.start..token.end()), Some(token.text));
        }
    }

    #[test]
    fn an_empty_text_has_no_sentence() {
        check("", "");
    }

    #[test]
    fn possessive_markers_are_tokens() {
        check("Russia’s troops. It ended.", "Russia ’s troops . | It ended .");
        check("allies’ troops don't", "allies ’ troops don't");
        check("Dr. O'Brien's “war”", "Dr. O'Brien 's “ war ”");
    }

    #[test]
    fn abbreviations_keep_their_full_stop() {
        check("The U.S. Army paid $2.2 billion.", "The U.S. Army paid $ 2.2 billion .");
        check("He left the U.S. The talks failed.", "He left the U.S. | The talks failed .");
        check(
            "Maj. Gen. Pat Ryder spoke. “No,” he said.",
            "Maj. Gen. Pat Ryder spoke . | “ No , ” he said .",
        );
    }

    #[test]
    fn hyphens_split_pairs_of_names_and_adjectives_only() {
        check("Samuel Cranny-Evans and Jeon Ha-Gyu", "Samuel Cranny-Evans and Jeon Ha-Gyu");
        check(
            "Russia-Ukraine, NATO-aligned, post-Trump",
            "Russia - Ukraine , NATO - aligned , post - Trump",
        );
        check("Guinea-Bissau and the RS-26", "Guinea-Bissau and the RS-26");
    }

    #[test]
    fn numbers_keep_their_separators() {
        check("10,000 troops; 18% of it", "10,000 troops ; 18 % of it");
    }
}
