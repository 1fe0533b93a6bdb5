//! Templates: wording that many documents share because they are of one series, such as earnings
//! reports, market tables and weekly statistics. Numbers in it differ, or days do.

use crate::digest::Digest;
use crate::hash::hash_all;
use rayon::prelude::*;

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
/// The most cells that are counted at once. In a browser, the memory of all of them would stay.
const CELLS_PER_PASS: usize = if cfg!(target_family = "wasm") { 1 << 20 } else { MAX_CELLS };

/// The tokens of all documents that are of templates.
pub(crate) struct Templates {
    /// For each document, a bit for each of its terms.
    marks: Vec<Box<[u8]>>,
}

impl Templates {
    /// Counts all runs in a table without their text. Two runs in one cell are rare.
    pub(crate) fn new(digests: &[&Digest]) -> Self {
        let tokens: usize = digests.iter().map(|digest| digest.terms.len()).sum();
        let size = (tokens * 2).next_power_of_two().clamp(1 << 10, MAX_CELLS);
        let of_document = |digest: &&Digest| vec![0; digest.terms.len().div_ceil(8)].into();
        let mut marks: Vec<Box<[u8]>> = digests.iter().map(of_document).collect();
        let mut cells = vec![0; size.min(CELLS_PER_PASS)];
        for first in (0..size).step_by(cells.len()) {
            cells.fill(0);
            let place = |masked: u64| ((masked >> 20) as usize & (size - 1)).wrapping_sub(first);
            digests.iter().for_each(|digest| count(digest, &mut cells, place));
            marks.par_iter_mut().zip(digests).for_each(|(marks, digest)| {
                for ((masked, _), start) in runs(digest).zip(0..) {
                    if cells.get(place(masked)).copied().is_some_and(is_template) {
                        for at in start..start + RUN {
                            if let Some(byte) = marks.get_mut(at / 8) {
                                *byte |= 1 << (at % 8);
                            }
                        }
                    }
                }
            });
        }
        Self { marks }
    }

    /// Returns for each term of a document, given its number, whether it is of a template.
    pub(crate) fn marks(&self, number: usize, digest: &Digest) -> Vec<bool> {
        let marks = self.marks.get(number).map(|marks| &**marks).unwrap_or_default();
        let is_marked = |at: usize| marks.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1);
        (0..digest.terms.len()).map(is_marked).collect()
    }
}

/// Counts the runs of a document whose place is in a table.
fn count(digest: &Digest, cells: &mut [u32], place: impl Fn(u64) -> usize) {
    let day = digest.day.unwrap_or(i32::MIN);
    let day_bit = (hash_all([day as u32 as u64]) >> 40) % u64::from(SET_BITS);
    for (masked, terms) in runs(digest) {
        let Some(cell) = cells.get_mut(place(masked)) else { continue };
        let count = *cell & ((1 << COUNT_BITS) - 1);
        if count < (1 << COUNT_BITS) - 1 {
            *cell += 1;
        }
        let exact = hash_all(terms.iter().map(|term| u64::from(*term)));
        let variant_bit = (exact >> 40) % u64::from(SET_BITS);
        *cell |= 1 << (COUNT_BITS as u64 + variant_bit);
        *cell |= 1 << ((COUNT_BITS + SET_BITS) as u64 + day_bit);
    }
}

/// Returns whether the runs in a cell are of a template.
fn is_template(cell: u32) -> bool {
    let count = cell & ((1 << COUNT_BITS) - 1);
    let variants = ((cell >> COUNT_BITS) & ((1 << SET_BITS) - 1)).count_ones();
    let days = (cell >> (COUNT_BITS + SET_BITS)).count_ones();
    count >= MIN_COUNT && (variants >= MIN_VARIANTS || days >= MIN_VARIANTS)
}

/// Returns a hash of each run of a document without its numbers, and its terms.
fn runs(digest: &Digest) -> impl Iterator<Item = (u64, &[u32])> {
    let windows = digest.terms.windows(RUN).zip(digest.kinds.windows(RUN)).zip(0..);
    windows.map(|((terms, kinds), start)| {
        // The end of the title is no place within a run.
        let side = |at: usize| u64::from(at < digest.title) << 33;
        let masked = terms.iter().zip(kinds).zip(start..).map(|((term, kind), at)| {
            side(at) | if kind.is_number() { 1 << 32 } else { u64::from(*term) }
        });
        (hash_all(masked), terms)
    })
}
