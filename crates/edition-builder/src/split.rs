//! Splits an edition into a head and parts, by the way that searches and pages read it.
//!
//! - The terms with their posting lists, by ranges of terms: a query needs those of its words. The
//!   keys of prefix lists, which every search looks up, are in the head. The list of spellings,
//!   which only misspelt words need, is one part.
//! - Records of items, with their titles and metadata, by ranges of items: a list of articles needs
//!   those of its items. If they are few, one part has them all.
//! - Bodies, by ranges of items: snippets and articles need those of their items. Short bodies are
//!   together with the records of their items, so that a result needs one part instead of two.
//! - What articles show beside the texts of their bodies, in larger ranges of items: their forms
//!   with the addresses of links, names, summaries, related articles, what links to them, their
//!   stories and the passages that they reuse.
//! - The first values of facets are in the head. The others with their labels, and the values of
//!   the documents, which only counts and filters read, are one part if they are small. Otherwise
//!   the labels are in runs, and the documents' values of each facet have a part.
//! - All else is read as a whole. Columns and lengths, which many searches read, are in the head if
//!   they are small. Quotes, figures and stories, which pages of their own read, have a part each.
//! - The *front* is what the page shows first: the records and summaries of the first items.
//!
//! The parts that searches and lists read come first, so that a page can fetch them ahead.

use cuttings_edition::layout::{
    BLOCK_BYTES, CHECKSUM_OFFSET, HEADER_BYTES, ITEM_BYTES, ItemNumber, LENGTH_OFFSET, ListReader,
    Section,
};
use cuttings_edition::{TextId, column};
use cuttings_parts::{Bytes, Files, PartStore, PartTable, Read, Splitter, Told};
use cuttings_search::{ANCHOR_BYTES, IndexRanges};
use std::ops::Range;

/// The number of bytes beyond which an edition is opened in parts: about 300 KB of Brotli.
pub const LARGEST_WHOLE: usize = 1 << 20;

/// The sizes of parts. An edition whose parts would take more than 13,000 files, or those of a kind
/// more than 8,000, gets larger ones.
#[derive(Clone, Copy, Debug)]
pub struct PartSizes {
    /// The usual bytes of a part of the dictionary with its posting lists.
    pub index: usize,
    /// The fewest bytes of the records in a part.
    pub records: usize,
    /// The fewest bytes of the bodies in a part.
    pub bodies: usize,
    /// The most bytes of sections in the head that are read as a whole, and of facets in one part.
    /// Beyond, each has a part.
    pub head: usize,
    /// The number of items in the front.
    pub front: usize,
    /// The greatest mean length of bodies, in bytes, that share parts with the records.
    pub short_body: usize,
}

impl Default for PartSizes {
    fn default() -> Self {
        Self {
            index: 24 << 10,
            records: 16 << 10,
            bodies: 8 << 10,
            head: 128 << 10,
            front: 60,
            short_body: 2 << 10,
        }
    }
}

/// The greatest length of a text that the front takes out of a body, in bytes.
const LONGEST_IN_FRONT: usize = 4 << 10;

/// The most files of the parts of a kind.
const MAX_FILES: usize = 8000;

/// The most files of all parts that have terms, records, bodies or the rest of articles: many hosts
/// take 20,000.
const MAX_ALL: usize = 13_000;

/// The most parts with bodies that have compressed copies.
const MAX_COPIED: usize = 2000;

/// Returns whether parts with bodies have compressed copies, by the number of these parts. Where
/// there are more, twice as many parts without copies save more bytes than the copies.
pub fn bodies_have_copies(parts: usize) -> bool {
    parts <= MAX_COPIED
}

/// The most bytes that records and short bodies have together in a part. Beyond, a list would
/// download too much that it does not show.
const MAX_SHARED: usize = 32 << 10;

/// The number of parts with bodies whose bytes one part with the rest of articles has at least.
const INSIGHTS: usize = 8;

/// The bytes of a list's entry in the table of its section.
const LIST_ENTRY_BYTES: usize = 4;

/// The number of offsets that an anchor is.
const ANCHOR_OFFSETS: usize = ANCHOR_BYTES / 4;

/// The number of parts with records that are made one: the hits of a search are anywhere among
/// them, so that it would need nearly all.
const FEW_RECORDS: usize = 16;

/// The places in an edition where items begin and end, which only its builder knows.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// For each item, the end of its own texts in [`Section::Text`].
    pub(crate) items: Vec<usize>,
    /// For each article, the ends of what its body has.
    pub(crate) bodies: Vec<BodyEnds>,
    /// The start of the texts of forms in [`Section::Text`], if they follow those of all bodies.
    pub(crate) form_texts: usize,
    /// The end of the texts about the whole edition, which come first.
    pub(crate) site: usize,
}

