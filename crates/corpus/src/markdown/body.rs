//! Converts the body of a Markdown seed into typed blocks.
//!
//! The text of every construct is kept. Where its form cannot be kept (an unsafe address, a tag
//! without an equivalent) a note says so, once per file for each kind.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, LinkType, Tag, TagEnd};

use super::anchors::Ids;
use super::converter::{
    Body, Code, Converter, Entry, Image, MarkdownTable, Seed, Span, address_of, link,
};
use super::directives::{self, Fence, FenceKind};
use super::footnotes;
use super::html_state::HtmlState;
use super::inline::{InlineText, Syntax};
use super::losses::{Loss, Losses};
use super::masks::{self, Dropped};
use super::pieces::{self, Piece, Text};
use super::scopes::Scopes;
use super::{autolink, callouts, hashtags, highlights, resolve, targets};
use crate::{
    article::Anchor,
    block::{Alignment, BlockKind, ContainerKind, Mark, MarkKind},
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

    fn open_mark(&mut self, kind: &MarkKind) {
        if self.image.is_none() {
            self.inline.open(kind, Syntax::Markdown);
        }
    }

    fn close_mark(&mut self, kind: &MarkKind) {
        if self.image.is_none() {
            self.inline.close(kind, Syntax::Markdown);
        }
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
                Some(target) => self.inline.push_marked(address, &MarkKind::Link(target)),
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
                self.inline.push_marked(&number.to_string(), &kind);
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
            LinkType::Email => targets::link_target(&format!("mailto:{address}")),
            _ => targets::link_target(&self.expanded(address, range)),
        };
        if target.is_none() {
            self.lose(Loss::Link, range.start, if address.is_empty() { "()" } else { address });
        }
        let kind = target.map(MarkKind::Link);
        if let Some(kind) = &kind {
            self.inline.open(kind, Syntax::Markdown);
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

    fn push_image(&mut self, image: &Image<'_>) {
        let Image { address, title, alt, start, .. } = image;
        self.push_picture(address, alt, title, *start);
    }

    fn open_quotation(&mut self, range: &Range<usize>) {
        let Some(callout) = self.masked.callouts.remove(&range.start) else {
            return self.open_container(ContainerKind::Quotation, range);
        };
        let (kind, title) = callouts::container(&callout);
        self.open_container(kind, range);
        self.title_callout(callout.has_title, title, range.start);
    }

    /// Expects the title of a callout that opens, or adds the one that its kind gives.
    fn title_callout(&mut self, has_title: bool, title: Option<String>, at: usize) {
        self.is_callout_title = has_title;
        if let Some(title) = title {
            let marks = vec![Mark { range: 0..title.len(), kind: MarkKind::Strong }];
            self.emit(BlockKind::Paragraph, title, marks, at..at + 1, "the kind of a callout");
        }
    }

    /// Opens or closes a directive.
    fn fence(&mut self, at: usize) {
        self.finish_paragraph(at);
        let Some(Fence { range, kind }) = self.masked.fences.remove(&at) else { return };
        let is_kept = match kind {
            FenceKind::Close { is_callout } => {
                if is_callout {
                    self.close_elements(&[directives::ELEMENT], &[], at);
                }
                true
            }
            FenceKind::Callout { callout, has_attributes } => {
                let (kind, title) = callouts::container(&callout);
                self.open_html(directives::ELEMENT, kind, at);
                self.title_callout(callout.has_title, title, at);
                !has_attributes
            }
            FenceKind::Group { has_title } => {
                self.is_callout_title = has_title;
                false
            }
        };
        if !is_kept {
            let text = self.seed.text.get(self.in_file(&range)).unwrap_or_default();
            self.lose(Loss::Shortcode, at, text);
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
        for (tag, is_line_of_tags) in std::mem::take(&mut self.tags) {
            if (is_vault || is_line_of_tags) && !self.body.tags.contains(&tag) {
                self.body.tags.push(tag);
            }
        }
        for (index, Entry { block, range, reason, ids }) in (0..).zip(entries) {
            let line = self.line(range.start);
            let range = self.in_file(&range);
            self.body.spans.push(Span { range, role: resolve::role(&block), reason });
            self.body.blocks.push((line, block));
            self.body.anchors.extend(ids.into_iter().map(|id| Anchor { id, block: index }));
        }
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
