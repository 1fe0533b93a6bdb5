//! Passages that one document reuses of another.

use crate::digest::{Digest, MAX_TOKENS};
use crate::document::{Document, TokenKind};
use crate::fingerprint::RUN;
use crate::hash::{HashedMap, HashedSet};
use crate::runs::{RunPlace, Runs, hash_of};
use crate::stories::Stories;
use crate::templates::Templates;
use rayon::prelude::*;
use std::borrow::Borrow;
use std::ops::Range;

/// A passage has at least so many words in common with its source, …
const MIN_WORDS: usize = 12;
/// … of which so many say something, and are of no template.
const MIN_OWN_WORDS: usize = 6;
/// So many words may differ in a row, if as many as a run has follow that are the same.
const MAX_GAP: usize = 3;
/// Runs in more documents than this are no passages.
const MAX_RUN_DOCUMENTS: usize = 40;
/// A run in this many stories is a formula. A document without a story counts as one.
const MIN_FORMULA_STORIES: usize = 4;
/// The most sources of a document that are searched.
const MAX_SOURCES: usize = 24;
/// Two passages of a document may share this part of the shorter one.
const MAX_OVERLAP: f32 = 0.3;

/// A passage of an article that is also in an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReusedPassage {
    /// The article that reuses it.
    pub article: usize,
    /// Its place there.
    pub range: PassageRange,
    /// The article that has it first: that of the earlier day, or the one that comes first in the
    /// collection.
    pub source: usize,
    /// Its place there.
    pub source_range: PassageRange,
    /// The number of words that both have.
    pub words: usize,
}

/// The place of a passage: from a byte of a block to a byte of the same or a later block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassageRange {
    /// The first block: 0 for the title, *n* + 1 for block *n* of the body.
    pub first_block: u32,
    /// The byte of that block at which it starts.
    pub start: u32,
    /// The last block.
    pub last_block: u32,
    /// The byte of that block at which it ends.
    pub end: u32,
}

/// Finds the passages of each document that an earlier document has, word for word or nearly so.
/// They are in the order of the documents and of their places.
///
/// `document` returns the document of a digest. It is called several times for documents that share
/// passages, and never for others.
pub fn reused_passages<D: Borrow<Document>>(
    digests: &[Digest],
    stories: &Stories,
    document: impl Fn(usize) -> D + Sync,
) -> Vec<ReusedPassage> {
    find(digests, stories, &|number| Words::new(document(number).borrow()))
}

/// Does the same with the words of a document. It is compiled once, in this crate, and for size if
/// this crate is.
fn find(digests: &[Digest], stories: &Stories, words: &WordsOf<'_>) -> Vec<ReusedPassage> {
    let references: Vec<&Digest> = digests.iter().collect();
    let (runs, formulas) = shared_runs(digests, stories);
    let finder = Finder { digests, templates: Templates::new(&references), runs, formulas };
    let of_document = |number: usize| finder.passages(number, words);
    (0..digests.len()).into_par_iter().flat_map_iter(of_document).collect()
}

/// Finds the runs that a few documents share, and those of formulas.
fn shared_runs(digests: &[Digest], stories: &Stories) -> (Runs, HashedSet<u32>) {
    let runs = Runs::new(digests.iter().map(|digest| digest.fingerprints.as_slice()));
    let story = |place: &RunPlace| match stories.of(place.document as usize) {
        Some(story) => (true, story.0),
        None => (false, place.document),
    };
    let is_formula = |places: &[RunPlace]| {
        let mut stories: Vec<(bool, u32)> =
            places.iter().take(MAX_RUN_DOCUMENTS).map(story).collect();
        stories.sort_unstable();
        stories.dedup();
        stories.len() >= MIN_FORMULA_STORIES || places.len() > MAX_RUN_DOCUMENTS
    };
    let formulas = runs.lists().filter(|places| is_formula(places)).filter_map(hash_of).collect();
    (runs.only(|places| !is_formula(places)), formulas)
}

/// Returns the words of a document.
type WordsOf<'w> = dyn Fn(usize) -> Words + Sync + 'w;

