//! Finds the title of a page's article, by evidence.
//!
//! `docs/seeds.md` lists each piece of evidence under the same name, with its reason.

use std::ops::Range;

use super::{
    super::{
        decision::Decision,
        line_table::Kind,
        shape::{End, Shape},
    },
    anchors::{is_byline, is_name, is_share_button},
    credit,
    facts::{Facts, Part},
    stems::Stems,
};
use crate::line_report::LineRole;

/// The number of lines below the first paragraph among which a title may stand, because captions
/// may stand above it.
const MAX_LINES_BELOW_START: usize = 12;

/// The sizes of a title.
const TITLE_SIZES: std::ops::RangeInclusive<u32> = 8..=220;

/// The longest question or exclamation that does not look like a paragraph.
const MAX_QUESTION_SIZE: u32 = 110;

/// The size of the first paragraphs.
const LEAD_SIZE: u32 = 900;

/// The number of paragraphs that the words of a page's topic occur in.
const TOPIC_PARAGRAPHS: u32 = 3;

/// The most points that a title's copy further up may have more.
const MAX_COPY_POINTS: i32 = 2;

/// The number of lines above and below in which a breadcrumb trail is searched.
const TRAIL_LINES: usize = 6;

/// The title of a page's article.
pub(super) struct Title {
    pub(super) at: usize,
    pub(super) points: i32,
    /// The pieces of [`EVIDENCE`] that hold, one bit each.
    holding: u64,
    /// The first line of the text.
    pub(super) start: usize,
    /// The article's words.
    pub(super) stems: Stems,
}

impl Title {
    /// Returns the points and the evidence for them, as inspection shows them.
    pub(super) fn reason(&self) -> String {
        let holding = EVIDENCE.iter().enumerate().filter(|(n, _)| self.holding & (1 << n) != 0);
        let named: Vec<String> = holding
            .map(|(_, Evidence { points, name, .. })| format!("{name} {points:+}"))
            .collect();
        format!("{} points: {}", self.points, named.join(", "))
    }
}

/// Finds the title of the article in `stretch`: the line with the most points. Of several the first
/// is the title, because standfirsts and captions follow it; of its copies the last. Returns `None`
/// if no line has any points.
pub(super) fn find(
    facts: &Facts<'_>,
    stretch: &Range<usize>,
    decisions: &[Decision],
) -> Option<Title> {
    let mut search = Search::new(facts, stretch, decisions);
    let end = (stretch.start + MAX_LINES_BELOW_START).min(stretch.end);
    let mut best: Option<(usize, i32, u64)> = None;
    for at in (0..end).rev() {
        let Some(candidate) = search.candidate(at) else { continue };
        let (mut points, mut holding) = (0, 0);
        for (n, evidence) in EVIDENCE.iter().enumerate() {
            if (evidence.holds)(&candidate) {
                points += evidence.points;
                holding |= 1 << n;
            }
        }
        let is_better = |(best_at, best, _): (usize, i32, u64)| {
            let is_copy = facts.lines.text(at) == facts.lines.text(best_at);
            if is_copy { points > best + MAX_COPY_POINTS } else { points >= best }
        };
        if best.is_none_or(is_better) {
            best = Some((at, points, holding));
        }
    }
    let (at, points, holding) = best.filter(|(_, points, _)| *points > 0)?;
    Some(Title { at, points, holding, start: stretch.start, stems: search.text })
}

/// A line that may be the title, with the facts that the evidence refers to.
struct Candidate<'a> {
    text: &'a str,
    shape: &'a Shape,
    /// The number of its stems.
    stems: usize,
    /// The number of its stems that the text has.
    in_text: usize,
    /// The number of its stems that the first paragraphs have.
    in_lead: usize,
    /// The number of its stems that several paragraphs have.
    in_topic: usize,
    is_repeated: bool,
    /// A longer line contains it.
    is_embedded: bool,
    is_paragraph: bool,
    /// A line above ends in it, as a breadcrumb trail does.
    has_trail: bool,
    /// It ends in a line below.
    is_trail: bool,
    has_byline_above: bool,
    lines_to_byline: Option<usize>,
    lines_to_share_button: Option<usize>,
    /// The number of lines down to the first paragraph.
    lines_to_text: usize,
    /// The number of the text's paragraphs above it.
    paragraphs_above: usize,
    has_headline_above: bool,
    has_headline_below: bool,
}

