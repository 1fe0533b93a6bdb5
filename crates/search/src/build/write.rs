//! Writes an index in the format of [`format`](crate::index::format).

use super::facet_values::FacetValues;
use super::posting_lists::{PostingList, PostingLists};
use super::prefix_lists;
use crate::analyze::Language;
use crate::document::{Field, ValueId};
use crate::index::anchors::ANCHOR_INTERVAL;
use crate::index::bytes::push_varint;
use crate::index::format::{FIXED_SECTIONS, HEADER_BYTES, MAGIC, VERSION};
use crate::index::prefix_lists::KEY_PREFIX;
use crate::index::term_info::{LONG_LIST, NO_BLOCKS};
use crate::index::{aliases, dictionary, field_length, spellings};
use std::collections::HashMap;

/// The contents of an index.
#[derive(Debug)]
pub(super) struct Contents {
    pub(super) document_count: u32,
    pub(super) posting_lists: PostingLists,
    /// For each field, the length of each document in words.
    pub(super) lengths: [Vec<u32>; Field::COUNT],
    pub(super) facets: Vec<FacetValues>,
    pub(super) columns: Vec<Vec<u32>>,
    /// Sets of normalized names.
    pub(super) aliases: Vec<Vec<String>>,
}

/// Writes an index. Returns its bytes, and for each facet the id of each label.
pub(super) fn write(contents: Contents) -> (Vec<u8>, Vec<HashMap<String, ValueId>>) {
    let terms = contents.posting_lists.sorted();
    let (prefix_lists, links) = rayon::join(
        || prefix_lists::collect(&terms, contents.document_count),
        || stem_distances(&terms),
    );
    // The keys of prefix lists sort before all terms.
    let prefix_terms = prefix_lists.iter().map(|(key, list)| (key.as_str(), list));
    let terms: Vec<(&str, &PostingList)> = prefix_terms.chain(terms).collect();
    let mut sections: Vec<Vec<u8>> = Vec::new();
    sections.extend(posting_sections(&terms, prefix_lists.len(), &links));
    let lengths = contents.lengths.iter().flatten();
    sections.push(lengths.map(|words| field_length::encode(*words)).collect());
    sections.push(alias_section(&contents));
    debug_assert_eq!(sections.len(), FIXED_SECTIONS);
    let term_count = terms.len();
    let mut value_ids = Vec::new();
    for facet in contents.facets {
        let (facet_sections, ids) = facet.finish();
        sections.extend(facet_sections);
        value_ids.push(ids);
    }
    for column in &contents.columns {
        sections.push(column.iter().flat_map(|key| key.to_le_bytes()).collect());
    }

    if contents.posting_lists.block_size == 1 {
        let counts = terms.iter().map(|(term, list)| (*term, list.document_count));
        let counts = counts.filter(|(term, _)| !term.starts_with(KEY_PREFIX));
        sections.push(spellings::encode(counts, contents.document_count));
    }

    let block_size = contents.posting_lists.block_size;
    // Freeing a list for each term takes as long as writing them.
    let lists = contents.posting_lists;
    rayon::spawn(move || drop((lists, prefix_lists)));
    let length = sections.iter().map(Vec::len).sum::<usize>() + sections.len() * 8;
    let mut out = Vec::with_capacity(HEADER_BYTES + length);
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    out.extend(contents.document_count.to_le_bytes());
    for count in [term_count, value_ids.len(), contents.columns.len()] {
        out.extend((count as u32).to_le_bytes());
    }
    out.extend(block_size.to_le_bytes());
    for lengths in &contents.lengths {
        // Only documents that have the field count: a missing standfirst says nothing about its
        // length.
        let total: u64 = lengths.iter().map(|length| u64::from(*length)).sum();
        let documents = lengths.iter().filter(|length| **length > 0).count().max(1);
        out.extend(((total as f64 / documents as f64) as f32).max(1.0).to_le_bytes());
    }
    debug_assert_eq!(out.len(), HEADER_BYTES);
    let mut offset = HEADER_BYTES + sections.len() * 8;
    for section in &sections {
        out.extend((offset as u32).to_le_bytes());
        out.extend((section.len() as u32).to_le_bytes());
        offset += section.len();
    }
    // Each section is dropped when it is written.
    sections.into_iter().for_each(|section| out.extend_from_slice(&section));
    (out, value_ids)
}

/// Encodes the dictionary, term infos, anchors, gaps, frequencies and blocks. The first terms are
/// keys of prefix lists, which have no stem; `distances` are those of the others.
fn posting_sections(
    terms: &[(&str, &PostingList)],
    prefixes: usize,
    distances: &[i32],
) -> [Vec<u8>; 6] {
    let distances = std::iter::repeat_n(&0, prefixes).chain(distances);
    let [mut dictionary, mut term_infos, mut anchors, mut gaps, mut frequencies, mut blocks] =
        <[Vec<u8>; 6]>::default();
    let mut previous = "";
    for (number, ((term, list), distance)) in (0_u32..).zip(terms.iter().zip(distances)) {
        let is_anchor = number.is_multiple_of(ANCHOR_INTERVAL);
        if is_anchor {
            for section in [&dictionary, &term_infos, &gaps, &frequencies, &blocks] {
                anchors.extend((section.len() as u32).to_le_bytes());
            }
        }
        dictionary::push_term(&mut dictionary, previous, term, is_anchor);
        previous = term;
        push_varint(&mut term_infos, list.document_count);
        if list.document_count >= LONG_LIST {
            for bytes in [&list.gaps, &list.frequencies, &list.blocks] {
                push_varint(&mut term_infos, bytes.len() as u32);
            }
        }
        if !list.has_blocks {
            push_varint(&mut term_infos, NO_BLOCKS);
        }
        let zigzag = ((distance << 1) ^ (distance >> 31)) as u32;
        push_varint(&mut term_infos, if zigzag == 0 { 0 } else { zigzag + 1 });
        gaps.extend_from_slice(&list.gaps);
        frequencies.extend_from_slice(&list.frequencies);
        blocks.extend_from_slice(&list.blocks);
    }
    [dictionary, term_infos, anchors, gaps, frequencies, blocks]
}

/// Returns the distance from each term to the next one with the same stem; from the last one, to
/// the first.
fn stem_distances(terms: &[(&str, &PostingList)]) -> Vec<i32> {
    let mut distances = vec![0; terms.len()];
    let mut ends: HashMap<(Language, &str), (u32, u32)> = HashMap::with_capacity(terms.len());
    for (number, (_, list)) in (0_u32..).zip(terms) {
        let Some(stem) = list.stem() else { continue };
        let (first, last) = ends.entry(stem).or_insert((number, number));
        if let Some(distance) = distances.get_mut(*last as usize) {
            *distance = number as i32 - *last as i32;
        }
        if let Some(distance) = distances.get_mut(number as usize) {
            *distance = *first as i32 - number as i32;
        }
        *last = number;
    }
    distances
}

/// Encodes the sets of aliases with at least one name whose words all occur in the documents.
fn alias_section(contents: &Contents) -> Vec<u8> {
    let occurs = |name: &String| name.split(' ').all(|word| contents.posting_lists.contains(word));
    aliases::encode(contents.aliases.iter().filter(|set| set.iter().any(occurs)))
}