struct Finder<'d> {
    digests: &'d [Digest],
    templates: Templates,
    runs: Runs,
    formulas: HashedSet<u32>,
}

/// A run of words that two documents share, as ranges of tokens.
struct Match {
    source: usize,
    own: Range<usize>,
    others: Range<usize>,
    words: usize,
}

impl Finder<'_> {
    fn passages(&self, number: usize, words: &WordsOf<'_>) -> Vec<ReusedPassage> {
        let Some(digest) = self.digests.get(number) else { return Vec::new() };
        // The places of shared runs by source.
        let mut shared: HashedMap<u32, Vec<(u32, u32)>> = HashedMap::default();
        for fingerprint in &digest.fingerprints {
            for place in self.runs.places(fingerprint.hash) {
                if self.is_before(place.document as usize, number) {
                    let positions = (fingerprint.position, place.position);
                    shared.entry(place.document).or_default().push(positions);
                }
            }
        }
        if shared.is_empty() {
            return Vec::new();
        }
        let mut sources: Vec<(u32, Vec<(u32, u32)>)> = shared.into_iter().collect();
        sources.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(&b.0)));
        sources.truncate(MAX_SOURCES);
        let own = words(number);
        let marks = self.marks(number, digest, own.terms.len());
        let mut matches: Vec<Match> = Vec::new();
        for (source, runs) in sources {
            let source = source as usize;
            let others = words(source);
            matches.extend(matches_of(source, &own, &others, &runs, &marks));
        }
        // The longest first; of equal ones, that of the earliest document.
        matches.sort_by(|a, b| {
            let key = |it: &Match| (it.own.start, self.day(it.source), it.source);
            b.words.cmp(&a.words).then_with(|| key(a).cmp(&key(b)))
        });
        let mut kept: Vec<Match> = Vec::new();
        for found in matches {
            let overlaps = |other: &Match| {
                let start = found.own.start.max(other.own.start);
                let end = found.own.end.min(other.own.end);
                let shorter = found.own.len().min(other.own.len()) as f32;
                end.saturating_sub(start) as f32 > MAX_OVERLAP * shorter
            };
            if !kept.iter().any(overlaps) {
                kept.push(found);
            }
        }
        kept.sort_by_key(|found| (found.own.start, found.own.end));
        let passage = |found: &Match| {
            let others = words(found.source);
            Some(ReusedPassage {
                article: number,
                range: own.range(&found.own)?,
                source: found.source,
                source_range: others.range(&found.others)?,
                words: found.words,
            })
        };
        kept.iter().filter_map(passage).collect()
    }

    /// Returns for each token of a document whether it is of a template or a formula.
    fn marks(&self, number: usize, digest: &Digest, count: usize) -> Vec<bool> {
        let mut marks = self.templates.marks(number, digest);
        marks.resize(count, false);
        for run in digest.fingerprints.iter().filter(|run| self.formulas.contains(&run.hash)) {
            marks.iter_mut().skip(run.position as usize).take(RUN).for_each(|mark| *mark = true);
        }
        marks
    }

    fn day(&self, document: usize) -> i32 {
        self.digests.get(document).and_then(|digest| digest.day).unwrap_or(i32::MAX)
    }

    /// Returns whether a document is earlier than another.
    fn is_before(&self, one: usize, other: usize) -> bool {
        let days = [one, other].map(|it| self.digests.get(it).and_then(|digest| digest.day));
        match days {
            [Some(first), Some(second)] if first != second => first < second,
            _ => one < other,
        }
    }
}

/// The tokens of a document in one row.
struct Words {
    terms: Vec<u32>,
    kinds: Vec<TokenKind>,
    /// The block of each token and its bytes.
    places: Vec<(u32, u32, u32)>,
}

