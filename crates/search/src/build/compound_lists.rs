//! Merges the posting lists of compounds: see [`compound_lists`](crate::index::compound_lists).

use super::compounds::compounds;
use super::encoded_lists::Piece;
use super::merge::Term;
use super::posting_lists::PostingList;
use crate::document::Field;
use crate::index::bytes::Reader;
use crate::index::frequencies::Frequencies;
use rayon::prelude::*;

/// An occurrence of a compound: document, field, block.
type Occurrence = (u32, Field, u32);

/// Returns the lists of compounds of sorted terms, each with the number of the term whose compounds
/// it has. `lengths` are the encoded lengths of each field in all documents, field by field, and
/// `block_size` is the number of positions in a block.
pub(super) fn collect(
    terms: &[Term<'_, '_>],
    documents: u32,
    lengths: &[u8],
    block_size: u32,
) -> Vec<(u32, PostingList)> {
    let merged = |(part, compounds): (u32, Vec<u32>)| {
        let compounds = compounds.iter().filter_map(|number| terms.get(*number as usize));
        let mut occurrences = Vec::new();
        for piece in compounds.flat_map(Term::pieces).filter(|piece| piece.has_blocks) {
            add_occurrences(&piece, &mut occurrences);
        }
        occurrences.sort_unstable();
        let mut list = PostingList::new(true);
        for of_document in occurrences.chunk_by(|a, b| a.0 == b.0) {
            let document = of_document.first().map_or(0, |(document, ..)| *document);
            let length = |field: Field| field.index() * documents as usize + document as usize;
            let lengths = Field::ALL.map(|it| lengths.get(length(it)).copied().unwrap_or_default());
            let blocks = of_document.iter().map(|(_, field, block)| (*field, *block));
            list.push(document, blocks, (block_size == 1).then_some(lengths));
        }
        (part, list)
    };
    let lists: Vec<_> = compounds(terms, documents).into_par_iter().map(merged).collect();
    lists.into_iter().filter(|(_, list)| list.document_count > 0).collect()
}

/// Adds the occurrences in a list.
fn add_occurrences(piece: &Piece<'_>, occurrences: &mut Vec<Occurrence>) {
    let mut gaps = Reader::new(piece.gaps, 0);
    let mut frequencies = Reader::new(piece.frequencies, 0);
    let mut blocks = Reader::new(piece.blocks, 0);
    let mut next_document = piece.base;
    for _ in 0..piece.document_count {
        next_document += gaps.varint();
        let counts = Frequencies::read(&mut frequencies);
        for (field, count) in Field::ALL.into_iter().zip(counts.0) {
            let mut block = 0;
            for _ in 0..count {
                block += blocks.varint();
                occurrences.push((next_document - 1, field, block));
            }
        }
    }
}
