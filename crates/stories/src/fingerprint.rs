//! Fingerprints of a text by winnowing: some of its runs of five tokens, so chosen that two texts
//! which share twelve tokens in a row share a fingerprint (Schleimer, Wilkerson and Aiken, 2003).

use crate::hash::hash_all;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// The number of tokens in a run.
pub(crate) const RUN: usize = 5;
/// Of this many neighbouring runs at least one is chosen.
const WINDOW: usize = 8;

/// A run of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Fingerprint {
    /// The hash of its terms.
    pub(crate) hash: u32,
    /// The position of its first token in the document.
    pub(crate) position: u32,
}

/// Chooses the least hash of every window; of equal ones, the last.
pub(crate) fn winnow(terms: &[u32]) -> Vec<Fingerprint> {
    let runs = terms.windows(RUN).zip(0..).map(|(run, position)| Fingerprint {
        hash: hash_all(run.iter().map(|term| u64::from(*term))) as u32,
        position,
    });
    let mut chosen: Vec<Fingerprint> = Vec::new();
    // The runs of the window that are less than all after them.
    let mut least: VecDeque<Fingerprint> = VecDeque::new();
    for (run, count) in runs.zip(1..) {
        while least.back().is_some_and(|last| last.hash >= run.hash) {
            least.pop_back();
        }
        least.push_back(run);
        while least.front().is_some_and(|first| first.position as usize + WINDOW < count) {
            least.pop_front();
        }
        if let Some(first) = least.front().filter(|_| count >= WINDOW)
            && chosen.last() != Some(first)
        {
            chosen.push(*first);
        }
    }
    // A text that is shorter than a window has one as well.
    if chosen.is_empty() {
        chosen.extend(least.front());
    }
    chosen.shrink_to_fit();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_that_share_twelve_tokens_share_a_fingerprint(
            shared in prop::collection::vec(0_u32..50, 12..30),
            before in prop::collection::vec(50_u32..90, 0..20),
            after in prop::collection::vec(100_u32..140, 0..20),
        ) {
            let one = winnow(&[&before[..], &shared, &after].concat());
            let other = winnow(&[&after[..], &shared, &before].concat());
            let hashes: Vec<u32> = one.iter().map(|it| it.hash).collect();
            prop_assert!(other.iter().any(|it| hashes.contains(&it.hash)));
        }
    }
}
