//! What is a person's own: their preferences and what they keep.

use super::preferences::{Preferences, Which};
use super::shelf::{Shelf, Shelving};
use std::rc::Rc;

/// What is a person's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Personal {
    /// What they chose.
    pub preferences: Preferences,
    /// What they keep.
    pub shelf: Shelf,
    /// What they should know of what is kept.
    pub fault: Option<Fault>,
}

/// What is wrong with what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser refused to keep it.
    NotKept,
    /// It cannot be read.
    Unreadable,
    /// A file that was brought back is none that the page wrote.
    NotOurs,
}

impl Fault {
    /// It in words.
    pub fn words(self) -> &'static str {
        match self {
            Fault::NotKept => msg!("storage-failed"),
            Fault::Unreadable => msg!("storage-unreadable"),
            Fault::NotOurs => msg!("import-invalid"),
        }
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// What the browser remembers was read again.
    Remembered(Personal),
    /// All that is preferred was changed elsewhere.
    Preferred(Preferences),
    /// An option was chosen, by its key.
    Chosen(Which, String),
    /// Something happened to the article with this slug.
    Shelved(Rc<str>, Shelving),
    /// A file of what someone kept was read.
    Imported(Shelf),
    /// What is kept is in some way not as it should be.
    Failed(Fault),
}

impl Personal {
    /// What is a person's own after something happened.
    #[must_use]
    pub fn after(&self, choice: Choice) -> Personal {
        let mut next = self.clone();
        match choice {
            Choice::Remembered(personal) => next = personal,
            Choice::Preferred(preferences) => next.preferences = preferences,
            Choice::Chosen(which, key) => next.preferences = self.preferences.with(which, &key),
            Choice::Shelved(slug, what) => next.shelf = self.shelf.after(&slug, what),
            Choice::Imported(shelf) => (next.shelf, next.fault) = (self.shelf.with(&shelf), None),
            Choice::Failed(fault) => next.fault = Some(fault),
        }
        next
    }
}
