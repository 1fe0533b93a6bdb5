//! Bytes to lines: UTF-8 or a diagnostic, no byte order mark, any line end, no characters that a feed cannot carry.

use std::borrow::Cow;

use cuttings_diagnostics::{Diagnostic, Origin, Severity, SourceFile};

/// A line that holds something, cleaned.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// Counted from 1, blank lines included.
    pub(crate) number: u32,
    /// Not empty; no blanks at either end, none doubled, no control characters.
    pub(crate) text: Cow<'a, str>,
}

/// The lines of a text, with what was odd about them.
#[derive(Debug, Default)]
pub(crate) struct Lines<'a> {
    /// The lines that hold something.
    pub(crate) filled: Vec<Line<'a>>,
    /// How many lines there are, blank ones included.
    pub(crate) count: u32,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// The file's text, or why it has none.
pub(crate) fn decode<'a>(file: SourceFile<'a>) -> Result<&'a str, Box<Diagnostic>> {
    let error = |line, message: String| {
        let origin = Origin { file: file.name.to_owned(), line };
        Box::new(Diagnostic { origin, severity: Severity::Error, message })
    };
    match std::str::from_utf8(file.bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(e) => {
            let (before, after) = file.bytes.split_at(e.valid_up_to());
            // What stands before the first bad byte is valid text.
            let before = std::str::from_utf8(before).unwrap_or_default();
            let line = line_of(before, before.len());
            let guess = match file.bytes {
                [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "It looks like UTF-16. ",
                _ => "",
            };
            let byte = after.first().copied().unwrap_or_default();
            Err(error(
                line,
                format!(
                    "This file is not UTF-8 text: byte {byte:#04x} at offset {} cannot stand there. \
                     {guess}Save it again with the encoding UTF-8.",
                    e.valid_up_to()
                ),
            ))
        }
    }
}

/// Where each line of a text starts, for finding the line of many places.
#[derive(Debug)]
pub(crate) struct LineStarts(Vec<usize>);

impl LineStarts {
    pub(crate) fn of(text: &str) -> Self {
        let from = text.as_ptr().addr();
        Self(split(text).map(|line| line.as_ptr().addr() - from).collect())
    }

    /// The line, counted from 1, on which a byte of the text stands.
    pub(crate) fn line(&self, at: usize) -> u32 {
        to_u32(self.0.partition_point(|start| *start <= at).max(1))
    }
}

/// Splits a text into cleaned lines.
///
/// LF, CR LF and a lone CR end a line, as in editors. Other separators (U+2028, U+2029, NEL, form feed, vertical
/// tab) are white space inside a line: scraped text has them for soft breaks, and editors do not count them.
pub(crate) fn lines<'a>(name: &str, text: &'a str) -> Lines<'a> {
    let mut lines = Lines::default();
    for raw in split(text) {
        lines.count = lines.count.saturating_add(1);
        let (cleaned, oddities) = clean(raw);
        lines.diagnostics.extend(oddities.messages().map(|message| Diagnostic {
            origin: Origin { file: name.to_owned(), line: lines.count },
            severity: Severity::Warning,
            message: message.to_owned(),
        }));
        if !cleaned.is_empty() {
            lines.filled.push(Line { number: lines.count, text: cleaned });
        }
    }
    lines
}

/// The line, counted from 1, on which a byte of the text stands.
pub(crate) fn line_of(text: &str, at: usize) -> u32 {
    let before = text.get(..at.min(text.len())).unwrap_or(text);
    to_u32(split(before).count() + usize::from(before.is_empty() || before.ends_with(['\n', '\r'])))
}

/// Raw lines without their ends. A line end at the end of the text opens no further line.
pub(crate) fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text).filter(|t| !t.is_empty());
    std::iter::from_fn(move || {
        let now = rest?;
        let Some(at) = now.find(['\n', '\r']) else {
            rest = None;
            return Some(now);
        };
        let (line, end) = now.split_at(at);
        let after = end.strip_prefix("\r\n").or_else(|| end.get(1..)).unwrap_or_default();
        rest = Some(after).filter(|t| !t.is_empty());
        Some(line)
    })
}

