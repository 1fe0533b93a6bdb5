//! Finds the ranges of an index that can be published in parts.

use crate::document::Field;
use crate::index::Index;
use crate::index::anchors::{ANCHOR_BYTES, ANCHOR_INTERVAL};
use crate::index::bytes::u32_in;
use crate::index::dictionary::TermId;
use crate::index::facet::{FIRST_VALUES, VALUE_BYTES};
use crate::index::format::{
    FACET_SECTIONS, FIXED_SECTIONS, HEADER_BYTES, Header, MAX_COLUMNS, MAX_FACETS,
};
use crate::index::prefix_lists::KEY_PREFIX;
use cuttings_parts::Bytes;
use std::ops::Range;

/// The ranges of an index, in bytes from its start. The header, the section table, the aliases and
/// the dictionary of the prefix lists are in none of them.
#[derive(Clone, Debug, Default)]
pub struct IndexRanges {
    /// The terms with their posting lists.
    pub terms: Vec<TermRanges>,
    /// The list of spellings; empty if the index has none.
    pub spellings: Range<usize>,
    /// The posting lists of prefixes.
    pub prefix_lists: Vec<Vec<Range<usize>>>,
    /// For each field, the lengths of all documents.
    pub lengths: Vec<Range<usize>>,
    /// The facets.
    pub facets: Vec<FacetRanges>,
    /// The columns of sort keys.
    pub columns: Vec<Range<usize>>,
}

/// The ranges of a facet. Its name and its first values are in none of them.
#[derive(Clone, Debug, Default)]
pub struct FacetRanges {
    /// Runs of values with their labels.
    pub values: Vec<Vec<Range<usize>>>,
    /// The values of each document.
    pub documents: Vec<Range<usize>>,
}

/// The ranges of a run of terms.
#[derive(Clone, Debug)]
pub struct TermRanges {
    /// The number of the anchor at which the run starts.
    pub anchor: u32,
    /// The first term.
    pub term: String,
    /// The anchors, [`ANCHOR_BYTES`] each.
    pub anchors: Range<usize>,
    /// The terms, their infos and their posting lists. Anchors tell where they are.
    pub ranges: Vec<Range<usize>>,
}

impl IndexRanges {
    /// The most bytes of the tables with which an index begins.
    pub const TABLE_BYTES: usize = HEADER_BYTES
        + 8 * (FIXED_SECTIONS + MAX_FACETS as usize * FACET_SECTIONS + MAX_COLUMNS as usize + 1);

    /// Returns the ranges of an index that [`of`](Self::of) reads, given its first
    /// [`TABLE_BYTES`](Self::TABLE_BYTES).
    pub fn needed(table: &[u8]) -> Option<Vec<Range<usize>>> {
        let header = Header::read(table.into()).ok()?;
        let values = |facet| FIXED_SECTIONS + facet as usize * FACET_SECTIONS + 1;
        let sections = [0, 2].into_iter().chain((0..header.facets).map(values));
        let sections = sections.map(|position| section(table.into(), position));
        let mut ranges: Vec<Range<usize>> = sections.collect::<Option<_>>()?;
        // The first section begins behind the table.
        let start = ranges.first()?.start;
        ranges.push(0..start);
        Some(ranges)
    }

