//! Collected documents to bytes: see [`format`](crate::index::format).

use super::posting_lists::Form;
use super::{BuiltIndex, IndexBuilder};
use crate::analyze::Language;
use crate::index::aliases;
use crate::index::bytes::push_varint;
use crate::index::dictionary;
use crate::index::field_length;
use crate::index::format::{FIXED_SECTIONS, HEADER, MAGIC, VERSION};
use crate::index::postings::{ANCHOR, LONG, UNPLACED};
use crate::index::prefix_lists;
use std::collections::HashMap;

/// Writes the whole index.
pub(super) fn write(builder: IndexBuilder) -> BuiltIndex {
    let sorted = builder.lists.sorted();
    let prepared = prefix_lists::collect(&sorted, builder.documents);
    // Their names sort before all words.
    let sorted: Vec<(&str, &Form)> =
        prepared.iter().map(|(name, form)| (name.as_str(), form)).chain(sorted).collect();
    let mut sections: Vec<Vec<u8>> = Vec::new();
    sections.extend(postings(&sorted));
    let coded = builder.lengths.iter().flatten().map(|words| field_length::code(*words));
    sections.push(coded.collect());
    sections.push(aliases(&builder));
    debug_assert_eq!(sections.len(), FIXED_SECTIONS);
    let mut value_ids = Vec::new();
    for facet in builder.facets {
        let (written, ids) = facet.finish();
        sections.extend(written);
        value_ids.push(ids);
    }
    for column in &builder.columns {
        sections.push(column.iter().flat_map(|key| key.to_le_bytes()).collect());
    }

    let mut out = Vec::new();
    out.extend(MAGIC);
    let counts = [builder.documents as usize, sorted.len(), value_ids.len(), builder.columns.len()];
    out.extend(VERSION.to_le_bytes());
    counts.iter().for_each(|count| out.extend((*count as u32).to_le_bytes()));
    for lengths in &builder.lengths {
        // The mean over the documents that have the field: an absent standfirst says nothing about how long they are.
        let total: u64 = lengths.iter().map(|length| u64::from(*length)).sum();
        let having = lengths.iter().filter(|length| **length > 0).count().max(1);
        out.extend(((total as f64 / having as f64) as f32).max(1.0).to_le_bytes());
    }
    debug_assert_eq!(out.len(), HEADER);
    let mut offset = HEADER + sections.len() * 8;
    for section in &sections {
        out.extend((offset as u32).to_le_bytes());
        out.extend((section.len() as u32).to_le_bytes());
        offset += section.len();
    }
    sections.iter().for_each(|section| out.extend_from_slice(section));
    BuiltIndex { bytes: out, value_ids }
}

/// Dictionary, forms, anchors, gaps, frequencies, blocks.
fn postings(sorted: &[(&str, &Form)]) -> [Vec<u8>; 6] {
    let next = families(sorted);
    let [mut dictionary, mut forms, mut anchors, mut gaps, mut frequencies, mut blocks] =
        <[Vec<u8>; 6]>::default();
    let mut before = "";
    for (number, ((word, form), next)) in (0_u32..).zip(sorted.iter().zip(next)) {
        let is_anchor = number.is_multiple_of(ANCHOR);
        if is_anchor {
            for section in [&dictionary, &forms, &gaps, &frequencies, &blocks] {
                anchors.extend((section.len() as u32).to_le_bytes());
            }
        }
        dictionary::push(&mut dictionary, before, word, is_anchor);
        before = word;
        push_varint(&mut forms, form.documents);
        if form.documents >= LONG {
            for list in [&form.gaps, &form.frequencies, &form.blocks] {
                push_varint(&mut forms, list.len() as u32);
            }
        }
        if !form.is_placed {
            push_varint(&mut forms, UNPLACED);
        }
        let distance = next as i32 - number as i32;
        let zigzag = ((distance << 1) ^ (distance >> 31)) as u32;
        push_varint(&mut forms, if zigzag == 0 { 0 } else { zigzag + 1 });
        gaps.extend_from_slice(&form.gaps);
        frequencies.extend_from_slice(&form.frequencies);
        blocks.extend_from_slice(&form.blocks);
    }
    [dictionary, forms, anchors, gaps, frequencies, blocks]
}

/// For each form, the next one with the same stem; after the last one, the first.
fn families(sorted: &[(&str, &Form)]) -> Vec<u32> {
    let mut next: Vec<u32> = (0..sorted.len() as u32).collect();
    let mut known: HashMap<(Language, &str), (u32, u32)> = HashMap::new();
    for (number, (_, form)) in (0_u32..).zip(sorted) {
        let Some(stem) = form.stem() else { continue };
        let (first, last) = known.entry(stem).or_insert((number, number));
        if let Some(link) = next.get_mut(*last as usize) {
            *link = number;
        }
        if let Some(link) = next.get_mut(number as usize) {
            *link = *first;
        }
        *last = number;
    }
    next
}

/// The sets of which the documents hold at least one name, word by word.
fn aliases(builder: &IndexBuilder) -> Vec<u8> {
    let holds = |name: &String| name.split(' ').all(|word| builder.lists.holds(word));
    aliases::write(builder.aliases.iter().filter(|set| set.iter().any(holds)))
}
