//! An *edition*: everything built from one folder of seeds, as one run of bytes that is put together natively and
//! opened in place in the browser.
//!
//! The edition holds every text once. Opening it looks at a header and a checksum and parses nothing; each accessor
//! reads what it is asked for straight from the bytes. It does not matter where the bytes came from: embedded in the
//! program, fetched, or read from a file.
//!
//! ```
//! # #[cfg(feature = "build")] {
//! use cuttings_corpus::{Site, parse};
//! use cuttings_diagnostics::SourceFile;
//! use cuttings_edition::{Edition, build};
//!
//! let seed = SourceFile { name: "a.txt", bytes: b"Rivers\nThe river rose\nIt rained for a week, and on the eighth day the bridge was under water." };
//! let bytes = build(&parse(&[seed]), &Site::default()).unwrap();
//! let edition = Edition::open(&bytes).unwrap();
//! assert_eq!(edition.items().next().unwrap().title(), "The river rose");
//! # }
//! ```
//!
//! # What it does not do
//! It knows no file system and no browser, and it does not protect against someone who means harm: a checksum finds
//! damage, not forgery. Even so, no bytes whatever make an accessor panic: what cannot be read is empty.

#[cfg(feature = "build")]
mod build;
mod error;
mod findings;
mod item;
mod layout;
mod names;
mod stream;

#[cfg(feature = "build")]
pub use build::{BuildError, build, documents, settings};
pub use error::OpenError;
pub use findings::{Figure, Quote, Related, Speaker, Unit, UnitId};
pub use item::{Article, Block, Item, ItemId, Length, Teaser};
pub use layout::{FORMAT_VERSION, MAGIC};
pub use names::{Entity, EntityId, EntityKind, Mention, Spot, TextId};

use cuttings_search::{ColumnId, DocId, FacetId, Index, Passage, Searcher};
use layout::{Part, Records};

/// The facets every edition has, in the order in which the page shows them.
pub mod facet {
    use super::FacetId;
    /// The section over an item, as the seed names it.
    pub const SECTION: FacetId = FacetId(0);
    /// `article` or `teaser`.
    pub const KIND: FacetId = FacetId(1);
    /// `short`, `medium` or `long`; teasers have none. See [`Length`](super::Length).
    pub const LENGTH: FacetId = FacetId(2);
    /// The people an item names.
    pub const PERSON: FacetId = FacetId(3);
    /// The places.
    pub const PLACE: FacetId = FacetId(4);
    /// The organisations.
    pub const ORGANISATION: FacetId = FacetId(5);
    /// Weapons, and other products with names.
    pub const WEAPON: FacetId = FacetId(6);
}

/// The sort keys every document in the index has.
pub mod column {
    use super::ColumnId;
    /// The document's place when all are sorted by title.
    pub const TITLE: ColumnId = ColumnId(0);
    /// How many words its text has (0 for a teaser).
    pub const WORDS: ColumnId = ColumnId(1);
}

/// An opened edition: a view of the bytes it was opened from.
#[derive(Clone, Debug)]
pub struct Edition<'a> {
    records: Records<'a>,
    index: Index<'a>,
}

impl<'a> Edition<'a> {
    /// Opens `bytes` as an edition.
    ///
    /// The cost is one checksum over the bytes; nothing is copied.
    ///
    /// # Errors
    /// If the bytes are no edition, are of another version of the format, or were damaged on the way.
    pub fn open(bytes: &'a [u8]) -> Result<Edition<'a>, OpenError> {
        let records = Records::open(bytes)?;
        let index = Index::open(records.part(Part::Index)).map_err(OpenError::Index)?;
        Ok(Edition { records, index })
    }

    /// The name of the whole, for a heading and a browser's tab.
    pub fn title(&self) -> &'a str {
        self.records.site(layout::SITE_TITLE)
    }

    /// A sentence on what is in it.
    pub fn description(&self) -> &'a str {
        self.records.site(layout::SITE_DESCRIPTION)
    }

    /// The language of the texts that name none of their own, as a BCP 47 tag.
    pub fn language(&self) -> &'a str {
        self.records.site(layout::SITE_LANGUAGE)
    }

    /// How many items there are, articles and teasers.
    pub fn len(&self) -> usize {
        self.records.count(Part::Items)
    }

    /// Whether there is no item at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All items in seed order: the articles, then the teasers.
    pub fn items(&self) -> impl ExactSizeIterator<Item = Item<'a>> + use<'a> {
        let records = self.records;
        (0..self.len()).map(move |number| Item::read(records, ItemId(number as u32)))
    }

    /// The item with this identity; `None` if there is none such.
    pub fn item(&self, id: ItemId) -> Option<Item<'a>> {
        (id.as_usize() < self.len()).then(|| Item::read(self.records, id))
    }

    /// The article at this address; `None` if there is none such.
    pub fn article(&self, slug: &str) -> Option<Article<'a>> {
        self.records.find_slug(slug).and_then(|id| match self.item(id)? {
            Item::Article(article) => Some(article),
            Item::Teaser(_) => None,
        })
    }

    /// The search index over the items. Its document *n* is item *n*.
    pub fn index(&self) -> &Index<'a> {
        &self.index
    }

    /// A search over the items. Keep it: it has memory that is used again.
    pub fn searcher(&self) -> Searcher<'a> {
        let (records, items) = (self.records, self.len());
        let texts = move |document: DocId, passage: &mut dyn FnMut(Passage<'_>)| {
            if (document.0 as usize) < items {
                Item::read(records, ItemId(document.0)).passages(passage);
            }
        };
        Searcher::new(self.index.clone(), Box::new(texts))
    }
}
