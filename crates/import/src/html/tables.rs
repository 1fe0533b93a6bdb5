//! Reads tables of data. A table that arranges a page is no table of data.

use cuttings_corpus::{Alignment, HtmlTable, InlineText};
use dom_query::NodeRef;

/// A table that is being read.
#[derive(Debug)]
pub(super) struct TableState {
    cells: HtmlTable,
    is_in_cell: bool,
    has_cells: bool,
}

impl Default for TableState {
    fn default() -> Self {
        Self { cells: HtmlTable::open(), is_in_cell: false, has_cells: false }
    }
}

/// Elements that a table of data does not have.
const LAYOUT: &[&str] =
    &["table", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "blockquote", "pre", "article"];

impl TableState {
    /// Returns whether a table holds data: at least two columns, and nothing but lines of text.
    pub(super) fn is_data(table: &NodeRef<'_>) -> bool {
        let role = table.attr("role").unwrap_or_default();
        if matches!(&*role, "presentation" | "none") {
            return false;
        }
        let (mut columns, mut cells, mut rows, mut has_headers) = (0, 0, 0, false);
        for node in table.descendants_it().filter(NodeRef::is_element) {
            let Some(name) = node.qual_name_ref() else { continue };
            match &*name.local {
                name if LAYOUT.contains(&name) => return false,
                "tr" => (rows, cells) = (rows + 1, 0),
                "td" | "th" => {
                    cells += 1;
                    columns = columns.max(cells);
                    has_headers |= &*name.local == "th";
                }
                _ => {}
            }
        }
        columns > 1 && (rows > 1 || has_headers)
    }

    pub(super) fn start_row(&mut self, text: &mut InlineText) {
        if self.has_cells {
            self.cells.close_row(text);
            text.cell_break('\n');
        }
        self.cells.rows += 1;
        self.cells.cells = 0;
    }

    pub(super) fn start_cell(
        &mut self,
        columns: usize,
        rows: usize,
        cells_to_add: &mut usize,
        text: &mut InlineText,
    ) {
        self.cells.open_cell(columns, rows, cells_to_add, text);
        self.is_in_cell = true;
        self.has_cells = true;
    }

    pub(super) fn end_cell(&mut self) {
        self.is_in_cell = false;
    }

    pub(super) fn is_in_cell(&self) -> bool {
        self.is_in_cell
    }

    pub(super) fn has_cells(&self) -> bool {
        self.has_cells
    }

    /// Ends the table, and returns its columns.
    pub(super) fn finish(
        mut self,
        cells_to_add: &mut usize,
        text: &mut InlineText,
    ) -> Vec<Alignment> {
        self.cells.close_row(text);
        text.fill_rows(self.cells.columns, cells_to_add);
        vec![Alignment::Unset; self.cells.columns]
    }
}
