//! Leaves out what stands between the paragraphs of an article: buttons, captions, notices and
//! headlines. Keeps its headings and its short sentences.

use std::ops::Range;

use super::{
    super::{decision::Decision, line_table::Kind, shape::End},
    facts::{Facts, Part},
    set,
};
use crate::line_report::LineRole;

/// The fewest lines between two paragraphs that are no part of the article.
const MIN_FOREIGN_LINES: usize = 4;

/// The smallest size of a sentence directly before the article's first paragraph or after its last.
const MIN_END_SIZE: u32 = 30;

/// Decides the lines from the article's first paragraph to its last.
pub(super) fn assign(facts: &Facts<'_>, stretch: Range<usize>, decisions: &mut [Decision]) {
    let beside = [stretch.start.checked_sub(1), Some(stretch.end)];
    let mut between: Vec<usize> = Vec::new();
    let mut paragraph: Option<usize> = None;
    for at in stretch {
        let (role, reason) = match facts.part(at) {
            None => continue,
            Some(Part::Sentence | Part::Short) => {
                between.push(at);
                continue;
            }
            Some(Part::Paragraph) => {
                assign_between(facts, paragraph, &between, decisions);
                between.clear();
                paragraph = Some(at);
                (LineRole::Paragraph, "a paragraph")
            }
            Some(Part::Separator) => (LineRole::Separator, "only dashes or stars"),
            Some(Part::Repeated) => (LineRole::LeftOut, "the page repeats it, like a button"),
            Some(Part::Caption) => (LineRole::LeftOut, "a notice, or a picture's caption"),
        };
        set(decisions, at, role, reason);
    }
    for at in beside.into_iter().flatten() {
        if facts.part(at) == Some(Part::Sentence) && facts.size(at) >= MIN_END_SIZE {
            set(decisions, at, LineRole::Paragraph, "a sentence beside the text");
        }
    }
}

/// Decides the lines between two paragraphs.
fn assign_between(
    facts: &Facts<'_>,
    paragraph: Option<usize>,
    lines: &[usize],
    decisions: &mut [Decision],
) {
    let ends_in_colon =
        |at: usize| facts.lines.shape(at).is_some_and(|shape| shape.end == End::Colon);
    let announces = |at: &usize| facts.part(*at) == Some(Part::Sentence) && ends_in_colon(*at);
    let mut is_list = paragraph.is_some_and(ends_in_colon);
    let is_foreign = lines.len() >= MIN_FOREIGN_LINES && !is_list && !lines.iter().any(announces);
    let shorts = lines.iter().filter(|&&at| facts.part(at) == Some(Part::Short)).count();
    for &at in lines {
        let (role, reason) = match facts.part(at) {
            _ if is_foreign => (LineRole::LeftOut, "one of several lines between two paragraphs"),
            Some(Part::Sentence) => (LineRole::Paragraph, "a sentence between paragraphs"),
            _ if is_list => (LineRole::Paragraph, "a list item after a colon"),
            _ if shorts == 1 && is_heading(facts, at) => {
                (LineRole::Heading, "a single short line between two paragraphs")
            }
            _ => (LineRole::LeftOut, "between two paragraphs, and no heading"),
        };
        is_list |= announces(&at);
        set(decisions, at, role, reason);
    }
}

fn is_heading(facts: &Facts<'_>, at: usize) -> bool {
    facts.lines.shape(at).is_some_and(|shape| {
        shape.is_quotation || facts.lines.kind(at) == Some(Kind::Short) && shape.is_heading_like()
    })
}
