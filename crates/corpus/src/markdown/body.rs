//! Converts the body of a Markdown seed into typed blocks.
//!
//! The text of every construct is kept. Where its form cannot be kept (an unsafe address, a tag
//! without an equivalent) a note says so, once per file for each kind.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag, TagEnd};

use super::anchors::Ids;
use super::converter::{
    Body, Code, Converter, Entry, Image, MarkdownTable, Seed, Span, address_of,
};
use super::footnotes;
use super::html_state::HtmlState;
use super::losses::{Loss, Losses};
use super::masked::Dropped;
use super::masks;
use super::pieces::{self, Piece};
use super::scopes::Scopes;
use super::{highlights, resolve};
use crate::inline_text::{InlineText, Syntax};
use crate::{
    article::Anchor,
    block::{Alignment, BlockKind, ContainerKind, MarkKind},
    source::saturating_u32,
};

/// Converts the body of a seed.
///
/// Without a title in the front matter, the first heading of the first level is the title instead
/// of a block. If it repeats the title of the front matter, it is left out.
pub(super) fn convert(seed: Seed<'_>) -> Body {
    let text = seed.text.get(seed.body_start..).unwrap_or_default();
    let is_mdx = seed.file.rsplit_once('.').is_some_and(|(_, it)| it.eq_ignore_ascii_case("mdx"));
    let mut masked = masks::mask(text, is_mdx);
    let masked_text = std::mem::take(&mut masked.text);
    let pieces = highlights::split(pieces::read(&masked_text));
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
                    self.inline.open(&MarkKind::Code, Syntax::Markdown);
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
            Piece::Masked => self.push_embeds(&range),
            Piece::Highlight { is_start } => {
                self.has_obsidian_syntax = true;
                if self.image.is_some() {
                } else if is_start {
                    self.inline.open(&MarkKind::Highlight, Syntax::Markdown);
                } else {
                    self.inline.close(&MarkKind::Highlight, Syntax::Markdown);
                }
            }
        }
    }

    fn open(&mut self, tag: Tag<'a>, range: &Range<usize>) {
        let at = range.start;
        match tag {
            Tag::Heading { .. } if self.masked.fences.contains_key(&at) => self.fence(at),
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
            Tag::Emphasis => self.open_mark(&MarkKind::Emphasis),
            Tag::Strong => self.open_mark(&MarkKind::Strong),
            Tag::Strikethrough => self.open_mark(&MarkKind::Strikethrough),
            Tag::Superscript => self.open_mark(&MarkKind::Superscript),
            Tag::Subscript => self.open_mark(&MarkKind::Subscript),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.open_link(link_type, &dest_url, &title, range);
            }
            Tag::Image { dest_url, title, .. } => match &mut self.image {
                Some(image) => image.depth += 1,
                None => {
                    let address = self.expanded(&dest_url, range);
                    let alt = String::new();
                    let image = Image { address, title, alt, depth: 0, start: at };
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
            // The heading of a directive is its title.
            TagEnd::Heading(_) if self.is_callout_title => {
                self.finish_paragraph(at);
                self.is_callout_title = false;
            }
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
                        self.push_image(&image);
                    }
                }
            },
            _ => {}
        }
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
        resolve::renumber_containers(&mut entries);
        for (at, address) in resolve::resolve_fragments(&mut entries) {
            self.lose(Loss::Fragment, at, &address);
        }
        let is_vault = self.has_obsidian_syntax || self.masked.has_comments;
        let tags = std::mem::take(&mut self.tags).into_iter();
        let tags = tags.filter(|(_, is_line_of_tags)| is_vault || *is_line_of_tags);
        self.body.tags = tags.map(|(tag, _)| tag).collect();
        self.body.lines.reserve(entries.len());
        self.body.spans.reserve(entries.len());
        let mut line = 1;
        let blocks = entries.into_iter().enumerate().map(|(index, entry)| {
            let Entry { block, range, reason, ids } = entry;
            let start = self.seed.body_start;
            let range = range.start + start..range.end + start;
            line = self.seed.lines.line_near(range.start, line);
            self.body.lines.push(line);
            self.body.spans.push(Span { range, role: resolve::role(&block), reason });
            let index = saturating_u32(index);
            self.body.anchors.extend(ids.into_iter().map(|id| Anchor { id, block: index }));
            block
        });
        // The blocks take the memory of the entries.
        self.body.blocks = blocks.collect();
        let warnings = std::mem::take(&mut self.body.diagnostics);
        self.body.diagnostics.extend(self.losses.into_notes(self.seed.file));
        self.body.diagnostics.extend(warnings);
        self.body
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::Unset,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
