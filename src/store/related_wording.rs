//! Items with related wording: they do not match the query, but have words of the items that do.

use super::hits::Highlighter;
use super::library::Library;
use super::results::{QueryInterpretation, Results, search_filters, search_ranges};
use super::view::View;
use cuttings_edition::ItemId;
use cuttings_search::{self as search, Request};

/// The number of results below which items with related wording are shown unasked.
const FEW_RESULTS: usize = 10;

/// The most items with related wording.
const MOST_ITEMS: usize = 6;

/// The number of added words that the page names.
const NAMED_WORDS: usize = 5;

/// Items with related wording. Two are equal if they share their highlighter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedWording {
    /// The items, the most related first.
    pub items: Vec<ItemId>,
    /// The weightiest of the words that were added to the query.
    pub words: Vec<String>,
    /// Finds the words of the query and the added ones in texts.
    pub highlighter: Highlighter,
}

/// The way in which the page shows items with related wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelatedDisplay {
    /// Not at all: there is no query, or nothing matches it.
    Never,
    /// Unasked, because there are few results.
    Unasked,
    /// When the reader asks.
    OnDemand,
}

impl RelatedDisplay {
    /// Returns the way for the results of a view.
    pub fn of(view: &View, results: &Results) -> RelatedDisplay {
        match results.total {
            _ if view.query.is_blank() => RelatedDisplay::Never,
            0 => RelatedDisplay::Never,
            total if total == results.item_count => RelatedDisplay::Never,
            // Items related to a guess are one more guess.
            _ if matches!(results.interpretation, QueryInterpretation::Corrected(_)) => {
                RelatedDisplay::OnDemand
            }
            total if total < FEW_RESULTS => RelatedDisplay::Unasked,
            _ => RelatedDisplay::OnDemand,
        }
    }
}

impl RelatedWording {
    /// Finds items with related wording that pass the filters of a view.
    pub fn find(library: &Library, view: &View) -> RelatedWording {
        let query = search::Query::parse(view.query.as_str());
        let outcome = library.related_wording(&Request {
            filters: &search_filters(library, view),
            ranges: &search_ranges(view),
            limit: MOST_ITEMS,
            skips_absent_facets: cfg!(feature = "parts"),
            ..Request::new(&query)
        });
        let words = outcome.added_words().into_iter().take(NAMED_WORDS);
        RelatedWording {
            items: outcome.hits.iter().map(|hit| ItemId(hit.doc.0)).collect(),
            words: words.map(str::to_owned).collect(),
            highlighter: Highlighter::new(search::Highlighter::new(library.index(), &outcome)),
        }
    }

    /// Finds them if everything is there that this reads.
    pub fn find_local(library: &Library, view: &View) -> Option<RelatedWording> {
        #[cfg(feature = "parts")]
        return match library.missing_for(|| RelatedWording::find(library, view)) {
            (related, lacks) if lacks.is_empty() => Some(related),
            _ => None,
        };
        #[cfg(not(feature = "parts"))]
        Some(RelatedWording::find(library, view))
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn few_results_show_what_is_related_unasked() {
        let check = |search: &str, expected: RelatedDisplay| {
            let library = fixture::library();
            let view = library.route("", search).view().unwrap().clone();
            let results = Results::search(&library, &view, 60);
            assert_eq!(RelatedDisplay::of(&view, &results), expected, "{search}");
        };
        check("", RelatedDisplay::Never);
        check("section=Weather", RelatedDisplay::Never);
        check("q=zeppelin", RelatedDisplay::Never);
        check("q=ferry", RelatedDisplay::Unasked);
        check("q=section:ferries+or+-section:ferries", RelatedDisplay::Never);
        check("q=passsage", RelatedDisplay::OnDemand);
    }

    #[test]
    fn items_with_related_wording_do_not_match() {
        let library = fixture::library();
        let view = library.route("", "q=bicycle").view().unwrap().clone();
        let results = Results::search(&library, &view, 60);
        let related = RelatedWording::find(&library, &view);
        assert!(!results.items.is_empty() && !related.words.is_empty());
        assert!(related.items.iter().all(|item| !results.items.contains(item)));
        assert_eq!(RelatedWording::find_local(&library, &view).map(|it| it.items), {
            Some(related.items)
        });
    }

    #[cfg(feature = "parts")]
    #[test]
    fn nothing_is_downloaded_unasked() {
        let parts = fixture::in_parts();
        let library = loop {
            let library = Library::open_in_parts(parts.store, None).unwrap();
            let lacks = parts.store.take_missing();
            if lacks.is_empty() {
                break library;
            }
            parts.insert(&lacks);
        };
        let view = library.route("", "q=bicycle").view().unwrap().clone();
        assert_eq!(RelatedWording::find_local(&library, &view), None);
        let whole = fixture::library();
        let expected = RelatedWording::find(&whole, &view);
        let found = loop {
            let (found, lacks) = library.missing_for(|| RelatedWording::find(&library, &view));
            if lacks.is_empty() {
                break found;
            }
            parts.insert(&lacks);
        };
        assert_eq!((found.items, found.words), (expected.items, expected.words));
        assert!(RelatedWording::find_local(&library, &view).is_some());
    }
}
