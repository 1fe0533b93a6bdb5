//! Leaves out what stands between the paragraphs of an article: buttons, captions, headlines.

use std::ops::Range;

use super::super::{decision::Decision, line_table::Kind, shape::End};
use super::facts::{Facts, Part, param};
use crate::line_report::LineRole;

/// Decides the lines of the stretch that holds the article.
pub(super) fn assign(facts: &Facts<'_>, stretch: &Range<usize>, decisions: &mut [Decision]) {
    let mut thin: Vec<usize> = Vec::new();
    let mut before: Option<usize> = None;
    for at in stretch.clone() {
        match facts.part(at) {
            Part::Separator => set(decisions, at, LineRole::Separator, "only dashes or stars"),
            Part::Repeated => set(
                decisions,
                at,
                LineRole::LeftOut,
                "the page repeats it, like a button or a caption",
            ),
            Part::Caption => set(decisions, at, LineRole::LeftOut, "a picture's caption or credit"),
            Part::Sentence | Part::Short => thin.push(at),
            Part::Paragraph => {
                assign_thin(facts, before, &thin, decisions);
                thin.clear();
                set(decisions, at, LineRole::Paragraph, "text");
                before = Some(at);
            }
        }
    }
    assign_thin(facts, before, &thin, decisions);
}

/// Decides the lines between two paragraphs.
fn assign_thin(facts: &Facts<'_>, before: Option<usize>, lines: &[usize], decisions: &mut [Decision]) {
    let after_colon = |at: Option<usize>| {
        at.and_then(|at| facts.lines.shape(at)).is_some_and(|shape| shape.end == End::Colon)
    };
    let mut announced = after_colon(before);
    if lines.len() >= param("RUN", 4) as usize && !announced {
        for &at in lines {
            set(decisions, at, LineRole::LeftOut, "one of several short lines between two paragraphs");
        }
        return;
    }
    let shorts = lines.iter().filter(|&&at| facts.part(at) == Part::Short).count();
    for &at in lines {
        let (Some(kind), Some(shape)) = (facts.lines.kind(at), facts.lines.shape(at)) else { continue };
        let (role, reason) = match facts.part(at) {
            Part::Sentence => (LineRole::Paragraph, "a sentence between paragraphs"),
            _ if announced => (LineRole::Paragraph, "a list item after a colon"),
            _ if shorts == 1 && (kind == Kind::Short && shape.is_heading_like() || shape.is_quotation) => {
                (LineRole::Heading, "a single short line between two paragraphs")
            }
            _ => (LineRole::LeftOut, "between two paragraphs, and no heading"),
        };
        announced = announced || shape.end == End::Colon;
        set(decisions, at, role, reason);
    }
}

fn set(decisions: &mut [Decision], at: usize, role: LineRole, reason: &'static str) {
    if let Some(decision) = decisions.get_mut(at) {
        *decision = Decision { role, reason: reason.into() };
    }
}
