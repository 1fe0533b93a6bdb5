//! The raw HTML that is open while a body is converted.

use std::collections::HashMap;

use crate::{
    block::{MarkKind, Picture},
    html_table::{HtmlTable, MAX_ADDED_CELLS},
};

/// The HTML that is open.
#[derive(Debug)]
pub(super) struct HtmlState {
    /// The current HTML block: its text, and for each line its start and its offset in the body.
    pub(super) lines: Option<Lines>,
    /// The element whose contents are dropped.
    pub(super) raw: Option<String>,
    /// The code of the open `pre`, and its language.
    pub(super) pre: Option<(String, Option<String>)>,
    /// The open figure with its picture.
    pub(super) figure: Option<Option<Picture>>,
    pub(super) table: Option<HtmlTable>,
    /// The open elements of a formula.
    pub(super) math: Vec<MathElement>,
    /// The number of cells that may still be added to tables.
    pub(super) cells_to_add: usize,
    /// The last place of each closing tag that was looked for.
    pub(super) closing_places: HashMap<&'static str, Option<usize>>,
}

/// An open element of a formula.
#[derive(Debug)]
pub(super) struct MathElement {
    pub(super) name: String,
    /// The number of elements that opened within.
    pub(super) children: usize,
    /// The mark that the element has as a script.
    pub(super) mark: Option<MarkKind>,
    /// True if the formula stands on a line of its own.
    pub(super) is_display: bool,
}

impl MathElement {
    /// Returns the mark of the next element within.
    pub(super) fn mark_of_next(&mut self) -> Option<MarkKind> {
        self.children += 1;
        match (self.name.as_str(), self.children) {
            ("msub" | "msubsup", 2) => Some(MarkKind::Subscript),
            ("msup", 2) | ("msubsup", 3) => Some(MarkKind::Superscript),
            _ => None,
        }
    }
}

/// The lines of an HTML block.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) text: String,
    pub(super) offsets: Vec<(usize, usize)>,
}

impl Lines {
    /// Returns the offset in the body of an offset in the block.
    pub(super) fn offset(&self, at: usize) -> usize {
        let line = self.offsets.partition_point(|(start, _)| *start <= at);
        let line = line.checked_sub(1).and_then(|line| self.offsets.get(line));
        line.map_or(at, |(start, offset)| offset + at - start)
    }
}

impl Default for HtmlState {
    fn default() -> Self {
        Self {
            lines: None,
            raw: None,
            pre: None,
            figure: None,
            table: None,
            math: Vec::new(),
            cells_to_add: MAX_ADDED_CELLS,
            closing_places: HashMap::new(),
        }
    }
}

impl HtmlState {
    pub(super) fn start_block(&mut self) {
        self.lines = Some(Lines::default());
    }

    pub(super) fn push_line(&mut self, html: &str, offset: usize) {
        let lines = self.lines.get_or_insert_default();
        lines.offsets.push((lines.text.len(), offset));
        lines.text.push_str(html);
    }

    pub(super) fn take_block(&mut self) -> Lines {
        self.lines.take().unwrap_or_default()
    }

    pub(super) fn is_in_table(&self) -> bool {
        self.table.is_some()
    }

    /// Returns whether text belongs to an element whose contents are dropped.
    pub(super) fn drops_text(&self) -> bool {
        self.raw.is_some()
    }
}
