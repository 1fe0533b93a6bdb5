//! Reads the tables of raw HTML. Blocks within a cell are words of its text.

use super::converter::Converter;
use super::element_names::{MEDIA, RAW, is_known};
use super::elements::language_of;
use super::html::Tag;
use super::html_state::HtmlState;
use super::losses::Loss;
use crate::block::{Alignment, BlockKind};

impl Converter<'_> {
    pub(super) fn open_in_table(&mut self, name: &str, tag: &Tag<'_>, at: usize) {
        if RAW.contains(&name) {
            return self.open_raw(tag, at);
        }
        if MEDIA.contains(&name) {
            return self.push_media(tag, at);
        }
        self.inline.space();
        let HtmlState { table: Some(table), cells_to_add, .. } = &mut self.html else { return };
        match name {
            "table" => table.depth += 1,
            "tr" if table.depth == 1 => {
                if table.rows > 0 {
                    table.close_row(&mut self.inline);
                    self.inline.cell_break('\n');
                }
                table.rows += 1;
                table.cells = 0;
            }
            "td" | "th" if table.depth == 1 => {
                let count = |name| tag.attribute(name).and_then(|it| it.parse().ok()).unwrap_or(1);
                let (columns, rows) = (count("colspan"), count("rowspan"));
                table.open_cell(columns, rows, cells_to_add, &mut self.inline);
                if columns > 1 || rows > 1 {
                    self.lose(Loss::Span, at, tag.source);
                }
            }
            "pre" => self.html.pre = Some((String::new(), language_of(tag))),
            "figure" | "hr" => {}
            _ if !is_known(name) => self.lose(Loss::Tag, at, tag.source),
            _ => {}
        }
    }

    /// Puts the caption of a table before it.
    pub(super) fn finish_caption(&mut self, at: usize) {
        let table = self.html.table.take();
        self.finish_paragraph(at);
        self.html.table = table;
        self.start_text(at.saturating_sub(1));
        self.inline.start_table();
    }

    pub(super) fn finish_table(&mut self, at: usize) {
        if let Some(mut table) = self.html.table.take() {
            table.close_row(&mut self.inline);
            if table.columns == 0 {
                return self.finish_paragraph(at);
            }
            self.inline.fill_rows(table.columns, &mut self.html.cells_to_add);
            let columns = vec![Alignment::Unset; table.columns];
            self.finish_as(BlockKind::Table { columns }, at, "a table in HTML");
        }
    }
}
