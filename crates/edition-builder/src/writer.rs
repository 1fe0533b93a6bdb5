//! Collects the sections of an edition and writes them behind its header. See
//! [`layout`](cuttings_edition::layout).

use crate::articles::{Articles, ranges};
use crate::assets::Assets;
use crate::error::BuildError;
use crate::forms::Blocks;
use crate::lists::ListWriter;
use crate::metadata::{self, Field};
use crate::output::Output;
use crate::split::{BodyEnds, Outline};
use crate::texts::{Texts, offset};
use cuttings_corpus::{Article, Teaser};
use cuttings_edition::layout::{
    CHECKSUM_OFFSET, Checksum, FORMAT_VERSION, HEADER_BYTES, ItemNumber, ItemText, KIND_ARTICLE,
    KIND_TEASER, LENGTH_OFFSET, MAGIC, SECTION_TABLE_OFFSET, Section, VERSION_OFFSET,
};
use std::collections::{BTreeMap, BTreeSet};

/// The sections while they grow.
pub(crate) struct Writer<'o> {
    pub(crate) texts: Texts<'o>,
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

/// The sections that `cuttings-insight` and `cuttings-stories` contribute.
#[derive(Debug, Default)]
pub(crate) struct InsightSections {
    pub(crate) mentions: Vec<u8>,
    pub(crate) quotes: Vec<u8>,
    pub(crate) figures: Vec<u8>,
    pub(crate) related: Vec<u8>,
    pub(crate) connections: Vec<u8>,
    pub(crate) stories: Vec<u8>,
}

impl<'o> Writer<'o> {
    /// Begins an edition.
    pub(crate) fn new(output: &'o mut dyn Output) -> Result<Self, BuildError> {
        output.write(0, &[0; HEADER_BYTES])?;
        Ok(Self {
            texts: Texts::new(output),
            site: Vec::new(),
            items: Vec::new(),
            item_count: 0,
            blocks: Blocks::default(),
            planned_blocks: 0,
            outline: Outline::default(),
            metadata: ListWriter::default(),
            assets: Assets::default(),
            slugs: BTreeMap::new(),
        })
    }

    /// Adds the next text about the whole edition.
    pub(crate) fn add_site_text(&mut self, text: &str) -> Result<(), BuildError> {
        self.site.extend(self.texts.reference(Some(text))?);
        self.outline.site = self.texts.len();
        Ok(())
    }

    /// Stores a text that many items share, before the first of them.
    pub(crate) fn add_common_text(&mut self, text: &str) -> Result<(), BuildError> {
        self.texts.store(text)?;
        self.outline.site = self.texts.len();
        Ok(())
    }

    /// Ends the texts that many items share.
    pub(crate) fn end_common_texts(&mut self) {
        self.texts.end_common();
    }

    /// Stores the texts of the next item again, even if another one has the same.
    pub(crate) fn forget_item_texts(&mut self) -> Result<(), BuildError> {
        self.texts.forget_item()
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
        articles: &impl Articles,
        is_large: bool,
    ) -> Result<(), BuildError> {
        for range in ranges(articles.count()) {
            for article in articles.read(range).iter() {
                self.texts.forget()?;
                for block in &article.body {
                    let text = self.texts.reference(Some(&block.text))?;
                    let has_form = self.blocks.add_record(block, text);
                    if has_form && !is_large {
                        self.blocks.add_form(block, &mut self.texts, &mut self.assets)?;
                    }
                }
                let forms = self.blocks.form_count() as usize;
                let ends = BodyEnds { forms, texts: self.texts.len(), form_texts: 0 };
                self.outline.bodies.push(ends);
            }
        }
        if is_large { self.add_forms(articles) } else { Ok(()) }
    }

