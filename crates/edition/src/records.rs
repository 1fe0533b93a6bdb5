//! Checks the header of an edition and reads records from its sections on demand.

use crate::error::OpenError;
use crate::id::ItemId;
use crate::layout::{
    ABSENT, BLOCK_BYTES, CHECKSUM_OFFSET, FORMAT_VERSION, HEADER_BYTES, ITEM_BYTES, ItemNumber,
    ItemText, LENGTH_OFFSET, ListReader, MAGIC, Section, SiteText, VERSION_OFFSET, checksum,
};
use cuttings_parts::Bytes;
use std::cmp::Ordering;

/// The bytes of a section that is not there.
const EMPTY: &[u8] = &[];

/// The opened bytes.
///
/// No method panics, whatever the bytes are: a number outside of its section reads as 0, and a text
/// outside of its section or not in UTF-8 reads as empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Records<'a> {
    /// The first [`HEADER_BYTES`].
    header: &'a [u8],
    /// The whole edition, with the length that its header names. If it is in one piece, it has the
    /// checksum that its header names; otherwise each part has one of its own.
    bytes: Bytes<'a>,
}

impl<'a> Records<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Records<'a>, OpenError> {
        let records = Records::read(bytes.into())?;
        let expected = long_number(bytes, CHECKSUM_OFFSET);
        let found = checksum(bytes);
        if found != expected {
            return Err(OpenError::Checksum { found, expected });
        }
        Ok(records)
    }

    /// Opens an edition of which only the head may have arrived.
    pub(crate) fn read(bytes: Bytes<'a>) -> Result<Records<'a>, OpenError> {
        let header = bytes.get(0..HEADER_BYTES.min(bytes.len())).unwrap_or_default();
        if header.get(..MAGIC.len()) != Some(&MAGIC[..]) {
            return Err(OpenError::NotAnEdition);
        }
        let found = number(header, VERSION_OFFSET);
        if found != FORMAT_VERSION {
            return Err(OpenError::OtherVersion { found, expected: FORMAT_VERSION });
        }
        let expected = long_number(header, LENGTH_OFFSET);
        if bytes.len() as u64 != expected || header.len() < HEADER_BYTES {
            return Err(OpenError::Length { found: bytes.len() as u64, expected });
        }
        Ok(Records { header, bytes })
    }

    /// Returns the bytes of a section.
    pub(crate) fn section(&self, section: Section) -> Bytes<'a> {
        let entry = section.entry_offset();
        let start = number(self.header, entry) as usize;
        let length = number(self.header, entry + 4) as usize;
        let end = start.checked_add(length);
        end.and_then(|end| self.bytes.section(start..end)).unwrap_or(EMPTY.into())
    }

    /// Returns the number of records in a section.
    pub(crate) fn count(&self, section: Section) -> usize {
        self.section(section).len() / section.record_bytes()
    }

    /// Returns a range of [`Section::Text`], or an empty text if there is no such range.
    pub(crate) fn text_at(&self, start: u32, length: u32) -> &'a str {
        let end = (start as usize).saturating_add(length as usize);
        let bytes = self.section(Section::Text).get(start as usize..end).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// Reads the start and the length of a text from a list, and returns the text.
    pub(crate) fn text_in(&self, list: &mut ListReader<'_>) -> &'a str {
        let start = list.number();
        self.text_at(start, list.number())
    }

    /// Returns a text about the whole edition.
    pub(crate) fn site(&self, which: SiteText) -> &'a str {
        self.referenced_text(Section::Site, 8 * which as usize).unwrap_or_default()
    }

    /// Returns a text of an item, or `None` if the item has no such text.
    pub(crate) fn item_text(&self, item: ItemId, which: ItemText) -> Option<&'a str> {
        self.referenced_text(Section::Items, item.as_usize() * ITEM_BYTES + 8 * which as usize)
    }

    /// Returns a number of an item.
    pub(crate) fn item_number(&self, item: ItemId, which: ItemNumber) -> u32 {
        let at = item.as_usize() * ITEM_BYTES + which.offset();
        number_in(self.section(Section::Items), at)
    }

    /// Returns the head and the text of a block.
    pub(crate) fn block(&self, block: usize) -> (u32, &'a str) {
        let at = block * BLOCK_BYTES;
        let text = self.referenced_text(Section::Blocks, at).unwrap_or_default();
        (number_in(self.section(Section::Blocks), at + 8), text)
    }

    /// Finds the item with this slug by binary search.
    pub(crate) fn find_slug(&self, slug: &str) -> Option<ItemId> {
        let slugs = self.section(Section::Slugs);
        let (mut low, mut high) = (0, self.count(Section::Slugs));
        while low < high {
            let middle = low + (high - low) / 2;
            let item = ItemId(number_in(slugs, 4 * middle));
            match self.item_text(item, ItemText::Slug).unwrap_or_default().cmp(slug) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Some(item),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// Returns the text that the reference at this offset of a section points to, or `None` if it
    /// points to none.
    fn referenced_text(&self, section: Section, offset: usize) -> Option<&'a str> {
        let references = self.section(section);
        let reference = references.get(offset..offset.checked_add(8)?)?;
        let start = number(reference, 0);
        if start == ABSENT {
            return None;
        }
        let end = (start as usize).checked_add(number(reference, 4) as usize)?;
        std::str::from_utf8(self.section(Section::Text).get(start as usize..end)?).ok()
    }
}

/// Reads the 4-byte number at an offset of a section; 0 if it is absent.
fn number_in(section: Bytes<'_>, offset: usize) -> u32 {
    let range = offset..offset.saturating_add(4);
    section.get(range).map_or(0, |bytes| number(bytes, 0))
}

/// Reads the 4-byte number at an offset; 0 if the bytes end before it does.
fn number(bytes: &[u8], offset: usize) -> u32 {
    bytes
        .get(offset..)
        .and_then(|rest| rest.first_chunk())
        .map_or(0, |bytes| u32::from_le_bytes(*bytes))
}

/// Reads the 8-byte number at an offset; 0 if the bytes end before it does.
fn long_number(bytes: &[u8], offset: usize) -> u64 {
    bytes
        .get(offset..)
        .and_then(|rest| rest.first_chunk())
        .map_or(0, |bytes| u64::from_le_bytes(*bytes))
}
