//! Finds where articles begin in a run of short lines.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use super::{
    label_evidence::{self, MIN_POINTS, MIN_POINTS_AT_START, Score},
    label_key::LabelKey,
    limits,
    line_table::{Kind, LineTable},
    repeated_labels::{self, LabelVotes},
    runs::{After, Before, Run},
    shape::End,
    teasers::TeaserLines,
};

/// The first lines of an article.
pub(super) struct ArticleStart {
    /// The line of the label, if there is one.
    pub(super) label: Option<usize>,
    /// The line of the title.
    pub(super) title: usize,
    /// The rule that decided.
    pub(super) reason: Cow<'static, str>,
}

impl ArticleStart {
    /// Returns the article's first line.
    pub(super) fn first_line(&self) -> usize {
        self.label.unwrap_or(self.title)
    }
}

/// Finds the starts of articles by what the whole file shows about its labels.
pub(super) struct StartFinder<'a> {
    lines: LineTable<'a>,
    repeated_labels: HashMap<LabelKey<'a>, LabelVotes>,
    teaser_sections: HashSet<LabelKey<'a>>,
}

impl<'a> StartFinder<'a> {
    pub(super) fn new(lines: LineTable<'a>, runs: &[Run], teasers: &'a [TeaserLines]) -> Self {
        Self {
            lines,
            repeated_labels: repeated_labels::find(&lines, runs),
            teaser_sections: teasers.iter().map(|teaser| LabelKey(&teaser.section)).collect(),
        }
    }

    /// Returns the articles that begin in a run, in order. `in_article` says whether an article has
    /// begun above the run that its text could continue.
    pub(super) fn find(&self, run: &Run, in_article: bool) -> Vec<ArticleStart> {
        let repeated = self.at_repeated_labels(run);
        if !repeated.is_empty() {
            return repeated;
        }
        if run.after == After::End {
            return Vec::new();
        }
        let start = self.at_best_pair(run).or_else(|| {
            if run.before == Before::Start && !in_article {
                self.at_title_without_label(run)
            } else {
                self.at_byline(run)
            }
        });
        start.into_iter().collect()
    }

    /// Returns a start at each label that the file repeats.
    fn at_repeated_labels(&self, run: &Run) -> Vec<ArticleStart> {
        let mut starts = Vec::new();
        let mut n = 0;
        while let Some(&label) = run.shorts.get(n) {
            let Some(votes) = self.repeated_label(label) else {
                n += 1;
                continue;
            };
            if let Some(title) = self.title_below(run, n, votes) {
                let reason = format!("occurs {} times, above titles", votes.occurrences);
                starts.push(ArticleStart { label: Some(label), title, reason: reason.into() });
                n += 1;
            }
            n += 1;
        }
        starts
    }

    /// Returns the title below the repeated label `n` of a run, if this occurrence has one.
    fn title_below(&self, run: &Run, n: usize, votes: LabelVotes) -> Option<usize> {
        let Some(&title) = run.shorts.get(n + 1) else {
            return self.title_like_text(run, n);
        };
        if !run.is_adjacent(n) {
            return None;
        }
        // In a menu ("World, World, Title" or "World, Sports, Title") the label nearest to the
        // title is the article's.
        let is_nearer = |m: usize| {
            let label = run.shorts.get(m).filter(|&&at| self.repeated_label(at).is_some());
            let title = run.shorts.get(m + 1).filter(|_| run.is_adjacent(m));
            let shapes = label
                .zip(title)
                .and_then(|(&label, &title)| self.lines.shape(label).zip(self.lines.shape(title)));
            shapes.is_some_and(|(label, title)| label.words <= 3 && title.words >= 4)
        };
        let label_text = self.lines.text(*run.shorts.get(n)?);
        let is_same_label = LabelKey(self.lines.text(title)) == LabelKey(label_text);
        let is_as_frequent =
            || self.repeated_label(title).is_some_and(|next| next.occurrences >= votes.occurrences);
        if is_nearer(n + 1) && (is_same_label || is_as_frequent()) {
            return None;
        }
        // In a menu the next line is another of its items. A title has several words, or text a few
        // lines below it.
        let near_text =
            run.shorts.len() <= n + 4 && matches!(run.after, After::Text(_)) && !is_nearer(n + 2);
        let has_title_length = self.lines.shape(title)?.words >= 4;
        (has_title_length || near_text || run.is_dated(n + 1, self.lines.kinds)).then_some(title)
    }

