//! Templates: wording that many documents share because they are of one series, such as earnings
//! reports, market tables and weekly statistics. Numbers in it differ, or days do.

use crate::digest::Digest;
use crate::hash::hash_all;

/// The number of tokens in a run.
const RUN: usize = 4;
/// A run is of a template if so many places have it, …
const MIN_COUNT: u32 = 5;
/// … and so many variants of its numbers, or so many days.
const MIN_VARIANTS: u32 = 4;
/// Bits of a cell for the count, and for each of the two sets.
const COUNT_BITS: u32 = 4;
const SET_BITS: u32 = 14;
/// The most cells, of four bytes each.
const MAX_CELLS: usize = 1 << 25;

/// All runs of a collection, counted in a table without their text. Two runs in one cell are rare.
pub(crate) struct Templates {
    cells: Vec<u32>,
}

impl Templates {
    pub(crate) fn new(digests: &[&Digest]) -> Self {
        let tokens: usize = digests.iter().map(|digest| digest.terms.len()).sum();
        let size = (tokens * 2).next_power_of_two().clamp(1 << 10, MAX_CELLS);
        let mut templates = Self { cells: vec![0; size] };
        for digest in digests {
            let day = digest.day.unwrap_or(i32::MIN);
            let day_bit = (hash_all([day as u32 as u64]) >> 40) % u64::from(SET_BITS);
            for (masked, exact) in runs(digest) {
                let at = templates.cell(masked);
                let Some(cell) = templates.cells.get_mut(at) else { continue };
                let count = *cell & ((1 << COUNT_BITS) - 1);
                if count < (1 << COUNT_BITS) - 1 {
                    *cell += 1;
                }
                let variant_bit = (exact >> 40) % u64::from(SET_BITS);
                *cell |= 1 << (COUNT_BITS as u64 + variant_bit);
                *cell |= 1 << ((COUNT_BITS + SET_BITS) as u64 + day_bit);
            }
        }
        templates
    }

    fn cell(&self, hash: u64) -> usize {
        (hash >> 20) as usize & (self.cells.len() - 1)
    }

    /// Returns for each token of a document whether it is of a template.
    pub(crate) fn marks(&self, digest: &Digest) -> Vec<bool> {
        let mut marks = vec![false; digest.terms.len()];
        for ((masked, _), start) in runs(digest).zip(0..) {
            let cell = self.cells.get(self.cell(masked)).copied().unwrap_or_default();
            let count = cell & ((1 << COUNT_BITS) - 1);
            let variants = ((cell >> COUNT_BITS) & ((1 << SET_BITS) - 1)).count_ones();
            let days = (cell >> (COUNT_BITS + SET_BITS)).count_ones();
            if count >= MIN_COUNT && (variants >= MIN_VARIANTS || days >= MIN_VARIANTS) {
                marks.iter_mut().skip(start).take(RUN).for_each(|mark| *mark = true);
            }
        }
        marks
    }
}

/// Returns two hashes of each run of a document: without its numbers, and with them.
fn runs(digest: &Digest) -> impl Iterator<Item = (u64, u64)> {
    let windows = digest.terms.windows(RUN).zip(digest.kinds.windows(RUN)).zip(0..);
    windows.map(|((terms, kinds), start)| {
        // The end of the title is no place within a run.
        let side = |at: usize| u64::from(at < digest.title) << 33;
        let masked = terms.iter().zip(kinds).zip(start..).map(|((term, kind), at)| {
            side(at) | if kind.is_number() { 1 << 32 } else { u64::from(*term) }
        });
        (hash_all(masked), hash_all(terms.iter().map(|term| u64::from(*term))))
    })
}
