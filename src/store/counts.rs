//! The values of a facet, with what choosing each would give, and which of them are shown.

use super::facet::Facet;
use super::library::Library;
use super::text::find;
use cuttings_search::{FacetId, ValueId, fold};
use std::rc::Rc;

/// How many values a facet shows before someone asks for all.
pub const FIRST: usize = 8;

/// A facet's values with their counts. An edition may name tens of thousands of people: what is not shown costs a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// Which of the index's it is.
    pub id: FacetId,
    /// How many items choosing each value would give, in the order of the index.
    pub counts: Vec<u32>,
    /// The values that are chosen.
    pub chosen: Vec<ValueId>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// The value, as the index spells it.
    pub value: Rc<str>,
    /// How many items choosing it would give.
    pub count: u32,
    /// Whether it is chosen.
    pub on: bool,
}

impl FacetCounts {
    /// How many values there are.
    pub fn size(&self) -> usize {
        self.counts.len()
    }

    /// Whether there are more values than are shown at once. Then those with most items come first, whatever the view;
    /// a few stay where they are, so that nothing moves under the pointer.
    pub fn is_long(&self) -> bool {
        self.size() > FIRST
    }

    /// The first `most` of the values that have `text` in them, as the search sees letters, and all that are chosen.
    pub fn shown(&self, library: &Library, most: usize, text: &str) -> Vec<ValueCount> {
        let Some(facet) = library.index().facet(self.id) else { return Vec::new() };
        let count = |value: u32| self.counts.get(value as usize).copied().unwrap_or_default();
        let text = fold(text);
        let mut first: Vec<(u32, u32)> = Vec::new();
        for (value, label) in facet.values() {
            if !text.is_empty() && find(&fold(label), &text).is_none() {
                continue;
            }
            let rank = match self.facet.order().iter().position(|fixed| *fixed == label) {
                Some(place) => place as u32,
                None if self.is_long() => u32::MAX - count(value.0),
                None => u32::MAX,
            };
            first.push((rank, value.0));
            // Not all of many are sorted to have the first of them.
            if first.len() >= most.saturating_mul(4) {
                first.sort_unstable();
                first.truncate(most);
            }
        }
        first.sort_unstable();
        first.truncate(most);
        let mut values: Vec<ValueId> = first.into_iter().map(|(_, value)| ValueId(value)).collect();
        for &value in &self.chosen {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let shown = |value: ValueId| ValueCount {
            value: facet.label(value).into(),
            count: count(value.0),
            on: self.chosen.contains(&value),
        };
        values.into_iter().map(shown).collect()
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::store::results::Results;
    use crate::store::view::{Filter, Filters, Query, View};
    use cuttings_edition::{Item, ItemId};
    use cuttings_search::DocId;
    use proptest::prelude::*;

    fn results(search: &str) -> (Library, Results) {
        let library = fixture::library();
        let results = Results::of(&library, library.route("", search).view().unwrap(), 60);
        (library, results)
    }

    /// Values as "value count", the chosen ones with a star.
    #[track_caller]
    fn check(search: &str, facet: Facet, most: usize, text: &str, expected: &[&str]) {
        let (library, results) = results(search);
        let counts = results.facets.iter().find(|counts| counts.facet == facet).unwrap();
        let shown =
            |value: ValueCount| format!("{} {}{}", value.value, value.count, if value.on { "*" } else { "" });
        let found: Vec<String> = counts.shown(&library, most, text).into_iter().map(shown).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn counts_are_what_choosing_gives() {
        let check = |search, facet, expected| check(search, facet, FIRST, "", expected);
        check("", Facet::Kind, &["article 3", "teaser 2"]);
        check("kind=teaser", Facet::Kind, &["article 3", "teaser 2*"]);
        check("kind=teaser", Facet::Section, &["Ferries 0", "Weather 1", "Elections 1"]);
        check("q=ferry&section=Ferries", Facet::Section, &["Ferries 1*", "Weather 1", "Elections 0"]);
        check("", Facet::Length, &["short 2", "medium 1"]);
    }

    #[test]
    fn the_first_are_shown_and_those_that_are_chosen() {
        check("section=Elections", Facet::Section, 1, "", &["Ferries 2", "Elections 1*"]);
        check("section=Elections", Facet::Section, 9, "FERR", &["Ferries 2", "Elections 1*"]);
        check("", Facet::Section, 9, "zz", &[]);
    }

    #[test]
    fn of_many_those_with_most_items_come_first() {
        let library = fixture::library();
        let id = library.index().facet_named("section").unwrap();
        let counts = FacetCounts {
            facet: Facet::Section,
            id,
            counts: vec![0, 2, 1, 9, 9, 9, 9, 9, 9],
            chosen: vec![],
        };
        let labels = |most| {
            let shown = counts.shown(&library, most, "");
            shown.iter().map(|value| value.value.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(labels(3), ["Weather", "Elections", "Ferries"]);
        assert_eq!(labels(1), ["Weather"]);
        assert_eq!(labels(0), [""; 0]);
    }

    /// Whether an item has a value, by what the edition says of the item itself.
    fn has(library: &Library, item: ItemId, filter: &Filter) -> bool {
        let shown = library.item(item).unwrap();
        let named = filter.facet.kind().and_then(|kind| library.find_entity(kind, &filter.value));
        match (filter.facet, &shown) {
            (Facet::Section, item) => item.section() == &*filter.value,
            (Facet::Kind, Item::Article(_)) => &*filter.value == "article",
            (Facet::Kind, Item::Teaser(_)) => &*filter.value == "teaser",
            (Facet::Length, _) => {
                let facet = library.index().facet(library.index().facet_named("length").unwrap()).unwrap();
                facet.values_of(DocId(item.0)).any(|value| facet.label(value) == &*filter.value)
            }
            _ => library.entities_in(item).any(|entity| Some(entity) == named),
        }
    }

    /// Every value of every facet of the fixture.
    fn all_filters(library: &Library) -> Vec<Filter> {
        let everything = Results::of(library, &View::default(), 60);
        let of = |counts: &FacetCounts| {
            let facet = counts.facet;
            let values = counts.shown(library, usize::MAX, "");
            values.into_iter().map(move |value| Filter { facet, value: value.value }).collect::<Vec<_>>()
        };
        everything.facets.iter().flat_map(of).collect()
    }

    proptest! {
        #[test]
        fn counts_leave_their_own_facet_out(
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
            let matching = Results::of(&library, &matching, 60).items;
            // What the other facets let through: of each that has something chosen, any of that.
            let passes = |item: ItemId, but: Option<Facet>| {
                Facet::ALL.into_iter().filter(|facet| Some(*facet) != but).all(|facet| {
                    let mut of_facet = filters.iter().filter(|filter| filter.facet == facet).peekable();
                    of_facet.peek().is_none() || of_facet.any(|filter| has(&library, item, filter))
                })
            };
            let view = View { query: Query::from(query), filters: filters.clone(), ..View::default() };
            let results = Results::of(&library, &view, 60);
            prop_assert_eq!(results.total, matching.iter().filter(|item| passes(**item, None)).count());
            for counts in results.facets.iter() {
                for value in counts.shown(&library, usize::MAX, "") {
                    let filter = Filter { facet: counts.facet, value: value.value };
                    let expected = matching
                        .iter()
                        .filter(|item| passes(**item, Some(counts.facet)) && has(&library, **item, &filter))
                        .count();
                    prop_assert_eq!(value.count as usize, expected, "{:?} with {:?}", filter, filters);
                    prop_assert_eq!(value.on, filters.contains(&filter));
                }
            }
        }
    }
}
