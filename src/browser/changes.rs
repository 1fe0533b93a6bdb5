//! Reads which items are new or changed since the reader's last visit.

use super::storage::{self, Area};
use crate::store::library::Library;
use gloo::utils::document_element;

/// Tells the library of the changes that `src/js/tools/visits.js` has found in this edition.
#[inline(never)] // called in several places; one copy keeps the download small
pub fn load_changes(library: &Library) {
    library.set_changes(&stored_changes());
}

/// Returns the stored changes: a digit for each item, a space, and the day of the last visit. Empty
/// if nothing is new or changed.
pub fn stored_changes() -> String {
    let edition = document_element().get_attribute("data-edition").unwrap_or_default();
    storage::read(Area::Local, &["cuttings.changes ", &edition].concat()).unwrap_or_default()
}
