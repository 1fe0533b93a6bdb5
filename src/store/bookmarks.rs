//! Bookmarks: the articles that a reader saved or read, reading positions, highlights and notes.
//!
//! They stay in the reader's browser, and move to another one as a file.

use super::text::{decimal, find};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::rc::Rc;

/// The key of the bookmarks in local storage.
pub const STORED_AS: &str = "cuttings.shelf";

/// The first cell of the first row, which identifies the format.
const FORMAT: &str = "cuttings-shelf";

/// The version of the format. It changes when an older page would misread a newer file.
const VERSION: &str = "1";

/// The stored and exported form of bookmarks: rows of texts, the first of which identifies the
/// format.
type Rows = Vec<Vec<String>>;

/// The records of all articles. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Rows", try_from = "Rows")]
pub struct Bookmarks(
    /// Invariant: sorted by slug, without duplicates or empty records.
    Rc<Vec<(Rc<str>, Rc<ArticleRecord>)>>,
);

/// The reader's saved, read and annotated state of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleRecord {
    /// True if the reader saved the article.
    pub saved: bool,
    /// True if the reader has read the article.
    pub read: bool,
    /// The first visible block when the reader stopped; 0 at the beginning.
    pub position: u32,
    /// Highlighted passages, in the order of the text.
    pub notes: Vec<Note>,
}

impl ArticleRecord {
    /// Returns whether the article is listed under Saved: it is saved, or has notes.
    pub fn is_kept(&self) -> bool {
        self.saved || !self.notes.is_empty()
    }

    /// Inserts a note in the order of the text, unless the record has it already.
    fn insert(&mut self, note: Note) {
        let index = self.notes.iter().position(|other| *other >= note);
        let index = index.unwrap_or(self.notes.len());
        if self.notes.get(index) != Some(&note) {
            self.notes.insert(index, note);
        }
    }
}

/// Returns the byte ranges of the highlighted passages in `text`, the block with this number.
pub fn highlights(notes: &[Note], block: u32, text: &str) -> Vec<Range<usize>> {
    let notes = notes.iter().filter(|note| note.block == block);
    let range = |note: &Note| find(text, &note.quote).map(|start| start..start + note.quote.len());
    notes.filter_map(range).collect()
}

/// A highlighted passage and its note.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The number of the block that contains the passage.
    pub block: u32,
    /// The passage's text, by which the page finds it again after the article changed.
    pub quote: String,
    /// The reader's note; empty if the passage is only highlighted.
    pub text: String,
}

/// A change to the record of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookmarkAction {
    /// The reader saved the article, or removed it from Saved.
    SavedToggled,
    /// The reader marked the article as read or unread.
    ReadToggled,
    /// The end of the article came into view.
    EndReached,
    /// The reader scrolled to this block.
    PositionReached(u32),
    /// The reader highlighted a passage.
    Highlighted(Note),
    /// The reader changed the text of a note, given by its index.
    NoteEdited(usize, String),
    /// The reader removed a highlight with its note.
    NoteRemoved(usize),
}

impl TryFrom<Rows> for Bookmarks {
    type Error = &'static str;

    /// Reads the rows of the stored form. Rejects other data and unknown versions; ignores unknown
    /// rows.
    fn try_from(rows: Rows) -> Result<Bookmarks, &'static str> {
        let Some((_, rows)) = rows.split_first().filter(|(first, _)| **first == [FORMAT, VERSION])
        else {
            return Err("not bookmarks of a known version");
        };
        let mut bookmarks = Bookmarks::default();
        for row in rows {
            let row: Vec<&str> = row.iter().map(String::as_str).collect();
            let mut record = ArticleRecord::default();
            match row[..] {
                ["saved", _] => record.saved = true,
                ["read", _] => record.read = true,
                ["place", _, position] => record.position = position.parse().unwrap_or_default(),
                ["note", _, block, quote, text] if !quote.is_empty() => {
                    let block = block.parse().unwrap_or_default();
                    let (quote, text) = (quote.to_owned(), text.to_owned());
                    record.notes.push(Note { block, quote, text });
                }
                _ => continue,
            }
            bookmarks.merge(row.get(1).copied().unwrap_or_default(), &record);
        }
        Ok(bookmarks)
    }
}

