//! Markdown with YAML front matter: one file, one article, its body as plain headings and paragraphs.
//!
//! The text of every construct is kept; where its form is lost (a table's columns, a link's address) a note says so.

use std::{collections::BTreeMap, ops::Range};

use cuttings_diagnostics::{Diagnostic, Origin, Severity};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{
    Article, Block, Corpus, DEFAULT_SECTION, LineReport, TakenFor,
    front_matter::{self, FrontMatter},
    source::{self, LineStarts},
    title,
};

/// A Markdown seed that has been read.
pub(crate) struct Document<'a> {
    text: &'a str,
    lines: LineStarts,
    body_start: usize,
    spans: Vec<(Range<usize>, TakenFor, &'static str)>,
    corpus: Corpus,
}

impl<'a> Document<'a> {
    pub(crate) fn read(name: &str, text: &'a str) -> Self {
        read(name, text)
    }

    /// The article, if there is one, and diagnostics.
    pub(crate) fn into_corpus(self) -> Corpus {
        self.corpus
    }

    /// What each line was taken for, from the spans of the blocks that were made.
    pub(crate) fn reports(&self) -> Vec<LineReport> {
        reports(self.text, &self.lines, self.body_start, &self.spans)
    }
}

fn read<'a>(name: &str, text: &'a str) -> Document<'a> {
    let lines = LineStarts::of(text);
    let mut corpus = Corpus::default();
    let mut say = |line: u32, severity: Severity, message: String| {
        let origin = Origin { file: name.to_owned(), line };
        corpus.diagnostics.push(Diagnostic { origin, severity, message });
    };

    let (matter, body_start) = match front_matter::split(text) {
        None => (FrontMatter::default(), 0),
        Some(Ok((yaml, end))) => (front_matter::read(yaml), end),
        Some(Err(())) => {
            let message =
                "The front matter that opens here has no end. Put a line --- below its settings.";
            say(1, Severity::Error, message.to_owned());
            (FrontMatter::default(), 0)
        }
    };
    for (line, severity, message) in matter.findings {
        // Its first line is the file's second.
        say(line + 1, severity, message);
    }

    let mut body = Body::new(&lines, body_start);
    body.read(text.get(body_start..).unwrap_or_default(), matter.title.is_none());
    for (line, severity, message) in body.findings() {
        say(line, severity, message);
    }

    let title = matter.title.or_else(|| body.title.take());
    let empty = body.blocks.is_empty();
    let title = match (title, body.blocks.first()) {
        (Some(title), _) => title,
        (None, Some((line, first))) => {
            say(
                *line,
                Severity::Warning,
                "This text has no title, so its first words stand in for one. Put title: into the front matter."
                    .to_owned(),
            );
            title::made_from(first.text())
        }
        (None, None) => String::new(),
    };
    if empty {
        let found = if title.is_empty() {
            String::new()
        } else {
            format!(" under the title “{title}”")
        };
        say(
            1,
            Severity::Error,
            format!("This file holds no text{found}. Write the article below the front matter."),
        );
    } else {
        corpus.articles.push(Article {
            section: matter.section.unwrap_or_else(|| DEFAULT_SECTION.to_owned()),
            title,
            standfirst: matter.standfirst,
            body: body.blocks.into_iter().map(|(_, block)| block).collect(),
            author: matter.author,
            date: matter.date,
            source: matter.source,
            language: matter.language,
            origin: Origin { file: name.to_owned(), line: 1 },
        });
    }
    corpus.diagnostics.sort_by_key(|d| d.origin.line);
    let spans = body.spans;
    Document { text, lines, body_start, spans, corpus }
}

