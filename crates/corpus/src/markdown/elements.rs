//! Gives the elements of raw HTML their meaning. None of it becomes markup.
//!
//! Elements that mean a block, a container or a mark become one. Others that only group or style
//! are left out, and all further ones are left out with a note. Their text is kept.

use std::ops::Range;

use super::converter::Converter;
use super::html::{self, Tag, Token};
use super::html_state::{Lines, MAX_FILLED_COLUMNS, Table};
use super::inline::Syntax;
use super::losses::Loss;
use super::masks::FILLER;
use super::targets;
use crate::block::{Alignment, BlockKind, ContainerKind, MarkKind, Picture};

/// Elements that mean nothing without a style sheet, within a line.
const SPANS: &[&str] = &[
    "span", "abbr", "acronym", "bdi", "bdo", "big", "data", "font", "ins", "label", "nobr", "q",
    "rb", "rp", "rt", "ruby", "small", "time", "u", "wbr",
];

/// Elements that only group blocks.
const GROUPS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "center",
    "address",
    "details",
    "summary",
    "hgroup",
    "figcaption",
    "picture",
    "noscript",
    "dl",
    "thead",
    "tbody",
    "tfoot",
    "colgroup",
    "col",
    "caption",
    "html",
    "body",
    "head",
    "title",
    "fieldset",
    "legend",
    "form",
];

/// Elements whose contents are not text.
const RAW: &[&str] = &["script", "style", "template"];

/// Elements that show something from another address.
const MEDIA: &[&str] = &["iframe", "video", "audio", "embed", "source"];

