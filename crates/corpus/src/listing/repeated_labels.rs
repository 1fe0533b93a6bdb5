//! Finds section labels among the lines that repeat, by the lines that follow each occurrence.
//!
//! A label is above a title, which is above text. A heading such as "Background" occurs in many
//! articles too, but directly above text.

use std::collections::HashMap;

use super::{
    label_key::LabelKey,
    limits,
    line_table::LineTable,
    runs::{After, Run},
    shape::{End, Shape},
};

/// The votes of a line's occurrences on whether it is a label.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LabelVotes {
    pub(super) occurrences: u32,
    sum: i32,
}

impl LabelVotes {
    /// Two clear occurrences make a label, or more that are less clear; never a majority directly
    /// above text.
    fn is_label(self) -> bool {
        let occurrences = i32::try_from(self.occurrences).unwrap_or(i32::MAX);
        self.occurrences >= 2 && self.sum >= 2 && self.sum * 2 >= occurrences
    }
}

/// Returns the file's repeated lines that are labels.
pub(super) fn find<'a>(lines: &LineTable<'a>, runs: &[Run]) -> HashMap<LabelKey<'a>, LabelVotes> {
    let mut votes: HashMap<LabelKey<'a>, LabelVotes> = HashMap::new();
    for run in runs {
        for (n, &at) in run.shorts.iter().enumerate() {
            let Some(shape) = lines.shape(at).filter(|shape| shape.is_label_like()) else {
                continue;
            };
            let votes = votes.entry(LabelKey(lines.text(at))).or_default();
            votes.occurrences += 1;
            votes.sum += vote(lines, run, n, shape);
        }
    }
    votes.retain(|_, votes| votes.is_label());
    votes
}

/// Returns the vote of the short line `n` of a run: positive above a title, negative above text.
fn vote(lines: &LineTable<'_>, run: &Run, n: usize, label: &Shape) -> i32 {
    let Some(&title) = run.shorts.get(n + 1) else {
        return match run.after {
            After::Text(at) if run.is_last(n) => match lines.shape(at) {
                Some(text) if is_short_sentence(text) => -1,
                // "Peace at Last!" and "“Never Again”" are titles too.
                Some(text) if may_be_unusual_title(text) => 0,
                _ => -2,
            },
            _ => 0,
        };
    };
    if !run.is_adjacent(n) {
        return 0;
    }
    let above_text = matches!(run.after, After::Text(_));
    let Some(title) = lines.shape(title) else { return 0 };
    match title.words {
        4.. if above_text => 2,
        4.. => 1,
        _ if above_text && (run.shorts.len() == n + 2 || title.size > label.size) => 1,
        _ => 0,
    }
}

fn is_short_sentence(text: &Shape) -> bool {
    text.end == End::Stop && !text.is_quotation && text.size < limits::MAX_QUESTION_SIZE
}

fn may_be_unusual_title(text: &Shape) -> bool {
    text.size <= limits::MAX_STANDFIRST_SIZE && (text.end == End::Open || text.is_quotation)
}
