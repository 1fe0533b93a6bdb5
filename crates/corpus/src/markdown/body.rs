//! Converts the body of a Markdown seed into typed blocks.
//!
//! The text of every construct is kept. Where its form cannot be kept (an unsafe address, a tag
//! without an equivalent) a note says so, once per file for each kind.

use std::{collections::HashMap, ops::Range};

use cuttings_diagnostics::{Diagnostic, Origin, Severity};
use pulldown_cmark::{CodeBlockKind, CowStr, HeadingLevel, LinkType, Tag, TagEnd};

use super::anchors::{self, Ids};
use super::elements::HtmlState;
use super::footnotes::{self, Numbers};
use super::inline::{InlineText, Syntax};
use super::losses::{Loss, Losses};
use super::masks::{self, Dropped, Masked};
use super::pieces::{self, Piece, Text};
use super::scopes::{Scope, Scopes};
use super::targets::{self, Address};
use super::{autolink, callouts, hashtags, shortcodes};
use crate::{
    article::Anchor,
    block::{Alignment, Block, BlockKind, ContainerKind, LinkTarget, Mark, MarkKind, Picture},
    line_report::LineRole,
    source::{self, LineIndex, saturating_u32},
};

/// The converted body.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The first heading of the first level, if the caller asked for a title.
    pub(super) title: Option<String>,
    /// The blocks, each with its line.
    pub(super) blocks: Vec<(u32, Block)>,
    /// The ids of the blocks.
    pub(super) anchors: Vec<Anchor>,
    /// The tags in the text.
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

/// Converts the body of a seed.
///
/// Without a title in the front matter, the first heading of the first level is the title instead
/// of a block. If it repeats the title of the front matter, it is left out.
pub(super) fn convert(seed: Seed<'_>) -> Body {
    let text = seed.text.get(seed.body_start..).unwrap_or_default();
    let is_mdx = seed.file.rsplit_once('.').is_some_and(|(_, it)| it.eq_ignore_ascii_case("mdx"));
    let mut masked = masks::mask(text, is_mdx);
    let masked_text = std::mem::take(&mut masked.text);
    let pieces = pieces::read(&masked_text);
    let mut converter = Converter {
        seed,
        numbers: footnotes::number(&pieces),
        masked,
        inline: InlineText::default(),
        text_start: None,
        titles: Vec::new(),
        block_tags: Vec::new(),
        scopes: Scopes::default(),
        entries: Vec::new(),
        outer: Vec::new(),
        footnotes: Vec::new(),
        definition_count: 0,
        ids: Ids::default(),
        pending_ids: Vec::new(),
        image: None,
        links: Vec::new(),
        is_callout_title: false,
        code: None,
        table: MarkdownTable::default(),
        html: HtmlState::default(),
        expects_title: true,
        has_obsidian_syntax: false,
        tags: Vec::new(),
        losses: Losses::default(),
        body: Body::default(),
    };
    for (piece, range) in pieces {
        converter.piece(piece, range);
    }
    converter.finish(text.len())
}

/// A block with what only the conversion needs.
#[derive(Debug)]
pub(super) struct Entry {
    block: Block,
    /// The bytes of the file.
    range: Range<usize>,
    reason: &'static str,
    /// The ids by which links find the block.
    ids: Vec<String>,
}

/// A picture whose alternative text is being read.
struct Image<'a> {
    link_type: LinkType,
    address: String,
    title: CowStr<'a>,
    alt: String,
    /// The number of pictures within the alternative text.
    depth: usize,
    start: usize,
}

/// A code block that is being read.
struct Code {
    language: Option<String>,
    text: String,
}

/// The table that is being read.
#[derive(Default)]
struct MarkdownTable {
    columns: Vec<Alignment>,
    rows: usize,
    cells: usize,
}

