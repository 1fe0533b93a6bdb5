//! The documents that this crate reads, and spans of their text.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// An article, or anything else with a headline: its passages in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Document<'t> {
    /// The title, the standfirst, headings and paragraphs.
    pub passages: Vec<Passage<'t>>,
    /// The language of its text.
    pub language: Language,
}

/// A language, by the first part of its BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Language([u8; 3]);

impl Language {
    /// English. All rules, and the model, are made for it.
    pub const ENGLISH: Self = Self(*b"en ");

    /// Returns the language with a BCP 47 tag. Both forms of Norwegian count as one.
    pub fn from_tag(tag: &str) -> Self {
        let code = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match code.as_bytes() {
            b"no" | b"nn" => Self(*b"nb "),
            [a, b] => Self([*a, *b, b' ']),
            [a, b, c] => Self([*a, *b, *c]),
            // Longer codes are reserved.
            _ => Self(*b"und"),
        }
    }

    /// Returns the first part of its tag.
    pub(crate) fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default().trim_end()
    }

    /// Returns whether it is English.
    pub(crate) fn is_english(self) -> bool {
        self == Self::ENGLISH
    }

    /// Returns whether nouns have capitals in it, so that these tell nothing about names.
    pub(crate) fn capitalises_nouns(self) -> bool {
        matches!(self.code(), "de" | "gsw" | "lb" | "nds")
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::ENGLISH
    }
}

/// One title, heading or paragraph of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage<'t> {
    /// The part it plays in the document.
    pub role: Role,
    /// Its plain text, without markup.
    pub text: &'t str,
    /// Ranges of the text that are no prose, such as inline code. Identifiers and addresses are
    /// recognised without them.
    pub literals: Vec<Range<usize>>,
    /// Ranges of the text that are links.
    pub links: Vec<Range<usize>>,
    /// True if it is an item of a list, or a paragraph of one.
    pub is_list_item: bool,
}

impl<'t> Passage<'t> {
    /// Creates a passage without literals and links, outside of lists.
    pub fn new(role: Role, text: &'t str) -> Self {
        Self { role, text, literals: Vec::new(), links: Vec::new(), is_list_item: false }
    }
}

/// The part that a passage plays in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the variants are self-explanatory")]
pub enum Role {
    Title,
    Standfirst,
    Heading,
    Paragraph,
}

impl Role {
    /// Returns whether such passages are written in full sentences.
    pub(crate) fn is_prose(self) -> bool {
        matches!(self, Self::Standfirst | Self::Paragraph)
    }
}

/// A range of text in a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The index of the passage in [`Document::passages`].
    pub passage: usize,
    /// The range of bytes within the passage's text. Both ends are character boundaries.
    pub range: Range<usize>,
}

/// The documents of a collection. They are read several times, some at a time, and are the same
/// each time.
pub trait Documents: Sync {
    /// Returns the number of documents.
    fn count(&self) -> usize;

    /// Shows the documents of a range of numbers.
    fn read(&self, range: Range<usize>, visit: &mut dyn FnMut(&[Document<'_>]));
}

impl Documents for &[Document<'_>] {
    fn count(&self) -> usize {
        self.len()
    }

    fn read(&self, range: Range<usize>, visit: &mut dyn FnMut(&[Document<'_>])) {
        visit(self.get(range).unwrap_or_default());
    }
}

impl<'t> Document<'t> {
    /// Returns the text that `span` covers, or an empty text if the document has no such span.
    pub fn text(&self, span: &Span) -> &'t str {
        self.passages
            .get(span.passage)
            .and_then(|passage| passage.text.get(span.range.clone()))
            .unwrap_or_default()
    }
}
