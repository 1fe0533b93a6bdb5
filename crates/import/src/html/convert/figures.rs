//! Pictures, films and figures with their captions.

use cuttings_corpus::{Block, BlockKind, LinkTarget, Mark, MarkKind, Picture};
use dom_query::NodeRef;

use super::Converter;
use crate::html::tree::PICTURE;
use crate::web_address;

/// A picture of at most this height within a line belongs to the line.
const MAX_INLINE_HEIGHT: u32 = 64;

/// An open `figure`.
#[derive(Debug, Default)]
pub(super) struct Figure {
    pictures: Vec<FigurePicture>,
    /// The number of blocks before the caption, once it is open.
    pub(super) caption_start: Option<usize>,
    /// The blocks of the caption.
    caption: Vec<Block>,
}

#[derive(Debug)]
enum FigurePicture {
    Held(Picture),
    Remote { url: String, alt: String },
}

impl<P: FnMut(usize, &str) -> Option<Picture>> Converter<'_, P> {
    pub(super) fn picture(&mut self, node: &NodeRef<'_>) {
        let alt = node.attr("alt").and_then(|it| cuttings_corpus::line_of_text(&it));
        let alt = alt.unwrap_or_default();
        let source = node.attr("src").unwrap_or_default();
        let held = source.strip_prefix(PICTURE).and_then(|number| number.parse().ok());
        let picture = held.and_then(|number| (self.take_picture)(number, &alt));
        let is_in_caption =
            self.figures.last().is_some_and(|figure| figure.caption_start.is_some());
        let is_in_figure = !self.figures.is_empty() && !is_in_caption && self.table.is_none();
        match picture {
            Some(picture) if is_in_figure => {
                self.end_block();
                if let Some(figure) = self.figures.last_mut() {
                    figure.pictures.push(FigurePicture::Held(picture));
                }
            }
            Some(picture) => {
                let is_small = picture.size.is_some_and(|(_, height)| height <= MAX_INLINE_HEIGHT);
                let is_in_line = self.table.is_some() || self.kind.is_some();
                if is_in_line || (is_small && !alt.is_empty()) {
                    if !alt.is_empty() {
                        self.inline.push_marked(&alt, &MarkKind::Picture(picture));
                    }
                } else {
                    self.end_block();
                    self.push_block(BlockKind::Picture(picture), String::new(), Vec::new());
                }
            }
            None => {
                let url = web_address::resolve(self.base, &source)
                    .filter(|url| web_address::web(url).is_some());
                match url {
                    Some(url) if is_in_figure => {
                        if let Some(figure) = self.figures.last_mut() {
                            figure.pictures.push(FigurePicture::Remote { url, alt });
                        }
                    }
                    // Emoji are pictures, too.
                    _ if !alt.contains(char::is_alphanumeric) => self.inline.push(&alt),
                    Some(url) => {
                        let has_link = self.marks.iter().any(|it| matches!(it, MarkKind::Link(_)));
                        match has_link {
                            true => self.inline.push(&alt),
                            false => {
                                self.inline
                                    .push_marked(&alt, &MarkKind::Link(LinkTarget::Url(url)));
                            }
                        }
                    }
                    None => self.inline.push(&alt),
                }
            }
        }
    }

    pub(super) fn end_caption(&mut self) {
        self.end_block();
        if let Some(figure) = self.figures.last_mut()
            && let Some(start) = figure.caption_start.take()
            && start <= self.blocks.len()
        {
            // Only a caption in words: one with lists or tables is text of the article.
            let are_lines =
                |blocks: &[Block]| blocks.iter().all(|block| block.kind == BlockKind::Paragraph);
            if self.blocks.get(start..).is_some_and(are_lines) {
                figure.caption.extend(self.blocks.split_off(start));
            }
        }
    }

    /// Adds the pictures of a figure with its caption. Without a picture in the file, the caption
    /// leads to the one on the web.
    pub(super) fn end_figure(&mut self) {
        self.end_block();
        let Some(Figure { pictures, caption, .. }) = self.figures.pop() else { return };
        let (mut text, mut marks) = (String::new(), Vec::new());
        for block in caption {
            if !text.is_empty() {
                text.push('\n');
            }
            let shift = text.len();
            text.push_str(&block.text);
            marks.extend(block.marks.into_iter().map(|mark| Mark {
                range: mark.range.start + shift..mark.range.end + shift,
                kind: mark.kind,
            }));
        }
        let last = pictures.len().saturating_sub(1);
        let has_pictures = !pictures.is_empty();
        for (number, picture) in pictures.into_iter().enumerate() {
            let is_last = number == last;
            match picture {
                FigurePicture::Held(picture) => {
                    let caption = if is_last { std::mem::take(&mut text) } else { String::new() };
                    let marks = if is_last { std::mem::take(&mut marks) } else { Vec::new() };
                    self.push_block(BlockKind::Picture(picture), caption, marks);
                }
                FigurePicture::Remote { url, alt } => {
                    let is_captioned = is_last && !text.is_empty();
                    let label = if is_captioned { std::mem::take(&mut text) } else { alt };
                    let mut marks =
                        if is_captioned { std::mem::take(&mut marks) } else { Vec::new() };
                    if label.is_empty() {
                        continue;
                    }
                    if !marks.iter().any(|mark| matches!(mark.kind, MarkKind::Link(_))) {
                        let link = MarkKind::Link(LinkTarget::Url(url));
                        marks.insert(0, Mark { range: 0..label.len(), kind: link });
                    }
                    self.push_block(BlockKind::Paragraph, label, marks);
                }
            }
        }
        if !has_pictures && !text.is_empty() {
            self.push_block(BlockKind::Paragraph, text, marks);
        }
    }

    /// Adds a link to a film or a page that the element would show.
    pub(super) fn media(&mut self, name: &str, node: &NodeRef<'_>) {
        let address = node.attr("src").and_then(|it| web_address::resolve(self.base, &it));
        let Some(url) = address.filter(|url| web_address::web(url).is_some()) else { return };
        if name == "source" && node.parent().is_some_and(|it| it.has_name("picture")) {
            return;
        }
        let title = node.attr("title").and_then(|it| cuttings_corpus::line_of_text(&it));
        self.end_block();
        let text = title.unwrap_or_else(|| url.clone());
        self.inline.push_marked(&text, &MarkKind::Link(LinkTarget::Url(url)));
        self.end_block();
    }
}