pub(super) struct Converter<'a> {
    pub(super) seed: Seed<'a>,
    numbers: Numbers,
    pub(super) masked: Masked<'a>,
    /// The text of the current block.
    pub(super) inline: InlineText,
    /// The offset in the body at which that text starts; `None` if there is no current block.
    text_start: Option<usize>,
    /// The titles of the pictures in the current block.
    titles: Vec<String>,
    /// The tags in the current block.
    block_tags: Vec<String>,
    pub(super) scopes: Scopes,
    /// The blocks of the text, or of the open footnote.
    entries: Vec<Entry>,
    /// The text around the open footnotes.
    outer: Vec<(Vec<Entry>, Scopes, u32)>,
    /// The footnotes, with their numbers.
    footnotes: Vec<(u32, Vec<Entry>)>,
    definition_count: usize,
    ids: Ids,
    /// The ids of the next block.
    pub(super) pending_ids: Vec<String>,
    image: Option<Image<'a>>,
    /// The open links; `None` for one that is kept as text.
    links: Vec<Option<MarkKind>>,
    is_callout_title: bool,
    code: Option<Code>,
    table: MarkdownTable,
    pub(super) html: HtmlState,
    /// True until the first heading of the first level.
    expects_title: bool,
    /// True if the seed uses syntax of Obsidian, so that `#word` is a tag.
    has_obsidian_syntax: bool,
    /// The tags in the text, and whether each stands on a line of tags.
    tags: Vec<(String, bool)>,
    losses: Losses,
    body: Body,
}

impl<'a> Converter<'a> {
    fn piece(&mut self, piece: Piece<'a>, range: Range<usize>) {
        match piece {
            Piece::Start(tag) => self.open(tag, &range),
            Piece::End(tag) => self.close(tag, &range),
            Piece::List(start, is_tight) => {
                self.finish_paragraph(range.start);
                let start = start.map(|start| u32::try_from(start).unwrap_or(u32::MAX));
                self.open_container(ContainerKind::List { start, is_tight }, &range);
            }
            Piece::Item(task) => {
                self.finish_paragraph(range.start);
                self.open_container(ContainerKind::Item { task }, &range);
            }
            Piece::Text(text) => self.push_text(&text, &range),
            Piece::Code(code) => match &mut self.image {
                Some(image) => image.alt.push_str(&code),
                None => {
                    self.start_text(range.start);
                    self.inline.open(MarkKind::Code, Syntax::Markdown);
                    self.inline.push_verbatim(&code);
                    self.inline.close(&MarkKind::Code, Syntax::Markdown);
                }
            },
            Piece::Html(html) => self.html.push_line(&html, range.start),
            Piece::InlineHtml(html) => {
                if self.image.is_none() {
                    self.inline_html(&html, range.start);
                }
            }
            Piece::FootnoteReference(label) => self.push_reference(&label, range.start),
            Piece::SoftBreak | Piece::HardBreak => {
                let is_hard = matches!(piece, Piece::HardBreak);
                if let Some(image) = &mut self.image {
                    image.alt.push(' ');
                } else if self.is_callout_title {
                    self.finish_paragraph(range.start);
                } else if is_hard {
                    self.inline.hard_break();
                } else {
                    self.inline.soft_break();
                }
            }
            Piece::Rule => {
                self.finish_paragraph(range.start);
                if self.html.is_in_table() {
                    return;
                }
                self.emit(BlockKind::Rule, String::new(), Vec::new(), range, "a rule");
            }
            Piece::Masked => self.push_masked_picture(range.start),
            Piece::Highlight { is_start } => {
                self.has_obsidian_syntax = true;
                if self.image.is_some() {
                } else if is_start {
                    self.inline.open(MarkKind::Highlight, Syntax::Markdown);
                } else {
                    self.inline.close(&MarkKind::Highlight, Syntax::Markdown);
                }
            }
        }
    }

