//! Finds the title of a page's article, by evidence.

use std::ops::Range;

use super::super::{
    byline::is_name,
    decision::Decision,
    line_table::Kind,
    shape::{End, Shape},
};
use super::{dateline::is_dateline, facts::Facts, stems::Stems};
use crate::line_report::LineRole;

/// The number of lines below the start of the text among which a title may stand.
const MAX_LINES_BELOW_START: usize = 12;

/// The longest title.
const MAX_TITLE_SIZE: u32 = 220;

/// The title of an article with the evidence for it.
pub(super) struct Title {
    pub(super) at: usize,
    pub(super) points: i32,
    holding: u32,
}

struct Candidate<'a> {
    text: &'a str,
    shape: &'a Shape,
    stems: usize,
    /// The number of the title's stems that the text has.
    common: usize,
    count: u32,
    has_trail: bool,
    lines_to_byline: Option<usize>,
    is_below_byline: bool,
    lines_to_text: usize,
    lines_below_start: usize,
    has_headline_above: bool,
}

struct Evidence {
    points: i32,
    name: &'static str,
    holds: fn(&Candidate<'_>) -> bool,
}

const fn evidence(points: i32, name: &'static str, holds: fn(&Candidate<'_>) -> bool) -> Evidence {
    Evidence { points, name, holds }
}

const EVIDENCE: &[Evidence] = &[
    evidence(2, "half of its words recur in the text", |c| c.stems >= 2 && c.common * 2 >= c.stems),
    evidence(1, "three quarters of its words recur in the text", |c| {
        c.stems >= 2 && c.common * 4 >= c.stems * 3
    }),
    evidence(1, "four of its words recur in the text", |c| c.common >= 4),
    evidence(-3, "hardly any of its words recur in the text", |c| c.common * 4 < c.stems.max(1)),
    evidence(2, "the page repeats it", |c| c.count > 1 && c.common >= 2 && c.shape.words >= 4),
    evidence(2, "a line above ends in it", |c| c.has_trail && c.shape.words >= 3),
    evidence(3, "a byline or date follows within six lines", |c| {
        c.lines_to_byline.is_some_and(|n| n <= 6)
    }),
    evidence(2, "a byline or date stands directly above it", |c| c.is_below_byline),
    evidence(2, "at most fifteen lines above the text", |c| c.lines_to_text <= 15),
    evidence(-1, "more than thirty lines above the text", |c| c.lines_to_text > 30),
    evidence(-1, "more than eighty lines above the text", |c| c.lines_to_text > 80),
    evidence(2, "five words or more", |c| c.shape.words >= 5),
    evidence(-2, "two words or fewer", |c| c.shape.words <= 2),
    evidence(-1, "longer than most titles", |c| c.shape.size > 110),
    evidence(-2, "ends in a full stop", |c| c.shape.end == End::Stop),
    evidence(-3, "no end of a title", |c| matches!(c.shape.end, End::Comma | End::Colon)),
    evidence(-2, "a headline stands directly above it", |c| c.has_headline_above),
    evidence(-4, "stands in the text", |c| c.lines_below_start > 0),
    evidence(-2, "a credit", |c| c.text.contains('©') || c.text.contains("(AP") || c.text.contains('/')),
];

