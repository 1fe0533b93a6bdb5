//! The raw HTML that is open while a body is converted.

use std::collections::HashMap;

use super::inline::InlineText;
use crate::block::Picture;

/// The HTML that is open.
#[derive(Debug, Default)]
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
    /// The last place of each closing tag that was looked for.
    pub(super) closing_places: HashMap<&'static str, Option<usize>>,
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

/// The most columns to which the rows of a table in HTML are filled up. The cost of a wider one
/// would grow with the product of its columns and rows.
pub(super) const MAX_FILLED_COLUMNS: usize = 64;

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
    /// For each column the number of rows below that a cell covers, too.
    covered_rows: Vec<usize>,
}

impl Table {
    pub(super) fn open() -> Self {
        Self { depth: 1, ..Self::default() }
    }

    /// Opens a cell that covers these columns and rows. What it covers besides its own place are
    /// empty cells.
    pub(super) fn open_cell(&mut self, columns: usize, rows: usize, text: &mut InlineText) {
        self.close_cell(text);
        while let Some(covered) = self.covered_rows.get_mut(self.cells).filter(|rows| **rows > 0) {
            *covered -= 1;
            self.push_cell(text);
        }
        self.rows = self.rows.max(1);
        let columns = columns.clamp(1, MAX_FILLED_COLUMNS);
        if rows > 1 {
            let end = (self.cells + columns).min(MAX_FILLED_COLUMNS);
            if self.covered_rows.len() < end {
                self.covered_rows.resize(end, 0);
            }
            self.covered_rows.get_mut(self.cells..end).into_iter().for_each(|it| it.fill(rows - 1));
        }
        self.push_cell(text);
        self.covered = columns - 1;
    }

    /// Ends the current row, and fills it up to the columns of the rows before.
    pub(super) fn close_row(&mut self, text: &mut InlineText) {
        self.close_cell(text);
        for covered in self.covered_rows.iter_mut().skip(self.cells) {
            *covered = covered.saturating_sub(1);
        }
        let filled = self.columns.min(MAX_FILLED_COLUMNS);
        (self.cells.max(1)..filled).for_each(|_| text.cell_break('\t'));
    }

    fn close_cell(&mut self, text: &mut InlineText) {
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
