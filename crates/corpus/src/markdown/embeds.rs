//! Adds pictures and links of dialects to the current block.

use std::ops::Range;

use super::converter::{Converter, link};
use super::losses::Loss;
use super::masked::Embed;
use super::shortcodes;
use crate::block::{LinkTarget, MarkKind, Picture};
use crate::targets::{self, Address};

impl Converter<'_> {
    /// Adds the embeds in these bytes of the body.
    pub(super) fn push_embeds(&mut self, range: &Range<usize>) {
        while let Some((at, embed)) = self.masked.take_embed(range) {
            match embed {
                Embed::Text(text) => match &mut self.image {
                    Some(image) => image.alt.push_str(text),
                    None => {
                        self.start_text(at);
                        self.inline.push(text);
                    }
                },
                Embed::Picture { picture, caption } => {
                    self.push_picture(&picture.path, &picture.alt, &caption, at);
                }
                Embed::Wikilink { target, text, is_shown } => {
                    self.has_obsidian_syntax = true;
                    self.push_wikilink(target, text, is_shown, at);
                }
            }
        }
    }

    fn push_wikilink(&mut self, target: String, text: Option<String>, is_shown: bool, at: usize) {
        let text = text.filter(|text| !text.is_empty());
        if is_shown && shortcodes::is_picture(&target) {
            // The words behind the bar are a size or the alternative text.
            let is_size = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == 'x');
            let alt = text.filter(|text| !is_size(text)).unwrap_or_default();
            return self.push_picture(&target, &alt, "", at);
        }
        let text = text.unwrap_or_else(|| target.clone());
        if let Some(image) = &mut self.image {
            return image.alt.push_str(&text);
        }
        self.start_text(at);
        self.inline.push_marked(&text, &MarkKind::Link(LinkTarget::Wiki(target)));
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
                self.inline.push_marked(&text, &kind);
                self.titles.push(title.to_owned());
            }
            Address::Url(url) => {
                let text = if alt.is_empty() { targets::last_piece(&url).to_owned() } else { alt };
                let kind = link(&url);
                if self.inline.is_open(&kind) {
                    self.lose(Loss::Picture, at, &url);
                    self.inline.push(&text);
                } else {
                    self.inline.push_marked(&text, &kind);
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
}
