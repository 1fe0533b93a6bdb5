//! Fragments of long documents: highlights the few that a card shows, without reading the others.

use super::highlighter::{Fragment, Highlighter, Highlights, Lists};
use super::position_map::PositionMap;
use crate::document::{DocId, Field, Passage};
use crate::index::Index;
use crate::index::postings::Postings;
use std::ops::Range;

/// The value of each distinct word near a place. A further match is worth 1.
const DISTINCT_WORD_VALUE: u32 = 16;

/// The maximum number of matches near a place that add to its value.
const MAX_VALUED_MATCHES: u32 = 8;

/// A place of a word of the query: whether it is in the body, the block of positions, and the
/// number of the word, in one number that sorts in this order.
#[derive(Clone, Copy)]
struct Place(u64);

impl Place {
    fn new(field: Field, block: u32, word: usize) -> Self {
        let is_body = u64::from(field == Field::Body);
        Self(is_body << 40 | u64::from(block) << 8 | word as u64 & 63)
    }

    fn field(self) -> Field {
        if self.0 >> 40 == 1 { Field::Body } else { Field::Heading }
    }

    /// Returns a number for the field and block, which is one more for the next block.
    fn field_and_block(self) -> u64 {
        self.0 >> 8
    }

    fn word(self) -> u32 {
        self.0 as u32 & 63
    }
}

impl Highlighter {
    /// Finds matches in fragments of a long document: around the first in each of `segments` equal
    /// groups of headings and paragraphs, and where the most different words of the query are close
    /// together. Other fields are read whole.
    ///
    /// The index tells where to look, so this takes hardly longer for a longer text. It has no
    /// blocks for stop words, which occur everywhere: for them the beginning of each group is read.
    pub fn highlight_fragments<'t>(
        &self,
        index: &Index<'_>,
        document: DocId,
        map: &PositionMap,
        passages: &[Passage<'t>],
        segments: usize,
    ) -> Highlights<'t> {
        let is_body = |passage: &Passage<'_>| matches!(passage.field, Field::Heading | Field::Body);
        let first = passages.iter().position(is_body).unwrap_or_default();
        let count = passages.iter().filter(|passage| is_body(passage)).count().max(1);
        let segment_of = |passage: usize| passage.saturating_sub(first) * segments / count;
        let segment_at =
            |at: usize| segment_of(map.anchors.get(at).map_or(0, |anchor| anchor.passage));
        let (places, is_complete) = self.places(index, document);
        // The number of places in each segment.
        let mut counts = vec![0_u32; segments];
        let mut is_read_anchors = vec![false; map.anchors.len()];
        let (mut best, mut before) = (0, None);
        for (at, place) in places.iter().enumerate() {
            let place = Place(*place);
            let around = map.around(place.field(), place.field_and_block() as u32);
            let [segment, last_segment] = around.map(segment_at);
            if let Some(count) = counts.get_mut(segment) {
                *count += 1;
            }
            // A block with the end of a segment may have its match in the next one.
            let here = (segment == last_segment).then_some((place.field(), segment));
            let value = value(places.get(at..).unwrap_or_default());
            if here.is_none() || here != before || value > best {
                let [first, last] = around;
                let near = first.saturating_sub(1)..last + 2;
                let in_segment = near.clone().filter(|at| segment_at(*at) == segment);
                if here.is_some() && !self.may_match(&fragments(map, passages, in_segment)) {
                    continue;
                }
                let read = is_read_anchors.iter_mut().take(near.end).skip(near.start);
                read.for_each(|is_read| *is_read = true);
            }
            before = here;
            best = best.max(value);
        }
        let mut last_segment = None;
        let is_read = |(at, is_read): (usize, bool)| {
            let anchor = map.anchors.get(at)?;
            let passage = passages.get(anchor.passage)?;
            let mut is_read = is_read || !is_body(passage);
            if !is_complete && passage.field == Field::Body {
                let segment = Some(segment_of(anchor.passage));
                is_read |= segment != std::mem::replace(&mut last_segment, segment);
            }
            is_read.then_some(at)
        };
        let read = is_read_anchors.into_iter().enumerate().filter_map(is_read);
        let mut fragments = fragments(map, passages, read);
        for fragment in &mut fragments {
            fragment.matches = self.matches(fragment.passage.text, fragment.passage.field);
            let count = counts.get_mut(segment_of(fragment.number));
            if let Some(count) =
                count.filter(|_| is_body(&fragment.passage) && !fragment.matches.is_empty())
            {
                fragment.places = std::mem::take(count);
            }
        }
        Highlights(fragments)
    }

    /// Returns false if none of these fragments has a match. Only phrases need a look: the places
    /// of a phrase are those where two of its words are near each other, in any order.
    fn may_match(&self, fragments: &[Fragment<'_>]) -> bool {
        self.phrases.is_empty()
            || fragments.iter().any(|Fragment { passage, .. }| {
                !self.matches(passage.text, passage.field).is_empty()
            })
    }

    /// Returns the places in the headings and paragraphs of a document, sorted, and whether the
    /// index stores them all. A phrase may be at fewer places.
    fn places(&self, index: &Index<'_>, document: DocId) -> (Vec<u64>, bool) {
        let mut places = Vec::new();
        let mut is_complete = true;
        for Lists { terms, followed_by, target } in &self.lists {
            let mut after = Vec::new();
            if let Some(term) = followed_by {
                let terms = term.0..term.0.saturating_add(1);
                visit_blocks(index, document, terms, &mut |field, block| {
                    after.push(Place::new(field, block, 0).field_and_block());
                });
            }
            is_complete &= visit_blocks(index, document, terms.clone(), &mut |field, block| {
                let place = Place::new(field, block, target.number);
                let here = place.field_and_block();
                let next = after.partition_point(|other| *other < here);
                let is_near = after.get(next).is_some_and(|next| next - here <= 1);
                if target.fields.contains(field) && (followed_by.is_none() || is_near) {
                    places.push(place.0);
                }
            });
        }
        places.sort_unstable();
        (places, is_complete)
    }
}

