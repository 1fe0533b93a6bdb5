//! Turns the tree of an article into blocks with marks.
//!
//! The walk is a loop, not a recursion, so that its depth takes no stack.

use std::collections::HashMap;

use cuttings_corpus::{
    Anchor, Block, BlockKind, Container, ContainerKind, InlineText, LinkTarget, MAX_ADDED_CELLS,
    Mark, MarkKind, Picture, SuspiciousChars, Syntax, heading_id, mark_of_element,
};
use dom_query::{NodeId, NodeRef};

use super::tables::TableState;
use super::tree::PICTURE;
use crate::web_address;

/// The most containers around a block.
const MAX_CONTAINERS: usize = 30;

/// A picture of at most this height within a line belongs to the line.
const MAX_INLINE_HEIGHT: u32 = 64;

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

/// An open `figure`.
#[derive(Debug, Default)]
struct Figure {
    pictures: Vec<FigurePicture>,
    /// The number of blocks before the caption, once it is open.
    caption_start: Option<usize>,
    /// The blocks of the caption.
    caption: Vec<Block>,
}

#[derive(Debug)]
enum FigurePicture {
    Held(Picture),
    Remote { url: String, alt: String },
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

    /// Returns the blocks, with links within the page resolved.
    pub(super) fn finish(mut self) -> Body {
        self.end_block();
        let ids = self.ids;
        for block in &mut self.blocks {
            block.marks.retain_mut(|mark| {
                let MarkKind::Link(LinkTarget::Relative(fragment)) = &mark.kind else {
                    return true;
                };
                match ids.get(fragment.trim_start_matches('#')) {
                    Some(block) => {
                        mark.kind = MarkKind::Link(LinkTarget::Block(*block));
                        true
                    }
                    None => false,
                }
            });
        }
        let mut anchors: Vec<Anchor> =
            ids.into_iter().map(|(id, block)| Anchor { id, block }).collect();
        let count = self.blocks.len();
        anchors.retain(|anchor| (anchor.block as usize) < count);
        anchors.sort_by(|a, b| (a.block, &a.id).cmp(&(b.block, &b.id)));
        Body { blocks: self.blocks, anchors }
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

    /// Opens containers, unless there are too many around.
    fn open_containers(&mut self, node: &NodeRef<'_>, kinds: Vec<ContainerKind>) {
        self.end_block();
        let count = kinds.len();
        if self.containers.len() + count > MAX_CONTAINERS {
            self.open.push((node.id, Ending::Block));
            return;
        }
        for kind in kinds {
            let id = self.next_container;
            self.next_container += 1;
            self.containers.push(Container { id, kind });
        }
        self.open.push((node.id, Ending::Containers(count)));
    }

    fn is_in_list(&self) -> bool {
        let last = self.containers.last();
        last.is_some_and(|last| matches!(last.kind, ContainerKind::List { .. }))
    }

    /// Ends the current block, if it has text. Open marks go on in the next one.
    fn end_block(&mut self) {
        if self.table.is_some() {
            return;
        }
        let (text, marks, _) = self.inline.finish();
        for kind in &self.marks {
            self.inline.open(kind, Syntax::Html);
        }
        if text.is_empty() {
            return;
        }
        let kind = self.kind.clone().unwrap_or(BlockKind::Paragraph);
        self.push_block(kind, text, marks);
    }

    /// Adds a block to the current containers.
    fn push_block(&mut self, kind: BlockKind, text: String, marks: Vec<Mark>) {
        let mut containers = self.containers.clone();
        if self.is_in_list() {
            // Text of a list that is in no item.
            let id = self.next_container;
            self.next_container += 1;
            containers.push(Container { id, kind: ContainerKind::Item { task: None } });
        }
        let number = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        if let BlockKind::Heading { .. } = kind {
            self.pending_ids.push(heading_id(&text));
        }
        for id in self.pending_ids.drain(..) {
            self.ids.entry(id).or_insert(number);
        }
        self.blocks.push(Block { kind, text, marks, containers });
    }

    fn add_id(&mut self, node: &NodeRef<'_>) {
        let id = node.id_attr().or_else(|| node.has_name("a").then(|| node.attr("name")).flatten());
        if let Some(id) = id.filter(|id| !id.is_empty() && !id.starts_with("readability-")) {
            self.pending_ids.push(id.to_string());
        }
    }

    /// Returns the target of a link. One within the page keeps its fragment until all ids are
    /// known.
    fn target(&self, href: &str) -> Option<LinkTarget> {
        let href = href.trim();
        let (page, fragment) = href.split_once('#').unwrap_or((href, ""));
        let is_own = |page: &str| {
            let own = self.base.map(|base| base.split('#').next().unwrap_or_default());
            web_address::resolve(self.base, page).as_deref() == own
        };
        if !fragment.is_empty() && (page.is_empty() || is_own(page)) {
            return Some(LinkTarget::Relative(format!("#{fragment}")));
        }
        web_address::resolve(self.base, href).map(LinkTarget::Url)
    }

    /// Adds code with its white space.
    fn code(&mut self, node: &NodeRef<'_>) {
        self.end_block();
        let mut language = language_of(node);
        let mut code = String::new();
        for child in node.descendants_it() {
            if child.is_text() {
                code.push_str(&child.text());
            } else if child.has_name("br") {
                code.push('\n');
            } else if language.is_none() {
                language = language_of(&child);
            }
        }
        let code = code.replace("\r\n", "\n").replace('\r', "\n");
        let code = code.trim_end().trim_start_matches('\n');
        if !code.trim().is_empty() {
            let mut suspicious = SuspiciousChars::default();
            let text = code.chars().map(|c| suspicious.printable(c)).collect();
            self.push_block(BlockKind::Code { language }, text, Vec::new());
        }
    }

    /// Adds a link to a film or a page that the element would show.
    fn media(&mut self, name: &str, node: &NodeRef<'_>) {
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

    fn picture(&mut self, node: &NodeRef<'_>) {
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

    fn end_caption(&mut self) {
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
    fn end_figure(&mut self) {
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

/// Changes the blocks that the links of a block lead to; a link to none becomes text.
pub(super) fn retarget(block: &mut Block, find: impl Fn(u32) -> Option<u32>) {
    block.marks.retain_mut(|mark| {
        let MarkKind::Link(LinkTarget::Block(target)) = &mut mark.kind else { return true };
        match find(*target) {
            Some(moved) => {
                *target = moved;
                true
            }
            None => false,
        }
    });
}

/// Returns whether an item of a list has a paragraph of its own.
fn has_paragraphs(list: &NodeRef<'_>) -> bool {
    let items = list.children_it(false).filter(|it| it.has_name("li"));
    items.into_iter().any(|item| item.children_it(false).filter(|it| it.has_name("p")).count() > 1)
}

/// Returns the language that the class of a code element names.
fn language_of(node: &NodeRef<'_>) -> Option<String> {
    let class = node.class()?;
    let language = class.split_whitespace().find_map(|class| {
        class
            .strip_prefix("language-")
            .or_else(|| class.strip_prefix("lang-"))
            .or_else(|| class.strip_prefix("highlight-source-"))
            .or_else(|| class.strip_prefix("brush:"))
    })?;
    (!language.is_empty() && language.len() < 40).then(|| language.to_owned())
}

/// Elements whose contents are no text of an article.
const DROPPED: &[&str] = &[
    "annotation",
    "annotation-xml",
    "area",
    "base",
    "button",
    "canvas",
    "dialog",
    "head",
    "input",
    "link",
    "map",
    "meta",
    "noscript",
    "object",
    "option",
    "param",
    "rp",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "track",
];

/// Elements that begin and end a block.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "body",
    "caption",
    "center",
    "details",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "html",
    "legend",
    "main",
    "nav",
    "p",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
];

/// Elements that are blocks of their own kinds, of which a cell has only the words.
const LISTS: &[&str] = &[
    "blockquote",
    "dd",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "menu",
    "ol",
    "pre",
    "ul",
];
