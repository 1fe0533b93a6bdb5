//! The state of a conversion, and the steps that Markdown and raw HTML share: text, pictures,
//! blocks and notes.

use std::ops::Range;

use cuttings_diagnostics::{Diagnostic, Origin, Severity};
use pulldown_cmark::{CowStr, HeadingLevel};

use super::anchors::{self, Ids};
use super::footnotes::Numbers;
use super::hashtags;
use super::html_state::HtmlState;
use super::losses::{Loss, Losses};
use super::masked::Masked;
use super::scopes::{Scope, Scopes};
use crate::inline_text::{InlineText, Syntax};
use crate::{
    article::Anchor,
    block::{Alignment, Block, BlockKind, LinkTarget, Mark, MarkKind},
    line_report::LineRole,
    source::{self, LineIndex, SuspiciousChars},
};

/// The converted body.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The first heading of the first level, if the caller asked for a title.
    pub(super) title: Option<String>,
    pub(super) blocks: Vec<Block>,
    /// The line of each block.
    pub(super) lines: Vec<u32>,
    /// The ids of the blocks.
    pub(super) anchors: Vec<Anchor>,
    /// The tags in the text, each as often as it occurs.
    pub(super) tags: Vec<String>,
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

/// The seed that a body belongs to.
#[derive(Clone, Copy)]
pub(super) struct Seed<'a> {
    /// The name of the file.
    pub(super) file: &'a str,
    /// The whole text.
    pub(super) text: &'a str,
    /// The offset at which the body starts.
    pub(super) body_start: usize,
    pub(super) lines: &'a LineIndex,
    /// The title that the front matter gives.
    pub(super) title: Option<&'a str>,
}

/// A block with what only the conversion needs.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) block: Block,
    /// The bytes of the file.
    pub(super) range: Range<usize>,
    pub(super) reason: &'static str,
    /// The ids by which links find the block.
    pub(super) ids: Vec<String>,
}

/// A picture whose alternative text is being read.
pub(super) struct Image<'a> {
    pub(super) address: String,
    pub(super) title: CowStr<'a>,
    pub(super) alt: String,
    /// The number of pictures within the alternative text.
    pub(super) depth: usize,
    pub(super) start: usize,
}

/// A code block that is being read.
pub(super) struct Code {
    pub(super) language: Option<String>,
    pub(super) text: String,
}

/// The table that is being read.
#[derive(Default)]
pub(super) struct MarkdownTable {
    pub(super) columns: Vec<Alignment>,
    pub(super) rows: usize,
    pub(super) cells: usize,
}

pub(super) struct Converter<'a> {
    pub(super) seed: Seed<'a>,
    pub(super) numbers: Numbers,
    pub(super) masked: Masked<'a>,
    /// The text of the current block.
    pub(super) inline: InlineText,
    /// The offset in the body at which that text starts; `None` if there is no current block.
    pub(super) text_start: Option<usize>,
    /// The titles of the pictures in the current block.
    pub(super) titles: Vec<String>,
    /// The tags in the current block.
    pub(super) block_tags: Vec<String>,
    pub(super) scopes: Scopes,
    /// The blocks of the text, or of the open footnote.
    pub(super) entries: Vec<Entry>,
    /// The text around the open footnotes.
    pub(super) outer: Vec<(Vec<Entry>, Scopes, u32)>,
    /// The footnotes, with their numbers.
    pub(super) footnotes: Vec<(u32, Vec<Entry>)>,
    pub(super) definition_count: usize,
    pub(super) ids: Ids,
    /// The ids of the next block.
    pub(super) pending_ids: Vec<String>,
    pub(super) image: Option<Image<'a>>,
    /// The open links; `None` for one that is kept as text.
    pub(super) links: Vec<Option<MarkKind>>,
    pub(super) is_callout_title: bool,
    pub(super) code: Option<Code>,
    pub(super) table: MarkdownTable,
    pub(super) html: HtmlState,
    /// True until the first heading of the first level.
    pub(super) expects_title: bool,
    /// True if the seed uses syntax of Obsidian, so that `#word` is a tag.
    pub(super) has_obsidian_syntax: bool,
    /// The tags in the text, and whether each stands on a line of tags.
    pub(super) tags: Vec<(String, bool)>,
    pub(super) losses: Losses,
    pub(super) body: Body,
}

