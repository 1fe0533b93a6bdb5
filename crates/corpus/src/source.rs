//! Splits a text into cleaned lines: with any kind of line end removed, and without characters that
//! a feed cannot carry.

use std::borrow::Cow;

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

/// A cleaned line that is not blank.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// The line number, starting at 1 and counting blank lines.
    pub(crate) number: u32,
    /// Not empty, and cleaned by [`clean`].
    pub(crate) text: Cow<'a, str>,
}

/// The cleaned lines of a text.
#[derive(Debug, Default)]
pub(crate) struct Lines<'a> {
    pub(crate) nonblank: Vec<Line<'a>>,
    /// The number of lines, including blank ones.
    pub(crate) count: u32,
    /// Warnings about suspicious characters.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Splits a text into cleaned lines.
///
/// LF, CR LF and a lone CR end a line, as in editors. Other separators (U+2028, U+2029, NEL, form
/// feed, vertical tab) are white space inside a line: scraped text uses them as soft breaks, and
/// editors do not count them.
pub(crate) fn lines<'a>(name: &str, text: &'a str) -> Lines<'a> {
    let mut lines = Lines::default();
    for raw in raw_lines(text) {
        lines.count = lines.count.saturating_add(1);
        let (cleaned, suspicious) = clean(raw);
        lines.diagnostics.extend(suspicious.warnings().map(|warning| {
            Diagnostic::new(Origin::new(name, lines.count), Severity::Warning, warning)
        }));
        if !cleaned.is_empty() {
            lines.nonblank.push(Line { number: lines.count, text: cleaned });
        }
    }
    lines
}

/// Returns the lines of a text as they are, without their line ends. A line end at the end of the
/// text starts no further line.
pub(crate) fn raw_lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text).filter(|rest| !rest.is_empty());
    std::iter::from_fn(move || {
        let current = rest?;
        let Some(at) = current.find(['\n', '\r']) else {
            rest = None;
            return Some(current);
        };
        let (line, end) = current.split_at(at);
        let after = end.strip_prefix("\r\n").or_else(|| end.get(1..)).unwrap_or_default();
        rest = Some(after).filter(|rest| !rest.is_empty());
        Some(line)
    })
}

/// Returns the line number, starting at 1, of a byte offset. For many offsets use a [`LineIndex`].
pub(crate) fn line_of(text: &str, offset: usize) -> u32 {
    let before = text.get(..offset.min(text.len())).unwrap_or(text);
    let starts_line = before.is_empty() || before.ends_with(['\n', '\r']);
    saturating_u32(raw_lines(before).count() + usize::from(starts_line))
}

/// The number of lines that [`LineIndex::line_near`] looks at first.
const NEAR_LINES: usize = 8;

/// The offset at which each line of a text starts.
#[derive(Debug)]
pub(crate) struct LineIndex(Vec<usize>);

impl LineIndex {
    pub(crate) fn new(text: &str) -> Self {
        let base = text.as_ptr().addr();
        Self(raw_lines(text).map(|line| line.as_ptr().addr() - base).collect())
    }

    /// Returns the line number, starting at 1, of a byte offset.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        saturating_u32(self.0.partition_point(|start| *start <= offset).max(1))
    }

    /// Returns the line number of a byte offset, in less time if it is little more than `hint`.
    pub(crate) fn line_near(&self, offset: usize, hint: u32) -> u32 {
        let from = (hint as usize).saturating_sub(1);
        match self.0.get(from..from.saturating_add(NEAR_LINES)) {
            Some(starts @ [first, .., last]) if (first..last).contains(&&offset) => {
                saturating_u32(from + starts.partition_point(|start| *start <= offset))
            }
            _ => self.line(offset),
        }
    }
}

/// The kinds of suspicious characters in a line.
#[derive(Clone, Copy, Debug, Default)]
pub struct SuspiciousChars {
    control: bool,
    direction_override: bool,
}

impl SuspiciousChars {
    /// Records `c`, and returns it or what replaces it. Of the control characters that are white
    /// space, only tabs and line feeds stay.
    pub fn printable(&mut self, c: char) -> char {
        self.control |= is_unprintable(c);
        self.direction_override |= matches!(c, '\u{202d}' | '\u{202e}');
        match c {
            _ if is_unprintable(c) => char::REPLACEMENT_CHARACTER,
            '\n' | '\t' => c,
            _ if c.is_control() => ' ',
            _ => c,
        }
    }

    /// Returns the warnings about the characters.
    pub fn warnings(self) -> impl Iterator<Item = &'static str> {
        let control = "This line contains control characters, which no page can show; each is \
                       replaced by \u{fffd}.";
        let direction_override = "This line contains invisible characters that override the \
            direction of text, so it can read differently from how it is spelled. They are kept; \
            remove them if they are not intended.";
        [(self.control, control), (self.direction_override, direction_override)]
            .into_iter()
            .filter_map(|(present, warning)| present.then_some(warning))
    }
}

