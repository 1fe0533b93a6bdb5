//! What each line can be by itself, and the runs of short lines between one text and the next, in which neighbours decide.

use std::collections::HashMap;

use super::{
    Folded, age,
    shape::{Case, Shape, is_separator},
    teasers::Found,
    vocabulary,
};
use crate::source::Line;

/// What a line can be at all, by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text of a body.
    Text,
    /// Label, title, standfirst or heading: neighbours decide.
    Short,
    /// "By Jane Doe".
    Byline,
    /// A date or an age alone.
    Date,
    /// A button, a notice, a picture credit.
    Furniture,
    /// Dashes or stars.
    Separator,
    /// Part of a teaser.
    Teaser,
}

/// Short lines in succession, with what stands around them.
#[derive(Debug)]
pub(super) struct Run {
    /// The first line and the one after the last.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The lines of kind [`Kind::Short`] among them.
    pub(super) shorts: Vec<usize>,
    /// For each short but the last, whether only dates stand between it and the next.
    adjacent: Vec<bool>,
    pub(super) before: Before,
    pub(super) after: After,
    /// Nothing at all stands before it.
    pub(super) opens_file: bool,
}

/// What stands before a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// The start of the file, or a teaser.
    Start,
    /// The last line of a text.
    Text(usize),
}

/// What stands after a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// The first line of a text.
    Text(usize),
    /// A teaser or the end of the file.
    End,
}

impl Run {
    /// Whether nothing stands between the shorts `n` and `n + 1`, but for a date perhaps.
    pub(super) fn adjacent(&self, n: usize) -> bool {
        self.adjacent.get(n).copied().unwrap_or(false)
    }

    /// Whether the short `n` is the run's last line.
    pub(super) fn is_last(&self, n: usize) -> bool {
        self.shorts.get(n).is_some_and(|at| at + 1 == self.end)
    }

    /// Whether a byline or date comes after the short `n`, with at most a standfirst and a name between.
    pub(super) fn dated_after(&self, n: usize, kinds: &[Kind]) -> bool {
        let from = self.shorts.get(n).map_or(self.end, |at| at + 1);
        let to = (from + 3).min(self.end);
        kinds
            .get(from..to)
            .is_some_and(|k| k.iter().any(|k| matches!(k, Kind::Byline | Kind::Date)))
    }
}

/// The kind of each line.
pub(super) fn kinds(lines: &[Line<'_>], shapes: &[Shape], teasers: &[Found]) -> Vec<Kind> {
    // Some pages write their labels small; only repetition tells such a line from a piece of a sentence.
    let mut small: HashMap<Folded<'_>, u32> = HashMap::new();
    let may_be_label =
        |shape: &Shape| shape.case == Case::Small && shape.is_label_like() && shape.words <= 3;
    for (line, _) in lines.iter().zip(shapes).filter(|(_, shape)| may_be_label(shape)) {
        *small.entry(Folded(&line.text)).or_default() += 1;
    }
    let repeats = |line: &Line<'_>| small.get(&Folded(&line.text)).is_some_and(|count| *count > 1);
    let mut kinds: Vec<Kind> = lines
        .iter()
        .zip(shapes)
        .map(|(line, shape)| match &*line.text {
            text if is_separator(text) => Kind::Separator,
            text if vocabulary::is_credit(text) || vocabulary::is_furniture(text) => {
                Kind::Furniture
            }
            text if age::is_date(text) => Kind::Date,
            text if vocabulary::credit(text).is_some() => Kind::Byline,
            _ if may_be_label(shape) && repeats(line) => Kind::Short,
            _ if shape.is_prose() => Kind::Text,
            _ => Kind::Short,
        })
        .collect();
    for teaser in teasers {
        if let Some(kinds) = kinds.get_mut(teaser.first()..teaser.end()) {
            kinds.fill(Kind::Teaser);
        }
    }
    kinds
}

/// The runs, in order.
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
                let after = match kinds.get(at) {
                    Some(Kind::Text) => After::Text(at),
                    _ => After::End,
                };
                let shorts: Vec<usize> =
                    (start..at).filter(|&n| kinds.get(n) == Some(&Kind::Short)).collect();
                let only_dates = |pair: &[usize]| match *pair {
                    [a, b] => {
                        kinds.get(a + 1..b).is_some_and(|k| k.iter().all(|k| *k == Kind::Date))
                    }
                    _ => false,
                };
                let adjacent = shorts.windows(2).map(only_dates).collect();
                runs.push(Run {
                    start,
                    end: at,
                    shorts,
                    adjacent,
                    before,
                    after,
                    opens_file: start == 0,
                });
                continue;
            }
        }
        at += 1;
    }
    runs
}
