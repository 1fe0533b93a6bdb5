//! Gives the elements of raw HTML their meaning. None of it becomes markup.
//!
//! Elements that mean a block, a container or a mark become one. Others that only group or style
//! are left out, and all further ones are left out with a note. Their text is kept.

use std::ops::Range;

use super::converter::Converter;
use super::element_names::{MEDIA, RAW, is_block, is_known};
use super::html::{self, Tag, Token};
use super::html_state::Lines;
use super::losses::Loss;
use super::masked::FILLER;
use crate::block::{BlockKind, ContainerKind};

impl Converter<'_> {
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
                self.html.table = Some(crate::html_table::HtmlTable::open());
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

/// Returns the language that the class of a code element names.
pub(super) fn language_of(tag: &Tag<'_>) -> Option<String> {
    let classes = tag.attribute("class")?.split_whitespace();
    let mut languages = classes.filter_map(|class| {
        class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-"))
    });
    languages.next().filter(|language| !language.is_empty()).map(str::to_owned)
}
