//! An item as a collection keeps it.

use crate::address::PageAddress;
use crate::item_file::Pieces;
use cuttings_corpus::{Article, Day, content_key};
use cuttings_import::Item;
use cuttings_memory::{Input, Key};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// An item with its header, encoded, and the facts that are read most.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The bytes of its body; 0 for a link.
    pub(crate) text_bytes: u64,
    /// The day of its header.
    pub(crate) day: Option<Day>,
    /// True if [`Collection::add`](crate::Collection::add) added or changed it since the collection
    /// was opened.
    pub(crate) is_new: bool,
    /// The header, the length of the item and the item, each in the form of `postcard`. Its links
    /// to other items name these by their numbers in `Collection::targets`.
    record: Bytes,
}

/// The bytes of a record.
#[derive(Clone, Debug)]
enum Bytes {
    Held(Box<[u8]>),
    Stored { file: Arc<Pieces>, offset: u64, length: u32 },
}

/// The facts about an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Header {
    /// The part of its URL in the edition. It stays when the item is replaced.
    pub(crate) slug: String,
    /// The key of its texts. A link with an address has none.
    pub(crate) content: Option<u128>,
    /// The key of its address.
    pub(crate) address: Option<u128>,
    /// The bytes of its body; 0 for a link.
    pub(crate) text_bytes: u64,
    /// The day of publication, or else that on which the reader saved it.
    pub(crate) day: Option<Day>,
}

/// The keys by which duplicates of an item are found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys {
    pub(crate) content: Option<Key>,
    pub(crate) address: Option<Key>,
}

impl Keys {
    /// Returns the keys of an item.
    pub(crate) fn of(item: &Item) -> Self {
        let address = address(&item.article);
        // Several links may have the same title.
        let content = (!item.is_teaser() || address.is_none()).then(|| content_key(&item.article));
        let identifies = |it: &PageAddress| item.is_teaser() || !it.is_front_page;
        let address = address.filter(identifies).map(|it| address_key(&it));
        Self { content, address }
    }
}

/// Returns the address of an article's original.
pub(crate) fn address(article: &Article) -> Option<PageAddress> {
    PageAddress::new(article.source.as_ref()?.url.as_deref()?)
}

/// Returns the key of an address.
pub(crate) fn address_key(address: &PageAddress) -> Key {
    Input::of("address").with(address.spelling.as_bytes()).key()
}

/// Returns the bytes of an article's body.
pub(crate) fn text_bytes(article: &Article) -> u64 {
    article.body.iter().map(|block| block.text.len() as u64).sum()
}

impl Entry {
    /// Encodes an item.
    pub(crate) fn new(slug: String, keys: Keys, item: &Item) -> Self {
        let saved = item.reading.saved.as_ref();
        let header = Header {
            slug,
            content: keys.content.map(|key| key.0),
            address: keys.address.map(|key| key.0),
            text_bytes: text_bytes(&item.article),
            day: item.article.date.as_ref().or(saved).and_then(|date| date.day),
        };
        // If this failed, the entry would be one that does not decode, and is left out.
        Self { is_new: true, ..Self::from_parts(&header, &encoded(item)) }
    }

    /// Creates an entry from its header and the encoded item.
    pub(crate) fn from_parts(header: &Header, item: &[u8]) -> Self {
        let record = [&*encoded(header), &*encoded(&item.len()), item].concat();
        let Header { text_bytes, day, .. } = *header;
        Self { text_bytes, day, is_new: false, record: Bytes::Held(record.into()) }
    }

    /// Returns the encoded header and item. They are not complete if their file cannot be read.
    pub(crate) fn record(&self) -> Cow<'_, [u8]> {
        match &self.record {
            Bytes::Held(record) => Cow::Borrowed(record),
            Bytes::Stored { file, offset, length } => {
                Cow::Owned(file.read(*offset, *length as usize))
            }
        }
    }

    /// Has the record read from a file. Returns its number of bytes.
    pub(crate) fn release(&mut self, file: &Arc<Pieces>, offset: u64) -> u64 {
        let length = match &self.record {
            Bytes::Held(record) => record.len(),
            Bytes::Stored { length, .. } => *length as usize,
        };
        if let Ok(length) = u32::try_from(length) {
            self.record = Bytes::Stored { file: Arc::clone(file), offset, length };
        }
        length as u64
    }

    /// Decodes the header.
    pub(crate) fn header(&self) -> Option<Header> {
        Some(postcard::take_from_bytes(&self.record()).ok()?.0)
    }

    /// Decodes the item.
    pub(crate) fn item(&self) -> Option<Item> {
        self.open().and_then(|(_, item)| item)
    }

    /// Decodes the header and the item, if each is complete.
    pub(crate) fn open(&self) -> Option<(Header, Option<Item>)> {
        let record = self.record();
        let (header, rest) = postcard::take_from_bytes(&record).ok()?;
        let item = postcard::take_from_bytes::<usize>(rest).ok();
        Some((header, item.and_then(|(_, item)| postcard::from_bytes(item).ok())))
    }
}

/// Encodes a value. Encoding these into memory cannot fail.
pub(crate) fn encoded(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}
