//! The text of a block with the author's marks, entity links, hits and notes.
//!
//! Links and marks are elements in each other; hits and notes mark the words within. An element
//! never covers a part of another.

use super::ArticleText;
use crate::components::element::{anchor, element, plain_element};
use crate::components::highlighted::Highlighted;
use crate::route::Route;
use crate::store::bookmarks::highlights;
use crate::store::library::Library;
use crate::store::text::host;
use crate::store::view::View;
use cuttings_body::inline::{Inline, Layer, Layers};
use cuttings_edition::{Block, BlockKind, EntityId, LinkTarget, MarkKind, Mention, TextId};
use std::ops::Range;
use yew::prelude::*;

/// The length in bytes above which a text consists of runs, each of which a sentence or a line ends
/// after this length. The browser lays out those in sight.
const RUN: usize = 8192;

/// A text that is rendered piece by piece.
pub(super) struct Pieces<'a> {
    article: &'a ArticleText<'a>,
    text: &'static str,
    hits: Vec<Range<usize>>,
    notes: Vec<Range<usize>>,
    breaks: bool,
    layers: Layers<'static>,
}

impl ArticleText<'_> {
    /// Returns the text of a block.
    #[inline(never)] // called in several places; one copy keeps the download small
    pub(super) fn text(&self, number: u32, block: Block<'static>) -> Html {
        self.cells(number, block).runs()
    }

    /// Returns the text of a block, to be rendered in pieces such as the cells of a table.
    pub(super) fn cells(&self, number: u32, block: Block<'static>) -> Pieces<'_> {
        let text = block.text();
        // Mentions are in reading order. A long article has thousands of them.
        let id = TextId::Block(number - 1);
        let first = self.mentions.partition_point(|mention| mention.span.text < id);
        let in_block = |mention: &&Mention| mention.span.text == id;
        let place = |mention: &Mention| (mention.span.range.clone(), mention.entity);
        // A heading is no place for links.
        let mentions: Vec<(Range<usize>, EntityId)> = match block.is_heading() {
            true => Vec::new(),
            false => self.mentions.iter().skip(first).take_while(in_block).map(place).collect(),
        };
        Pieces {
            article: self,
            text,
            hits: self.props.highlighter.ranges(block.field(), text),
            notes: highlights(&self.props.notes, number, text),
            breaks: !matches!(block.kind(), BlockKind::Code(_)),
            layers: Layers::new(text, block.marks(), mentions),
        }
    }
}

impl Pieces<'_> {
    /// Returns the next piece of the text. Pieces are taken in reading order.
    pub(super) fn piece(&mut self, range: Range<usize>) -> Html {
        let inlines = self.layers.take(range);
        self.html(&inlines, false)
    }

    /// Returns the whole text.
    fn runs(mut self) -> Html {
        let length = self.text.len();
        // Only large editions have such texts.
        if !cfg!(any(feature = "parts", feature = "ssr")) || length <= RUN || !self.breaks {
            return self.piece(0..length);
        }
        let all = self.layers.take(0..length);
        let run = |inlines: &mut Vec<Inline<'static>>| {
            let html = self.html(inlines, false);
            inlines.clear();
            element("span", &["class"], &["run"], vec![html])
        };
        let (mut runs, mut inlines, mut next) = (Vec::new(), Vec::new(), RUN);
        for mut inline in all {
            // Marks and links stay whole.
            while let Inline::Text(Range { start, end }) = inline
                && let Some(cut) = end_of_sentence(self.text, start.max(next), end)
            {
                inlines.push(Inline::Text(start..cut));
                runs.push(run(&mut inlines));
                inline = Inline::Text(cut..end);
                next = cut + RUN;
            }
            inlines.push(inline);
        }
        runs.push(run(&mut inlines));
        runs.into_iter().collect()
    }

    fn html(&self, inlines: &[Inline<'static>], in_link: bool) -> Html {
        let (text, hits, notes, breaks) = (self.text, &self.hits, &self.notes, self.breaks);
        let highlighted = Highlighted { text, hits, notes, breaks };
        inlines
            .iter()
            .map(|inline| match inline {
                Inline::Text(range) => highlighted.piece(range.clone()),
                Inline::Layered(layer, range, inner) => {
                    let is_link = matches!(
                        layer,
                        Layer::Entity(_)
                            | Layer::Mark(MarkKind::Link(_) | MarkKind::FootnoteReference(_))
                    );
                    let inner = self.html(inner, in_link || is_link);
                    // Links do not nest.
                    if in_link && is_link { inner } else { self.layer(*layer, range, inner) }
                }
            })
            .collect()
    }

    fn layer(&self, layer: Layer<'static>, range: &Range<usize>, inner: Html) -> Html {
        let article = self.article;
        let kind = match layer {
            Layer::Mark(kind) => kind,
            Layer::Entity(entity) => {
                let route = article.app.library.entity_route(entity, &View::default());
                return self.link_within("name", route, None, inner);
            }
        };
        let name = match kind {
            MarkKind::Strong => "strong",
            MarkKind::Emphasis => "em",
            MarkKind::Code => "code",
            MarkKind::Strikethrough => "del",
            MarkKind::Superscript => "sup",
            MarkKind::Subscript => "sub",
            MarkKind::Highlight => return element("mark", &["class"], &["author"], vec![inner]),
            MarkKind::Link(target) => return self.link(target, inner),
            MarkKind::FootnoteReference(footnote) => {
                let Some(block) = article.footnotes.first_block(footnote) else { return inner };
                let label = msg!("footnote", footnote = footnote as usize);
                let link = article.link_to(block, "note-mark", &label, inner);
                return plain_element("sup", vec![link]);
            }
            MarkKind::Picture(asset) => {
                let alt = self.text.get(range.clone()).unwrap_or_default();
                return article.picture(asset, inner, alt);
            }
        };
        plain_element(name, vec![inner])
    }

    fn link(&self, target: LinkTarget<'static>, inner: Html) -> Html {
        let (route, block) = match target {
            LinkTarget::Url(url) => {
                let host = host(url);
                let class = if host.is_some() { "external" } else { "" };
                return anchor(class, url, None, None, host, inner);
            }
            LinkTarget::Block(block) => (self.article.props.route.clone(), Some(block)),
            LinkTarget::Article(item, block) => {
                match self.article.app.library.article_with_id(item) {
                    Some(article) => (Library::article_route(&article, &View::default()), block),
                    None => return inner,
                }
            }
        };
        self.link_within("", route, block.map(|block| block.saturating_add(1)), inner)
    }

    /// Returns a link to a route, and perhaps to a block of an article.
    fn link_within(
        &self,
        class: &'static str,
        route: Route,
        block: Option<u32>,
        inner: Html,
    ) -> Html {
        let app = self.article.app;
        let (href, onclick) = match block {
            Some(block) => (app.block_href(&route, block), app.navigate_to_block(route, block)),
            None => (app.href(&route), app.navigate(route)),
        };
        anchor(class, &href, Some(onclick), None, None, inner)
    }
}

/// Returns the place after the first sentence or line that ends within a range of the text.
fn end_of_sentence(text: &str, start: usize, end: usize) -> Option<usize> {
    let places = text.as_bytes().get(start..end)?.windows(3).zip(start..);
    places.into_iter().find_map(|(bytes, place)| match bytes {
        [b'\n', ..] => Some(place + 1),
        [b'.', b' ', _] => Some(place + 2),
        b"\xe3\x80\x82" => Some(place + 3), // the full stop of Chinese and Japanese
        _ => None,
    })
}