impl Converter<'_> {
    /// Reads a tag or comment within a line of Markdown.
    pub(super) fn inline_html(&mut self, html: &str, at: usize) {
        for token in html::tokens(html) {
            match token {
                Token::Text(text, _) => {
                    self.start_text(at);
                    self.inline.push(&html::decoded(text));
                }
                Token::Open(tag) => self.open_inline(&tag, at),
                Token::Close(name) => self.close_inline(&name),
                Token::Comment => {}
            }
        }
    }

    fn open_inline(&mut self, tag: &Tag<'_>, at: usize) {
        self.pending_ids.extend(tag.ids().map(str::to_owned));
        let name = tag.name.as_str();
        // The title of a picture may be its caption, and that of a film its text.
        if let Some(title) = tag.attribute("title")
            && name != "img"
            && !MEDIA.contains(&name)
        {
            self.lose(Loss::Tooltip, at, title);
        }
        match name {
            "br" => self.inline.hard_break(),
            "img" => self.push_img(tag, at),
            "a" => self.open_anchor(tag, at),
            _ if MEDIA.contains(&name) => self.push_media(tag, at),
            _ if RAW.contains(&name) => self.open_raw(tag, at),
            _ => match mark(name) {
                Some(kind) => self.inline.open(&kind, Syntax::Html),
                None if SPANS.contains(&name) => {}
                None => {
                    if !is_known(name) {
                        self.lose(Loss::Tag, at, tag.source);
                    }
                    self.inline.space();
                }
            },
        }
    }

    fn close_inline(&mut self, name: &str) {
        if self.html.raw.as_deref() == Some(name) {
            self.html.raw = None;
        } else if name == "a" {
            self.inline.close(&anchor(), Syntax::Html);
        } else if let Some(kind) = mark(name) {
            self.inline.close(&kind, Syntax::Html);
        } else if !SPANS.contains(&name) {
            self.inline.space();
        }
    }

    /// Opens an element whose contents are dropped, if the seed closes it.
    fn open_raw(&mut self, tag: &Tag<'_>, at: usize) {
        self.lose(Loss::Script, at, tag.source);
        let closing = match tag.name.as_str() {
            "script" => "</script",
            "style" => "</style",
            _ => "</template",
        };
        if self.last_place_of(closing).is_some_and(|last| last > at) {
            self.html.raw = Some(tag.name.clone());
        }
    }

    /// Returns the last place of a closing tag in the body.
    fn last_place_of(&mut self, closing: &'static str) -> Option<usize> {
        let body = self.seed.text.get(self.seed.body_start..).unwrap_or_default();
        let places = &mut self.html.closing_places;
        *places
            .entry(closing)
            .or_insert_with(|| body.rfind(closing).max(body.rfind(&*closing.to_ascii_uppercase())))
    }

    fn open_anchor(&mut self, tag: &Tag<'_>, at: usize) {
        let Some(address) = tag.attribute("href") else { return };
        match targets::link_target(address) {
            Some(target) => self.inline.open(&MarkKind::Link(target), Syntax::Html),
            None => self.lose(Loss::Link, at, address),
        }
    }

    fn push_img(&mut self, tag: &Tag<'_>, at: usize) {
        let alt = tag.attribute("alt").unwrap_or_default();
        let Some(path) = tag.attribute("src") else {
            self.lose(Loss::Tag, at, tag.source);
            self.start_text(at);
            return self.inline.push(alt);
        };
        let title = tag.attribute("title").unwrap_or_default();
        if let Some(picture @ None) = &mut self.html.figure
            && let targets::Address::Relative(path) = targets::address(path)
        {
            *picture = Some(Picture { path, alt: alt.to_owned(), size: None });
            if self.inline.is_open(&anchor()) {
                self.lose(Loss::Tag, at, "<a>");
            }
            return;
        }
        self.push_picture(path, alt, title, at);
    }

    /// Adds a link to a film or another page that the element would show.
    fn push_media(&mut self, tag: &Tag<'_>, at: usize) {
        let address = tag.attribute("src").or_else(|| tag.attribute("data-src"));
        let target = address.and_then(|address| Some((address, targets::link_target(address)?)));
        match target {
            Some((address, target)) => {
                let text = tag.attribute("title").unwrap_or(address);
                self.start_text(at);
                self.inline.space();
                self.inline.push_marked(text, &MarkKind::Link(target));
                self.inline.space();
            }
            // `video` and `audio` may name their source in an element within.
            None if matches!(tag.name.as_str(), "video" | "audio" | "source") => {}
            None => self.lose(Loss::Tag, at, tag.source),
        }
    }

    /// Reads an HTML block.
    pub(super) fn html_block(&mut self, lines: &Lines, range: &Range<usize>) {
        for token in html::tokens(&lines.text) {
            match token {
                Token::Text(text, at) => self.html_text(text, lines, at),
                Token::Open(tag) => {
                    let at = source_offset(&lines.text, tag.source);
                    self.open_element(&tag, lines.offset(at));
                }
                Token::Close(name) => self.close_element(&name, range.end),
                Token::Comment => {}
            }
        }
        self.finish_pre(range.end);
        match self.html.figure {
            Some(Some(_)) => self.finish_figure(range.end),
            _ => self.finish_paragraph(range.end),
        }
    }

    fn html_text(&mut self, text: &str, lines: &Lines, at: usize) {
        if self.html.raw.is_some() {
            return self.lose(Loss::Script, lines.offset(at), text);
        }
        if let Some((code, _)) = &mut self.html.pre {
            return code.push_str(&html::decoded(text));
        }
        if !text.trim().is_empty() {
            self.start_text(lines.offset(at));
        }
        let mut at = at;
        for run in text.split_inclusive(FILLER) {
            let visible = run.strip_suffix(FILLER).unwrap_or(run);
            self.inline.push(&html::decoded(visible));
            if visible.len() < run.len() {
                let at = lines.offset(at + visible.len());
                self.push_embeds(&(at..at + 1));
            }
            at += run.len();
        }
    }

    fn open_element(&mut self, tag: &Tag<'_>, at: usize) {
        let name = tag.name.as_str();
        if self.html.raw.is_some() {
            return self.lose(Loss::Script, at, tag.source);
        }
        if let Some((code, language)) = &mut self.html.pre {
            match name {
                "br" => code.push('\n'),
                _ => *language = language.take().or_else(|| language_of(tag)),
            }
            return;
        }
        if !is_block(name) {
            return self.open_inline(tag, at);
        }
        if self.html.table.is_some() {
            self.pending_ids.extend(tag.ids().map(str::to_owned));
            return self.open_in_table(name, tag, at);
        }
        self.finish_paragraph(at);
        self.pending_ids.extend(tag.ids().map(str::to_owned));
        match name {
            "hr" => self.emit(BlockKind::Rule, String::new(), Vec::new(), at..at + 1, "a rule"),
            "pre" => self.html.pre = Some((String::new(), language_of(tag))),
            "figure" => self.html.figure = Some(None),
            "table" => {
                self.html.table = Some(Table::open());
                self.start_text(at);
                self.inline.start_table();
            }
            "ul" | "menu" => self.open_list("ul", None, at),
            "ol" => {
                let start = tag.attribute("start").and_then(|start| start.parse().ok());
                self.open_list("ol", Some(start.unwrap_or(1)), at);
            }
            "li" => {
                self.close_elements(&["li"], &["ul", "ol"], at);
                if self.scopes.has_element(&["ul", "ol"], &["li"]) {
                    self.open_html("li", ContainerKind::Item { task: None }, at);
                }
            }
            "blockquote" => self.open_html("blockquote", ContainerKind::Quotation, at),
            "dt" => self.close_elements(&["dd"], &["dl", "ul", "ol", "blockquote"], at),
            "dd" => {
                self.close_elements(&["dd"], &["dl", "ul", "ol", "blockquote"], at);
                self.open_html("dd", ContainerKind::Definition, at);
            }
            _ if RAW.contains(&name) => self.open_raw(tag, at),
            _ if MEDIA.contains(&name) => self.push_media(tag, at),
            _ if is_known(name) => {}
            _ => self.lose(Loss::Tag, at, tag.source),
        }
    }

    fn close_element(&mut self, name: &str, at: usize) {
        if let Some(raw) = &self.html.raw {
            if raw == name {
                self.html.raw = None;
            }
            return;
        }
        if self.html.pre.is_some() {
            if name == "pre" {
                self.finish_pre(at);
            }
            return;
        }
        if !is_block(name) {
            return self.close_inline(name);
        }
        if let Some(table) = &mut self.html.table {
            self.inline.space();
            if name == "caption" && table.depth == 1 && table.cells == 0 {
                return self.finish_caption(at);
            }
            if name == "table" {
                table.depth -= 1;
                if table.depth == 0 {
                    self.finish_table(at);
                }
            }
            return;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
                self.finish_heading(level, at);
            }
            "figure" => self.finish_figure(at),
            // The caption may come before its picture.
            "figcaption" if self.html.figure.is_some() => self.inline.space(),
            "dt" => self.finish_as(BlockKind::Term, at, "a term"),
            "ul" | "ol" | "menu" | "li" | "blockquote" | "dd" => {
                self.finish_paragraph(at);
                let name = if name == "menu" { "ul" } else { name };
                let boundary: &[&str] = if name == "li" { &["ul", "ol"] } else { &[] };
                self.close_elements(&[name], boundary, at);
            }
            "dl" => {
                self.finish_paragraph(at);
                self.close_elements(&["dd"], &["ul", "ol", "blockquote"], at);
            }
            _ => self.finish_paragraph(at),
        }
    }

    fn open_list(&mut self, name: &'static str, start: Option<u32>, at: usize) {
        self.open_html(name, ContainerKind::List { start, is_tight: true }, at);
    }

    pub(super) fn open_html(&mut self, name: &'static str, kind: ContainerKind, at: usize) {
        let start = self.block_count();
        if !self.scopes.open(Some(name), kind, start) {
            self.lose(Loss::Nesting, at, "");
        }
    }

    /// Closes the innermost of these elements, and what is open within it.
    pub(super) fn close_elements(&mut self, names: &[&str], boundary: &[&str], at: usize) {
        if !self.scopes.has_element(names, boundary) {
            return;
        }
        while let Some(element) = self.scopes.last().and_then(|scope| scope.element) {
            self.close_scope(&(at..at + 1));
            if names.contains(&element) {
                break;
            }
        }
    }

    // Tables. Blocks within a cell are words of its text.

    fn open_in_table(&mut self, name: &str, tag: &Tag<'_>, at: usize) {
        if RAW.contains(&name) {
            return self.open_raw(tag, at);
        }
        if MEDIA.contains(&name) {
            return self.push_media(tag, at);
        }
        self.inline.space();
        let Some(table) = &mut self.html.table else { return };
        match name {
            "table" => table.depth += 1,
            "tr" if table.depth == 1 => {
                if table.rows > 0 {
                    table.close_row(&mut self.inline);
                    self.inline.cell_break('\n');
                }
                table.rows += 1;
                table.cells = 0;
            }
            "td" | "th" if table.depth == 1 => {
                let count = |name| tag.attribute(name).and_then(|it| it.parse().ok()).unwrap_or(1);
                let (columns, rows) = (count("colspan"), count("rowspan"));
                table.open_cell(columns, rows, &mut self.inline);
                if columns > 1 || rows > 1 {
                    self.lose(Loss::Span, at, tag.source);
                }
            }
            "pre" => self.html.pre = Some((String::new(), language_of(tag))),
            "figure" | "hr" => {}
            _ if !is_known(name) => self.lose(Loss::Tag, at, tag.source),
            _ => {}
        }
    }

    /// Puts the caption of a table before it.
    fn finish_caption(&mut self, at: usize) {
        let table = self.html.table.take();
        self.finish_paragraph(at);
        self.html.table = table;
        self.start_text(at.saturating_sub(1));
        self.inline.start_table();
    }

    fn finish_table(&mut self, at: usize) {
        if let Some(mut table) = self.html.table.take() {
            table.close_row(&mut self.inline);
            if table.columns == 0 {
                return self.finish_paragraph(at);
            }
            // Rows above the first one of this width are shorter.
            self.inline.fill_rows(table.columns.min(MAX_FILLED_COLUMNS));
            let columns = vec![Alignment::Unset; table.columns];
            self.finish_as(BlockKind::Table { columns }, at, "a table in HTML");
        }
    }

    fn finish_pre(&mut self, at: usize) {
        if let Some((code, language)) = self.html.pre.take() {
            let code = code.strip_prefix('\n').unwrap_or(&code);
            self.emit_code(language, code, at.saturating_sub(1)..at);
        }
    }

    fn finish_figure(&mut self, at: usize) {
        match self.html.figure.take() {
            Some(Some(picture)) => {
                self.start_text(at.saturating_sub(1));
                self.finish_as(BlockKind::Picture(picture), at, "a figure");
            }
            _ => self.finish_paragraph(at),
        }
    }

    /// Ends all HTML that the seed left open.
    pub(super) fn finish_html(&mut self, at: usize) {
        self.finish_pre(at);
        self.finish_table(at);
        self.finish_figure(at);
        self.html.raw = None;
    }
}

