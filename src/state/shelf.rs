//! What a person keeps of an edition: what is saved and read, where they stopped, what they noted. It stays in their
//! browser, and goes from one to another as a file.

use super::json::{self, Value};
use std::rc::Rc;

/// Under which name the browser keeps it.
pub const STORED_AS: &str = "cuttings.shelf";

/// The version of the form in which it is kept. Raised when an older page would misread a newer file.
const VERSION: u32 = 1;

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
    /// Reads what [`print`](Shelf::print) wrote; `None` if it is something else, or of a version that this page does not
    /// know.
    pub fn parse(text: &str) -> Option<Shelf> {
        let value = Value::parse(text)?;
        if value.number("cuttings-shelf") != VERSION {
            return None;
        }
        let mut shelf = Shelf::default();
        for (slug, kept) in value.get("articles")?.entries() {
            let notes = kept.list("notes").iter().map(|note| Note {
                block: note.number("block"),
                quote: note.text("quote").to_owned(),
                text: note.text("note").to_owned(),
            });
            shelf.merge(
                slug,
                Kept {
                    saved: kept.flag("saved"),
                    read: kept.flag("read"),
                    place: kept.number("place"),
                    notes: notes.filter(|note| !note.quote.is_empty()).collect(),
                },
            );
        }
        Some(shelf)
    }

    /// The form in which it is kept and handed on.
    pub fn print(&self) -> String {
        let articles: Vec<(&str, String)> =
            self.0.iter().map(|(slug, kept)| (&**slug, print_kept(kept))).collect();
        json::map(&[("cuttings-shelf", VERSION.to_string()), ("articles", json::map(&articles))])
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
            Shelving::Marked(note) => {
                if let Err(place) = kept.notes.binary_search(&note) {
                    kept.notes.insert(place, note);
                }
            }
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
        mine.notes.extend(kept.notes);
        mine.notes.sort();
        mine.notes.dedup();
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

fn print_kept(kept: &Kept) -> String {
    let notes = kept.notes.iter().map(|note| {
        json::map(&[
            ("block", note.block.to_string()),
            ("quote", json::text(&note.quote)),
            ("note", json::text(&note.text)),
        ])
    });
    json::map(&[
        ("saved", kept.saved.to_string()),
        ("read", kept.read.to_string()),
        ("place", kept.place.to_string()),
        ("notes", json::list(notes)),
    ])
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

    #[track_caller]
    fn check(happenings: &[(&str, Shelving)], expected: &str) {
        assert_eq!(after(happenings).print(), expected);
    }

    #[test]
    fn what_happens_is_kept() {
        check(&[], r#"{"cuttings-shelf":1,"articles":{}}"#);
        check(
            &[
                ("b", Shelving::SavedToggled),
                ("a", Shelving::PlaceReached(3)),
                ("a", Shelving::Marked(note(1, "x", ""))),
            ],
            concat!(
                r#"{"cuttings-shelf":1,"articles":{"#,
                r#""a":{"saved":false,"read":false,"place":3,"notes":[{"block":1,"quote":"x","note":""}]},"#,
                r#""b":{"saved":true,"read":false,"place":0,"notes":[]}}}"#,
            ),
        );
        check(
            &[("a", Shelving::PlaceReached(3)), ("a", Shelving::EndReached)],
            r#"{"cuttings-shelf":1,"articles":{"a":{"saved":false,"read":true,"place":0,"notes":[]}}}"#,
        );
    }

    #[test]
    fn of_what_is_as_it_was_nothing_is_kept() {
        check(&[("a", Shelving::SavedToggled), ("a", Shelving::SavedToggled)], &Shelf::default().print());
        let marked = Shelving::Marked(note(1, "x", ""));
        check(&[("a", marked), ("a", Shelving::Unmarked(0))], &Shelf::default().print());
        check(
            &[("a", Shelving::Unmarked(0)), ("a", Shelving::Noted(4, "x".to_owned()))],
            &Shelf::default().print(),
        );
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
        for text in
            ["", "{}", "[]", "null", r#"{"cuttings-shelf":2,"articles":{}}"#, r#"{"cuttings-shelf":1}"#]
        {
            assert_eq!(Shelf::parse(text), None, "{text}");
        }
        let odd = r#"{"cuttings-shelf":1,"articles":{"a":7,"b":{"saved":"yes","notes":[1,{"quote":""}]},"c":{"read":true,"new":[]}}}"#;
        let shelf = Shelf::parse(odd).unwrap();
        assert_eq!(shelf.iter().map(|(slug, _)| slug).collect::<Vec<_>>(), ["c"]);
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
        fn what_is_printed_is_parsed(shelf in shelves()) {
            let parsed = Shelf::parse(&shelf.print()).unwrap();
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
