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
use cuttings_search::{BuiltIndex, IndexBuilder};
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
    outline: Outline,
    /// The metadata of each item.
    metadata: ListWriter,
    assets: Assets,
    /// The item number of each article by its slug.
    slugs: BTreeMap<String, u32>,
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
        organisations: &BTreeSet<String>,
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

    /// Writes the last texts and the sections before the index, which need no memory then. `fields`
    /// is a section from [`metadata`].
    pub(crate) fn finish(mut self, fields: ListWriter) -> Result<Sections<'o>, BuildError> {
        let assets = self.assets.finish(&mut self.texts)?;
        let (blocks, forms) = self.blocks.finish();
        // A BTreeMap iterates in key order, which the reader's binary search relies on.
        let slugs: Vec<u8> = self.slugs.values().flat_map(|item| item.to_le_bytes()).collect();
        let (output, end) = self.texts.finish()?;
        let mut sections = Sections {
            output,
            end,
            header: [0; HEADER_BYTES],
            outline: self.outline,
            lists: vec![
                (Section::Forms, forms),
                (Section::Metadata, self.metadata),
                (Section::Fields, fields),
                (Section::Assets, assets),
            ],
        };
        sections.put_section(Section::Text, HEADER_BYTES)?;
        sections.add(Section::Site, &[self.site])?;
        sections.add(Section::Items, &[self.items])?;
        sections.add(Section::Blocks, &[blocks])?;
        sections.add(Section::Slugs, &[slugs])?;
        Ok(sections)
    }
}

/// The sections behind the texts, which are written one by one.
pub(crate) struct Sections<'o> {
    output: &'o mut dyn Output,
    /// The end of the last section.
    end: usize,
    header: [u8; HEADER_BYTES],
    outline: Outline,
    /// Those that are complete before their turn.
    lists: Vec<(Section, ListWriter)>,
}

impl Sections<'_> {
    /// Writes the index.
    pub(crate) fn add_index(&mut self, index: IndexBuilder) -> Result<BuiltIndex, BuildError> {
        let start = self.align()?;
        let mut result = Ok(());
        let built = index.finish_into(&mut |piece| {
            if result.is_ok() {
                result = self.append(piece);
            }
        });
        result?;
        self.put_section(Section::Index, start)?;
        Ok(built)
    }

    /// Writes the next section from lists.
    pub(crate) fn add_lists(
        &mut self,
        section: Section,
        list: ListWriter,
    ) -> Result<(), BuildError> {
        self.add(section, &list.finish())
    }

    /// Writes the sections that were complete before.
    pub(crate) fn add_complete(&mut self) -> Result<(), BuildError> {
        let lists = std::mem::take(&mut self.lists);
        lists.into_iter().try_for_each(|(section, list)| self.add_lists(section, list))
    }

    /// Writes the next section from its pieces.
    pub(crate) fn add(&mut self, section: Section, pieces: &[Vec<u8>]) -> Result<(), BuildError> {
        let start = self.align()?;
        pieces.iter().try_for_each(|piece| self.append(piece))?;
        self.put_section(section, start)
    }

    /// Writes the header.
    pub(crate) fn finish(mut self) -> Result<Outline, BuildError> {
        const { assert!(Section::ALL.len() == 16, "every section has its content") };
        put(&mut self.header, 0, &MAGIC);
        put(&mut self.header, VERSION_OFFSET, &FORMAT_VERSION.to_le_bytes());
        put(&mut self.header, LENGTH_OFFSET, &u64::from(offset(self.end)?).to_le_bytes());
        self.output.write(0, &self.header)?;
        let checksum = checksum_of(self.output, self.end)?;
        self.output.write(CHECKSUM_OFFSET, &checksum.to_le_bytes())?;
        Ok(self.outline)
    }

    /// Begins a section, and returns its place.
    fn align(&mut self) -> Result<usize, BuildError> {
        let start = self.end.next_multiple_of(ALIGNMENT);
        self.append([0; ALIGNMENT].get(..start - self.end).unwrap_or_default())?;
        Ok(start)
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), BuildError> {
        self.output.write(self.end, bytes)?;
        self.end += bytes.len();
        Ok(())
    }

    /// Puts the place of the last section into the header.
    fn put_section(&mut self, section: Section, start: usize) -> Result<(), BuildError> {
        let length = offset(self.end - start)?;
        put(&mut self.header, section.entry_offset(), &offset(start)?.to_le_bytes());
        put(&mut self.header, section.entry_offset() + 4, &length.to_le_bytes());
        Ok(())
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
