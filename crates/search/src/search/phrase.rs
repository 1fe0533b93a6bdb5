//! Phrases: terms that follow each other in a field. Blocks tell where they may, the text where
//! they do.

use super::phrase_matcher::PhraseMatcher;
use super::searcher::Searcher;
use crate::document::{DocId, Field, FieldSet};
use crate::index::dictionary::TermId;
use crate::index::frequencies::Frequencies;
use crate::index::postings::Postings;
use std::ops::ControlFlow;

impl Searcher<'_> {
    /// Returns the documents that contain the phrase in any of the fields, with its frequency in
    /// each.
    pub(super) fn phrase_matches(
        &self,
        terms: &[TermId],
        fields: FieldSet,
    ) -> Vec<(u32, Frequencies)> {
        let mut matcher = self.phrase_matcher(terms);
        let mut matches = Vec::new();
        self.phrase_candidates(terms, fields, None, &mut |document, candidate| {
            let frequencies = match candidate {
                PhraseCandidate::Exact(frequencies) => frequencies,
                PhraseCandidate::In(fields) => {
                    self.phrase_frequencies(&mut matcher, document, fields, u32::MAX)
                }
            };
            if frequencies.total() > 0 {
                matches.push((document.0, frequencies));
            }
        });
        matches
    }

    pub(super) fn phrase_matcher(&self, terms: &[TermId]) -> PhraseMatcher {
        PhraseMatcher::new(terms.iter().map(|term| self.index.dictionary.term(*term)).collect())
    }

    /// Returns whether a candidate contains the phrase.
    pub(super) fn contains_phrase(
        &self,
        matcher: &mut PhraseMatcher,
        document: DocId,
        candidate: PhraseCandidate,
    ) -> bool {
        let frequencies = match candidate {
            PhraseCandidate::Exact(frequencies) => frequencies,
            PhraseCandidate::In(fields) => self.phrase_frequencies(matcher, document, fields, 1),
        };
        frequencies.total() > 0
    }

    /// Counts the occurrences of the phrase in each of the fields of a document, until one of them
    /// has `limit`.
    pub(super) fn phrase_frequencies(
        &self,
        matcher: &mut PhraseMatcher,
        document: DocId,
        fields: FieldSet,
        limit: u32,
    ) -> Frequencies {
        let mut frequencies = Frequencies::default();
        // Breaking is no error.
        let _ = (self.source)(document, &mut |passage| {
            if fields.contains(passage.field)
                && let Some(count) = frequencies.0.get_mut(passage.field.index())
            {
                *count += matcher.count(passage.text, limit);
                if *count >= limit {
                    return ControlFlow::Break(());
                }
            }
            ControlFlow::Continue(())
        });
        frequencies
    }

    /// Visits the documents in which the terms are close enough to form the phrase. If `among` is
    /// given, it visits only these documents, which must be sorted.
    pub(super) fn phrase_candidates(
        &self,
        terms: &[TermId],
        fields: FieldSet,
        among: Option<&[DocId]>,
        visit: &mut dyn FnMut(DocId, PhraseCandidate),
    ) {
        let sections = &self.index.postings;
        let postings = terms.iter().map(|term| Postings::new(sections, sections.term_info(*term)));
        let mut lists: Vec<(u32, Postings<'_>)> = (0..).zip(postings).collect();
        // Reading the texts of a few documents is cheaper than the long lists of stop words.
        if among.is_some() && lists.iter().any(|(_, list)| list.has_blocks) {
            lists.retain(|(_, list)| list.has_blocks);
        }
        let mut among = among.map(|documents| documents.iter());
        let is_exact = sections.block_size == 1
            && lists.len() == terms.len()
            && lists.iter().all(|(_, list)| list.has_blocks);
        let mut filter = BlockFilter { block_size: sections.block_size, ..BlockFilter::default() };
        let mut target = 0;
        'documents: loop {
            if let Some(among) = &mut among {
                match among.find(|document| document.0 >= target) {
                    Some(document) => target = document.0,
                    None => return,
                }
            }
            for (_, list) in &mut lists {
                match list.seek(target) {
                    None => return,
                    Some(document) if document > target => {
                        target = document;
                        continue 'documents;
                    }
                    Some(_) => {}
                }
            }
            if target >= self.index.len() || lists.is_empty() {
                return;
            }
            let fields = filter.candidate_fields(&mut lists, fields);
            if is_exact {
                let frequencies = filter.start_counts().restricted_to(fields);
                if frequencies.total() > 0 {
                    visit(DocId(target), PhraseCandidate::Exact(frequencies));
                }
            } else if !fields.is_empty() {
                visit(DocId(target), PhraseCandidate::In(fields));
            }
            target += 1;
        }
    }
}

/// A document that may contain a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) enum PhraseCandidate {
    /// It contains the phrase this often, by exact positions.
    Exact(Frequencies),
    /// It may contain the phrase in these fields.
    In(FieldSet),
}

/// Compares the blocks of the terms of a phrase. The buffers are kept between documents.
#[derive(Default)]
struct BlockFilter {
    /// The number of positions in a block. Blocks of one position are exact.
    block_size: u32,
    /// For each field, the blocks of the first term after which all terms so far may follow.
    starts: [Vec<u32>; Field::COUNT],
    /// For each field, the blocks of the current term.
    blocks: [Vec<u32>; Field::COUNT],
    /// The frequencies of each term in the current document.
    frequencies: Vec<Frequencies>,
}

impl BlockFilter {
    /// Returns the fields in which the terms are close enough to form the phrase. Each of `lists`
    /// is on the current document and comes with the position of its term in the phrase.
    fn candidate_fields(
        &mut self,
        lists: &mut [(u32, Postings<'_>)],
        fields: FieldSet,
    ) -> FieldSet {
        let mut candidates = fields;
        self.frequencies.clear();
        for (_, list) in lists.iter_mut() {
            let frequencies = list.frequencies();
            for (field, count) in Field::ALL.iter().zip(&frequencies.0) {
                if *count == 0 {
                    candidates = candidates.without(*field);
                }
            }
            self.frequencies.push(frequencies);
        }
        let mut first_position = None;
        for ((position, list), frequencies) in lists.iter_mut().zip(&self.frequencies) {
            if !list.has_blocks || candidates.is_empty() {
                continue;
            }
            self.blocks.iter_mut().for_each(Vec::clear);
            list.stored_blocks(*frequencies, &mut |field, block| {
                if let Some(blocks) = self.blocks.get_mut(field.index()) {
                    blocks.push(block);
                }
            });
            let Some(first_position) = first_position else {
                first_position = Some(*position);
                std::mem::swap(&mut self.starts, &mut self.blocks);
                continue;
            };
            // A term that many positions after the start is in one of two blocks, if they are not
            // exact.
            let distance = *position - first_position;
            let tolerance = u32::from(self.block_size > 1);
            for (field, (starts, blocks)) in
                Field::ALL.iter().zip(self.starts.iter_mut().zip(&self.blocks))
            {
                starts.retain(|start| {
                    let nearest = start.saturating_add(distance / self.block_size.max(1));
                    let after = blocks.partition_point(|block| *block < nearest);
                    blocks.get(after).is_some_and(|block| block - nearest <= tolerance)
                });
                if starts.is_empty() {
                    candidates = candidates.without(*field);
                }
            }
        }
        candidates
    }

    /// Counts the blocks in which the phrase may begin, in each field of the document that was
    /// compared last.
    fn start_counts(&self) -> Frequencies {
        Frequencies(std::array::from_fn(|field| {
            self.starts.get(field).map_or(0, |starts| starts.len() as u32)
        }))
    }
}
