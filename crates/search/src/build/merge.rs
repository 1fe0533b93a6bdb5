//! Merges the posting lists of several runs of documents. The lists stay in the bytes in which each
//! run has encoded them: a list for each term of each run would be a million allocations.

use super::encoded_lists::{EncodedLists, MergedList, Piece, Unmerged};
use super::indexed_texts::IndexedTexts;
use crate::analyze::Language;
use crate::document::Field;
use crate::index::bytes::Reader;
use crate::index::frequencies::Frequencies;
use rayon::prelude::*;
use std::cmp::Reverse;

/// The indexed texts of a run of documents, with the number of the documents before them.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) base: u32,
    pub(super) texts: IndexedTexts,
    /// The number of times that its texts were merged.
    pub(super) level: u32,
}

/// The number of runs that are merged into one.
const RUNS_PER_MERGE: usize = 8;

/// Merges the last runs while there are enough that were merged as often. What many runs have of
/// the same term takes most of the memory of a large index.
pub(super) fn compact(runs: &mut Vec<Run>, block_size: u32) {
    while let Some(start) = runs.len().checked_sub(RUNS_PER_MERGE)
        && let Some([first, rest @ ..]) = runs.get(start..)
        && rest.iter().all(|run| run.level == first.level)
    {
        let level = first.level + 1;
        let last = runs.split_off(start);
        runs.push(Run { level, ..merged(last, block_size) });
    }
}

/// Merges runs that follow each other. Their memory is freed meanwhile.
pub(super) fn merged(runs: Vec<Run>, block_size: u32) -> Run {
    let base = runs.first().map_or(0, |run| run.base);
    let lists =
        runs.into_iter().map(|run| (run.base - base, Unmerged::new(run.texts.into_lists())));
    let mut runs: Vec<(u32, Unmerged)> = lists.collect();
    let mut lists = EncodedLists::default();
    let (mut term, mut encoded) = (String::new(), Vec::new());
    while let Some(first) = runs.iter().filter_map(|(_, run)| Some(run.first()?.0)).min() {
        term.clear();
        term.push_str(first);
        let mut list = MergedList::default();
        let of_term = |run: &Unmerged| run.first().is_some_and(|(it, _)| it == term);
        for (base, run) in runs.iter().filter(|(_, run)| of_term(run)) {
            if let Some((_, bytes)) = run.first() {
                list.add(&Piece::read(bytes, *base));
            }
        }
        encoded.clear();
        list.write(&mut encoded);
        lists.push(&term, &encoded);
        drop(list);
        runs.iter_mut().filter(|(_, run)| of_term(run)).for_each(|(_, run)| run.advance());
    }
    Run { base, texts: IndexedTexts::of_lists(block_size, lists.finish()), level: 0 }
}

/// A term of one run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'r> {
    /// The first bytes of the term as a number. Most terms differ in them, and they are here,
    /// while the terms are scattered over the memory.
    start: u64,
    term: &'r str,
    base: u32,
    list: &'r [u8],
}

impl<'r> Entry<'r> {
    fn new(term: &'r str, base: u32, list: &'r [u8]) -> Self {
        let mut start = [0; 8];
        start.iter_mut().zip(term.bytes()).for_each(|(to, byte)| *to = byte);
        Self { start: u64::from_be_bytes(start), term, base, list }
    }
}

/// Lists the terms of all runs, sorted, and those of the same term by their run.
pub(super) fn entries(runs: &[Run]) -> Vec<Entry<'_>> {
    // A list that grows would leave holes in the memory of a browser.
    let count = runs.iter().map(|run| run.texts.lists().count() as usize).sum();
    let mut entries: Vec<Entry<'_>> = Vec::with_capacity(count);
    for Run { base, texts, .. } in runs {
        entries.extend(texts.lists().iter().map(|(term, list)| Entry::new(term, *base, list)));
    }
    // Stable: the runs are in the order of their documents.
    entries.par_sort_by(|a, b| a.start.cmp(&b.start).then_with(|| a.term.cmp(b.term)));
    entries
}

/// A term with its lists in all runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term<'e, 'r> {
    pub(super) term: &'r str,
    pub(super) document_count: u32,
    /// The language in which the term occurs most, and the term's stem in it.
    pub(super) stem: Option<(Language, &'r str)>,
    entries: &'e [Entry<'r>],
}

impl<'e, 'r> Term<'e, 'r> {
    fn new(entries: &'e [Entry<'r>]) -> Self {
        let term = entries.first().map(|entry| entry.term).unwrap_or_default();
        let mut document_count = 0;
        // The stem is that of the first occurrence.
        let mut stems: Vec<(Language, &str, u32)> = Vec::new();
        for entry in entries {
            let piece = Piece::read(entry.list, entry.base);
            document_count += piece.document_count;
            for (language, stem, count) in piece.stems() {
                match stems.iter_mut().find(|(other, ..)| *other == language) {
                    Some((_, _, sum)) => *sum += count,
                    None => stems.push((language, stem, count)),
                }
            }
        }
        let rank = |(language, _, count): &&(Language, &str, u32)| (*count, Reverse(*language));
        let stem = stems.iter().max_by_key(rank).map(|(language, stem, _)| (*language, *stem));
        Self { term, document_count, stem, entries }
    }

    /// Returns the languages in which the term occurs, with its stem in each.
    pub(super) fn stems(&self) -> Vec<(Language, &'r str)> {
        let mut stems: Vec<(Language, &str)> = Vec::new();
        for (language, stem, _) in self.pieces().flat_map(|piece| piece.stems()) {
            // The stem is that of the first occurrence.
            if stems.iter().all(|(other, _)| *other != language) {
                stems.push((language, stem));
            }
        }
        stems
    }

    /// Returns whether a title has the term.
    pub(super) fn is_in_title(&self) -> bool {
        self.pieces().any(|piece| {
            let mut frequencies = Reader::new(piece.frequencies, 0);
            (0..piece.document_count)
                .any(|_| Frequencies::read(&mut frequencies).get(Field::Title) > 0)
        })
    }

    /// Iterates over the lists of the term, in the order of the documents.
    pub(super) fn pieces(&self) -> impl Iterator<Item = Piece<'r>> + use<'e, 'r> {
        self.entries.iter().map(|entry| Piece::read(entry.list, entry.base))
    }
}

/// Lists the terms of sorted entries.
pub(super) fn terms<'e, 'r>(entries: &'e [Entry<'r>]) -> Vec<Term<'e, 'r>> {
    let is_same = |a: &Entry<'_>, b: &Entry<'_>| a.term == b.term;
    if cfg!(target_family = "wasm") {
        // There is one thread, and a list that grows would leave holes.
        let mut terms = Vec::with_capacity(entries.chunk_by(is_same).count());
        terms.extend(entries.chunk_by(is_same).map(Term::new));
        return terms;
    }
    entries.par_chunk_by(is_same).map(Term::new).collect()
}
