//! Splits an edition into a head and parts, by the way that searches and pages read it.
//!
//! - The dictionary and the posting lists, by ranges of terms: a query needs those of its words.
//! - Records of items, with their titles, metadata and links, by ranges of items: a list of
//!   articles needs those of its items.
//! - Bodies, with their forms, names, quotes, summaries and related articles, by ranges of items:
//!   snippets and articles need those of their items.
//! - All else is read as a whole: facets, columns and lengths by every search, figures and others
//!   by a page of their own. It is in the head if it is small.

use cuttings_edition::layout::{
    BLOCK_BYTES, CHECKSUM_OFFSET, HEADER_BYTES, ITEM_BYTES, ItemNumber, Section,
};
use cuttings_parts::{Files, Splitter};
use cuttings_search::IndexRanges;
use std::ops::Range;

/// The sizes of parts. An edition that would have more than 3000 parts of a kind gets larger
/// ones.
#[derive(Clone, Copy, Debug)]
pub struct PartSizes {
    /// The fewest bytes of a part of the dictionary or of the posting lists.
    pub index: usize,
    /// The fewest bytes of the records in a part.
    pub records: usize,
    /// The fewest bytes of the bodies in a part.
    pub bodies: usize,
    /// The most bytes of sections in the head that are read as a whole. Beyond, each has a part.
    pub head: usize,
}

impl Default for PartSizes {
    fn default() -> Self {
        Self { index: 24 << 10, records: 64 << 10, bodies: 16 << 10, head: 128 << 10 }
    }
}

/// The most parts of a kind.
const MAX_PARTS: usize = 3000;

/// The places in an edition where items begin and end, which only its builder knows.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// For each item, the end of its own texts in [`Section::Text`].
    pub(crate) items: Vec<usize>,
    /// For each article, the number of forms up to its end, and the end of its body's texts.
    pub(crate) bodies: Vec<(usize, usize)>,
    /// The end of the texts about the whole edition, which come first.
    pub(crate) site: usize,
}

/// Splits an edition. Returns `None` if the bytes are no edition, or the outline is of another one.
pub fn split(edition: &[u8], outline: &Outline, sizes: PartSizes) -> Option<Files> {
    let layout = Layout { edition, outline };
    let mut splitter = Splitter::default();
    let index = layout.section(Section::Index)?;
    let index_bytes = edition.get(index.clone())?;
    let target = sizes.index.max(index_bytes.len() / MAX_PARTS);
    let in_edition = |range: &Range<usize>| index.start + range.start..index.start + range.end;
    let ranges = IndexRanges::of(index_bytes, target)?;
    for run in &ranges.dictionary {
        splitter.add_term_start(run.anchor, run.term.as_bytes());
        splitter.add_part(run.ranges.iter().map(in_edition));
    }
    for run in &ranges.postings {
        splitter.add_part(run.iter().map(in_edition));
    }
    let items = outline.items.len();
    for run in runs(items, sizes.records, |run| layout.records(run))? {
        splitter.add_part(layout.records(&run)?);
    }
    let all_bodies = layout.bodies(&(0..items))?.iter().map(Range::len).sum::<usize>();
    let target = sizes.bodies.max(all_bodies / MAX_PARTS);
    for run in runs(items, target, |run| layout.bodies(run))? {
        splitter.add_part(layout.bodies(&run)?);
    }
    let mut whole: Vec<Vec<Range<usize>>> =
        ranges.facets.iter().map(|sections| sections.iter().map(in_edition).collect()).collect();
    whole.extend(ranges.columns.iter().map(|column| vec![in_edition(column)]));
    whole.push(vec![in_edition(&ranges.lengths)]);
    for section in [Section::Slugs, Section::Figures] {
        whole.push(vec![layout.section(section)?]);
    }
    if whole.iter().flatten().map(Range::len).sum::<usize>() > sizes.head {
        whole.into_iter().for_each(|ranges| splitter.add_part(ranges));
    }
    let checksum = edition.get(CHECKSUM_OFFSET..)?.first_chunk()?;
    splitter.finish(edition, u64::from_le_bytes(*checksum))
}

