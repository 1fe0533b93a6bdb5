//! The facts about each line of a page on which all passes agree.

use super::{
    super::{
        line_table::{Kind, LineTable},
        shape::{End, Shape, sentence_breaks},
    },
    credit, embedded,
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

/// The size from which on a line of text that the page repeats is no button: its first copy is a
/// paragraph.
const MIN_COPIED_SIZE: u32 = 150;

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
    embedded: Vec<bool>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(lines: &LineTable<'a>) -> Self {
        let repetition = Repetition::of(lines.lines.iter().map(|line| &*line.text));
        let mut parts: Vec<Part> =
            (0..lines.len()).map(|at| part(lines, &repetition, at)).collect();
        mark_broken_paragraphs(lines, &mut parts);
        let embedded = embedded::find(lines.lines.iter().map(|line| &*line.text));
        Self { lines: *lines, repetition, parts, embedded }
    }

    /// Returns the kind of a line.
    pub(super) fn part(&self, at: usize) -> Option<Part> {
        self.parts.get(at).copied()
    }

    /// Returns whether a longer line contains this one.
    pub(super) fn is_embedded(&self, at: usize) -> bool {
        self.embedded.get(at).copied().unwrap_or(false)
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
    let is_copied_text = repetition.is_first(at) && shape.size >= MIN_COPIED_SIZE;
    match kind {
        Kind::Separator => Part::Separator,
        _ if repetition.count(at) > 1 && !(is_text && is_copied_text) => Part::Repeated,
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

/// Marks the lines of paragraphs that the page breaks into several: each line continues the
/// sentence of the line above.
fn mark_broken_paragraphs(lines: &LineTable<'_>, parts: &mut [Part]) {
    let mut start = 0;
    for at in 0..lines.len() {
        if continues(lines, at) {
            continue;
        }
        let run = start..at + 1;
        start = at + 1;
        let size: u32 = run.clone().filter_map(|at| lines.shape(at)).map(|shape| shape.size).sum();
        let ends = lines.shape(at).is_some_and(|shape| shape.end == End::Stop);
        if run.len() > 1 && ends && size >= MIN_PARAGRAPH_SIZE {
            for part in parts.get_mut(run).into_iter().flatten() {
                *part = Part::Paragraph;
            }
        }
    }
}

/// Returns whether the line below a line continues its sentence.
fn continues(lines: &LineTable<'_>, at: usize) -> bool {
    let may_be_text = |at: usize| matches!(lines.kind(at), Some(Kind::Short | Kind::Text));
    let is_open = |shape: &Shape| matches!(shape.end, End::Open | End::Comma) && !shape.has_bullet;
    let first = lines.text(at + 1).chars().next();
    may_be_text(at)
        && may_be_text(at + 1)
        && lines.shape(at).is_some_and(is_open)
        && first.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | '.' | ';' | ':' | ')'))
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
