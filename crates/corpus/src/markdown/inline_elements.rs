//! Gives the elements of raw HTML within a line their meaning: marks, links and pictures.

use super::converter::Converter;
use super::element_names::{MEDIA, RAW, SPANS, anchor, is_known, is_math, mark};
use super::html::{self, Tag, Token};
use super::losses::Loss;
use crate::block::{MarkKind, Picture};
use crate::inline_text::Syntax;
use crate::targets;

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

    pub(super) fn open_inline(&mut self, tag: &Tag<'_>, at: usize) {
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
            _ if is_math(name) => self.open_math(tag, at),
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

    pub(super) fn close_inline(&mut self, name: &str) {
        if self.html.raw.as_deref() == Some(name) {
            self.html.raw = None;
        } else if name == "a" {
            self.inline.close(&anchor(), Syntax::Html);
        } else if let Some(kind) = mark(name) {
            self.inline.close(&kind, Syntax::Html);
        } else if is_math(name) {
            self.close_math(name);
        } else if !SPANS.contains(&name) {
            self.inline.space();
        }
    }

    /// Opens an element whose contents are dropped, if the seed closes it.
    pub(super) fn open_raw(&mut self, tag: &Tag<'_>, at: usize) {
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
    pub(super) fn last_place_of(&mut self, closing: &'static str) -> Option<usize> {
        let body = self.seed.text.get(self.seed.body_start..).unwrap_or_default();
        let places = &mut self.html.closing_places;
        *places
            .entry(closing)
            .or_insert_with(|| body.rfind(closing).max(body.rfind(&*closing.to_ascii_uppercase())))
    }

    pub(super) fn open_anchor(&mut self, tag: &Tag<'_>, at: usize) {
        let Some(address) = tag.attribute("href") else { return };
        match targets::link_target(address) {
            Some(target) => self.inline.open(&MarkKind::Link(target), Syntax::Html),
            None => self.lose(Loss::Link, at, address),
        }
    }

    pub(super) fn push_img(&mut self, tag: &Tag<'_>, at: usize) {
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
    pub(super) fn push_media(&mut self, tag: &Tag<'_>, at: usize) {
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
}
