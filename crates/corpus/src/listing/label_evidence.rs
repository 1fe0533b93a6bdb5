//! Scores two short lines as a section label and a title, by evidence.
//!
//! Evidence distinguishes a label that occurs once from a heading. `docs/seeds.md` lists each piece
//! under the same name, with its reason.

use super::{
    case::Case,
    limits,
    line_table::LineTable,
    runs::{After, Before, Run},
    shape::{End, Shape},
    vocabulary,
};

/// The points from which two short lines count as a label and a title.
pub(super) const MIN_POINTS: i32 = 4;

/// The points required where an article has to begin: at the start of a file and after teasers.
pub(super) const MIN_POINTS_AT_START: i32 = 2;

/// The score of two short lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Score {
    pub(super) points: i32,
    /// The pieces of [`EVIDENCE`] that hold, one bit each.
    holding: u32,
}

impl Score {
    /// Returns the points and the evidence for them, as inspection shows them.
    pub(super) fn reason(self) -> String {
        let holding = EVIDENCE.iter().enumerate().filter(|(n, _)| self.holding & (1 << n) != 0);
        let named: Vec<String> = holding
            .map(|(_, Evidence { points, name, .. })| format!("{name} {points:+}"))
            .collect();
        format!("{} points: {}", self.points, named.join(", "))
    }
}

/// Scores the short lines `n` and `n + 1` of a run as a label and a title.
///
/// Returns `None` if they cannot be both. `is_known_label` returns whether a text is a section of
/// one of the file's teasers, or a label above another of its articles.
pub(super) fn score(
    lines: &LineTable<'_>,
    run: &Run,
    n: usize,
    is_known_label: impl Fn(&str) -> bool,
) -> Option<Score> {
    let (&label_at, &title_at) = (run.shorts.get(n)?, run.shorts.get(n + 1)?);
    let label =
        lines.shape(label_at).filter(|label| label.is_label_like() && run.is_adjacent(n))?;
    let After::Text(text_after) = run.after else { return None };
    let text_before = match run.before {
        Before::Text(before) => lines.shape(before),
        Before::Start => None,
    };
    let label_text = lines.text(label_at);
    let candidate = Candidate {
        label,
        title: lines.shape(title_at)?,
        label_text,
        title_text: lines.text(title_at),
        is_known_label: is_known_label(label_text),
        is_first_line: run.opens_file && n == 0,
        is_dated: run.is_dated(n + 1, lines.kinds),
        after_text: text_before.is_some(),
        after_colon: text_before.is_some_and(|shape| shape.end == End::Colon),
        text_size: lines.shape(text_after).map_or(0, |shape| shape.size),
        shorts_below: run.shorts.len() - n - 2,
    };
    let mut score = Score { points: 0, holding: 0 };
    for (n, evidence) in EVIDENCE.iter().enumerate() {
        if (evidence.holds)(&candidate) {
            score.points += evidence.points;
            score.holding |= 1 << n;
        }
    }
    Some(score)
}

/// Two short lines that may be a label and a title, with the facts that the evidence refers to.
struct Candidate<'a> {
    label: &'a Shape,
    title: &'a Shape,
    label_text: &'a str,
    title_text: &'a str,
    is_known_label: bool,
    /// The label is the first line of the file.
    is_first_line: bool,
    /// A byline or date follows the title.
    is_dated: bool,
    /// Text precedes the label.
    after_text: bool,
    /// That text ends in a colon.
    after_colon: bool,
    /// The size of the text that follows.
    text_size: u32,
    /// The number of short lines between the title and that text.
    shorts_below: usize,
}

/// A fact that speaks for or against two short lines being a label and a title.
struct Evidence {
    points: i32,
    name: &'static str,
    holds: fn(&Candidate<'_>) -> bool,
}

const EVIDENCE: &[Evidence] = &[
    evidence(3, "label seen elsewhere in the file", |c| c.is_known_label),
    evidence(2, "common name of a section", |c| vocabulary::is_section(c.label_text)),
    evidence(2, "first line of the file", |c| c.is_first_line),
    evidence(2, "byline or date after the title", |c| c.is_dated),
    evidence(2, "title of six words or more", |c| c.title.words >= 6),
    evidence(1, "title of five words", |c| c.title.words == 5),
    evidence(1, "title twice as long as the label", |c| c.title.size >= 2 * c.label.size),
    evidence(1, "label of three words or fewer", |c| c.label.words <= 3),
    evidence(1, "label in capitals", |c| {
        c.label.case == Case::Upper && c.title.case != Case::Upper
    }),
    evidence(1, "text ends before the label", |c| c.after_text && !c.after_colon),
    evidence(1, "long text follows", |c| c.text_size >= limits::MIN_LONG_TEXT_SIZE),
    evidence(-1, "text shorter than the title follows", |c| c.text_size < c.title.size),
    evidence(-1, "title of three words or fewer", |c| c.title.words <= 3),
    evidence(-1, "title very long", |c| c.title.size > 120),
    evidence(-2, "title shorter than the label", |c| c.title.size < c.label.size),
    evidence(-2, "title ends in a colon", |c| c.title.end == End::Colon),
    evidence(-2, "title numbered like a list", |c| {
        c.title.is_numbered && c.title_text.contains(')')
    }),
    evidence(-2, "label of five words or more", |c| c.label.words >= 5),
    evidence(-2, "more than two short lines below the title", |c| c.shorts_below > 2),
    evidence(-3, "label opens as headings do", |c| vocabulary::opens_like_heading(c.label_text)),
    evidence(-3, "label is a common heading", |c| vocabulary::is_heading(c.label_text)),
    evidence(-3, "label opens with a small letter", |c| c.label.case == Case::Lower),
    evidence(-3, "label opens with a number", |c| c.label.is_numbered),
    evidence(-3, "label ends in a question mark", |c| c.label.end == End::Question),
    evidence(-3, "a colon announces a list", |c| c.after_colon),
];

const fn evidence(points: i32, name: &'static str, holds: fn(&Candidate<'_>) -> bool) -> Evidence {
    Evidence { points, name, holds }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_of_evidence_has_a_bit_and_a_row_in_the_docs() {
        assert!(EVIDENCE.len() <= u32::BITS as usize);
        let docs = include_str!("../../../../docs/seeds.md");
        for Evidence { points, name, .. } in EVIDENCE {
            let row = format!("| {points:+} | {name} |");
            assert!(docs.contains(&row), "docs/seeds.md has no row {row}");
        }
    }
}