    /// Finds the ranges of an index. Runs have about `target` bytes. Returns `None` if
    /// the bytes are no index.
    pub fn of<'a>(bytes: impl Into<Bytes<'a>>, target: usize) -> Option<Self> {
        let bytes = bytes.into();
        let index = Index::open(bytes).ok()?;
        let section = |position| section(bytes, position);
        let [dictionary, term_infos, anchors, gaps, frequencies, blocks] =
            [section(0)?, section(1)?, section(2)?, section(3)?, section(4)?, section(5)?];
        let anchor_count = (anchors.len() / ANCHOR_BYTES) as u32;
        // Returns where the bytes of an anchor start in one of the sections with anchors.
        let start = |anchor: u32, number: usize, within: &Range<usize>| {
            let at = anchors.start + anchor as usize * ANCHOR_BYTES + number * 4;
            let is_anchor = anchor < anchor_count;
            let offset = is_anchor.then(|| u32_in(bytes, at)).flatten();
            offset.map_or(within.end, |offset| within.start + offset as usize)
        };
        let range = |anchors: &Range<u32>, number: usize, within: &Range<usize>| {
            start(anchors.start, number, within)..start(anchors.end, number, within)
        };
        let posting_ranges = |run: &Range<u32>| {
            vec![range(run, 2, &gaps), range(run, 3, &frequencies), range(run, 4, &blocks)]
        };
        let anchor = |anchor: u32| anchors.start + anchor as usize * ANCHOR_BYTES;
        let term_ranges = |run: &Range<u32>| {
            let mut ranges = vec![range(run, 0, &dictionary), range(run, 1, &term_infos)];
            ranges.extend(posting_ranges(run));
            ranges
        };
        let first_term = |anchor: u32| index.dictionary.term(TermId(anchor * ANCHOR_INTERVAL));
        // The keys of prefix lists sort before all terms, and every search looks for one.
        let is_prefix = |anchor: &u32| first_term(*anchor).starts_with(KEY_PREFIX);
        let prefixes = (0..anchor_count).take_while(is_prefix).count() as u32;
        // The number of bytes with which the first term of an anchor starts like the term before.
        let shared = |anchor: u32| {
            let last = index.dictionary.term(TermId((anchor * ANCHOR_INTERVAL).saturating_sub(1)));
            let pairs = first_term(anchor).into_bytes().into_iter().zip(last.into_bytes());
            pairs.take_while(|(a, b)| a == b).count()
        };
        let terms = runs(prefixes..anchor_count, target, &term_ranges, &shared);
        let terms = terms.into_iter().map(|run| TermRanges {
            anchor: run.start,
            term: first_term(run.start),
            anchors: anchor(run.start)..anchor(run.end),
            ranges: term_ranges(&run),
        });
        let facets = (0..index.header.facets as usize).map(|facet| {
            let first = FIXED_SECTIONS + facet * FACET_SECTIONS;
            let sections = [section(first)?, section(first + 1)?];
            Some(FacetRanges {
                values: value_runs(&sections, bytes, target)?,
                documents: vec![section(first + 2)?, section(first + 3)?],
            })
        });
        let first_column = FIXED_SECTIONS + index.header.facets as usize * FACET_SECTIONS;
        let columns =
            (0..index.header.columns as usize).map(|column| section(first_column + column));
        Some(Self {
            terms: terms.collect(),
            spellings: match index.header.has_spellings() {
                true => section(first_column + index.header.columns as usize)?,
                false => 0..0,
            },
            prefix_lists: runs(0..prefixes, target, &posting_ranges, &|_| 0)
                .iter()
                .map(posting_ranges)
                .collect(),
            lengths: {
                let (all, documents) = (section(6)?, index.len() as usize);
                let field =
                    |field| all.start + field * documents..all.start + (field + 1) * documents;
                (0..Field::COUNT).map(field).collect()
            },
            facets: facets.collect::<Option<_>>()?,
            columns: columns.collect::<Option<_>>()?,
        })
    }
}

/// Returns the range of a section.
fn section(bytes: Bytes<'_>, position: usize) -> Option<Range<usize>> {
    let at = HEADER_BYTES + position * 8;
    let start = u32_in(bytes, at)? as usize;
    Some(start..start + u32_in(bytes, at + 4)? as usize)
}

