//! A reader's own articles: imported from files, kept without duplicates, and built into an
//! edition.
//!
//! A [`Collection`] grows by [`Collection::add`]. It keeps each item encoded, because the blocks of
//! an article take twice the memory of its text, and decodes all of them only to build an
//! [edition](Collection::edition). [`Collection::save`] writes a form that
//! [`Collection::open`] reads, also in later versions of this crate.
//!
//! The crate is pure: no I/O, no clock, no panic on any input.
//!
//! ```
//! use cuttings_collection::{Collection, Settings, Unobserved};
//! use cuttings_import::Source;
//! use std::io::Cursor;
//!
//! let page = "<title>Ferry Returns</title><article><h1>Ferry Returns</h1>\
//!             <p>The first boat left at dawn with forty people on board.</p></article>";
//! let mut collection = Collection::new(Settings::default());
//! let file = || ("ferry.html".to_owned(), Box::new(Cursor::new(page)) as Box<dyn Source>);
//! let report = collection.add([file(), file()], &mut Unobserved);
//! assert_eq!((report.articles, report.duplicates), (1, 1));
//! assert!(!collection.edition(true)?.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod add;
mod address;
mod bookmarks;
mod edition;
mod entry;
mod item_file;
mod parts;
mod report;
mod saved;
mod seen;

pub use add::{Observer, Unobserved};
pub use cuttings_edition_builder::{BuildError, Outline, Output, OutputError, names_data};
pub use item_file::ItemFile;
pub use parts::part_table;
pub use report::Report;
pub use saved::OpenError;

use cuttings_corpus::Site;
use cuttings_edition_builder::Slugs;
use serde::Deserialize;

use entry::Entry;
use seen::Seen;

/// The settings of a collection.
#[derive(Clone, Debug, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The title of its editions.
    pub title: String,
    /// The language, as a BCP 47 tag, of articles in which none is detected.
    pub language: String,
}

impl Default for Settings {
    fn default() -> Self {
        let Site { title, language, .. } = Site::default();
        Self { title, language }
    }
}

/// Imported items, each once.
#[derive(Debug)]
pub struct Collection {
    site: Site,
    /// The items in the order in which they came.
    entries: Vec<Entry>,
    /// The entry of each item that was ever passed on, also of duplicates. Links between items name
    /// items by these numbers.
    targets: Vec<u32>,
    seen: Seen,
    slugs: Slugs,
    /// True if `seen` and `slugs` lack what only [`add`](Self::add) needs.
    is_released: bool,
}

impl Collection {
    /// Creates an empty collection.
    pub fn new(settings: Settings) -> Self {
        let Settings { title, language } = settings;
        Self {
            site: Site { title, language, ..Site::default() },
            entries: Vec::new(),
            targets: Vec::new(),
            seen: Seen::default(),
            slugs: Slugs::default(),
            is_released: false,
        }
    }

    /// Returns the number of items.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Returns the bytes of the texts of all articles.
    pub fn text_bytes(&self) -> u64 {
        self.entries.iter().map(|entry| entry.text_bytes).sum()
    }

    /// Returns whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
