//! Instapaper's table of saved addresses: `URL,Title,Selection,Folder,Timestamp,Tags`. Tags are a
//! list in JSON, and times are Unix seconds.

use crate::csv_rows::{self, Link, Row};
use crate::item::Reading;
use crate::{File, Flow, Importer};

/// Reads the table.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    csv_rows::read(file, importer, link)
}

fn link(row: &Row<'_>) -> Link {
    let folder = row.text("folder").unwrap_or_default();
    let is_archived = folder.eq_ignore_ascii_case("archive");
    let is_favourite = folder.eq_ignore_ascii_case("starred");
    let is_own = !is_archived && !is_favourite && !folder.eq_ignore_ascii_case("unread");
    Link {
        url: row.text("url"),
        title: row.text("title"),
        section: Some(folder).filter(|folder| is_own && !folder.is_empty()),
        standfirst: row.text("selection"),
        tags: csv_rows::listed_tags(&row.text("tags").unwrap_or_default()),
        reading: Reading {
            is_read: is_archived,
            is_archived,
            is_favourite,
            saved: row.text("timestamp").map(|it| csv_rows::date(&it)),
            ..Reading::default()
        },
    }
}
