//! Finds the stretch of lines that holds the article.

use std::ops::Range;

use super::facts::Facts;

/// Returns the stretch of lines with the largest sum of weights, if there is one above 0.
pub(super) fn heaviest(facts: &Facts<'_>) -> Option<Range<usize>> {
    let (mut best, mut best_sum) = (0..0, 0);
    let (mut start, mut sum) = (0, 0);
    for (at, weight) in facts.weights.iter().enumerate() {
        if sum <= 0 {
            (start, sum) = (at, 0);
        }
        sum += weight;
        if sum > best_sum {
            (best, best_sum) = (start..at + 1, sum);
        }
    }
    Some(best).filter(|best| !best.is_empty())
}
