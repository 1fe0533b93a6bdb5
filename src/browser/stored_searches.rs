//! Stores the searches that the reader saved, and reads what is stored of visits.

use super::changes::stored_changes;
use super::storage::{self, Area};
use super::stored_lists::key_beginning_with;
use crate::context::AppContext;
use crate::store::changes::last_visit;
use crate::store::json;
use crate::store::saved_searches::{STORED_AS, SavedSearches};
use crate::store::user_data::{StorageError, UserAction};
use cuttings_edition::Day;
use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

/// The key under which unreadable searches are set aside.
const UNREADABLE: &str = "cuttings.searches.unreadable";

/// The reader's searches and the last visit, as they are stored, and the way to change the
/// searches.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredSearches {
    app: AppContext,
    read: UseStateHandle<Option<(SavedSearches, Option<Day>)>>,
}

impl StoredSearches {
    /// The searches; `None` on a host, and in a browser until they have been read.
    pub fn searches(&self) -> Option<&SavedSearches> {
        self.read.as_ref().map(|(searches, _)| searches)
    }

    /// The day on which the last visit ended, if anything is new or changed since.
    pub fn last_visit(&self) -> Option<Day> {
        self.read.as_ref().and_then(|(_, day)| *day)
    }

    /// Changes the searches as they are stored now, because another tab may have changed them.
    pub fn change(&self, change: impl FnOnce(SavedSearches) -> SavedSearches) {
        let searches = change(stored_searches().unwrap_or_default());
        let text = if searches.is_empty() { String::new() } else { json::print(&searches) };
        if !storage::write(Area::Local, &key_beginning_with(STORED_AS), &text) {
            self.app.dispatch(UserAction::Failed(StorageError::NotStored));
        }
        self.read.set(Some((searches, self.last_visit())));
    }
}

/// Returns the reader's searches, and keeps them as other tabs change them.
#[hook]
pub fn use_stored_searches(app: &AppContext) -> StoredSearches {
    let read = use_state_eq(|| None);
    {
        let (app, setter) = (app.clone(), read.setter());
        use_effect_with((), move |()| {
            let read = move || {
                let searches = stored_searches().unwrap_or_else(|unreadable| {
                    storage::write(Area::Local, UNREADABLE, &unreadable);
                    app.dispatch(UserAction::Failed(StorageError::Unreadable));
                    SavedSearches::default()
                });
                setter.set(Some((searches, last_visit(&stored_changes()))));
            };
            read();
            let listener = EventListener::new(&window(), "storage", move |_| read());
            move || drop(listener)
        });
    }
    StoredSearches { app: app.clone(), read }
}

/// Reads the stored searches.
///
/// # Errors
/// If they are of another version, or damaged: the text.
fn stored_searches() -> Result<SavedSearches, String> {
    let text = storage::read(Area::Local, &key_beginning_with(STORED_AS)).unwrap_or_default();
    if text.is_empty() {
        return Ok(SavedSearches::default());
    }
    json::parse(&text).ok_or(text)
}
