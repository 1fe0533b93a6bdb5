//! Writes an article's text as HTML without what needs the page's scripts and styles: for feed
//! readers, for books, and for readers and programs that have no JavaScript. All text is escaped.

mod escape;

pub use self::escape::escaped;

use cuttings_body::inline::{Inline, Layer, Layers};
use cuttings_body::table::rows;
use cuttings_body::tree::{Node, body};
use cuttings_edition::{
    Alert, Alignment, Article, Asset, Block, BlockKind, ContainerKind, LinkTarget, MarkKind,
};
use std::ops::Range;

/// A place that the text is written for: its addresses and its words.
pub trait Place {
    /// Returns the URL that a link leads to, or `None` if the place does not have it: then only the
    /// text of the link is written.
    fn link(&self, target: LinkTarget<'_>) -> Option<String>;
    /// Returns the URL of a picture, or `None` if the place does not have it: then its description
    /// is written.
    fn picture(&self, name: &str) -> Option<String>;
    /// Returns the label of an alert.
    fn label(&self, alert: Alert) -> &str;
    /// Returns the form of HTML that the place reads.
    fn form(&self) -> Form {
        Form::Html
    }
}

/// Returns the label of an alert among those of a note, a tip, an important notice, a warning and a
/// caution.
pub fn label_of(alert: Alert, labels: [&str; 5]) -> &str {
    let [note, tip, important, warning, caution] = labels;
    match alert {
        Alert::Note => note,
        Alert::Tip => tip,
        Alert::Important => important,
        Alert::Warning => warning,
        Alert::Caution => caution,
    }
}

/// A form of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// HTML for programs that leave out styles, as feed readers do.
    Html,
    /// The chapter of a book: HTML that is XML as well. Each block has the `id` that
    /// [`block_id`] returns, and references lead to footnotes.
    Chapter,
}

/// Returns the `id` of a block in a [chapter](Form::Chapter). Blocks are numbered from 1.
pub fn block_id(number: u32) -> String {
    format!("p{number}")
}

/// Returns an article's text as HTML: its standfirst and its blocks, without its title.
pub fn article(article: &Article<'_>, place: &dyn Place) -> String {
    let mut writer = Writer { place, out: String::new() };
    if let Some(text) = article.standfirst() {
        writer.element("p", "", |writer| writer.element("em", "", |writer| writer.push_text(text)));
    }
    writer.nodes(&body(article.blocks()), false);
    writer.out
}

struct Writer<'a> {
    place: &'a dyn Place,
    out: String,
}

