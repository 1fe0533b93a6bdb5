//! Quotation marks: pairs the marks that open and close quotes.

use crate::document::Language;
use std::ops::Range;

/// A quote in a text, as ranges of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QuotedRange {
    /// The words without the marks and the spaces inside of them.
    pub(super) inner: Range<usize>,
    /// The words with the marks.
    pub(super) outer: Range<usize>,
    /// True if no mark closes the quote, so that it continues in the next paragraph.
    pub(super) is_unclosed: bool,
}

/// An opening mark without its closing one.
struct OpeningMark {
    /// The mark that closes it.
    closing: char,
    start: usize,
    end: usize,
}

/// Finds the outermost quotes of a text, in order. Quotes within quotes belong to the words.
///
/// A curly mark has a direction, except for ” before a word in other languages than English
/// (Swedish, Finnish). A straight mark opens after a space, a bracket or a dash, and
/// closes otherwise. A single mark counts only where it is not an apostrophe. A double mark that
/// nothing closes leaves its quote open to the end of the text.
pub(super) fn quoted_ranges(text: &str, language: Language) -> Vec<QuotedRange> {
    if !text.contains(is_opening_mark) {
        return Vec::new();
    }
    let mut found: Vec<QuotedRange> = Vec::new();
    let mut open: Option<OpeningMark> = None;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let end = at + c.len_utf8();
        match &open {
            Some(mark) if closes(mark.closing, c, before, next) => {
                found.push(QuotedRange {
                    inner: mark.end..at,
                    outer: mark.start..end,
                    is_unclosed: false,
                });
                open = None;
            }
            Some(_) => {}
            None => {
                if let Some(closing) = opens(c, before, next, language) {
                    open = Some(OpeningMark { closing, start: at, end });
                }
            }
        }
        before = c;
    }
    if let Some(OpeningMark { closing, start, end }) = open {
        if matches!(closing, '”' | '"') {
            found.push(QuotedRange {
                inner: end..text.len(),
                outer: start..text.len(),
                is_unclosed: true,
            });
        } else {
            // The single mark was an apostrophe, so that there may be quotes after it.
            let rest = text.get(end..).unwrap_or_default();
            found.extend(double_quoted_ranges(rest, language).into_iter().map(|quote| {
                QuotedRange {
                    inner: quote.inner.start + end..quote.inner.end + end,
                    outer: quote.outer.start + end..quote.outer.end + end,
                    is_unclosed: quote.is_unclosed,
                }
            }));
        }
    }
    for quote in &mut found {
        let words = text.get(quote.inner.clone()).unwrap_or_default();
        let start = quote.inner.start + words.len() - words.trim_start().len();
        quote.inner = start..start + words.trim().len();
    }
    found.retain(|quote| !quote.inner.is_empty());
    found
}

/// Finds the closed quotes in double marks only, which keeps the total work linear in the text.
fn double_quoted_ranges(text: &str, language: Language) -> Vec<QuotedRange> {
    let mut found = Vec::new();
    let mut open: Option<OpeningMark> = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match &open {
            Some(mark) if closes(mark.closing, c, before, ' ') => {
                found.push(QuotedRange {
                    inner: mark.end..at,
                    outer: mark.start..end,
                    is_unclosed: false,
                });
                open = None;
            }
            Some(_) => {}
            None => {
                let closing = opens(c, before, 'x', language);
                open = closing
                    .filter(|closing| !matches!(closing, '’' | '\''))
                    .map(|closing| OpeningMark { closing, start: at, end });
            }
        }
        before = c;
    }
    found
}

/// Returns whether a character may open a quote.
fn is_opening_mark(c: char) -> bool {
    matches!(c, '“' | '„' | '«' | '»' | '"' | '‘' | '\'' | '「' | '『' | '”')
}

