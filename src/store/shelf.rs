//! What a person keeps of an edition: what is saved and read, where they stopped, what they noted. It stays in their
//! browser, and goes from one to another as a file.

use crate::store::text::decimal;
use std::rc::Rc;

/// Under which name the browser keeps it.
pub const STORED_AS: &str = "cuttings.shelf";

/// What its first row begins with.
const MARK: &str = "cuttings-shelf";

/// The version of the form in which it is kept. Raised when an older page would misread a newer file.
const VERSION: &str = "1";

/// Everything that is kept. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf(
    /// Invariant: in the order of slugs, each once, none of which nothing is kept.
    Rc<Vec<(Rc<str>, Kept)>>,
);

/// What is kept of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Whether it was put aside to come back to.
    pub saved: bool,
    /// Whether it was read.
    pub read: bool,
    /// Which of its blocks was the first to be seen when it was left; 0 at its beginning.
    pub place: u32,
    /// Passages that were marked, in the order of the text.
    pub notes: Vec<Note>,
}

impl Kept {
    /// Adds a note at its place, unless it is there.
    fn note(&mut self, note: Note) {
        let place = self.notes.iter().position(|other| *other >= note).unwrap_or(self.notes.len());
        if self.notes.get(place) != Some(&note) {
            self.notes.insert(place, note);
        }
    }
}

/// A passage that was marked, and what was noted about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// In which of the article's blocks it stands.
    pub block: u32,
    /// Its words. They are found again by themselves, whatever became of the text around them.
    pub quote: String,
    /// What was noted; empty if it was only marked.
    pub text: String,
}

/// What happened to an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shelving {
    /// It was put aside, or no longer.
    SavedToggled,
    /// It was marked as read, or as unread.
    ReadToggled,
    /// Its last words came into view.
    EndReached,
    /// It was read up to this block.
    PlaceReached(u32),
    /// A passage was marked.
    Marked(Note),
    /// Something else was noted about a passage, by its place among the notes.
    Noted(usize, String),
    /// A mark was taken away, with what was noted there.
    Unmarked(usize),
}

impl Shelf {
    /// Reads what [`rows`](Shelf::rows) wrote; `None` if it is something else, or of a version that this page does not
    /// know. Rows that it does not know are left out.
    pub fn of_rows(rows: &[Vec<String>]) -> Option<Shelf> {
        let (first, rows) = rows.split_first()?;
        if *first != [MARK, VERSION] {
            return None;
        }
        let mut shelf = Shelf::default();
        for row in rows {
            let row: Vec<&str> = row.iter().map(String::as_str).collect();
            let mut kept = Kept::default();
            match row[..] {
                ["saved", _] => kept.saved = true,
                ["read", _] => kept.read = true,
                ["place", _, place] => kept.place = place.parse().unwrap_or_default(),
                ["note", _, block, quote, text] if !quote.is_empty() => {
                    let block = block.parse().unwrap_or_default();
                    kept.notes.push(Note { block, quote: quote.to_owned(), text: text.to_owned() });
                }
                _ => continue,
            }
            shelf.merge(row.get(1).copied().unwrap_or_default(), kept);
        }
        Some(shelf)
    }

