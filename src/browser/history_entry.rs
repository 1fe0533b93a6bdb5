//! The current entry of the browser's history. `history.state` holds the entry's position, and
//! whether the entry before shows the results that the article was opened from.

use crate::store::text::decimal;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use web_sys::History;

/// The end of the state if the entry before shows the results that the article was opened from.
const FROM_RESULTS: char = 'r';

/// An entry of the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HistoryEntry {
    /// The entry's position among those of this page, from 0.
    pub(super) position: usize,
    /// True if the entry before shows the results that the article was opened from.
    pub(super) from_results: bool,
}

impl HistoryEntry {
    /// Returns the current entry, if this page created it.
    pub(super) fn current() -> Option<HistoryEntry> {
        let state = history()?.state().ok()?.as_string()?;
        let position = state.trim_end_matches(FROM_RESULTS).parse().ok()?;
        Some(HistoryEntry { position, from_results: state.ends_with(FROM_RESULTS) })
    }

    /// Adds this entry to the history.
    pub(super) fn push(self, href: &str) {
        if let Some(history) = history() {
            // Browsers refuse too many writes; then the URL stays as it was, and the page works.
            let _ = history.push_state_with_url(&self.state(), "", Some(href));
        }
    }

    /// Replaces the current entry with this one; at the current URL if there is no other.
    pub(super) fn replace(self, href: Option<&str>) {
        if let Some(history) = history() {
            // The same holds here.
            let _ = history.replace_state_with_url(&self.state(), "", href);
        }
    }

    fn state(self) -> JsValue {
        let mut state = decimal(self.position as u64);
        if self.from_results {
            state.push(FROM_RESULTS);
        }
        JsValue::from_str(&state)
    }
}

/// Goes back to the results that the current article was opened from, if they are the entry before.
/// Returns whether it does.
pub fn back_to_results() -> bool {
    HistoryEntry::current().is_some_and(|entry| entry.from_results)
        && history().is_some_and(|history| history.back().is_ok())
}

/// Returns the browser's history, unless the document is inactive.
pub(super) fn history() -> Option<History> {
    window().history().ok()
}
