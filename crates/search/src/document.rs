//! What is indexed, and the names of its parts.

use std::fmt::{self, Display, Formatter};

/// A document: its place in the order in which documents were added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocId(pub u32);

/// A facet: its place in the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FacetId(pub u8);

/// A value of a facet: its place among the facet's values, the most frequent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId(pub u32);

/// A column of sort keys: its place in the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(pub u8);

/// Which part of a document a passage is. Words count for more in some than in others, and are counted within each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Field {
    Title,
    Standfirst,
    Heading,
    Body,
}

impl Field {
    /// All of them, in the order in which the index keeps them.
    pub const ALL: [Self; 4] = [Self::Title, Self::Standfirst, Self::Heading, Self::Body];

    /// Its name in queries ("title:word").
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Standfirst => "standfirst",
            Self::Heading => "heading",
            Self::Body => "body",
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

/// A stretch of text: a title, a heading, a paragraph. Phrases do not reach from one into another.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// What part of the document it is.
    pub field: Field,
    /// The text as it is shown.
    pub text: &'a str,
}

/// A set of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fields(u8);

impl Fields {
    pub(crate) const EVERY: Self = Self(0b1111);

    pub(crate) fn only(field: Field) -> Self {
        Self(1 << field.index())
    }

    pub(crate) fn has(self, field: Field) -> bool {
        self.0 & (1 << field.index()) != 0
    }

    pub(crate) fn without(self, field: Field) -> Self {
        Self(self.0 & !(1 << field.index()))
    }

    pub(crate) fn is_none(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn is_every(self) -> bool {
        self == Self::EVERY
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Field::ALL.into_iter().find(|field| field.name().eq_ignore_ascii_case(name)).map(Self::only)
    }
}
