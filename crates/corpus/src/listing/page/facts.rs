//! The facts about each line of a page on which all passes agree.

use super::{
    super::{
        line_table::{Kind, LineTable},
        shape::{End, Shape, sentence_breaks},
    },
    credit,
    keys::Repetition,
};

/// The size from which on a line that looks like text is a paragraph.
const MIN_PARAGRAPH_SIZE: u32 = 70;

/// The longest quotation without a full stop that may be a heading.
const MAX_QUOTED_HEADING_SIZE: u32 = 60;

/// The longest caption of which only the credit below shows that it is one.
const MAX_CAPTION_SIZE: u32 = 300;

/// The smallest size at which a line without the end of a sentence may be a row of links.
const MIN_LINKS_SIZE: u32 = 60;

/// The kind of a line of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A paragraph of some size.
    Paragraph,
    /// A sentence that is too short to tell a paragraph from a notice.
    Sentence,
    /// A line that is no sentence.
    Short,
    /// The caption or the credit of a picture.
    Caption,
    /// A line that the page repeats.
    Repeated,
    /// Dashes or stars.
    Separator,
}

/// The lines of a page with what is known of each.
pub(super) struct Facts<'a> {
    pub(super) lines: LineTable<'a>,
    pub(super) repetition: Repetition,
    parts: Vec<Part>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(lines: &LineTable<'a>) -> Self {
        let repetition = Repetition::of(lines.lines.iter().map(|line| &*line.text));
        let parts = (0..lines.len()).map(|at| part(lines, &repetition, at)).collect();
        Self { lines: *lines, repetition, parts }
    }

    /// Returns the kind of a line.
    pub(super) fn part(&self, at: usize) -> Option<Part> {
        self.parts.get(at).copied()
    }

    pub(super) fn size(&self, at: usize) -> u32 {
        self.lines.shape(at).map_or(0, |shape| shape.size)
    }
}

fn part(lines: &LineTable<'_>, repetition: &Repetition, at: usize) -> Part {
    let (Some(kind), Some(shape)) = (lines.kind(at), lines.shape(at)) else {
        return Part::Separator;
    };
    let text = lines.text(at);
    let is_text = kind == Kind::Text && !is_row_of_links(text, shape);
    match kind {
        Kind::Separator => Part::Separator,
        _ if repetition.count(at) > 1 => Part::Repeated,
        _ if !is_text && repetition.has_common_opening(at) => Part::Repeated,
        Kind::Boilerplate => Part::Caption,
        _ if credit::is_credit(text) || credit::ends_in_credit(text) => Part::Caption,
        _ if !is_text => Part::Short,
        _ if is_quoted_heading(shape) => Part::Short,
        _ if shape.size <= MAX_CAPTION_SIZE && credit::is_credit(lines.text(at + 1)) => {
            Part::Caption
        }
        _ if shape.size >= MIN_PARAGRAPH_SIZE => Part::Paragraph,
        _ => Part::Sentence,
    }
}

fn is_quoted_heading(shape: &Shape) -> bool {
    shape.is_quotation && shape.end == End::Open && shape.size <= MAX_QUOTED_HEADING_SIZE
}

/// Returns whether a long line has no end of a sentence, and most of its words are capitalised: the
/// links of a menu that were copied as one line.
fn is_row_of_links(text: &str, shape: &Shape) -> bool {
    if shape.end != End::Open || shape.size < MIN_LINKS_SIZE || sentence_breaks(text) > 1 {
        return false;
    }
    let has_case = |c: char| c.is_lowercase() || c.is_uppercase();
    let words = text.split_whitespace().filter(|word| word.starts_with(has_case)).count();
    let small = text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    words > 4 && small * 3 < words
}
