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

/// Passes on the bytes of an index, piece by piece. Returns for each facet the id of each label.
pub(super) fn write(
    mut contents: Contents,
    write: &mut dyn FnMut(&[u8]),
) -> Vec<HashMap<String, ValueId>> {
    contents.end_run();
    let block_size = contents.posting_lists.block_size;
    if cfg!(target_family = "wasm") {
        // The terms of several runs would take more memory.
        contents.runs = vec![merge::merged(contents.runs, block_size)];
    }
    let entries = merge::entries(&contents.runs);
    let terms = merge::terms(&entries);
    let documents = contents.document_count;
    let lengths = contents.lengths.iter().flatten();
    let lengths: Vec<u8> = lengths.map(|words| field_length::encode(*words)).collect();
    let (prefix_lists, compound_lists) = rayon::join(
        || prefix_lists::collect(&terms, documents),
        || compound_lists::collect(&terms, documents, &lengths, block_size),
    );
    let terms_with_lists = listed_terms(&terms, &prefix_lists, compound_lists);
    let PostingSections { dictionary, term_infos, anchors, ends } =
        PostingSections::of(&terms_with_lists);
    let mut sections = vec![lengths, alias_section(&contents.aliases, &terms)];
    debug_assert_eq!(SECTIONS_BEFORE + ends.len() + sections.len(), FIXED_SECTIONS);
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
    out.extend(documents.to_le_bytes());
    // The keys of lists are terms, too.
    for count in [terms_with_lists.len(), value_ids.len(), contents.columns.len()] {
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
    let before = [dictionary, term_infos, anchors];
    let lengths_before = before.iter().map(Vec::len);
    let lengths: Vec<usize> =
        lengths_before.chain(ends).chain(sections.iter().map(Vec::len)).collect();
    let mut offset = HEADER_BYTES + lengths.len() * 8;
    for length in lengths {
        out.extend((offset as u32).to_le_bytes());
        out.extend((length as u32).to_le_bytes());
        offset += length;
    }
    write(&out);
    before.iter().for_each(|section| write(section));
    for part in ListPart::ALL {
        out.clear();
        for listed in &terms_with_lists {
            listed.append(part, &mut out);
            if out.len() >= PIECE {
                write(&out);
                out.clear();
            }
        }
        write(&out);
    }
    sections.iter().for_each(|section| write(section));
    value_ids
}

/// The number of sections before those with the parts of lists.
const SECTIONS_BEFORE: usize = 3;

/// The bytes of lists that are passed on at once, about.
const PIECE: usize = 64 << 10;

/// The sections about terms, but for their lists, which would take as much memory again.
#[derive(Default)]
struct PostingSections {
    dictionary: Vec<u8>,
    term_infos: Vec<u8>,
    anchors: Vec<u8>,
    /// The bytes of each part of all lists.
    ends: [usize; ListPart::ALL.len()],
}

impl PostingSections {
    fn of(terms: &[Listed<'_, '_, '_>]) -> Self {
        let mut sections = Self::default();
        let mut previous = "";
        let mut scratch = Vec::new();
        for (number, (term, distance)) in terms.iter().zip(stem_distances(terms)).enumerate() {
            let Self { dictionary, term_infos, anchors, ends } = &mut sections;
            let is_anchor = number.is_multiple_of(ANCHOR_INTERVAL as usize);
            if is_anchor {
                let ends = [dictionary.len(), term_infos.len()].into_iter().chain(*ends);
                ends.for_each(|end| anchors.extend((end as u32).to_le_bytes()));
            }
            let key = term.key();
            dictionary::push_term(dictionary, previous, key, is_anchor);
            previous = key;
            let document_count = term.pieces().map(|piece| piece.document_count).sum();
            let has_blocks = term.pieces().any(|piece| piece.has_blocks);
            push_varint(term_infos, document_count);
            for (part, end) in ListPart::ALL.into_iter().zip(ends) {
                scratch.clear();
                term.append(part, &mut scratch);
                *end += scratch.len();
                if document_count >= LONG_LIST {
                    push_varint(term_infos, scratch.len() as u32);
                }
            }
            let is_of_compounds = matches!(term, Listed::Compounds(..));
            let marks = if is_of_compounds { 2 } else { usize::from(!has_blocks) };
            (0..marks).for_each(|_| push_varint(term_infos, NO_BLOCKS));
            let zigzag = ((distance << 1) ^ (distance >> 31)) as u32;
            push_varint(term_infos, if zigzag == 0 { 0 } else { zigzag + 1 });
        }
        sections
    }
}

/// The parts of a list, each of which has a section.
#[derive(Clone, Copy)]
enum ListPart {
    Gaps,
    /// The frequencies, and the lengths backwards.
    Frequencies,
    Blocks,
}

impl ListPart {
    const ALL: [Self; 3] = [Self::Gaps, Self::Frequencies, Self::Blocks];
}

/// A key of the dictionary: one with a list of its own, or a term.
#[derive(Debug)]
enum Listed<'t, 'e, 'r> {
    Prefix(&'t (String, PostingList)),
    Term(&'t Term<'e, 'r>),
    /// The key of the compounds of a term. Boxed, because few terms are parts of compounds.
    Compounds(&'t Term<'e, 'r>, Box<(String, PostingList)>),
}

impl<'t, 'e, 'r> Listed<'t, 'e, 'r> {
    fn key(&self) -> &str {
        match self {
            Self::Prefix(list) => &list.0,
            Self::Term(term) => term.term,
            Self::Compounds(_, list) => &list.0,
        }
    }

    /// Returns the term, unless it is a prefix.
    fn term(&self) -> Option<&'t Term<'e, 'r>> {
        match self {
            Self::Prefix(_) => None,
            Self::Term(term) | Self::Compounds(term, _) => Some(term),
        }
    }

    fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let (list, term) = match self {
            Self::Prefix(list) => (Some(&list.1), None),
            Self::Term(term) => (None, Some(term.pieces())),
            Self::Compounds(_, list) => (Some(&list.1), None),
        };
        list.map(PostingList::piece).into_iter().chain(term.into_iter().flatten())
    }

    /// Appends a part of the list.
    fn append(&self, part: ListPart, out: &mut Vec<u8>) {
        let (mut next_document, mut lengths) = (0, Vec::new());
        for piece in self.pieces() {
            match part {
                ListPart::Gaps => next_document = piece.push_gaps(next_document, out),
                ListPart::Frequencies => {
                    out.extend_from_slice(piece.frequencies);
                    lengths.extend_from_slice(piece.lengths);
                }
                ListPart::Blocks => out.extend_from_slice(piece.blocks),
            }
        }
        out.extend(lengths.into_iter().rev());
    }
}

/// Returns all keys in the order of the dictionary. The keys of prefix lists sort before all terms,
/// and the key of compounds follows their part.
fn listed_terms<'t, 'e, 'r>(
    terms: &'t [Term<'e, 'r>],
    prefix_lists: &'t [(String, PostingList)],
    compound_lists: Vec<(u32, PostingList)>,
) -> Vec<Listed<'t, 'e, 'r>> {
    let count = prefix_lists.len() + terms.len() + compound_lists.len();
    let mut listed = Vec::with_capacity(count);
    listed.extend(prefix_lists.iter().map(Listed::Prefix));
    let mut lists = compound_lists.into_iter().peekable();
    for (number, term) in (0..).zip(terms) {
        listed.push(Listed::Term(term));
        if let Some((_, list)) = lists.next_if(|(part, _)| *part == number) {
            listed.push(Listed::Compounds(term, Box::new((key(term.term), list))));
        }
    }
    listed
}

/// Returns the distance from each term to the next one with the same stem; from the last one, to
/// the first. Prefixes have no stem.
fn stem_distances(terms: &[Listed<'_, '_, '_>]) -> Vec<i32> {
    let mut distances = vec![0; terms.len()];
    let stems = (0_u32..).zip(terms).filter_map(|(number, it)| Some((it.term()?.stem?, number)));
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
