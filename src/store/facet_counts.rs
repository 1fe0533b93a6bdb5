//! The values of a facet with their numbers of results, and the selection of values to show.

use super::facet::Facet;
use super::library::Library;
use super::text::find;
use cuttings_search::{FacetId, ValueId, fold};
use std::rc::Rc;

/// The number of values that a facet shows before the reader asks for all.
pub const SHOWN_VALUES: usize = 8;

/// A facet's values with their numbers of results.
///
/// Values that are not shown cost one number each: an edition may name tens of thousands of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// The facet's id in the index.
    pub id: FacetId,
    /// The number of results for each value, in the order of the index. The values after these have
    /// not been counted, because what tells their results has not arrived.
    pub counts: Vec<u32>,
    /// The number of values.
    pub len: usize,
    /// The selected values.
    pub selected: Vec<ValueId>,
}

/// A value of a facet with its number of results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// The value, as the index spells it.
    pub value: Rc<str>,
    /// The number of results if the value is selected; `None` if they have not been counted.
    pub count: Option<u32>,
    /// True if the value is selected.
    pub selected: bool,
}

impl FacetCounts {
    /// The number of values that have results or are selected, or `limit` if there are more.
    pub fn size(&self, limit: usize) -> usize {
        let values = (0..self.len as u32).filter(|value| self.is_offered(ValueId(*value)));
        values.take(limit).count()
    }

    /// Returns whether the facet has more values than it shows at once. A long list starts with the
    /// values with most results; a short one keeps its order, so that nothing moves under the
    /// pointer.
    pub fn is_long(&self) -> bool {
        self.len > SHOWN_VALUES
    }

    /// Returns whether choosing a value gives or may give results, or it is chosen and can be
    /// removed.
    fn is_offered(&self, value: ValueId) -> bool {
        self.count(value) != Some(0) || self.selected.contains(&value)
    }

    fn count(&self, value: ValueId) -> Option<u32> {
        self.counts.get(value.0 as usize).copied()
    }

