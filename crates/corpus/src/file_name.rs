//! Reads the metadata in the name of a seed: a date, and perhaps a title.

use crate::{day, metadata::Date};

/// The names of the page of a folder, which is named after the folder.
const FOLDER_PAGES: &[&str] = &["index", "_index", "readme"];

/// A file's name without folders and extension, or its folder's name if the file is the page of its
/// folder.
pub(crate) struct FileName<'a>(&'a str);

impl<'a> FileName<'a> {
    pub(crate) fn new(file: &'a str) -> Self {
        let mut pieces = file.rsplit(['/', '\\']);
        let name = pieces.next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let is_folder_page = FOLDER_PAGES.iter().any(|page| stem.eq_ignore_ascii_case(page));
        Self(pieces.next().filter(|_| is_folder_page).unwrap_or(stem))
    }

    /// Returns the date at the start of the name.
    pub(crate) fn date(&self) -> Option<Date> {
        let (day, _) = day::at_start_of_name(self.0)?;
        Some(Date { text: self.0.get(..10)?.replace(['_', '.'], "-"), day: Some(day) })
    }

    /// Returns the title that the name makes, if it has two words or more: "harbour-reopens" is
    /// "Harbour reopens".
    pub(crate) fn title(&self) -> Option<String> {
        let name = day::at_start_of_name(self.0).map_or(self.0, |(_, rest)| rest);
        // A name with spaces is spelled as its author wants it.
        let words: Vec<&str> = match name.contains(' ') {
            true => name.split_whitespace().collect(),
            false => name.split(['-', '_']).filter(|word| !word.is_empty()).collect(),
        };
        let is_word = |word: &&&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
        if words.iter().filter(is_word).count() < 2 {
            return None;
        }
        let title = words.join(" ");
        let mut chars = title.chars();
        let first = chars.next()?;
        Some(first.to_uppercase().chain(chars).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, title: Option<&str>, date: Option<&str>) {
        let name = FileName::new(file);
        assert_eq!(name.title().as_deref(), title, "{file}");
        assert_eq!(name.date().map(|date| date.text).as_deref(), date, "{file}");
    }

    #[test]
    fn a_name_may_hold_a_date_and_a_title() {
        check("a/2024-05-16-harbour-reopens.md", Some("Harbour reopens"), Some("2024-05-16"));
        check("Harbour in May.md", Some("Harbour in May"), None);
        check("2024_05_16 Notes on Sand.md", Some("Notes on Sand"), Some("2024-05-16"));
        check("papers/harbour-reopens/index.md", Some("Harbour reopens"), None);
        check("2024-05-16.md", None, Some("2024-05-16"));
        check("seed.md", None, None);
        check("0001-02.md", None, None);
        check("", None, None);
    }
}