    fn open(&mut self, tag: Tag<'a>, range: &Range<usize>) {
        let at = range.start;
        match tag {
            // A list item or quotation may have text without a paragraph before these.
            Tag::Paragraph | Tag::Heading { .. } => self.finish_paragraph(at),
            Tag::DefinitionList | Tag::DefinitionListTitle => self.finish_paragraph(at),
            Tag::BlockQuote(_) => {
                self.finish_paragraph(at);
                self.open_quotation(range);
            }
            Tag::CodeBlock(kind) => {
                self.finish_paragraph(at);
                let language = match kind {
                    CodeBlockKind::Fenced(info) => self.language(&info, at),
                    CodeBlockKind::Indented => None,
                };
                self.code = Some(Code { language, text: String::new() });
            }
            Tag::HtmlBlock => {
                if !self.html.is_in_table() {
                    self.finish_paragraph(at);
                }
                self.html.start_block();
            }
            Tag::FootnoteDefinition(_) => self.open_footnote(range),
            Tag::DefinitionListDefinition => {
                self.finish_paragraph(at);
                self.open_container(ContainerKind::Definition, range);
            }
            Tag::Table(columns) if !self.html.is_in_table() => {
                self.finish_paragraph(at);
                let columns = columns.into_iter().map(alignment).collect();
                self.table = MarkdownTable { columns, rows: 0, cells: 0 };
                self.start_text(at);
                self.inline.start_table();
            }
            Tag::TableHead | Tag::TableRow if !self.html.is_in_table() => {
                if self.table.rows > 0 {
                    self.inline.cell_break('\n');
                }
                self.table.rows += 1;
                self.table.cells = 0;
            }
            Tag::TableCell if !self.html.is_in_table() => {
                if self.table.cells > 0 {
                    self.inline.cell_break('\t');
                }
                self.table.cells += 1;
            }
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => self.inline.space(),
            Tag::Emphasis => self.open_mark(MarkKind::Emphasis),
            Tag::Strong => self.open_mark(MarkKind::Strong),
            Tag::Strikethrough => self.open_mark(MarkKind::Strikethrough),
            Tag::Superscript => self.open_mark(MarkKind::Superscript),
            Tag::Subscript => self.open_mark(MarkKind::Subscript),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.open_link(link_type, &dest_url, &title, range);
            }
            Tag::Image { link_type, dest_url, title, .. } => match &mut self.image {
                Some(image) => image.depth += 1,
                None => {
                    let address = self.expanded(&dest_url, range);
                    let alt = String::new();
                    let image = Image { link_type, address, title, alt, depth: 0, start: at };
                    self.image = Some(image);
                }
            },
            // The first two are pieces of their own, and the last option is off.
            Tag::List(_) | Tag::Item | Tag::MetadataBlock(_) => {}
        }
    }

    fn close(&mut self, tag: TagEnd, range: &Range<usize>) {
        let at = range.end;
        match tag {
            TagEnd::Paragraph => self.finish_paragraph(at),
            TagEnd::Heading(level) => self.finish_heading(level as u8, at),
            TagEnd::Item
            | TagEnd::List(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::DefinitionListDefinition => self.close_container(range),
            TagEnd::DefinitionListTitle => self.finish_as(BlockKind::Term, at, "a term"),
            TagEnd::CodeBlock => {
                if let Some(Code { language, text }) = self.code.take() {
                    self.emit_code(language, &text, range.clone());
                }
            }
            TagEnd::HtmlBlock => {
                let lines = self.html.take_block();
                self.html_block(&lines, range);
            }
            TagEnd::FootnoteDefinition => self.close_footnote(range),
            TagEnd::Table if !self.html.is_in_table() => {
                let columns = std::mem::take(&mut self.table.columns);
                self.finish_as(BlockKind::Table { columns }, at, "a table");
            }
            TagEnd::Emphasis => self.close_mark(&MarkKind::Emphasis),
            TagEnd::Strong => self.close_mark(&MarkKind::Strong),
            TagEnd::Strikethrough => self.close_mark(&MarkKind::Strikethrough),
            TagEnd::Superscript => self.close_mark(&MarkKind::Superscript),
            TagEnd::Subscript => self.close_mark(&MarkKind::Subscript),
            TagEnd::Link => {
                if self.image.is_none()
                    && let Some(Some(link)) = self.links.pop()
                {
                    if let MarkKind::Link(target) = &link
                        && self.inline.is_open(&link)
                        && !self.inline.has_text(&link)
                    {
                        let address = address_of(target).to_owned();
                        self.lose(Loss::Link, range.start, &address);
                    }
                    self.inline.close(&link, Syntax::Markdown);
                }
            }
            TagEnd::Image => match &mut self.image {
                Some(image) if image.depth > 0 => image.depth -= 1,
                _ => {
                    if let Some(image) = self.image.take() {
                        self.push_image(image);
                    }
                }
            },
            _ => {}
        }
    }

    fn open_mark(&mut self, kind: MarkKind) {
        if self.image.is_none() {
            self.inline.open(kind, Syntax::Markdown);
        }
    }

    fn close_mark(&mut self, kind: &MarkKind) {
        if self.image.is_none() {
            self.inline.close(kind, Syntax::Markdown);
        }
    }

    // Text.

    /// Records where the current block starts.
    pub(super) fn start_text(&mut self, at: usize) {
        self.text_start.get_or_insert(at);
    }

    fn push_text(&mut self, text: &Text<'_>, range: &Range<usize>) {
        if let Some(code) = &mut self.code {
            code.text.push_str(&text.text);
            return;
        }
        if let Some(image) = &mut self.image {
            image.alt.push_str(&text.text);
            return;
        }
        if self.html.drops_text() {
            self.lose(Loss::Script, range.start, &text.text);
            return;
        }
        self.start_text(range.start);
        self.block_tags.extend(hashtags::find(text).map(str::to_owned));
        if self.inline.is_open(&link("")) {
            self.inline.push(&text.text);
            return;
        }
        let mut at = 0;
        for (range, url) in autolink::find(&text.text) {
            self.inline.push(text.text.get(at..range.start).unwrap_or_default());
            let address = text.text.get(range.clone()).unwrap_or_default();
            match targets::link_target(&url) {
                Some(target) => self.inline.push_marked(address, MarkKind::Link(target)),
                None => self.inline.push(address),
            }
            at = range.end;
        }
        self.inline.push(text.text.get(at..).unwrap_or_default());
    }

    fn push_reference(&mut self, label: &str, at: usize) {
        let number = self.numbers.of_reference(label);
        match (&mut self.image, number) {
            (Some(image), _) => image.alt.push_str(label),
            (None, Some(number)) => {
                self.start_text(at);
                let kind = MarkKind::FootnoteReference { number };
                self.inline.push_marked(&number.to_string(), kind);
            }
            (None, None) => {
                self.start_text(at);
                self.inline.push(&format!("[^{label}]"));
            }
        }
    }

    fn open_link(&mut self, link_type: LinkType, address: &str, title: &str, range: &Range<usize>) {
        if self.image.is_some() {
            return;
        }
        if !title.is_empty() {
            self.lose(Loss::Tooltip, range.start, title);
        }
        let target = match link_type {
            LinkType::WikiLink { .. } => {
                self.has_obsidian_syntax = true;
                Some(LinkTarget::Wiki(address.trim().to_owned()))
            }
            LinkType::Email => targets::link_target(&format!("mailto:{address}")),
            _ => targets::link_target(&self.expanded(address, range)),
        };
        if target.is_none() {
            self.lose(Loss::Link, range.start, if address.is_empty() { "()" } else { address });
        }
        let kind = target.map(MarkKind::Link);
        if let Some(kind) = &kind {
            self.inline.open(kind.clone(), Syntax::Markdown);
        }
        self.links.push(kind);
    }

    /// Returns a link's address with the shortcodes at its start replaced by what they stand for.
    fn expanded(&self, address: &str, range: &Range<usize>) -> String {
        let mut prefix = String::new();
        let mut hidden = 0;
        let mut end = None;
        for (start, (length, value)) in self.masked.addresses.range(range.clone()) {
            if end != Some(*start) {
                prefix.clear();
                hidden = 0;
            }
            prefix.push_str(value);
            hidden += length;
            end = Some(start + length);
        }
        match address.get(hidden..) {
            Some(rest) if hidden > 0 => prefix + rest,
            _ => address.to_owned(),
        }
    }

    // Pictures.

    fn push_image(&mut self, image: Image<'_>) {
        let Image { link_type, address, title, mut alt, start, .. } = image;
        if let LinkType::WikiLink { has_pothole } = link_type {
            self.has_obsidian_syntax = true;
            if !shortcodes::is_picture(&address) {
                self.start_text(start);
                let text = if alt.trim().is_empty() { address.clone() } else { alt };
                let kind = MarkKind::Link(LinkTarget::Wiki(address));
                return self.inline.push_marked(text.trim(), kind);
            }
            // The words behind the bar are a size or the alternative text.
            let is_size = alt.chars().all(|c| c.is_ascii_digit() || c == 'x');
            if !has_pothole || is_size {
                alt.clear();
            }
        }
        self.push_picture(&address, &alt, &title, start);
    }

    pub(super) fn push_masked_picture(&mut self, at: usize) {
        if let Some((picture, caption)) = self.masked.pictures.remove(&at) {
            self.push_picture(&picture.path, &picture.alt, &caption, at);
        }
    }

    /// Adds a picture to the current block. A remote one becomes a link.
    pub(super) fn push_picture(&mut self, address: &str, alt: &str, title: &str, at: usize) {
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        self.start_text(at);
        match targets::address(address) {
            Address::Relative(path) => {
                let text = if alt.is_empty() {
                    targets::last_piece(&path).to_owned()
                } else {
                    alt.clone()
                };
                let kind = MarkKind::Picture(Picture { path, alt, size: None });
                self.inline.push_marked(&text, kind);
                self.titles.push(title.to_owned());
            }
            Address::Url(url) => {
                let text = if alt.is_empty() { targets::last_piece(&url).to_owned() } else { alt };
                let kind = link(&url);
                if self.inline.is_open(&kind) {
                    self.lose(Loss::Picture, at, &url);
                    self.inline.push(&text);
                } else {
                    self.inline.push_marked(&text, kind);
                }
                if !title.is_empty() {
                    self.lose(Loss::Tooltip, at, title);
                }
            }
            Address::Fragment(_) | Address::Unsafe => {
                self.lose(Loss::Picture, at, address);
                self.inline.push(&alt);
            }
        }
    }

    // Containers.

    fn open_quotation(&mut self, range: &Range<usize>) {
        let Some(callout) = self.masked.callouts.remove(&range.start) else {
            return self.open_container(ContainerKind::Quotation, range);
        };
        let (kind, title) = callouts::container(&callout);
        self.open_container(kind, range);
        self.is_callout_title = callout.has_title;
        if let Some(title) = title {
            let marks = vec![Mark { range: 0..title.len(), kind: MarkKind::Strong }];
            let start = range.start..range.start + 1;
            self.emit(BlockKind::Paragraph, title, marks, start, "the kind of a callout");
        }
    }

    /// Opens a container of Markdown.
    fn open_container(&mut self, kind: ContainerKind, range: &Range<usize>) {
        if self.html.is_in_table() {
            self.inline.space();
        }
        let start = self.entries.len();
        if !self.scopes.open(None, kind, start) {
            self.lose(Loss::Nesting, range.start, "");
        }
    }

    /// Closes a container of Markdown, with all HTML that opened within it.
    fn close_container(&mut self, range: &Range<usize>) {
        self.finish_paragraph(range.end);
        while let Some(scope) = self.scopes.last() {
            let is_html = scope.element.is_some();
            self.close_scope(range);
            if !is_html {
                break;
            }
        }
        self.is_callout_title = false;
    }

    /// Closes the innermost container. An item without content has an empty paragraph.
    pub(super) fn close_scope(&mut self, range: &Range<usize>) {
        let Some(Scope { has_container, is_item, start, .. }) = self.scopes.last().cloned() else {
            return;
        };
        if has_container && is_item && start == self.entries.len() && !self.html.is_in_table() {
            let kind = BlockKind::Paragraph;
            self.emit(kind, String::new(), Vec::new(), range.clone(), "an empty list item");
        }
        self.scopes.close();
    }

    /// Returns the number of blocks so far.
    pub(super) fn block_count(&self) -> usize {
        self.entries.len()
    }

    fn open_footnote(&mut self, range: &Range<usize>) {
        self.finish_paragraph(range.start);
        self.finish_html(range.start);
        let number = self.numbers.of_definition(self.definition_count).unwrap_or(u32::MAX);
        self.definition_count += 1;
        let inner = Scopes::within(&mut self.scopes);
        let entries = std::mem::take(&mut self.entries);
        let scopes = std::mem::replace(&mut self.scopes, inner);
        self.outer.push((entries, scopes, number));
        self.open_container(ContainerKind::Footnote { number }, range);
    }

    fn close_footnote(&mut self, range: &Range<usize>) {
        self.close_container(range);
        if let Some((entries, mut scopes, number)) = self.outer.pop() {
            scopes.continue_after(&self.scopes);
            let note = std::mem::replace(&mut self.entries, entries);
            self.scopes = scopes;
            self.footnotes.push((number, note));
        }
    }

    // Blocks.

    fn finish_heading(&mut self, level: u8, end: usize) {
        let is_title =
            level == HeadingLevel::H1 as u8 && self.expects_title && self.scopes.is_empty();
        if level == 1 {
            self.expects_title = false;
        }
        self.finish_text(BlockKind::Heading { level }, end, "a Markdown heading", is_title);
    }

    pub(super) fn finish_html_heading(&mut self, level: u8, end: usize) {
        self.finish_heading(level, end);
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

    fn finish_text(
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
        let line = self.line(start);
        for warning in suspicious.warnings() {
            self.report(line, Severity::Warning, warning);
        }
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
    fn take_title(&mut self, text: &str, marks: &[Mark], range: &Range<usize>) -> bool {
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
            self.inline.open(MarkKind::Code, Syntax::Html);
            self.inline.push(text);
            self.inline.close(&MarkKind::Code, Syntax::Html);
            self.inline.space();
            return;
        }
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines = lines.strip_suffix('\n').unwrap_or(&lines);
        let mut suspicious = source::SuspiciousChars::default();
        let is_kept = |c: char| matches!(c, '\n' | '\t');
        let text =
            lines.chars().map(|c| if is_kept(c) { c } else { suspicious.printable(c) }).collect();
        let line = self.line(range.start);
        for warning in suspicious.warnings() {
            self.report(line, Severity::Warning, warning);
        }
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

    /// Returns the language of a fenced code block: the first word, without the marks that some
    /// generators put around it.
    fn language(&mut self, info: &str, at: usize) -> Option<String> {
        let info = info.trim();
        let attributes = info.trim_matches(['{', '}']).trim_start_matches('.');
        let end =
            attributes.find(|c: char| c.is_whitespace() || matches!(c, ',' | '{' | '}' | ':'));
        let (language, rest) = attributes.split_at(end.unwrap_or(attributes.len()));
        if !rest.trim().is_empty() {
            self.lose(Loss::CodeAttributes, at, info);
        }
        let language = language.strip_prefix("language-").unwrap_or(language);
        Some(language.to_owned()).filter(|language| !language.is_empty())
    }

    // Notes.

    pub(super) fn lose(&mut self, loss: Loss, at: usize, quote: &str) {
        let line = self.line(at);
        self.losses.add(loss, line, quote);
    }

    pub(super) fn report(&mut self, line: u32, severity: Severity, message: impl Into<String>) {
        let origin = Origin::new(self.seed.file, line);
        self.body.diagnostics.push(Diagnostic::new(origin, severity, message));
    }

    pub(super) fn line(&self, at: usize) -> u32 {
        self.seed.lines.line(at + self.seed.body_start)
    }

    fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        range.start + self.seed.body_start..range.end + self.seed.body_start
    }

    // The end.

    fn finish(mut self, end: usize) -> Body {
        self.finish_paragraph(end);
        self.finish_html(end);
        while self.scopes.last().is_some() {
            self.close_scope(&(end..end));
        }
        for (dropped, range) in std::mem::take(&mut self.masked.dropped) {
            let text = self.seed.text.get(self.in_file(&range)).unwrap_or_default();
            let loss = match dropped {
                Dropped::Shortcode => Loss::Shortcode,
                Dropped::Module => Loss::Module,
                Dropped::JsxTag => Loss::Tag,
            };
            self.lose(loss, range.start, text);
        }
        let mut entries = std::mem::take(&mut self.entries);
        self.footnotes.sort_by_key(|(number, _)| *number);
        entries.extend(std::mem::take(&mut self.footnotes).into_iter().flat_map(|(_, note)| note));
        // Ids that no block follows belong to the last one.
        if let Some(last) = entries.last_mut() {
            last.ids.append(&mut self.pending_ids);
        }
        renumber_containers(&mut entries);
        self.resolve_fragments(&mut entries);
        let is_vault = self.has_obsidian_syntax || self.masked.has_comments;
        for (tag, is_line_of_tags) in std::mem::take(&mut self.tags) {
            if (is_vault || is_line_of_tags) && !self.body.tags.contains(&tag) {
                self.body.tags.push(tag);
            }
        }
        for (index, Entry { block, range, reason, ids }) in (0..).zip(entries) {
            let line = self.line(range.start);
            let range = self.in_file(&range);
            self.body.spans.push(Span { range, role: role(&block), reason });
            self.body.blocks.push((line, block));
            self.body.anchors.extend(ids.into_iter().map(|id| Anchor { id, block: index }));
        }
        let warnings = std::mem::take(&mut self.body.diagnostics);
        self.body.diagnostics.extend(self.losses.into_notes(self.seed.file));
        self.body.diagnostics.extend(warnings);
        self.body
    }

    /// Turns links to fragments into links to blocks.
    fn resolve_fragments(&mut self, entries: &mut [Entry]) {
        let mut blocks: HashMap<String, u32> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            for id in &entry.ids {
                blocks.entry(id.clone()).or_insert(saturating_u32(index));
            }
        }
        let find = |fragment: &str| {
            let decoded = percent_decoded(fragment);
            let candidates =
                [fragment, &decoded, &decoded.to_lowercase(), &anchors::heading_id(&decoded)];
            match fragment {
                "" | "top" => Some(0),
                _ => candidates.iter().find_map(|id| blocks.get(*id).copied()),
            }
        };
        let mut lost = Vec::new();
        for Entry { block, range, .. } in entries {
            block.marks.retain_mut(|mark| {
                let MarkKind::Link(target) = &mut mark.kind else { return true };
                let (LinkTarget::Relative(address) | LinkTarget::Wiki(address)) = &*target else {
                    return true;
                };
                let Some(fragment) = address.strip_prefix('#') else { return true };
                match find(fragment) {
                    Some(index) => *target = LinkTarget::Block(index),
                    None => {
                        lost.push((range.start, address.clone()));
                        return false;
                    }
                }
                true
            });
        }
        for (at, address) in lost {
            self.lose(Loss::Fragment, at, &address);
        }
    }
}

