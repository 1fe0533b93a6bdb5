//! Opens an edition and gives access to its items, texts and index.

use crate::asset::Asset;
use crate::block::Block;
use crate::error::OpenError;
use crate::id::{ItemId, TextId};
use crate::item::{Article, Item};
use crate::layout::{ListReader, Section, SiteText};
use crate::period::Period;
use crate::records::Records;
use crate::schema::{change, column};
use crate::text_span::TextSpan;
#[cfg(feature = "parts")]
use cuttings_parts::{Bytes, PartStore};
use cuttings_search::{DocId, Index, PassageVisitor, RangeField, Searcher};
use std::ops::ControlFlow;

/// The query fields that limit results by their dates, and by their changes since the reader's last
/// visit. `before:` and `after:` leave out the days that they name. `new:` finds both kinds of
/// changes, unless its value begins as "changed" or "added" does.
static RANGE_FIELDS: [RangeField; 4] = [
    RangeField {
        name: "date",
        column: column::DATE,
        keys: |text| Some(Period::parse(text)?.keys()),
    },
    RangeField {
        name: "before",
        column: column::DATE,
        keys: |text| Some((0, Period::parse(text)?.keys().0.saturating_sub(1))),
    },
    RangeField {
        name: "after",
        column: column::DATE,
        keys: |text| Some((Period::parse(text)?.keys().1.saturating_add(1), u32::MAX)),
    },
    RangeField {
        name: "new",
        column: column::CHANGE,
        keys: |text| {
            let from = if text.starts_with('c') { change::CHANGED } else { change::NEW };
            let to = if text.starts_with('a') { change::NEW } else { change::CHANGED };
            Some((from, to))
        },
    },
];

/// An opened edition: a view of the bytes it was opened from.
#[derive(Clone, Debug)]
pub struct Edition<'a> {
    pub(crate) records: Records<'a>,
    index: Index<'a>,
}

impl<'a> Edition<'a> {
    /// Opens an edition.
    ///
    /// This computes one checksum over the bytes and copies nothing.
    ///
    /// # Errors
    /// If the bytes are not an edition, have another version of the format, or are damaged.
    pub fn open(bytes: &'a [u8]) -> Result<Edition<'a>, OpenError> {
        Edition::with_index(Records::open(bytes)?)
    }

    /// Opens an edition that arrives in parts.
    #[cfg(feature = "parts")]
    ///
    /// Whatever is read from parts that have not arrived is empty or wrong, and
    /// [`PartStore::take_missing`] names them.
    ///
    /// # Errors
    /// If the bytes are not an edition, have another version of the format, or are damaged.
    pub fn in_parts(store: &'a PartStore<'a>) -> Result<Edition<'a>, OpenError> {
        Edition::with_index(Records::read(Bytes::in_parts(store))?)
    }

    fn with_index(records: Records<'a>) -> Result<Edition<'a>, OpenError> {
        let index = Index::open(records.section(Section::Index)).map_err(OpenError::Index)?;
        Ok(Edition { records, index })
    }

    /// Returns the edition's title, for a heading and the browser's tab.
    pub fn title(&self) -> &'a str {
        self.records.site(SiteText::Title)
    }

    /// Returns a sentence about the edition, or an empty text.
    pub fn description(&self) -> &'a str {
        self.records.site(SiteText::Description)
    }

    /// Returns the language of the texts that name none of their own, as a BCP 47 tag.
    pub fn language(&self) -> &'a str {
        self.records.site(SiteText::Language)
    }

    /// Returns the number of items, articles and teasers.
    pub fn len(&self) -> usize {
        self.records.count(Section::Items)
    }

    /// Returns true if the edition has no items.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Iterates over all items in seed order: the articles, then the teasers.
    pub fn items(&self) -> impl ExactSizeIterator<Item = Item<'a>> + use<'a> {
        let records = self.records;
        (0..self.len()).map(move |number| Item::read(records, ItemId(number as u32)))
    }

    /// Returns an item, or `None` if the edition has no such item.
    pub fn item(&self, id: ItemId) -> Option<Item<'a>> {
        (id.as_usize() < self.len()).then(|| Item::read(self.records, id))
    }

    /// Iterates over the picture files.
    pub fn assets(&self) -> impl ExactSizeIterator<Item = Asset<'a>> + use<'a> {
        let records = self.records;
        (0..ListReader::count(records.section(Section::Assets)))
            .map(move |asset| Asset::read(records, asset as u32))
    }

    /// Returns the article with this slug, or `None` if the edition has no such article.
    pub fn article(&self, slug: &str) -> Option<Article<'a>> {
        self.records.find_slug(slug).and_then(|id| match self.item(id)? {
            Item::Article(article) => Some(article),
            Item::Teaser(_) => None,
        })
    }

    /// Returns a text of an item, or an empty text if the item has no such text.
    pub fn text(&self, item: ItemId, text: TextId) -> &'a str {
        let Some(item) = self.item(item) else { return "" };
        match (text, item) {
            (TextId::Title, item) => item.title(),
            (TextId::Standfirst, Item::Article(article)) => {
                article.standfirst().unwrap_or_default()
            }
            (TextId::Block(block), Item::Article(article)) => {
                article.blocks().nth(block as usize).as_ref().map(Block::text).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// Returns the text of a span, or an empty text if the item has no such span.
    pub fn text_at(&self, item: ItemId, span: &TextSpan) -> &'a str {
        self.text(item, span.text).get(span.range.clone()).unwrap_or_default()
    }

    /// Returns the whole sentence around a span.
    pub fn sentence(&self, item: ItemId, span: &TextSpan) -> TextSpan {
        let text = self.text(item, span.text);
        let sentences = cuttings_search::sentences(text);
        let around = sentences.into_iter().find(|range| span.range.start < range.end);
        TextSpan { text: span.text, range: around.unwrap_or(0..text.len()) }
    }

    /// Returns the search index of the items. Document *n* is item *n*.
    pub fn index(&self) -> &Index<'a> {
        &self.index
    }

    /// Creates a search over the items. Keep it for the next query: it reuses its buffers.
    pub fn searcher(&self) -> Searcher<'a> {
        let (records, items) = (self.records, self.len());
        let texts = move |document: DocId, visit: &mut PassageVisitor<'_>| match (document.0
            as usize)
            < items
        {
            true => Item::read(records, ItemId(document.0)).passages(visit),
            false => ControlFlow::Continue(()),
        };
        Searcher::new(self.index.clone(), Box::new(texts)).with_range_fields(&RANGE_FIELDS)
    }
}
