//! Gives each line of a listing its kind, and collects the runs of short lines between texts.

use std::collections::HashMap;

use super::{
    byline,
    case::Case,
    date::is_date,
    label_key::LabelKey,
    shape::{Shape, is_separator},
    teasers::TeaserLines,
    vocabulary::{is_boilerplate, is_picture_credit},
};
use crate::source::Line;

/// The kind of a line by itself, without regard to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A paragraph of a body.
    Text,
    /// A label, title, standfirst or heading: the neighbours decide which.
    Short,
    /// "By Jane Doe".
    Byline,
    /// A date or an age alone.
    Date,
    /// A button, a notice or a picture credit.
    Boilerplate,
    /// Dashes or stars.
    Separator,
    /// Part of a teaser.
    Teaser,
}

/// The lines of a listing with their shapes and kinds. An index out of range has none of them.
#[derive(Clone, Copy)]
pub(super) struct Lines<'a> {
    pub(super) lines: &'a [Line<'a>],
    pub(super) shapes: &'a [Shape],
    pub(super) kinds: &'a [Kind],
}

impl<'a> Lines<'a> {
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn text(&self, at: usize) -> &'a str {
        self.lines.get(at).map_or("", |line| &*line.text)
    }

    pub(super) fn shape(&self, at: usize) -> Option<&'a Shape> {
        self.shapes.get(at)
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.kinds.get(at).copied()
    }
}

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

/// Returns the kind of each line.
pub(super) fn kinds(lines: &[Line<'_>], shapes: &[Shape], teasers: &[TeaserLines]) -> Vec<Kind> {
    // Some pages write their labels in lower case. Only repetition tells such a line from a
    // fragment of a sentence.
    let mut lower_case: HashMap<LabelKey<'_>, u32> = HashMap::new();
    let may_be_label =
        |shape: &Shape| shape.case == Case::Lower && shape.is_label_like() && shape.words <= 3;
    for (line, _) in lines.iter().zip(shapes).filter(|(_, shape)| may_be_label(shape)) {
        *lower_case.entry(LabelKey(&line.text)).or_default() += 1;
    }
    let repeats =
        |line: &Line<'_>| lower_case.get(&LabelKey(&line.text)).is_some_and(|count| *count > 1);
    let mut kinds: Vec<Kind> = lines
        .iter()
        .zip(shapes)
        .map(|(line, shape)| match &*line.text {
            text if is_separator(text) => Kind::Separator,
            text if is_picture_credit(text) || is_boilerplate(text) => Kind::Boilerplate,
            text if is_date(text) => Kind::Date,
            text if byline::parse(text).is_some() => Kind::Byline,
            _ if may_be_label(shape) && repeats(line) => Kind::Short,
            _ if shape.is_prose() => Kind::Text,
            _ => Kind::Short,
        })
        .collect();
    for teaser in teasers {
        if let Some(kinds) = kinds.get_mut(teaser.start()..teaser.end()) {
            kinds.fill(Kind::Teaser);
        }
    }
    kinds
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
