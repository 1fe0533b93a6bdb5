//! Writes text and its marks as Markdown.

use super::Addresses;
use cuttings_body::inline::{Inline, Layer, Layers};
use cuttings_edition::{LinkTarget, Mark, MarkKind};
use std::ops::Range;

/// The inline content of a block.
pub(super) struct Inlines<'t, 'a> {
    text: &'t str,
    layers: Layers<'t>,
    addresses: &'a dyn Addresses,
    in_table: bool,
}

impl<'t, 'a> Inlines<'t, 'a> {
    pub(super) fn new(text: &'t str, marks: Vec<Mark<'t>>, addresses: &'a dyn Addresses) -> Self {
        let layers = Layers::new(text, marks, Vec::new());
        Self { text, layers, addresses, in_table: false }
    }

    /// Has bars escaped, which separate cells.
    pub(super) fn in_table(self) -> Self {
        Self { in_table: true, ..self }
    }

    /// Returns the next range as one line.
    pub(super) fn line(&mut self, range: Range<usize>) -> String {
        self.source(range).replace('\n', " ")
    }

    /// Returns the next range as lines, each but the last with a hard break.
    pub(super) fn lines(&mut self, range: Range<usize>) -> Vec<String> {
        let out = self.source(range);
        let count = out.split('\n').count();
        let lines = out.split('\n').enumerate().map(|(index, line)| {
            let end = if index + 1 < count { "\\" } else { "" };
            [&line_start(line), end].concat()
        });
        lines.collect()
    }

    fn source(&mut self, range: Range<usize>) -> String {
        let pieces = self.layers.take(range);
        let mut out = String::new();
        self.push(&mut out, &pieces);
        out
    }

