//! The browser's storage, which may be full or forbidden.

use gloo::utils::window;
use web_sys::Storage;

/// An area of the browser's storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Area {
    /// Storage that lasts as long as the tab.
    Session,
    /// Storage that lasts until the reader clears it.
    Local,
}

/// Reads the text stored under a key.
pub(super) fn read(area: Area, key: &str) -> Option<String> {
    storage(area)?.get_item(key).ok()?
}

/// Stores a text under a key. Returns whether the browser stored it.
pub(super) fn write(area: Area, key: &str, text: &str) -> bool {
    storage(area).is_some_and(|storage| storage.set_item(key, text).is_ok())
}

// gloo's storage types panic where the browser forbids storage.
fn storage(area: Area) -> Option<Storage> {
    match area {
        Area::Session => window().session_storage().ok()?,
        Area::Local => window().local_storage().ok()?,
    }
}