    /// Returns the line below the run as the title of its last line, if that looks like text but
    /// may be a title: a short sentence, a quotation, or a very long line.
    fn title_like_text(&self, run: &Run, n: usize) -> Option<usize> {
        let After::Text(title) = run.after else { return None };
        let shape = self.lines.shape(title).filter(|_| run.is_last(n))?;
        let next = self
            .lines
            .shape(title + 1)
            .filter(|_| self.lines.kind(title + 1) == Some(Kind::Text))?;
        let fits = match shape.end {
            End::Open => shape.size <= limits::MAX_SHORT_SIZE + 60,
            _ => shape.size <= limits::MAX_QUESTION_SIZE,
        };
        (fits && !shape.has_bullet && next.size > shape.size).then_some(title)
    }

    /// Returns the start at the pair of neighbours with the best score, if that is good enough.
    fn at_best_pair(&self, run: &Run) -> Option<ArticleStart> {
        let mut best: Option<(usize, Score)> = None;
        for n in 0..run.shorts.len() {
            let Some(score) =
                label_evidence::score(&self.lines, run, n, |text| self.is_known_label(text))
            else {
                continue;
            };
            // The later of two equals wins, because menus come first and headings end the article
            // above.
            if best.as_ref().is_none_or(|(_, best)| score.points >= best.points) {
                best = Some((n, score));
            }
        }
        let required = if run.before == Before::Start { MIN_POINTS_AT_START } else { MIN_POINTS };
        let (n, score) = best.filter(|(_, score)| score.points >= required)?;
        let (&label, &title) = (run.shorts.get(n)?, run.shorts.get(n + 1)?);
        Some(ArticleStart { label: Some(label), title, reason: score.reason().into() })
    }

    /// Returns the start of an article that has to begin although no line is its label.
    ///
    /// The title is the longest of the last three lines; of two long ones at the end it is the
    /// first, since the second is then a standfirst.
    fn at_title_without_label(&self, run: &Run) -> Option<ArticleStart> {
        let last = *run.shorts.last()?;
        let tail = run.shorts.get(run.shorts.len().saturating_sub(3)..)?;
        let size = |at: usize| self.lines.shape(at).map_or(0, |shape| shape.size);
        let longest = tail.iter().copied().max_by_key(|&at| size(at))?;
        let title = match *tail {
            [.., first, second] if second == longest && first + 1 == second => {
                let is_title =
                    self.lines.shape(first).is_some_and(|s| s.words >= 5 && s.size >= 25);
                if is_title { first } else { second }
            }
            _ => longest,
        };
        let reason = if title == last {
            "the last short line above the text"
        } else {
            "the longest line above the text"
        };
        Some(ArticleStart { label: None, title, reason: reason.into() })
    }

    /// Returns a start at the short line directly above a byline. The byline makes it a title,
    /// whatever precedes it.
    fn at_byline(&self, run: &Run) -> Option<ArticleStart> {
        let mut shorts = run.shorts.iter().rev();
        let title = *shorts.find(|&&at| self.lines.kind(at + 1) == Some(Kind::Byline))?;
        Some(ArticleStart { label: None, title, reason: "a byline follows".into() })
    }

    fn is_known_label(&self, text: &str) -> bool {
        let key = LabelKey(text);
        self.teaser_sections.contains(&key) || self.repeated_labels.contains_key(&key)
    }

    fn repeated_label(&self, at: usize) -> Option<LabelVotes> {
        self.lines.shape(at).filter(|shape| shape.is_label_like())?;
        self.repeated_labels.get(&LabelKey(self.lines.text(at))).copied()
    }
}
