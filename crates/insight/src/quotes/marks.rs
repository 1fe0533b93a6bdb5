//! Which marks open and close quotes.

use std::ops::Range;

/// The words between two marks, in bytes without the marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    pub(super) words: Range<usize>,
    /// With the marks.
    pub(super) whole: Range<usize>,
    /// Whether no mark closes it: the next paragraph goes on.
    pub(super) open: bool,
}

/// A quote whose end is looked for.
struct Open {
    close: char,
    start: usize,
    words: usize,
}

/// The outermost quotes of a text, in order. Quotes within quotes belong to the words.
///
/// Curly marks say which way they face. A straight one opens after a space, a bracket or a dash, and closes otherwise; a single
/// one only where it is no apostrophe. A mark that nothing closes is left open if it is double and nothing but words follows it.
pub(super) fn quoted(text: &str) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    let mut open: Option<Open> = None;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let end = at + c.len_utf8();
        match &open {
            Some(quote) if closes(quote.close, c, before, next) => {
                found.push(Quoted { words: quote.words..at, whole: quote.start..end, open: false });
                open = None;
            }
            Some(_) => {}
            None => {
                if let Some(close) = opens(c, before, next) {
                    open = Some(Open { close, start: at, words: end });
                }
            }
        }
        before = c;
    }
    if let Some(Open { close, start, words }) = open {
        if matches!(close, '”' | '"') {
            found.push(Quoted { words: words..text.len(), whole: start..text.len(), open: true });
        } else {
            // An apostrophe after all: what it seemed to hold may hold quotes of its own.
            let rest = text.get(words..).unwrap_or_default();
            found.extend(quoted_later(rest).into_iter().map(|quote| Quoted {
                words: quote.words.start + words..quote.words.end + words,
                whole: quote.whole.start + words..quote.whole.end + words,
                open: quote.open,
            }));
        }
    }
    for quote in &mut found {
        let words = text.get(quote.words.clone()).unwrap_or_default();
        let start = quote.words.start + words.len() - words.trim_start().len();
        quote.words = start..start + words.trim().len();
    }
    found.retain(|quote| !quote.words.is_empty());
    found
}

/// The quotes behind a single mark that was an apostrophe: double ones alone, so that a text is read twice at most.
fn quoted_later(text: &str) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match &open {
            Some(quote) if closes(quote.close, c, before, ' ') => {
                found.push(Quoted { words: quote.words..at, whole: quote.start..end, open: false });
                open = None;
            }
            Some(_) => {}
            None => {
                let close = opens(c, before, 'x').filter(|close| *close != '’' && *close != '\'');
                open = close.map(|close| Open { close, start: at, words: end });
            }
        }
        before = c;
    }
    found
}

/// The mark that would close a quote that `c` opens, if it does.
fn opens(c: char, before: char, next: char) -> Option<char> {
    let is_start = before.is_whitespace()
        || matches!(before, '(' | '[' | '—' | '–' | '-' | '“' | '‘' | ':' | ',');
    match c {
        '“' | '„' if is_start || !next.is_whitespace() => Some('”'),
        '«' => Some('»'),
        '"' if is_start && !next.is_whitespace() => Some('"'),
        '"' if before == ',' || before.is_whitespace() => Some('"'),
        '‘' if is_start && next.is_alphanumeric() => Some('’'),
        '\'' if is_start && next.is_alphabetic() => Some('\''),
        _ => None,
    }
}

/// Whether `c` closes a quote that `close` would end.
fn closes(close: char, c: char, before: char, next: char) -> bool {
    match close {
        // Typed by hand, a closing mark may face the wrong way or be straight.
        '”' => {
            c == '”'
                || (matches!(c, '“' | '"') && !before.is_whitespace() && !next.is_alphanumeric())
        }
        '"' => {
            (c == '"' && !(before.is_whitespace() && next.is_alphanumeric()))
                || (matches!(c, '”' | '“') && !next.is_alphanumeric())
        }
        '’' | '\'' => {
            c == close && !before.is_whitespace() && !next.is_alphanumeric() && before != 's'
        }
        _ => c == close,
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = quoted(text).into_iter().map(|quote| &text[quote.words]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_face_both_ways() {
        check("He said “no” and \"yes.\"", &["no", "yes."]);
        check("“He told me ‘never’ twice,” she said.", &["He told me ‘never’ twice,"]);
        check("the allies’ ‘quasi-state of war’ isn't the dogs' war", &["quasi-state of war"]);
        check("'quasi-state of war' it is", &["quasi-state of war"]);
        check("in the ’90s they said \"go\"", &["go"]);
        check("“The [Trump] claims,” he said", &["The [Trump] claims,"]);
        check("“It goes on in the next paragraph.", &["It goes on in the next paragraph."]);
        check("She said,\" [He] liked it\".", &["[He] liked it"]);
        check("wrong decision.“ However", &[]);
        check("“” and \"\"", &[]);
        check("5\" by 7\" and 'tis", &[]);
    }
}
