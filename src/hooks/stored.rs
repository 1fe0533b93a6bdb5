//! What the browser keeps for the page, in the tab or for good. It may refuse to: then nothing is kept, and that is all.

use web_sys::Storage;

/// Where something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// As long as the tab is open.
    InTab,
    /// Until someone clears it.
    ForGood,
}

/// What is kept under `name`.
pub fn read(keep: Keep, name: &str) -> Option<String> {
    storage(keep)?.get_item(name).ok()?
}

/// Keeps `text` under `name`.
pub fn write(keep: Keep, name: &str, text: &str) {
    if let Some(storage) = storage(keep) {
        // Full or forbidden: the page works without.
        let _ = storage.set_item(name, text);
    }
}

fn storage(keep: Keep) -> Option<Storage> {
    let window = web_sys::window()?;
    match keep {
        Keep::InTab => window.session_storage().ok()?,
        Keep::ForGood => window.local_storage().ok()?,
    }
}
