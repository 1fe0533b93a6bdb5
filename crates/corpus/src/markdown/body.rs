//! Converts the body of a Markdown seed into plain headings and paragraphs.
//!
//! The text of every construct is kept. Where its form is lost (a table's columns, a link's
//! address) a note says so, once per file for each kind.

use std::{collections::BTreeMap, ops::Range};

use cuttings_diagnostics::{Diagnostic, Origin, Severity};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html;
use crate::{
    block::Block,
    line_report::LineRole,
    source::{self, LineIndex},
};

/// A list number ("12. ") or a footnote label ("[a] ") is shorter than this, in bytes.
const MAX_MARKER_BYTES: usize = 24;

/// The converted body.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The first heading of the first level, if the caller asked for a title.
    pub(super) title: Option<String>,
    /// The blocks, each with its line.
    pub(super) blocks: Vec<(u32, Block)>,
    /// The places of the title and of the blocks, for inspection.
    pub(super) spans: Vec<Span>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The role of a piece of the file.
#[derive(Clone, Debug)]
pub(super) struct Span {
    /// The bytes of the file.
    pub(super) range: Range<usize>,
    pub(super) role: LineRole,
    /// The rule that decided.
    pub(super) reason: &'static str,
}

/// Converts the body of the file `file`, which starts at the offset `start` of `text`.
///
/// If `wants_title` is set, the first heading of the first level becomes the title instead of a
/// block.
pub(super) fn convert(
    file: &str,
    text: &str,
    start: usize,
    lines: &LineIndex,
    wants_title: bool,
) -> Body {
    let mut converter = Converter {
        file,
        lines,
        start,
        wants_title,
        body: Body::default(),
        text: String::new(),
        text_start: None,
        html: None,
        lists: Vec::new(),
        losses: BTreeMap::new(),
    };
    converter.convert(text.get(start..).unwrap_or_default());
    converter.report_losses();
    converter.body
}

/// A form that plain text cannot keep. The order is that of the notes about one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Table,
    Code,
    LinkAddress,
    Image,
    HtmlTag,
}

/// The occurrences of a lost form.
#[derive(Debug)]
struct Loss {
    first_line: u32,
    count: u32,
    /// The parts that could not be kept, such as addresses.
    quotes: Vec<String>,
}

struct Converter<'a> {
    file: &'a str,
    lines: &'a LineIndex,
    /// The offset of the body in the file. The Markdown parser counts from there.
    start: usize,
    wants_title: bool,
    body: Body,
    /// The text of the current block.
    text: String,
    /// The offset at which that text starts; `None` if there is no current block.
    text_start: Option<usize>,
    /// The current HTML block and its offset. Its tags and comments may span lines.
    html: Option<(String, usize)>,
    /// For each open list the number of its next item; `None` in a bulleted list.
    lists: Vec<Option<u64>>,
    losses: BTreeMap<Form, Loss>,
}