/// Divides items into runs whose ranges have at least `target` bytes.
fn runs(
    items: usize,
    target: usize,
    ranges: impl Fn(&Range<usize>) -> Option<Vec<Range<usize>>>,
) -> Option<Vec<Range<usize>>> {
    let mut runs = Vec::new();
    let mut run = 0..0;
    let mut bytes = 0;
    for item in 0..items {
        run.end = item + 1;
        bytes += ranges(&(item..item + 1))?.iter().map(Range::len).sum::<usize>();
        if bytes >= target || run.end == items {
            runs.push(run.clone());
            run.start = run.end;
            bytes = 0;
        }
    }
    Some(runs)
}

/// An edition, as its parts see it.
struct Layout<'b> {
    edition: &'b [u8],
    outline: &'b Outline,
}

impl Layout<'_> {
    /// Returns the range of a section.
    fn section(&self, section: Section) -> Option<Range<usize>> {
        let entry = self.edition.get(..HEADER_BYTES)?.get(section.entry_offset()..)?;
        let start = u32::from_le_bytes(*entry.first_chunk()?) as usize;
        let length = u32::from_le_bytes(*entry.get(4..)?.first_chunk()?) as usize;
        Some(start..start + length)
    }

    /// Returns the ranges that the records of some items take.
    fn records(&self, items: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let Outline { items: texts, site, .. } = self.outline;
        let start = self.section(Section::Items)?.start;
        let record = |item: usize| start + item * ITEM_BYTES;
        let text =
            |item: usize| item.checked_sub(1).map_or(Some(*site), |item| texts.get(item).copied());
        let records = record(items.start)..record(items.end);
        let mut ranges = vec![records, self.texts(text(items.start)?..text(items.end)?)?];
        for section in [Section::Metadata, Section::Links] {
            ranges.extend(self.lists(section, items)?);
        }
        Some(ranges)
    }

    /// Returns the ranges that the bodies of some items take.
    fn bodies(&self, items: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let Outline { items: item_texts, bodies, .. } = self.outline;
        let end_of_items = item_texts.last().copied().unwrap_or_default();
        // The forms and the end of the texts before an item. Teasers have no body.
        let before = |item: usize| match item.min(bodies.len()).checked_sub(1) {
            None => Some((0, end_of_items)),
            Some(last) => bodies.get(last).copied(),
        };
        let ((first_form, text), (end_form, end_text)) = (before(items.start)?, before(items.end)?);
        let mut ranges = vec![self.texts(text..end_text)?, self.blocks(items)?];
        ranges.extend(self.lists(Section::Forms, &(first_form..end_form))?);
        for section in [Section::Mentions, Section::Quotes, Section::Related] {
            ranges.extend(self.lists(section, items)?);
        }
        Some(ranges)
    }

    /// Returns the range of some texts.
    fn texts(&self, texts: Range<usize>) -> Option<Range<usize>> {
        let start = self.section(Section::Text)?.start;
        Some(start + texts.start..start + texts.end)
    }

    /// Returns the range of the blocks of some items.
    fn blocks(&self, items: &Range<usize>) -> Option<Range<usize>> {
        let section = self.section(Section::Blocks)?;
        let records = self.section(Section::Items)?.start;
        // Articles come first. A teaser has no blocks, and starts after the last of them.
        let start = |item: usize| {
            if item >= self.outline.bodies.len() {
                return Some(section.end);
            }
            let at = records + item * ITEM_BYTES + ItemNumber::FirstBlock.offset();
            let first = u32::from_le_bytes(*self.edition.get(at..)?.first_chunk()?);
            Some(section.start + first as usize * BLOCK_BYTES)
        };
        Some(start(items.start)?..start(items.end)?)
    }

    /// Returns the ranges of some lists of a section: their entries in its table, and the lists.
    fn lists(&self, section: Section, lists: &Range<usize>) -> Option<[Range<usize>; 2]> {
        let section = self.section(section)?;
        if section.is_empty() || lists.is_empty() {
            return Some([0..0, 0..0]);
        }
        let bytes = self.edition.get(section.clone())?;
        let entry = |list: usize| {
            let offset = bytes.get(4 * list..)?.first_chunk()?;
            Some(u32::from_le_bytes(*offset) as usize)
        };
        let count = entry(0)? / 4 - 1;
        if lists.end > count {
            return None;
        }
        // The last entry is the end of the last list.
        let entries = if lists.end == count { count + 1 } else { lists.end };
        let table = section.start + 4 * lists.start..section.start + 4 * entries;
        let lists = section.start + entry(lists.start)?..section.start + entry(lists.end)?;
        Some([table, lists])
    }
}
