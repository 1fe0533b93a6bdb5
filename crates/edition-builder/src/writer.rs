//! Collects the parts of an edition and writes them behind its header. See
//! [`layout`](cuttings_edition::layout).

use crate::error::BuildError;
use cuttings_corpus::{Article, Block, Teaser};
use cuttings_edition::layout::{
    ABSENT, BLOCK_HEADING, BLOCK_PARAGRAPH, CHECKSUM_OFFSET, FORMAT_VERSION, HEADER_BYTES,
    ItemNumber, ItemText, KIND_ARTICLE, KIND_TEASER, LENGTH_OFFSET, MAGIC, Part, VERSION_OFFSET,
    checksum,
};
use std::collections::BTreeMap;

/// The parts while they grow.
#[derive(Default)]
pub(crate) struct Writer {
    text: Vec<u8>,
    /// The start of each text in `text`, so that a text used twice is stored once.
    starts: BTreeMap<String, u32>,
    site: Vec<u8>,
    items: Vec<u8>,
    item_count: u32,
    blocks: Vec<u8>,
    block_count: u32,
    /// The item number of each article by its slug.
    slugs: BTreeMap<String, u32>,
}

/// The parts that `cuttings-insight` contributes.
#[derive(Debug, Default)]
pub(crate) struct InsightParts {
    pub(crate) mentions: Vec<u8>,
    pub(crate) quotes: Vec<u8>,
    pub(crate) figures: Vec<u8>,
    pub(crate) related: Vec<u8>,
}

impl Writer {
    /// Adds the next text about the whole edition.
    pub(crate) fn add_site_text(&mut self, text: &str) -> Result<(), BuildError> {
        let reference = self.reference(Some(text))?;
        self.site.extend(reference);
        Ok(())
    }

    /// Adds an article as the next item.
    pub(crate) fn add_article(
        &mut self,
        article: &Article,
        slug: &str,
        word_count: u32,
    ) -> Result<(), BuildError> {
        let first_block = self.block_count;
        for block in &article.body {
            let kind = match block {
                Block::Heading(_) => BLOCK_HEADING,
                Block::Paragraph(_) => BLOCK_PARAGRAPH,
            };
            let reference = self.reference(Some(block.text()))?;
            self.blocks.extend(reference);
            self.blocks.extend(kind.to_le_bytes());
            self.block_count += 1;
        }
        self.slugs.insert(slug.to_owned(), self.item_count);
        let text = |which| match which {
            ItemText::Section => Some(article.section.as_str()),
            ItemText::Title => Some(article.title.as_str()),
            ItemText::Slug => Some(slug),
            ItemText::Standfirst => article.standfirst.as_deref(),
            ItemText::Author => article.author.as_deref(),
            ItemText::Date => article.date.as_deref(),
            ItemText::Source => article.source.as_deref(),
            ItemText::Language => article.language.as_deref(),
            ItemText::Age => None,
        };
        let block_count = self.block_count - first_block;
        self.add_item(text, |which| match which {
            ItemNumber::Kind => KIND_ARTICLE,
            ItemNumber::FirstBlock => first_block,
            ItemNumber::BlockCount => block_count,
            ItemNumber::WordCount => word_count,
        })
    }

    /// Adds a teaser as the next item.
    pub(crate) fn add_teaser(&mut self, teaser: &Teaser) -> Result<(), BuildError> {
        let text = |which| match which {
            ItemText::Section => Some(teaser.section.as_str()),
            ItemText::Title => Some(teaser.title.as_str()),
            ItemText::Age => Some(teaser.age.as_str()),
            _ => None,
        };
        self.add_item(text, |which| match which {
            ItemNumber::Kind => KIND_TEASER,
            ItemNumber::FirstBlock | ItemNumber::BlockCount | ItemNumber::WordCount => 0,
        })
    }

    fn add_item<'t>(
        &mut self,
        text: impl Fn(ItemText) -> Option<&'t str>,
        number: impl Fn(ItemNumber) -> u32,
    ) -> Result<(), BuildError> {
        for which in ItemText::ALL {
            let reference = self.reference(text(which))?;
            self.items.extend(reference);
        }
        for which in ItemNumber::ALL {
            self.items.extend(number(which).to_le_bytes());
        }
        self.item_count += 1;
        Ok(())
    }

    /// Stores a text, unless it is stored already. Returns its start and its length.
    pub(crate) fn store(&mut self, text: &str) -> Result<(u32, u32), BuildError> {
        let start = match self.starts.get(text) {
            Some(start) => *start,
            None => {
                let start = offset(self.text.len())?;
                self.text.extend(text.as_bytes());
                self.starts.insert(text.to_owned(), start);
                start
            }
        };
        Ok((start, offset(text.len())?))
    }

    /// Stores a text and returns the reference to it.
    fn reference(&mut self, text: Option<&str>) -> Result<[u8; 8], BuildError> {
        let (start, length) = match text {
            None => (ABSENT, 0),
            Some(text) => self.store(text)?,
        };
        let mut reference = [0; 8];
        reference[..4].copy_from_slice(&start.to_le_bytes());
        reference[4..].copy_from_slice(&length.to_le_bytes());
        Ok(reference)
    }

    /// Writes the edition with its search index and its insights.
    pub(crate) fn finish(
        self,
        index: &[u8],
        insights: &InsightParts,
    ) -> Result<Vec<u8>, BuildError> {
        // A BTreeMap iterates in key order, which the reader's binary search relies on.
        let slugs: Vec<u8> = self.slugs.values().flat_map(|item| item.to_le_bytes()).collect();
        let mut bytes = vec![0; HEADER_BYTES];
        for part in Part::ALL {
            let content = match part {
                Part::Text => &self.text[..],
                Part::Site => &self.site,
                Part::Items => &self.items,
                Part::Blocks => &self.blocks,
                Part::Slugs => &slugs,
                Part::Index => index,
                Part::Mentions => &insights.mentions,
                Part::Quotes => &insights.quotes,
                Part::Figures => &insights.figures,
                Part::Related => &insights.related,
            };
            bytes.resize(bytes.len().next_multiple_of(8), 0);
            let start = offset(bytes.len())?;
            put(&mut bytes, part.entry_offset(), &start.to_le_bytes());
            put(&mut bytes, part.entry_offset() + 4, &offset(content.len())?.to_le_bytes());
            bytes.extend(content);
        }
        let length = u64::from(offset(bytes.len())?);
        put(&mut bytes, 0, &MAGIC);
        put(&mut bytes, VERSION_OFFSET, &FORMAT_VERSION.to_le_bytes());
        put(&mut bytes, LENGTH_OFFSET, &length.to_le_bytes());
        let checksum = checksum(&bytes);
        put(&mut bytes, CHECKSUM_OFFSET, &checksum.to_le_bytes());
        Ok(bytes)
    }
}

/// Overwrites the bytes at an offset of the header.
fn put(bytes: &mut [u8], offset: usize, value: &[u8]) {
    bytes[offset..offset + value.len()].copy_from_slice(value);
}

/// Converts a length to an offset of the format. [`ABSENT`] is not an offset.
fn offset(length: usize) -> Result<u32, BuildError> {
    u32::try_from(length).ok().filter(|offset| *offset != ABSENT).ok_or(BuildError::TooLarge)
}