/// A fact that speaks for or against a line being the title.
struct Evidence {
    points: i32,
    name: &'static str,
    holds: fn(&Candidate<'_>) -> bool,
}

const EVIDENCE: &[Evidence] = &[
    evidence(1, "half of its words recur in the text", |c| {
        c.stems >= 2 && c.in_text * 2 >= c.stems
    }),
    evidence(1, "three quarters of its words recur in the text", |c| {
        c.stems >= 2 && c.in_text * 4 >= c.stems * 3
    }),
    evidence(2, "four of its words recur in the text", |c| c.in_text >= 4),
    evidence(2, "two of its words recur in the first paragraphs", |c| c.in_lead >= 2),
    evidence(1, "three of its words recur in the first paragraphs", |c| c.in_lead >= 3),
    evidence(1, "half of its words recur in the first paragraphs", |c| {
        c.in_lead >= 2 && c.in_lead * 2 >= c.stems
    }),
    evidence(1, "two of its words recur in three paragraphs", |c| c.in_topic >= 2),
    evidence(-2, "hardly any of its words recur in the text", |c| c.in_text * 4 < c.stems.max(1)),
    evidence(2, "the page repeats it", |c| c.is_repeated && c.in_text >= 2 && c.shape.words >= 4),
    evidence(2, "a longer line contains it", |c| c.is_embedded && c.shape.words >= 4),
    evidence(5, "a line above ends in it", |c| c.has_trail && c.shape.words >= 3),
    evidence(-5, "it ends in a line below", |c| c.is_trail),
    evidence(2, "a byline or date follows within twelve lines", |c| {
        c.lines_to_byline.is_some_and(|n| n <= 12)
    }),
    evidence(2, "a byline or date follows within six lines", |c| {
        c.lines_to_byline.is_some_and(|n| n <= 6)
    }),
    evidence(1, "a byline or date follows within three lines", |c| {
        c.lines_to_byline.is_some_and(|n| n <= 3)
    }),
    evidence(1, "a byline or date stands directly above it", |c| c.has_byline_above),
    evidence(1, "a share button follows within ten lines", |c| {
        c.lines_to_share_button.is_some_and(|n| n <= 10)
    }),
    evidence(1, "the text starts within twenty lines", |c| c.lines_to_text <= 20),
    evidence(-1, "the text starts after thirty lines", |c| c.lines_to_text > 30),
    evidence(-4, "it stands in the text", |c| c.paragraphs_above > 0),
    evidence(-4, "it stands below two paragraphs", |c| c.paragraphs_above > 1),
    evidence(2, "a line about the same follows", |c| c.has_headline_below),
    evidence(-2, "a line about the same stands above it", |c| c.has_headline_above),
    evidence(3, "five words or more", |c| c.shape.words >= 5),
    evidence(1, "seven words or more", |c| c.shape.words >= 7),
    evidence(-2, "two words or fewer", |c| c.shape.words <= 2),
    evidence(-1, "longer than nine of ten titles", |c| c.shape.size >= 90),
    evidence(-1, "longer than most titles", |c| c.shape.size > 110),
    evidence(-2, "longer than nearly all titles", |c| c.shape.size > 140),
    evidence(-4, "long enough for a paragraph, and looks like text", |c| c.is_paragraph),
    evidence(-4, "begins with a small letter", |c| {
        let letters = c.text.trim_start_matches(|c: char| !c.is_alphanumeric());
        letters.starts_with(char::is_lowercase) && !c.text.starts_with(['…', '.'])
    }),
    evidence(-5, "ends in a full stop", |c| {
        c.shape.end == End::Stop && !c.text.ends_with('…') && !c.text.ends_with("...")
    }),
    evidence(-3, "ends in a comma or colon", |c| matches!(c.shape.end, End::Comma | End::Colon)),
    evidence(-4, "a picture's credit", |c| {
        credit::is_credit(c.text)
            || credit::ends_in_credit(c.text)
            || credit::ends_in_agency(c.text)
            || c.text.contains("/ ")
    }),
];

const fn evidence(points: i32, name: &'static str, holds: fn(&Candidate<'_>) -> bool) -> Evidence {
    Evidence { points, name, holds }
}

/// The search for a title, from the text upwards.
struct Search<'a, 'b> {
    facts: &'b Facts<'a>,
    /// The first line of the text.
    start: usize,
    text: Stems,
    lead: Stems,
    /// The byline or date nearest below.
    byline: Option<usize>,
    /// The share button nearest below.
    share_button: Option<usize>,
}

