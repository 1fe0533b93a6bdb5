//! The raw HTML that is open while a body is converted.

use std::collections::HashMap;

use super::inline::InlineText;
use crate::block::{MarkKind, Picture};

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
    pub(super) table: Option<Table>,
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

/// The most cells that are added to the tables of a body. Spans can ask for any number, and so can
/// short rows below a wide one.
const MAX_ADDED_CELLS: usize = 1 << 18;

/// The most columns that a cell covers, as HTML bounds them.
const MAX_COLUMNS_OF_A_CELL: usize = 1000;

/// The table in HTML that is open.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The number of tables around the text, of which the outermost counts.
    pub(super) depth: usize,
    pub(super) rows: usize,
    /// The number of cells in the current row.
    pub(super) cells: usize,
    pub(super) columns: usize,
    /// The number of columns to the right that the current cell covers, too.
    covered: usize,
    /// For each column the number of rows up to the last one that a cell above covers, too.
    covered_rows: Vec<usize>,
}

impl Table {
    pub(super) fn open() -> Self {
        Self { depth: 1, ..Self::default() }
    }

    /// Opens a cell that covers these columns and rows. What it covers besides its own place are
    /// empty cells, at most as many as may be added.
    pub(super) fn open_cell(
        &mut self,
        columns: usize,
        rows: usize,
        cells_to_add: &mut usize,
        text: &mut InlineText,
    ) {
        self.close_row(text);
        self.rows = self.rows.max(1);
        while *cells_to_add > 0
            && self.covered_rows.get(self.cells).is_some_and(|last| *last >= self.rows)
        {
            *cells_to_add -= 1;
            self.push_cell(text);
        }
        self.covered = (columns.clamp(1, MAX_COLUMNS_OF_A_CELL) - 1).min(*cells_to_add);
        *cells_to_add -= self.covered;
        if rows > 1 {
            let end = self.cells + 1 + self.covered;
            if self.covered_rows.len() < end {
                self.covered_rows.resize(end, 0);
            }
            let last = self.rows.saturating_add(rows - 1);
            self.covered_rows.get_mut(self.cells..end).into_iter().for_each(|it| it.fill(last));
        }
        self.push_cell(text);
    }

    /// Adds the cells that the last cell of the current row covers, too.
    pub(super) fn close_row(&mut self, text: &mut InlineText) {
        (0..std::mem::take(&mut self.covered)).for_each(|_| self.push_cell(text));
    }

    fn push_cell(&mut self, text: &mut InlineText) {
        if self.cells > 0 {
            text.cell_break('\t');
        }
        self.cells += 1;
        self.columns = self.columns.max(self.cells);
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