/// Divides the values of a facet after the first ones into runs with their labels, of at least
/// `target` bytes.
fn value_runs(
    [labels, values]: &[Range<usize>; 2],
    bytes: Bytes<'_>,
    target: usize,
) -> Option<Vec<Vec<Range<usize>>>> {
    let count = values.len() / VALUE_BYTES;
    let label = |value: usize| match value == count {
        true => Some(labels.end),
        false => Some(labels.start + u32_in(bytes, values.start + value * VALUE_BYTES)? as usize),
    };
    let record = |value: usize| values.start + value * VALUE_BYTES;
    let mut runs = Vec::new();
    let mut start = FIRST_VALUES.min(count);
    for end in start + 1..=count {
        let (run, its_labels) = (record(start)..record(end), label(start)?..label(end)?);
        if run.len() + its_labels.len() >= target || end == count {
            runs.push(vec![run, its_labels]);
            start = end;
        }
    }
    Some(runs)
}

/// Divides anchors into runs whose ranges have about `target` bytes. A run ends when it has from
/// half of that to half more, or more with a long list, where the terms around the end have the
/// least in common. So the forms of a word are mostly in one run.
fn runs(
    anchors: Range<u32>,
    target: usize,
    ranges: &dyn Fn(&Range<u32>) -> Vec<Range<usize>>,
    shared: &dyn Fn(u32) -> usize,
) -> Vec<Range<u32>> {
    let bytes_of =
        |anchor: u32| ranges(&(anchor..anchor + 1)).iter().map(Range::len).sum::<usize>();
    let mut runs = Vec::new();
    let mut start = anchors.start;
    while start < anchors.end {
        let mut bytes = 0;
        let mut most = usize::MAX;
        let mut best = (usize::MAX, usize::MAX, anchors.end);
        for end in start + 1..=anchors.end {
            bytes += bytes_of(end - 1);
            if bytes > most {
                break;
            }
            if end == anchors.end || bytes >= target / 2 {
                let shared = if end == anchors.end { 0 } else { shared(end) };
                best = best.min((shared, bytes.abs_diff(target), end));
            }
            if bytes >= target {
                most = most.min(bytes + target / 2);
            }
        }
        runs.push(start..best.2);
        start = best.2;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Divides terms, each an anchor with some bytes, and compares the first terms of the runs.
    #[track_caller]
    fn check(terms: &[(&str, usize)], target: usize, expected: &[&str]) {
        let ranges = |run: &Range<u32>| {
            let bytes = |at: usize| terms[..at].iter().map(|(_, bytes)| bytes).sum::<usize>();
            Vec::from_iter(Some(bytes(run.start as usize)..bytes(run.end as usize)))
        };
        let shared = |anchor: u32| {
            let [a, b] = [anchor - 1, anchor].map(|at| terms[at as usize].0.bytes());
            a.zip(b).take_while(|(a, b)| a == b).count()
        };
        let runs = runs(0..terms.len() as u32, target, &ranges, &shared);
        let starts = runs.iter().map(|run| terms[run.start as usize].0);
        assert_eq!(starts.collect::<Vec<_>>(), expected);
        assert!(runs.windows(2).all(|pair| pair[0].end == pair[1].start));
        assert_eq!(runs.last().map_or(0, |run| run.end as usize), terms.len());
    }

    #[test]
    fn forms_of_a_word_are_in_one_run() {
        let terms = [("lead", 9), ("leaf", 9), ("learn", 9), ("learning", 9), ("learns", 9)];
        check(&[&terms[..], &[("milk", 9)]].concat(), 20, &["lead", "learn", "milk"]);
        // A long list takes its neighbours along.
        let terms = [("lead", 12), ("learn", 9), ("learning", 90), ("learns", 9), ("milk", 9)];
        check(&terms, 20, &["lead", "learn", "milk"]);
        check(&[("a", 30), ("b", 30), ("c", 1)], 20, &["a", "b", "c"]);
    }

    #[test]
    fn runs_have_about_the_bytes_that_are_wanted() {
        check(&[("a", 10), ("b", 10), ("c", 10), ("d", 10), ("e", 10)], 20, &["a", "c", "e"]);
        check(&[], 20, &[]);
        check(&[("a", 0)], 20, &["a"]);
    }
}
