//! The body of an article: blocks of text with inline marks, in containers such as lists.
//!
//! Blocks are a flat list in reading order. Each block names the containers around it, outermost
//! first. Neighbours that share a container have an equal [`Container`] at the same depth. Code
//! that only reads text can ignore containers and marks.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A block of an article's body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The kind of block.
    pub kind: BlockKind,
    /// The visible text. A line feed is a hard line break; in code it ends a line, and in a table
    /// it ends a row, whose cells are separated by tabs.
    pub text: String,
    /// The inline marks, sorted by start. Of two that start together, the longer comes first. Two
    /// marks either nest or do not overlap, and no mark is empty.
    pub marks: Vec<Mark>,
    /// The containers around the block, outermost first.
    pub containers: Vec<Container>,
}

/// The kind of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// A paragraph. It is empty only as the content of an empty list item, definition or footnote.
    Paragraph,
    /// A heading over the blocks that follow.
    Heading {
        /// The level, from 1 to 6.
        level: u8,
    },
    /// Lines of code, with their white space.
    Code {
        /// The language as the seed names it.
        language: Option<String>,
    },
    /// A table. Its first row is the header.
    Table {
        /// The alignment of each column.
        columns: Vec<Alignment>,
    },
    /// A picture on its own. The text is its caption, and may be empty.
    Picture(Picture),
    /// A thematic break. It has no text.
    Rule,
    /// A term that the [`ContainerKind::Definition`] after it defines.
    Term,
}

/// The alignment of a table's column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the variants are self-explanatory")]
pub enum Alignment {
    /// The seed does not say.
    #[default]
    Unset,
    Left,
    Center,
    Right,
}

/// A container of blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Container {
    /// The number of the container in its article, in the order in which containers open. It
    /// distinguishes two lists, or two items, that follow each other.
    pub id: u32,
    /// The kind of container.
    pub kind: ContainerKind,
}

/// The kind of a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContainerKind {
    /// A quotation.
    Quotation,
    /// A note that stands out.
    Alert(AlertKind),
    /// A list. Its children are [`ContainerKind::Item`]s.
    List {
        /// The number of the first item; `None` in a list without numbers.
        start: Option<u32>,
        /// True if the items are single lines without paragraphs of their own.
        is_tight: bool,
    },
    /// An item of a list.
    Item {
        /// In a task list, true if the task is done.
        task: Option<bool>,
    },
    /// The definition of the term before it.
    Definition,
    /// A footnote. Footnotes come last in a body, by number.
    Footnote {
        /// The number, counted from 1 in the order of the first references.
        number: u32,
    },
}

/// The kind of an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the variants are self-explanatory")]
pub enum AlertKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// An inline mark: a range of a block's text with a meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The bytes of the block's text. Both ends are character boundaries.
    pub range: Range<usize>,
    /// The meaning.
    pub kind: MarkKind,
}

/// The kind of an inline mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MarkKind {
    /// Strong importance, usually bold.
    Strong,
    /// Emphasis, usually italic.
    Emphasis,
    /// Code, in a fixed-width face.
    Code,
    /// Text that no longer holds, struck through.
    Strikethrough,
    /// Superscript.
    Superscript,
    /// Subscript.
    Subscript,
    /// Highlighted text.
    Highlight,
    /// A link.
    Link(LinkTarget),
    /// A reference to a footnote. The text is the footnote's number.
    FootnoteReference {
        /// The footnote's number.
        number: u32,
    },
    /// A picture within a line. The text is its alternative text.
    Picture(Picture),
}

/// The target of a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkTarget {
    /// A place outside of the edition, as an absolute URL with a safe scheme.
    Url(String),
    /// An article of the edition.
    Article {
        /// The position in [`Corpus::articles`](crate::Corpus::articles).
        article: usize,
        /// The block, from 0; `None` for the whole article.
        block: Option<u32>,
    },
    /// A block of the same article, from 0.
    Block(u32),
    /// A relative address as the seed spells it. None is left in a [`Corpus`](crate::Corpus).
    Relative(String),
    /// The target of a wikilink as the seed spells it. None is left in a
    /// [`Corpus`](crate::Corpus).
    Wiki(String),
}

/// A picture that the edition contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The address as the seed spells it. In the [`Corpus`](crate::Corpus) of a folder it is the
    /// path of the published file, relative to the site's base.
    pub path: String,
    /// The alternative text.
    pub alt: String,
    /// The width and height in pixels; `None` until the file is known.
    pub size: Option<(u32, u32)>,
}

impl Block {
    /// Creates a block without marks, outside of all containers.
    pub fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), marks: Vec::new(), containers: Vec::new() }
    }

    /// Creates a heading of the second level, the first below the title.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Heading { level: 2 }, text)
    }

    /// Creates a paragraph.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Paragraph, text)
    }

    /// Returns the block's text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns whether the block is a heading.
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading { .. })
    }

    /// Returns whether the block is text in sentences: neither code nor a table nor a rule.
    pub fn is_prose(&self) -> bool {
        !matches!(self.kind, BlockKind::Code { .. } | BlockKind::Table { .. } | BlockKind::Rule)
    }
}
