//! Writes what the reader did with items in the form in which the page keeps bookmarks: rows of
//! texts, the first of which names the form and its version. Blocks are numbered from 1.
//!
//! ```text
//! [["cuttings-shelf", "1"], ["saved", SLUG], ["read", SLUG], ["place", SLUG, BLOCK],
//!  ["note", SLUG, BLOCK, QUOTE, NOTE]]
//! ```

use crate::Collection;
use crate::entry::Entry;
use cuttings_import::{Annotation, Item};

/// The row that opens bookmarks, as the page's `Bookmarks` have it.
const HEAD: [&str; 2] = ["cuttings-shelf", "1"];

impl Collection {
    /// Returns the bookmarks of all items as JSON: favourites are saved, and finished items are
    /// read. A highlight without a place in the text is no bookmark, but a field of the article.
    pub fn bookmarks(&self) -> String {
        self.bookmarks_of(|_| true)
    }

    /// Returns the bookmarks of the items that were added or changed since the collection was
    /// opened. A reader may have removed older ones from the page.
    pub fn new_bookmarks(&self) -> String {
        self.bookmarks_of(|entry| entry.is_new)
    }

    fn bookmarks_of(&self, is_wanted: impl Fn(&Entry) -> bool) -> String {
        let entries = self.entries.iter().filter(|it| is_wanted(it));
        let slug = |entry: &Entry| Some(entry.header()?.slug);
        let mut entries: Vec<(String, &Entry)> =
            entries.filter_map(|entry| Some((slug(entry)?, entry))).collect();
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut rows: Vec<Vec<String>> = vec![HEAD.map(str::to_owned).to_vec()];
        for (slug, entry) in entries {
            if let Some(item) = entry.item() {
                push_rows(&slug, &item, &mut rows);
            }
        }
        serde_json::to_string(&rows).unwrap_or_default()
    }
}

fn push_rows(slug: &str, item: &Item, rows: &mut Vec<Vec<String>>) {
    let mut push = |cells: &[&str]| rows.push(cells.iter().map(|it| (*it).to_owned()).collect());
    if item.reading.is_favourite {
        push(&["saved", slug]);
    }
    if item.reading.is_read {
        push(&["read", slug]);
    }
    let position = if item.reading.is_read { 0 } else { item.block_of_position() };
    if position > 0 {
        push(&["place", slug, &position.saturating_add(1).to_string()]);
    }
    for annotation in item.annotations.iter().filter(|it| is_bookmark(it)) {
        let Annotation { block, quote, note, labels, .. } = annotation;
        let block = block.map_or(0, |block| block.saturating_add(1)).to_string();
        let labels = labels.iter().map(|label| format!("#{label}"));
        let note: Vec<String> =
            [note.clone()].into_iter().chain(labels).filter(|it| !it.is_empty()).collect();
        push(&["note", slug, &block, quote, &note.join(" ")]);
    }
}

/// Returns whether an annotation has a place in the text.
pub(crate) fn is_bookmark(annotation: &Annotation) -> bool {
    annotation.block.is_some() && !annotation.quote.is_empty()
}