impl Converter<'_> {
    fn convert(&mut self, text: &str) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS;
        let parser = Parser::new_ext(text, options);
        let link_definitions: Vec<(usize, String)> = parser
            .reference_definitions()
            .iter()
            .map(|(_, definition)| (definition.span.start, definition.dest.to_string()))
            .collect();
        for (event, range) in parser.into_offset_iter() {
            let range = range.start + self.start..range.end + self.start;
            match event {
                Event::Start(tag) => self.open(&tag, &range),
                Event::End(tag) => self.close(tag, &range),
                Event::Text(text)
                | Event::Code(text)
                | Event::InlineMath(text)
                | Event::DisplayMath(text) => self.push(&text, range.start),
                Event::Html(html) => match &mut self.html {
                    Some((block, _)) => block.push_str(&html),
                    None => self.push_html(&html, range.start),
                },
                Event::InlineHtml(html) => self.push_html(&html, range.start),
                Event::FootnoteReference(label) => self.push(&format!("[{label}]"), range.start),
                Event::SoftBreak | Event::HardBreak => self.push(" ", range.start),
                Event::TaskListMarker(done) => {
                    self.push(if done { "[x] " } else { "[ ] " }, range.start);
                }
                Event::Rule => self.finish_paragraph(range.end, "text above a rule"),
            }
        }
        self.finish_paragraph(text.len() + self.start, "a paragraph");
        for (offset, address) in link_definitions {
            self.lose(Form::LinkAddress, offset + self.start, Some(address));
        }
    }

    fn open(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let at = range.start;
        match tag {
            // These can open inside a list item or quotation that has text but no paragraph.
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::HtmlBlock
            | Tag::Table(_)
            | Tag::CodeBlock(_) => {
                if !self.text_is_only_a_marker() {
                    self.finish_paragraph(at, "the text of a list item");
                }
                match tag {
                    Tag::Table(_) => self.lose(Form::Table, at, None),
                    Tag::CodeBlock(_) => self.lose(Form::Code, at, None),
                    Tag::HtmlBlock => self.html = Some((String::new(), at)),
                    _ => {}
                }
            }
            Tag::Heading { .. } => self.finish_paragraph(at, "text above a heading"),
            Tag::List(first_number) => {
                self.finish_paragraph(at, "the text of a list item");
                self.lists.push(*first_number);
            }
            Tag::Item => {
                if let Some(Some(number)) = self.lists.last_mut() {
                    let marker = format!("{number}. ");
                    *number = number.saturating_add(1);
                    self.push(&marker, at);
                }
            }
            Tag::FootnoteDefinition(label) => {
                self.finish_paragraph(at, "text above a footnote");
                self.push(&format!("[{label}] "), at);
            }
            Tag::TableCell if !self.text.is_empty() => self.push(" | ", at),
            Tag::Link { dest_url, .. } => {
                self.lose(Form::LinkAddress, at, Some(dest_url.to_string()));
            }
            Tag::Image { dest_url, .. } => {
                self.lose(Form::Image, at, Some(dest_url.to_string()));
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd, range: &Range<usize>) {
        let at = range.end;
        match tag {
            TagEnd::Paragraph => self.finish_paragraph(at, "a paragraph"),
            TagEnd::Item => self.finish_paragraph(at, "a list item"),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Heading(level) => {
                let is_first_level = level == HeadingLevel::H1;
                if is_first_level && self.wants_title && self.body.title.is_none() {
                    self.finish_title(at);
                } else {
                    self.finish(Block::heading, LineRole::Heading, at, "a Markdown heading");
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => self.finish_paragraph(at, "a table row"),
            TagEnd::CodeBlock => self.finish_paragraph(at, "a line of code"),
            TagEnd::HtmlBlock => {
                if let Some((html, html_start)) = self.html.take() {
                    self.push_html(&html, html_start);
                }
                self.finish_paragraph(at, "text between HTML tags");
            }
            TagEnd::FootnoteDefinition => self.finish_paragraph(at, "a footnote"),
            _ => {}
        }
    }

    /// Returns whether the current text is only a list item's number or a footnote's label, which
    /// belongs to the next block.
    fn text_is_only_a_marker(&self) -> bool {
        self.text.len() < MAX_MARKER_BYTES
            && (self.text.ends_with(". ") || self.text.ends_with("] "))
    }

    fn push(&mut self, text: &str, at: usize) {
        self.text_start.get_or_insert(at);
        self.text.push_str(text);
    }

    fn push_html(&mut self, html: &str, at: usize) {
        let (text, tags) = html::text_and_tags(html);
        for tag in tags {
            self.lose(Form::HtmlTag, at, Some(tag));
        }
        self.push(&text, at);
    }

    fn finish_title(&mut self, end: usize) {
        let Some(start) = self.text_start.take() else { return };
        let text = std::mem::take(&mut self.text);
        let title = self.clean(&text, start);
        if !title.is_empty() {
            let reason = "the first heading of the first level";
            self.body.spans.push(Span { range: start..end, role: LineRole::Title, reason });
            self.body.title = Some(title);
        }
    }

    fn finish_paragraph(&mut self, end: usize, reason: &'static str) {
        self.finish(Block::paragraph, LineRole::Paragraph, end, reason);
    }

    /// Ends the current block. Several lines of text, which only code has, make several blocks.
    fn finish(
        &mut self,
        block: fn(String) -> Block,
        role: LineRole,
        end: usize,
        reason: &'static str,
    ) {
        let Some(start) = self.text_start.take() else { return };
        let line = self.lines.line(start);
        let text = std::mem::take(&mut self.text);
        let mut has_text = false;
        for part in source::raw_lines(&text) {
            let part = self.clean(part, start);
            if !part.is_empty() {
                self.body.blocks.push((line, block(part)));
                has_text = true;
            }
        }
        if has_text {
            self.body.spans.push(Span { range: start..end.max(start), role, reason });
        }
    }

    fn clean(&mut self, text: &str, at: usize) -> String {
        let (cleaned, suspicious) = source::clean(text);
        let line = self.lines.line(at);
        for warning in suspicious.warnings() {
            self.report(line, Severity::Warning, warning);
        }
        cleaned.into_owned()
    }

    fn lose(&mut self, form: Form, at: usize, quote: Option<String>) {
        let first_line = self.lines.line(at);
        let loss =
            self.losses.entry(form).or_insert(Loss { first_line, count: 0, quotes: Vec::new() });
        loss.count += 1;
        loss.quotes.extend(quote.filter(|quote| !quote.is_empty()));
    }

    /// Reports the losses, ahead of the warnings about characters.
    fn report_losses(&mut self) {
        let warnings = std::mem::take(&mut self.body.diagnostics);
        for (form, Loss { first_line, count, quotes }) in std::mem::take(&mut self.losses) {
            let quotes = quotes.join(" ");
            let message = match form {
                Form::Table => {
                    format!("Tables are kept as text, one paragraph per row. Tables here: {count}.")
                }
                Form::Code => {
                    format!("Code is kept as text, one paragraph per line. Blocks here: {count}.")
                }
                Form::LinkAddress => {
                    format!("Links are kept as text, without their addresses: {quotes}")
                }
                Form::Image => {
                    format!("Images are kept as their descriptions, without the files: {quotes}")
                }
                Form::HtmlTag => format!("HTML is kept as text, without its tags: {quotes}"),
            };
            self.report(first_line, Severity::Note, message);
        }
        self.body.diagnostics.extend(warnings);
    }

    fn report(&mut self, line: u32, severity: Severity, message: impl Into<String>) {
        let origin = Origin::new(self.file, line);
        self.body.diagnostics.push(Diagnostic::new(origin, severity, message));
    }
}