/// Returns the offset in a text of a piece of it.
fn source_offset(text: &str, piece: &str) -> usize {
    piece.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

/// Returns the mark of an element within a line.
fn mark(name: &str) -> Option<MarkKind> {
    Some(match name {
        "strong" | "b" => MarkKind::Strong,
        "em" | "i" | "cite" | "dfn" | "var" => MarkKind::Emphasis,
        "code" | "kbd" | "samp" | "tt" => MarkKind::Code,
        "del" | "s" | "strike" => MarkKind::Strikethrough,
        "sup" => MarkKind::Superscript,
        "sub" => MarkKind::Subscript,
        "mark" => MarkKind::Highlight,
        _ => return None,
    })
}

/// Returns a link, for comparing kinds.
fn anchor() -> MarkKind {
    MarkKind::Link(crate::block::LinkTarget::Block(0))
}

/// Returns whether an element ends the paragraph before it.
fn is_block(name: &str) -> bool {
    const INLINE: &[&str] =
        &["a", "br", "button", "embed", "img", "input", "select", "source", "svg", "track"];
    mark(name).is_none() && !SPANS.contains(&name) && !INLINE.contains(&name)
}

/// Returns whether an element has a meaning here, or needs none.
fn is_known(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "menu",
        "li",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "th",
        "hr",
        "dt",
        "dd",
        "figure",
        "track",
    ];
    GROUPS.contains(&name) || BLOCKS.contains(&name)
}

/// Returns the language that the class of a code element names.
fn language_of(tag: &Tag<'_>) -> Option<String> {
    let classes = tag.attribute("class")?.split_whitespace();
    let mut languages = classes.filter_map(|class| {
        class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-"))
    });
    languages.next().filter(|language| !language.is_empty()).map(str::to_owned)
}