fn reports(
    text: &str,
    lines: &LineStarts,
    body_start: usize,
    spans: &[(Range<usize>, TakenFor, &'static str)],
) -> Vec<LineReport> {
    let mut reports: Vec<LineReport> = (1..)
        .zip(source::split(text))
        .map(|(line, text)| {
            let text = source::clean(text).0.into_owned();
            let (taken_for, reason) = match text.is_empty() {
                true => (TakenFor::Blank, "nothing on it"),
                false => (TakenFor::Separator, "Markdown's own marks, no text"),
            };
            LineReport { line, text, taken_for, reason: reason.into() }
        })
        .collect();
    let mut mark = |range: Range<usize>, taken_for: TakenFor, reason: &'static str| {
        if range.is_empty() {
            return;
        }
        let (first, last) = (lines.line(range.start), lines.line(range.end - 1));
        let range = (first as usize).saturating_sub(1)..last as usize;
        for report in reports.get_mut(range).into_iter().flatten() {
            if report.taken_for != TakenFor::Blank {
                report.taken_for = taken_for;
                report.reason = reason.into();
            }
        }
    };
    mark(0..body_start, TakenFor::FrontMatter, "between the lines of dashes at the top");
    for (range, taken_for, reason) in spans {
        mark(range.clone(), *taken_for, reason);
    }
    reports
}

/// Forms that plain text cannot keep, with what to say about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Lost {
    Table,
    Code,
    Address,
    Picture,
    Html,
}

