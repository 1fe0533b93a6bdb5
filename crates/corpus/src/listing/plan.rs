//! The part every line of a listing plays, decided run by run: a run is the short lines between one text and the next.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use super::{
    Decision, Folded,
    labels::{self, ENOUGH, ENOUGH_AT_START, Standing, Surroundings, Weighed},
    runs::{After, Before, Kind, Run, kinds, runs},
    shape::{Case, End, Shape, limits, sentence_breaks},
    teasers::Found,
    vocabulary,
};
use crate::{TakenFor, source::Line};

/// Decides for each line.
pub(super) fn decide(lines: &[Line<'_>], shapes: &[Shape], teasers: &[Found]) -> Vec<Decision> {
    let kinds = kinds(lines, shapes, teasers);
    let runs = runs(&kinds);
    let established = labels::established(lines, shapes, &runs);
    let teased = teasers.iter().map(|t| Folded(&t.section)).collect();
    let mut planner = Planner {
        lines,
        shapes,
        kinds: &kinds,
        established,
        teased,
        decisions: lines
            .iter()
            .map(|_| Decision { taken_for: TakenFor::Paragraph, reason: Cow::Borrowed("") })
            .collect(),
        open: false,
        headings_are_capitalised: capitalised_headings(&runs, shapes),
    };
    planner.mark_text();
    planner.mark_teasers(teasers);
    let mut next = 0;
    for run in &runs {
        // Text before the run opens an article, titled or not.
        planner.open |= kinds.get(next..run.start).is_some_and(|k| k.contains(&Kind::Text));
        next = run.end;
        planner.plan(run);
    }
    planner.find_standfirsts();
    planner.leave_out_footers(teasers);
    planner.decisions
}

/// Whether at least two lines that stand alone in bodies are in headline case, and none in sentence case.
fn capitalised_headings(runs: &[Run], shapes: &[Shape]) -> bool {
    let cases =
        runs.iter().filter_map(|run| match (run.shorts.as_slice(), run.before, run.after) {
            (&[at], Before::Text(_), After::Text(_)) => {
                shapes.get(at).filter(|s| s.end == End::Open && s.words >= 2).map(|s| s.case)
            }
            _ => None,
        });
    let (headline, sentence) = cases.fold((0, 0), |(headline, sentence), case| match case {
        Case::Headline | Case::Capitals => (headline + 1, sentence),
        _ => (headline, sentence + 1),
    });
    headline >= 2 && sentence == 0
}

struct Planner<'a> {
    lines: &'a [Line<'a>],
    shapes: &'a [Shape],
    kinds: &'a [Kind],
    established: HashMap<Folded<'a>, Standing>,
    /// The sections of the file's teasers.
    teased: HashSet<Folded<'a>>,
    decisions: Vec<Decision>,
    /// Whether an article has begun that text could go on with.
    open: bool,
    /// Whether this file writes its headings in headline case, so that a question in sentence case is no heading.
    headings_are_capitalised: bool,
}

/// Where in a run an article begins.
struct Start {
    /// The index among the shorts of the label, if there is one.
    label: Option<usize>,
    /// The title's line.
    title: usize,
    reason: Cow<'static, str>,
}

