//! Finds the article in a whole copied web page: menus, captions, buttons, related headlines and a
//! footer around one text.
//!
//! The passes, each linear in the size of the file: whether the file is a page ([`detect`]), the
//! kind of each line ([`facts`]), the stretch of lines that holds the text ([`stretch`]), what
//! stands between its paragraphs ([`clutter`]), the title ([`title`]), and the lines around the
//! title ([`header`]).

mod anchors;
mod clutter;
mod credit;
mod dateline;
mod detect;
mod facts;
mod header;
mod keys;
mod stems;
mod stretch;
mod title;

use super::{
    decision::Decision,
    line_table::{self, LineTable},
    shape::Shape,
    teasers::TeaserLines,
};
use crate::{line_report::LineRole, source::Line};
use facts::Facts;

pub(super) use dateline::date_in;

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
    let stretch = stretch::find(&facts)?;
    let outside = "outside of the stretch of lines with the most text";
    let mut decisions =
        vec![Decision { role: LineRole::LeftOut, reason: outside.into() }; lines.len()];
    clutter::assign(&facts, stretch.clone(), &mut decisions);
    if let Some(title) = title::find(&facts, &stretch, &decisions) {
        header::assign(&facts, &title, &mut decisions);
    }
    Some(decisions)
}

/// Sets the role of a line, and the rule that decided.
fn set(decisions: &mut [Decision], at: usize, role: LineRole, reason: &'static str) {
    if let Some(decision) = decisions.get_mut(at) {
        *decision = Decision { role, reason: reason.into() };
    }
}
