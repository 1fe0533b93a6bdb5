//! Finds teasers: a mark, a line that glues section and age, a title. They are found first, as their form is the
//! plainest, and their sections then help to tell labels from headings.

use std::{cell::OnceCell, collections::HashSet};

use super::{
    Folded,
    age::{self, Habits},
    shape::{End, Shape, is_separator, limits},
};
use crate::source::Line;

/// A teaser by the indices of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The dash before it.
    pub(super) mark: Option<usize>,
    /// The line with the section.
    pub(super) head: usize,
    /// The line with the age, if it is not the same.
    pub(super) age_line: Option<usize>,
    pub(super) section: String,
    pub(super) age: String,
    /// The title's line; a teaser cut off before it has none.
    pub(super) title: Option<usize>,
}

impl Found {
    /// Its first line.
    pub(super) fn first(&self) -> usize {
        self.mark.unwrap_or(self.head)
    }

    /// The line after its last.
    pub(super) fn end(&self) -> usize {
        self.title.or(self.age_line).unwrap_or(self.head) + 1
    }
}

/// The longest line that can be a teaser's title.
const TITLE_SIZE: u32 = 300;

/// All teasers, in order; no line is in two.
pub(super) fn find(lines: &[Line<'_>], shapes: &[Shape]) -> Vec<Found> {
    let spaced = puts_space_before_ages(lines);
    // Sections that are whole lines somewhere else, as labels over articles are; few files need to know.
    let whole: OnceCell<HashSet<Folded<'_>>> = OnceCell::new();
    let known = |section: &str| {
        let label_like = || lines.iter().zip(shapes).filter(|(_, s)| s.is_label_like());
        whole
            .get_or_init(|| label_like().map(|(l, _)| Folded(&l.text)).collect())
            .contains(&Folded(section))
    };
    let habits = Habits { known: &known, spaced };
    let finder = Finder { lines, shapes, habits: &habits };

    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let follows = found.last().is_some_and(|f| f.end() == at);
        match finder.marked(at).or_else(|| finder.unmarked(at, follows)) {
            Some(teaser) => {
                at = teaser.end();
                found.push(teaser);
            }
            None => at += 1,
        }
    }
    found
}

struct Finder<'a> {
    lines: &'a [Line<'a>],
    shapes: &'a [Shape],
    habits: &'a Habits<'a>,
}

impl Finder<'_> {
    fn text(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |l| &*l.text)
    }

    /// After a mark: `-`, then a section with an age on the same line or the next.
    fn marked(&self, at: usize) -> Option<Found> {
        let mark = is_separator(self.lines.get(at)?.text.as_ref()).then_some(at);
        let head = mark.map_or(at, |m| m + 1);
        let text = self.lines.get(head)?.text.as_ref();
        let bare = match mark {
            Some(_) => text,
            // The mark may share the line: "- Top stories2 months ago".
            None => super::shape::bullet_text(text)?,
        };
        if let Some(glued) = age::split(bare, self.habits) {
            // A bullet in a body may end in a date; only glue says that it is no sentence.
            if mark.is_none() && !(glued.without_space && glued.counted) {
                return None;
            }
            if glued.section.chars().count() <= limits::SHORT_SIZE as usize {
                return Some(self.teaser(mark, head, None, glued.section, glued.age));
            }
        }
        let next = self.text(head + 1);
        let label = mark.is_some() && self.shapes.get(head).is_some_and(Shape::is_label_like);
        (label && age::is_age(next)).then(|| self.teaser(mark, head, Some(head + 1), text, next))
    }

    /// Without a mark: glue that no sentence has, and a title that no text follows, or a teaser directly before.
    fn unmarked(&self, at: usize, follows: bool) -> Option<Found> {
        let shape = self.shapes.get(at)?;
        if shape.size > limits::LABEL_SIZE + 24 || shape.end != End::Open {
            return None;
        }
        let glued = age::split(self.text(at), self.habits)?;
        if !glued.counted || !(glued.without_space || follows) {
            return None;
        }
        let title = self.shapes.get(at + 1)?;
        let text_follows =
            self.shapes.get(at + 2).is_some_and(|s| s.is_prose() && s.size >= limits::LONG_SIZE);
        let plausible = !title.is_prose() || title.size <= limits::SHORT_SIZE;
        (plausible && !text_follows).then(|| self.teaser(None, at, None, glued.section, glued.age))
    }

    fn teaser(
        &self,
        mark: Option<usize>,
        head: usize,
        age_line: Option<usize>,
        section: &str,
        age: &str,
    ) -> Found {
        let next = age_line.unwrap_or(head) + 1;
        let title = self
            .lines
            .get(next)
            .zip(self.shapes.get(next))
            .filter(|(line, shape)| shape.size <= TITLE_SIZE && !is_separator(&line.text));
        Found {
            mark,
            head,
            age_line,
            section: section.to_owned(),
            age: age.to_owned(),
            title: title.map(|_| next),
        }
    }
}

/// Whether more of the file's marked lines have a space before a one-digit age than have none.
fn puts_space_before_ages(lines: &[Line<'_>]) -> bool {
    let habits = Habits { known: &|_| false, spaced: true };
    let mut balance = 0i64;
    for pair in lines.windows(2) {
        let [mark, head] = pair else { continue };
        if !is_separator(&mark.text) {
            continue;
        }
        if let Some(glued) = age::split(&head.text, &habits) {
            let digits = glued.age.chars().take_while(char::is_ascii_digit).count();
            balance += match (glued.without_space, digits) {
                (true, _) => -1,
                (false, 1) => 1,
                (false, _) => 0,
            };
        }
    }
    balance > 0
}
