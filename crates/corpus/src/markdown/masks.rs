//! Hides the markup of dialects that the Markdown parser does not know: shortcodes, comments,
//! callouts and MDX.
//!
//! Each piece of such markup is overwritten in a copy of the text, byte by byte, so that every
//! offset stays. The text around it is then parsed as Markdown. Code is left alone.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::callouts::Callout;
use super::directives;
use super::extensions::EXTENSIONS;
use super::masked::{Dropped, Embed, FILLER, Masked};
use super::mdx;
use super::shortcodes::{self, Shortcode};

/// Another control character. Both become U+FFFD in the end.
const OTHER_CONTROL: u8 = 1;

/// The byte that overwrites markup within the address of a link, which may hold no control
/// character.
const ADDRESS_FILLER: u8 = b'x';

/// Hides the dialects in the body of a seed.
pub(super) fn mask(text: &str, is_mdx: bool) -> Masked<'_> {
    const TRIGGERS: [&str; 8] = ["{{", "{%", "{:", "{# ", "%%", "[!", "[[", ":::"];
    let mut masker = Masker::new(text);
    let has_trigger = || TRIGGERS.iter().any(|trigger| text.contains(trigger));
    if is_mdx || has_trigger() || has_colon_before_word(text) {
        masker.mask_directives();
        masker.read_structure();
        if is_mdx {
            masker.mask_modules();
        }
        masker.mask_callouts();
        masker.mask_markup(is_mdx);
        masker.blank_lines();
    } else if !text.contains(FILLER) {
        return masker.finish(false);
    }
    masker.finish(true)
}

/// Returns whether a word, or the end of the text, follows a colon that may start a definition.
fn has_colon_before_word(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.match_indices(':').any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        let is_start = matches!(before, Some(b'\n' | b'\r' | b' '));
        is_start && !bytes.get(at + 1).is_some_and(u8::is_ascii_whitespace)
    })
}

struct Masker<'a> {
    text: &'a str,
    out: Vec<u8>,
    /// The code and other places that stay as they are, in order.
    literal: Vec<Range<usize>>,
    quotations: Vec<usize>,
    /// The labels of references, which are no wikilinks.
    labels: HashSet<String>,
    /// The next place of each pattern from the offset at which it was last searched for.
    next: HashMap<&'static str, (usize, Option<usize>)>,
    masked: Masked<'a>,
}

impl<'a> Masker<'a> {
    fn new(text: &'a str) -> Self {
        let masked = Masked {
            text: Cow::Borrowed(text),
            embeds: BTreeMap::new(),
            addresses: BTreeMap::new(),
            callouts: BTreeMap::new(),
            fences: BTreeMap::new(),
            dropped: Vec::new(),
            has_comments: false,
        };
        let out = Vec::new();
        Self {
            text,
            out,
            literal: Vec::new(),
            quotations: Vec::new(),
            labels: HashSet::new(),
            next: HashMap::new(),
            masked,
        }
    }

    fn mask_directives(&mut self) {
        let Some((text, fences)) = directives::mask(self.text) else { return };
        self.masked.fences = fences.into_iter().map(|fence| (fence.range.start, fence)).collect();
        self.masked.text = Cow::Owned(text);
        self.prepare();
    }

    /// Finds the code and the quotations.
    fn read_structure(&mut self) {
        let text = self.masked.text.clone();
        let parser = Parser::new_ext(&text, EXTENSIONS);
        self.labels = parser.reference_definitions().iter().map(|it| it.0.to_lowercase()).collect();
        for (event, range) in parser.into_offset_iter() {
            let source = text.get(range.clone()).unwrap_or_default();
            match event {
                Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => self.literal.push(range),
                Event::Start(Tag::HtmlBlock) if source.starts_with("<pre") => {
                    self.literal.push(range);
                }
                Event::Start(Tag::BlockQuote(_)) => self.quotations.push(range.start),
                Event::Start(Tag::DefinitionListDefinition) => self.mask_colon(range.start),
                _ => {}
            }
        }
    }

