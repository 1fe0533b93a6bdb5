//! Writes the parts of an edition, each text once, and puts the header before them.

use super::BuildError;
use crate::layout::{self, ItemNumber, ItemText, Part};
use cuttings_corpus::{Article, Teaser};
use layout::{
    ABSENT, CHECKED_FROM, FORMAT_VERSION, HEADER_BYTES, KIND_ARTICLE, KIND_TEASER, MAGIC,
};
use std::collections::BTreeMap;
use xxhash_rust::xxh64::xxh64;

/// The parts while they grow. See [`layout`] for what they are made of.
#[derive(Default)]
pub(super) struct Writer {
    text: Vec<u8>,
    /// Where each text that was written starts, so that a section's label stands there once.
    written: BTreeMap<String, u32>,
    site: Vec<u8>,
    items: Vec<u8>,
    item_count: u32,
    blocks: Vec<u8>,
    block_count: u32,
    /// Slug and item of each article.
    slugs: BTreeMap<String, u32>,
}

/// The parts that have a run of numbers for each item.
#[derive(Debug, Default)]
pub(super) struct ItemLists {
    pub(super) mentions: Vec<u8>,
    pub(super) quotes: Vec<u8>,
    pub(super) figures: Vec<u8>,
    pub(super) notes: Vec<u8>,
}

impl Writer {
    pub(super) fn site(&mut self, text: &str) -> Result<(), BuildError> {
        let reference = self.reference(Some(text))?;
        self.site.extend(reference);
        Ok(())
    }

    pub(super) fn article(
        &mut self,
        article: &Article,
        slug: &str,
        words: u32,
    ) -> Result<(), BuildError> {
        let first_block = self.block_count;
        for block in &article.body {
            let kind = match block {
                cuttings_corpus::Block::Heading(_) => layout::BLOCK_HEADING,
                cuttings_corpus::Block::Paragraph(_) => layout::BLOCK_PARAGRAPH,
            };
            let reference = self.reference(Some(block.text()))?;
            self.blocks.extend(reference);
            self.blocks.extend(kind.to_le_bytes());
            self.block_count += 1;
        }
        self.slugs.insert(slug.to_owned(), self.item_count);
        let texts = |text| match text {
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
        self.item(texts, |number| match number {
            ItemNumber::Kind => KIND_ARTICLE,
            ItemNumber::FirstBlock => first_block,
            ItemNumber::BlockCount => block_count,
            ItemNumber::Words => words,
        })
    }

    pub(super) fn teaser(&mut self, teaser: &Teaser) -> Result<(), BuildError> {
        let texts = |text| match text {
            ItemText::Section => Some(teaser.section.as_str()),
            ItemText::Title => Some(teaser.title.as_str()),
            ItemText::Age => Some(teaser.age.as_str()),
            _ => None,
        };
        self.item(texts, |number| if matches!(number, ItemNumber::Kind) { KIND_TEASER } else { 0 })
    }

    fn item<'t>(
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

    /// Where a text stands, which is written unless it is there already: its start and length.
    pub(super) fn place(&mut self, text: &str) -> Result<(u32, u32), BuildError> {
        let start = match self.written.get(text) {
            Some(start) => *start,
            None => {
                let start = offset(self.text.len())?;
                self.text.extend(text.as_bytes());
                self.written.insert(text.to_owned(), start);
                start
            }
        };
        Ok((start, offset(text.len())?))
    }

    /// The reference to a text, which is written unless it is there already.
    fn reference(&mut self, text: Option<&str>) -> Result<[u8; 8], BuildError> {
        let (start, length) = match text {
            None => (ABSENT, 0),
            Some(text) => self.place(text)?,
        };
        let mut reference = [0; 8];
        reference[..4].copy_from_slice(&start.to_le_bytes());
        reference[4..].copy_from_slice(&length.to_le_bytes());
        Ok(reference)
    }

    /// The whole edition with `index` as its search index, and the runs of numbers that go with it.
    pub(super) fn finish(&self, index: &[u8], runs: &ItemLists) -> Result<Vec<u8>, BuildError> {
        // A BTreeMap walks its keys in order, which is what the reader's binary search needs.
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
                Part::Mentions => &runs.mentions,
                Part::Quotes => &runs.quotes,
                Part::Figures => &runs.figures,
                Part::Notes => &runs.notes,
            };
            bytes.resize(bytes.len().next_multiple_of(8), 0);
            let entry = 32 + 8 * part as usize;
            let start = offset(bytes.len())?;
            bytes[entry..entry + 4].copy_from_slice(&start.to_le_bytes());
            bytes[entry + 4..entry + 8].copy_from_slice(&offset(content.len())?.to_le_bytes());
            bytes.extend(content);
        }
        offset(bytes.len())?;
        let length = bytes.len() as u64;
        bytes[..8].copy_from_slice(&MAGIC);
        bytes[8..12].copy_from_slice(&FORMAT_VERSION.to_le_bytes());
        bytes[16..24].copy_from_slice(&length.to_le_bytes());
        let checksum = xxh64(&bytes[CHECKED_FROM..], 0);
        bytes[24..32].copy_from_slice(&checksum.to_le_bytes());
        Ok(bytes)
    }
}

/// A length as the format writes it; [`ABSENT`] is not one.
fn offset(length: usize) -> Result<u32, BuildError> {
    u32::try_from(length).ok().filter(|offset| *offset != ABSENT).ok_or(BuildError::TooLarge)
}
