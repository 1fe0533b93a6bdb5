//! Recognises standfirsts among the lines between a title and its text, and at the top of the text.

use super::{
    case::Case,
    decision::Decision,
    limits,
    line_table::{Kind, LineTable},
    shape::{End, Shape, sentence_breaks},
};
use crate::line_report::LineRole;

/// The longest standfirst that ends in a full stop.
const MAX_SENTENCE_SIZE: u32 = 220;

/// Returns whether a short line under a title is a standfirst rather than a heading.
pub(super) fn is_standfirst(shape: &Shape, title_size: u32) -> bool {
    shape.words >= 6 || shape.size * 5 >= title_size * 3 && shape.words >= 3
}

/// Turns the first paragraph under a title into a standfirst, where the text below shows that it is
/// one.
pub(super) fn mark_first_paragraphs(lines: &LineTable<'_>, decisions: &mut [Decision]) {
    let titles: Vec<usize> = decisions
        .iter()
        .enumerate()
        .filter(|(_, decision)| decision.role == LineRole::Title)
        .map(|(at, _)| at)
        .collect();
    for (n, &title) in titles.iter().enumerate() {
        let end = titles.get(n + 1).copied().unwrap_or(decisions.len());
        let found = find_in_article(lines, decisions, title, end);
        if let Some((at, reason)) = found
            && let Some(decision) = decisions.get_mut(at)
        {
            *decision = Decision { role: LineRole::Standfirst, reason: reason.into() };
        }
    }
}

/// Returns the standfirst of the article from the line `title` to before the line `end`, and the
/// rule that decided.
fn find_in_article(
    lines: &LineTable<'_>,
    decisions: &[Decision],
    title: usize,
    end: usize,
) -> Option<(usize, &'static str)> {
    let role = |at: usize| decisions.get(at).map(|decision| decision.role);
    let is_paragraph =
        |at: usize| lines.kind(at) == Some(Kind::Text) && role(at) == Some(LineRole::Paragraph);
    let first = (title + 1..end)
        .find(|&at| !matches!(role(at), Some(LineRole::Author | LineRole::Date)))
        .filter(|&at| is_paragraph(at))?;
    let shape = lines.shape(first).filter(|shape| !shape.is_quotation && !shape.has_bullet)?;
    let mut sizes_below: Vec<u32> = (first + 1..end)
        .filter(|&at| is_paragraph(at))
        .filter_map(|at| lines.shape(at).map(|shape| shape.size))
        .collect();
    let next_size = sizes_below.first().copied()?;
    if shape.end == End::Open
        && shape.size <= limits::MAX_STANDFIRST_SIZE
        && shape.case != Case::Lower
    {
        return Some((first, "no full stop, directly under the title"));
    }
    let middle = sizes_below.len() / 2;
    let median_size = *sizes_below.select_nth_unstable(middle).1;
    let title_size = lines.shape(title).map_or(0, |shape| shape.size);
    let fits = (title_size + 1..=MAX_SENTENCE_SIZE).contains(&shape.size)
        && sizes_below.len() >= 2
        && sentence_breaks(lines.text(first)) <= 1;
    let stands_out = shape.size * 2 < median_size && shape.size * 3 < next_size * 2;
    (fits && stands_out)
        .then_some((first, "longer than the title, and at most half as long as the paragraphs"))
}
