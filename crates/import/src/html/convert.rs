//! Turns the tree of an article into blocks with marks.
//!
//! The walk is a loop, not a recursion, so that its depth takes no stack.

mod blocks;
mod elements;
mod figures;
mod links;

use std::collections::HashMap;

use cuttings_corpus::{
    Anchor, Block, BlockKind, Container, ContainerKind, InlineText, MAX_ADDED_CELLS, MarkKind,
    Picture, Syntax, mark_of_element,
};
use dom_query::{NodeId, NodeRef};

use super::tables::TableState;
use blocks::has_paragraphs;
use elements::{BLOCKS, DROPPED, LISTS};
use figures::Figure;
pub(super) use links::retarget;

/// The converted article.
#[derive(Debug, Default)]
pub(crate) struct Body {
    pub(crate) blocks: Vec<Block>,
    pub(crate) anchors: Vec<Anchor>,
}

/// Converts a tree. `P` takes the picture with a number and an alternative text.
pub(super) struct Converter<'a, P> {
    /// The address of the page.
    base: Option<&'a str>,
    take_picture: P,
    pub(super) inline: InlineText,
    /// The open marks, outermost first.
    marks: Vec<MarkKind>,
    /// The kind of the block that is open; a paragraph by default.
    kind: Option<BlockKind>,
    containers: Vec<Container>,
    next_container: u32,
    pub(super) table: Option<TableState>,
    pub(super) cells_to_add: usize,
    /// The figure that is open: its picture or its address, until the caption is known.
    figures: Vec<Figure>,
    /// The open elements that change the state, with what ends with them.
    open: Vec<(NodeId, Ending)>,
    /// The ids of the next block.
    pending_ids: Vec<String>,
    /// The blocks by their ids.
    ids: HashMap<String, u32>,
    blocks: Vec<Block>,
}

/// The parts of the state that end with an element.
#[derive(Debug)]
enum Ending {
    /// The block.
    Block,
    /// The block, and a number of containers.
    Containers(usize),
    Mark(MarkKind),
    Text(&'static str),
    Figure,
    Caption,
    Cell,
    Table,
}

impl<'a, P: FnMut(usize, &str) -> Option<Picture>> Converter<'a, P> {
    pub(super) fn new(base: Option<&'a str>, take_picture: P) -> Self {
        Self {
            base,
            take_picture,
            inline: InlineText::default(),
            marks: Vec::new(),
            kind: None,
            containers: Vec::new(),
            next_container: 0,
            table: None,
            cells_to_add: MAX_ADDED_CELLS,
            figures: Vec::new(),
            open: Vec::new(),
            pending_ids: Vec::new(),
            ids: HashMap::new(),
            blocks: Vec::new(),
        }
    }

    /// Converts the contents of an element.
    pub(super) fn convert(&mut self, root: &NodeRef<'_>) {
        let mut next = root.first_child();
        while let Some(node) = next {
            let enters = self.enter(&node);
            if enters && let Some(child) = node.first_child() {
                next = Some(child);
                continue;
            }
            if enters {
                self.leave(&node);
            }
            let mut at = node;
            next = loop {
                if let Some(sibling) = at.next_sibling() {
                    break Some(sibling);
                }
                match at.parent().filter(|parent| parent.id != root.id) {
                    Some(parent) => {
                        self.leave(&parent);
                        at = parent;
                    }
                    None => break None,
                }
            };
        }
        self.end_block();
    }

    /// Opens a node. Returns false if its contents are not to be read.
    fn enter(&mut self, node: &NodeRef<'_>) -> bool {
        if node.is_text() {
            self.inline.push(&node.text());
            return false;
        }
        let Some(name) = node.qual_name_ref().map(|name| name.local.clone()) else { return false };
        let name = &*name;
        if DROPPED.contains(&name) {
            return false;
        }
        self.add_id(node);
        if self.table.is_some() {
            return self.enter_in_table(name, node);
        }
        match name {
            "br" => self.inline.hard_break(),
            "hr" => {
                self.end_block();
                self.push_block(BlockKind::Rule, String::new(), Vec::new());
            }
            "img" => self.picture(node),
            "pre" => self.code(node),
            "iframe" | "video" | "audio" | "embed" | "source" => self.media(name, node),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_block();
                let level = name.as_bytes().get(1).map_or(2, |digit| digit - b'0');
                // The title is the heading of the first level.
                self.kind = Some(BlockKind::Heading { level: level.max(2) });
                self.open.push((node.id, Ending::Block));
                return true;
            }
            "ul" | "ol" | "menu" => {
                let start = (name == "ol")
                    .then(|| node.attr("start").and_then(|it| it.trim().parse().ok()).unwrap_or(1));
                let is_tight = !has_paragraphs(node);
                self.open_containers(node, vec![ContainerKind::List { start, is_tight }]);
                return true;
            }
            "li" => {
                let item = ContainerKind::Item { task: None };
                let list = ContainerKind::List { start: None, is_tight: false };
                let kinds = if self.is_in_list() { vec![item] } else { vec![list, item] };
                self.open_containers(node, kinds);
                return true;
            }
            "blockquote" => {
                self.open_containers(node, vec![ContainerKind::Quotation]);
                return true;
            }
            "dd" => {
                self.open_containers(node, vec![ContainerKind::Definition]);
                return true;
            }
            "dt" => {
                self.end_block();
                self.kind = Some(BlockKind::Term);
                self.open.push((node.id, Ending::Block));
                return true;
            }
            "figure" => {
                self.end_block();
                self.figures.push(Figure::default());
                self.open.push((node.id, Ending::Figure));
                return true;
            }
            "figcaption" => {
                self.end_block();
                let count = self.blocks.len();
                if let Some(figure) = self.figures.last_mut() {
                    figure.caption_start.get_or_insert(count);
                    self.open.push((node.id, Ending::Caption));
                } else {
                    self.open.push((node.id, Ending::Block));
                }
                return true;
            }
            "table" if TableState::is_data(node) => {
                self.end_block();
                self.table = Some(TableState::default());
                self.inline.start_table();
                self.open.push((node.id, Ending::Table));
                return true;
            }
            _ => return self.enter_inline(name, node),
        }
        false
    }

