//! Stores the reader's lists of articles.

use super::storage::{self, Area};
use super::stored_user_data::stored_user_data;
use crate::context::AppContext;
use crate::store::bookmarks::{self, Bookmarks};
use crate::store::json;
use crate::store::reading_lists::{ListAction, ReadingLists, STORED_AS};
use crate::store::user_data::{StorageError, UserAction};
use gloo::events::EventListener;
use gloo::utils::{document_element, window};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The key under which unreadable lists are set aside.
const UNREADABLE: &str = "cuttings.lists.unreadable";

/// The reader's lists, as they are stored, and the way to change them.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredLists {
    app: AppContext,
    read: UseStateHandle<Option<(ReadingLists, Bookmarks)>>,
    /// The lists that the browser refused to store.
    unstored: Rc<RefCell<Option<ReadingLists>>>,
}

impl StoredLists {
    /// The lists; `None` on a host, and in a browser until they have been read.
    pub fn lists(&self) -> Option<&ReadingLists> {
        self.read.as_ref().map(|(lists, _)| lists)
    }

    /// The reader's bookmarks, as they are stored.
    pub fn bookmarks(&self) -> Bookmarks {
        self.read.as_ref().map(|(_, bookmarks)| bookmarks.clone()).unwrap_or_default()
    }

    /// Changes the lists as they are stored now, because another tab may have changed them, and
    /// returns them.
    pub fn change(&self, action: ListAction) -> ReadingLists {
        let unstored = self.unstored.take();
        let lists = unstored.unwrap_or_else(|| stored_lists().unwrap_or_default()).reduce(action);
        let text = if lists.is_empty() { String::new() } else { json::print(&lists) };
        if !storage::write(Area::Local, &key(), &text) {
            self.unstored.replace(Some(lists.clone()));
            self.app.dispatch(UserAction::Failed(StorageError::NotStored));
        }
        self.read.set(Some((lists.clone(), self.bookmarks())));
        lists
    }
}

/// Returns the reader's lists, and keeps them as other tabs change them.
#[hook]
pub fn use_stored_lists(app: &AppContext) -> StoredLists {
    let read = use_state_eq(|| None);
    let unstored = use_mut_ref(|| None);
    {
        let (app, setter) = (app.clone(), read.setter());
        use_effect_with((), move |()| {
            let read = move || {
                let lists = stored_lists().unwrap_or_else(|unreadable| {
                    storage::write(Area::Local, UNREADABLE, &unreadable);
                    app.dispatch(UserAction::Failed(StorageError::Unreadable));
                    ReadingLists::default()
                });
                setter.set(Some((lists, stored_user_data().bookmarks)));
            };
            read();
            let listener = EventListener::new(&window(), "storage", move |_| read());
            move || drop(listener)
        });
    }
    StoredLists { app: app.clone(), read, unstored }
}

/// Reads the stored lists.
///
/// # Errors
/// If they are of another version, or damaged: the text.
fn stored_lists() -> Result<ReadingLists, String> {
    let text = storage::read(Area::Local, &key()).unwrap_or_default();
    if text.is_empty() {
        return Ok(ReadingLists::default());
    }
    json::parse(&text).ok_or(text)
}

fn key() -> String {
    key_beginning_with(STORED_AS)
}

/// Returns the key under which something of the reader is stored. A collection of the reader's own
/// has another than the site, as its bookmarks have (`src/js/collections/names.js`).
pub(super) fn key_beginning_with(start: &str) -> String {
    let of_bookmarks = document_element().get_attribute("data-bookmarks").unwrap_or_default();
    [start, of_bookmarks.strip_prefix(bookmarks::STORED_AS).unwrap_or_default()].concat()
}
