//! The results of an import.

use cuttings_corpus::{Article, Date, Teaser};
use cuttings_diagnostics::Diagnostic;
use serde::{Deserialize, Serialize};

/// A piece of the result, as it arrives.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// An article or a teaser. Its pictures arrived before.
    Item(Box<Item>),
    /// A picture of the next item, unless an item before has it, too.
    Picture(PictureFile),
    /// A message about a file.
    Diagnostic(Diagnostic),
}

/// The whole result of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The articles and teasers, in the order of the files.
    pub items: Vec<Item>,
    /// The pictures of all items, each once.
    pub pictures: Vec<PictureFile>,
    /// The files that could not be read, and what is missing of the others.
    pub diagnostics: Vec<Diagnostic>,
}

/// An article or a teaser, and what the reader did with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The article. Without a body it is a teaser: a title with its address and metadata.
    pub article: Article,
    /// The read state and the reading position.
    pub reading: Reading,
    /// Highlights and notes.
    pub annotations: Vec<Annotation>,
}

impl Item {
    /// Creates an item that the reader has not touched.
    pub fn new(article: Article) -> Self {
        Self { article, reading: Reading::default(), annotations: Vec::new() }
    }

    /// Returns whether the item has no text of its own.
    pub fn is_teaser(&self) -> bool {
        self.article.body.is_empty()
    }

    /// Returns the block at which the reader stopped, by the share of the text before it. A
    /// finished article starts again at its first block, as in the page's own bookmarks.
    pub fn block_of_position(&self) -> u32 {
        let Some(percent) = self.reading.percent.filter(|percent| *percent < 100) else { return 0 };
        let length = |text: &str| text.len() as u64;
        let total: u64 = self.article.body.iter().map(|block| length(&block.text)).sum();
        let target = total * u64::from(percent) / 100;
        let mut before = 0;
        for (number, block) in self.article.body.iter().enumerate() {
            before += length(&block.text);
            if before > target {
                return u32::try_from(number).unwrap_or_default();
            }
        }
        0
    }
}

/// Creates an item without a body.
impl From<Teaser> for Item {
    fn from(teaser: Teaser) -> Self {
        let date = (!teaser.age.is_empty()).then(|| Date::new(teaser.age));
        Self::new(Article { date, ..Article::new(teaser.section, teaser.title, teaser.origin) })
    }
}

/// The read state and the reading position of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// True if the reader has read it to the end or marked it as read.
    pub is_read: bool,
    /// True if the reader put it away.
    pub is_archived: bool,
    /// True if the reader marked it as a favourite.
    pub is_favourite: bool,
    /// The share that the reader has read, from 0 to 100.
    pub percent: Option<u8>,
    /// The date on which the reader saved it.
    pub saved: Option<Date>,
}

/// A highlighted passage, or a note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// The block that contains the passage; `None` if no block does.
    pub block: Option<u32>,
    /// The passage exactly as the block spells it, or else as the form does. It is empty for a note
    /// on the whole article.
    pub quote: String,
    /// The text of the block before the passage, at most 32 characters. Together with the suffix it
    /// tells a passage from others in the same words.
    pub prefix: String,
    /// The text of the block after the passage, at most 32 characters.
    pub suffix: String,
    /// The reader's note; empty if the passage is only highlighted.
    pub note: String,
    /// The labels of the highlight.
    pub labels: Vec<String>,
    /// The date on which the reader made it.
    pub created: Option<Date>,
}

/// A picture that a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// The path by which items name it: a hash of the contents and the usual extension.
    pub path: String,
    /// The contents.
    pub bytes: Vec<u8>,
    /// The width and height in pixels.
    pub size: (u32, u32),
}

/// Returns whether the text of an article opens with a description, which programs cut off.
pub(crate) fn opens_with(article: &Article, description: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let start: String = article.body.iter().take(4).map(|block| letters(&block.text)).collect();
    let description: String = letters(description).chars().take(60).collect();
    start.contains(&description)
}