/// The ends of what a body has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyEnds {
    /// The number of forms up to there.
    pub(crate) forms: usize,
    /// The end of its texts in [`Section::Text`].
    pub(crate) texts: usize,
    /// The end of the texts of its forms, if they follow those of all bodies.
    pub(crate) form_texts: usize,
}

/// Splits an edition. Returns `None` if the bytes are no edition, or the outline is of another one.
pub fn split(edition: &[u8], outline: &Outline, sizes: PartSizes) -> Option<Files> {
    splitter(edition.into(), outline, sizes)?.finish(edition, number_at(edition, CHECKSUM_OFFSET)?)
}

/// Does the same, but leaves the edition whole: the parts are ranges of it. `read` copies bytes of
/// the edition, which is not in memory. Returns `None` if it fails.
pub fn split_in_place(read: Read<'_>, outline: &Outline, sizes: PartSizes) -> Option<PartTable> {
    let mut header = [0; HEADER_BYTES];
    read(0, &mut header)?;
    let length = usize::try_from(number_at(&header, LENGTH_OFFSET)?).ok()?;
    let ranges = needed(&header, length, outline, sizes.front, read)?;
    let splitter = {
        let edition = PartStore::of_ranges(length, &ranges);
        let splitter = splitter(Bytes::in_parts(&edition), outline, sizes)?;
        edition.take_missing().is_empty().then_some(splitter)?
    };
    drop(ranges);
    splitter.finish_in_place(length, number_at(&header, CHECKSUM_OFFSET)?, read)
}

/// Returns a number of 8 bytes in a header: the length, or the checksum, which names the edition.
fn number_at(header: &[u8], offset: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*header.get(offset..)?.first_chunk()?))
}

/// Reads the bytes that [`splitter`] looks at, each range with its start: the tables of sections,
/// and the summaries of the first items.
fn needed(
    header: &[u8],
    length: usize,
    outline: &Outline,
    front: usize,
    read: Read<'_>,
) -> Option<Vec<(usize, Vec<u8>)>> {
    let mut load = |range: Range<usize>| {
        let mut bytes = vec![0; range.len()];
        read(range.start, &mut bytes)?;
        Some((range.start, bytes))
    };
    let mut ranges = vec![(0, header.to_vec())];
    let section = |section| Layout { edition: header.into(), outline }.section(section);
    let front = 0..front.min(outline.items.len());
    ranges.push(load(section(Section::Items)?)?);
    let index = section(Section::Index)?;
    let (_, table) = load(index.start..index.end.min(index.start + IndexRanges::TABLE_BYTES))?;
    let in_index = IndexRanges::needed(&table)?;
    for range in in_index {
        ranges.push(load(index.start + range.start..index.start + range.end)?);
    }
    for of in LISTED {
        let lists = section(of)?;
        if !lists.is_empty() {
            let (_, first) = load(lists.start..lists.start + LIST_ENTRY_BYTES)?;
            let table = u32::from_le_bytes(*first.first_chunk()?) as usize;
            ranges.push(load(lists.start..lists.start + table)?);
        }
    }
    ranges.sort_unstable_by_key(|(start, _)| *start);
    let of_front = {
        let tables = PartStore::of_ranges(length, &ranges);
        let layout = Layout { edition: Bytes::in_parts(&tables), outline };
        let [_, summaries] = layout.lists(Section::Related, &front)?;
        [layout.blocks(&front)?, summaries]
    };
    for range in of_front.into_iter().filter(|range| !range.is_empty()) {
        ranges.push(load(range)?);
    }
    ranges.sort_unstable_by_key(|(start, _)| *start);
    Some(ranges)
}

/// The sections with lists of which parts have some.
const LISTED: [Section; 5] =
    [Section::Mentions, Section::Related, Section::Forms, Section::Metadata, Section::Connections];

