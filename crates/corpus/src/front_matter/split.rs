//! Finds the front matter at the top of a text: YAML between dashes, TOML between plus signs, or a
//! JSON object.

use super::KNOWN_KEYS;
use super::keys::normalized;
use crate::source;

/// The result of looking for front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Split<'a> {
    /// The text opens with none.
    Absent,
    /// The front matter without its delimiters, and the offset at which the body starts.
    Present { format: Format, source: &'a str, body_start: usize },
    /// The text opens with front matter that has no closing line. The line that is missing.
    Unclosed(&'static str),
}

/// The format of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Yaml,
    Toml,
    /// An object with its braces.
    Json,
}

impl Format {
    /// Returns the number of the file's lines above the source.
    pub(super) fn lines_above(self) -> u32 {
        match self {
            Self::Yaml | Self::Toml => 1,
            Self::Json => 0,
        }
    }
}

/// Splits the front matter off a text.
///
/// A line of dashes that no other closes opens front matter only if a known key follows, because
/// the text may be anything else.
pub(crate) fn split(text: &str) -> Split<'_> {
    let first = source::raw_lines(text).next().unwrap_or_default();
    match first.trim_end() {
        "---" => between_lines(text, Format::Yaml, &["---", "..."]),
        "+++" => between_lines(text, Format::Toml, &["+++"]),
        line if line.starts_with('{') => json(text),
        _ => Split::Absent,
    }
}

fn between_lines<'a>(text: &'a str, format: Format, ends: &[&'static str]) -> Split<'a> {
    let mut lines = source::raw_lines(text).skip(1).peekable();
    let offset = |line: &str| line.as_ptr().addr() - text.as_ptr().addr();
    let Some(first) = lines.peek() else { return Split::Absent };
    let start = offset(first);
    let opens_with_key = first
        .split_once([':', '='])
        .is_some_and(|(key, _)| KNOWN_KEYS.contains(&&*normalized(key)));
    match lines.find(|line| ends.contains(&line.trim_end())) {
        Some(closing) => {
            let end = offset(closing);
            let source = text.get(start..end).unwrap_or_default();
            // Between two rules there may be text.
            match format == Format::Yaml && !has_key(source) {
                true => Split::Absent,
                false => Split::Present { format, source, body_start: end + closing.len() },
            }
        }
        None if opens_with_key => Split::Unclosed(ends.first().copied().unwrap_or_default()),
        None => Split::Absent,
    }
}

/// Returns whether a line of YAML opens with a key, or no line has any text.
fn has_key(yaml: &str) -> bool {
    let mut is_empty = true;
    for line in source::raw_lines(yaml) {
        let line = line.trim();
        is_empty &= line.is_empty() || line.starts_with('#');
        let key = line
            .split_once(':')
            .filter(|(_, rest)| rest.is_empty() || rest.starts_with([' ', '\t']));
        // A sentence may have a colon, but not after one word.
        if key.is_some_and(|(key, _)| !key.is_empty() && key.split_whitespace().count() <= 3) {
            return true;
        }
        if line.starts_with('{') {
            return true;
        }
    }
    is_empty
}

/// Splits a JSON object off. It has to have a known key, because a brace may open anything.
fn json(text: &str) -> Split<'_> {
    let Some(end) = object_end(text) else { return Split::Absent };
    let (source, rest) = text.split_at(end);
    let starts_line =
        rest.is_empty() || rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
    let has_known_key =
        source.split('"').skip(1).step_by(2).any(|text| KNOWN_KEYS.contains(&&*normalized(text)));
    match starts_line && has_known_key {
        true => Split::Present { format: Format::Json, source, body_start: end },
        false => Split::Absent,
    }
}

/// Returns the offset after the object that opens a text.
fn object_end(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut is_escaped) = (0_u32, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}
