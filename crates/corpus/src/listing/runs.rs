//! The runs of short lines between one text and the next, in which neighbours decide.

use super::line_table::Kind;

/// Consecutive lines that are neither text nor part of a teaser, with their surroundings.
#[derive(Debug)]
pub(super) struct Run {
    /// The first line.
    pub(super) start: usize,
    /// The line after the last.
    pub(super) end: usize,
    /// The lines of kind [`Kind::Short`] among them.
    pub(super) shorts: Vec<usize>,
    /// For each short line but the last: only dates separate it from the next.
    adjacent: Vec<bool>,
    pub(super) before: Before,
    pub(super) after: After,
    /// The run starts at the first line of the file.
    pub(super) opens_file: bool,
}

/// The surroundings before a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// The start of the file, or a teaser.
    Start,
    /// The last line of a text.
    Text(usize),
}

/// The surroundings after a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// The first line of a text.
    Text(usize),
    /// A teaser or the end of the file.
    End,
}

impl Run {
    /// Returns whether at most dates separate the short lines `n` and `n + 1`.
    pub(super) fn is_adjacent(&self, n: usize) -> bool {
        self.adjacent.get(n).copied().unwrap_or(false)
    }

    /// Returns whether the short line `n` is the run's last line.
    pub(super) fn is_last(&self, n: usize) -> bool {
        self.shorts.get(n).is_some_and(|at| at + 1 == self.end)
    }

    /// Returns whether a byline or date follows the short line `n`, with at most a standfirst and a
    /// name between.
    pub(super) fn is_dated(&self, n: usize, kinds: &[Kind]) -> bool {
        let from = self.shorts.get(n).map_or(self.end, |at| at + 1);
        let to = (from + 3).min(self.end);
        kinds
            .get(from..to)
            .is_some_and(|k| k.iter().any(|k| matches!(k, Kind::Byline | Kind::Date)))
    }
}

/// Returns the runs in order.
pub(super) fn runs(kinds: &[Kind]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut before = Before::Start;
    let mut at = 0;
    while let Some(kind) = kinds.get(at) {
        match kind {
            Kind::Text => before = Before::Text(at),
            Kind::Teaser => before = Before::Start,
            _ => {
                let start = at;
                while kinds.get(at).is_some_and(|k| !matches!(k, Kind::Text | Kind::Teaser)) {
                    at += 1;
                }
                runs.push(run(kinds, start, at, before));
                continue;
            }
        }
        at += 1;
    }
    runs
}

fn run(kinds: &[Kind], start: usize, end: usize, before: Before) -> Run {
    let shorts: Vec<usize> =
        (start..end).filter(|&at| kinds.get(at) == Some(&Kind::Short)).collect();
    let only_dates_between = |pair: &[usize]| match *pair {
        [a, b] => kinds.get(a + 1..b).is_some_and(|k| k.iter().all(|k| *k == Kind::Date)),
        _ => false,
    };
    let adjacent = shorts.windows(2).map(only_dates_between).collect();
    let after = match kinds.get(end) {
        Some(Kind::Text) => After::Text(end),
        _ => After::End,
    };
    Run { start, end, shorts, adjacent, before, after, opens_file: start == 0 }
}
