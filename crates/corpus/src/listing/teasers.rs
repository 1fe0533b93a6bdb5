//! Finds teasers: a mark, a line with section and age, and a title.
//!
//! They are found first because their form is the plainest. Their sections then help to
//! distinguish labels from headings.

use std::{cell::OnceCell, collections::HashSet};

use super::{
    age::is_age,
    count::FileHints,
    label_key::LabelKey,
    limits, section_age,
    shape::{End, Shape, bullet_text, is_separator},
};
use crate::source::Line;

/// The longest line that can be a teaser's title, in characters as [`Shape::size`] counts them.
const MAX_TITLE_SIZE: u32 = 300;

/// The longest line with a section and an age that has no mark above it.
const MAX_UNMARKED_SIZE: u32 = limits::MAX_LABEL_SIZE + 24;

/// A teaser, as the indices of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TeaserLines {
    /// The dash above it.
    pub(super) mark: Option<usize>,
    /// The line with the section.
    pub(super) section_line: usize,
    /// The line with the age, if it is not the section's.
    pub(super) age_line: Option<usize>,
    pub(super) section: String,
    pub(super) age: String,
    /// The line with the title. A teaser that breaks off has none.
    pub(super) title: Option<usize>,
}

impl TeaserLines {
    /// Returns the first line.
    pub(super) fn start(&self) -> usize {
        self.mark.unwrap_or(self.section_line)
    }

    /// Returns the line after the last.
    pub(super) fn end(&self) -> usize {
        self.title.or(self.age_line).unwrap_or(self.section_line) + 1
    }
}

/// Returns all teasers in order. They share no lines.
pub(super) fn find(lines: &[Line<'_>], shapes: &[Shape]) -> Vec<TeaserLines> {
    // Lines that may be labels over articles, collected only when a split is ambiguous.
    let label_like: OnceCell<HashSet<LabelKey<'_>>> = OnceCell::new();
    let is_known_section = |section: &str| {
        let collect = || {
            let pairs = lines.iter().zip(shapes).filter(|(_, shape)| shape.is_label_like());
            pairs.map(|(line, _)| LabelKey(&line.text)).collect()
        };
        label_like.get_or_init(collect).contains(&LabelKey(section))
    };
    let spaced_ages = puts_space_before_ages(lines);
    let hints = FileHints { is_known_section: &is_known_section, spaced_ages };
    let finder = Finder { lines, shapes, hints: &hints };

    let mut teasers: Vec<TeaserLines> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let follows_teaser = teasers.last().is_some_and(|teaser| teaser.end() == at);
        match finder.marked(at).or_else(|| finder.unmarked(at, follows_teaser)) {
            Some(teaser) => {
                at = teaser.end();
                teasers.push(teaser);
            }
            None => at += 1,
        }
    }
    teasers
}

struct Finder<'a> {
    lines: &'a [Line<'a>],
    shapes: &'a [Shape],
    hints: &'a FileHints<'a>,
}

impl Finder<'_> {
    /// Finds a teaser with a mark: a dash, then a section with an age on the same line or the next.
    fn marked(&self, at: usize) -> Option<TeaserLines> {
        let mark = is_separator(self.lines.get(at)?.text.as_ref()).then_some(at);
        let section_line = mark.map_or(at, |mark| mark + 1);
        let text = self.lines.get(section_line)?.text.as_ref();
        let section_text = match mark {
            Some(_) => text,
            // The mark may share the line: "- Top stories2 months ago".
            None => bullet_text(text)?,
        };
        if let Some(split) = section_age::split(section_text, self.hints) {
            // A list item in a body may end in a date. Only glue shows that it is not a
            // sentence.
            if mark.is_none() && !(split.glued && split.counted) {
                return None;
            }
            if split.section.chars().count() <= limits::MAX_SHORT_SIZE as usize {
                return Some(self.teaser(mark, section_line, None, split.section, split.age));
            }
        }
        let next = self.text(section_line + 1);
        let label =
            mark.is_some() && self.shapes.get(section_line).is_some_and(Shape::is_label_like);
        (label && is_age(next))
            .then(|| self.teaser(mark, section_line, Some(section_line + 1), text, next))
    }

    /// Finds a teaser without a mark: a section glued to a counted age, which occurs in no
    /// sentence, above a title that no long text follows. Directly after another teaser a space may
    /// separate section and age.
    fn unmarked(&self, at: usize, follows_teaser: bool) -> Option<TeaserLines> {
        let shape = self.shapes.get(at)?;
        if shape.size > MAX_UNMARKED_SIZE || shape.end != End::Open {
            return None;
        }
        let split = section_age::split(self.text(at), self.hints)?;
        if !split.counted || !(split.glued || follows_teaser) {
            return None;
        }
        let title = self.shapes.get(at + 1)?;
        let is_title = !title.is_prose() || title.size <= limits::MAX_SHORT_SIZE;
        let text_follows = self
            .shapes
            .get(at + 2)
            .is_some_and(|shape| shape.is_prose() && shape.size >= limits::MIN_LONG_TEXT_SIZE);
        (is_title && !text_follows).then(|| self.teaser(None, at, None, split.section, split.age))
    }

    fn teaser(
        &self,
        mark: Option<usize>,
        section_line: usize,
        age_line: Option<usize>,
        section: &str,
        age: &str,
    ) -> TeaserLines {
        let next = age_line.unwrap_or(section_line) + 1;
        let title = self
            .lines
            .get(next)
            .zip(self.shapes.get(next))
            .filter(|(line, shape)| shape.size <= MAX_TITLE_SIZE && !is_separator(&line.text));
        TeaserLines {
            mark,
            section_line,
            age_line,
            section: section.to_owned(),
            age: age.to_owned(),
            title: title.map(|_| next),
        }
    }

    fn text(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |line| &*line.text)
    }
}

/// Returns whether more of the file's marked lines have a space before a one-digit count than have
/// none.
fn puts_space_before_ages(lines: &[Line<'_>]) -> bool {
    let mut balance = 0i64;
    for pair in lines.windows(2) {
        let [mark, line] = pair else { continue };
        if !is_separator(&mark.text) {
            continue;
        }
        if let Some(split) = section_age::split(&line.text, &FileHints::SPACED) {
            let digits = split.age.chars().take_while(char::is_ascii_digit).count();
            balance += match (split.glued, digits) {
                (true, _) => -1,
                (false, 1) => 1,
                (false, _) => 0,
            };
        }
    }
    balance > 0
}