    /// Opens an element that has no kind of block of its own.
    fn enter_inline(&mut self, name: &str, node: &NodeRef<'_>) -> bool {
        if let Some(kind) = mark_of_element(name) {
            self.open_mark(node, kind);
        } else if name == "a" {
            if let Some(target) = node.attr("href").and_then(|it| self.target(&it)) {
                self.open_mark(node, MarkKind::Link(target));
            }
        } else if name == "q" {
            self.inline.push("“");
            self.open.push((node.id, Ending::Text("”")));
        } else if BLOCKS.contains(&name) {
            self.end_block();
            self.open.push((node.id, Ending::Block));
        }
        true
    }

    fn enter_in_table(&mut self, name: &str, node: &NodeRef<'_>) -> bool {
        let Some(table) = &mut self.table else { return false };
        match name {
            "tr" => table.start_row(&mut self.inline),
            "td" | "th" => {
                let count = |name| node.attr(name).and_then(|it| it.trim().parse().ok());
                let (columns, rows) =
                    (count("colspan").unwrap_or(1), count("rowspan").unwrap_or(1));
                table.start_cell(columns, rows, &mut self.cells_to_add, &mut self.inline);
                self.open.push((node.id, Ending::Cell));
            }
            "caption" if !table.has_cells() => {
                // The caption is a paragraph before the table.
                let text = node.text();
                self.table = None;
                self.inline = InlineText::default();
                self.inline.push(&text);
                self.end_block();
                self.table = Some(TableState::default());
                self.inline.start_table();
                return false;
            }
            "caption" => return false,
            "br" | "hr" => self.inline.space(),
            // Text outside of cells is none of the table.
            _ if !table.is_in_cell() => return true,
            "img" => self.picture(node),
            _ if mark_of_element(name).is_some() || matches!(name, "a" | "q") => {
                return self.enter_inline(name, node);
            }
            _ if BLOCKS.contains(&name) || LISTS.contains(&name) => self.inline.space(),
            _ => {}
        }
        true
    }

    /// Closes a node.
    fn leave(&mut self, node: &NodeRef<'_>) {
        while self.open.last().is_some_and(|(id, _)| *id == node.id) {
            let Some((_, ending)) = self.open.pop() else { return };
            match ending {
                Ending::Block => {
                    self.end_block();
                    self.kind = None;
                }
                Ending::Containers(count) => {
                    self.end_block();
                    self.containers.truncate(self.containers.len().saturating_sub(count));
                }
                Ending::Mark(kind) => {
                    self.inline.close(&kind, Syntax::Html);
                    if let Some(at) = self.marks.iter().rposition(|it| *it == kind) {
                        self.marks.remove(at);
                    }
                }
                Ending::Text(text) => self.inline.push(text),
                Ending::Caption => self.end_caption(),
                Ending::Figure => self.end_figure(),
                Ending::Cell => {
                    if let Some(table) = &mut self.table {
                        table.end_cell();
                    }
                }
                Ending::Table => self.end_table(),
            }
        }
    }

    fn open_mark(&mut self, node: &NodeRef<'_>, kind: MarkKind) {
        self.inline.open(&kind, Syntax::Html);
        self.marks.push(kind.clone());
        self.open.push((node.id, Ending::Mark(kind)));
    }

    fn end_table(&mut self) {
        let Some(table) = self.table.take() else { return };
        let columns = table.finish(&mut self.cells_to_add, &mut self.inline);
        let (text, marks, _) = self.inline.finish();
        for kind in &self.marks {
            self.inline.open(kind, Syntax::Html);
        }
        let is_empty = text.trim().is_empty();
        if !columns.is_empty() && !is_empty {
            self.push_block(BlockKind::Table { columns }, text, marks);
        }
    }
}
