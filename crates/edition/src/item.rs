//! The items of an edition, articles and teasers: each is a view of the edition's bytes.

use crate::block::Block;
use crate::id::ItemId;
use crate::layout::{self, ItemNumber, ItemText, Section};
use crate::metadata::Metadata;
use crate::records::Records;
use cuttings_search::{Field, Passage, PassageVisitor};
use std::ops::{ControlFlow, Range};

/// An article, or a teaser.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// A text to read, with its section and title.
    Article(Article<'a>),
    /// A headline that the seed lists without its text.
    Teaser(Teaser<'a>),
}

impl<'a> Item<'a> {
    pub(crate) fn read(records: Records<'a>, id: ItemId) -> Item<'a> {
        if records.item_number(id, ItemNumber::Kind) == layout::KIND_ARTICLE {
            Item::Article(Article { records, id })
        } else {
            Item::Teaser(Teaser { records, id })
        }
    }

    /// Returns the identity of the item.
    pub fn id(&self) -> ItemId {
        match self {
            Item::Article(article) => article.id,
            Item::Teaser(teaser) => teaser.id,
        }
    }

    /// Returns the label over the headline.
    pub fn section(&self) -> &'a str {
        match self {
            Item::Article(article) => article.section(),
            Item::Teaser(teaser) => teaser.section(),
        }
    }

    /// Returns the headline.
    pub fn title(&self) -> &'a str {
        match self {
            Item::Article(article) => article.title(),
            Item::Teaser(teaser) => teaser.title(),
        }
    }

    /// Returns the BCP 47 tag of its language, or `None` if it has the edition's.
    pub fn language(&self) -> Option<&'a str> {
        match self {
            Item::Article(article) => article.language(),
            Item::Teaser(_) => None,
        }
    }

    /// Passes on the texts that the index covers, in reading order.
    pub(crate) fn passages(&self, visit: &mut PassageVisitor<'_>) -> ControlFlow<()> {
        let mut pass_on = |field, text| visit(Passage { field, text });
        pass_on(Field::Title, self.title())?;
        if let Item::Article(article) = self {
            if let Some(text) = article.standfirst() {
                pass_on(Field::Standfirst, text)?;
            }
            for block in article.blocks() {
                pass_on(block.field(), block.text())?;
            }
        }
        pass_on(Field::Metadata, self.section())?;
        if let Item::Article(article) = self {
            for text in article.metadata().searched_texts() {
                pass_on(Field::Metadata, text)?;
            }
        }
        ControlFlow::Continue(())
    }
}

/// The blocks of an article. Skipping blocks takes no time, because it reads none of them.
#[derive(Clone, Debug)]
pub struct Blocks<'a> {
    records: Records<'a>,
    /// The numbers of the blocks in the edition.
    range: Range<usize>,
}

impl<'a> Iterator for Blocks<'a> {
    type Item = Block<'a>;

    fn next(&mut self) -> Option<Block<'a>> {
        self.nth(0)
    }

    fn nth(&mut self, n: usize) -> Option<Block<'a>> {
        self.range.nth(n).map(|block| Block::read(self.records, block))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.range.size_hint()
    }
}

impl ExactSizeIterator for Blocks<'_> {}

/// An article in an edition.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    records: Records<'a>,
    id: ItemId,
}

impl<'a> Article<'a> {
    /// Returns the identity of the item.
    pub fn id(&self) -> ItemId {
        self.id
    }

    /// Returns the label over the headline.
    pub fn section(&self) -> &'a str {
        self.text(ItemText::Section).unwrap_or_default()
    }

    /// Returns the headline.
    pub fn title(&self) -> &'a str {
        self.text(ItemText::Title).unwrap_or_default()
    }

    /// Returns the article's part of its URL: ASCII lower-case letters, digits and hyphens, unique
    /// in the edition.
    pub fn slug(&self) -> &'a str {
        self.text(ItemText::Slug).unwrap_or_default()
    }

    /// Returns the line under the headline, if the seed has one.
    pub fn standfirst(&self) -> Option<&'a str> {
        self.text(ItemText::Standfirst)
    }

    /// Returns what the seed says about the article: authors, dates, source, tags and more.
    pub fn metadata(&self) -> Metadata<'a> {
        Metadata::read(self.records, self.id)
    }

    /// Returns the BCP 47 tag of its language, or `None` if it has the edition's.
    pub fn language(&self) -> Option<&'a str> {
        self.text(ItemText::Language)
    }

    /// Iterates over the blocks of the text, in reading order.
    pub fn blocks(&self) -> Blocks<'a> {
        let records = self.records;
        let first = records.item_number(self.id, ItemNumber::FirstBlock) as usize;
        let count = records.item_number(self.id, ItemNumber::BlockCount) as usize;
        let there = records.count(Section::Blocks);
        let range = first.min(there)..first.saturating_add(count).min(there);
        Blocks { records, range }
    }

    /// Returns the text of the first paragraph, or an empty text if there is none.
    pub fn opening(&self) -> &'a str {
        let first = self.blocks().find(|block| block.is_paragraph() && !block.text().is_empty());
        first.map_or("", |block| block.text())
    }

    /// Returns the number of words in the blocks.
    pub fn word_count(&self) -> u32 {
        self.records.item_number(self.id, ItemNumber::WordCount)
    }

    /// Returns the reading time in minutes, at least 1.
    pub fn minutes(&self) -> u32 {
        minutes(self.word_count())
    }

    /// Returns the length class.
    pub fn length(&self) -> Length {
        Length::from_word_count(self.word_count())
    }

    fn text(&self, which: ItemText) -> Option<&'a str> {
        self.records.item_text(self.id, which)
    }
}

/// Estimates the reading time in minutes at 238 words a minute, the mean for silent reading of
/// English non-fiction in Brysbaert, "How many words do we read per minute?", Journal of Memory and
/// Language 109, 2019.
fn minutes(word_count: u32) -> u32 {
    word_count.div_ceil(238).max(1)
}

/// A teaser in an edition: a headline without a text to open.
#[derive(Clone, Copy, Debug)]
pub struct Teaser<'a> {
    records: Records<'a>,
    id: ItemId,
}

impl<'a> Teaser<'a> {
    /// Returns the identity of the item.
    pub fn id(&self) -> ItemId {
        self.id
    }

    /// Returns the label over the headline.
    pub fn section(&self) -> &'a str {
        self.records.item_text(self.id, ItemText::Section).unwrap_or_default()
    }

    /// Returns the headline.
    pub fn title(&self) -> &'a str {
        self.records.item_text(self.id, ItemText::Title).unwrap_or_default()
    }

    /// Returns the age as the seed spells it ("2 months ago"), counted from when the seed was
    /// taken.
    pub fn age(&self) -> &'a str {
        self.records.item_text(self.id, ItemText::Age).unwrap_or_default()
    }
}

/// The length class of an article, by reading time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// At most two minutes.
    Short,
    /// Three minutes.
    Medium,
    /// Four minutes or more.
    Long,
}

impl Length {
    /// Returns the length class of a text with this number of words.
    pub fn from_word_count(word_count: u32) -> Length {
        match minutes(word_count) {
            ..=2 => Length::Short,
            3 => Length::Medium,
            4.. => Length::Long,
        }
    }

    /// Returns the name of the class in links and the index.
    pub fn name(self) -> &'static str {
        match self {
            Length::Short => "short",
            Length::Medium => "medium",
            Length::Long => "long",
        }
    }
}
