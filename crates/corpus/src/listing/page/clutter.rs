//! Leaves out what stands between the paragraphs of an article: buttons, captions, headlines.

use std::ops::Range;

use super::super::{decision::Decision, line_table::Kind};
use super::facts::Facts;
use crate::line_report::LineRole;

/// Decides the lines of the stretch that holds the article.
pub(super) fn assign(facts: &Facts<'_>, stretch: &Range<usize>, decisions: &mut [Decision]) {
    let mut shorts: Vec<usize> = Vec::new();
    let mut set = |at: usize, role: LineRole, reason: &'static str| {
        if let Some(decision) = decisions.get_mut(at) {
            *decision = Decision { role, reason: reason.into() };
        }
    };
    for at in stretch.clone() {
        let (Some(kind), Some(shape)) = (facts.lines.kind(at), facts.lines.shape(at)) else { continue };
        if kind == Kind::Separator {
            set(at, LineRole::Separator, "only dashes or stars");
        } else if facts.count(at) > 1 {
            set(at, LineRole::LeftOut, "the page repeats it, like a button or a caption");
        } else if kind == Kind::Text {
            match *shorts {
                [heading] => set(heading, LineRole::Heading, "a single short line between two texts"),
                _ => {
                    for &short in &shorts {
                        set(short, LineRole::LeftOut, "one of several short lines between two texts");
                    }
                }
            }
            shorts.clear();
            set(at, LineRole::Paragraph, "text");
        } else if kind == Kind::Short && shape.is_heading_like() {
            shorts.push(at);
        } else {
            set(at, LineRole::LeftOut, "between two texts, and no heading");
        }
    }
}
