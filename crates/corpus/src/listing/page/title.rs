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

/// The size of the first paragraphs, in which the words of a title recur most often.
const LEAD_SIZE: u32 = 900;

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
    /// The number of the title's stems that the first paragraphs have.
    in_lead: usize,
    count: u32,
    has_trail: bool,
    is_trail: bool,
    lines_to_byline: Option<usize>,
    is_below_byline: bool,
    lines_to_text: usize,
    lines_below_start: usize,
    has_headline_above: bool,
    has_same_below: bool,
    lines_to_share: Option<usize>,
    topical: usize,
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
    evidence(1, "half of its words recur in the text", |c| c.stems >= 2 && c.common * 2 >= c.stems),
    evidence(1, "three quarters of its words recur in the text", |c| {
        c.stems >= 2 && c.common * 4 >= c.stems * 3
    }),
    evidence(2, "four of its words recur in the text", |c| c.common >= 4),
    evidence(2, "two of its words recur in the first paragraphs", |c| c.in_lead >= 2),
    evidence(1, "three of its words recur in the first paragraphs", |c| c.in_lead >= 3),
    evidence(1, "half of its words recur in the first paragraphs", |c| c.in_lead >= 2 && c.in_lead * 2 >= c.stems),
    evidence(-2, "hardly any of its words recur in the text", |c| c.common * 4 < c.stems.max(1)),
    evidence(2, "the page repeats it", |c| c.count > 1 && c.common >= 2 && c.shape.words >= 4),
    evidence(5, "a line above ends in it", |c| c.has_trail && c.shape.words >= 3),
    evidence(2, "a byline or date follows within twelve lines", |c| {
        c.lines_to_byline.is_some_and(|n| n <= 12)
    }),
    evidence(2, "a byline or date follows within six lines", |c| {
        c.lines_to_byline.is_some_and(|n| n <= 6)
    }),
    evidence(1, "a byline or date stands directly above it", |c| c.is_below_byline),
    evidence(1, "at most twenty lines above the text", |c| c.lines_to_text <= 20),
    evidence(-1, "more than thirty lines above the text", |c| c.lines_to_text > 30),
    evidence(3, "five words or more", |c| c.shape.words >= 5),
    evidence(-2, "two words or fewer", |c| c.shape.words <= 2),
    evidence(-3, "longer than most titles", |c| c.shape.size > 110),
    evidence(-5, "ends in a full stop", |c| c.shape.end == End::Stop && !c.text.ends_with(['…', '.']) || c.text.ends_with('.') && !c.text.ends_with("...")),
    evidence(-3, "no end of a title", |c| matches!(c.shape.end, End::Comma | End::Colon)),
    evidence(-2, "a headline stands directly above it", |c| c.has_headline_above),
    evidence(2, "a line about the same follows", |c| c.has_same_below),
    evidence(1, "a share button follows within ten lines", |c| c.lines_to_share.is_some_and(|n| n <= 10)),
    evidence(1, "two of its words recur in three paragraphs", |c| c.topical >= 2),
    evidence(-5, "a line below is its end", |c| c.is_trail),
    evidence(-4, "stands in the text", |c| c.lines_below_start > 0),
    evidence(-3, "a credit", |c| c.text.contains('©') || c.text.contains("(AP") || c.text.contains('/')),
];

/// Finds the title of the article in `stretch`.
pub(super) fn find(facts: &Facts<'_>, stretch: &Range<usize>, decisions: &[Decision]) -> Option<Title> {
    let (mut vocabulary, mut lead) = (Stems::default(), Stems::default());
    let mut size = 0;
    for at in stretch.clone() {
        if decisions.get(at).is_some_and(|decision| decision.role == LineRole::Paragraph) {
            vocabulary.insert_all(facts.lines.text(at));
            if size < LEAD_SIZE {
                lead.insert_all(facts.lines.text(at));
                size += facts.lines.shape(at).map_or(0, |shape| shape.size);
            }
        }
    }
    let end = (stretch.start + MAX_LINES_BELOW_START).min(stretch.end);
    let mut byline: Option<usize> = None;
    let mut share: Option<usize> = None;
    let topics = vocabulary.at_least(3);
    let mut best: Option<Title> = None;
    let debug = std::env::var_os("PAGE_DEBUG").is_some();
    let mut all = Vec::new();
    for at in (0..end).rev() {
        if is_byline(facts, at) {
            byline = Some(at);
            continue;
        }
        if is_share(facts.lines.text(at)) {
            share = Some(at);
        }
        let Some(candidate) = candidate(facts, &vocabulary, &lead, &topics, share, stretch, byline, at) else { continue };
        let mut title = Title { at, points: 0, holding: 0 };
        for (n, evidence) in EVIDENCE.iter().enumerate() {
            if (evidence.holds)(&candidate) {
                title.points += evidence.points;
                title.holding |= 1 << n;
            }
        }
        if debug { all.push((title.points, at, title.holding)); }
        if best.as_ref().is_none_or(|best| best.points <= title.points) {
            best = Some(title);
        }
    }
    if debug {
        for (_, at, holding) in &all {
            eprintln!("FEAT\t{at}\t{holding}\t{}\t{}", stretch.start as i64 - *at as i64, facts.lines.text(*at));
        }
        eprintln!("NAMES\t{:?}", EVIDENCE.iter().map(|e| (e.points, e.name)).collect::<Vec<_>>());
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
            is_dateline(text) || is_clock(text) || ["by", "von", "par", "por"].iter().any(|word| text.eq_ignore_ascii_case(word))
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
    lead: &Stems,
    topics: &Stems,
    share: Option<usize>,
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
    let is_trail = (1..=6).map(|n| facts.lines.text(at + n)).any(|below| {
        text.len() > below.len() && below.split_whitespace().count() >= 3 && text.ends_with(below)
    });
    Some(Candidate {
        is_trail,
        text,
        shape,
        stems,
        common,
        in_lead: lead.common(text).1,
        count: facts.count(at),
        has_trail,
        lines_to_byline: byline.map(|byline| byline - at),
        is_below_byline: above.is_some_and(|at| is_byline(facts, at)),
        lines_to_text: stretch.start.saturating_sub(at),
        lines_below_start: at.saturating_sub(stretch.start),
        has_same_below: {
            let (stems, common) = vocabulary.common(facts.lines.text(at + 1));
            at + 1 < stretch.start + 2 && common >= 3 && common * 2 >= stems && facts.lines.shape(at + 1).is_some_and(|s| s.size * 5 >= shape.size * 4)
        },
        lines_to_share: share.map(|share| share - at),
        topical: topics.common(text).1,
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
        && shape.size * 3 >= below.size
        && common * 2 >= stems
        && common >= 2
        && !is_name(above)
        && !above.ends_with(text)
}

/// Returns whether a line is a time of day, or the length of a recording.
fn is_clock(text: &str) -> bool {
    text.len() <= 8 && text.contains(':') && text.chars().all(|c| c.is_ascii_digit() || c == ':')
}

fn is_share(text: &str) -> bool {
    const NAMES: &[&str] = &["facebook", "twitter", "x", "whatsapp", "linkedin", "pinterest", "reddit", "telegram", "email", "e-mail", "mail", "bluesky", "flipboard", "tumblr", "messenger", "threads"];
    let text = text.strip_prefix("Share on ").unwrap_or(text);
    text.len() <= 20 && NAMES.iter().any(|name| text.to_lowercase().split(' ').next() == Some(name))
}