    /// Returns the first `limit` values with results whose labels contain `text`, and all selected
    /// values. Labels and text are compared as the search folds them.
    pub fn shown(&self, library: &Library, limit: usize, text: &str) -> Vec<ValueCount> {
        let Some(facet) = library.index().facet(self.id) else { return Vec::new() };
        let text = fold(text);
        let fixed_order = self.facet.fixed_order();
        let mut first: Vec<(u32, u32)> = Vec::new();
        let mut last = (u32::MAX, u32::MAX);
        for value in (0..facet.len() as u32).map(ValueId) {
            if !self.is_offered(value) {
                continue;
            }
            let mut fixed_order = fixed_order.iter();
            let rank = match fixed_order.position(|fixed| *fixed == facet.label(value)) {
                Some(position) => position as u32,
                None if self.is_long() => u32::MAX - self.count(value).unwrap_or_default(),
                None => u32::MAX,
            };
            // Few values rank before those found so far, so few labels are read, and without a text
            // none, which need not be there.
            if (rank, value.0) > last
                || !text.is_empty() && find(&fold(facet.label(value)), &text).is_none()
            {
                continue;
            }
            first.push((rank, value.0));
            // Truncating now and then avoids sorting all values for the first few.
            if first.len() >= limit.saturating_mul(4) {
                first.sort_unstable();
                first.truncate(limit);
                last = first.last().copied().unwrap_or_default();
            }
        }
        first.sort_unstable();
        first.truncate(limit);
        let mut values: Vec<ValueId> = first.into_iter().map(|(_, value)| ValueId(value)).collect();
        for &value in &self.selected {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let shown = |value: ValueId| ValueCount {
            value: facet.label(value).into(),
            count: self.count(value),
            selected: self.selected.contains(&value),
        };
        values.into_iter().map(shown).collect()
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture::{self, first_results};
    use crate::store::results::Results;
    use crate::store::view::{Filter, Filters, Query, View};
    use cuttings_edition::{Item, ItemId};
    use cuttings_search::DocId;
    use proptest::prelude::*;

    /// Compares values as "value count", with a star after selected ones.
    #[track_caller]
    fn check(search: &str, facet: Facet, limit: usize, text: &str, expected: &[&str]) {
        let (library, results) = first_results(search);
        let counts = results.facets.iter().find(|counts| counts.facet == facet).unwrap();
        let shown = |value: ValueCount| {
            format!(
                "{} {}{}",
                value.value,
                value.count.unwrap(),
                if value.selected { "*" } else { "" }
            )
        };
        let found: Vec<String> =
            counts.shown(&library, limit, text).into_iter().map(shown).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn counts_are_the_results_of_selecting_a_value() {
        let check = |search, facet, expected| check(search, facet, SHOWN_VALUES, "", expected);
        check("", Facet::Kind, &["article 3", "teaser 2"]);
        check("kind=teaser", Facet::Kind, &["article 3", "teaser 2*"]);
        check("kind=teaser", Facet::Section, &["Weather 1", "Elections 1"]);
        check("q=ferry&section=Ferries", Facet::Section, &["Ferries 2*", "Weather 1"]);
        check("q=norden&section=Elections", Facet::Section, &["Ferries 1", "Elections 0*"]);
        check("", Facet::Length, &["short 2", "medium 1"]);
    }

    #[test]
    fn first_and_selected_values_are_shown() {
        check("section=Elections", Facet::Section, 1, "", &["Ferries 2", "Elections 1*"]);
        check("section=Elections", Facet::Section, 9, "FERR", &["Ferries 2", "Elections 1*"]);
        check("", Facet::Section, 9, "zz", &[]);
    }

    #[test]
    fn long_lists_start_with_the_most_frequent_values() {
        let library = fixture::library();
        let id = library.index().facet_named("section").unwrap();
        let counts = FacetCounts {
            facet: Facet::Section,
            id,
            counts: vec![1, 3, 2, 9, 9, 9, 9, 9, 0],
            len: 9,
            selected: vec![],
        };
        let labels = |limit| {
            let shown = counts.shown(&library, limit, "");
            shown.iter().map(|value| value.value.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(labels(3), ["Weather", "Elections", "Ferries"]);
        assert_eq!(labels(1), ["Weather"]);
        assert_eq!(labels(0), [""; 0]);
        assert_eq!(counts.size(9), 8, "without the one that has no results");
        assert_eq!(counts.size(3), 3, "no more are counted");
    }

    /// Returns whether the item itself has the value of a filter.
    fn has(library: &Library, item: ItemId, filter: &Filter) -> bool {
        let shown = library.item(item).unwrap();
        let named = filter.facet.kind().and_then(|kind| library.find_entity(kind, &filter.value));
        match (filter.facet, &shown) {
            (Facet::Section, item) => item.section() == &*filter.value,
            (Facet::Kind, Item::Article(_)) => &*filter.value == "article",
            (Facet::Kind, Item::Teaser(_)) => &*filter.value == "teaser",
            (Facet::Length | Facet::Author | Facet::Language, _) => {
                let facet = library.index().facet(filter.facet.id()).unwrap();
                facet.values_of(DocId(item.0)).any(|value| facet.label(value) == &*filter.value)
            }
            _ => library.entities_in(item).any(|entity| Some(entity) == named),
        }
    }

    /// Returns every value of every facet of the fixture.
    fn all_filters(library: &Library) -> Vec<Filter> {
        let everything = Results::search(library, &View::default(), 60);
        let of = |counts: &std::rc::Rc<FacetCounts>| {
            let facet = counts.facet;
            let values = counts.shown(library, usize::MAX, "");
            values
                .into_iter()
                .map(move |value| Filter { facet, value: value.value })
                .collect::<Vec<_>>()
        };
        everything.facets.iter().flat_map(of).collect()
    }

    proptest! {
        #[test]
        fn counts_ignore_the_filters_of_their_own_facet(
            chosen in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
            query in prop::sample::select(vec!["", "ferry", "norden", "storm OR ferry", "the"]),
        ) {
            let library = fixture::library();
            let all = all_filters(&library);
            let mut filters = Filters::default();
            for index in chosen {
                filters.insert(index.get(&all).clone());
            }
            let matching = View { query: Query::from(query), ..View::default() };
            let matching = Results::search(&library, &matching, 60).items;
            // An item passes a facet that has no filter, or any one of its filters.
            let passes = |item: ItemId, but: Option<Facet>| {
                Facet::BUILT_IN.into_iter().filter(|facet| Some(*facet) != but).all(|facet| {
                    let mut of_facet = filters.iter().filter(|filter| filter.facet == facet).peekable();
                    of_facet.peek().is_none() || of_facet.any(|filter| has(&library, item, filter))
                })
            };
            let view = View { query: Query::from(query), filters: filters.clone(), ..View::default() };
            let results = Results::search(&library, &view, 60);
            prop_assert_eq!(results.total, matching.iter().filter(|item| passes(**item, None)).count());
            for counts in results.facets.iter() {
                for value in counts.shown(&library, usize::MAX, "") {
                    let filter = Filter { facet: counts.facet, value: value.value };
                    let expected = matching
                        .iter()
                        .filter(|item| passes(**item, Some(counts.facet)) && has(&library, **item, &filter))
                        .count();
                    let expected = Some(expected as u32);
                    prop_assert_eq!(value.count, expected, "{:?} with {:?}", filter, filters);
                    prop_assert_eq!(value.selected, filters.contains(&filter));
                }
            }
        }
    }
}
