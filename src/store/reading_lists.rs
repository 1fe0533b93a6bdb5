//! Reading lists: articles in an order of the reader's own, under names that the reader gives.
//!
//! They stay in the reader's browser. An article is known by its slug, as in bookmarks. A list
//! keeps its title as well, to name it if a later edition lacks it.

use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The beginning of the key of the lists in local storage.
pub const STORED_AS: &str = "cuttings.lists";

/// The most lists.
pub const MOST_LISTS: usize = 100;

/// The most articles in a list.
pub const MOST_ITEMS: usize = 500;

/// The most characters in the name of a list.
const LONGEST_NAME: usize = 100;

/// The first cell of the first row, which identifies the format.
const FORMAT: &str = "cuttings-lists";

/// The version of the format. It changes when an older page would misread newer lists.
const VERSION: &str = "1";

/// The stored form: rows of texts, the first of which identifies the format. A row with the name of
/// a list comes before those of its items.
type Rows = Vec<Vec<String>>;

/// The reader's lists, in the order in which they were made. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Rows", try_from = "Rows")]
pub struct ReadingLists(
    /// Invariant: at most [`MOST_LISTS`], with different names.
    Rc<Vec<ReadingList>>,
);

/// A list. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingList {
    name: ListName,
    /// Invariant: at most [`MOST_ITEMS`], with different slugs.
    items: Rc<Vec<ListItem>>,
}

/// An article in a list. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// The article's slug.
    pub slug: Rc<str>,
    /// The article's title when it was added.
    pub title: Rc<str>,
}

/// The name of a list. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListName(
    /// Invariant: not empty, of at most [`LONGEST_NAME`] characters, none of which is a control
    /// character or surrounding space.
    Rc<str>,
);

impl ListName {
    /// Returns the name that a reader typed, without superfluous spaces; `None` if nothing is left.
    pub fn new(text: &str) -> Option<ListName> {
        // XML, and with it a book, has no place for the last two.
        let is_allowed = |it: &char| !it.is_control() && !matches!(it, '\u{FFFE}' | '\u{FFFF}');
        let words: Vec<String> = text
            .split_whitespace()
            .map(|word| word.chars().filter(is_allowed).collect::<String>())
            .filter(|word| !word.is_empty())
            .collect();
        let name: String = words.join(" ").chars().take(LONGEST_NAME).collect();
        let name = name.trim_end();
        (!name.is_empty()).then(|| ListName(name.into()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A direction in which an item moves by one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// A change to the lists. The first name is that of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListAction {
    /// The reader made a list.
    Created(ListName),
    /// The reader gave a list another name.
    Renamed(ListName, ListName),
    /// The reader deleted a list.
    Deleted(ListName),
    /// The reader added articles to a list.
    Added(ListName, Vec<ListItem>),
    /// The reader moved an article, given by its slug.
    Moved(ListName, Rc<str>, Direction),
    /// The reader removed an article, given by its slug.
    Removed(ListName, Rc<str>),
}

impl ReadingList {
    /// The name.
    pub fn name(&self) -> &ListName {
        &self.name
    }

    /// The articles in their order.
    pub fn items(&self) -> &[ListItem] {
        &self.items
    }

    fn index_of(&self, slug: &str) -> Option<usize> {
        self.items.iter().position(|item| &*item.slug == slug)
    }

    /// Appends the articles that the list lacks, as long as there is room.
    fn add(&mut self, items: Vec<ListItem>) {
        for item in items {
            let is_new = self.items.len() < MOST_ITEMS && self.index_of(&item.slug).is_none();
            if is_new {
                Rc::make_mut(&mut self.items).push(item);
            }
        }
    }

    fn shift(&mut self, slug: &str, direction: Direction) {
        let Some(index) = self.index_of(slug) else { return };
        let other = match direction {
            Direction::Up => index.checked_sub(1),
            Direction::Down => Some(index + 1).filter(|other| *other < self.items.len()),
        };
        if let Some(other) = other {
            Rc::make_mut(&mut self.items).swap(index, other);
        }
    }
}

impl ReadingLists {
    /// Iterates over the lists.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &ReadingList> {
        self.0.iter()
    }

    /// Returns whether there is no list.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the list with a name.
    pub fn get(&self, name: &str) -> Option<&ReadingList> {
        self.iter().find(|list| list.name.as_str() == name)
    }

    /// Returns the lists after a change. One that cannot be made, such as of a list that another
    /// tab has deleted, changes nothing.
    #[must_use]
    pub fn reduce(&self, action: ListAction) -> ReadingLists {
        let mut next = self.clone();
        match action {
            ListAction::Created(name) => next.create(name),
            ListAction::Renamed(from, to) => {
                let is_free = self.get(to.as_str()).is_none();
                if let Some(list) = next.get_mut(&from).filter(|_| is_free) {
                    list.name = to;
                }
            }
            ListAction::Deleted(name) => Rc::make_mut(&mut next.0).retain(|it| it.name != name),
            ListAction::Added(name, items) => {
                if let Some(list) = next.get_mut(&name) {
                    list.add(items);
                }
            }
            ListAction::Moved(name, slug, direction) => {
                if let Some(list) = next.get_mut(&name) {
                    list.shift(&slug, direction);
                }
            }
            ListAction::Removed(name, slug) => {
                if let Some(list) = next.get_mut(&name) {
                    Rc::make_mut(&mut list.items).retain(|item| item.slug != slug);
                }
            }
        }
        next
    }

    /// Appends an empty list, if its name is free and there is room.
    fn create(&mut self, name: ListName) {
        if self.0.len() < MOST_LISTS && self.get(name.as_str()).is_none() {
            Rc::make_mut(&mut self.0).push(ReadingList { name, items: Rc::default() });
        }
    }

    fn get_mut(&mut self, name: &ListName) -> Option<&mut ReadingList> {
        Rc::make_mut(&mut self.0).iter_mut().find(|list| list.name == *name)
    }
}

impl TryFrom<Rows> for ReadingLists {
    type Error = &'static str;

    /// Reads the rows of the stored form. Rejects other data and unknown versions; ignores unknown
    /// rows.
    fn try_from(rows: Rows) -> Result<ReadingLists, &'static str> {
        let Some((_, rows)) = rows.split_first().filter(|(first, _)| **first == [FORMAT, VERSION])
        else {
            return Err("not lists of a known version");
        };
        let mut lists = ReadingLists::default();
        let mut current: Option<ListName> = None;
        for row in rows {
            let row: Vec<&str> = row.iter().map(String::as_str).collect();
            match (&row[..], &current) {
                (["list", name], _) => {
                    current = ListName::new(name);
                    current.iter().for_each(|name| lists.create(name.clone()));
                }
                (["item", slug, title], Some(name)) if !slug.is_empty() => {
                    let item = ListItem { slug: (*slug).into(), title: (*title).into() };
                    if let Some(list) = lists.get_mut(name) {
                        list.add(vec![item]);
                    }
                }
                _ => {}
            }
        }
        Ok(lists)
    }
}

impl From<ReadingLists> for Rows {
    /// Returns the rows of the stored form.
    fn from(lists: ReadingLists) -> Rows {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let mut rows = vec![row(&[FORMAT, VERSION])];
        for list in lists.iter() {
            rows.push(row(&["list", list.name.as_str()]));
            rows.extend(list.items().iter().map(|it| row(&["item", &it.slug, &it.title])));
        }
        rows
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