    /// Adds the forms of all blocks, after the last of them.
    fn add_forms(&mut self, articles: &impl Articles) -> Result<(), BuildError> {
        self.outline.form_texts = self.texts.len();
        self.texts.forget()?;
        let mut forms = 0;
        for range in ranges(articles.count()) {
            let ends = self.outline.bodies.get_mut(range.clone()).unwrap_or_default();
            let forms_before = forms;
            forms = ends.last().map_or(forms, |ends| ends.forms);
            if forms == forms_before {
                let form_texts = self.texts.len();
                ends.iter_mut().for_each(|ends| ends.form_texts = form_texts);
                self.texts.forget()?;
                continue;
            }
            for (article, ends) in articles.read(range).iter().zip(ends) {
                self.texts.forget()?;
                for block in &article.body {
                    self.blocks.add_form(block, &mut self.texts, &mut self.assets)?;
                }
                ends.form_texts = self.texts.len();
            }
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
        self.outline.items.push(self.texts.len());
        self.item_count += 1;
        Ok(())
    }

    /// Writes all that follows the texts, and the header.
    ///
    /// `index` are the pieces of the search index, `fields` is a section from [`metadata`].
    pub(crate) fn finish(
        mut self,
        index: Vec<Vec<u8>>,
        insights: InsightSections,
        fields: Vec<u8>,
    ) -> Result<Outline, BuildError> {
        let assets = self.assets.finish(&mut self.texts)?;
        let (blocks, forms) = self.blocks.finish();
        let metadata = self.metadata.finish();
        // A BTreeMap iterates in key order, which the reader's binary search relies on.
        let slugs: Vec<u8> = self.slugs.values().flat_map(|item| item.to_le_bytes()).collect();
        let contents = [
            (Section::Site, vec![self.site]),
            (Section::Items, vec![self.items]),
            (Section::Blocks, vec![blocks]),
            (Section::Slugs, vec![slugs]),
            (Section::Index, index),
            (Section::Mentions, vec![insights.mentions]),
            (Section::Quotes, vec![insights.quotes]),
            (Section::Figures, vec![insights.figures]),
            (Section::Related, vec![insights.related]),
            (Section::Forms, vec![forms]),
            (Section::Metadata, vec![metadata]),
            (Section::Fields, vec![fields]),
            (Section::Assets, vec![assets]),
            (Section::Connections, vec![insights.connections]),
            (Section::Stories, vec![insights.stories]),
        ];
        const { assert!(Section::ALL.len() == 16, "every section has its content") };
        let (output, mut end) = self.texts.finish()?;
        let mut header = [0; HEADER_BYTES];
        let mut put_section = |section: Section, start: usize, end: usize| {
            put(&mut header, section.entry_offset(), &offset(start)?.to_le_bytes());
            put(&mut header, section.entry_offset() + 4, &offset(end - start)?.to_le_bytes());
            Ok::<(), BuildError>(())
        };
        put_section(Section::Text, HEADER_BYTES, end)?;
        let bytes = |pieces: &[Vec<u8>]| pieces.iter().map(Vec::len).sum::<usize>();
        output.reserve(contents.iter().map(|(_, pieces)| bytes(pieces) + ALIGNMENT).sum());
        // Each piece is dropped when it is written.
        for (section, pieces) in contents {
            let start = end.next_multiple_of(ALIGNMENT);
            output.write(end, [0; ALIGNMENT].get(..start - end).unwrap_or_default())?;
            end = start;
            for piece in pieces {
                output.write(end, &piece)?;
                end += piece.len();
            }
            put_section(section, start, end)?;
        }
        put(&mut header, 0, &MAGIC);
        put(&mut header, VERSION_OFFSET, &FORMAT_VERSION.to_le_bytes());
        put(&mut header, LENGTH_OFFSET, &u64::from(offset(end)?).to_le_bytes());
        output.write(0, &header)?;
        let checksum = checksum_of(output, end)?;
        output.write(CHECKSUM_OFFSET, &checksum.to_le_bytes())?;
        Ok(self.outline)
    }
}

/// The bytes that the start of a section is a multiple of.
const ALIGNMENT: usize = 8;

/// The bytes that are read at once for the checksum.
const READ: usize = 256 << 10;

/// Computes the checksum of an edition with this many bytes. It begins with the table of sections,
/// which is known last.
fn checksum_of(output: &mut dyn Output, length: usize) -> Result<u64, BuildError> {
    let mut checksum = Checksum::default();
    let mut buffer = vec![0; READ];
    for start in (SECTION_TABLE_OFFSET..length).step_by(READ) {
        let piece = &mut buffer[..READ.min(length - start)];
        output.read(start, piece)?;
        checksum.add(piece);
    }
    Ok(checksum.finish())
}

/// Overwrites the bytes at an offset of the header.
fn put(bytes: &mut [u8], offset: usize, value: &[u8]) {
    bytes[offset..offset + value.len()].copy_from_slice(value);
}