/// Returns the texts after these anchors, which are in order; those that touch are one fragment.
fn fragments<'t>(
    map: &PositionMap,
    passages: &[Passage<'t>],
    anchors: impl Iterator<Item = usize>,
) -> Vec<Fragment<'t>> {
    let mut fragments: Vec<Fragment<'t>> = Vec::new();
    for at in anchors {
        let Some(anchor) = map.anchors.get(at) else { continue };
        let Some(passage) = passages.get(anchor.passage) else { continue };
        let next = map.anchors.get(at + 1).filter(|next| next.passage == anchor.passage);
        let end = next.map_or(passage.text.len(), |next| next.offset);
        match fragments.last_mut() {
            Some(last) if last.number == anchor.passage && last.range.end == anchor.offset => {
                last.range.end = end;
            }
            _ => fragments.push(Fragment::new(anchor.passage, *passage, anchor.offset..end)),
        }
    }
    for fragment in &mut fragments {
        let text = fragment.passage.text;
        fragment.is_cut = [fragment.range.start > 0, fragment.range.end < text.len()];
        fragment.passage.text = text.get(fragment.range.clone()).unwrap_or_default();
    }
    fragments
}

/// Visits the blocks of terms in the headings and paragraphs of a document, in order for a single
/// term. Returns whether the index stores all of them.
fn visit_blocks(
    index: &Index<'_>,
    document: DocId,
    terms: Range<u32>,
    visit: &mut dyn FnMut(Field, u32),
) -> bool {
    let mut is_complete = true;
    let is_one = terms.len() == 1;
    for (_, info) in index.postings.term_infos(terms) {
        if info.is_of_compounds && !is_one {
            // A prefix does not match compounds of what it begins.
            continue;
        }
        let mut postings = Postings::new(&index.postings, info);
        if postings.seek(document.0) != Some(document.0) {
            continue;
        }
        is_complete &= info.has_blocks;
        if info.has_blocks {
            let frequencies = postings.frequencies();
            postings.blocks(frequencies, &mut |field, block| {
                if matches!(field, Field::Heading | Field::Body) {
                    visit(field, block);
                }
            });
        }
    }
    is_complete
}

/// Returns the value of the text around the first of these places.
fn value(places: &[u64]) -> u32 {
    let (mut words, mut count) = (0_u64, 0);
    let first = places.first().map_or(0, |place| Place(*place).field_and_block());
    for place in places.iter().map(|place| Place(*place)) {
        if place.field_and_block() - first > 1 || count == MAX_VALUED_MATCHES * 4 {
            break;
        }
        words |= 1 << place.word();
        count += 1;
    }
    words.count_ones() * DISTINCT_WORD_VALUE + count.min(MAX_VALUED_MATCHES)
}
