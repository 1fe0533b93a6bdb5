//! Adds text, marks and links of Markdown to the current block.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::converter::{Converter, Image, link};
use super::losses::Loss;
use super::pieces::Text;
use super::{autolink, hashtags};
use crate::block::MarkKind;
use crate::inline_text::Syntax;
use crate::targets;

impl Converter<'_> {
    pub(super) fn open_mark(&mut self, kind: &MarkKind) {
        if self.image.is_none() {
            self.inline.open(kind, Syntax::Markdown);
        }
    }

    pub(super) fn close_mark(&mut self, kind: &MarkKind) {
        if self.image.is_none() {
            self.inline.close(kind, Syntax::Markdown);
        }
    }

    pub(super) fn push_text(&mut self, text: &Text<'_>, range: &Range<usize>) {
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

    pub(super) fn push_reference(&mut self, label: &str, at: usize) {
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

    pub(super) fn open_link(
        &mut self,
        link_type: LinkType,
        address: &str,
        title: &str,
        range: &Range<usize>,
    ) {
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
    pub(super) fn expanded(&self, address: &str, range: &Range<usize>) -> String {
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

    pub(super) fn push_image(&mut self, image: &Image<'_>) {
        let Image { address, title, alt, start, .. } = image;
        self.push_picture(address, alt, title, *start);
    }
}