impl Writer<'_> {
    fn is_chapter(&self) -> bool {
        self.place.form() == Form::Chapter
    }

    /// Returns the attribute with the `id` of a block, if blocks have one.
    fn id(&self, number: u32) -> String {
        if self.is_chapter() { format!(r#" id="{}""#, block_id(number)) } else { String::new() }
    }

    fn push_text(&mut self, text: &str) {
        self.out.push_str(&escaped(text));
    }

    fn push_label(&mut self, alert: Alert) {
        self.out.push_str(&escaped(self.place.label(alert)));
    }

    /// Writes an element. `attributes` are escaped and start with a space.
    fn element(&mut self, name: &str, attributes: &str, inner: impl FnOnce(&mut Self)) {
        self.out.push_str(&["<", name, attributes, ">"].concat());
        inner(self);
        self.out.push_str(&["</", name, ">"].concat());
    }

    /// Writes nodes. The paragraphs of a tight list are its items' own text.
    fn nodes(&mut self, nodes: &[Node<'_>], is_tight: bool) {
        for (index, node) in nodes.iter().enumerate() {
            match node {
                Node::Block(number, block) if is_tight && block.is_paragraph() => {
                    if index > 0 {
                        self.out.push_str("<br/>");
                    }
                    let id = self.id(*number);
                    if id.is_empty() {
                        self.inlines(*block, 0..block.text().len());
                    } else {
                        self.element("span", &id, |writer| {
                            writer.inlines(*block, 0..block.text().len());
                        });
                    }
                }
                Node::Block(number, block) => self.block(*number, *block),
                Node::Container(kind, nodes) => self.container(*kind, nodes, is_tight),
                Node::Definitions(nodes) => {
                    self.element("dl", "", |writer| writer.nodes(nodes, false));
                }
                Node::Footnotes(nodes) => {
                    self.out.push_str("<hr/>");
                    self.element("ol", "", |writer| writer.nodes(nodes, false));
                }
            }
        }
    }

    fn container(&mut self, kind: ContainerKind, nodes: &[Node<'_>], is_in_tight: bool) {
        match kind {
            ContainerKind::Quotation => {
                self.element("blockquote", "", |writer| writer.nodes(nodes, false));
            }
            ContainerKind::Alert(alert) => self.element("blockquote", "", |writer| {
                writer.element("p", "", |writer| {
                    writer.element("strong", "", |writer| writer.push_label(alert));
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
                let mut attributes = format!(r#" value="{number}""#);
                if self.is_chapter() {
                    attributes.push_str(&format!(r#" id="fn{number}" epub:type="footnote""#));
                }
                self.element("li", &attributes, |writer| writer.nodes(nodes, false));
            }
        }
    }

    fn block(&mut self, number: u32, block: Block<'_>) {
        let id = self.id(number);
        let text = |writer: &mut Self| writer.inlines(block, 0..block.text().len());
        match block.kind() {
            BlockKind::Paragraph => self.element("p", &id, text),
            BlockKind::Heading(level) => {
                self.element(&format!("h{}", level.clamp(2, 6)), &id, text);
            }
            BlockKind::Code(_) => {
                self.element("pre", &id, |writer| writer.element("code", "", text));
            }
            BlockKind::Table(columns) => self.table(block, &columns, &id),
            BlockKind::Picture(picture) => self.element("figure", &id, |writer| {
                writer.picture(picture.asset, picture.alt);
                if !block.text().is_empty() {
                    writer.element("figcaption", "", text);
                }
            }),
            BlockKind::Rule => self.out.push_str(&["<hr", &id, "/>"].concat()),
            BlockKind::Term => self.element("dt", &id, text),
        }
    }

    fn table(&mut self, block: Block<'_>, columns: &[Alignment], id: &str) {
        // Feed readers leave out styles, and chapters may not have the attribute.
        let (before, after) =
            if self.is_chapter() { (" style=\"text-align: ", "\"") } else { (" align=\"", "\"") };
        let rows = rows(block.text());
        let mut layers = Layers::new(block.text(), block.marks(), Vec::new());
        let mut row = |writer: &mut Self, cells: &[Range<usize>], name: &str| {
            writer.element("tr", "", |writer| {
                for (column, cell) in cells.iter().enumerate() {
                    let align = match columns.get(column) {
                        Some(Alignment::Left) => [before, "left", after].concat(),
                        Some(Alignment::Center) => [before, "center", after].concat(),
                        Some(Alignment::Right) => [before, "right", after].concat(),
                        _ => String::new(),
                    };
                    let inlines = layers.take(cell.clone());
                    writer.element(name, &align, |writer| {
                        writer.pieces(block, &inlines, false);
                    });
                }
            });
        };
        self.element("table", id, |writer| {
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
        let Some(src) = self.place.picture(asset.name) else {
            return self.push_text(alt);
        };
        self.out.push_str(&format!(r#"<img src="{}" alt="{}""#, escaped(&src), escaped(alt)));
        for (name, pixels) in [("width", asset.width), ("height", asset.height)] {
            if pixels > 0 {
                self.out.push_str(&format!(r#" {name}="{pixels}""#));
            }
        }
        self.out.push_str("/>");
    }

    fn inlines(&mut self, block: Block<'_>, range: Range<usize>) {
        let inlines = Layers::new(block.text(), block.marks(), Vec::new()).take(range);
        self.pieces(block, &inlines, false);
    }

    fn pieces(&mut self, block: Block<'_>, pieces: &[Inline<'_>], in_link: bool) {
        for piece in pieces {
            let (layer, range, inner) = match piece {
                Inline::Text(range) => {
                    let text = escaped(block.text().get(range.clone()).unwrap_or_default());
                    let is_code = matches!(block.kind(), BlockKind::Code(_));
                    self.out.push_str(&if is_code { text } else { text.replace('\n', "<br/>") });
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
                MarkKind::FootnoteReference(number) if self.is_chapter() && !in_link => {
                    let link = format!(r##" href="#fn{number}" epub:type="noteref""##);
                    self.element("sup", "", |writer| {
                        writer.element("a", &link, |writer| writer.pieces(block, inner, true));
                    });
                    continue;
                }
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
                    let Some(url) = self.place.link(*target) else {
                        self.pieces(block, inner, in_link);
                        continue;
                    };
                    let href = format!(r#" href="{}""#, escaped(&url));
                    self.element("a", &href, |writer| writer.pieces(block, inner, true));
                    continue;
                }
            };
            self.element(name, "", |writer| writer.pieces(block, inner, in_link));
        }
    }
}

#[cfg(test)]
mod tests;
