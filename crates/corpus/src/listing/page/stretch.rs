//! Finds the stretch of lines that holds the article.

use std::ops::Range;

use super::facts::{Facts, Part, param};

/// Returns the stretch of lines with the largest sum of weights, if there is one above 0.
pub(super) fn heaviest(facts: &Facts<'_>) -> Option<Range<usize>> {
    let (mut best, mut best_sum) = (0..0, 0);
    let (mut start, mut sum) = (0, 0);
    for at in 0..facts.lines.len() {
        if sum <= 0 {
            (start, sum) = (at, 0);
        }
        sum += facts.weight(at);
        if sum > best_sum {
            (best, best_sum) = (start..at + 1, sum);
        }
    }
    Some(trimmed(facts, best)).filter(|best| !best.is_empty())
}

/// Cuts light ends off a stretch: those that six or more lines without a paragraph separate.
fn trimmed(facts: &Facts<'_>, stretch: Range<usize>) -> Range<usize> {
    let gap = param("GAP", 6) as usize;
    let mut chunks: Vec<(Range<usize>, u32)> = Vec::new();
    let mut thin = usize::MAX;
    for at in stretch {
        match facts.part(at) {
            Part::Paragraph => {
                let size = facts.size(at);
                match chunks.last_mut() {
                    Some((range, sum)) if thin < gap => {
                        range.end = at + 1;
                        *sum += size;
                    }
                    _ => chunks.push((at..at + 1, size)),
                }
                thin = 0;
            }
            Part::Sentence | Part::Short | Part::Caption => thin = thin.saturating_add(1),
            Part::Repeated | Part::Separator => {}
        }
    }
    let total: u32 = chunks.iter().map(|(_, size)| size).sum();
    let is_light = |(_, size): &&(Range<usize>, u32)| u64::from(*size) * 100 < u64::from(total) * param("SHARE", 15) as u64;
    let first = chunks.iter().find(|chunk| !is_light(chunk)).map(|(range, _)| range.start);
    let last = chunks.iter().rfind(|chunk| !is_light(chunk)).map(|(range, _)| range.end);
    match (first, last) {
        (Some(first), Some(last)) => first..last,
        _ => 0..0,
    }
}
