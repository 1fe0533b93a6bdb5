//! Gives each line of a listing its role.
//!
//! Text, teasers and separators are known from their own look. The rest is decided run by run, by
//! the articles that begin in the run.

use std::{borrow::Cow, ops::Range};

use super::{
    article_starts::{ArticleStart, StartFinder},
    byline::is_name,
    case::Case,
    decision::Decision,
    limits,
    line_table::{self, Kind, LineTable},
    runs::{self, After, Before, Run},
    shape::{End, Shape},
    standfirst::{self, is_standfirst},
    teasers::TeaserLines,
};
use crate::{line_report::LineRole, source::Line};

/// The number of texts below teasers from which on they continue an article.
const MIN_TEXTS_BELOW_TEASERS: usize = 3;

/// Decides the role of each line.
pub(super) fn assign(
    lines: &[Line<'_>],
    shapes: &[Shape],
    teasers: &[TeaserLines],
) -> Vec<Decision> {
    let kinds = line_table::kinds(lines, shapes, teasers);
    let runs = runs::runs(&kinds);
    let lines = LineTable { lines, shapes, kinds: &kinds };
    let starts = StartFinder::new(lines, &runs, teasers);
    let undecided = Decision { role: LineRole::Paragraph, reason: Cow::Borrowed("") };
    let mut roles = Roles {
        lines,
        decisions: vec![undecided; lines.len()],
        in_article: false,
        headings_are_capitalised: are_headings_capitalised(&lines, &runs),
    };
    roles.assign_by_kind();
    roles.assign_teasers(teasers);
    let mut next = 0;
    for run in &runs {
        // Text above the run opens an article, titled or not.
        roles.in_article |= kinds.get(next..run.start).is_some_and(|k| k.contains(&Kind::Text));
        next = run.end;
        let starts = starts.find(run, roles.in_article);
        roles.assign_run(run, &starts);
    }
    standfirst::mark_first_paragraphs(&lines, &mut roles.decisions);
    roles.leave_out_footers(teasers);
    roles.decisions
}

/// Returns whether at least two single lines in bodies are in headline case, and none in sentence
/// case.
fn are_headings_capitalised(lines: &LineTable<'_>, runs: &[Run]) -> bool {
    let cases = runs.iter().filter_map(|run| match (&*run.shorts, run.before, run.after) {
        (&[at], Before::Text(_), After::Text(_)) => lines
            .shape(at)
            .filter(|shape| shape.end == End::Open && shape.words >= 2)
            .map(|shape| shape.case),
        _ => None,
    });
    let (capitalised, others) = cases.fold((0, 0), |(capitalised, others), case| match case {
        Case::Headline | Case::Upper => (capitalised + 1, others),
        _ => (capitalised, others + 1),
    });
    capitalised >= 2 && others == 0
}

struct Roles<'a> {
    lines: LineTable<'a>,
    decisions: Vec<Decision>,
    /// An article has begun that text could continue.
    in_article: bool,
    /// The file writes its headings in headline case, so a question in sentence case is text.
    headings_are_capitalised: bool,
}

