//! The format: where what stands in an edition's bytes, and how it is read from them.
//!
//! All numbers are little-endian. The file is a header, then the parts it lists, each at an offset that is a multiple
//! of 8:
//!
//! | offset | bytes | what |
//! |---|---|---|
//! | 0 | 8 | [`MAGIC`] |
//! | 8 | 4 | [`FORMAT_VERSION`] |
//! | 12 | 4 | zero |
//! | 16 | 8 | length of the whole in bytes |
//! | 24 | 8 | XXH64 (seed 0) of all bytes from 32 on |
//! | 32 | 8 × parts | for each [`Part`] in order: its offset and its length in bytes |
//!
//! [`Part::Text`] is UTF-8, each text once. A *reference* to a text is two numbers of 4 bytes, start and length in that
//! part; [`ABSENT`] as start says that there is no text. [`Part::Site`] is a run of references, [`Part::Slugs`] a run of
//! item numbers (4 bytes) in the order of their slugs, [`Part::Index`] is `cuttings-search`'s own.
//!
//! [`Part::Mentions`], [`Part::Quotes`] and [`Part::Notes`] have a run of numbers of variable length for each item,
//! [`Part::Figures`] has one for each unit: `stream.rs` says how runs are found, `names.rs` and `findings.rs` what the numbers
//! mean.

use crate::{ItemId, OpenError};
use xxhash_rust::xxh64::xxh64;

/// What an edition starts with.
pub const MAGIC: [u8; 8] = *b"CUTTINGS";

/// The version of the format. Raised whenever an older program could misread newer bytes, or the reverse.
pub const FORMAT_VERSION: u32 = 3;

/// The start of a reference to a text that is not there.
pub(crate) const ABSENT: u32 = u32::MAX;

/// The parts, in the order of the header's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Every text, one after the other.
    Text,
    /// What holds for the whole edition.
    Site,
    /// One record for each item.
    Items,
    /// One record for each block of each article.
    Blocks,
    /// The articles' numbers in the order of their slugs.
    Slugs,
    /// The search index.
    Index,
    /// The names in each item.
    Mentions,
    /// The quotes in each item.
    Quotes,
    /// The figures of each unit.
    Figures,
    /// The summary of each item, and what goes with it.
    Notes,
}

impl Part {
    pub(crate) const COUNT: usize = 10;
    #[cfg(feature = "build")]
    pub(crate) const ALL: [Part; Part::COUNT] = {
        use Part::*;
        [Text, Site, Items, Blocks, Slugs, Index, Mentions, Quotes, Figures, Notes]
    };

    /// The length of one record in bytes; 1 where the part is no table.
    const fn record(self) -> usize {
        match self {
            Part::Site => 8,
            Part::Items => ITEM_BYTES,
            Part::Blocks => BLOCK_BYTES,
            Part::Slugs => 4,
            _ => 1,
        }
    }
}

pub(crate) const HEADER_BYTES: usize = 32 + 8 * Part::COUNT;
/// Where the checksum's cover begins.
pub(crate) const CHECKED_FROM: usize = 32;

// The site's references, by number.
pub(crate) const SITE_TITLE: usize = 0;
pub(crate) const SITE_DESCRIPTION: usize = 1;
pub(crate) const SITE_LANGUAGE: usize = 2;

/// An item's record: its texts' references, then the numbers below.
pub(crate) const ITEM_BYTES: usize = 8 * ItemText::COUNT + 4 * ItemNumber::COUNT;

/// The texts of an item, in the order of their references in its record.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ItemText {
    Section,
    Title,
    /// Articles only.
    Slug,
    Standfirst,
    Author,
    Date,
    Source,
    Language,
    /// Teasers only.
    Age,
}

impl ItemText {
    pub(crate) const COUNT: usize = 9;
    #[cfg(feature = "build")]
    pub(crate) const ALL: [ItemText; ItemText::COUNT] = {
        use ItemText::*;
        [Section, Title, Slug, Standfirst, Author, Date, Source, Language, Age]
    };
}

/// The numbers of an item, in the order in which they stand behind its texts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ItemNumber {
    /// [`KIND_ARTICLE`] or [`KIND_TEASER`].
    Kind,
    FirstBlock,
    BlockCount,
    Words,
}

impl ItemNumber {
    const COUNT: usize = 4;
    #[cfg(feature = "build")]
    pub(crate) const ALL: [ItemNumber; ItemNumber::COUNT] =
        [ItemNumber::Kind, ItemNumber::FirstBlock, ItemNumber::BlockCount, ItemNumber::Words];
}

