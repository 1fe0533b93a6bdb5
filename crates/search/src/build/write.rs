//! Writes an index in the format of [`format`](crate::index::format).

use super::compound_lists;
use super::encoded_lists::Piece;
use super::facet_values::FacetValues;
use super::indexed_texts::IndexedTexts;
use super::merge::{self, Run, Term};
use super::posting_lists::{PostingList, PostingLists};
use super::prefix_lists;
use crate::analyze::Language;
use crate::document::{Field, ValueId};
use crate::index::aliases::AliasSet;
use crate::index::anchors::ANCHOR_INTERVAL;
use crate::index::bytes::push_varint;
use crate::index::compound_lists::key;
use crate::index::format::{FIXED_SECTIONS, HEADER_BYTES, MAGIC, VERSION};
use crate::index::term_info::{LONG_LIST, NO_BLOCKS};
use crate::index::{aliases, dictionary, field_length, spellings};
use rayon::prelude::*;
use std::collections::HashMap;

/// The contents of an index.
#[derive(Debug)]
pub(super) struct Contents {
    pub(super) document_count: u32,
    /// The lists of the last documents, which do not belong to a run yet, and their number.
    pub(super) posting_lists: PostingLists,
    pub(super) documents_of_lists: u32,
    /// The indexed texts of the documents before, in their order.
    pub(super) runs: Vec<Run>,
    /// For each field, the length of each document in words.
    pub(super) lengths: [Vec<u32>; Field::COUNT],
    pub(super) facets: Vec<FacetValues>,
    pub(super) columns: Vec<Vec<u32>>,
    /// Sets of normalized names.
    pub(super) aliases: Vec<AliasSet>,
}

impl Contents {
    /// Makes the last documents a run.
    pub(super) fn end_run(&mut self) {
        let documents = std::mem::take(&mut self.documents_of_lists);
        if documents == 0 {
            return;
        }
        let empty = PostingLists::with_block_size(self.posting_lists.block_size);
        let lists = std::mem::replace(&mut self.posting_lists, empty);
        let texts = IndexedTexts::new(&Default::default(), &lists);
        self.runs.push(Run { base: self.document_count - documents, texts, level: 0 });
    }
}

/// Writes an index. Returns its bytes in pieces, and for each facet the id of each label.
pub(super) fn write(mut contents: Contents) -> (Vec<Vec<u8>>, Vec<HashMap<String, ValueId>>) {
    contents.end_run();
    let entries = merge::entries(&contents.runs);
    let terms = merge::terms(&entries);
    let block_size = contents.posting_lists.block_size;
    let documents = contents.document_count;
    let lengths = contents.lengths.iter().flatten();
    let lengths: Vec<u8> = lengths.map(|words| field_length::encode(*words)).collect();
    let (prefix_lists, compound_lists) = rayon::join(
        || prefix_lists::collect(&terms, documents),
        || compound_lists::collect(&terms, documents, &lengths, block_size),
    );
    // The keys of lists are terms, too.
    let term_count = prefix_lists.len() + terms.len() + compound_lists.len();
    let mut sections: Vec<Vec<u8>> = Vec::new();
    sections.extend(posting_sections(&prefix_lists, &listed_terms(&terms, compound_lists)));
    sections.push(lengths);
    sections.push(alias_section(&contents.aliases, &terms));
    debug_assert_eq!(sections.len(), FIXED_SECTIONS);
    let mut value_ids = Vec::new();
    for facet in contents.facets {
        let (facet_sections, ids) = facet.finish();
        sections.extend(facet_sections);
        value_ids.push(ids);
    }
    for column in &contents.columns {
        sections.push(column.iter().flat_map(|key| key.to_le_bytes()).collect());
    }

    if block_size == 1 {
        let listed = terms.iter().filter(|it| {
            spellings::is_listed(it.term, it.document_count, documents, || it.is_in_title())
        });
        let listed = listed.map(|it| (it.term, it.document_count));
        sections.push(spellings::encode(listed));
    }

    let mut out = Vec::new();
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
    sections.insert(0, out);
    (sections, value_ids)
}

/// The bytes by which the first gap of a list grows if documents come before it.
const LONGER_GAP: usize = 4;

/// The sections with an entry for each term, while they grow.
#[derive(Default)]
struct PostingSections {
    dictionary: Vec<u8>,
    term_infos: Vec<u8>,
    anchors: Vec<u8>,
    gaps: Vec<u8>,
    frequencies: Vec<u8>,
    blocks: Vec<u8>,
    terms: u32,
}

impl PostingSections {
    /// Makes room for the lists of terms. What a list that grows leaves behind stays in the memory
    /// of a browser.
    fn with_capacity_for(
        prefix_lists: &[(String, PostingList)],
        terms: &[ListedTerm<'_, '_, '_>],
    ) -> Self {
        let mut sections = Self::default();
        let (mut gaps, mut frequencies, mut blocks) = (0, 0, 0);
        let mut add = |piece: Piece<'_>| {
            gaps += piece.gaps.len() + LONGER_GAP;
            frequencies += piece.frequencies.len() + piece.lengths.len();
            blocks += piece.blocks.len();
        };
        prefix_lists.iter().for_each(|(_, list)| add(list.piece()));
        for ListedTerm { term, compounds } in terms {
            match compounds {
                Some(compounds) => add(compounds.1.piece()),
                None => term.pieces().for_each(&mut add),
            }
        }
        sections.gaps.reserve_exact(gaps);
        sections.frequencies.reserve_exact(frequencies);
        sections.blocks.reserve_exact(blocks);
        sections
    }