/// Returns the mark that closes a quote which `c` opens, or `None` if `c` does not open one.
fn opens(c: char, before: char, next: char, language: Language) -> Option<char> {
    if !is_opening_mark(c) {
        return None;
    }
    let is_start = before.is_whitespace()
        || matches!(before, '(' | '[' | '—' | '–' | '-' | '“' | '‘' | ':' | ',');
    match c {
        '“' | '„' if is_start || !next.is_whitespace() => Some('”'),
        '«' => Some('»'),
        // As books in German have them.
        '»' if is_start && next.is_alphanumeric() => Some('«'),
        '「' => Some('」'),
        '『' => Some('』'),
        '”' if !language.is_english() && is_start && next.is_alphanumeric() => Some('”'),
        '"' if is_start && !next.is_whitespace() => Some('"'),
        '"' if before == ',' || before.is_whitespace() => Some('"'),
        '‘' if is_start && next.is_alphanumeric() => Some('’'),
        '\'' if is_start && next.is_alphabetic() => Some('\''),
        _ => None,
    }
}

/// Returns whether `c` closes a quote that is to end in `closing`.
fn closes(closing: char, c: char, before: char, next: char) -> bool {
    match closing {
        // A closing mark that was typed by hand may have the wrong direction or be straight.
        '”' => {
            c == '”'
                || (matches!(c, '“' | '"') && !before.is_whitespace() && !next.is_alphanumeric())
        }
        '"' => {
            (c == '"' && !(before.is_whitespace() && next.is_alphanumeric()))
                || (matches!(c, '”' | '“') && !next.is_alphanumeric())
        }
        '’' | '\'' => {
            c == closing && !before.is_whitespace() && !next.is_alphanumeric() && before != 's'
        }
        _ => c == closing,
    }
}

#[cfg(test)]
mod tests {
    use super::quoted_ranges;
    use crate::document::Language;

    fn check(text: &str, expected: &[&str]) {
        check_in(Language::ENGLISH, text, expected);
    }

    fn check_in(language: Language, text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            quoted_ranges(text, language).into_iter().map(|quote| &text[quote.inner]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn other_languages_have_other_marks() {
        check_in(Language::from_tag("de"), "„Ja“, sagte sie, „nein“.", &["Ja", "nein"]);
        check_in(Language::from_tag("de"), "»Ja«, sagte sie. »Nein!«", &["Ja", "Nein!"]);
        check_in(Language::from_tag("fr"), "« Oui », dit-elle, «non».", &["Oui", "non"]);
        check_in(
            Language::from_tag("ja"),
            "彼女は「はい、『いいえ』」と言った。",
            &["はい、『いいえ』"],
        );
        check_in(Language::from_tag("sv"), "”Ja”, sade hon, ”nej”.", &["Ja", "nej"]);
        check_in(Language::ENGLISH, "It ended.” Then ”nothing” came.", &[]);
    }

    #[test]
    fn curly_and_straight_marks_are_paired() {
        check("He said “no” and \"yes.\"", &["no", "yes."]);
        check("“The [Trump] claims,” he said", &["The [Trump] claims,"]);
        check("She said,\" [He] liked it\".", &["[He] liked it"]);
    }

    #[test]
    fn quotes_within_quotes_belong_to_the_words() {
        check("“He told me ‘never’ twice,” she said.", &["He told me ‘never’ twice,"]);
    }

    #[test]
    fn apostrophes_do_not_open_quotes() {
        check("the allies’ ‘quasi-state of war’ isn't the dogs' war", &["quasi-state of war"]);
        check("'quasi-state of war' it is", &["quasi-state of war"]);
        check("in the ’90s they said \"go\"", &["go"]);
        check("5\" by 7\" and 'tis", &[]);
    }

    #[test]
    fn an_unclosed_quote_extends_to_the_end() {
        check("“It goes on in the next paragraph.", &["It goes on in the next paragraph."]);
    }

    #[test]
    fn empty_and_misplaced_marks_are_ignored() {
        check("wrong decision.“ However", &[]);
        check("“” and \"\"", &[]);
    }
}
