//! The cells of a table in HTML, whose spans cover other cells.

use crate::inline_text::InlineText;

/// The most cells that are added to the tables of a body. Spans can ask for any number, and so can
/// short rows below a wide one.
pub const MAX_ADDED_CELLS: usize = 1 << 18;

/// The most columns that a cell covers, as HTML bounds them.
const MAX_COLUMNS_OF_A_CELL: usize = 1000;

/// A table of HTML that is being read into the text of a block.
#[derive(Debug, Default)]
pub struct HtmlTable {
    /// The number of tables around the text, of which the outermost counts.
    pub depth: usize,
    /// The number of rows so far.
    pub rows: usize,
    /// The number of cells in the current row.
    pub cells: usize,
    /// The number of cells of the longest row.
    pub columns: usize,
    /// The number of columns to the right that the current cell covers, too.
    covered: usize,
    /// For each column the number of rows up to the last one that a cell above covers, too.
    covered_rows: Vec<usize>,
}

impl HtmlTable {
    /// Opens a table that is in no other.
    pub fn open() -> Self {
        Self { depth: 1, ..Self::default() }
    }

    /// Opens a cell that covers these columns and rows. What it covers besides its own place are
    /// empty cells, at most as many as may be added.
    pub fn open_cell(
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
    pub fn close_row(&mut self, text: &mut InlineText) {
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
