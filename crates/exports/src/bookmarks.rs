//! Reads what a reader did with articles, in the form in which the page keeps it.

use std::collections::BTreeMap;

/// The first row of the stored form: its name and its version.
const HEAD: [&str; 2] = ["cuttings-shelf", "1"];

/// The reader's bookmarks, by the slugs of the articles.
#[derive(Clone, Debug, Default)]
pub struct Bookmarks(BTreeMap<String, Record>);

/// The bookmarks of an article.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// True if the reader saved the article.
    pub is_saved: bool,
    /// True if the reader has read the article.
    pub is_read: bool,
    /// The first visible block when the reader stopped, from 1; 0 at the beginning.
    pub position: u32,
    /// The highlighted passages.
    pub notes: Vec<Note>,
}

/// A highlighted passage.
#[derive(Clone, Debug)]
pub struct Note {
    /// The number of the block that contains it, from 1.
    pub block: u32,
    /// The text of the passage.
    pub quote: String,
    /// The reader's note, which may be empty.
    pub text: String,
}

impl Bookmarks {
    /// Reads the page's stored bookmarks, rows of texts in JSON. Ignores rows of unknown kinds.
    /// Anything else than bookmarks of this version counts as none.
    pub fn parse(json: &str) -> Bookmarks {
        let rows: Vec<Vec<String>> = serde_json::from_str(json).unwrap_or_default();
        let mut bookmarks = Bookmarks::default();
        let Some((_, rows)) = rows.split_first().filter(|(head, _)| **head == HEAD) else {
            return bookmarks;
        };
        for row in rows {
            let row: Vec<&str> = row.iter().map(String::as_str).collect();
            let Some(slug) = row.get(1) else { continue };
            let record = bookmarks.0.entry((*slug).to_owned()).or_default();
            match row[..] {
                ["saved", _] => record.is_saved = true,
                ["read", _] => record.is_read = true,
                ["place", _, block] => record.position = block.parse().unwrap_or_default(),
                ["note", _, block, quote, text] if !quote.is_empty() => {
                    let block = block.parse().unwrap_or_default();
                    let (quote, text) = (quote.to_owned(), text.to_owned());
                    record.notes.push(Note { block, quote, text });
                }
                _ => {}
            }
        }
        bookmarks
    }

    /// Returns the bookmarks of an article.
    pub fn of(&self, slug: &str) -> Option<&Record> {
        self.0.get(slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_by_their_kinds() {
        let rows = r#"[["cuttings-shelf","1"],["saved","a"],["place","a","7"],["later","a"],
            ["note","b","3","nine years","So long"],["note","b","x","",""],["read","b"]]"#;
        let bookmarks = Bookmarks::parse(rows);
        let [a, b] = ["a", "b"].map(|slug| bookmarks.of(slug).unwrap());
        assert!(a.is_saved && !a.is_read && a.position == 7 && a.notes.is_empty());
        assert!(b.is_read && b.notes.len() == 1);
        assert_eq!((b.notes[0].block, &*b.notes[0].text), (3, "So long"));
    }

    #[test]
    fn other_data_are_no_bookmarks() {
        for other in ["", "{}", "[]", r#"[["cuttings-shelf","2"],["saved","a"]]"#, r#"[[1]]"#] {
            assert!(Bookmarks::parse(other).of("a").is_none(), "{other}");
        }
    }
}