impl Words {
    fn new(document: &Document) -> Self {
        let blocks = std::iter::once(&document.title).chain(&document.blocks).zip(0..);
        let tokens = blocks
            .flat_map(|(block, number)| block.tokens.iter().map(move |token| (token, number)));
        let mut words = Self { terms: Vec::new(), kinds: Vec::new(), places: Vec::new() };
        for (token, block) in tokens.take(MAX_TOKENS) {
            words.terms.push(token.term);
            words.kinds.push(token.kind);
            words.places.push((block, token.start, token.end));
        }
        words
    }

    fn range(&self, tokens: &Range<usize>) -> Option<PassageRange> {
        let (first_block, start, _) = *self.places.get(tokens.start)?;
        let (last_block, _, end) = *self.places.get(tokens.end.checked_sub(1)?)?;
        Some(PassageRange { first_block, start, last_block, end })
    }

    /// Returns how many terms from two places on are the same.
    fn common(&self, at: usize, other: &Self, other_at: usize) -> usize {
        let own = self.terms.iter().skip(at);
        own.zip(other.terms.iter().skip(other_at)).take_while(|(one, other)| one == other).count()
    }

    /// Returns how many terms before two places are the same.
    fn common_before(&self, at: usize, other: &Self, other_at: usize) -> usize {
        let own = self.terms.iter().take(at).rev();
        own.zip(other.terms.iter().take(other_at).rev())
            .take_while(|(one, other)| one == other)
            .count()
    }
}

/// Extends shared runs to passages.
fn matches_of(
    source: usize,
    own: &Words,
    others: &Words,
    runs: &[(u32, u32)],
    marks: &[bool],
) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    for (at, other_at) in runs {
        let (at, other_at) = (*at as usize, *other_at as usize);
        if found.iter().any(|it| it.own.contains(&at) && it.others.contains(&other_at)) {
            continue;
        }
        let length = own.common(at, others, other_at);
        // Different runs may have one hash.
        if length < RUN {
            continue;
        }
        let before = own.common_before(at, others, other_at);
        let (mut start, mut other_start) = (at - before, other_at - before);
        let (mut end, mut other_end) = (at + length, other_at + length);
        let mut words = before + length;
        while let Some((gap, other_gap, more)) = after_gap(own, end, others, other_end) {
            end += gap + more;
            other_end += other_gap + more;
            words += more;
        }
        while let Some((gap, other_gap, more)) = before_gap(own, start, others, other_start) {
            start -= gap + more;
            other_start -= other_gap + more;
            words += more;
        }
        // Numbers differ in a template, so equal ones say something.
        let own_words = (start..end).filter(|at| match own.kinds.get(*at) {
            None | Some(TokenKind::Function) => false,
            Some(TokenKind::Number) => true,
            Some(_) => !marks.get(*at).copied().unwrap_or_default(),
        });
        if words >= MIN_WORDS && own_words.count() >= MIN_OWN_WORDS {
            found.push(Match { source, own: start..end, others: other_start..other_end, words });
        }
    }
    found
}

/// Returns the least number of words to leave out on both sides after which enough are the same,
/// and how many these are.
fn after_gap(
    own: &Words,
    at: usize,
    others: &Words,
    other_at: usize,
) -> Option<(usize, usize, usize)> {
    gaps().find_map(|(gap, other_gap)| {
        let more = own.common(at + gap, others, other_at + other_gap);
        (more >= RUN).then_some((gap, other_gap, more))
    })
}

/// Does the same to the left.
fn before_gap(
    own: &Words,
    at: usize,
    others: &Words,
    other_at: usize,
) -> Option<(usize, usize, usize)> {
    gaps().find_map(|(gap, other_gap)| {
        let (at, other_at) = (at.checked_sub(gap)?, other_at.checked_sub(other_gap)?);
        let more = own.common_before(at, others, other_at);
        (more >= RUN).then_some((gap, other_gap, more))
    })
}

/// Returns the gaps of both sides, the least together first.
fn gaps() -> impl Iterator<Item = (usize, usize)> {
    let of_sum = |sum: usize| (0..=sum).map(move |gap| (gap, sum - gap));
    (1..=2 * MAX_GAP).flat_map(of_sum).filter(|(gap, other)| *gap <= MAX_GAP && *other <= MAX_GAP)
}
