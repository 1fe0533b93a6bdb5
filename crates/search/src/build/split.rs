//! Finds the ranges of an index that can be published in parts.

use crate::index::Index;
use crate::index::anchors::{ANCHOR_BYTES, ANCHOR_INTERVAL};
use crate::index::bytes::u32_at;
use crate::index::dictionary::TermId;
use crate::index::format::{FACET_SECTIONS, FIXED_SECTIONS, HEADER_BYTES};
use std::ops::Range;

/// The ranges of an index, in bytes from its start. The header, the section table and the aliases
/// are in none of them.
#[derive(Clone, Debug, Default)]
pub struct IndexRanges {
    /// The dictionary with all that does not grow with the number of documents.
    pub dictionary: Vec<DictionaryRanges>,
    /// The posting lists, by ranges of terms.
    pub postings: Vec<Vec<Range<usize>>>,
    /// The lengths of the fields.
    pub lengths: Range<usize>,
    /// The sections of each facet.
    pub facets: Vec<Vec<Range<usize>>>,
    /// The columns of sort keys.
    pub columns: Vec<Range<usize>>,
}

/// The ranges of a run of the dictionary.
#[derive(Clone, Debug)]
pub struct DictionaryRanges {
    /// The number of the anchor at which the run starts.
    pub anchor: u32,
    /// The first term.
    pub term: String,
    /// The terms, their infos and their anchors.
    pub ranges: Vec<Range<usize>>,
}

impl IndexRanges {
    /// Finds the ranges of an index. A run of the dictionary or of the posting lists ends after at
    /// least `target` bytes. Returns `None` if the bytes are no index.
    pub fn of(bytes: &[u8], target: usize) -> Option<Self> {
        let index = Index::open(bytes).ok()?;
        let section = |position: usize| {
            let at = HEADER_BYTES + position * 8;
            let start = u32_at(bytes, at)? as usize;
            Some(start..start + u32_at(bytes, at + 4)? as usize)
        };
        let [dictionary, term_infos, anchors, gaps, frequencies, blocks] =
            [section(0)?, section(1)?, section(2)?, section(3)?, section(4)?, section(5)?];
        let anchor_count = (anchors.len() / ANCHOR_BYTES) as u32;
        // Returns where the bytes of an anchor start in one of the sections with anchors.
        let start = |anchor: u32, number: usize, within: &Range<usize>| {
            let at = anchors.start + anchor as usize * ANCHOR_BYTES + number * 4;
            let is_anchor = anchor < anchor_count;
            let offset = is_anchor.then(|| u32_at(bytes, at)).flatten();
            offset.map_or(within.end, |offset| within.start + offset as usize)
        };
        let range = |anchors: &Range<u32>, number: usize, within: &Range<usize>| {
            start(anchors.start, number, within)..start(anchors.end, number, within)
        };
        let dictionary_ranges = |run: &Range<u32>| {
            let anchor = |anchor: u32| anchors.start + anchor as usize * ANCHOR_BYTES;
            let anchors = anchor(run.start)..anchor(run.end);
            vec![range(run, 0, &dictionary), range(run, 1, &term_infos), anchors]
        };
        let posting_ranges = |run: &Range<u32>| {
            vec![range(run, 2, &gaps), range(run, 3, &frequencies), range(run, 4, &blocks)]
        };
        let runs = runs(anchor_count, target, &dictionary_ranges);
        let dictionary = runs.into_iter().map(|run| DictionaryRanges {
            anchor: run.start,
            term: index.dictionary.term(TermId(run.start * ANCHOR_INTERVAL)),
            ranges: dictionary_ranges(&run),
        });
        let facets = (0..index.header.facets as usize).map(|facet| {
            let first = FIXED_SECTIONS + facet * FACET_SECTIONS;
            (first..first + FACET_SECTIONS).map(section).collect()
        });
        let first_column = FIXED_SECTIONS + index.header.facets as usize * FACET_SECTIONS;
        let columns =
            (0..index.header.columns as usize).map(|column| section(first_column + column));
        Some(Self {
            dictionary: dictionary.collect(),
            postings: self::runs(anchor_count, target, &posting_ranges)
                .iter()
                .map(posting_ranges)
                .collect(),
            lengths: section(6)?,
            facets: facets.collect::<Option<_>>()?,
            columns: columns.collect::<Option<_>>()?,
        })
    }
}

/// Divides anchors into runs whose ranges have at least `target` bytes.
fn runs(
    anchor_count: u32,
    target: usize,
    ranges: &dyn Fn(&Range<u32>) -> Vec<Range<usize>>,
) -> Vec<Range<u32>> {
    let mut runs = Vec::new();
    let mut run = 0..0;
    let mut bytes = 0;
    for anchor in 0..anchor_count {
        run.end = anchor + 1;
        bytes += ranges(&(anchor..anchor + 1)).iter().map(Range::len).sum::<usize>();
        if bytes >= target || run.end == anchor_count {
            runs.push(run.clone());
            run.start = run.end;
            bytes = 0;
        }
    }
    runs
}
