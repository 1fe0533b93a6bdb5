//! The blocks of an article's body, with their inline marks and the containers around them.

use crate::asset::{Asset, Picture};
use crate::id::ItemId;
use crate::layout::{ListReader, Section, block as code, container, link, mark};
use crate::records::Records;
use cuttings_search::Field;
use std::ops::Range;

/// A block of an article's text.
///
/// Code that only reads texts needs [`Block::text`] and [`Block::field`] alone.
#[derive(Clone, Copy, Debug)]
pub struct Block<'a> {
    records: Records<'a>,
    /// The kind and the number of the form; see [`layout`](crate::layout).
    head: u32,
    text: &'a str,
}

/// The kind of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind<'a> {
    /// A paragraph. It is empty only as the content of an empty list item, definition or footnote.
    Paragraph,
    /// A heading, with its level from 1 to 6.
    Heading(u32),
    /// Lines of code, with the name of their language, or an empty text.
    Code(&'a str),
    /// A table, with the alignment of each column. Rows end with a line feed, and cells are
    /// separated by tabs. The first row is the header.
    Table(Vec<Alignment>),
    /// A picture on its own. The text is its caption.
    Picture(Picture<'a>),
    /// A thematic break.
    Rule,
    /// A term. Its definition follows.
    Term,
}

/// The alignment of a table's column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are self-explanatory")]
pub enum Alignment {
    Unset,
    Left,
    Center,
    Right,
}

/// A container of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Container {
    /// The number of the container in its article. Neighbours in one container share it.
    pub id: u32,
    /// The kind of container.
    pub kind: ContainerKind,
}

/// The kind of a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContainerKind {
    /// A quotation.
    Quotation,
    /// A note that stands out.
    Alert(Alert),
    /// A list without numbers.
    Bullets {
        /// True if the items are single lines without paragraphs of their own.
        is_tight: bool,
    },
    /// A list with numbers.
    Numbers {
        /// The number of the first item.
        start: u32,
        /// True if the items are single lines without paragraphs of their own.
        is_tight: bool,
    },
    /// An item of a list. In a task list it says whether the task is done.
    Item(Option<bool>),
    /// The definition of the term before it.
    Definition,
    /// The footnote with this number. Footnotes come last, in the order of their numbers.
    Footnote(u32),
}

/// The kind of an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are self-explanatory")]
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl Alert {
    /// All kinds, in the order of their codes.
    pub const ALL: [Alert; 5] =
        [Alert::Note, Alert::Tip, Alert::Important, Alert::Warning, Alert::Caution];
}

/// An inline mark: a range of a block's text with a meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark<'a> {
    /// The bytes of the block's text.
    pub range: Range<usize>,
    /// The meaning.
    pub kind: MarkKind<'a>,
}