/// A body in the making.
struct Body<'a> {
    lines: &'a LineStarts,
    /// Where the body starts in the file, which its parser does not know.
    offset: usize,
    blocks: Vec<(u32, Block)>,
    title: Option<String>,
    spans: Vec<(Range<usize>, TakenFor, &'static str)>,
    /// The text of the block being read, and where that starts.
    text: String,
    at: Option<usize>,
    /// The HTML block being read, whose tags and comments may span lines, and where it starts.
    html: Option<(String, usize)>,
    /// What was lost: the first line, how often, and what could not be kept.
    lost: BTreeMap<Lost, (u32, u32, Vec<String>)>,
    /// The number that the next item of each open list has; none in bulleted ones.
    lists: Vec<Option<u64>>,
    odd: Vec<(u32, &'static str)>,
}

impl<'a> Body<'a> {
    fn new(lines: &'a LineStarts, offset: usize) -> Self {
        Self {
            lines,
            offset,
            blocks: Vec::new(),
            title: None,
            spans: Vec::new(),
            text: String::new(),
            at: None,
            html: None,
            lost: BTreeMap::new(),
            lists: Vec::new(),
            odd: Vec::new(),
        }
    }

    fn read(&mut self, text: &str, title_wanted: bool) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS;
        let parser = Parser::new_ext(text, options);
        let definitions: Vec<(usize, String)> = parser
            .reference_definitions()
            .iter()
            .map(|(_, d)| (d.span.start, d.dest.to_string()))
            .collect();
        let mut heading: Option<HeadingLevel> = None;
        for (event, range) in parser.into_offset_iter() {
            let range = range.start + self.offset..range.end + self.offset;
            match event {
                Event::Start(tag) => self.start(&tag, &range, &mut heading),
                Event::End(end) => self.end(end, &range, &mut heading, title_wanted),
                Event::Text(text) => self.push(&text, range.start),
                Event::Code(text) => self.push(&text, range.start),
                Event::InlineMath(text) | Event::DisplayMath(text) => self.push(&text, range.start),
                Event::Html(html) => match &mut self.html {
                    Some((block, _)) => block.push_str(&html),
                    None => self.html(&html, range.start),
                },
                Event::InlineHtml(html) => self.html(&html, range.start),
                Event::FootnoteReference(label) => self.push(&format!("[{label}]"), range.start),
                Event::SoftBreak | Event::HardBreak => self.push(" ", range.start),
                Event::TaskListMarker(done) => {
                    self.push(if done { "[x] " } else { "[ ] " }, range.start)
                }
                Event::Rule => self.finish(Block::Paragraph, range.end, "text before a rule"),
            }
        }
        self.finish(Block::Paragraph, text.len() + self.offset, "a paragraph");
        for (start, address) in definitions {
            self.lose(Lost::Address, start + self.offset, Some(address));
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>, heading: &mut Option<HeadingLevel>) {
        match tag {
            // These may open inside a list item or quote whose text has not ended with a paragraph.
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::HtmlBlock
            | Tag::Table(_)
            | Tag::CodeBlock(_) => {
                if !self.text_is_only_a_mark() {
                    self.finish(Block::Paragraph, range.start, "a list item's text");
                }
                match tag {
                    Tag::Table(_) => self.lose(Lost::Table, range.start, None),
                    Tag::CodeBlock(_) => self.lose(Lost::Code, range.start, None),
                    Tag::HtmlBlock => self.html = Some((String::new(), range.start)),
                    _ => {}
                }
            }
            Tag::Heading { level, .. } => {
                self.finish(Block::Paragraph, range.start, "text before a heading");
                *heading = Some(*level);
            }
            Tag::List(first) => {
                self.finish(Block::Paragraph, range.start, "a list item's text");
                self.lists.push(*first);
            }
            Tag::Item => {
                if let Some(Some(number)) = self.lists.last_mut() {
                    let mark = format!("{number}. ");
                    *number = number.saturating_add(1);
                    self.push(&mark, range.start);
                }
            }
            Tag::FootnoteDefinition(label) => {
                self.finish(Block::Paragraph, range.start, "text before a footnote");
                self.push(&format!("[{label}] "), range.start);
            }
            Tag::TableCell if !self.text.is_empty() => self.push(" | ", range.start),
            Tag::Link { dest_url, .. } => {
                self.lose(Lost::Address, range.start, Some(dest_url.to_string()))
            }
            Tag::Image { dest_url, .. } => {
                self.lose(Lost::Picture, range.start, Some(dest_url.to_string()))
            }
            _ => {}
        }
    }

    fn end(
        &mut self,
        end: TagEnd,
        range: &Range<usize>,
        heading: &mut Option<HeadingLevel>,
        title_wanted: bool,
    ) {
        match end {
            TagEnd::Paragraph => self.finish(Block::Paragraph, range.end, "a paragraph"),
            TagEnd::Item => self.finish(Block::Paragraph, range.end, "an item of a list"),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Heading(level) => {
                *heading = None;
                if level == HeadingLevel::H1 && title_wanted && self.title.is_none() {
                    self.title_from_heading(range.end);
                } else {
                    self.finish(Block::Heading, range.end, "a heading by its marks");
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.finish(Block::Paragraph, range.end, "a row of a table");
            }
            TagEnd::CodeBlock => self.finish(Block::Paragraph, range.end, "a line of code"),
            TagEnd::HtmlBlock => {
                if let Some((html, at)) = self.html.take() {
                    self.html(&html, at);
                }
                self.finish(Block::Paragraph, range.end, "text between HTML tags");
            }
            TagEnd::FootnoteDefinition => self.finish(Block::Paragraph, range.end, "a footnote"),
            _ => {}
        }
    }

    /// Whether the text so far is only a list item's number or a footnote's label, which belongs to what comes.
    fn text_is_only_a_mark(&self) -> bool {
        self.text.len() < 24 && (self.text.ends_with(". ") || self.text.ends_with("] "))
    }

    fn push(&mut self, text: &str, at: usize) {
        self.at.get_or_insert(at);
        self.text.push_str(text);
    }

    fn lose(&mut self, what: Lost, at: usize, quoted: Option<String>) {
        let line = self.lines.line(at);
        let (_, count, quotes) = self.lost.entry(what).or_insert_with(|| (line, 0, Vec::new()));
        *count += 1;
        quotes.extend(quoted.filter(|q| !q.is_empty()));
    }

    /// Keeps the text of HTML and leaves its tags out.
    fn html(&mut self, html: &str, at: usize) {
        let (mut text, tags) = without_tags(html);
        for (entity, character) in ENTITIES {
            text = text.replace(entity, character);
        }
        for tag in tags {
            self.lose(Lost::Html, at, Some(tag));
        }
        self.push(&text, at);
    }

    fn title_from_heading(&mut self, end: usize) {
        let Some(start) = self.at.take() else { return };
        let text = std::mem::take(&mut self.text);
        let text = self.cleaned(&text, start);
        if !text.is_empty() {
            self.spans.push((start..end, TakenFor::Title, "the first heading of the first level"));
            self.title = Some(text);
        }
    }

    /// Ends the block being read; several lines of it (code) make several blocks.
    fn finish(&mut self, make: fn(String) -> Block, end: usize, reason: &'static str) {
        let Some(start) = self.at.take() else { return };
        let line = self.lines.line(start);
        let text = std::mem::take(&mut self.text);
        let mut kept = false;
        for part in source::split(&text) {
            let part = self.cleaned(part, start);
            if !part.is_empty() {
                self.blocks.push((line, make(part)));
                kept = true;
            }
        }
        if kept {
            let taken_for = match make(String::new()) {
                Block::Heading(_) => TakenFor::Heading,
                Block::Paragraph(_) => TakenFor::Paragraph,
            };
            self.spans.push((start..end.max(start), taken_for, reason));
        }
    }

    fn cleaned(&mut self, text: &str, at: usize) -> String {
        let (cleaned, oddities) = source::clean(text);
        let line = self.lines.line(at);
        for message in oddities.messages() {
            self.odd.push((line, message));
        }
        cleaned.into_owned()
    }

    /// One finding for each form that was lost, and the odd characters.
    fn findings(&mut self) -> Vec<(u32, Severity, String)> {
        let lost = std::mem::take(&mut self.lost).into_iter().map(|(what, (line, count, quotes))| {
            let quotes = quotes.join(" ");
            let message = match what {
                Lost::Table => format!("Tables are kept as text, a paragraph a row ({count} here)."),
                Lost::Code => format!("Code is kept as text, a paragraph a line ({count} blocks here)."),
                Lost::Address => format!("Links are kept as text, without their addresses: {quotes}"),
                Lost::Picture => {
                    format!("Pictures are kept as the words that describe them, without the files: {quotes}")
                }
                Lost::Html => format!("HTML is kept as text, without its tags: {quotes}"),
            };
            (line, Severity::Note, message)
        });
        let odd = std::mem::take(&mut self.odd);
        lost.chain(
            odd.into_iter().map(|(line, message)| (line, Severity::Warning, message.to_owned())),
        )
        .collect()
    }
}

/// The entities that HTML cannot do without; the ampersand last, so that nothing is decoded twice.
const ENTITIES: [(&str, &str); 6] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&nbsp;", "\u{a0}"),
    ("&amp;", "&"),
];

/// The text of a piece of HTML, with a blank for each tag that breaks lines, and the tags and comments taken out of it.
fn without_tags(html: &str) -> (String, Vec<String>) {
    let (mut text, mut tags) = (String::new(), Vec::new());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let end = match from.starts_with("<!--") {
            true => from.find("-->").map(|end| end + 3),
            false => from.find('>').map(|end| end + 1),
        };
        let opens_tag = from
            .chars()
            .nth(1)
            .is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let Some(end) = end.filter(|_| opens_tag) else {
            // No tag, or one whose end is in a later piece: its text is kept rather than lost.
            text.push('<');
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        let (tag, after) = from.split_at(end);
        let name: String = tag
            .chars()
            .skip(1)
            .skip_while(|c| *c == '/')
            .take_while(|c| c.is_ascii_alphanumeric())
            .collect();
        let inline = [
            "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span",
            "strong", "sub", "sup", "u",
        ];
        if !inline.contains(&&*name.to_ascii_lowercase()) {
            text.push(' ');
        }
        tags.push(tag.split_whitespace().collect::<Vec<_>>().join(" "));
        rest = after;
    }
    text.push_str(rest);
    (text, tags)
}
