//! Documents as the index sees them: ids, fields and passages.

use std::fmt::{self, Display, Formatter};
use std::ops::ControlFlow;

/// A document, by the order in which documents were added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocId(pub u32);

/// A facet, by its position in the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FacetId(pub u8);

/// A value of a facet, by its position among the facet's values. The most frequent value is first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId(pub u32);

/// A column of sort keys, by its position in the schema. A key of 0 means that a document has no
/// value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(pub u8);

/// A part of a document. Scores weight each field differently and count terms per field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Field {
    Title,
    Standfirst,
    Heading,
    Body,
    /// The section, tags, authors and source. Searched with little weight and never in a snippet.
    Metadata,
}

impl Field {
    /// The number of fields.
    pub(crate) const COUNT: usize = 5;

    /// All fields, in the order in which the index stores them.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Title, Self::Standfirst, Self::Heading, Self::Body, Self::Metadata];

    /// Returns the name that queries use ("title:word").
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Standfirst => "standfirst",
            Self::Heading => "heading",
            Self::Body => "body",
            Self::Metadata => "metadata",
        }
    }

    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

impl Display for Field {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A title, a heading, a paragraph or an entry of the metadata. No phrase spans two passages.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The field that the text belongs to.
    pub field: Field,
    /// The text as readers see it.
    pub text: &'a str,
}

/// A function that passes each passage of a document to a visitor, until this breaks.
///
/// It passes the same passages in the same order as were indexed, and none for an unknown document.
pub type DocumentSource<'a> = Box<dyn Fn(DocId, &mut PassageVisitor<'_>) -> ControlFlow<()> + 'a>;

/// A function that reads a passage, and breaks if it needs no more.
pub type PassageVisitor<'v> = dyn FnMut(Passage<'_>) -> ControlFlow<()> + 'v;

/// A set of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FieldSet(u8);

impl FieldSet {
    pub(crate) const ALL: Self = Self((1 << Field::COUNT) - 1);

    pub(crate) fn only(field: Field) -> Self {
        Self(1 << field.index())
    }

    /// Returns the set of the one field with this name, in any case.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        let mut fields = Field::ALL.into_iter();
        fields.find(|field| field.name().eq_ignore_ascii_case(name)).map(Self::only)
    }

    pub(crate) fn contains(self, field: Field) -> bool {
        self.0 & (1 << field.index()) != 0
    }

    pub(crate) fn without(self, field: Field) -> Self {
        Self(self.0 & !(1 << field.index()))
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn is_all(self) -> bool {
        self == Self::ALL
    }
}