/// Returns the address of a link as the seed spells it.
fn address_of(target: &LinkTarget) -> &str {
    match target {
        LinkTarget::Url(it) | LinkTarget::Relative(it) | LinkTarget::Wiki(it) => it,
        LinkTarget::Article { .. } | LinkTarget::Block(_) => "",
    }
}

/// Returns a link to a URL.
fn link(url: &str) -> MarkKind {
    MarkKind::Link(LinkTarget::Url(url.to_owned()))
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::Unset,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

/// Returns whether a heading says the same as the title, whatever its case and white space.
fn is_same_title(title: &str, heading: &str) -> bool {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    folded(title) == folded(heading)
}

/// Numbers the containers in the order in which they open, since footnotes moved to the end.
fn renumber_containers(entries: &mut [Entry]) {
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    for container in entries.iter_mut().flat_map(|entry| &mut entry.block.containers) {
        let next = saturating_u32(numbers.len());
        container.id = *numbers.entry(container.id).or_insert(next);
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, from) = rest.split_at(at);
        bytes.extend(before.bytes());
        match from.get(1..3).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = from.get(3..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    bytes.extend(rest.bytes());
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Returns the role of a block's lines.
fn role(block: &Block) -> LineRole {
    match block.kind {
        BlockKind::Heading { .. } => return LineRole::Heading,
        BlockKind::Code { .. } => return LineRole::Code,
        BlockKind::Table { .. } => return LineRole::Table,
        BlockKind::Picture(_) => return LineRole::Picture,
        BlockKind::Term => return LineRole::Term,
        BlockKind::Rule => return LineRole::Separator,
        BlockKind::Paragraph => {}
    }
    let innermost = block.containers.iter().rev().map(|container| &container.kind);
    let roles = innermost.filter_map(|kind| match kind {
        ContainerKind::Quotation => Some(LineRole::Quotation),
        ContainerKind::Alert(_) => Some(LineRole::Alert),
        ContainerKind::Item { .. } => Some(LineRole::ListItem),
        ContainerKind::Definition => Some(LineRole::Definition),
        ContainerKind::Footnote { .. } => Some(LineRole::Footnote),
        ContainerKind::List { .. } => None,
    });
    roles.into_iter().next().unwrap_or(LineRole::Paragraph)
}
