//! Words, numbers and marks of a text, and where its sentences end.

use std::ops::Range;

/// A word, number or mark, and where it stands in its text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// As it is written.
    pub(crate) text: &'t str,
    /// The byte at which it starts.
    pub(crate) start: usize,
    /// Whether nothing, not even a space, stands before it.
    pub(crate) attached: bool,
}

impl Token<'_> {
    /// The byte after its last.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it begins with a capital letter, after an Arabic article if there is one ("al-Sisi").
    pub(crate) fn is_capital(&self) -> bool {
        let bare = ["al-", "el-", "ul-", "as-", "ash-"]
            .iter()
            .find_map(|article| self.text.strip_prefix(article));
        bare.unwrap_or(self.text).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is a word or number rather than a mark.
    pub(crate) fn is_word(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_alphanumeric)
    }

    /// Whether it is the sign of a possessive.
    pub(crate) fn is_possessive(&self) -> bool {
        self.attached && matches!(self.text, "'s" | "’s" | "'" | "’" | "'S" | "’S")
            || self.text == "'s"
    }

    /// Two letters or more, all of them capitals ("NATO", "U.S.").
    pub(crate) fn is_initials(&self) -> bool {
        self.text.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && self.text.chars().all(|c| !c.is_alphabetic() || c.is_uppercase())
            && self.is_word()
    }

    pub(crate) fn lower(&self) -> String {
        self.text.to_lowercase()
    }
}

/// Endings that make an adjective of a name: "NATO-aligned", "Trump-era". What ends in "ed" or "ing" is one, too.
const ADJECTIVE_ENDINGS: [&str; 24] = [
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

/// What stands before a name and makes an adjective of it: "post-Trump", "pro-Ukraine".
const ADJECTIVE_BEGINNINGS: [&str; 16] = [
    "post", "pre", "pro", "anti", "non", "ex", "mid", "trans", "inter", "intra", "cross", "then",
    "vice", "all", "neo", "un",
];

/// The tokens of a text, in order.
///
/// Hyphened words are one token, unless they are two names ("Russia-Ukraine", `is_name` says which are names) or a name in
/// an adjective ("post-Trump", "NATO-aligned"). A possessive is a token of its own, and so are full stops, but for those
/// of abbreviations ("U.S.", "Gen.").
pub(crate) fn tokens<'t>(text: &'t str, is_name: impl Fn(&str) -> bool) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut attached = false;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if c.is_whitespace() {
            at += c.len_utf8();
            attached = false;
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
            push_parts(&mut tokens, word, at, attached, &is_name);
        }
        if tokens.len() == start {
            tokens.push(Token { text: word, start: at, attached });
        }
        at = end;
        attached = true;
    }
    tokens
}

/// The length of the mark at a place: a possessive's two characters, or one.
fn mark_length(text: &str, at: usize, c: char, attached: bool) -> usize {
    let after = text.get(at + c.len_utf8()..).unwrap_or_default();
    let mut next = after.chars();
    if matches!(c, '\'' | '’')
        && matches!(next.next(), Some('s' | 'S'))
        && next.next().is_none_or(|c| !c.is_alphanumeric())
    {
        // Quoted matter may begin with an s; a possessive follows a word, or stands alone in text taken apart.
        let alone = text.get(..at).unwrap_or_default().ends_with(' ');
        if attached || alone {
            return c.len_utf8() + 1;
        }
    }
    c.len_utf8()
}

