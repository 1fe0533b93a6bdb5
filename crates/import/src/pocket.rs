//! Pocket's table of saved addresses: `title,url,time_added,tags,status`, also with `cursor`, in
//! any order. Tags are separated by bars, and times are Unix seconds.

use crate::csv_rows::{self, Link, Row};
use crate::item::Reading;
use crate::{File, Flow, Importer};

/// Reads the table.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    csv_rows::read(file, importer, link)
}

fn link(row: &Row<'_>) -> Link {
    let is_archived = row.text("status").is_some_and(|it| it.eq_ignore_ascii_case("archive"));
    Link {
        url: row.text("url"),
        title: row.text("title"),
        tags: csv_rows::tags(row.text("tags").unwrap_or_default().split('|')),
        reading: Reading {
            // Pocket's archive holds what was read.
            is_read: is_archived,
            is_archived,
            saved: row.text("time_added").map(|it| csv_rows::date(&it)),
            ..Reading::default()
        },
        ..Link::default()
    }
}