    fn push(&self, out: &mut String, pieces: &[Inline<'_>]) {
        for piece in pieces {
            match piece {
                Inline::Text(range) => self.push_text(out, range.clone()),
                Inline::Layered(Layer::Mark(kind), range, inner) => {
                    self.push_mark(out, *kind, range, inner);
                }
                Inline::Layered(Layer::Entity(_), _, inner) => self.push(out, inner),
            }
        }
    }

    fn push_mark(
        &self,
        out: &mut String,
        kind: MarkKind<'_>,
        range: &Range<usize>,
        inner: &[Inline<'_>],
    ) {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let (delimiter, tag) = match kind {
            MarkKind::Strong => ("**", "strong"),
            MarkKind::Emphasis => ("*", "em"),
            MarkKind::Strikethrough => ("~~", "del"),
            MarkKind::Highlight => ("==", "mark"),
            MarkKind::Superscript => ("", "sup"),
            MarkKind::Subscript => ("", "sub"),
            MarkKind::Code => return self.push_code(out, text),
            MarkKind::FootnoteReference(number) => {
                return out.push_str(&format!("[^{number}]"));
            }
            MarkKind::Picture(asset) => {
                let src = destination(&self.addresses.picture(asset.name));
                return out.push_str(&format!("![{}]({src})", alternative_text(text)));
            }
            MarkKind::Link(LinkTarget::Url(url)) if is_autolink(url, text, inner) => {
                return out.push_str(&format!("<{url}>"));
            }
            MarkKind::Link(target) => {
                out.push('[');
                self.push(out, inner);
                return out.push_str(&format!("]({})", destination(&self.addresses.link(target))));
            }
        };
        // `***` opens emphasis with strong words in it.
        if let (MarkKind::Emphasis, [Inline::Layered(Layer::Mark(MarkKind::Strong), whole, words)]) =
            (kind, inner)
            && whole == range
            && self.can_be_delimited(out, range, words)
        {
            out.push_str("***");
            self.push(out, words);
            out.push_str("***");
        } else if !delimiter.is_empty() && self.can_be_delimited(out, range, inner) {
            out.push_str(delimiter);
            self.push(out, inner);
            out.push_str(delimiter);
        } else {
            out.push_str(&format!("<{tag}>"));
            self.push(out, inner);
            out.push_str(&format!("</{tag}>"));
        }
    }

    /// Returns whether delimiters around a range are certainly read as such: it starts and ends
    /// with letters or digits of its own, and stands between spaces or marks that end a word. All
    /// other marks are written as tags.
    fn can_be_delimited(&self, out: &str, range: &Range<usize>, inner: &[Inline<'_>]) -> bool {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let has_own_ends = matches!(inner.first(), Some(Inline::Text(_)))
            && matches!(inner.last(), Some(Inline::Text(_)));
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_free_before = out.is_empty() || out.ends_with([' ', '\n', '(']);
        let after = self.text.get(range.end..).unwrap_or_default().chars().next();
        let is_free_after = after.is_none_or(|c| {
            matches!(c, ' ' | '\n' | '\t' | '.' | ',' | ';' | ':' | '!' | '?' | ')')
        });
        has_own_ends
            && !text.contains('\n')
            && is_word(text.chars().next())
            && is_word(text.chars().next_back())
            && is_free_before
            && is_free_after
    }

    fn push_code(&self, out: &mut String, text: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(longest + 1);
        let is_padded = text.starts_with('`')
            || text.ends_with('`')
            || text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty();
        let pad = if is_padded { " " } else { "" };
        let text = if self.in_table { text.replace('|', "\\|") } else { text.to_owned() };
        // A fence next to a backtick would be longer.
        let gap = if out.ends_with('`') { NOTHING } else { "" };
        out.push_str(&format!("{gap}{fence}{pad}{text}{pad}{fence}"));
    }

    fn push_text(&self, out: &mut String, range: Range<usize>) {
        let text = self.text.get(range).unwrap_or_default();
        let chars: Vec<char> = text.chars().collect();
        let before = |at: usize| at.checked_sub(1).and_then(|at| chars.get(at)).copied();
        for (at, &c) in chars.iter().enumerate() {
            let next = chars.get(at + 1).copied();
            let is_within_word = before(at).is_some_and(char::is_alphanumeric)
                && next.is_some_and(char::is_alphanumeric);
            let is_escaped = match c {
                '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' | '$' | '^' | '{' => true,
                '_' => !is_within_word,
                '&' => next.is_none_or(|next| next == '#' || next.is_alphanumeric()),
                '#' | '>' => !before(at).is_some_and(char::is_alphanumeric),
                '!' => next.is_none_or(|next| next == '[') || out.ends_with('['),
                // Two of these mark highlights and comments.
                '=' | '%' => !is_within_word,
                _ => false,
            };
            let preceding = chars.get(at.saturating_sub(5)..at).unwrap_or_default();
            if begins_address(preceding, c, next) {
                out.push_str(NOTHING);
            }
            if is_escaped {
                out.push('\\');
            }
            out.push(c);
        }
    }
}

/// Markdown that shows nothing, and that no address goes on behind.
const NOTHING: &str = "<!-- -->";

/// Returns whether `c` would make a link of the text around it, a web or mail address. Readers of
/// Markdown link these even if they are escaped.
fn begins_address(preceding: &[char], c: char, next: Option<char>) -> bool {
    let ends_with = |end: &str| {
        let preceding: String = preceding.iter().collect();
        preceding.to_ascii_lowercase().ends_with(end)
    };
    match c {
        ':' => next == Some('/') && (ends_with("http") || ends_with("https")),
        '.' => ends_with("www"),
        '@' => !preceding.is_empty() && next.is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// Escapes the start of a line that would begin another block.
fn line_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let marker = line.get(digits..).unwrap_or_default();
    if digits > 0 && digits < 10 && marker.starts_with(['.', ')']) {
        let (number, rest) = line.split_at(digits);
        return [number, "\\", rest].concat();
    }
    if line.starts_with(['-', '+', ':']) {
        return ["\\", line].concat();
    }
    // An indented line would be code, and its white space would be dropped.
    match line.chars().next().filter(|c| c.is_ascii_whitespace()) {
        Some(c) => [&format!("&#{};", c as u32), line.get(1..).unwrap_or_default()].concat(),
        None => line.to_owned(),
    }
}

/// Returns whether `<URL>` stands for a link.
fn is_autolink(url: &str, text: &str, inner: &[Inline<'_>]) -> bool {
    let is_plain =
        |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '\\' | '`' | '&' | '|');
    url == text
        && matches!(inner, [Inline::Text(_)])
        && (url.starts_with("https://") || url.starts_with("http://"))
        && url.chars().all(is_plain)
}

/// Returns a link's destination between angle brackets, or without them where it needs none.
pub(super) fn destination(url: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$+,;=%".contains(c);
    if !url.is_empty() && url.chars().all(is_plain) {
        return url.to_owned();
    }
    let mut out = String::from("<");
    for c in url.chars() {
        match c {
            '<' | '>' | '\\' | '&' | '|' | '`' | '*' | '_' => {
                out.push_str(&format!("&#{};", c as u32));
            }
            c if c.is_control() => out.push_str(&format!("&#{};", c as u32)),
            c => out.push(c),
        }
    }
    out.push('>');
    out
}

/// Returns the title of a picture, its caption, after a space.
pub(super) fn title_text(text: &str) -> String {
    format!(" \"{}\"", as_entities(text))
}

/// Returns an alternative text.
pub(super) fn alternative_text(text: &str) -> String {
    as_entities(text)
}

/// Writes punctuation as entities, which mean nothing anywhere else.
fn as_entities(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '.' | ',' | ';' | '-' | '\'' | '?' | '(' | ')' => out.push(c),
            c if c.is_ascii_punctuation() || c.is_control() => {
                out.push_str(&format!("&#{};", c as u32));
            }
            c => out.push(c),
        }
    }
    out
}
