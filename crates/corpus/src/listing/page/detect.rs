//! Distinguishes a whole copied page from a listing, by the shape of the file.
//!
//! A page has a menu: many short lines in a row that are no teasers. A listing has a label that
//! opens several articles with text.

use std::collections::HashMap;

use super::{
    super::{
        decision::Decision,
        label_key::LabelKey,
        line_table::{Kind, LineTable},
    },
    anchors::is_share_button,
    dateline::has_date,
};
use crate::line_report::LineRole;

/// The fewest lines in a row that make a menu. Labels, titles, standfirsts, bylines and dates
/// between two texts of a listing are half as many.
const MIN_MENU_LINES: usize = 12;

/// The fewest lines in a row that make a menu in a file of any length.
const MIN_LONG_MENU_LINES: usize = 16;

/// The most lines of a file per line of its longest menu and the like.
const MAX_LINES_PER_MENU_LINE: usize = 8;

/// The fewest lines in a row that count as a part of a menu.
const MIN_RUN_LINES: usize = 8;

/// The fewest texts of an article.
const MIN_TEXTS: usize = 3;

/// The number of lines above the first label that may show the header of an article.
const MAX_HEADER_LINES: usize = 12;

/// Returns whether a file is a whole page: it has a long menu, or some menu around the text of a
/// single article. `as_listing` is what the rules for listings decided.
pub(super) fn is_page(lines: &LineTable<'_>, as_listing: &[Decision]) -> bool {
    let (mut longest, mut in_runs, mut run) = (0, 0, 0);
    for at in 0..=lines.len() {
        if lines.kind(at).is_some_and(|kind| !matches!(kind, Kind::Text | Kind::Teaser)) {
            run += 1;
            continue;
        }
        longest = longest.max(run);
        if run >= MIN_RUN_LINES {
            in_runs += run;
        }
        run = 0;
    }
    let has_long_menu = longest >= MIN_LONG_MENU_LINES
        || longest >= MIN_MENU_LINES && in_runs * MAX_LINES_PER_MENU_LINE >= lines.len();
    let has_menu = longest >= MIN_RUN_LINES && articles_with_text(as_listing) <= 1;
    (has_long_menu || has_menu) && !has_articles_under_label(lines, as_listing)
}

/// Returns whether a label opens several articles that hold most of the file's text, none of them
/// nearly all of it, below nothing but a menu.
fn has_articles_under_label(lines: &LineTable<'_>, as_listing: &[Decision]) -> bool {
    let mut labels: HashMap<LabelKey<'_>, Articles> = HashMap::new();
    let mut label: Option<(usize, &str)> = None;
    let (mut texts, mut size, mut total) = (0, 0, 0);
    let mut shorts = 0;
    for at in 0..=lines.len() {
        let role = as_listing.get(at).map(|decision| decision.role);
        if matches!(role, Some(LineRole::Section) | None) {
            if let Some((first, label)) = label {
                labels.entry(LabelKey(label)).or_insert(Articles::at(first)).add(texts, size);
            }
            (label, texts, size) = (Some((at, lines.text(at))), 0, 0);
            shorts = 0;
        } else if lines.kind(at) == Some(Kind::Text) {
            let line = lines.shape(at).map_or(0, |shape| u64::from(shape.size));
            total += line;
            // A menu ends an article.
            if shorts < MIN_RUN_LINES {
                texts += 1;
                size += line;
                shorts = 0;
            }
        } else {
            shorts += 1;
        }
    }
    labels.iter().any(|(label, articles)| {
        label.0.contains(char::is_alphabetic)
            && articles.with_text >= 2
            && articles.with_text * 4 >= articles.count * 3
            && articles.size * 2 >= total
            && articles.longest * 5 <= articles.size * 4
            && !has_header_above(lines, articles.first)
    })
}

/// Returns the number of articles with several texts.
fn articles_with_text(as_listing: &[Decision]) -> usize {
    as_listing
        .split(|decision| decision.role == LineRole::Title)
        .filter(|article| {
            let is_text = |decision: &&Decision| decision.role == LineRole::Paragraph;
            article.iter().filter(is_text).count() >= MIN_TEXTS
        })
        .count()
}

/// Returns whether a byline, date, share button or text stands closely above a line.
fn has_header_above(lines: &LineTable<'_>, at: usize) -> bool {
    (at.saturating_sub(MAX_HEADER_LINES)..at).any(|at| {
        let text = lines.text(at);
        matches!(lines.kind(at), Some(Kind::Byline | Kind::Date | Kind::Text))
            || has_date(text)
            || is_share_button(text)
    })
}

/// The articles under one label.
struct Articles {
    /// The line of the first.
    first: usize,
    count: u32,
    /// The number of those with several texts.
    with_text: u32,
    /// The size of the texts.
    size: u64,
    /// The size of the texts of the longest.
    longest: u64,
}

impl Articles {
    fn at(first: usize) -> Self {
        Self { first, count: 0, with_text: 0, size: 0, longest: 0 }
    }

    fn add(&mut self, texts: usize, size: u64) {
        self.count += 1;
        self.with_text += u32::from(texts >= MIN_TEXTS);
        self.size += size;
        self.longest = self.longest.max(size);
    }
}
