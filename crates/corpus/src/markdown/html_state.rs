//! The raw HTML that is open while a body is converted.

use std::collections::HashMap;

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

#[derive(Debug, Default)]
pub(super) struct Table {
    /// The number of tables around the text, of which the outermost counts.
    pub(super) depth: usize,
    pub(super) rows: usize,
    /// The number of cells in the current row.
    pub(super) cells: usize,
    pub(super) columns: usize,
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
