//! Stores the reader's data, and applies the preferences to the document.

use super::changes::load_changes;
use super::storage::{self, Area};
use crate::context::AppContext;
use crate::store::bookmarks::{self, Bookmarks};
use crate::store::json;
use crate::store::preferences::{self, Preferences};
use crate::store::user_data::{StorageError, UserAction, UserData};
use gloo::events::EventListener;
use gloo::utils::{document_element, window};
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

/// The key under which unreadable bookmarks are set aside.
const UNREADABLE: &str = "cuttings.shelf.unreadable";

/// Stores the reader's data whenever it changes, and loads the changes of other tabs. Does not
/// store anything until the page `is_ready`.
#[hook]
pub fn use_stored_user_data(app: &AppContext, user_data: &UserData, is_ready: bool) {
    {
        let app = app.clone();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&window(), "storage", move |event| {
                let event: &StorageEvent = event.unchecked_ref();
                let key = event.key();
                if key.as_deref() == Some(preferences::STORED_AS) {
                    let preferences = Preferences::parse(&event.new_value().unwrap_or_default());
                    app.dispatch(UserAction::PreferencesLoaded(preferences));
                } else if key.is_none_or(|key| key == bookmarks_key()) {
                    load_changes(&app.library);
                    app.dispatch(UserAction::Loaded(stored_user_data()));
                }
            });
            move || drop(listener)
        });
    }
    let app = app.clone();
    let data = (is_ready, user_data.preferences, user_data.bookmarks.clone());
    use_effect_with(data, move |(is_ready, preferences, bookmarks)| {
        if !is_ready {
            return;
        }
        apply(*preferences);
        // Bookmarks without records leave no trace.
        let bookmarks = if bookmarks.is_empty() { String::new() } else { json::print(bookmarks) };
        let stored = store(&bookmarks_key(), &bookmarks)
            & store(preferences::STORED_AS, &preferences.print());
        if !stored {
            app.dispatch(UserAction::Failed(StorageError::NotStored));
        }
    });
}

/// Reads the stored data. Sets unreadable bookmarks aside, for the version that wrote them.
pub fn stored_user_data() -> UserData {
    let read = |key: &str| storage::read(Area::Local, key).unwrap_or_default();
    let preferences = Preferences::parse(&read(preferences::STORED_AS));
    let text = read(&bookmarks_key());
    let stored = if text.is_empty() { Some(Bookmarks::default()) } else { json::parse(&text) };
    let error = stored.is_none().then(|| {
        storage::write(Area::Local, UNREADABLE, &text);
        StorageError::Unreadable
    });
    UserData { preferences, bookmarks: stored.unwrap_or_default(), error }
}

/// Returns the key under which bookmarks are stored: a collection of the reader's own has another
/// than the site (`src/js/worker/collections.js`).
fn bookmarks_key() -> String {
    document_element().get_attribute("data-bookmarks").unwrap_or(bookmarks::STORED_AS.to_owned())
}

/// Stores a text unless it is stored already. Returns whether it is stored.
fn store(key: &str, text: &str) -> bool {
    let stored = storage::read(Area::Local, key).unwrap_or_default();
    stored == text || storage::write(Area::Local, key, text)
}

/// Sets the attributes that stylesheets match. Scripts do the same before the first paint.
fn apply(preferences: Preferences) {
    let root = document_element();
    for (key, value) in preferences.pairs() {
        let name = ["data-", key].concat();
        // Neither fails for a name of letters.
        let _ = match value {
            Some(value) => root.set_attribute(&name, value),
            None => root.remove_attribute(&name),
        };
    }
}