/// Finds the title of the article in `stretch`.
pub(super) fn find(facts: &Facts<'_>, stretch: &Range<usize>, decisions: &[Decision]) -> Option<Title> {
    let mut vocabulary = Stems::default();
    for at in stretch.clone() {
        if decisions.get(at).is_some_and(|decision| decision.role == LineRole::Paragraph) {
            vocabulary.insert_all(facts.lines.text(at));
        }
    }
    let end = (stretch.start + MAX_LINES_BELOW_START).min(stretch.end);
    let mut byline: Option<usize> = None;
    let mut best: Option<Title> = None;
    let debug = std::env::var_os("PAGE_DEBUG").is_some();
    let mut all = Vec::new();
    for at in (0..end).rev() {
        if is_byline(facts, at) {
            byline = Some(at);
            continue;
        }
        let Some(candidate) = candidate(facts, &vocabulary, stretch, byline, at) else { continue };
        let mut title = Title { at, points: 0, holding: 0 };
        for (n, evidence) in EVIDENCE.iter().enumerate() {
            if (evidence.holds)(&candidate) {
                title.points += evidence.points;
                title.holding |= 1 << n;
            }
        }
        if debug { all.push((title.points, at, title.holding)); }
        if best.as_ref().is_none_or(|best| best.points < title.points) {
            best = Some(title);
        }
    }
    if debug {
        all.sort_by_key(|x| -x.0);
        for (points, at, holding) in all.iter().take(6) {
            let names: Vec<_> = EVIDENCE.iter().enumerate().filter(|(n, _)| holding & (1 << n) != 0).map(|(_, e)| e.name).collect();
            eprintln!("CAND {points:>3} {at:>4} {} {:?}", facts.lines.text(*at).chars().take(80).collect::<String>(), names);
        }
    }
    best.filter(|best| best.points > 0)
}

impl Title {
    /// Returns the points and the evidence for them, as inspection shows them.
    pub(super) fn reason(&self) -> String {
        let holding = EVIDENCE.iter().enumerate().filter(|(n, _)| self.holding & (1 << n) != 0);
        let named: Vec<String> =
            holding.map(|(_, Evidence { points, name, .. })| format!("{name} {points:+}")).collect();
        format!("{} points: {}", self.points, named.join(", "))
    }
}

pub(super) fn is_byline(facts: &Facts<'_>, at: usize) -> bool {
    match facts.lines.kind(at) {
        Some(Kind::Byline | Kind::Date) => true,
        Some(Kind::Short) => {
            let text = facts.lines.text(at);
            is_dateline(text) || ["by", "von", "par", "por"].iter().any(|word| text.eq_ignore_ascii_case(word))
        }
        Some(Kind::Text) => {
            facts.lines.shape(at).is_some_and(|shape| shape.size <= 80) && is_dateline(facts.lines.text(at))
        }
        _ => false,
    }
}

fn candidate<'a>(
    facts: &Facts<'a>,
    vocabulary: &Stems,
    stretch: &Range<usize>,
    byline: Option<usize>,
    at: usize,
) -> Option<Candidate<'a>> {
    let (kind, shape) = (facts.lines.kind(at)?, facts.lines.shape(at)?);
    let text = facts.lines.text(at);
    if !matches!(kind, Kind::Short | Kind::Text)
        || shape.size > MAX_TITLE_SIZE
        || shape.size < 8
        || shape.has_bullet
    {
        return None;
    }
    let (stems, common) = vocabulary.common(text);
    let above = at.checked_sub(1);
    let has_trail = (1..=4).filter_map(|n| at.checked_sub(n)).any(|above| {
        let above = facts.lines.text(above);
        above.len() > text.len() && above.ends_with(text)
    });
    Some(Candidate {
        text,
        shape,
        stems,
        common,
        count: facts.count(at),
        has_trail,
        lines_to_byline: byline.map(|byline| byline - at),
        is_below_byline: above.is_some_and(|at| is_byline(facts, at)),
        lines_to_text: stretch.start.saturating_sub(at),
        lines_below_start: at.saturating_sub(stretch.start),
        has_headline_above: above.is_some_and(|at| is_headline(facts, vocabulary, at, shape, text)),
    })
}

/// Returns whether the line above a candidate could be a title itself.
fn is_headline(facts: &Facts<'_>, vocabulary: &Stems, at: usize, below: &Shape, text: &str) -> bool {
    let Some(shape) = facts.lines.shape(at) else { return false };
    let above = facts.lines.text(at);
    let (stems, common) = vocabulary.common(above);
    facts.lines.kind(at) == Some(Kind::Short)
        && shape.words >= 4
        && shape.size >= 25
        && shape.size * 2 >= below.size
        && common * 2 >= stems
        && common >= 2
        && !is_name(above)
        && !above.ends_with(text)
}