/// Trims a line, folds each run of white space into one character, and replaces characters that
/// neither HTML nor XML can carry.
///
/// A no-break, narrow or ideographic space stays if it is the first of its run; any other white
/// space becomes a plain space.
pub(crate) fn clean(raw: &str) -> (Cow<'_, str>, SuspiciousChars) {
    let trimmed = raw.trim_matches(is_blank);
    let mut suspicious = SuspiciousChars::default();
    let mut unchanged = true;
    let mut after_space = false;
    for c in trimmed.chars() {
        let space = c.is_whitespace();
        unchanged &= !(space && (after_space || !is_kept_space(c)));
        after_space = space;
        suspicious.control |= is_unprintable(c);
        suspicious.direction_override |= matches!(c, '\u{202d}' | '\u{202e}');
    }
    if unchanged && !suspicious.control {
        return (Cow::Borrowed(trimmed), suspicious);
    }
    let mut out = String::with_capacity(trimmed.len());
    let mut after_space = false;
    for c in trimmed.chars() {
        if c.is_whitespace() {
            if !after_space {
                out.push(if is_kept_space(c) { c } else { ' ' });
            }
            after_space = true;
        } else {
            out.push(if is_unprintable(c) { char::REPLACEMENT_CHARACTER } else { c });
            after_space = false;
        }
    }
    (Cow::Owned(out), suspicious)
}

/// Returns whether `c` is white space or a zero-width character that stands for none.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Returns a text on one line, or `None` if it is empty.
pub fn line_of_text(text: &str) -> Option<String> {
    let (text, _) = clean(text);
    (!text.is_empty()).then(|| text.into_owned())
}

pub(crate) fn is_kept_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{3000}')
}

/// Returns whether HTML forbids `c`: a control character that is no white space, or a code point
/// that is no character.
fn is_unprintable(c: char) -> bool {
    let is_noncharacter = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    (c.is_control() && !c.is_whitespace()) || is_noncharacter
}

/// Converts a count of lines or characters, which fits 32 bits in any realistic file; a larger one
/// becomes `u32::MAX`.
pub(crate) fn saturating_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &str)]) {
        let lines = lines("t", text);
        let got: Vec<_> = lines.nonblank.iter().map(|l| (l.number, &*l.text)).collect();
        assert_eq!(got, expected, "{text:?}");
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        check("a\nb", &[(1, "a"), (2, "b")]);
        check("a\r\nb\r\n", &[(1, "a"), (2, "b")]);
        check("a\rb\r\rc", &[(1, "a"), (2, "b"), (4, "c")]);
        check("\n\r\n \na", &[(4, "a")]);
        check("", &[]);
    }

    #[test]
    fn a_hint_does_not_change_the_line_of_an_offset() {
        for text in ["", "a", &"a\r\n\rb\n".repeat(10)] {
            let lines = LineIndex::new(text);
            for offset in 0..=text.len() {
                for hint in 0..40 {
                    assert_eq!(lines.line_near(offset, hint), lines.line(offset), "{hint}");
                }
            }
        }
    }

    #[test]
    fn white_space_is_trimmed_and_folded() {
        check("\u{a0} a \t b\u{a0}c\u{2028}d \u{200b}", &[(1, "a b\u{a0}c d")]);
        check("\u{200b}\n\u{feff}", &[]);
    }

    #[test]
    fn control_characters_are_replaced_with_a_warning() {
        let lines = lines("t", "a\0b\nc");
        assert_eq!(lines.nonblank[0].text, "a\u{fffd}b");
        assert_eq!(lines.diagnostics.len(), 1);
        assert_eq!(lines.diagnostics[0].origin.line, 1);
    }

    #[test]
    fn no_character_that_html_forbids_is_printable() {
        let mut suspicious = SuspiciousChars::default();
        for c in ['\u{1}', '\u{7f}', '\u{90}', '\u{fdd0}', '\u{ffff}', '\u{1fffe}', '\u{10ffff}'] {
            assert_eq!(suspicious.printable(c), char::REPLACEMENT_CHARACTER, "{c:?}");
        }
        for c in ['\u{b}', '\u{c}', '\r', '\u{85}'] {
            assert_eq!(suspicious.printable(c), ' ', "{c:?}");
        }
        for c in ['\n', '\t', '\u{a0}', '\u{fffc}', '\u{ad}', '\u{1fffd}'] {
            assert_eq!(suspicious.printable(c), c);
        }
    }
}
