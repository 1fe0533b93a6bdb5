//! Searches that a reader saved, to see how many of their results are new.
//!
//! They stay in the reader's browser, as query strings: an address of the page keeps its meaning in
//! later editions.

use super::library::Library;
use super::query_string;
use super::view::View;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The beginning of the key of the searches in local storage.
pub const STORED_AS: &str = "cuttings.searches";

/// The most searches.
pub const MOST_SEARCHES: usize = 50;

/// The first cell of the first row, which identifies the format.
const FORMAT: &str = "cuttings-searches";

/// The version of the format. It changes when an older page would misread newer searches.
const VERSION: &str = "1";

/// The stored form: rows of texts, the first of which identifies the format.
type Rows = Vec<Vec<String>>;

/// The reader's searches, as query strings, in the order in which they were saved. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Rows", try_from = "Rows")]
pub struct SavedSearches(
    /// Invariant: at most [`MOST_SEARCHES`], different and not empty.
    Rc<Vec<String>>,
);

impl SavedSearches {
    /// Iterates over the searches.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether a view may be added: it asks for something, and is not among them.
    pub fn may_add(&self, view: &View) -> bool {
        let search = search_of(view);
        !search.is_empty() && self.0.len() < MOST_SEARCHES && !self.0.contains(&search)
    }

    /// Returns the searches with a view behind them, if it may be added.
    #[must_use]
    pub fn with(mut self, view: &View) -> SavedSearches {
        if self.may_add(view) {
            Rc::make_mut(&mut self.0).push(search_of(view));
        }
        self
    }

    /// Returns the searches without one of them.
    #[must_use]
    pub fn without(mut self, search: &str) -> SavedSearches {
        Rc::make_mut(&mut self.0).retain(|other| other != search);
        self
    }
}

/// Returns the query string of a view. The order of the results and related wording are left out,
/// since they change no number.
fn search_of(view: &View) -> String {
    let pairs = view.pairs().into_iter().filter(|(key, _)| !matches!(*key, "sort" | "related"));
    query_string::print(pairs)
}

/// Returns the view of a saved search. Filters by values that the edition does not have are left
/// out.
pub fn view_of(library: &Library, search: &str) -> View {
    library.route("", search).view().cloned().unwrap_or_default()
}

/// Returns a search in words: its query in quotation marks, and its filters.
pub fn label_of(view: &View) -> String {
    let query = view.query.as_str().trim();
    let query = (!query.is_empty()).then(|| msg!("quoted", text = query));
    let filters = view.filters.active().into_iter().map(|filter| filter.label());
    let words: Vec<String> = query.into_iter().chain(filters).collect();
    words.join(msg!("list-separator"))
}

impl TryFrom<Rows> for SavedSearches {
    type Error = &'static str;

    /// Reads the rows of the stored form. Rejects other data and unknown versions; ignores unknown
    /// rows.
    fn try_from(rows: Rows) -> Result<SavedSearches, &'static str> {
        let Some((_, rows)) = rows.split_first().filter(|(first, _)| **first == [FORMAT, VERSION])
        else {
            return Err("not searches of a known version");
        };
        let mut searches: Vec<String> = Vec::new();
        for row in rows {
            if let [search] = &row[..]
                && !search.is_empty()
                && searches.len() < MOST_SEARCHES
                && !searches.contains(search)
            {
                searches.push(search.clone());
            }
        }
        Ok(SavedSearches(Rc::new(searches)))
    }
}

impl From<SavedSearches> for Rows {
    /// Returns the rows of the stored form.
    fn from(searches: SavedSearches) -> Rows {
        let mut rows = vec![vec![FORMAT.to_owned(), VERSION.to_owned()]];
        rows.extend(searches.iter().map(|search| vec![search.to_owned()]));
        rows
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::store::json;
    use proptest::prelude::*;

    fn view(search: &str) -> View {
        view_of(&fixture::library(), search)
    }

    #[test]
    fn a_search_is_saved_once_and_removed() {
        let ferry = view("q=ferry&section=Weather&sort=title");
        let searches = SavedSearches::default().with(&ferry).with(&view("q=storm")).with(&ferry);
        let all = |searches: &SavedSearches| {
            searches.iter().map(str::to_owned).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(all(&searches), "q=ferry&section=Weather q=storm");
        assert!(!searches.may_add(&view("section=Weather&q=ferry")));
        assert_eq!(all(&searches.without("q=ferry&section=Weather")), "q=storm");
    }

    #[test]
    fn everything_is_no_search() {
        assert!(!SavedSearches::default().may_add(&view("sort=title")));
        assert!(SavedSearches::default().with(&view("")).is_empty());
    }

    #[test]
    fn searches_are_few() {
        let mut searches = SavedSearches::default();
        for number in 0..MOST_SEARCHES + 5 {
            searches = searches.with(&view(&format!("q={number}")));
        }
        assert_eq!(searches.iter().len(), MOST_SEARCHES);
    }

    #[test]
    fn labels_are_words() {
        assert_eq!(
            label_of(&view("q=ferry&section=Weather&kind=teaser")),
            "“ferry”, Weather, Teaser"
        );
        assert_eq!(label_of(&view("section=Weather&section=Nowhere")), "Weather");
    }

    #[test]
    fn the_stored_form_is_stable() {
        let stored = json::print(&SavedSearches::default().with(&view("q=ferry")));
        insta::assert_snapshot!(stored, @r#"[["cuttings-searches","1"],["q=ferry"]]"#);
        for damaged in ["", "[]", r#"[["cuttings-searches","2"],["q=a"]]"#, r#"[["q=a"]]"#] {
            assert_eq!(json::parse::<SavedSearches>(damaged), None, "{damaged}");
        }
    }

    proptest! {
        #[test]
        fn searches_survive_storage(queries in prop::collection::vec("\\PC{0,12}", 0..60)) {
            let mut searches = SavedSearches::default();
            for query in &queries {
                searches = searches.with(&View { query: query.as_str().into(), ..View::default() });
            }
            let stored = json::print(&searches);
            prop_assert_eq!(json::parse(&stored), Some(searches));
        }
    }
}
