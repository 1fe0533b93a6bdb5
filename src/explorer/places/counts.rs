//! The places of the results, with the number of items that mention each, and where they are.

use crate::store::facet::Facet;
use crate::store::library::Library;
use crate::store::results::Results;
use cuttings_places::{Found, Place, PlaceKind, built_in};
use cuttings_search::{DocId, ValueId};
use std::cmp::Reverse;

/// The places of results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlaceCounts {
    /// Those that most items mention, the most frequent first.
    pub(super) places: Vec<PlaceCount>,
    /// The number of all places.
    pub(super) total: usize,
}

/// A place with the number of items that mention it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlaceCount {
    /// The name in the edition.
    pub(super) name: &'static str,
    /// The number of items.
    pub(super) items: u32,
    /// The place, and the others of that name. `None` if it is not known where that is.
    pub(super) found: Option<Found<'static>>,
}

impl PlaceCount {
    /// Returns whether several places have the name.
    pub(super) fn is_ambiguous(&self) -> bool {
        self.found.as_ref().is_some_and(|found| !found.others.is_empty())
    }

    /// Returns the name, with a mark if several places have it.
    pub(super) fn marked_name(&self) -> String {
        if self.is_ambiguous() { [self.name, "*"].concat() } else { self.name.to_owned() }
    }

    /// Returns the country that the place is in, unless it is one.
    pub(super) fn country(&self) -> Option<&'static str> {
        let place = self.found.as_ref()?.place;
        let is_country = place.kind == PlaceKind::Country;
        Some(country_name(place)).filter(|name| !is_country && !name.is_empty())
    }

    /// Returns where the other places of that name are: their countries, and whether they are
    /// regions there.
    pub(super) fn others(&self) -> Vec<String> {
        let others = self.found.iter().flat_map(|found| &found.others);
        let mut texts: Vec<String> = others
            .map(|place| match place.kind {
                PlaceKind::Region => msg!("region-of", country = country_name(place)),
                _ => country_name(place).to_owned(),
            })
            .collect();
        texts.dedup();
        texts
    }
}

impl PlaceCounts {
    /// Iterates over the places that are on the map.
    pub(super) fn located(&self) -> impl Iterator<Item = &'static Place> + Clone {
        self.places.iter().filter_map(|it| it.found.as_ref().map(|found| found.place))
    }

    /// Returns whether several places have one of the names.
    pub(super) fn has_ambiguous(&self) -> bool {
        self.places.iter().any(PlaceCount::is_ambiguous)
    }
}

/// Counts the items of results that mention each place, and returns at most `limit` places. It
/// reads the facet's lists, and the names of the places that it returns.
pub(super) fn place_counts(library: &Library, results: &Results, limit: usize) -> PlaceCounts {
    let Some(facet) = library.index().facet(Facet::Place.id()) else {
        return PlaceCounts { places: Vec::new(), total: 0 };
    };
    let mut counts = vec![0_u32; facet.len()];
    for item in results.items.iter() {
        for ValueId(value) in facet.values_of(DocId(item.0)) {
            if let Some(count) = counts.get_mut(value as usize) {
                *count += 1;
            }
        }
    }
    let mut values: Vec<(Reverse<u32>, u32)> = (0..)
        .zip(counts)
        .filter(|(_, items)| *items > 0)
        .map(|(value, items)| (Reverse(items), value))
        .collect();
    let total = values.len();
    values.sort_unstable();
    values.truncate(limit);
    let place = |(Reverse(items), value)| {
        let name = facet.label(ValueId(value));
        // A name that has not arrived is empty.
        (!name.is_empty()).then(|| PlaceCount { name, items, found: built_in().find(name) })
    };
    PlaceCounts { places: values.into_iter().filter_map(place).collect(), total }
}

/// Returns whether all that tells the places of items has arrived.
pub(super) fn is_complete(library: &Library) -> bool {
    library.index().facet(Facet::Place.id()).is_none_or(|facet| facet.has_all_labels())
}

/// Returns the name of a place's country, in the language of the page; its code if there is none.
pub(super) fn country_name(place: &'static Place) -> &'static str {
    let code = place.country.code();
    let mut names = msg!("country-names").split(", ");
    let name = names.find_map(|name| name.strip_prefix(code)?.strip_prefix(' '));
    name.unwrap_or(code)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn items_are_counted_once_for_each_place() {
        let library = fixture::on_the_map();
        let counts = |search: &str, limit| {
            let counts = place_counts(&library, &fixture::results(&library, search), limit);
            let places = counts.places.iter().map(|it| (it.name, it.items));
            (places.collect::<Vec<_>>(), counts.total)
        };
        let all = [("Kyiv", 2), ("Georgia", 1), ("Norden", 1), ("Odesa", 1)];
        assert_eq!(counts("", 9), (all.to_vec(), 4));
        assert_eq!(counts("", 1), (all[..1].to_vec(), 4));
        assert_eq!(counts("place=Odesa", 9), (vec![("Kyiv", 1), ("Odesa", 1)], 2));
        assert_eq!(counts("q=zzzz", 9), (vec![], 0));
    }

    #[test]
    #[cfg(feature = "parts")]
    fn what_has_not_arrived_is_noted_as_missing() {
        let parts = fixture::in_parts();
        let library = loop {
            let library = Library::open_in_parts(parts.store, None).unwrap();
            match &parts.store.take_missing()[..] {
                [] => break library,
                missing => parts.insert(missing),
            }
        };
        let mut rounds = 0;
        let counts = loop {
            let count = || place_counts(&library, &fixture::results(&library, ""), 9);
            let (counts, missing) = library.missing_for(count);
            if missing.is_empty() {
                break counts;
            }
            rounds += 1;
            parts.insert(&missing);
        };
        let names = counts.places.iter().map(|it| (it.name, it.items)).collect::<Vec<_>>();
        assert_eq!((names, counts.total), (vec![("Norden", 1)], 1));
        assert!(rounds > 0 && is_complete(&library));
    }

    #[test]
    fn every_country_has_a_name() {
        for place in built_in().places() {
            assert_ne!(country_name(place), place.country.code());
        }
    }
}
