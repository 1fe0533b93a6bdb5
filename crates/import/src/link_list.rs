//! Lists of links in HTML: Pocket's older export, Instapaper's, and the bookmarks of browsers.
//!
//! ```html
//! <h1>Unread</h1>
//! <ul><li><a href="…" time_added="1592000000" tags="a,b">Title</a></li></ul>
//! ```

use cuttings_corpus::line_of_text;
use dom_query::NodeRef;

use crate::csv_rows::{self, Link};
use crate::item::Reading;
use crate::{File, Flow, Importer, html};

/// Headings that say what the links below have in common, and name no section.
const STATES: &[&str] =
    &["unread", "read archive", "archive", "home", "starred", "bookmarks", "liked"];

/// Reads the list.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let Some(text) = html::decoded(file) else {
        return importer.error(file.name, "This list is not text. Export it again.");
    };
    let document = match html::parse_plain(&text, importer.limits.nodes) {
        Ok(document) => document,
        Err(reason) => return importer.error(file.name, reason),
    };
    let mut heading = String::new();
    for node in document.root().descendants_it() {
        let Some(name) = node.qual_name_ref().map(|name| name.local.clone()) else { continue };
        match &*name {
            "h1" | "h2" | "h3" => heading = line_of_text(&node.text()).unwrap_or_default(),
            "a" => link(&node, &heading).pass_on(file.name, 1, importer)?,
            _ => {}
        }
    }
    Flow::Continue(())
}

fn link(node: &NodeRef<'_>, heading: &str) -> Link {
    let text = |name: &str| node.attr(name).and_then(|it| line_of_text(&it));
    let state = heading.to_lowercase();
    let is_archived = state.ends_with("archive");
    let saved = text("time_added").or_else(|| text("add_date"));
    Link {
        url: text("href"),
        title: line_of_text(&node.text()),
        section: Some(heading.to_owned())
            .filter(|_| !STATES.contains(&&*state) && !state.is_empty()),
        tags: csv_rows::tags(text("tags").unwrap_or_default().split(',')),
        reading: Reading {
            is_read: is_archived,
            is_archived,
            is_favourite: matches!(&*state, "starred" | "liked"),
            saved: saved.map(|it| csv_rows::date(&it)),
            ..Reading::default()
        },
        ..Link::default()
    }
}
