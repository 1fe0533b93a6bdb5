//! Collects the sections of an edition and writes them behind its header. See
//! [`layout`](cuttings_edition::layout).

use crate::assets::Assets;
use crate::error::BuildError;
use crate::forms::Blocks;
use crate::lists::ListWriter;
use crate::metadata::{self, Field};
use crate::split::{BodyEnds, Outline};
use crate::texts::{Texts, offset};
use cuttings_corpus::{Article, Teaser};
use cuttings_edition::layout::{
    CHECKSUM_OFFSET, FORMAT_VERSION, HEADER_BYTES, ItemNumber, ItemText, KIND_ARTICLE, KIND_TEASER,
    LENGTH_OFFSET, MAGIC, Section, VERSION_OFFSET, checksum,
};
use std::collections::{BTreeMap, BTreeSet};

/// The sections while they grow.
#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) texts: Texts,
    site: Vec<u8>,
    items: Vec<u8>,
    item_count: u32,
    blocks: Blocks,
    /// The number of blocks of the items so far.
    planned_blocks: u32,
    pub(crate) outline: Outline,
    /// The metadata of each item.
    metadata: ListWriter,
    assets: Assets,
    /// The item number of each article by its slug.
    slugs: BTreeMap<String, u32>,
}

/// The sections that `cuttings-insight` contributes.
#[derive(Debug, Default)]
pub(crate) struct InsightSections {
    pub(crate) mentions: Vec<u8>,
    pub(crate) quotes: Vec<u8>,
    pub(crate) figures: Vec<u8>,
    pub(crate) related: Vec<u8>,
}

impl Writer {
    /// Adds the next text about the whole edition.
    pub(crate) fn add_site_text(&mut self, text: &str) -> Result<(), BuildError> {
        self.site.extend(self.texts.reference(Some(text))?);
        self.outline.site = self.texts.bytes().len();
        Ok(())
    }

    /// Stores a text that many items share, before the first of them.
    pub(crate) fn add_common_text(&mut self, text: &str) -> Result<(), BuildError> {
        self.texts.store(text)?;
        self.outline.site = self.texts.bytes().len();
        Ok(())
    }

    /// Ends the texts that many items share.
    pub(crate) fn end_common_texts(&mut self) {
        self.texts.end_common();
    }

    /// Stores the texts of the next item again, even if another one has the same.
    pub(crate) fn forget_item_texts(&mut self) {
        self.texts.forget_item();
    }

    /// Adds an article as the next item. Authors among `organisations` are organisations.
    pub(crate) fn add_article(
        &mut self,
        article: &Article,
        slug: &str,
        word_count: u32,
        fields: &[Field],
        organisations: &BTreeSet<&str>,
    ) -> Result<(), BuildError> {
        let first_block = self.planned_blocks;
        let block_count = offset(article.body.len())?;
        self.planned_blocks = first_block.checked_add(block_count).ok_or(BuildError::TooLarge)?;
        let Self { metadata, texts, assets, .. } = self;
        metadata::write(article, fields, organisations, metadata, texts, assets)?;
        self.slugs.insert(slug.to_owned(), self.item_count);
        let text = |which| match which {
            ItemText::Section => Some(article.section.as_str()),
            ItemText::Title => Some(article.title.as_str()),
            ItemText::Slug => Some(slug),
            ItemText::Standfirst => article.standfirst.as_deref(),
            ItemText::Language => article.language.as_deref(),
            ItemText::Age => None,
        };
        self.add_item(text, |which| match which {
            ItemNumber::Kind => KIND_ARTICLE,
            ItemNumber::FirstBlock => first_block,
            ItemNumber::BlockCount => block_count,
            ItemNumber::WordCount => word_count,
        })
    }

