//! The reader's own data: preferences and bookmarks.

use super::bookmarks::{BookmarkAction, Bookmarks};
use super::preferences::{Preferences, Setting};
use std::rc::Rc;

/// The reader's own data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserData {
    /// The reader's preferences.
    pub preferences: Preferences,
    /// The reader's bookmarks.
    pub bookmarks: Bookmarks,
    /// The problem with the stored data that the page reports, if there is one.
    pub error: Option<StorageError>,
}

/// A problem with stored or imported data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser refused to store the data.
    NotStored,
    /// The stored data cannot be read.
    Unreadable,
    /// An imported file was not exported from a page like this one.
    InvalidImport,
}

impl StorageError {
    /// The message for the reader.
    pub fn message(self) -> &'static str {
        match self {
            StorageError::NotStored => msg!("storage-failed"),
            StorageError::Unreadable => msg!("storage-unreadable"),
            StorageError::InvalidImport => msg!("import-invalid"),
        }
    }
}

/// A change to the reader's data.
#[derive(Clone, Debug, PartialEq)]
pub enum UserAction {
    /// The stored data was read again.
    Loaded(UserData),
    /// Another tab changed the preferences.
    PreferencesLoaded(Preferences),
    /// The reader chose an option, given by its key.
    PreferenceChosen(Setting, String),
    /// The record of the article with this slug changed.
    BookmarkChanged(Rc<str>, BookmarkAction),
    /// The reader imported bookmarks from a file.
    Imported(Bookmarks),
    /// Storing, reading or importing data failed.
    Failed(StorageError),
}

impl UserData {
    /// Returns the data after an action.
    #[must_use]
    pub fn reduce(&self, action: UserAction) -> UserData {
        let mut next = self.clone();
        match action {
            UserAction::Loaded(data) => next = data,
            UserAction::PreferencesLoaded(preferences) => next.preferences = preferences,
            UserAction::PreferenceChosen(setting, key) => {
                next.preferences = self.preferences.with(setting, &key);
            }
            UserAction::BookmarkChanged(slug, action) => {
                next.bookmarks = self.bookmarks.reduce(&slug, action);
            }
            UserAction::Imported(bookmarks) => {
                next.bookmarks = self.bookmarks.union(&bookmarks);
                next.error = None;
            }
            UserAction::Failed(error) => next.error = Some(error),
        }
        next
    }
}