impl Converter<'_> {
    /// Records where the current block starts.
    pub(super) fn start_text(&mut self, at: usize) {
        self.text_start.get_or_insert(at);
    }

    /// Closes the innermost container. An item, definition or footnote without content has an empty
    /// paragraph.
    pub(super) fn close_scope(&mut self, range: &Range<usize>) {
        let Some(Scope { has_container, needs_block, start, .. }) = self.scopes.last().cloned()
        else {
            return;
        };
        if has_container && needs_block && start == self.entries.len() && !self.html.is_in_table() {
            let kind = BlockKind::Paragraph;
            self.emit(kind, String::new(), Vec::new(), range.clone(), "an empty item");
        }
        self.scopes.close();
    }

    /// Returns the number of blocks so far.
    pub(super) fn block_count(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn finish_heading(&mut self, level: u8, end: usize) {
        let is_title =
            level == HeadingLevel::H1 as u8 && self.expects_title && self.scopes.is_empty();
        if level == 1 {
            self.expects_title = false;
        }
        self.finish_text(BlockKind::Heading { level }, end, "a Markdown heading", is_title);
    }

    /// Ends the current block as a paragraph, if there is one.
    pub(super) fn finish_paragraph(&mut self, end: usize) {
        let reason = if self.is_callout_title { "the title of a callout" } else { "a paragraph" };
        self.finish_as(BlockKind::Paragraph, end, reason);
    }

    /// Ends the current block.
    pub(super) fn finish_as(&mut self, kind: BlockKind, end: usize, reason: &'static str) {
        self.finish_text(kind, end, reason, false);
    }

    pub(super) fn finish_text(
        &mut self,
        kind: BlockKind,
        end: usize,
        reason: &'static str,
        may_be_title: bool,
    ) {
        if self.html.is_in_table() {
            return self.inline.space();
        }
        let Some(start) = self.text_start.take() else {
            self.inline = InlineText::default();
            return;
        };
        let (text, mut marks, suspicious) = self.inline.finish();
        let titles = std::mem::take(&mut self.titles);
        let tags = std::mem::take(&mut self.block_tags);
        self.warn(suspicious, start);
        let is_callout_title = std::mem::take(&mut self.is_callout_title);
        let may_be_empty = matches!(kind, BlockKind::Table { .. } | BlockKind::Picture(_));
        if text.is_empty() && !may_be_empty {
            return;
        }
        let is_line_of_tags = hashtags::is_line_of_tags(&text);
        if !matches!(kind, BlockKind::Heading { .. }) {
            self.tags.extend(tags.into_iter().map(|tag| (tag, is_line_of_tags)));
        }
        let range = start..end.max(start + 1);
        if may_be_title && self.take_title(&text, &marks, &range) {
            return;
        }
        if is_callout_title {
            marks.retain(|mark| !matches!(mark.kind, MarkKind::Strong));
            marks.insert(0, Mark { range: 0..text.len(), kind: MarkKind::Strong });
        }
        match (kind, &*marks) {
            (BlockKind::Paragraph, [Mark { range: whole, kind: MarkKind::Picture(picture) }])
                if whole.len() == text.len() && titles.len() == 1 =>
            {
                let kind = BlockKind::Picture(picture.clone());
                let caption = titles.into_iter().next().unwrap_or_default();
                let (caption, _) = source::clean(&caption);
                self.emit(kind, caption.into_owned(), Vec::new(), range, "a picture");
            }
            (kind, _) => {
                for title in titles.iter().filter(|title| !title.is_empty()) {
                    self.lose(Loss::Tooltip, start, title);
                }
                self.emit(kind, text, marks, range, reason);
            }
        }
    }

    /// Takes a heading as the title, or leaves it out if it repeats the title.
    pub(super) fn take_title(&mut self, text: &str, marks: &[Mark], range: &Range<usize>) -> bool {
        let (text, id) = match anchors::explicit_id(text) {
            Some((text, id)) => (text, Some(id.to_owned())),
            None => (text, None),
        };
        let reason = match self.seed.title {
            None => "the first heading of the first level",
            Some(title) if is_same_title(title, text) => "repeats the title",
            Some(_) => return false,
        };
        for mark in marks {
            if let MarkKind::Link(target) = &mark.kind {
                self.lose(Loss::TitleLink, range.start, address_of(target));
            }
        }
        if self.seed.title.is_none() {
            self.body.title = Some(text.replace('\n', " "));
        }
        self.pending_ids.push(self.ids.next(text));
        self.pending_ids.extend(id);
        let range = self.in_file(range);
        self.body.spans.push(Span { range, role: LineRole::Title, reason });
        true
    }

    pub(super) fn emit_code(&mut self, language: Option<String>, text: &str, range: Range<usize>) {
        if self.html.is_in_table() {
            self.start_text(range.start);
            self.inline.space();
            self.inline.open(&MarkKind::Code, Syntax::Html);
            self.inline.push(text);
            self.inline.close(&MarkKind::Code, Syntax::Html);
            self.inline.space();
            return;
        }
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines = lines.strip_suffix('\n').unwrap_or(&lines);
        let mut suspicious = SuspiciousChars::default();
        let text = lines.chars().map(|c| suspicious.printable(c)).collect();
        self.warn(suspicious, range.start);
        self.emit(BlockKind::Code { language }, text, Vec::new(), range, "a block of code");
    }

    /// Adds a block.
    pub(super) fn emit(
        &mut self,
        kind: BlockKind,
        mut text: String,
        mut marks: Vec<Mark>,
        range: Range<usize>,
        reason: &'static str,
    ) {
        let mut ids = std::mem::take(&mut self.pending_ids);
        if matches!(kind, BlockKind::Heading { .. }) {
            if let Some((before, id)) = anchors::explicit_id(&text) {
                ids.push(id.to_owned());
                let end = before.len();
                text.truncate(end);
                for mark in &mut marks {
                    mark.range.end = mark.range.end.min(end);
                }
                marks.retain(|mark| !mark.range.is_empty() && mark.range.start < end);
            }
            ids.push(self.ids.next(&text));
        }
        let containers = self.scopes.containers().to_vec();
        let block = Block { kind, text, marks, containers };
        self.entries.push(Entry { block, range, reason, ids });
    }

    pub(super) fn lose(&mut self, loss: Loss, at: usize, quote: &str) {
        let line = self.line(at);
        self.losses.add(loss, line, quote);
    }

    fn warn(&mut self, suspicious: SuspiciousChars, at: usize) {
        for warning in suspicious.warnings() {
            self.report(self.line(at), Severity::Warning, warning);
        }
    }

    pub(super) fn report(&mut self, line: u32, severity: Severity, message: impl Into<String>) {
        let origin = Origin::new(self.seed.file, line);
        self.body.diagnostics.push(Diagnostic::new(origin, severity, message));
    }

    pub(super) fn line(&self, at: usize) -> u32 {
        self.seed.lines.line(at + self.seed.body_start)
    }

    pub(super) fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        range.start + self.seed.body_start..range.end + self.seed.body_start
    }
}

/// Returns the address of a link as the seed spells it.
pub(super) fn address_of(target: &LinkTarget) -> &str {
    match target {
        LinkTarget::Url(it) | LinkTarget::Relative(it) | LinkTarget::Wiki(it) => it,
        LinkTarget::Article { .. } | LinkTarget::Block(_) => "",
    }
}

/// Returns whether a heading says the same as the title, whatever its case and white space.
fn is_same_title(title: &str, heading: &str) -> bool {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    folded(title) == folded(heading)
}

/// Returns a link to a URL.
pub(super) fn link(url: &str) -> MarkKind {
    MarkKind::Link(LinkTarget::Url(url.to_owned()))
}
