//! What an edition holds, as the page reads it: articles and teasers, each a view of the edition's bytes.

use crate::layout::{self, ItemNumber, ItemText, Part, Records};
use cuttings_search::{Field, Passage};

/// Which item of an edition: its place in seed order, from 0. Also the number of its document in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId(pub u32);

impl ItemId {
    /// The place as an index into a slice.
    pub fn as_usize(self) -> usize {
        self.0 as usize
    }
}

/// An article, or a teaser: a headline that the seed lists without its text.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// Section, title, and text to read.
    Article(Article<'a>),
    /// Section, title and age, and nothing behind them.
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

    /// Which item it is.
    pub fn id(&self) -> ItemId {
        match self {
            Item::Article(article) => article.id,
            Item::Teaser(teaser) => teaser.id,
        }
    }

    /// The label over it.
    pub fn section(&self) -> &'a str {
        match self {
            Item::Article(article) => article.section(),
            Item::Teaser(teaser) => teaser.section(),
        }
    }

    /// Its headline.
    pub fn title(&self) -> &'a str {
        match self {
            Item::Article(article) => article.title(),
            Item::Teaser(teaser) => teaser.title(),
        }
    }

    /// Its language as a BCP 47 tag, where it is not the edition's own.
    pub fn language(&self) -> Option<&'a str> {
        match self {
            Item::Article(article) => article.language(),
            Item::Teaser(_) => None,
        }
    }

    /// Hands over what the index has of it, passage by passage.
    pub(crate) fn passages(&self, passage: &mut dyn FnMut(Passage<'a>)) {
        let mut pass = |field, text| passage(Passage { field, text });
        pass(Field::Title, self.title());
        if let Item::Article(article) = self {
            if let Some(text) = article.standfirst() {
                pass(Field::Standfirst, text);
            }
            for block in article.blocks() {
                match block {
                    Block::Heading(text) => pass(Field::Heading, text),
                    Block::Paragraph(text) => pass(Field::Body, text),
                }
            }
        }
    }
}

/// An article in an edition.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    records: Records<'a>,
    id: ItemId,
}

impl<'a> Article<'a> {
    /// Which item it is.
    pub fn id(&self) -> ItemId {
        self.id
    }

    /// The label over it.
    pub fn section(&self) -> &'a str {
        self.text(ItemText::Section).unwrap_or_default()
    }

    /// Its headline.
    pub fn title(&self) -> &'a str {
        self.text(ItemText::Title).unwrap_or_default()
    }

    /// Its address: lower-case ASCII letters, digits and hyphens; one of a kind in the edition.
    pub fn slug(&self) -> &'a str {
        self.text(ItemText::Slug).unwrap_or_default()
    }

    /// The line under the headline, if the seed has one.
    pub fn standfirst(&self) -> Option<&'a str> {
        self.text(ItemText::Standfirst)
    }

    /// Who wrote it, if the seed says so.
    pub fn author(&self) -> Option<&'a str> {
        self.text(ItemText::Author)
    }

    /// When it appeared, in the seed's own words, if the seed says so.
    pub fn date(&self) -> Option<&'a str> {
        self.text(ItemText::Date)
    }

    /// Where it was taken from, if the seed says so.
    pub fn source(&self) -> Option<&'a str> {
        self.text(ItemText::Source)
    }

    /// Its language as a BCP 47 tag, where it is not the edition's own.
    pub fn language(&self) -> Option<&'a str> {
        self.text(ItemText::Language)
    }

    /// Its text, in reading order.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = Block<'a>> + use<'a> {
        let records = self.records;
        let first = records.item_number(self.id, ItemNumber::FirstBlock) as usize;
        let count = records.item_number(self.id, ItemNumber::BlockCount) as usize;
        let there = records.count(Part::Blocks);
        (first.min(there)..first.saturating_add(count).min(there)).map(move |block| {
            match records.block(block) {
                (layout::BLOCK_HEADING, text) => Block::Heading(text),
                (_, text) => Block::Paragraph(text),
            }
        })
    }

    /// The text of its first paragraph; empty if it has none.
    pub fn opening(&self) -> &'a str {
        self.blocks()
            .find_map(|block| match block {
                Block::Paragraph(text) => Some(text),
                Block::Heading(_) => None,
            })
            .unwrap_or_default()
    }

    /// How many words its text has.
    pub fn words(&self) -> u32 {
        self.records.item_number(self.id, ItemNumber::Words)
    }

    /// How many minutes it takes to read, at least 1.
    pub fn minutes(&self) -> u32 {
        minutes(self.words())
    }

    /// Whether it is short, medium or long.
    pub fn length(&self) -> Length {
        Length::of(self.words())
    }

    fn text(&self, which: ItemText) -> Option<&'a str> {
        self.records.item_text(self.id, which)
    }
}

/// How many minutes so many words take: 238 words a minute, the mean of silent reading of English non-fiction in
/// Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109, 2019.
fn minutes(words: u32) -> u32 {
    words.div_ceil(238).max(1)
}

/// A teaser in an edition: plainly less than an article, with nothing to open.
#[derive(Clone, Copy, Debug)]
pub struct Teaser<'a> {
    records: Records<'a>,
    id: ItemId,
}

impl<'a> Teaser<'a> {
    /// Which item it is.
    pub fn id(&self) -> ItemId {
        self.id
    }

    /// The label over it.
    pub fn section(&self) -> &'a str {
        self.records.item_text(self.id, ItemText::Section).unwrap_or_default()
    }

    /// Its headline.
    pub fn title(&self) -> &'a str {
        self.records.item_text(self.id, ItemText::Title).unwrap_or_default()
    }

    /// How old it was when the seed was taken, in the seed's own words ("2 months ago").
    pub fn age(&self) -> &'a str {
        self.records.item_text(self.id, ItemText::Age).unwrap_or_default()
    }
}

/// A piece of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block<'a> {
    /// A heading within the article.
    Heading(&'a str),
    /// A paragraph.
    Paragraph(&'a str),
}

impl<'a> Block<'a> {
    /// Its text, whichever it is.
    pub fn text(&self) -> &'a str {
        match self {
            Block::Heading(text) | Block::Paragraph(text) => text,
        }
    }
}

/// How long an article is, for a reader who asks "have I time for this?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Up to two minutes of reading.
    Short,
    /// More than two and up to three.
    Medium,
    /// More than three.
    Long,
}

impl Length {
    /// The length of a text of so many words.
    pub fn of(words: u32) -> Length {
        match minutes(words) {
            ..=2 => Length::Short,
            3 => Length::Medium,
            4.. => Length::Long,
        }
    }

    /// Its name, as links and the index spell it.
    pub fn name(self) -> &'static str {
        match self {
            Length::Short => "short",
            Length::Medium => "medium",
            Length::Long => "long",
        }
    }
}
