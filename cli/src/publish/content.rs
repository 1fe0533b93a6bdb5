//! Writes an article's text as HTML for feed readers: the same blocks as on the page, without what
//! needs its scripts and styles. All text is escaped, and every address is absolute.

use crate::publish::escape::escaped;
use cuttings::store::library::Library;
use cuttings::store::view::View;
use cuttings_body::inline::{Inline, Layer, Layers};
use cuttings_body::table::rows;
use cuttings_body::tree::{Node, body};
use cuttings_edition::{
    Alert, Alignment, Article, Asset, Block, BlockKind, ContainerKind, LinkTarget, MarkKind,
};
use std::ops::Range;

/// Returns an article's text as HTML. `base` is the URL of the site.
pub(crate) fn html(library: &Library, article: &Article<'static>, base: &str) -> String {
    let url = address(base, article);
    let mut writer = Writer { library, base, url, out: String::new() };
    if let Some(text) = article.standfirst() {
        writer.element("p", "", |writer| writer.element("em", "", |writer| writer.push_text(text)));
    }
    writer.nodes(&body(article.blocks()), false);
    writer.out
}

/// Returns the absolute URL of an article.
fn address(base: &str, article: &Article<'_>) -> String {
    let href = Library::article_route(article, &View::default()).href();
    [base, href.strip_prefix("./").unwrap_or(&href)].concat()
}

struct Writer<'a> {
    library: &'a Library,
    base: &'a str,
    /// The URL of the article.
    url: String,
    out: String,
}

