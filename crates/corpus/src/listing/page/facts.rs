//! The facts about each line of a page that its place and neighbours do not change.

use std::collections::HashMap;

use super::super::{
    line_table::{Kind, LineTable},
    shape::{End, Shape, sentence_breaks},
};
use super::credit;

pub(super) fn param(name: &str, default: i64) -> i64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// A page's lines with what they weigh.
pub(super) struct Facts<'a> {
    pub(super) lines: LineTable<'a>,
    /// The number of lines with the same letters, for each line.
    pub(super) counts: Vec<u32>,
    /// The kind of each line.
    pub(super) parts: Vec<Part>,
}

/// The kind of a line of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A paragraph of some length.
    Paragraph,
    /// A sentence that is too short to tell a paragraph from a notice.
    Sentence,
    /// A line without the end of a sentence.
    Short,
    /// A caption or credit of a picture.
    Caption,
    /// A line that the page repeats.
    Repeated,
    /// Dashes or stars.
    Separator,
}

impl<'a> Facts<'a> {
    pub(super) fn of(lines: &LineTable<'a>) -> Self {
        let keys: Vec<String> = (0..lines.len()).map(|at| key(lines.text(at))).collect();
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for key in &keys {
            *counts.entry(key).or_default() += 1;
        }
        let counts: Vec<u32> = keys.iter().map(|key| counts.get(&**key).copied().unwrap_or(1)).collect();
        let solid = param("SOLID", 70) as u32;
        let parts = (0..lines.len())
            .map(|at| {
                let (Some(shape), Some(kind)) = (lines.shape(at), lines.kind(at)) else { return Part::Separator };
                let text = lines.text(at);
                match kind {
                    Kind::Separator => Part::Separator,
                    _ if counts.get(at).is_some_and(|n| *n > 1) => Part::Repeated,
                    Kind::Boilerplate => Part::Caption,
                    _ if credit::is_caption(text) || credit::is_credit(text) => Part::Caption,
                    Kind::Text if shape.is_quotation && shape.end == End::Open && shape.size < 60 => Part::Short,
                    Kind::Text if is_list_of_links(text, shape) => Part::Short,
                    Kind::Text if credit::is_credit(lines.text(at + 1)) && shape.size < 300 => Part::Caption,
                    Kind::Text if shape.size >= solid => Part::Paragraph,
                    Kind::Text => Part::Sentence,
                    _ => Part::Short,
                }
            })
            .collect();
        Self { lines: *lines, counts, parts }
    }

    pub(super) fn count(&self, at: usize) -> u32 {
        self.counts.get(at).copied().unwrap_or(1)
    }

    pub(super) fn part(&self, at: usize) -> Part {
        self.parts.get(at).copied().unwrap_or(Part::Separator)
    }

    pub(super) fn size(&self, at: usize) -> u32 {
        self.lines.shape(at).map_or(0, |shape| shape.size)
    }

    /// Returns the weight of a line in the sum of a stretch.
    pub(super) fn weight(&self, at: usize) -> i64 {
        match self.part(at) {
            Part::Paragraph => i64::from(self.size(at)).min(param("CAP", 600)),
            Part::Sentence => i64::from(self.size(at)) - param("SCOST", 45),
            Part::Short => -param("COST", 45),
            Part::Caption => -param("CCOST", 20),
            Part::Repeated | Part::Separator => -param("RCOST", 10),
        }
    }
}

/// Returns the letters of a line, which are the same in "View 3 Images" and "View 4 images".
fn key(text: &str) -> String {
    let letters: String =
        text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() { text.to_owned() } else { letters }
}

/// Returns whether a long line has no end of a sentence, and most of its words are capitalised.
fn is_list_of_links(text: &str, shape: &Shape) -> bool {
    if shape.end != End::Open || shape.size < 60 || sentence_breaks(text) > 1 {
        return false;
    }
    let (mut words, mut small) = (0, 0);
    for word in text.split_whitespace() {
        words += 1;
        small += usize::from(word.starts_with(char::is_lowercase));
    }
    words > 4 && small * 3 < words && text.chars().any(char::is_lowercase)
}