pub(crate) const KIND_ARTICLE: u32 = 0;
#[cfg(feature = "build")]
pub(crate) const KIND_TEASER: u32 = 1;

/// A block's record: the reference to its text, then its kind.
pub(crate) const BLOCK_BYTES: usize = 8 + 4;
#[cfg(feature = "build")]
pub(crate) const BLOCK_PARAGRAPH: u32 = 0;
pub(crate) const BLOCK_HEADING: u32 = 1;

/// The opened bytes: parts found, checksum checked, records read on demand.
///
/// No method panics, whatever the bytes hold: a number outside the table reads as 0, a text outside the part or not in
/// UTF-8 as empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Records<'a> {
    /// The whole edition. Invariant: at least [`HEADER_BYTES`] long, of the length and checksum that its header names.
    bytes: &'a [u8],
}

impl<'a> Records<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Records<'a>, OpenError> {
        if bytes.get(..8) != Some(&MAGIC[..]) {
            return Err(OpenError::NotAnEdition);
        }
        let found = number(bytes, 8);
        if found != FORMAT_VERSION {
            return Err(OpenError::OtherVersion { found, expected: FORMAT_VERSION });
        }
        let expected = long_number(bytes, 16);
        if bytes.len() as u64 != expected || bytes.len() < HEADER_BYTES {
            return Err(OpenError::Length { found: bytes.len() as u64, expected });
        }
        let expected = long_number(bytes, 24);
        let found = xxh64(bytes.get(CHECKED_FROM..).unwrap_or_default(), 0);
        if found != expected {
            return Err(OpenError::Checksum { found, expected });
        }
        Ok(Records { bytes })
    }

    pub(crate) fn part(&self, part: Part) -> &'a [u8] {
        let entry = 32 + 8 * part as usize;
        let start = number(self.bytes, entry) as usize;
        let length = number(self.bytes, entry + 4) as usize;
        start.checked_add(length).and_then(|end| self.bytes.get(start..end)).unwrap_or_default()
    }

    /// How many records a part has.
    pub(crate) fn count(&self, part: Part) -> usize {
        self.part(part).len() / part.record()
    }

    /// The text of a length at a place in [`Part::Text`]; empty if there is none such.
    pub(crate) fn text_at(&self, start: u32, length: u32) -> &'a str {
        let end = (start as usize).saturating_add(length as usize);
        let bytes = self.part(Part::Text).get(start as usize..end).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// The text that the reference at `at` in a part names; `None` if it names none.
    fn text(&self, part: Part, at: usize) -> Option<&'a str> {
        let table = self.part(part);
        let start = number(table, at);
        if start == ABSENT || at + 8 > table.len() {
            return None;
        }
        let end = (start as usize).checked_add(number(table, at + 4) as usize)?;
        std::str::from_utf8(self.part(Part::Text).get(start as usize..end)?).ok()
    }

    pub(crate) fn site(&self, which: usize) -> &'a str {
        self.text(Part::Site, 8 * which).unwrap_or_default()
    }

    pub(crate) fn item_text(&self, item: ItemId, which: ItemText) -> Option<&'a str> {
        self.text(Part::Items, item.as_usize() * ITEM_BYTES + 8 * which as usize)
    }

    pub(crate) fn item_number(&self, item: ItemId, which: ItemNumber) -> u32 {
        let at = item.as_usize() * ITEM_BYTES + 8 * ItemText::COUNT + 4 * which as usize;
        number(self.part(Part::Items), at)
    }

    /// A block's kind and text.
    pub(crate) fn block(&self, block: usize) -> (u32, &'a str) {
        let at = block * BLOCK_BYTES;
        (number(self.part(Part::Blocks), at + 8), self.text(Part::Blocks, at).unwrap_or_default())
    }

    /// The item with this slug, by binary search.
    pub(crate) fn find_slug(&self, slug: &str) -> Option<ItemId> {
        let table = self.part(Part::Slugs);
        let (mut low, mut high) = (0, self.count(Part::Slugs));
        while low < high {
            let middle = low + (high - low) / 2;
            let item = ItemId(number(table, 4 * middle));
            match self.item_text(item, ItemText::Slug).unwrap_or_default().cmp(slug) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(item),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}

/// The number of 4 bytes at `at`; 0 if it is not all there.
fn number(bytes: &[u8], at: usize) -> u32 {
    bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk())
        .map_or(0, |found| u32::from_le_bytes(*found))
}

/// The number of 8 bytes at `at`; 0 if it is not all there.
fn long_number(bytes: &[u8], at: usize) -> u64 {
    bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk())
        .map_or(0, |found| u64::from_le_bytes(*found))
}