impl From<Bookmarks> for Rows {
    /// Returns the rows of the stored form.
    fn from(bookmarks: Bookmarks) -> Rows {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let mut rows = vec![row(&[FORMAT, VERSION])];
        for (slug, record) in bookmarks.iter() {
            if record.saved {
                rows.push(row(&["saved", slug]));
            }
            if record.read {
                rows.push(row(&["read", slug]));
            }
            if record.position > 0 {
                rows.push(row(&["place", slug, &decimal(u64::from(record.position))]));
            }
            for note in &record.notes {
                let block = decimal(u64::from(note.block));
                rows.push(row(&["note", slug, &block, &note.quote, &note.text]));
            }
        }
        rows
    }
}

impl Bookmarks {
    /// Iterates over the records by slug.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &ArticleRecord)> {
        self.0.iter().map(|(slug, record)| (&**slug, &**record))
    }

    /// Returns the record of an article, if it has one.
    pub fn get(&self, slug: &str) -> Option<&Rc<ArticleRecord>> {
        let index = self.index_of(slug).ok()?;
        self.0.get(index).map(|(_, record)| record)
    }

    /// Returns whether no article has a record.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the bookmarks after a change to the record of an article.
    #[must_use]
    pub fn reduce(&self, slug: &str, action: BookmarkAction) -> Bookmarks {
        let mut bookmarks = self.clone();
        let mut record = self.get(slug).map(|record| (**record).clone()).unwrap_or_default();
        match action {
            BookmarkAction::SavedToggled => record.saved = !record.saved,
            BookmarkAction::ReadToggled => record.read = !record.read,
            // A second reading starts at the beginning.
            BookmarkAction::EndReached => (record.read, record.position) = (true, 0),
            BookmarkAction::PositionReached(block) => record.position = block,
            BookmarkAction::Highlighted(note) => record.insert(note),
            BookmarkAction::NoteEdited(index, text) => {
                if let Some(note) = record.notes.get_mut(index) {
                    note.text = text;
                }
            }
            BookmarkAction::NoteRemoved(index) => {
                if index < record.notes.len() {
                    record.notes.remove(index);
                }
            }
        }
        bookmarks.put(slug, record);
        bookmarks
    }

    /// Returns the union of two sets of bookmarks.
    #[must_use]
    pub fn union(&self, other: &Bookmarks) -> Bookmarks {
        let mut bookmarks = self.clone();
        for (slug, record) in other.iter() {
            bookmarks.merge(slug, record);
        }
        bookmarks
    }

    fn merge(&mut self, slug: &str, other: &ArticleRecord) {
        let mut record = self.get(slug).map(|record| (**record).clone()).unwrap_or_default();
        record.saved |= other.saved;
        record.read |= other.read;
        record.position = record.position.max(other.position);
        other.notes.iter().for_each(|note| record.insert(note.clone()));
        self.put(slug, record);
    }

    fn put(&mut self, slug: &str, record: ArticleRecord) {
        let is_empty = record == ArticleRecord::default();
        let index = self.index_of(slug);
        let entries = Rc::make_mut(&mut self.0);
        match (index, is_empty) {
            (Ok(index), true) => drop(entries.remove(index)),
            (Ok(index), false) => {
                if let Some((_, old)) = entries.get_mut(index) {
                    *old = Rc::new(record);
                }
            }
            (Err(_), true) => {}
            (Err(index), false) => entries.insert(index, (slug.into(), Rc::new(record))),
        }
    }

    /// Returns the index of an article's record, or the index at which it would be inserted.
    fn index_of(&self, slug: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| (**other).cmp(slug))
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn note(block: u32, quote: &str, text: &str) -> Note {
        Note { block, quote: quote.to_owned(), text: text.to_owned() }
    }

    /// Returns the bookmarks after a sequence of actions.
    fn after(actions: &[(&str, BookmarkAction)]) -> Bookmarks {
        let start = Bookmarks::default();
        actions
            .iter()
            .fold(start, |bookmarks, (slug, action)| bookmarks.reduce(slug, action.clone()))
    }

    /// Prints the rows without the first.
    fn printed(bookmarks: &Bookmarks) -> String {
        Rows::from(bookmarks.clone())
            .iter()
            .skip(1)
            .map(|row| row.join(" "))
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[track_caller]
    fn check(actions: &[(&str, BookmarkAction)], expected: &str) {
        assert_eq!(printed(&after(actions)), expected);
    }

    #[test]
    fn actions_change_the_record() {
        let highlighted = BookmarkAction::Highlighted(note(1, "x", "y"));
        check(&[], "");
        check(
            &[
                ("b", BookmarkAction::SavedToggled),
                ("a", BookmarkAction::PositionReached(3)),
                ("a", highlighted),
            ],
            "place a 3; note a 1 x y; saved b",
        );
        check(
            &[("a", BookmarkAction::PositionReached(3)), ("a", BookmarkAction::EndReached)],
            "read a",
        );
    }

    #[test]
    fn toggling_twice_clears_the_entry() {
        check(&[("a", BookmarkAction::SavedToggled), ("a", BookmarkAction::SavedToggled)], "");
        let highlighted = BookmarkAction::Highlighted(note(1, "x", ""));
        check(&[("a", highlighted), ("a", BookmarkAction::NoteRemoved(0))], "");
        check(
            &[
                ("a", BookmarkAction::NoteRemoved(0)),
                ("a", BookmarkAction::NoteEdited(4, "x".to_owned())),
            ],
            "",
        );
    }

    #[test]
    fn notes_are_in_text_order() {
        let bookmarks = after(&[
            ("a", BookmarkAction::Highlighted(note(4, "later", ""))),
            ("a", BookmarkAction::Highlighted(note(1, "sooner", ""))),
            ("a", BookmarkAction::Highlighted(note(1, "sooner", ""))),
            ("a", BookmarkAction::NoteEdited(0, "see there".to_owned())),
        ]);
        let notes = &bookmarks.get("a").unwrap().notes;
        assert_eq!(*notes, [note(1, "sooner", "see there"), note(4, "later", "")]);
    }

    #[test]
    fn other_data_is_rejected() {
        let read = |rows: &[&[&str]]| {
            let rows: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|text| (*text).to_owned()).collect())
                .collect();
            Bookmarks::try_from(rows).ok().map(|bookmarks| printed(&bookmarks))
        };
        let first: [&[&str]; 4] =
            [&[], &["cuttings-shelf", "2"], &["cuttings-shelf"], &["saved", "a"]];
        assert_eq!(read(&[]), None);
        for rows in first.map(|row| [row]) {
            assert_eq!(read(&rows), None);
        }
        let odd: [&[&str]; 8] = [
            &["cuttings-shelf", "1"],
            &[],
            &["saved"],
            &["saved", "a", "b"],
            &["place", "a", "-1"],
            &["hung", "a"],
            &["note", "a", "1", "", "x"],
            &["read", "c"],
        ];
        assert_eq!(read(&odd).as_deref(), Some("read c"));
    }

    fn any_bookmarks() -> impl Strategy<Value = Bookmarks> {
        let action = prop_oneof![
            Just(BookmarkAction::SavedToggled),
            Just(BookmarkAction::ReadToggled),
            Just(BookmarkAction::EndReached),
            (0..9_u32).prop_map(BookmarkAction::PositionReached),
            (0..3_u32, ".+", ".*").prop_map(|(block, quote, text)| BookmarkAction::Highlighted(
                Note { block, quote, text }
            )),
            (0..3_usize, ".*").prop_map(|(index, text)| BookmarkAction::NoteEdited(index, text)),
            (0..3_usize).prop_map(BookmarkAction::NoteRemoved),
        ];
        prop::collection::vec(("[a-c]", action), 0..12).prop_map(|actions| {
            let start = Bookmarks::default();
            actions
                .into_iter()
                .fold(start, |bookmarks, (slug, action)| bookmarks.reduce(&slug, action))
        })
    }

    proptest! {
        #[test]
        fn round_trips(bookmarks in any_bookmarks()) {
            let json = serde_json::to_string(&bookmarks).unwrap();
            let parsed: Bookmarks = serde_json::from_str(&json).unwrap();
            // Edited notes may come back in another order.
            prop_assert_eq!(parsed.union(&Bookmarks::default()), bookmarks.union(&parsed));
        }

        #[test]
        fn union_contains_both(one in any_bookmarks(), two in any_bookmarks()) {
            let both = one.union(&two);
            prop_assert_eq!(&both.union(&two), &both);
            for (slug, record) in one.iter().chain(two.iter()) {
                let merged = both.get(slug).unwrap();
                prop_assert!(merged.saved >= record.saved && merged.read >= record.read);
                prop_assert!(record.notes.iter().all(|note| merged.notes.contains(note)));
            }
        }
    }
}