/// Where the word that starts at `at` ends.
fn word_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    while let Some((place, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = match c {
            _ if c.is_alphanumeric() || is_combining(c) => true,
            '-' | '‑' | '–' => next.is_some_and(char::is_alphanumeric),
            // "O'Brien", "don't", but not "Russia's".
            '\'' | '’' => {
                next.is_some_and(char::is_alphabetic) && {
                    let tail: String = rest
                        .get(place + c.len_utf8()..)
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
                rest.get(..place).unwrap_or_default().ends_with(|c: char| c.is_ascii_digit())
            }
            '.' => is_abbreviation(rest.get(..place).unwrap_or_default(), next),
            // "AT&T".
            '&' => {
                next.is_some_and(char::is_uppercase)
                    && rest.get(..place).is_some_and(|before| before.ends_with(char::is_uppercase))
            }
            _ => false,
        };
        if !joins {
            break;
        }
        end = place + c.len_utf8();
        if c == '.' && !next.is_some_and(char::is_alphanumeric) {
            break;
        }
    }
    at + end.max(rest.chars().next().map_or(1, char::len_utf8))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a full stop after `before` belongs to it: initials ("U.S", "J"), and short forms.
fn is_abbreviation(before: &str, next: Option<char>) -> bool {
    let last = before.rsplit(['.', '-']).next().unwrap_or_default();
    let is_letter = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    if is_letter {
        return true;
    }
    next.is_none_or(|next| !next.is_alphanumeric())
        && SHORT_FORMS.iter().any(|short| before.eq_ignore_ascii_case(short))
}

/// Short forms that a full stop belongs to and that do not end a sentence, in lower case.
const SHORT_FORMS: [&str; 42] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt",
    "maj", "adm", "vs", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "sr", "jr", "cmdr",
    "brig", "cpl", "pvt", "rev", "hon", "pres", "supt", "insp", "inc", "ltd", "corp", "co", "bros",
    "messrs", "mt",
];

/// Those that may well end a sentence.
const CLOSING_FORMS: [&str; 7] = ["inc.", "ltd.", "corp.", "co.", "bros.", "jr.", "sr."];

/// The parts of a hyphened word, if it is to be taken apart.
fn push_parts<'t>(
    tokens: &mut Vec<Token<'t>>,
    word: &'t str,
    at: usize,
    attached: bool,
    is_name: &impl Fn(&str) -> bool,
) {
    let hyphen = |c: char| matches!(c, '-' | '–' | '‑');
    if is_name(word) {
        return;
    }
    let Some((first, _)) = word.split_once(hyphen) else { return };
    let Some((_, last)) = word.rsplit_once(hyphen) else { return };
    let capital = |part: &str| part.chars().next().is_some_and(char::is_uppercase);
    let lower_last = last.to_lowercase();
    let is_adjective = capital(first)
        && !capital(last)
        && (ADJECTIVE_ENDINGS.contains(&lower_last.as_str())
            || (last.len() > 4 && (last.ends_with("ed") || last.ends_with("ing"))));
    let is_opposed = capital(last) && ADJECTIVE_BEGINNINGS.contains(&first.to_lowercase().as_str());
    let is_pair = capital(first) && capital(last) && (is_name(first) || is_name(last));
    if !(is_adjective || is_opposed || is_pair || word.contains('–')) {
        return;
    }
    let mut start = 0;
    for (place, mark) in word.match_indices(hyphen).chain([(word.len(), "")]) {
        if let Some(part) = word.get(start..place).filter(|part| !part.is_empty()) {
            tokens.push(Token { text: part, start: at + start, attached: attached || start > 0 });
        }
        if !mark.is_empty() {
            tokens.push(Token { text: mark, start: at + place, attached: true });
        }
        start = place + mark.len();
    }
}

/// The sentences of a text, as ranges of its tokens.
pub(crate) fn sentences(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        let is_stop = matches!(token.text, "." | "!" | "?" | "…" | "。" | "！" | "？");
        let next_is_lower = |at: usize| {
            tokens
                .get(at)
                .is_some_and(|next| next.text.chars().next().is_some_and(char::is_lowercase))
        };
        let may_close = CLOSING_FORMS.contains(&token.lower().as_str())
            || (token.text.len() > 3 && token.text.ends_with('.') && token.is_initials());
        if !is_stop && !may_close {
            continue;
        }
        // Closing quotation marks and brackets belong to the sentence.
        while let Some(next) = tokens.get(at) {
            let closes = matches!(next.text, "”" | "’" | ")" | "]" | "»" | "." | "!" | "?" | "…")
                || (matches!(next.text, "\"" | "'") && next.attached);
            if !(closes && (next.attached || next.text.len() > 1)) {
                break;
            }
            at += 1;
        }
        let starts_anew = tokens.get(at).is_none_or(|next| next.is_capital() || !next.is_word());
        let is_end =
            if is_stop { !next_is_lower(at) } else { starts_anew && is_opening(tokens.get(at)) };
        if is_end {
            found.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// Whether a word opens sentences more often than it goes on after an abbreviation.
fn is_opening(token: Option<&Token<'_>>) -> bool {
    const OPENERS: [&str; 27] = [
        "the", "a", "an", "in", "on", "at", "it", "he", "she", "they", "we", "but", "and", "this",
        "that", "these", "his", "her", "their", "as", "for", "while", "after", "if", "when",
        "there", "however",
    ];
    token.is_none_or(|token| OPENERS.contains(&token.lower().as_str()) && token.is_capital())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let is_name =
            |word: &str| ["Russia", "Ukraine", "NATO", "Guinea-Bissau", "EU"].contains(&word);
        let tokens = tokens(text, is_name);
        let found: Vec<String> = sentences(&tokens)
            .into_iter()
            .map(|range| tokens[range].iter().map(|token| token.text).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(found.join(" | "), expected);
        for token in tokens {
            assert_eq!(text.get(token.start..token.end()), Some(token.text));
        }
    }

    #[test]
    fn words_and_marks() {
        check("Russia’s troops. It ended.", "Russia ’s troops . | It ended .");
        check("The U.S. Army paid $2.2 billion.", "The U.S. Army paid $ 2.2 billion .");
        check("He left the U.S. The talks failed.", "He left the U.S. | The talks failed .");
        check(
            "Maj. Gen. Pat Ryder spoke. “No,” he said.",
            "Maj. Gen. Pat Ryder spoke . | “ No , ” he said .",
        );
        check("allies’ troops don't", "allies ’ troops don't");
        check("Samuel Cranny-Evans and Jeon Ha-Gyu", "Samuel Cranny-Evans and Jeon Ha-Gyu");
        check(
            "Russia-Ukraine, NATO-aligned, post-Trump",
            "Russia - Ukraine , NATO - aligned , post - Trump",
        );
        check("Guinea-Bissau and the RS-26", "Guinea-Bissau and the RS-26");
        check("10,000 troops; 18% of it", "10,000 troops ; 18 % of it");
        check("Dr. O'Brien's “war”", "Dr. O'Brien 's “ war ”");
        check("", "");
    }
}
