//! The items that are new or changed since the reader's last visit.

use super::library::Library;
use super::results::{Results, search_filters, search_ranges};
use super::view::View;
use cuttings_edition::{Day, ItemId, change, column};
use cuttings_search::{KeyRange, Order, Query, Request};

/// Returns the day on which the last visit ended, from the stored form of the changes: a digit for
/// each item, a space, and the day in ISO 8601. `None` if nothing is new or changed.
pub fn last_visit(stored: &str) -> Option<Day> {
    Day::parse(stored.split_once(' ')?.1)
}

/// The new and the changed ones of some items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The items that were not there.
    pub added: Vec<ItemId>,
    /// The articles that had another text.
    pub changed: Vec<ItemId>,
}

impl Changes {
    /// Returns the new and the changed items among results, in their order.
    pub fn among(library: &Library, results: &Results) -> Changes {
        let [added, changed] = [change::NEW, change::CHANGED].map(|key| {
            let range = KeyRange { column: column::CHANGE, from: key, to: key };
            let query = Query::default();
            let order = Order::Document;
            let request =
                Request { ranges: &[range], order, limit: library.len(), ..Request::new(&query) };
            let mut is_changed = vec![false; library.len()];
            for hit in library.search(&request).hits {
                if let Some(is_changed) = is_changed.get_mut(hit.doc.0 as usize) {
                    *is_changed = true;
                }
            }
            let items = results.items.iter().copied();
            items.filter(|item| is_changed.get(item.as_usize()) == Some(&true)).collect()
        });
        Changes { added, changed }
    }
}

/// Returns the number of results of a view, and how many of them are new or changed.
pub fn totals(library: &Library, view: &View) -> [usize; 2] {
    let query = Query::parse(view.query.as_str());
    let filters = search_filters(library, view);
    let mut ranges = search_ranges(view);
    let total = |ranges: &[KeyRange]| {
        let request = Request { filters: &filters, ranges, limit: 0, ..Request::new(&query) };
        library.search(&request).total as usize
    };
    let all = total(&ranges);
    ranges.push(KeyRange { column: column::CHANGE, from: change::NEW, to: change::CHANGED });
    [all, total(&ranges)]
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    /// The five items of the fixture: the second is new, the third changed.
    const CHANGES: &str = "01200 2026-11-27";

    fn changed_library() -> Library {
        let library = fixture::library();
        library.set_changes(CHANGES);
        library
    }

    fn found(library: &Library, search: &str) -> Vec<u32> {
        let route = library.route("", search);
        let results = Results::search(library, route.view().unwrap(), 60);
        results.items.iter().map(|item| item.0).collect()
    }

    #[test]
    fn queries_find_new_and_changed_items() {
        let library = changed_library();
        assert_eq!(found(&library, "q=new:yes"), [1, 2]);
        assert_eq!(found(&library, "q=new:added"), [1]);
        assert_eq!(found(&library, "q=new:changed"), [2]);
        assert_eq!(found(&library, "q=-new:yes"), [0, 3, 4]);
        assert_eq!(found(&library, "q=new:yes&section=Weather"), [1]);
    }

    #[test]
    fn without_a_visit_before_nothing_is_new() {
        let library = fixture::library();
        assert!(found(&library, "q=new:yes").is_empty());
        library.set_changes(CHANGES);
        library.set_changes("");
        assert!(found(&library, "q=new:yes").is_empty());
        let results = fixture::results(&library, "");
        assert_eq!(Changes::among(&library, &results), Changes::default());
    }

    #[test]
    fn changes_keep_the_order_of_the_results() {
        let library = changed_library();
        let results = fixture::results(&library, "");
        let Changes { added, changed } = Changes::among(&library, &results);
        assert_eq!((added, changed), (vec![ItemId(1)], vec![ItemId(2)]));
        let results = fixture::results(&library, "section=Weather");
        assert_eq!(Changes::among(&library, &results).changed, []);
    }

    #[test]
    fn a_search_has_totals() {
        let library = changed_library();
        let totals = |search: &str| {
            let route = library.route("", search);
            totals(&library, route.view().unwrap())
        };
        assert_eq!(totals(""), [5, 2]);
        assert_eq!(totals("q=ferry"), [3, 2]);
        assert_eq!(totals("section=Elections"), [1, 0]);
    }

    #[test]
    fn the_stored_form_tells_the_day() {
        assert_eq!(last_visit(CHANGES), Day::parse("2026-11-27"));
        for text in ["", "010", "010 ", "010 soon", "010 2026-13-99", " é2026-11-27"] {
            assert_eq!(last_visit(text), None, "{text}");
        }
    }
}