/// What is odd about the characters of a line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Oddities {
    control: bool,
    overrides: bool,
}

impl Oddities {
    /// What to tell about them.
    pub(crate) fn messages(self) -> impl Iterator<Item = &'static str> {
        let control = "This line holds control characters, which no page can show; each is replaced by \u{fffd}.";
        let overrides = "This line holds invisible characters that override the direction of text, so it can \
                         read otherwise than it is spelled. They are kept; remove them if they are not meant.";
        [(self.control, control), (self.overrides, overrides)]
            .into_iter()
            .filter_map(|(holds, message)| holds.then_some(message))
    }
}

/// Blanks at the ends taken off, runs of blanks folded into the first (a lone no-break space stays one), characters
/// that neither HTML nor XML can carry replaced.
pub(crate) fn clean(raw: &str) -> (Cow<'_, str>, Oddities) {
    let trimmed = raw.trim_matches(is_blank);
    let mut oddities = Oddities::default();
    let mut untouched = true;
    let mut after_blank = false;
    for c in trimmed.chars() {
        let blank = c.is_whitespace();
        untouched &=
            !(blank && (after_blank || !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{3000}')));
        after_blank = blank;
        oddities.control |= is_unprintable(c);
        oddities.overrides |= matches!(c, '\u{202d}' | '\u{202e}');
    }
    if untouched && !oddities.control {
        return (Cow::Borrowed(trimmed), oddities);
    }
    let mut out = String::with_capacity(trimmed.len());
    let mut after_blank = false;
    for c in trimmed.chars() {
        if c.is_whitespace() {
            if !after_blank {
                out.push(if matches!(c, '\u{a0}' | '\u{202f}' | '\u{3000}') { c } else { ' ' });
            }
            after_blank = true;
        } else {
            out.push(if is_unprintable(c) { char::REPLACEMENT_CHARACTER } else { c });
            after_blank = false;
        }
    }
    (Cow::Owned(out), oddities)
}

/// White space, and the characters of no width that stand for none.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn is_unprintable(c: char) -> bool {
    (c < ' ' && !c.is_whitespace()) || matches!(c, '\u{7f}' | '\u{fffe}' | '\u{ffff}')
}

/// Counts of lines and characters fit 32 bits in any file that fits in memory here; larger ones stay at the limit.
pub(crate) fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &str)]) {
        let lines = lines("t", text);
        let got: Vec<_> = lines.filled.iter().map(|l| (l.number, &*l.text)).collect();
        assert_eq!(got, expected, "{text:?}");
    }

    #[test]
    fn any_line_end() {
        check("a\nb", &[(1, "a"), (2, "b")]);
        check("a\r\nb\r\n", &[(1, "a"), (2, "b")]);
        check("a\rb\r\rc", &[(1, "a"), (2, "b"), (4, "c")]);
        check("\n\r\n \na", &[(4, "a")]);
        check("", &[]);
    }

    #[test]
    fn blanks_are_folded() {
        check("\u{a0} a \t b\u{a0}c\u{2028}d \u{200b}", &[(1, "a b\u{a0}c d")]);
        check("\u{200b}\n\u{feff}", &[]);
    }

    #[test]
    fn control_characters_are_replaced_and_told() {
        let lines = lines("t", "a\0b\nc");
        assert_eq!(lines.filled[0].text, "a\u{fffd}b");
        assert_eq!(lines.diagnostics.len(), 1);
        assert_eq!(lines.diagnostics[0].origin.line, 1);
    }

    #[test]
    fn bad_bytes_name_their_line() {
        for (bytes, line, offset) in [
            (&b"\xff"[..], 1, "offset 0 "),
            (b"one\r\ntwo\rthr\xe9e", 3, "offset 12 "),
            (b"one\ntwo\n\xe9", 3, "offset 8 "),
        ] {
            let e = decode(SourceFile { name: "t", bytes }).unwrap_err();
            assert_eq!(e.origin.line, line, "{e}");
            assert!(e.message.contains(offset), "{e}");
        }
    }
}
