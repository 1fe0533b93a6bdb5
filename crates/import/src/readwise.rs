//! Readwise Reader's table of saved documents:
//! `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`. Tags are a list in
//! Python, and the progress is a share of 1.

use crate::csv_rows::{self, Link, Row};
use crate::item::Reading;
use crate::{File, Flow, Importer};

/// Reads the table.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    csv_rows::read(file, importer, link)
}

fn link(row: &Row<'_>) -> Link {
    let is_in = |place: &str| row.text("location").is_some_and(|it| it.eq_ignore_ascii_case(place));
    let progress = row.text("reading progress").and_then(|it| it.parse::<f64>().ok());
    let percent = progress.map(|it| (it * 100.0).clamp(0.0, 100.0).round() as u8);
    Link {
        url: row.text("url"),
        title: row.text("title"),
        tags: csv_rows::listed_tags(&row.text("document tags").unwrap_or_default()),
        reading: Reading {
            is_read: percent == Some(100),
            is_archived: is_in("archive"),
            is_favourite: is_in("shortlist"),
            percent,
            saved: row.text("saved date").map(|it| csv_rows::date(&it)),
        },
        ..Link::default()
    }
}
