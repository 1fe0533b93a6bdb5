//! Finds the article in a whole copied web page: menus, captions, buttons, related headlines and a
//! footer around one text.

mod clutter;
mod credit;
mod dateline;
mod facts;
mod header;
mod shape;
mod stems;
mod stretch;
mod title;

use std::borrow::Cow;

use super::{
    decision::Decision,
    line_table::{self, LineTable},
    shape::Shape,
    teasers::TeaserLines,
};
use crate::{line_report::LineRole, source::Line};
use facts::Facts;

/// Decides the role of each line if the file is a whole page. Returns `None` if it is a listing.
pub(super) fn assign(
    lines: &[Line<'_>],
    shapes: &[Shape],
    teasers: &[TeaserLines],
) -> Option<Vec<Decision>> {
    let kinds = line_table::kinds(lines, shapes, teasers);
    if !shape::is_page(&LineTable { lines, shapes, kinds: &kinds }) {
        return None;
    }
    let kinds = line_table::kinds(lines, shapes, &[]);
    let table = LineTable { lines, shapes, kinds: &kinds };
    let facts = Facts::of(&table);
    let stretch = stretch::heaviest(&facts)?;
    let outside = Decision {
        role: LineRole::LeftOut,
        reason: Cow::Borrowed("outside of the page's longest stretch of text"),
    };
    let mut decisions = vec![outside; lines.len()];
    clutter::assign(&facts, &stretch, &mut decisions);
    let title = title::find(&facts, &stretch, &decisions);
    header::assign(&facts, title.as_ref(), &stretch, &mut decisions);
    Some(decisions)
}