    /// Adds the next term with its lists. `distance` is that to the next term with the same stem.
    fn push<'r>(
        &mut self,
        [previous, term]: [&str; 2],
        pieces: impl Iterator<Item = Piece<'r>>,
        is_of_compounds: bool,
        distance: i32,
    ) {
        let Self { dictionary, term_infos, anchors, gaps, frequencies, blocks, terms } = self;
        let is_anchor = terms.is_multiple_of(ANCHOR_INTERVAL);
        *terms += 1;
        if is_anchor {
            for section in [&*dictionary, term_infos, gaps, frequencies, blocks] {
                anchors.extend((section.len() as u32).to_le_bytes());
            }
        }
        dictionary::push_term(dictionary, previous, term, is_anchor);
        let before = [gaps.len(), frequencies.len(), blocks.len()];
        let (mut document_count, mut has_blocks) = (0, false);
        let mut next_document = 0;
        let mut lengths = Vec::new();
        for piece in pieces {
            next_document = piece.push_gaps(next_document, gaps);
            document_count += piece.document_count;
            has_blocks = piece.has_blocks;
            frequencies.extend_from_slice(piece.frequencies);
            lengths.push(piece.lengths);
            blocks.extend_from_slice(piece.blocks);
        }
        let lengths = lengths.iter().copied().flatten();
        frequencies.extend(lengths.rev());
        push_varint(term_infos, document_count);
        if document_count >= LONG_LIST {
            for (section, before) in [gaps, frequencies, blocks].into_iter().zip(before) {
                push_varint(term_infos, (section.len() - before) as u32);
            }
        }
        let marks = if is_of_compounds { 2 } else { usize::from(!has_blocks) };
        (0..marks).for_each(|_| push_varint(term_infos, NO_BLOCKS));
        let zigzag = ((distance << 1) ^ (distance >> 31)) as u32;
        push_varint(term_infos, if zigzag == 0 { 0 } else { zigzag + 1 });
    }
}

/// A term, or the key of the compounds of one.
#[derive(Debug)]
struct ListedTerm<'t, 'e, 'r> {
    term: &'t Term<'e, 'r>,
    /// Boxed, because few terms are parts of compounds.
    compounds: Option<Box<(String, PostingList)>>,
}

/// Returns the terms in the order of the dictionary. The key of compounds follows their part.
fn listed_terms<'t, 'e, 'r>(
    terms: &'t [Term<'e, 'r>],
    compound_lists: Vec<(u32, PostingList)>,
) -> Vec<ListedTerm<'t, 'e, 'r>> {
    let mut listed = Vec::with_capacity(terms.len() + compound_lists.len());
    let mut lists = compound_lists.into_iter().peekable();
    for (number, term) in (0..).zip(terms) {
        listed.push(ListedTerm { term, compounds: None });
        if let Some((_, list)) = lists.next_if(|(part, _)| *part == number) {
            let compounds = Some(Box::new((key(term.term), list)));
            listed.push(ListedTerm { term, compounds });
        }
    }
    listed
}

/// Encodes the dictionary, term infos, anchors, gaps, frequencies and blocks. The keys of prefix
/// lists sort before all terms and have no stem.
fn posting_sections(
    prefix_lists: &[(String, PostingList)],
    terms: &[ListedTerm<'_, '_, '_>],
) -> [Vec<u8>; 6] {
    let mut sections = PostingSections::with_capacity_for(prefix_lists, terms);
    let mut previous = "";
    for (key, list) in prefix_lists {
        sections.push([previous, key], std::iter::once(list.piece()), false, 0);
        previous = key;
    }
    for (ListedTerm { term, compounds }, distance) in terms.iter().zip(stem_distances(terms)) {
        if let Some((key, list)) = compounds.as_deref() {
            sections.push([previous, key], std::iter::once(list.piece()), true, distance);
            previous = key;
        } else {
            sections.push([previous, term.term], term.pieces(), false, distance);
            previous = term.term;
        }
    }
    let PostingSections { dictionary, term_infos, anchors, gaps, frequencies, blocks, .. } =
        sections;
    [dictionary, term_infos, anchors, gaps, frequencies, blocks]
}

/// Returns the distance from each term to the next one with the same stem; from the last one, to
/// the first.
fn stem_distances(terms: &[ListedTerm<'_, '_, '_>]) -> Vec<i32> {
    let mut distances = vec![0; terms.len()];
    let stems = (0_u32..).zip(terms).filter_map(|(number, it)| Some((it.term.stem?, number)));
    // Most stems are in order already, because the terms are.
    let mut stems: Vec<((Language, &str), u32)> = stems.collect();
    stems.par_sort();
    for group in stems.chunk_by(|(one, _), (other, _)| one == other) {
        let next = group.iter().cycle().skip(1);
        for ((_, number), (_, next)) in group.iter().zip(next) {
            if let Some(distance) = distances.get_mut(*number as usize) {
                *distance = *next as i32 - *number as i32;
            }
        }
    }
    distances
}

/// Encodes the sets of aliases with at least one name whose words all occur in the documents.
fn alias_section(aliases: &[AliasSet], terms: &[Term<'_, '_>]) -> Vec<u8> {
    let is_term = |word: &str| terms.binary_search_by_key(&word, |it| it.term).is_ok();
    let occurs = |name: &String| name.split(' ').all(is_term);
    aliases::encode(aliases.iter().filter(|set| set.iter().any(occurs)))
}
