//! Finds the article in a whole copied web page: menus, captions, buttons, related headlines and a
//! footer around one text.
//!
//! The passes, each linear in the size of the file: whether the file is a page ([`detect`]), the
//! kind of each line ([`facts`]), the stretches of lines that may hold the text ([`stretch`]), what
//! stands between the paragraphs of each ([`clutter`]), its title ([`title`]), and the lines around
//! the title ([`header`]). The heaviest stretch holds the article, unless the title of another has
//! much more evidence: a legal notice can be longer than the news.

mod anchors;
mod clutter;
mod credit;
mod dateline;
mod detect;
mod embedded;
mod facts;
mod header;
mod keys;
mod stems;
mod stretch;
mod title;

use std::ops::Range;

use super::{
    decision::Decision,
    line_table::{self, LineTable},
    shape::Shape,
    teasers::TeaserLines,
};
use crate::{line_report::LineRole, source::Line};
use facts::Facts;
use stretch::Stretch;
use title::Title;

pub(super) use dateline::date_in;

/// The most times that a stretch of text may be heavier than one with a better title.
const MAX_TIMES_HEAVIER: i64 = 4;

/// The fewest points that the title of a lighter stretch has more.
const MIN_MORE_POINTS: i32 = 4;

/// The fewest points that a title has more if the stretch begins below it rather than above.
const MIN_MORE_POINTS_BELOW: i32 = 4;

/// Decides the role of each line if the file is a whole page. Returns `None` if it is a listing.
///
/// `as_listing` is what the rules for listings decided.
pub(super) fn assign(
    lines: &[Line<'_>],
    shapes: &[Shape],
    teasers: &[TeaserLines],
    as_listing: &[Decision],
) -> Option<Vec<Decision>> {
    let kinds = line_table::kinds(lines, shapes, teasers);
    if !detect::is_page(&LineTable { lines, shapes, kinds: &kinds }, as_listing) {
        return None;
    }
    let kinds = line_table::kinds(lines, shapes, &[]);
    let facts = Facts::of(&LineTable { lines, shapes, kinds: &kinds });
    let mut best: Option<(i64, Reading)> = None;
    for stretch in stretch::find(&facts) {
        let Stretch { lines: whole, weight, later_starts } = stretch;
        let mut reading = Reading::of(&facts, whole.clone());
        for start in later_starts {
            let later = Reading::of(&facts, start..whole.end);
            if later.points() >= reading.points() + MIN_MORE_POINTS_BELOW {
                reading = later;
            }
        }
        let is_better = best.as_ref().is_none_or(|(best_weight, best)| {
            weight * MAX_TIMES_HEAVIER >= *best_weight
                && reading.points() >= best.points() + MIN_MORE_POINTS
        });
        if is_better {
            best = Some((weight, reading));
        }
    }
    best.map(|(_, reading)| reading.finish(&facts))
}

/// The roles of the lines if some of them are the article.
struct Reading {
    title: Option<Title>,
    decisions: Vec<Decision>,
}

impl Reading {
    /// Reads the article from its first paragraph to its last.
    fn of(facts: &Facts<'_>, stretch: Range<usize>) -> Self {
        let outside = "outside of the stretch of lines with the most text";
        let mut decisions =
            vec![Decision { role: LineRole::LeftOut, reason: outside.into() }; facts.lines.len()];
        clutter::assign(facts, stretch.clone(), &mut decisions);
        let title = title::find(facts, &stretch, &decisions);
        Self { title, decisions }
    }

    fn points(&self) -> i32 {
        self.title.as_ref().map_or(0, |title| title.points)
    }

    /// Decides the lines around the title and returns all roles.
    fn finish(mut self, facts: &Facts<'_>) -> Vec<Decision> {
        if let Some(title) = self.title {
            header::assign(facts, &title, &mut self.decisions);
        }
        self.decisions
    }
}

/// Sets the role of a line, and the rule that decided.
fn set(decisions: &mut [Decision], at: usize, role: LineRole, reason: &'static str) {
    if let Some(decision) = decisions.get_mut(at) {
        *decision = Decision { role, reason: reason.into() };
    }
}