/// Decides which bytes of an edition belong to which part.
fn splitter(edition: Bytes<'_>, outline: &Outline, sizes: PartSizes) -> Option<Splitter> {
    let layout = Layout { edition, outline };
    let mut splitter = Splitter::default();
    let index = layout.section(Section::Index)?;
    let index_bytes = edition.section(index.clone())?;
    let items = outline.items.len();
    let size = |ranges: &[Range<usize>]| ranges.iter().map(Range::len).sum::<usize>();
    let all_records = layout.records(&(0..items))?;
    let has_few_records = size(&all_records) <= FEW_RECORDS * sizes.records;
    let all_bodies = layout.blocks(&(0..items))?.len() + size(&layout.body_texts(&(0..items))?);
    let all_insights = size(&layout.insights(&(0..items))?);
    let targets_of = |records, bodies| {
        targets([
            Kind::new(index_bytes.len(), sizes.index),
            Kind::new(records, sizes.records),
            Kind::of_bodies(bodies, sizes.bodies),
            Kind::new(all_insights, INSIGHTS * sizes.bodies),
        ])
    };
    let shared = targets_of(0, size(&all_records) + all_bodies);
    let are_shared =
        !has_few_records && all_bodies <= sizes.short_body * items && shared[2] <= MAX_SHARED;
    let apart = targets_of(size(&all_records), all_bodies);
    let [target, records_target, bodies_target, insights_target] =
        if are_shared { shared } else { apart };
    let in_edition = |range: &Range<usize>| index.start + range.start..index.start + range.end;
    let ranges = IndexRanges::of(index_bytes, target)?;
    for run in &ranges.terms {
        let anchors = (in_edition(&run.anchors), Told::ByUnits(ANCHOR_BYTES as u32));
        let ranges = run.ranges.iter().map(|range| (in_edition(range), Told::ByPart));
        splitter.relocate(anchors.0.clone(), ANCHOR_BYTES, ANCHOR_OFFSETS);
        splitter.add_terms(run.anchor, run.term.as_bytes(), ranges.chain([anchors]));
    }
    splitter.add_part([in_edition(&ranges.spellings)]);
    for run in &ranges.prefix_lists {
        splitter.add_part(run.iter().map(in_edition));
    }
    let whole = || ranges.columns.iter().chain(&ranges.lengths).map(in_edition);
    let slugs = layout.section(Section::Slugs)?;
    if whole().chain([slugs.clone()]).map(|it| it.len()).sum::<usize>() > sizes.head {
        let dates = ranges.columns.get(usize::from(column::DATE.0)).map(in_edition);
        for range in whole() {
            // The histogram needs the dates.
            let is_first = dates.as_ref() == Some(&range);
            if splitter.add_part([range]) && is_first {
                splitter.start_with_last_part();
            }
        }
        splitter.add_part([slugs]);
    }
    let facets = || ranges.facets.iter().flat_map(|it| it.values.iter().chain([&it.documents]));
    if facets().flatten().map(Range::len).sum::<usize>() <= sizes.head {
        splitter.add_part(facets().flatten().map(in_edition));
    } else {
        for ranges in facets() {
            splitter.add_part(ranges.iter().map(in_edition));
        }
    }
    let front_items = sizes.front.min(items);
    let front = if has_few_records {
        splitter.add_part(all_records);
        splitter.start_with_last_part();
        layout.summaries(front_items)?
    } else {
        let front = layout.front(front_items)?;
        if !are_shared {
            for run in runs(items, records_target, |run| layout.records(run).map(Vec::from))? {
                splitter.add_part(without(layout.records(&run)?, &front));
            }
        }
        front
    };
    splitter.add_front(front_items as u32, front.iter().cloned());
    splitter.end_of_search();
    let bodies = |run: &Range<usize>| {
        let [records, own_texts, table, metadata] = match are_shared {
            true => layout.records(run)?,
            false => Default::default(),
        };
        // A block tells where its text is. An item does so for its blocks and its own texts, and
        // the table for the metadata, but only if they are in the same part.
        let blocks = (layout.blocks(run)?, if are_shared { Told::ByPart } else { Told::ByHead });
        let items = [
            blocks,
            (records, Told::ByUnits(ITEM_BYTES as u32)),
            (own_texts, Told::ByPart),
            (table, Told::ByUnits(LIST_ENTRY_BYTES as u32)),
            (metadata, Told::ByPart),
        ];
        let texts = layout.body_texts(run)?.into_iter().map(|range| (range, Told::ByPart));
        let mut ranges: Vec<_> = items.into_iter().chain(texts).collect();
        if run.start < front_items {
            // The records are in the front.
            ranges.iter_mut().for_each(|(_, told)| *told = Told::ByHead);
        }
        Some(ranges)
    };
    let ranges_of =
        |run: &Range<usize>| Some(bodies(run)?.into_iter().map(|(range, _)| range).collect());
    for run in runs(items, bodies_target, ranges_of)? {
        let ranges = bodies(&run)?.into_iter().flat_map(|(range, told)| {
            without([range], &front).into_iter().map(move |range| (range, told))
        });
        splitter.add_bodies(run.len() as u32, ranges);
        // A block begins with the offset of its text.
        splitter.relocate(layout.blocks(&run)?, BLOCK_BYTES, 1);
    }
    let insights = |run: &Range<usize>| layout.insights(run);
    for run in runs(items, insights_target, insights)? {
        splitter.add_part(without(layout.insights(&run)?, &front));
    }
    for section in [Section::Quotes, Section::Figures, Section::Stories] {
        splitter.add_part([layout.section(section)?]);
    }
    Some(splitter)
}