    /// The form in which it is kept and handed on, as JSON: rows of texts, the first of which says what they are.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let row = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let mut rows = vec![row(&[MARK, VERSION])];
        for (slug, kept) in self.iter() {
            if kept.saved {
                rows.push(row(&["saved", slug]));
            }
            if kept.read {
                rows.push(row(&["read", slug]));
            }
            if kept.place > 0 {
                rows.push(row(&["place", slug, &decimal(u64::from(kept.place))]));
            }
            for note in &kept.notes {
                rows.push(row(&["note", slug, &decimal(u64::from(note.block)), &note.quote, &note.text]));
            }
        }
        rows
    }

    /// All of which something is kept, by slug.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Kept)> {
        self.0.iter().map(|(slug, kept)| (&**slug, kept))
    }

    /// What is kept of an article.
    pub fn of(&self, slug: &str) -> Option<&Kept> {
        let place = self.place(slug).ok()?;
        self.0.get(place).map(|(_, kept)| kept)
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is kept after something happened to an article.
    #[must_use]
    pub fn after(&self, slug: &str, what: Shelving) -> Shelf {
        let mut shelf = self.clone();
        let mut kept = self.of(slug).cloned().unwrap_or_default();
        match what {
            Shelving::SavedToggled => kept.saved = !kept.saved,
            Shelving::ReadToggled => kept.read = !kept.read,
            // Whoever reads it again begins at its beginning.
            Shelving::EndReached => (kept.read, kept.place) = (true, 0),
            Shelving::PlaceReached(block) => kept.place = block,
            Shelving::Marked(note) => kept.note(note),
            Shelving::Noted(place, text) => {
                if let Some(note) = kept.notes.get_mut(place) {
                    note.text = text;
                }
            }
            Shelving::Unmarked(place) => {
                if place < kept.notes.len() {
                    kept.notes.remove(place);
                }
            }
        }
        shelf.put(slug, kept);
        shelf
    }

    /// Both together: what either has is there.
    #[must_use]
    pub fn with(&self, other: &Shelf) -> Shelf {
        let mut shelf = self.clone();
        for (slug, kept) in other.0.iter() {
            shelf.merge(slug, kept.clone());
        }
        shelf
    }

    fn merge(&mut self, slug: &str, kept: Kept) {
        let mut mine = self.of(slug).cloned().unwrap_or_default();
        mine.saved |= kept.saved;
        mine.read |= kept.read;
        mine.place = mine.place.max(kept.place);
        kept.notes.into_iter().for_each(|note| mine.note(note));
        self.put(slug, mine);
    }

    fn put(&mut self, slug: &str, kept: Kept) {
        let entries = Rc::make_mut(&mut self.0);
        match (entries.binary_search_by(|(other, _)| (**other).cmp(slug)), kept == Kept::default()) {
            (Ok(place), true) => drop(entries.remove(place)),
            (Ok(place), false) => {
                if let Some((_, there)) = entries.get_mut(place) {
                    *there = kept;
                }
            }
            (Err(_), true) => {}
            (Err(place), false) => entries.insert(place, (slug.into(), kept)),
        }
    }

    fn place(&self, slug: &str) -> Result<usize, usize> {
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

    /// What is kept after a run of happenings.
    fn after(happenings: &[(&str, Shelving)]) -> Shelf {
        happenings.iter().fold(Shelf::default(), |shelf, (slug, what)| shelf.after(slug, what.clone()))
    }

    /// What a shelf keeps, a row a line.
    fn printed(shelf: &Shelf) -> String {
        shelf.rows().iter().skip(1).map(|row| row.join(" ")).collect::<Vec<_>>().join("; ")
    }

    #[track_caller]
    fn check(happenings: &[(&str, Shelving)], expected: &str) {
        assert_eq!(printed(&after(happenings)), expected);
    }

    #[test]
    fn what_happens_is_kept() {
        let marked = Shelving::Marked(note(1, "x", "y"));
        check(&[], "");
        check(
            &[("b", Shelving::SavedToggled), ("a", Shelving::PlaceReached(3)), ("a", marked)],
            "place a 3; note a 1 x y; saved b",
        );
        check(&[("a", Shelving::PlaceReached(3)), ("a", Shelving::EndReached)], "read a");
    }

    #[test]
    fn of_what_is_as_it_was_nothing_is_kept() {
        check(&[("a", Shelving::SavedToggled), ("a", Shelving::SavedToggled)], "");
        let marked = Shelving::Marked(note(1, "x", ""));
        check(&[("a", marked), ("a", Shelving::Unmarked(0))], "");
        check(&[("a", Shelving::Unmarked(0)), ("a", Shelving::Noted(4, "x".to_owned()))], "");
    }

    #[test]
    fn notes_stand_in_the_order_of_the_text() {
        let shelf = after(&[
            ("a", Shelving::Marked(note(4, "later", ""))),
            ("a", Shelving::Marked(note(1, "sooner", ""))),
            ("a", Shelving::Marked(note(1, "sooner", ""))),
            ("a", Shelving::Noted(0, "see there".to_owned())),
        ]);
        let notes = &shelf.of("a").unwrap().notes;
        assert_eq!(*notes, [note(1, "sooner", "see there"), note(4, "later", "")]);
    }

    #[test]
    fn what_is_no_shelf_is_refused() {
        let read = |rows: &[&[&str]]| {
            let rows: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect();
            Shelf::of_rows(&rows).map(|shelf| printed(&shelf))
        };
        let first: [&[&str]; 4] = [&[], &["cuttings-shelf", "2"], &["cuttings-shelf"], &["saved", "a"]];
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

    fn shelves() -> impl Strategy<Value = Shelf> {
        let what = prop_oneof![
            Just(Shelving::SavedToggled),
            Just(Shelving::ReadToggled),
            Just(Shelving::EndReached),
            (0..9_u32).prop_map(Shelving::PlaceReached),
            (0..3_u32, ".+", ".*").prop_map(|(block, quote, text)| Shelving::Marked(Note {
                block,
                quote,
                text
            })),
            (0..3_usize, ".*").prop_map(|(place, text)| Shelving::Noted(place, text)),
            (0..3_usize).prop_map(Shelving::Unmarked),
        ];
        prop::collection::vec(("[a-c]", what), 0..12).prop_map(|happenings| {
            happenings.into_iter().fold(Shelf::default(), |shelf, (slug, what)| shelf.after(&slug, what))
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(shelf in shelves()) {
            let parsed = Shelf::of_rows(&shelf.rows()).unwrap();
            // Notes that were changed may stand in another order.
            prop_assert_eq!(parsed.with(&Shelf::default()), shelf.with(&parsed));
        }

        #[test]
        fn together_there_is_what_either_has(one in shelves(), two in shelves()) {
            let both = one.with(&two);
            prop_assert_eq!(&both.with(&two), &both);
            for (slug, kept) in one.iter().chain(two.iter()) {
                let there = both.of(slug).unwrap();
                prop_assert!(there.saved >= kept.saved && there.read >= kept.read);
                prop_assert!(kept.notes.iter().all(|note| there.notes.contains(note)));
            }
        }
    }
}
