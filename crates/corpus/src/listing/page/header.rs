//! Decides the lines around the title: section, standfirst, author and date.

use super::{
    super::{decision::Decision, line_table::Kind, standfirst::is_standfirst, vocabulary},
    anchors::{is_byline_word, is_name},
    dateline::has_date,
    facts::{Facts, Part},
    set,
    title::Title,
};
use crate::line_report::LineRole;

/// The number of lines below a title among which author, date and standfirst stand.
const MAX_HEADER_LINES: usize = 14;

/// The number of lines above a title among which its section and date stand.
const MAX_LINES_ABOVE: usize = 3;

/// The longest standfirst.
const MAX_STANDFIRST_SIZE: u32 = 450;

/// The longest line with an author or date.
const MAX_ANCHOR_SIZE: u32 = 120;

/// Decides the lines around the title, and leaves out those above it.
pub(super) fn assign(facts: &Facts<'_>, title: &Title, decisions: &mut [Decision]) {
    for decision in decisions.iter_mut().take(title.at) {
        if decision.role != LineRole::LeftOut {
            *decision = Decision { role: LineRole::LeftOut, reason: "above the title".into() };
        }
    }
    if let Some(decision) = decisions.get_mut(title.at) {
        *decision = Decision { role: LineRole::Title, reason: title.reason().into() };
    }
    keep_text_below(facts, title, decisions);
    let header = Header { facts, title, end: end(facts, title, decisions) };
    if let Some(section) = header.section() {
        set(decisions, section, LineRole::Section, "the name of a section above the title");
    }
    if let Some(standfirst) = header.standfirst() {
        set(decisions, standfirst, LineRole::Standfirst, "about the same as the text below it");
    }
    let date = header.date();
    let author = header.author(date);
    if let Some(author) = author {
        set(decisions, author, LineRole::Author, "a name near the title");
    }
    let has_own_date = author.is_some_and(|author| has_date(facts.lines.text(author)));
    if let Some(date) = date.filter(|_| !has_own_date) {
        set(decisions, date, LineRole::Date, "a date near the title");
    }
}

/// Keeps the paragraphs between the title and the stretch of text that are about the same: a box
/// may part them from it.
fn keep_text_below(facts: &Facts<'_>, title: &Title, decisions: &mut [Decision]) {
    for at in title.at + 1..title.start {
        let (stems, common) = title.stems.common(facts.lines.text(at));
        if facts.part(at) == Some(Part::Paragraph) && common * 3 >= stems {
            set(decisions, at, LineRole::Paragraph, "a paragraph about the same below the title");
        }
    }
}

/// Returns the line after the header: the second paragraph below the title, or the last of so many
/// lines.
fn end(facts: &Facts<'_>, title: &Title, decisions: &[Decision]) -> usize {
    let is_paragraph = |at: &usize| {
        facts.part(*at) == Some(Part::Paragraph)
            && decisions.get(*at).is_some_and(|decision| decision.role == LineRole::Paragraph)
    };
    let limit = (title.at + 1 + MAX_HEADER_LINES).min(facts.lines.len());
    (title.at + 1..limit).filter(is_paragraph).nth(1).unwrap_or(limit)
}

struct Header<'a, 'b> {
    facts: &'b Facts<'a>,
    title: &'b Title,
    end: usize,
}

impl Header<'_, '_> {
    /// Returns the line above the title, its copies and its date, if it is the name of a section.
    fn section(&self) -> Option<usize> {
        let lines = self.facts.lines;
        let title = lines.text(self.title.at);
        (1..=MAX_LINES_ABOVE)
            .filter_map(|n| self.title.at.checked_sub(n))
            .find(|&at| !self.is_date(at) && lines.text(at) != title)
            .filter(|&at| vocabulary::is_section(lines.text(at)))
    }

    /// Returns the first line below the title that says what the text says, and is not a part of
    /// the text itself: text comes after it, or a byline or date between it and the text.
    fn standfirst(&self) -> Option<usize> {
        let lines = self.facts.lines;
        let title_size = self.facts.size(self.title.at);
        let last_anchor =
            (self.title.at + 1..self.end).rfind(|&at| self.is_author(at) || self.is_date(at));
        (self.title.at + 1..self.end).find(|&at| {
            let (stems, common) = self.title.stems.common(lines.text(at));
            let is_about_text = common >= 2 && common * 2 >= stems;
            let is_above_anchor = last_anchor.is_some_and(|anchor| at < anchor);
            let is_like_standfirst = match self.facts.part(at) {
                Some(Part::Short) => {
                    lines.shape(at).is_some_and(|shape| is_standfirst(shape, title_size))
                }
                Some(Part::Paragraph | Part::Sentence) => is_above_anchor,
                _ => false,
            };
            is_like_standfirst
                && is_about_text
                && self.facts.size(at) <= MAX_STANDFIRST_SIZE
                && !lines.text(at).contains("/ ")
                && !self.is_author(at)
                && !self.is_date(at)
        })
    }

    /// Returns the first date below the title, or else one directly above it.
    fn date(&self) -> Option<usize> {
        let below = self.title.at + 1..self.end;
        let above = (1..=2).filter_map(|n| self.title.at.checked_sub(n));
        below.chain(above).find(|&at| self.is_date(at))
    }

    /// Returns the first byline below the title, or else a name beside the date.
    fn author(&self, date: Option<usize>) -> Option<usize> {
        let mut below = self.title.at + 1..self.end;
        let byline = below.clone().find(|&at| self.is_author(at));
        let date = date.filter(|date| below.contains(date));
        let is_beside_date = |at: &usize| date.is_some_and(|date| date.abs_diff(*at) <= 2);
        byline.or_else(|| below.find(|at| is_name(self.facts, *at) && is_beside_date(at)))
    }

    /// Returns whether a line is a byline, or the name below "By".
    fn is_author(&self, at: usize) -> bool {
        let is_below_word = || {
            let above = at.checked_sub(1).map_or("", |above| self.facts.lines.text(above));
            is_byline_word(above)
                && self.facts.lines.kind(at) == Some(Kind::Short)
                && !self.facts.lines.text(at).contains(char::is_numeric)
        };
        self.facts.lines.kind(at) == Some(Kind::Byline) || is_below_word()
    }

    fn is_date(&self, at: usize) -> bool {
        match self.facts.lines.kind(at) {
            Some(Kind::Date) => true,
            Some(Kind::Short | Kind::Text) => {
                self.facts.size(at) <= MAX_ANCHOR_SIZE && has_date(self.facts.lines.text(at))
            }
            _ => false,
        }
    }
}