/// A kind of parts.
#[derive(Clone, Copy)]
struct Kind {
    /// The bytes of all parts of the kind.
    bytes: usize,
    /// The fewest bytes of a part that are wanted.
    least: usize,
    /// The files of a part: itself, and its compressed copy.
    files: usize,
}

impl Kind {
    fn new(bytes: usize, least: usize) -> Kind {
        Kind { bytes, least: least.max(1), files: 2 }
    }

    /// Returns the kind of the parts with bodies.
    fn of_bodies(bytes: usize, least: usize) -> Kind {
        let kind = Kind::new(bytes, least);
        let files = if bodies_have_copies(kind.bytes / kind.least) { 2 } else { 1 };
        Kind { files, ..kind }
    }

    /// Returns the number of parts in at most so many files.
    fn parts(self, most_files: usize) -> usize {
        (self.bytes / self.least).min(most_files / self.files)
    }
}

/// Returns the fewest bytes of a part of each kind.
fn targets(kinds: [Kind; 4]) -> [usize; 4] {
    let fits = |most: &usize| {
        kinds.iter().map(|kind| kind.parts(*most) * kind.files).sum::<usize>() <= MAX_ALL
    };
    let most = (2..=MAX_FILES).rev().find(fits).unwrap_or(2);
    kinds.map(|kind| kind.least.max(kind.bytes / (most / kind.files)))
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

/// Returns what is left of some ranges. `taken` is sorted.
fn without(
    ranges: impl IntoIterator<Item = Range<usize>>,
    taken: &[Range<usize>],
) -> Vec<Range<usize>> {
    let mut left = Vec::new();
    for range in ranges {
        let mut start = range.start;
        let first = taken.partition_point(|it| it.end <= range.start);
        for it in taken.iter().skip(first).take_while(|it| it.start < range.end) {
            left.push(start..it.start.max(start));
            start = it.end;
        }
        left.push(start.min(range.end)..range.end);
    }
    left
}

/// Returns a number of 4 bytes.
fn u32_at(bytes: &[u8], offset: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(offset..)?.first_chunk()?))
}

/// An edition, as its parts see it.
struct Layout<'b, 'o> {
    edition: Bytes<'b>,
    outline: &'o Outline,
}

impl Layout<'_, '_> {
    /// Returns the range of a section.
    fn section(&self, section: Section) -> Option<Range<usize>> {
        let entry = self.edition.get(0..HEADER_BYTES)?.get(section.entry_offset()..)?;
        let start = u32_at(entry, 0)? as usize;
        Some(start..start + u32_at(entry, 4)? as usize)
    }

    /// Returns the ranges that the records of some items take: the records themselves, the texts of
    /// the items, the entries of their metadata in its table, and the metadata.
    fn records(&self, items: &Range<usize>) -> Option<[Range<usize>; 4]> {
        let Outline { items: texts, site, .. } = self.outline;
        let start = self.section(Section::Items)?.start;
        let record = |item: usize| start + item * ITEM_BYTES;
        let text =
            |item: usize| item.checked_sub(1).map_or(Some(*site), |item| texts.get(item).copied());
        let records = record(items.start)..record(items.end);
        let own_texts = self.texts(text(items.start)?..text(items.end)?)?;
        let [table, metadata] = self.lists(Section::Metadata, items)?;
        Some([records, own_texts, table, metadata])
    }

    /// Returns the ranges that a list of the first items needs, sorted: their records and
    /// summaries.
    fn front(&self, count: usize) -> Option<Vec<Range<usize>>> {
        let mut ranges = Vec::from(self.records(&(0..count))?);
        ranges.extend(self.summaries(count)?);
        ranges.retain(|range| !range.is_empty());
        ranges.sort_unstable_by_key(|range| (range.start, range.end));
        Some(ranges)
    }

