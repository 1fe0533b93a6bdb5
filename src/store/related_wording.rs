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
            // What is related to a guess is one more guess.
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
        {
            let (related, lacks) = library.missing_for(|| RelatedWording::find(library, view));
            lacks.is_empty().then_some(related)
        }
        #[cfg(not(feature = "parts"))]
        Some(RelatedWording::find(library, view))
    }
}
