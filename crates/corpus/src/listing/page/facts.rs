//! The facts about each line of a page that its place and neighbours do not change.

use std::collections::HashMap;

use super::super::{
    label_key::LabelKey,
    line_table::{Kind, LineTable},
    shape::Shape,
};

/// The size that the sum of a stretch loses for a line that is not text.
const SHORT_LINE_COST: i64 = 45;

/// The smallest size of a line that adds its size to the sum.
const MIN_TEXT_SIZE: u32 = 70;

/// The size that the sum loses for a line that the page repeats.
const REPEATED_LINE_COST: i64 = 10;

/// The most that one line adds to the sum.
const MAX_LINE_WEIGHT: i64 = 600;

/// A page's lines with what they weigh.
pub(super) struct Facts<'a> {
    pub(super) lines: LineTable<'a>,
    /// The number of lines with the same text, for each line.
    pub(super) counts: Vec<u32>,
    /// The weight of each line in the sum of a stretch.
    pub(super) weights: Vec<i64>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(lines: &LineTable<'a>) -> Self {
        let mut counts: HashMap<LabelKey<'_>, u32> = HashMap::new();
        for at in 0..lines.len() {
            *counts.entry(LabelKey(lines.text(at))).or_default() += 1;
        }
        let counts: Vec<u32> = (0..lines.len())
            .map(|at| counts.get(&LabelKey(lines.text(at))).copied().unwrap_or(1))
            .collect();
        let weights = (0..lines.len())
            .map(|at| {
                let (Some(shape), Some(kind)) = (lines.shape(at), lines.kind(at)) else { return 0 };
                weight(shape, kind, counts.get(at).copied().unwrap_or(1))
            })
            .collect();
        Self { lines: *lines, counts, weights }
    }

    pub(super) fn count(&self, at: usize) -> u32 {
        self.counts.get(at).copied().unwrap_or(1)
    }

    pub(super) fn weight(&self, at: usize) -> i64 {
        self.weights.get(at).copied().unwrap_or(0)
    }
}

fn weight(shape: &Shape, kind: Kind, count: u32) -> i64 {
    if count > 1 {
        -REPEATED_LINE_COST
    } else if kind == Kind::Text && shape.size >= MIN_TEXT_SIZE {
        i64::from(shape.size).min(MAX_LINE_WEIGHT)
    } else {
        i64::from(shape.size.min(45)) / 2 - SHORT_LINE_COST
    }
}