    /// Adds the blocks of all articles, after the last item: the texts of all items are together,
    /// before those of the bodies. In a large edition the texts of all blocks are before those of
    /// their forms, such as the addresses of links, which a search does not read.
    pub(crate) fn add_bodies(
        &mut self,
        articles: &[Article],
        is_large: bool,
    ) -> Result<(), BuildError> {
        let mut references = Vec::new();
        let mut ends_of_texts = Vec::new();
        if is_large {
            for article in articles {
                self.texts.forget();
                for block in &article.body {
                    references.push(self.texts.reference(Some(&block.text))?);
                }
                ends_of_texts.push(self.texts.bytes().len());
            }
            self.outline.form_texts = self.texts.bytes().len();
        }
        let (mut references, mut ends_of_texts) =
            (references.into_iter(), ends_of_texts.into_iter());
        for article in articles {
            self.texts.forget();
            for block in &article.body {
                let text = match references.next() {
                    Some(reference) => reference,
                    None => self.texts.reference(Some(&block.text))?,
                };
                self.blocks.add(block, text, &mut self.texts, &mut self.assets)?;
            }
            let end = self.texts.bytes().len();
            let (texts, form_texts) = match ends_of_texts.next() {
                Some(texts) => (texts, end),
                None => (end, self.outline.form_texts),
            };
            let forms = self.blocks.form_count() as usize;
            self.outline.bodies.push(BodyEnds { forms, texts, form_texts });
        }
        Ok(())
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
            self.items.extend(self.texts.reference(text(which))?);
        }
        for which in ItemNumber::ALL {
            self.items.extend(number(which).to_le_bytes());
        }
        self.metadata.end_list();
        self.outline.items.push(self.texts.bytes().len());
        self.item_count += 1;
        Ok(())
    }

    /// Writes the edition with its search index and its insights.
    ///
    /// `fields` and `links` are sections from [`metadata`].
    pub(crate) fn finish(
        mut self,
        index: Vec<u8>,
        insights: InsightSections,
        fields: Vec<u8>,
        links: Vec<u8>,
    ) -> Result<(Vec<u8>, Outline), BuildError> {
        let assets = self.assets.finish(&mut self.texts)?;
        let (blocks, forms) = self.blocks.finish();
        let metadata = self.metadata.finish();
        // A BTreeMap iterates in key order, which the reader's binary search relies on.
        let slugs: Vec<u8> = self.slugs.values().flat_map(|item| item.to_le_bytes()).collect();
        let contents = [
            (Section::Text, self.texts.into_bytes()),
            (Section::Site, self.site),
            (Section::Items, self.items),
            (Section::Blocks, blocks),
            (Section::Slugs, slugs),
            (Section::Index, index),
            (Section::Mentions, insights.mentions),
            (Section::Quotes, insights.quotes),
            (Section::Figures, insights.figures),
            (Section::Related, insights.related),
            (Section::Forms, forms),
            (Section::Metadata, metadata),
            (Section::Fields, fields),
            (Section::Assets, assets),
            (Section::Links, links),
        ];
        const { assert!(Section::ALL.len() == 15, "every section has its content") };
        let capacity = contents.iter().map(|(_, content)| content.len() + 8).sum::<usize>();
        let mut bytes = Vec::with_capacity(HEADER_BYTES + capacity);
        bytes.resize(HEADER_BYTES, 0);
        // Each content is dropped when it is written.
        for (section, content) in contents {
            bytes.resize(bytes.len().next_multiple_of(8), 0);
            let start = offset(bytes.len())?;
            put(&mut bytes, section.entry_offset(), &start.to_le_bytes());
            put(&mut bytes, section.entry_offset() + 4, &offset(content.len())?.to_le_bytes());
            bytes.extend(content);
        }
        let length = u64::from(offset(bytes.len())?);
        put(&mut bytes, 0, &MAGIC);
        put(&mut bytes, VERSION_OFFSET, &FORMAT_VERSION.to_le_bytes());
        put(&mut bytes, LENGTH_OFFSET, &length.to_le_bytes());
        let checksum = checksum(&bytes);
        put(&mut bytes, CHECKSUM_OFFSET, &checksum.to_le_bytes());
        Ok((bytes, self.outline))
    }
}

/// Overwrites the bytes at an offset of the header.
fn put(bytes: &mut [u8], offset: usize, value: &[u8]) {
    bytes[offset..offset + value.len()].copy_from_slice(value);
}