    /// Returns the ranges of the summaries of the first items, sorted: the lists of their
    /// sentences, and the blocks with these.
    fn summaries(&self, count: usize) -> Option<Vec<Range<usize>>> {
        let items = 0..count;
        let mut ranges = Vec::from(self.lists(Section::Related, &items)?);
        let related = self.edition.section(self.section(Section::Related)?)?;
        for item in items {
            let blocks = self.blocks(&(item..item + 1))?;
            let mut list = ListReader::new(related, item);
            let mut text = 0;
            for _ in 0..list.number() {
                let texts_further = list.number();
                // The place in the text.
                let _ = [list.number(), list.number()];
                text += texts_further;
                let TextId::Block(block) = TextId::from_number(text) else { continue };
                let start = blocks.start + block as usize * BLOCK_BYTES;
                let record = start..start + BLOCK_BYTES;
                let reference = self.edition.get(record.clone())?;
                let [start, length] = [0, 4].map(|at| u32_at(reference, at));
                let (start, length) = (start? as usize, length? as usize);
                let is_further = texts_further > 0;
                if is_further && (1..=LONGEST_IN_FRONT).contains(&length) {
                    ranges.push(record);
                    ranges.push(self.texts(start..start + length)?);
                }
            }
        }
        ranges.retain(|range| !range.is_empty());
        ranges.sort_unstable_by_key(|range| (range.start, range.end));
        // Equal texts of a body are one.
        ranges.dedup();
        Some(ranges)
    }

    /// Returns the ranges of the texts of the blocks of some items.
    fn body_texts(&self, items: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let mut ranges = Vec::new();
        for item in items.clone().take_while(|item| *item < self.outline.bodies.len()) {
            let start = self.before_body(item)?.texts;
            ranges.push(self.texts(start..self.outline.bodies.get(item)?.texts)?);
        }
        Some(ranges)
    }

    /// Returns the ranges of what the page of an article shows beside the texts of its body: their
    /// forms, names, related articles and links to it, its story and the passages that it reuses,
    /// and of the summary.
    fn insights(&self, items: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let mut ranges = Vec::new();
        let (before, last) = (self.before_body(items.start)?, self.before_body(items.end)?);
        ranges.push(self.texts(before.form_texts..last.form_texts)?);
        let forms = before.forms..last.forms;
        ranges.extend(self.lists(Section::Forms, &forms)?);
        for section in [Section::Mentions, Section::Related, Section::Connections] {
            ranges.extend(self.lists(section, items)?);
        }
        Some(ranges)
    }

    /// Returns the ends of the body before that of an item. Teasers have none, and follow the
    /// articles.
    fn before_body(&self, item: usize) -> Option<BodyEnds> {
        let Outline { items, bodies, form_texts, .. } = self.outline;
        match item.min(bodies.len()).checked_sub(1) {
            Some(last) => bodies.get(last).copied(),
            None => {
                let texts = items.last().copied().unwrap_or_default();
                Some(BodyEnds { forms: 0, texts, form_texts: *form_texts })
            }
        }
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
            let first = u32_at(self.edition.get(at..at + 4)?, 0)?;
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
        let entry = |list: usize| {
            let at = section.start + LIST_ENTRY_BYTES * list;
            Some(u32_at(self.edition.get(at..at + LIST_ENTRY_BYTES)?, 0)? as usize)
        };
        let count = entry(0)? / LIST_ENTRY_BYTES - 1;
        if lists.end > count {
            return None;
        }
        // The last entry is the end of the last list.
        let entries = if lists.end == count { count + 1 } else { lists.end };
        let table = LIST_ENTRY_BYTES * lists.start..LIST_ENTRY_BYTES * entries;
        let table = section.start + table.start..section.start + table.end;
        let lists = section.start + entry(lists.start)?..section.start + entry(lists.end)?;
        Some([table, lists])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parts_of_a_large_edition_keep_their_sizes() {
        let least = 8 << 10;
        let small = Kind::new(1 << 20, least);
        assert_eq!(targets([small; 4]), [least; 4]);
        let large = Kind::new(MAX_FILES / 2 * 50_000, least);
        assert_eq!(targets([small, large, small, small]), [least, 50_000, least, least]);
        let large = Kind::of_bodies(MAX_FILES * 50_000, least);
        assert_eq!(targets([small, small, large, small]), [least, least, 50_000, least]);
    }

    proptest! {
        #[test]
        fn parts_are_never_too_many(
            kinds in prop::array::uniform4((20_000_000_usize..2_000_000_000, 0_usize..70_000))
        ) {
            let [index, records, (bytes, least), insights] = kinds;
            let two = |(bytes, least)| Kind::new(bytes, least);
            let kinds =
                [two(index), two(records), Kind::of_bodies(bytes, least), two(insights)];
            let parts = kinds.iter().zip(targets(kinds));
            let files: usize = parts.map(|(it, target)| it.bytes / target * it.files).sum();
            prop_assert!(files <= MAX_ALL + MAX_ALL / 100, "{files}");
        }
    }
}