impl Planner<'_> {
    fn set(&mut self, at: usize, taken_for: TakenFor, reason: impl Into<Cow<'static, str>>) {
        if let Some(decision) = self.decisions.get_mut(at) {
            *decision = Decision { taken_for, reason: reason.into() };
        }
    }

    fn text(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |l| &*l.text)
    }

    fn shape(&self, at: usize) -> Option<&Shape> {
        self.shapes.get(at)
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.kinds.get(at).copied()
    }

    fn is_established(&self, at: usize) -> Option<Standing> {
        let shape = self.shape(at)?;
        if !shape.is_label_like() {
            return None;
        }
        self.established.get(&Folded(self.text(at))).copied()
    }

    /// Text and lines that neighbours do not change.
    fn mark_text(&mut self) {
        for at in 0..self.lines.len() {
            let Some(shape) = self.shape(at) else { continue };
            let (taken_for, reason) = match self.kind(at) {
                Some(Kind::Text) => (TakenFor::Paragraph, text_reason(shape)),
                Some(Kind::Byline | Kind::Date) => {
                    (TakenFor::Paragraph, "a byline or date, but not under a title")
                }
                Some(Kind::Furniture) => {
                    (TakenFor::Paragraph, "a notice or credit that pages put among text")
                }
                Some(Kind::Separator) => (TakenFor::Separator, "only dashes or stars"),
                _ => continue,
            };
            self.set(at, taken_for, reason);
        }
    }

    fn mark_teasers(&mut self, teasers: &[Found]) {
        for teaser in teasers {
            if let Some(mark) = teaser.mark {
                self.set(mark, TakenFor::TeaserMark, "a dash before a section and age");
            }
            let reason = format!("“{}” and “{}”", teaser.section, teaser.age);
            match teaser.age_line {
                Some(age) => {
                    self.set(
                        teaser.head,
                        TakenFor::TeaserSection,
                        "a label between a dash and an age",
                    );
                    self.set(age, TakenFor::TeaserAge, "an age alone");
                }
                None => self.set(teaser.head, TakenFor::TeaserSection, reason),
            }
            if let Some(title) = teaser.title {
                self.set(title, TakenFor::TeaserTitle, "follows a teaser's section and age");
            }
        }
    }

    /// Decides for a run: articles that begin in it, and what the other lines are.
    fn plan(&mut self, run: &Run) {
        let starts = self.starts(run);
        let mut line = run.start;
        let mut starts = starts.into_iter().peekable();
        let first = starts.peek().map_or(run.end, |s| self.first_line(run, s));
        self.lines_before(run, line..first);
        while let Some(start) = starts.next() {
            if let Some(label) = start.label.and_then(|n| run.shorts.get(n)).copied() {
                self.set(label, TakenFor::Section, start.reason.clone());
                self.set(start.title, TakenFor::Title, "follows a section label");
                // Only dates stand between the two.
                for at in label + 1..start.title {
                    self.set(at, TakenFor::Date, "a date between a label and a title");
                }
            } else {
                self.set(start.title, TakenFor::Title, start.reason.clone());
            }
            self.open = true;
            line = start.title + 1;
            let end = starts.peek().map_or(run.end, |s| self.first_line(run, s));
            self.lines_after_title(line..end, start.title);
        }
    }

    fn first_line(&self, run: &Run, start: &Start) -> usize {
        start.label.and_then(|n| run.shorts.get(n)).copied().unwrap_or(start.title)
    }

    fn starts(&self, run: &Run) -> Vec<Start> {
        let repeated = self.repeated_starts(run);
        if !repeated.is_empty() {
            return repeated;
        }
        let After::Text(_) = run.after else { return Vec::new() };
        let known = |text: &str| {
            self.teased.contains(&Folded(text)) || self.established.contains_key(&Folded(text))
        };
        let around = Surroundings {
            lines: self.lines,
            shapes: self.shapes,
            kinds: self.kinds,
            known: &known,
        };
        let mut best: Option<(usize, Weighed)> = None;
        for n in 0..run.shorts.len() {
            if let Some(weighed) = labels::weigh(run, n, &around) {
                // Of equals the later, as menus stand above and headings end what came before.
                if best.as_ref().is_none_or(|(_, b)| weighed.points >= b.points) {
                    best = Some((n, weighed));
                }
            }
        }
        let must_begin = run.before == Before::Start && !self.open;
        let enough = if run.before == Before::Start { ENOUGH_AT_START } else { ENOUGH };
        if let Some((n, weighed)) = best.filter(|(_, w)| w.points >= enough)
            && let Some(&title) = run.shorts.get(n + 1)
        {
            return vec![Start { label: Some(n), title, reason: weighed.reason().into() }];
        }
        if must_begin {
            return self.title_without_label(run).into_iter().collect();
        }
        // A byline directly under a short line makes it a title, whatever stands before.
        let bylined = run.shorts.iter().rev().find(|&&at| self.kind(at + 1) == Some(Kind::Byline));
        bylined
            .map(|&title| Start { label: None, title, reason: "a byline follows".into() })
            .into_iter()
            .collect()
    }

    /// Labels that the file repeats, each with the line after it.
    fn repeated_starts(&self, run: &Run) -> Vec<Start> {
        let mut starts = Vec::new();
        let mut n = 0;
        while let Some(&at) = run.shorts.get(n) {
            let Some(standing) = self.is_established(at) else {
                n += 1;
                continue;
            };
            if let Some(title) = self.title_after(run, n, standing) {
                let reason = format!("occurs {} times, over titles", standing.count);
                starts.push(Start { label: Some(n), title, reason: reason.into() });
                n += 1;
            }
            n += 1;
        }
        starts
    }

    /// The title under the established label at `n`, if this occurrence has one.
    fn title_after(&self, run: &Run, n: usize, standing: Standing) -> Option<usize> {
        let Some(&title) = run.shorts.get(n + 1) else {
            // The title may look like text: a short sentence, a quotation, a very long line.
            let After::Text(at) = run.after else { return None };
            let shape = self.shape(at).filter(|_| run.is_last(n))?;
            let next = self.shape(at + 1).filter(|_| self.kind(at + 1) == Some(Kind::Text))?;
            let odd_title = match shape.end {
                End::Open => shape.size <= limits::SHORT_SIZE + 60,
                _ => shape.size <= limits::QUESTION_SIZE,
            };
            return (odd_title && !shape.bullet && next.size > shape.size).then_some(at);
        };
        if !run.adjacent(n) {
            return None;
        }
        // "World, World, Title" and "World, Sports, Title" in a menu: the label nearest the title is the one.
        let nearer = |m: usize| {
            let label = run.shorts.get(m).copied().filter(|&at| self.is_established(at).is_some());
            let over =
                run.shorts.get(m + 1).and_then(|&at| self.shape(at)).filter(|_| run.adjacent(m));
            label
                .and_then(|at| self.shape(at))
                .zip(over)
                .is_some_and(|(l, t)| l.words <= 3 && t.words >= 4)
        };
        let same = Folded(self.text(title)) == Folded(self.text(*run.shorts.get(n)?));
        if nearer(n + 1)
            && (same || self.is_established(title).is_some_and(|s| s.count >= standing.count))
        {
            return None;
        }
        // In a menu the next line is another of its items; a title has words, or text not far below.
        let shape = self.shape(title)?;
        let near_text =
            run.shorts.len() <= n + 4 && matches!(run.after, After::Text(_)) && !nearer(n + 2);
        let dated = run.dated_after(n + 1, self.kinds);
        (shape.words >= 4 || near_text || dated).then_some(title)
    }

    /// An article has to begin, and no line is its label.
    fn title_without_label(&self, run: &Run) -> Option<Start> {
        let &[.., last] = run.shorts.as_slice() else { return None };
        // Of the last few lines the longest; a title and a standfirst may be the last two.
        let tail = run.shorts.get(run.shorts.len().saturating_sub(3)..)?;
        let longest =
            tail.iter().copied().max_by_key(|&at| self.shape(at).map_or(0, |s| s.size))?;
        let title = match *tail {
            [.., first, second] if second == longest && first + 1 == second => {
                let wordy = self.shape(first).is_some_and(|s| s.words >= 5 && s.size >= 25);
                if wordy { first } else { second }
            }
            _ => longest,
        };
        let reason = if title == last {
            "the only short line over the text"
        } else {
            "the fullest line over the text"
        };
        Some(Start { label: None, title, reason: reason.into() })
    }

    /// Lines that end the article before, or stand above the first title.
    fn lines_before(&mut self, run: &Run, lines: std::ops::Range<usize>) {
        let shorts: Vec<usize> =
            lines.clone().filter(|&at| self.kind(at) == Some(Kind::Short)).collect();
        if !self.open {
            for at in lines {
                if self.kind(at) != Some(Kind::Separator) {
                    self.set(at, TakenFor::LeftOut, "above the first title, as menus stand");
                }
            }
            return;
        }
        let after_colon = match run.before {
            Before::Text(before) => self.shape(before).is_some_and(|s| s.end == End::Colon),
            Before::Start => false,
        };
        for (n, &at) in shorts.iter().enumerate() {
            let Some(shape) = self.shape(at) else { continue };
            let (taken_for, reason) = if after_colon && shorts.len() > 1 {
                (TakenFor::Paragraph, "an item of the list that a colon announces")
            } else if shape.is_prose() {
                (TakenFor::Paragraph, "starts in the middle of a sentence")
            } else if !shape.is_heading_like() {
                (TakenFor::Paragraph, "too long for a heading")
            } else if shape.end == End::Question
                && shape.case == Case::Sentence
                && self.headings_are_capitalised
            {
                (TakenFor::Paragraph, "a question not capitalised as this file's headings are")
            } else if n == 0 || shorts.len() == 2 {
                (TakenFor::Heading, "short and without a full stop, in a body")
            } else {
                (TakenFor::Paragraph, "one of several short lines under a heading")
            };
            self.set(at, taken_for, reason);
        }
    }

    /// Lines between a title and its text: standfirst, byline, date, a first heading.
    fn lines_after_title(&mut self, lines: std::ops::Range<usize>, title: usize) {
        let title_size = self.shape(title).map_or(0, |s| s.size);
        let (mut standfirst, mut author, mut date, mut heading) = (false, false, false, false);
        for at in lines {
            let (Some(kind), Some(shape)) = (self.kind(at), self.shape(at)) else { continue };
            let before_date = self.kind(at + 1) == Some(Kind::Date);
            let (taken_for, reason) = match kind {
                Kind::Byline if !author && !heading => {
                    (TakenFor::Author, "“By” and a name under a title")
                }
                Kind::Date if !date && !heading => (TakenFor::Date, "a date under a title"),
                Kind::Short
                    if !author && !heading && before_date && vocabulary::is_name(self.text(at)) =>
                {
                    (TakenFor::Author, "a name between a title and a date")
                }
                Kind::Short if !standfirst && !heading && is_standfirst(shape, title_size) => {
                    (TakenFor::Standfirst, "a line without a full stop between title and text")
                }
                Kind::Short if !heading && shape.is_heading_like() => {
                    (TakenFor::Heading, "too short under a title for a standfirst")
                }
                Kind::Short if shape.is_heading_like() => {
                    (TakenFor::Heading, "short and without a full stop, in a body")
                }
                Kind::Short => (TakenFor::Paragraph, "too long for a heading"),
                _ => continue,
            };
            match taken_for {
                TakenFor::Author => author = true,
                TakenFor::Date => date = true,
                TakenFor::Standfirst => standfirst = true,
                _ => heading = true,
            }
            self.set(at, taken_for, reason);
        }
    }

    /// What stands between teasers and the next article, or the end, is a page's footer unless there is text in it; text
    /// goes on with the article above the teasers, which then stood in its middle.
    fn leave_out_footers(&mut self, teasers: &[Found]) {
        for (n, teaser) in teasers.iter().enumerate() {
            let next = teasers.get(n + 1).map_or(self.lines.len(), Found::first);
            let taken_for = |at: usize| self.decisions.get(at).map(|d| d.taken_for);
            let start = (teaser.end()..next)
                .find(|&at| matches!(taken_for(at), Some(TakenFor::Section | TakenFor::Title)))
                .unwrap_or(next);
            let texts = (teaser.end()..start).filter(|&at| self.kind(at) == Some(Kind::Text));
            let sizes: Vec<u32> = texts.filter_map(|at| self.shape(at)).map(|s| s.size).collect();
            if sizes.len() >= 3 || sizes.iter().any(|size| *size >= limits::LONG_SIZE) {
                continue;
            }
            for at in teaser.end()..start {
                if self.kind(at) != Some(Kind::Separator) {
                    self.set(at, TakenFor::LeftOut, "below the teasers, as footers stand");
                }
            }
        }
    }

    /// Standfirsts that look like text: told from a first paragraph by the text below.
    fn find_standfirsts(&mut self) {
        let titles: Vec<usize> = (0..self.decisions.len())
            .filter(|&at| self.decisions.get(at).is_some_and(|d| d.taken_for == TakenFor::Title))
            .collect();
        for (n, &title) in titles.iter().enumerate() {
            let end = titles.get(n + 1).copied().unwrap_or(self.decisions.len());
            if let Some((at, reason)) = self.standfirst_like_text(title, end) {
                self.set(at, TakenFor::Standfirst, reason);
            }
        }
    }

    fn standfirst_like_text(&self, title: usize, end: usize) -> Option<(usize, &'static str)> {
        let taken_for = |at: usize| self.decisions.get(at).map(|d| d.taken_for);
        let first = (title + 1..end)
            .find(|&at| !matches!(taken_for(at), Some(TakenFor::Author | TakenFor::Date)))?;
        if taken_for(first) != Some(TakenFor::Paragraph) || self.kind(first) != Some(Kind::Text) {
            return None;
        }
        let shape = self.shape(first).filter(|s| !s.speech && !s.bullet)?;
        let mut sizes: Vec<u32> = (first + 1..end)
            .filter(|&at| {
                self.kind(at) == Some(Kind::Text) && taken_for(at) == Some(TakenFor::Paragraph)
            })
            .filter_map(|at| self.shape(at).map(|s| s.size))
            .collect();
        if sizes.is_empty() {
            return None;
        }
        if shape.end == End::Open
            && shape.size <= limits::STANDFIRST_SIZE
            && shape.case != Case::Small
        {
            return Some((first, "no full stop, directly under the title"));
        }
        let next = sizes.first().copied()?;
        let middle = sizes.len() / 2;
        let median = *sizes.select_nth_unstable(middle).1;
        let title_size = self.shape(title).map_or(0, |s| s.size);
        let fits = (title_size + 1..=220).contains(&shape.size)
            && sizes.len() >= 2
            && sentence_breaks(self.text(first)) <= 1;
        let apart = shape.size * 2 < median && shape.size * 3 < next * 2;
        (fits && apart)
            .then_some((first, "longer than the title, and half as long as the paragraphs or less"))
    }
}

fn is_standfirst(shape: &Shape, title_size: u32) -> bool {
    shape.words >= 6 || shape.size * 5 >= title_size * 3 && shape.words >= 3
}

fn text_reason(shape: &Shape) -> &'static str {
    match shape.end {
        _ if shape.speech => "somebody's words on a line of their own",
        _ if shape.bullet => "an item of a list",
        End::Stop => "ends a sentence",
        End::Comma => "ends in the middle of a sentence",
        End::Colon => "ends in a colon",
        _ if shape.case == Case::Small => "starts in the middle of a sentence",
        _ => "too long for anything else",
    }
}