impl Roles<'_> {
    /// Decides the lines whose neighbours make no difference.
    fn assign_by_kind(&mut self) {
        for at in 0..self.lines.len() {
            let Some(shape) = self.lines.shape(at) else { continue };
            let (role, reason) = match self.lines.kind(at) {
                Some(Kind::Text) => (LineRole::Paragraph, text_reason(shape)),
                Some(Kind::Byline | Kind::Date) => {
                    (LineRole::Paragraph, "a byline or date, but not under a title")
                }
                Some(Kind::Boilerplate) => {
                    (LineRole::Paragraph, "a notice or picture credit within the text")
                }
                Some(Kind::Separator) => (LineRole::Separator, "only dashes or stars"),
                _ => continue,
            };
            self.set(at, role, reason);
        }
    }

    fn assign_teasers(&mut self, teasers: &[TeaserLines]) {
        for teaser in teasers {
            if let Some(mark) = teaser.mark {
                self.set(mark, LineRole::TeaserMark, "a dash above a section and an age");
            }
            match teaser.age_line {
                Some(age) => {
                    let reason = "a label between a dash and an age";
                    self.set(teaser.section_line, LineRole::TeaserSection, reason);
                    self.set(age, LineRole::TeaserAge, "an age alone");
                }
                None => {
                    let reason = format!("“{}” and “{}”", teaser.section, teaser.age);
                    self.set(teaser.section_line, LineRole::TeaserSection, reason);
                }
            }
            if let Some(title) = teaser.title {
                self.set(title, LineRole::TeaserTitle, "follows a teaser's section and age");
            }
        }
    }

    /// Decides the lines of a run, given the articles that begin in it.
    fn assign_run(&mut self, run: &Run, starts: &[ArticleStart]) {
        let first = starts.first().map_or(run.end, ArticleStart::first_line);
        self.assign_before_articles(run, run.start..first);
        for (n, start) in starts.iter().enumerate() {
            match start.label {
                Some(label) => {
                    self.set(label, LineRole::Section, start.reason.clone());
                    self.set(start.title, LineRole::Title, "follows a section label");
                    // Only dates separate the two.
                    for at in label + 1..start.title {
                        self.set(at, LineRole::Date, "a date between a label and a title");
                    }
                }
                None => self.set(start.title, LineRole::Title, start.reason.clone()),
            }
            self.in_article = true;
            let end = starts.get(n + 1).map_or(run.end, ArticleStart::first_line);
            self.assign_below_title(start.title, end);
        }
    }

    /// Decides the lines of a run that end the article above, or come before the first title.
    fn assign_before_articles(&mut self, run: &Run, lines: Range<usize>) {
        if !self.in_article {
            for at in lines {
                if self.lines.kind(at) != Some(Kind::Separator) {
                    self.set(at, LineRole::LeftOut, "above the first title, like a menu");
                }
            }
            return;
        }
        let shorts: Vec<usize> =
            lines.filter(|&at| self.lines.kind(at) == Some(Kind::Short)).collect();
        let after_colon = match run.before {
            Before::Text(before) => {
                self.lines.shape(before).is_some_and(|shape| shape.end == End::Colon)
            }
            Before::Start => false,
        };
        for (n, &at) in shorts.iter().enumerate() {
            let Some(shape) = self.lines.shape(at) else { continue };
            let (role, reason) = if after_colon && shorts.len() > 1 {
                (LineRole::Paragraph, "a list item after a colon")
            } else if shape.is_prose() {
                (LineRole::Paragraph, "starts in the middle of a sentence")
            } else if !shape.is_heading_like() {
                (LineRole::Paragraph, "too long for a heading")
            } else if self.is_question_in_text(shape) {
                (LineRole::Paragraph, "a question not capitalised like this file's headings")
            } else if n == 0 || shorts.len() == 2 {
                (LineRole::Heading, "short and without a full stop, in a body")
            } else {
                (LineRole::Paragraph, "one of several short lines under a heading")
            };
            self.set(at, role, reason);
        }
    }

    fn is_question_in_text(&self, shape: &Shape) -> bool {
        shape.end == End::Question && shape.case == Case::Sentence && self.headings_are_capitalised
    }

    /// Decides the lines between a title and its text: standfirst, byline, date, a first heading.
    fn assign_below_title(&mut self, title: usize, end: usize) {
        let title_size = self.lines.shape(title).map_or(0, |shape| shape.size);
        let (mut standfirst, mut author, mut date, mut heading) = (false, false, false, false);
        for at in title + 1..end {
            let (Some(kind), Some(shape)) = (self.lines.kind(at), self.lines.shape(at)) else {
                continue;
            };
            let before_date = self.lines.kind(at + 1) == Some(Kind::Date);
            let (role, reason) = match kind {
                Kind::Byline if !author && !heading => {
                    (LineRole::Author, "“By” and a name under a title")
                }
                Kind::Date if !date && !heading => (LineRole::Date, "a date under a title"),
                Kind::Short
                    if !author && !heading && before_date && is_name(self.lines.text(at)) =>
                {
                    (LineRole::Author, "a name between a title and a date")
                }
                Kind::Short if !standfirst && !heading && is_standfirst(shape, title_size) => {
                    (LineRole::Standfirst, "a line without a full stop between title and text")
                }
                Kind::Short if !heading && shape.is_heading_like() => {
                    (LineRole::Heading, "under a title, too short for a standfirst")
                }
                Kind::Short if shape.is_heading_like() => {
                    (LineRole::Heading, "short and without a full stop, in a body")
                }
                Kind::Short => (LineRole::Paragraph, "too long for a heading"),
                _ => continue,
            };
            match role {
                LineRole::Author => author = true,
                LineRole::Date => date = true,
                LineRole::Standfirst => standfirst = true,
                _ => heading = true,
            }
            self.set(at, role, reason);
        }
    }

    /// Leaves out the lines between teasers and the next article or the end of the file, which are
    /// a page's footer, unless there is text among them. Text continues the article above the
    /// teasers.
    fn leave_out_footers(&mut self, teasers: &[TeaserLines]) {
        for (n, teaser) in teasers.iter().enumerate() {
            let next = teasers.get(n + 1).map_or(self.lines.len(), TeaserLines::start);
            let starts_article = |at: usize| {
                let role = self.decisions.get(at).map(|decision| decision.role);
                matches!(role, Some(LineRole::Section | LineRole::Title))
            };
            let end = (teaser.end()..next).find(|&at| starts_article(at)).unwrap_or(next);
            let sizes: Vec<u32> = (teaser.end()..end)
                .filter(|&at| self.lines.kind(at) == Some(Kind::Text))
                .filter_map(|at| self.lines.shape(at).map(|shape| shape.size))
                .collect();
            if sizes.len() >= MIN_TEXTS_BELOW_TEASERS
                || sizes.iter().any(|size| *size >= limits::MIN_LONG_TEXT_SIZE)
            {
                continue;
            }
            for at in teaser.end()..end {
                if self.lines.kind(at) != Some(Kind::Separator) {
                    self.set(at, LineRole::LeftOut, "below the teasers, like a footer");
                }
            }
        }
    }

    fn set(&mut self, at: usize, role: LineRole, reason: impl Into<Cow<'static, str>>) {
        if let Some(decision) = self.decisions.get_mut(at) {
            *decision = Decision { role, reason: reason.into() };
        }
    }
}

/// Returns the reason why a line of kind [`Kind::Text`] is text.
fn text_reason(shape: &Shape) -> &'static str {
    match shape.end {
        _ if shape.is_quotation => "a quotation on a line of its own",
        _ if shape.has_bullet => "a list item",
        End::Stop => "ends a sentence",
        End::Comma => "ends in the middle of a sentence",
        End::Colon => "ends in a colon",
        _ if shape.case == Case::Lower => "starts in the middle of a sentence",
        _ => "too long for anything else",
    }
}