impl<'a, 'b> Search<'a, 'b> {
    fn new(facts: &'b Facts<'a>, stretch: &Range<usize>, decisions: &[Decision]) -> Self {
        let (mut text, mut lead) = (Stems::default(), Stems::default());
        let mut size = 0;
        let is_paragraph = |at: &usize| {
            decisions.get(*at).is_some_and(|decision| decision.role == LineRole::Paragraph)
        };
        for at in stretch.clone().filter(is_paragraph) {
            let paragraph = facts.lines.text(at);
            text.add(paragraph);
            if size < LEAD_SIZE {
                lead.add(paragraph);
                size += facts.size(at);
            }
        }
        Self { facts, start: stretch.start, text, lead, byline: None, share_button: None }
    }

    /// Returns the facts about a line if it can be the title. Lines come from the last to the
    /// first.
    fn candidate(&mut self, at: usize) -> Option<Candidate<'a>> {
        let lines = self.facts.lines;
        let (text, shape) = (lines.text(at), lines.shape(at)?);
        if is_byline(self.facts, at) {
            self.byline = Some(at);
            return None;
        }
        if is_share_button(text) {
            self.share_button = Some(at);
        }
        let is_title_like = matches!(lines.kind(at), Some(Kind::Short | Kind::Text))
            && TITLE_SIZES.contains(&shape.size)
            && !shape.has_bullet;
        if !is_title_like {
            return None;
        }
        let (stems, in_text) = self.text.common(text);
        let above = at.checked_sub(1);
        let is_end = |end: &str, whole: &str| whole.len() > end.len() && whole.ends_with(end);
        let near_above = (1..=TRAIL_LINES).filter_map(|n| at.checked_sub(n));
        let near_below = at + 1..at + 1 + TRAIL_LINES;
        Some(Candidate {
            text,
            shape,
            stems,
            in_text,
            in_lead: self.lead.common(text).1,
            in_topic: self.text.common_in(text, TOPIC_PARAGRAPHS).1,
            is_repeated: self.facts.repetition.count(at) > 1,
            is_embedded: self.facts.is_embedded(at),
            is_paragraph: self.facts.part(at) == Some(Part::Paragraph)
                && (shape.end != End::Question || shape.size > MAX_QUESTION_SIZE),
            has_trail: near_above.map(|above| lines.text(above)).any(|above| is_end(text, above)),
            is_trail: near_below
                .filter(|below| lines.shape(*below).is_some_and(|shape| shape.words >= 3))
                .any(|below| is_end(lines.text(below), text)),
            has_byline_above: above.is_some_and(|above| is_byline(self.facts, above)),
            lines_to_byline: self.byline.map(|byline| byline - at),
            lines_to_share_button: self.share_button.map(|button| button - at),
            lines_to_text: self.start.saturating_sub(at),
            paragraphs_above: (self.start..at)
                .filter(|&at| self.facts.part(at) == Some(Part::Paragraph))
                .count(),
            has_headline_above: above.is_some_and(|above| {
                self.is_headline_above(above, shape, text) && !self.is_named_more(at, above)
            }),
            has_headline_below: at < self.start + 1
                && self.is_headline_below(at + 1, shape)
                && !self.is_named_more(at + 1, at),
        })
    }

    /// Returns whether the line above a candidate could be the title, and the candidate the
    /// standfirst.
    fn is_headline_above(&self, at: usize, below: &Shape, text: &str) -> bool {
        let lines = self.facts.lines;
        let (stems, common) = self.text.common(lines.text(at));
        lines.kind(at) == Some(Kind::Short)
            && lines.shape(at).is_some_and(|shape| {
                shape.words >= 4 && shape.size >= 25 && shape.size * 3 >= below.size
            })
            && common >= 2
            && common * 2 >= stems
            && self.lead.common(lines.text(at)).1 >= 2
            && !is_name(self.facts, at)
            && !lines.text(at).ends_with(text)
    }

    /// Returns whether the page has a line elsewhere, too, and not the other line.
    fn is_named_more(&self, at: usize, other: usize) -> bool {
        let is_named = |at| self.facts.repetition.count(at) > 1 || self.facts.is_embedded(at);
        is_named(at) && !is_named(other)
    }

    /// Returns whether the line below a candidate could be the standfirst.
    fn is_headline_below(&self, at: usize, above: &Shape) -> bool {
        let (stems, common) = self.text.common(self.facts.lines.text(at));
        common >= 3 && common * 2 >= stems && self.facts.size(at) * 5 >= above.size * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_of_evidence_has_a_bit_and_a_row_in_the_docs() {
        assert!(EVIDENCE.len() <= u64::BITS as usize);
        let docs = include_str!("../../../../../docs/seeds.md");
        for Evidence { points, name, .. } in EVIDENCE {
            let row = format!("| {points:+} | {name} |");
            assert!(docs.contains(&row), "docs/seeds.md has no row {row}");
        }
    }
}