impl Writer<'_> {
    fn push_text(&mut self, text: &str) {
        self.out.push_str(&escaped(text));
    }

    /// Writes an element. `attributes` are escaped and start with a space.
    fn element(&mut self, name: &str, attributes: &str, inner: impl FnOnce(&mut Self)) {
        self.out.push_str(&["<", name, attributes, ">"].concat());
        inner(self);
        self.out.push_str(&["</", name, ">"].concat());
    }

    /// Writes nodes. The paragraphs of a tight list are its items' own text.
    fn nodes(&mut self, nodes: &[Node<'static>], is_tight: bool) {
        for (index, node) in nodes.iter().enumerate() {
            match node {
                Node::Block(_, block) if is_tight && block.is_paragraph() => {
                    if index > 0 {
                        self.out.push_str("<br>");
                    }
                    self.inlines(*block, 0..block.text().len());
                }
                Node::Block(_, block) => self.block(*block),
                Node::Container(kind, nodes) => self.container(*kind, nodes, is_tight),
                Node::Definitions(nodes) => {
                    self.element("dl", "", |writer| writer.nodes(nodes, false));
                }
                Node::Footnotes(nodes) => {
                    self.out.push_str("<hr>");
                    self.element("ol", "", |writer| writer.nodes(nodes, false));
                }
            }
        }
    }

    fn container(&mut self, kind: ContainerKind, nodes: &[Node<'static>], is_in_tight: bool) {
        match kind {
            ContainerKind::Quotation => {
                self.element("blockquote", "", |writer| writer.nodes(nodes, false));
            }
            ContainerKind::Alert(alert) => self.element("blockquote", "", |writer| {
                writer.element("p", "", |writer| {
                    writer.element("strong", "", |writer| writer.push_text(label(alert)));
                });
                writer.nodes(nodes, false);
            }),
            ContainerKind::Bullets { is_tight } => {
                self.element("ul", "", |writer| writer.nodes(nodes, is_tight));
            }
            ContainerKind::Numbers { start, is_tight } => {
                let start = if start == 1 { String::new() } else { format!(r#" start="{start}""#) };
                self.element("ol", &start, |writer| writer.nodes(nodes, is_tight));
            }
            ContainerKind::Item(task) => self.element("li", "", |writer| {
                match task {
                    Some(true) => writer.out.push('☑'),
                    Some(false) => writer.out.push('☐'),
                    None => {}
                }
                if task.is_some() {
                    writer.out.push(' ');
                }
                writer.nodes(nodes, is_in_tight);
            }),
            ContainerKind::Definition => {
                self.element("dd", "", |writer| writer.nodes(nodes, false));
            }
            ContainerKind::Footnote(number) => {
                let value = format!(r#" value="{number}""#);
                self.element("li", &value, |writer| writer.nodes(nodes, false));
            }
        }
    }

    fn block(&mut self, block: Block<'static>) {
        let text = |writer: &mut Self| writer.inlines(block, 0..block.text().len());
        match block.kind() {
            BlockKind::Paragraph => self.element("p", "", text),
            BlockKind::Heading(level) => {
                self.element(&format!("h{}", level.clamp(2, 6)), "", text);
            }
            BlockKind::Code(_) => {
                self.element("pre", "", |writer| writer.element("code", "", text));
            }
            BlockKind::Table(columns) => self.table(block, &columns),
            BlockKind::Picture(picture) => self.element("figure", "", |writer| {
                writer.picture(picture.asset, picture.alt);
                if !block.text().is_empty() {
                    writer.element("figcaption", "", text);
                }
            }),
            BlockKind::Rule => self.out.push_str("<hr>"),
            BlockKind::Term => self.element("dt", "", text),
        }
    }

    fn table(&mut self, block: Block<'static>, columns: &[Alignment]) {
        let rows = rows(block.text());
        let mut layers = Layers::new(block.text(), block.marks(), Vec::new());
        let mut row = |writer: &mut Self, cells: &[Range<usize>], name: &str| {
            writer.element("tr", "", |writer| {
                for (column, cell) in cells.iter().enumerate() {
                    let align = match columns.get(column) {
                        Some(Alignment::Left) => r#" align="left""#,
                        Some(Alignment::Center) => r#" align="center""#,
                        Some(Alignment::Right) => r#" align="right""#,
                        _ => "",
                    };
                    let inlines = layers.take(cell.clone());
                    writer.element(name, align, |writer| {
                        writer.pieces(block, &inlines, false);
                    });
                }
            });
        };
        self.element("table", "", |writer| {
            let Some((head, others)) = rows.split_first() else { return };
            writer.element("thead", "", |writer| row(writer, head, "th"));
            if !others.is_empty() {
                writer.element("tbody", "", |writer| {
                    others.iter().for_each(|cells| row(writer, cells, "td"));
                });
            }
        });
    }

    fn picture(&mut self, asset: Asset<'_>, alt: &str) {
        let src = [self.base, asset.name].concat();
        self.out.push_str(&format!(r#"<img src="{}" alt="{}""#, escaped(&src), escaped(alt)));
        for (name, pixels) in [("width", asset.width), ("height", asset.height)] {
            if pixels > 0 {
                self.out.push_str(&format!(r#" {name}="{pixels}""#));
            }
        }
        self.out.push('>');
    }

    fn inlines(&mut self, block: Block<'static>, range: Range<usize>) {
        let inlines = Layers::new(block.text(), block.marks(), Vec::new()).take(range);
        self.pieces(block, &inlines, false);
    }

    fn pieces(&mut self, block: Block<'static>, pieces: &[Inline<'static>], in_link: bool) {
        for piece in pieces {
            let (layer, range, inner) = match piece {
                Inline::Text(range) => {
                    let text = escaped(block.text().get(range.clone()).unwrap_or_default());
                    let is_code = matches!(block.kind(), BlockKind::Code(_));
                    self.out.push_str(&if is_code { text } else { text.replace('\n', "<br>") });
                    continue;
                }
                Inline::Layered(layer, range, inner) => (layer, range, inner),
            };
            let Layer::Mark(kind) = layer else { continue };
            let name = match kind {
                MarkKind::Strong => "strong",
                MarkKind::Emphasis => "em",
                MarkKind::Code => "code",
                MarkKind::Strikethrough => "del",
                MarkKind::Superscript | MarkKind::FootnoteReference(_) => "sup",
                MarkKind::Subscript => "sub",
                MarkKind::Highlight => "mark",
                MarkKind::Picture(asset) => {
                    self.picture(*asset, block.text().get(range.clone()).unwrap_or_default());
                    continue;
                }
                // Links do not nest.
                MarkKind::Link(_) if in_link => {
                    self.pieces(block, inner, true);
                    continue;
                }
                MarkKind::Link(target) => {
                    let href = format!(r#" href="{}""#, escaped(&self.target(*target)));
                    self.element("a", &href, |writer| writer.pieces(block, inner, true));
                    continue;
                }
            };
            self.element(name, "", |writer| writer.pieces(block, inner, in_link));
        }
    }

    /// Returns the absolute URL that a link leads to.
    fn target(&self, target: LinkTarget<'_>) -> String {
        let (url, block) = match target {
            LinkTarget::Url(url) => (url.to_owned(), None),
            LinkTarget::Block(block) => (self.url.clone(), Some(block)),
            LinkTarget::Article(item, block) => {
                let article = self.library.article_with_id(item);
                (article.map_or(String::new(), |article| address(self.base, &article)), block)
            }
        };
        match block {
            Some(block) => format!("{url}#p{}", block.saturating_add(1)),
            None => url,
        }
    }
}

/// Returns the label of an alert, as on the page.
fn label(alert: Alert) -> &'static str {
    match alert {
        Alert::Note => cuttings::msg!("alert-note"),
        Alert::Tip => cuttings::msg!("alert-tip"),
        Alert::Important => cuttings::msg!("alert-important"),
        Alert::Warning => cuttings::msg!("alert-warning"),
        Alert::Caution => cuttings::msg!("alert-caution"),
    }
}