/// The kind of an inline mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind<'a> {
    /// Strong importance.
    Strong,
    /// Emphasis.
    Emphasis,
    /// Code.
    Code,
    /// Text that no longer holds.
    Strikethrough,
    /// Superscript.
    Superscript,
    /// Subscript.
    Subscript,
    /// Highlighted text.
    Highlight,
    /// A link.
    Link(LinkTarget<'a>),
    /// A reference to the footnote with this number.
    FootnoteReference(u32),
    /// A picture within a line. The text is its alternative text.
    Picture(Asset<'a>),
}

/// The target of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTarget<'a> {
    /// An absolute URL with a safe scheme.
    Url(&'a str),
    /// An article, and perhaps one of its blocks, from 0.
    Article(ItemId, Option<u32>),
    /// A block of the same article, from 0.
    Block(u32),
}

impl<'a> Block<'a> {
    pub(crate) fn read(records: Records<'a>, block: usize) -> Block<'a> {
        let (head, text) = records.block(block);
        Block { records, head, text }
    }

    /// Returns the visible text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Returns the field of the index that covers the text.
    pub fn field(&self) -> Field {
        if self.is_heading() { Field::Heading } else { Field::Body }
    }

    /// Returns whether the block is a heading.
    pub fn is_heading(&self) -> bool {
        self.code() == code::HEADING
    }

    /// Returns whether the block is a paragraph.
    pub fn is_paragraph(&self) -> bool {
        self.code() == code::PARAGRAPH
    }

    /// Returns whether the block is text in sentences: neither code nor a table nor a rule.
    pub fn is_prose(&self) -> bool {
        !matches!(self.code(), code::CODE | code::TABLE | code::RULE)
    }

    /// Returns the kind of the block.
    pub fn kind(&self) -> BlockKind<'a> {
        self.containers_and_rest().1
    }

    /// Returns the containers around the block, outermost first.
    pub fn containers(&self) -> Vec<Container> {
        self.containers_and_rest().0
    }

    /// Returns the inline marks, sorted by start. Of two that start together, the longer comes
    /// first. Two marks either nest or do not overlap, unless the edition is damaged.
    pub fn marks(&self) -> Vec<Mark<'a>> {
        let (_, _, mut form) = self.containers_and_rest();
        let mut marks = Vec::new();
        let mut start = 0_usize;
        while !form.is_at_end() {
            let kind = form.number();
            start = start.saturating_add(form.number() as usize);
            let end = start.saturating_add(form.number() as usize);
            let kind = match kind {
                mark::STRONG => MarkKind::Strong,
                mark::EMPHASIS => MarkKind::Emphasis,
                mark::CODE => MarkKind::Code,
                mark::STRIKETHROUGH => MarkKind::Strikethrough,
                mark::SUPERSCRIPT => MarkKind::Superscript,
                mark::SUBSCRIPT => MarkKind::Subscript,
                mark::LINK => MarkKind::Link(self.link_target(&mut form)),
                mark::FOOTNOTE_REFERENCE => MarkKind::FootnoteReference(form.number()),
                mark::PICTURE => MarkKind::Picture(Asset::read(self.records, form.number())),
                _ => MarkKind::Highlight,
            };
            marks.push(Mark { range: start..end, kind });
        }
        marks
    }

    fn code(&self) -> u32 {
        self.head & code::KIND_MASK
    }

    /// Reads the form up to the marks.
    fn containers_and_rest(&self) -> (Vec<Container>, BlockKind<'a>, ListReader<'a>) {
        let mut form = match (self.head >> code::FORM_SHIFT).checked_sub(1) {
            Some(number) => ListReader::new(self.records.section(Section::Forms), number as usize),
            None => ListReader::empty(),
        };
        let containers = form.counted(read_container);
        let kind = match self.code() {
            code::HEADING => BlockKind::Heading(self.head >> code::LEVEL_SHIFT & code::LEVEL_MASK),
            code::CODE => BlockKind::Code(self.records.text_in(&mut form)),
            code::TABLE => BlockKind::Table(form.counted(|form| match form.number() {
                1 => Alignment::Left,
                2 => Alignment::Center,
                3 => Alignment::Right,
                _ => Alignment::Unset,
            })),
            code::PICTURE => BlockKind::Picture(Picture::read(self.records, &mut form)),
            code::RULE => BlockKind::Rule,
            code::TERM => BlockKind::Term,
            _ => BlockKind::Paragraph,
        };
        (containers, kind, form)
    }

    fn link_target(&self, form: &mut ListReader<'a>) -> LinkTarget<'a> {
        match form.number() {
            link::ARTICLE => {
                let item = ItemId(form.number());
                LinkTarget::Article(item, form.number().checked_sub(1))
            }
            link::BLOCK => LinkTarget::Block(form.number()),
            _ => LinkTarget::Url(self.records.text_in(form)),
        }
    }
}

fn read_container(form: &mut ListReader<'_>) -> Container {
    let id = form.number();
    let kind = match form.number() {
        container::BULLETS => ContainerKind::Bullets { is_tight: form.number() == 1 },
        container::NUMBERS => {
            ContainerKind::Numbers { start: form.number(), is_tight: form.number() == 1 }
        }
        container::ITEM => ContainerKind::Item(match form.number() {
            1 => Some(false),
            2 => Some(true),
            _ => None,
        }),
        container::DEFINITION => ContainerKind::Definition,
        container::FOOTNOTE => ContainerKind::Footnote(form.number()),
        container::ALERT => {
            let alert = Alert::ALL.get(form.number() as usize).copied();
            ContainerKind::Alert(alert.unwrap_or(Alert::Note))
        }
        _ => ContainerKind::Quotation,
    };
    Container { id, kind }
}
