//! Where articles begin: the evidence that a short line is a section label and the next one a title.
//!
//! Two kinds. A line that *repeats* is established as a label by what follows it each time ([`established`]). A line
//! that occurs once has to earn it, together with the line after it, by points ([`weigh`]).

use std::collections::HashMap;

use super::{
    key,
    plan::{After, Before, Kind, Run},
    shape::{Case, End, Shape, limits},
    vocabulary,
};
use crate::source::Line;

/// What a repeated line's occurrences say about it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    pub(super) count: u32,
    votes: i32,
}

impl Standing {
    /// Two clear occurrences, or more that are less clear; never when most stand directly over text, as headings do.
    pub(super) fn is_label(self) -> bool {
        self.count >= 2 && self.votes >= 2 && self.votes * 2 >= i32::try_from(self.count).unwrap_or(i32::MAX)
    }
}

/// The file's repeated lines that are labels, by [`key`].
pub(super) fn established(lines: &[Line<'_>], shapes: &[Shape], runs: &[Run]) -> HashMap<String, Standing> {
    let mut standings: HashMap<String, Standing> = HashMap::new();
    for run in runs {
        for (n, &at) in run.shorts.iter().enumerate() {
            let (Some(line), Some(shape)) = (lines.get(at), shapes.get(at)) else { continue };
            if !shape.is_label_like() {
                continue;
            }
            let standing = standings.entry(key(&line.text)).or_default();
            standing.count += 1;
            standing.votes += vote(run, n, shape, shapes);
        }
    }
    standings.retain(|_, standing| standing.is_label());
    standings
}

/// What one occurrence says: over a title over text it is a label; directly over text it is a heading.
fn vote(run: &Run, n: usize, label: &Shape, shapes: &[Shape]) -> i32 {
    let shape_at = |at: usize| shapes.get(at);
    let over_text = matches!(run.after, After::Text(_));
    let Some(title) = run.shorts.get(n + 1).copied() else {
        return match run.after {
            // "Peace at Last!" and "“Never Again”" are titles too.
            After::Text(at) if run.is_last(n) => match shape_at(at) {
                Some(s) if s.end == End::Stop && !s.speech && s.size < limits::QUESTION_SIZE => -1,
                Some(s) if s.size <= limits::STANDFIRST_SIZE && (s.end == End::Open || s.speech) => 0,
                _ => -2,
            },
            _ => 0,
        };
    };
    if !run.adjacent(n) {
        return 0;
    }
    let Some(shape) = shape_at(title) else { return 0 };
    match shape.words {
        4.. if over_text => 2,
        4.. => 1,
        _ if over_text && (run.shorts.len() == n + 2 || shape.size > label.size) => 1,
        _ => 0,
    }
}

/// Points from which two short lines are taken for a label and a title.
pub(super) const ENOUGH: i32 = 5;

/// Points where an article has to begin anyway: at the start of a file, or after teasers.
pub(super) const ENOUGH_AT_START: i32 = 2;

/// A verdict on two short lines, with what spoke for and against.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    pub(super) points: i32,
    pub(super) reasons: Vec<&'static str>,
}

/// What else is known when two lines are weighed.
pub(super) struct Surroundings<'a> {
    pub(super) lines: &'a [Line<'a>],
    pub(super) shapes: &'a [Shape],
    pub(super) kinds: &'a [Kind],
    /// Whether a text is a section of one of the file's teasers, or a label over another of its articles.
    pub(super) known: &'a dyn Fn(&str) -> bool,
}

/// Weighs the shorts `n` and `n + 1` of a run as label and title. `None` if they cannot be.
///
/// Each point has its reason in `docs/seeds.md`, under the same words.
pub(super) fn weigh(run: &Run, n: usize, around: &Surroundings<'_>) -> Option<Weighed> {
    let (&at, &title_at) = (run.shorts.get(n)?, run.shorts.get(n + 1)?);
    let (label, title) = (around.shapes.get(at)?, around.shapes.get(title_at)?);
    let (label_text, title_text) = (&*around.lines.get(at)?.text, &*around.lines.get(title_at)?.text);
    if !label.is_label_like() || !run.adjacent(n) || matches!(run.after, After::End) {
        return None;
    }
    let mut weighed = Weighed { points: 0, reasons: Vec::new() };
    let mut add = |holds: bool, points: i32, reason: &'static str| {
        if holds {
            weighed.points += points;
            weighed.reasons.push(reason);
        }
    };
    add((around.known)(label_text), 3, "label seen elsewhere in the file");
    add(vocabulary::is_section(label_text), 2, "common name of a section");
    add(label.words <= 3, 1, "label of three words or fewer");
    add(vocabulary::opens_like_heading(label_text), -2, "opens as headings do");
    add(label.numbered, -3, "label opens with a number");
    add(label.case == Case::Capitals && title.case != Case::Capitals, 1, "label in capitals");
    add(title.words >= 6, 2, "title of six words or more");
    add(title.words == 5, 1, "title of five words");
    add(title.words <= 3, -1, "title of three words or fewer");
    add(title.size >= 2 * label.size, 1, "title twice as long as the label");
    add(title.size < label.size, -2, "title shorter than the label");
    add(title.size > 120, -1, "title very long");
    add(matches!(title.end, End::Colon), -2, "title ends in a colon");
    add(title.numbered && title_text.contains(')'), -2, "title numbered like a list");
    add(run.dated_after(n + 1, around.kinds), 2, "byline or date after the title");
    let after_colon = match run.before {
        Before::Text(before) => around.shapes.get(before).is_some_and(|s| s.end == End::Colon),
        Before::Start => false,
    };
    add(matches!(run.before, Before::Text(_)) && !after_colon, 1, "text ends before the label");
    add(after_colon, -3, "a colon announces a list");
    if let After::Text(after) = run.after {
        let size = around.shapes.get(after).map_or(0, |s| s.size);
        add(size >= limits::LONG_SIZE, 1, "long text follows");
        add(size < title.size, -2, "shorter text follows");
    }
    // Between the title and the text there is room for a standfirst and a heading, hardly for more.
    add(run.shorts.len() > n + 3, -2, "too many short lines follow");
    Some(weighed)
}
