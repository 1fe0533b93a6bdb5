//! The cells of a table.

use super::ArticleText;
use crate::components::element::{element, plain_element};
use cuttings_body::table::{is_numeric, rows};
use cuttings_edition::{Alignment, Block};
use yew::prelude::*;

impl ArticleText<'_> {
    /// Returns the head and the body of a table.
    pub(super) fn rows(
        &self,
        number: u32,
        block: Block<'static>,
        columns: &[Alignment],
    ) -> Vec<Html> {
        let text = block.text();
        let rows = rows(text);
        // Numbers without an alignment of their own stand on the right.
        let classes: Vec<&str> = (0..)
            .zip(columns)
            .map(|(column, alignment)| match alignment {
                Alignment::Unset if is_numeric(text, &rows, column) => "right",
                Alignment::Center => "center",
                Alignment::Right => "right",
                Alignment::Unset | Alignment::Left => "",
            })
            .collect();
        let mut pieces = self.cells(number, block);
        let (mut head, mut body) = (Vec::new(), Vec::new());
        for (index, row) in rows.into_iter().enumerate() {
            let mut cells = Vec::new();
            for (column, range) in row.into_iter().enumerate() {
                let class = classes.get(column).copied().unwrap_or_default();
                let is_head = index == 0 && !range.is_empty();
                let (name, scope) = if is_head { ("th", "col") } else { ("td", "") };
                let inner = pieces.piece(range);
                cells.push(element(name, &["class", "scope"], &[class, scope], vec![inner]));
            }
            let row = plain_element("tr", cells);
            if index == 0 {
                head = vec![row];
            } else {
                body.push(row);
            }
        }
        vec![plain_element("thead", head), plain_element("tbody", body)]
    }
}
