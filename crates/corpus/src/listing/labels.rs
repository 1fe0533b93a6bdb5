//! Where articles begin: the evidence that a short line is a section label and the next one a title.
//!
//! Two kinds. A line that *repeats* is established as a label by what follows it each time ([`established`]). A line
//! that occurs once has to earn it, together with the line after it, by points ([`weigh`]).

use std::collections::HashMap;

use super::{
    Folded,
    runs::{After, Before, Kind, Run},
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
        self.count >= 2
            && self.votes >= 2
            && self.votes * 2 >= i32::try_from(self.count).unwrap_or(i32::MAX)
    }
}

/// The file's repeated lines that are labels, as they are compared.
pub(super) fn established<'a>(
    lines: &'a [Line<'_>],
    shapes: &[Shape],
    runs: &[Run],
) -> HashMap<Folded<'a>, Standing> {
    let mut standings: HashMap<Folded<'a>, Standing> = HashMap::new();
    for run in runs {
        for (n, &at) in run.shorts.iter().enumerate() {
            let (Some(line), Some(shape)) = (lines.get(at), shapes.get(at)) else { continue };
            if !shape.is_label_like() {
                continue;
            }
            let standing = standings.entry(Folded(&line.text)).or_default();
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
                Some(s)
                    if s.size <= limits::STANDFIRST_SIZE && (s.end == End::Open || s.speech) =>
                {
                    0
                }
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
pub(super) const ENOUGH: i32 = 4;

/// Points where an article has to begin anyway: at the start of a file, or after teasers.
pub(super) const ENOUGH_AT_START: i32 = 2;

/// Two short lines that may be a label and a title, with what the rules ask about them.
struct Pair<'a> {
    label: &'a Shape,
    title: &'a Shape,
    label_text: &'a str,
    title_text: &'a str,
    /// A section of one of the file's teasers, or a label over another of its articles.
    known: bool,
    first_in_file: bool,
    /// A byline or date comes after the title.
    dated: bool,
    /// Text stands before the label.
    text_before: bool,
    /// That text ends in a colon.
    colon_before: bool,
    /// The size of the text that follows.
    text_after: u32,
    /// How many short lines stand between the title and that text.
    between: usize,
}

/// Something that speaks for two short lines being label and title, or against it.
struct Evidence {
    points: i32,
    name: &'static str,
    holds: fn(&Pair<'_>) -> bool,
}

/// Each with its reason in `docs/seeds.md`, under the same name.
const EVIDENCE: &[Evidence] = &[
    Evidence { points: 3, name: "label seen elsewhere in the file", holds: |p| p.known },
    Evidence {
        points: 2,
        name: "common name of a section",
        holds: |p| vocabulary::is_section(p.label_text),
    },
    Evidence { points: 2, name: "first line of the file", holds: |p| p.first_in_file },
    Evidence { points: 2, name: "byline or date after the title", holds: |p| p.dated },
    Evidence { points: 2, name: "title of six words or more", holds: |p| p.title.words >= 6 },
    Evidence { points: 1, name: "title of five words", holds: |p| p.title.words == 5 },
    Evidence {
        points: 1,
        name: "title twice as long as the label",
        holds: |p| p.title.size >= 2 * p.label.size,
    },
    Evidence { points: 1, name: "label of three words or fewer", holds: |p| p.label.words <= 3 },
    Evidence {
        points: 1,
        name: "label in capitals",
        holds: |p| p.label.case == Case::Capitals && p.title.case != Case::Capitals,
    },
    Evidence {
        points: 1,
        name: "text ends before the label",
        holds: |p| p.text_before && !p.colon_before,
    },
    Evidence { points: 1, name: "long text follows", holds: |p| p.text_after >= limits::LONG_SIZE },
    Evidence {
        points: -1,
        name: "text shorter than the title follows",
        holds: |p| p.text_after < p.title.size,
    },
    Evidence { points: -1, name: "title of three words or fewer", holds: |p| p.title.words <= 3 },
    Evidence { points: -1, name: "title very long", holds: |p| p.title.size > 120 },
    Evidence {
        points: -2,
        name: "title shorter than the label",
        holds: |p| p.title.size < p.label.size,
    },
    Evidence { points: -2, name: "title ends in a colon", holds: |p| p.title.end == End::Colon },
    Evidence {
        points: -2,
        name: "title numbered like a list",
        holds: |p| p.title.numbered && p.title_text.contains(')'),
    },
    Evidence { points: -2, name: "label of five words or more", holds: |p| p.label.words >= 5 },
    Evidence {
        points: -2,
        name: "more than two short lines below the title",
        holds: |p| p.between > 2,
    },
    Evidence {
        points: -3,
        name: "label opens as headings do",
        holds: |p| vocabulary::opens_like_heading(p.label_text),
    },
    Evidence {
        points: -3,
        name: "label is a common heading",
        holds: |p| vocabulary::is_heading(p.label_text),
    },
    Evidence {
        points: -3,
        name: "label opens with a small letter",
        holds: |p| p.label.case == Case::Small,
    },
    Evidence { points: -3, name: "label opens with a number", holds: |p| p.label.numbered },
    Evidence {
        points: -3,
        name: "label ends in a question mark",
        holds: |p| p.label.end == End::Question,
    },
    Evidence { points: -3, name: "a colon announces a list", holds: |p| p.colon_before },
];

/// A verdict on two short lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
    pub(super) points: i32,
    /// Which of [`EVIDENCE`] hold, a bit each.
    held: u32,
}

impl Weighed {
    /// The points and what they were given for.
    pub(super) fn reason(self) -> String {
        let held = EVIDENCE.iter().enumerate().filter(|(n, _)| self.held & (1 << n) != 0);
        let named: Vec<String> = held.map(|(_, e)| format!("{} {:+}", e.name, e.points)).collect();
        format!("{} points: {}", self.points, named.join(", "))
    }
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
pub(super) fn weigh(run: &Run, n: usize, around: &Surroundings<'_>) -> Option<Weighed> {
    let (&at, &title_at) = (run.shorts.get(n)?, run.shorts.get(n + 1)?);
    let label = around.shapes.get(at).filter(|label| label.is_label_like() && run.adjacent(n))?;
    let After::Text(after) = run.after else { return None };
    let before = match run.before {
        Before::Text(before) => around.shapes.get(before),
        Before::Start => None,
    };
    let label_text = &*around.lines.get(at)?.text;
    let pair = Pair {
        label,
        title: around.shapes.get(title_at)?,
        label_text,
        title_text: &around.lines.get(title_at)?.text,
        known: (around.known)(label_text),
        first_in_file: run.opens_file && n == 0,
        dated: run.dated_after(n + 1, around.kinds),
        text_before: before.is_some(),
        colon_before: before.is_some_and(|s| s.end == End::Colon),
        text_after: around.shapes.get(after).map_or(0, |s| s.size),
        between: run.shorts.len() - n - 2,
    };
    let mut weighed = Weighed { points: 0, held: 0 };
    for (n, evidence) in EVIDENCE.iter().enumerate() {
        if (evidence.holds)(&pair) {
            weighed.points += evidence.points;
            weighed.held |= 1 << n;
        }
    }
    Some(weighed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_evidence_has_a_bit_and_is_documented() {
        assert!(EVIDENCE.len() <= 32);
        let documented = include_str!("../../../../docs/seeds.md");
        for Evidence { points, name, .. } in EVIDENCE {
            let row = format!("| {points:+} | {name} |");
            assert!(documented.contains(&row), "docs/seeds.md has no row {row}");
        }
    }
}