    /// Hides the colon in front of a word: only one in front of a space starts a definition.
    fn mask_colon(&mut self, at: usize) {
        let rest = self.text.get(at..).and_then(|rest| rest.strip_prefix(':'));
        if rest.is_some_and(|rest| !rest.starts_with(char::is_whitespace)) {
            self.hide(at..at + 1, None);
            self.masked.embeds.insert(at, Embed::Text(":"));
        }
    }

    fn finish(mut self, is_changed: bool) -> Masked<'a> {
        if is_changed {
            self.prepare();
            // Whole characters were overwritten by ASCII, so this is UTF-8.
            if let Ok(text) = String::from_utf8(self.out) {
                self.masked.text = Cow::Owned(text);
            }
        }
        self.masked
    }

    /// Copies the text when the first piece is overwritten.
    fn prepare(&mut self) {
        if self.out.is_empty() {
            let bytes = self.masked.text.bytes();
            self.out = bytes.map(|b| if b == FILLER as u8 { OTHER_CONTROL } else { b }).collect();
        }
    }

    /// Overwrites a range, except for its line ends.
    fn fill(&mut self, range: &Range<usize>, filler: u8) {
        self.prepare();
        for byte in self.out.get_mut(range.clone()).into_iter().flatten() {
            if !matches!(*byte, b'\n' | b'\r') {
                *byte = filler;
            }
        }
    }

    fn hide(&mut self, range: Range<usize>, dropped: Option<Dropped>) {
        self.fill(&range, FILLER as u8);
        if let Some(dropped) = dropped {
            self.masked.dropped.push((dropped, range));
        }
    }

    fn mask_modules(&mut self) {
        let modules = mdx::modules(self.text, &self.literal);
        for range in &modules {
            self.hide(range.clone(), Some(Dropped::Module));
        }
        self.literal.extend(modules);
        self.literal.sort_by_key(|range| range.start);
    }

    fn mask_callouts(&mut self) {
        for start in std::mem::take(&mut self.quotations) {
            let Some(rest) = self.text.get(start..) else { continue };
            let content = rest.strip_prefix('>').unwrap_or(rest).trim_start_matches([' ', '\t']);
            let Some(inner) = content.strip_prefix("[!") else { continue };
            let line = inner.split(['\n', '\r']).next().unwrap_or_default();
            let Some((kind, after)) = line.split_once(']') else { continue };
            let word = kind.split('|').next().unwrap_or_default();
            let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
            if word.trim().is_empty() || !word.chars().all(is_word) {
                continue;
            }
            let title = after.strip_prefix(['+', '-']).unwrap_or(after);
            let has_title = !title.trim().is_empty();
            let from = start + rest.len() - content.len();
            let to = from + "[!".len() + line.len() - title.len();
            self.fill(&(from..to), if has_title { FILLER as u8 } else { b' ' });
            let callout = Callout { word: word.trim().to_owned(), has_title };
            self.masked.callouts.insert(start, callout);
        }
    }

    fn mask_markup(&mut self, is_mdx: bool) {
        let literal = std::mem::take(&mut self.literal);
        let mut literal = literal.iter().peekable();
        let mut tags = mdx::TagScanner::new(self.text);
        let mut at = 0;
        while let Some(found) = self.text.get(at..).and_then(|it| it.find(['{', '%', '<', '['])) {
            at += found;
            while literal.next_if(|range| range.end <= at).is_some() {}
            if let Some(range) = literal.peek().filter(|range| range.start <= at) {
                at = range.end;
                continue;
            }
            let rest = self.text.get(at..).unwrap_or_default();
            let end = if rest.starts_with('{') {
                self.mask_braces(at, rest, is_mdx)
            } else if rest.starts_with('%') {
                self.mask_comment(at, rest)
            } else if rest.starts_with('[') {
                self.mask_wikilink(at, rest)
            } else if is_mdx {
                tags.tag(at).and_then(|end| self.mask_jsx(at..end))
            } else {
                None
            };
            at = end.unwrap_or(at + 1);
        }
    }

    /// Masks what opens with a brace, and returns its end.
    fn mask_braces(&mut self, at: usize, rest: &str, is_mdx: bool) -> Option<usize> {
        let (open, close) = [
            ("{{<", ">}}"),
            ("{{%", "%}}"),
            ("{%", "%}"),
            ("{# ", "#}"),
            ("{{", "}}"),
            ("{/*", "*/}"),
            ("{:", "}"),
            ("{' '}", "}"),
            ("{\" \"}", "}"),
        ]
        .into_iter()
        .find(|(open, _)| rest.starts_with(open))?;
        let end = self.find(close, at + 2)? + close.len();
        let is_comment = matches!(open, "{# " | "{/*");
        if !is_comment && self.find("\n\n", at).is_some_and(|blank| blank < end) {
            return None;
        }
        let source = self.text.get(at..end)?;
        let in_address = self.is_in_address(at);
        match open {
            "{{" if in_address => {
                let address = shortcodes::value_of_expression(source);
                self.mask_address(at..end, address);
            }
            // The output of a template elsewhere is text.
            "{{" => return None,
            "{/*" if !is_mdx => return None,
            "{' '}" | "{\" \"}" if is_mdx => self.fill(&(at..end), b' '),
            "{' '}" | "{\" \"}" => return None,
            "{# " | "{/*" => self.hide(at..end, None),
            "{:" if self.find("\n", at).is_some_and(|line_end| line_end < end) => return None,
            "{:" => self.hide(at..end, Some(Dropped::Shortcode)),
            _ => return self.mask_shortcode(at..end, in_address),
        }
        Some(end)
    }

    fn mask_shortcode(&mut self, range: Range<usize>, in_address: bool) -> Option<usize> {
        let source = self.text.get(range.clone())?;
        match shortcodes::parse(source) {
            // `{{</* … */>}}` is how Hugo shows a shortcode as text.
            Shortcode::Escaped => return None,
            Shortcode::Reference(address) if in_address => {
                self.mask_address(range.clone(), address);
            }
            Shortcode::Picture { picture, caption, is_complete } => {
                self.hide(range.clone(), (!is_complete).then_some(Dropped::Shortcode));
                self.masked.embeds.insert(range.start, Embed::Picture { picture, caption });
            }
            Shortcode::Comment { end } => {
                let end =
                    self.find(end, range.end).and_then(|at| Some(self.find("%}", at)? + 2))?;
                self.hide(range.start..end, None);
                return Some(end);
            }
            Shortcode::Code { language, end } => return self.mask_code(range, &language, end),
            Shortcode::Reference(_) | Shortcode::Other => {
                self.hide(range.clone(), Some(Dropped::Shortcode));
            }
        }
        Some(range.end)
    }

    /// Turns the tags around code into fences. Code on the tags' own lines stays text.
    fn mask_code(
        &mut self,
        open: Range<usize>,
        language: &str,
        end: &'static str,
    ) -> Option<usize> {
        let word = self.find(end, open.end)?;
        let (opening, closing) = if end.starts_with('/') { ("{{", "}}") } else { ("{%", "%}") };
        let is_opening =
            |start: &usize| self.text.get(*start..).is_some_and(|rest| rest.starts_with(opening));
        let start = (2..=MAX_BYTES_BEFORE_NAME).filter_map(|back| word.checked_sub(back));
        let start = start.into_iter().find(is_opening)?;
        let close = start..self.find(closing, word)? + closing.len();
        let code = self.text.get(open.end..close.start)?;
        let is_block = code.starts_with(['\n', '\r']) && code.trim_end_matches(' ').ends_with('\n');
        if !is_block || open.len() < FENCE.len() + language.len() {
            self.hide(open.clone(), Some(Dropped::Shortcode));
            return Some(open.end);
        }
        self.fill(&open, b' ');
        self.fill(&close, b' ');
        self.overwrite(open.start, [FENCE, language].concat().as_bytes());
        self.overwrite(close.start, FENCE.as_bytes());
        Some(close.end)
    }

    fn overwrite(&mut self, at: usize, bytes: &[u8]) {
        if let Some(place) = self.out.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    }

    /// Masks a comment of Obsidian: between two `%%` on one line, or from one that opens a line.
    fn mask_comment(&mut self, at: usize, rest: &str) -> Option<usize> {
        if !rest.starts_with("%%") {
            return None;
        }
        let before = self.text.get(..at)?.chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '%') {
            return None;
        }
        let end = self.find("%%", at + 2)? + 2;
        let line_end = self.find("\n", at).unwrap_or(self.text.len());
        if end > line_end && before.is_some_and(|c| c != '\n') {
            return None;
        }
        self.hide(at..end, None);
        self.masked.has_comments = true;
        Some(end)
    }

    /// Masks a link of Obsidian: `[[target]]` or `[[target|text]]`. Brackets of Markdown's own
    /// links are none.
    fn mask_wikilink(&mut self, at: usize, rest: &str) -> Option<usize> {
        let inner = rest.strip_prefix("[[")?;
        let inner = inner.get(..inner.find(['[', ']', '\n'])?)?;
        let end = at + "[[".len() + inner.len() + "]]".len();
        let is_closed = self.text.get(..end)?.ends_with("]]");
        let follows = self.text.get(end..)?.chars().next();
        let before = self.text.get(..at)?;
        if !is_closed
            || inner.trim().is_empty()
            || inner.starts_with('^')
            || matches!(follows, Some('(' | '[' | ']' | ':'))
            || before.ends_with(['\\', '['])
            || self.labels.contains(&inner.to_lowercase())
        {
            return None;
        }
        let (target, text) = match inner.split_once('|') {
            Some((target, text)) => (target.trim_end_matches('\\'), Some(text.trim().to_owned())),
            None => (inner, None),
        };
        let target = target.trim().to_owned();
        let is_shown = before.ends_with('!') && !before.ends_with("\\!");
        let start = at - usize::from(is_shown);
        self.hide(start..end, None);
        self.masked.embeds.insert(start, Embed::Wikilink { target, text, is_shown });
        Some(end)
    }

    fn mask_jsx(&mut self, range: Range<usize>) -> Option<usize> {
        let end = range.end;
        let source = self.text.get(range.clone())?;
        if !mdx::is_component(source) {
            return None;
        }
        match shortcodes::jsx_picture(source) {
            Some((picture, caption)) => {
                self.masked.embeds.insert(range.start, Embed::Picture { picture, caption });
                self.hide(range, None);
            }
            None => self.hide(range, Some(Dropped::JsxTag)),
        }
        Some(end)
    }

    fn mask_address(&mut self, range: Range<usize>, address: String) {
        self.fill(&range, ADDRESS_FILLER);
        self.masked.addresses.insert(range.start, (range.len(), address));
    }

    /// Returns whether an offset is at the start of a link's address, or behind another mask there.
    fn is_in_address(&self, at: usize) -> bool {
        let follows_mask = self.masked.addresses.range(..at).next_back();
        follows_mask.is_some_and(|(start, (length, _))| start + length == at)
            || self
                .text
                .get(..at)
                .is_some_and(|before| before.ends_with("](") || before.ends_with("](<"))
    }

    /// Returns the next place of a pattern. It is remembered, so that many openings in front of one
    /// end cost no more than their length.
    fn find(&mut self, pattern: &'static str, from: usize) -> Option<usize> {
        if let Some((searched_from, next)) = self.next.get(pattern)
            && *searched_from <= from
            && next.is_none_or(|next| next >= from)
        {
            return *next;
        }
        let found = self.text.get(from..).and_then(|rest| rest.find(pattern)).map(|at| from + at);
        self.next.insert(pattern, (from, found));
        found
    }

    /// Empties each line that has only hidden markup, so that it separates blocks.
    fn blank_lines(&mut self) {
        let embeds = &self.masked.embeds;
        let mut start = 0;
        for line in self.out.split_inclusive_mut(|byte| *byte == b'\n') {
            let end = start + line.len();
            let is_filler = |byte: &u8| *byte == FILLER as u8;
            if line.iter().any(is_filler)
                && line.iter().all(|byte| is_filler(byte) || byte.is_ascii_whitespace())
                && embeds.range(start..end).next().is_none()
            {
                for byte in line.iter_mut().filter(|byte| is_filler(byte)) {
                    *byte = b' ';
                }
            }
            start = end;
        }
    }
}

/// The fence of code that was between tags. Code may contain shorter ones.
const FENCE: &str = "~~~~~~";

/// The longest opening of a tag, `{{%- `, with the space before its name.
const MAX_BYTES_BEFORE_NAME: usize = 6;
