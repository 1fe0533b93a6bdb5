//! The numbers of a timeline: the items of each bar, or the dates that they name, by the values of
//! a facet.

use crate::explorer::scale::TimeScale;
use crate::store::facet::Facet;
use crate::store::library::Library;
use crate::store::view::View;
use cuttings_edition::{Day, ItemId};
use cuttings_search::{DocId, ValueId};

/// The most values with a band of their own. More shades than these look alike.
const MAX_BANDS: usize = 5;

/// Items, or the dates that they name, by time, divided into bands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Series {
    /// The bands from the bottom of the bars to their top. Each has a count for each bar.
    pub(super) bands: Vec<Band>,
    /// The items in each bar.
    pub(super) totals: Vec<u32>,
    /// The number of items without a date.
    pub(super) undated: usize,
}

impl Series {
    /// The number of dated items.
    pub(super) fn total(&self) -> usize {
        self.totals.iter().sum::<u32>() as usize
    }

    /// Returns the first of the highest bars, and the items in it.
    pub(super) fn peak(&self) -> (usize, u32) {
        let highest = self.totals.iter().copied().max().unwrap_or_default();
        let peak = self.totals.iter().position(|total| *total == highest);
        (peak.unwrap_or_default(), highest)
    }
}

/// The items with a value of the facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Band {
    /// The value; none for all items without one of the others.
    pub(super) value: Option<&'static str>,
    /// The items in each bar.
    pub(super) counts: Vec<u32>,
    /// The number of dated items.
    pub(super) total: u32,
}

/// Counts days of items by time and by the values of a facet: those that the view filters by, or
/// else the most frequent ones of the edition, so that the bands stay the same while a reader
/// types. Each day counts once, for the first value of its item.
pub(super) fn series(
    library: &Library,
    scale: &TimeScale,
    days: impl Iterator<Item = (ItemId, Option<Day>)>,
    view: &View,
    stack: Option<Facet>,
) -> Series {
    let facet = stack.and_then(|stack| Some((stack, library.index().facet(stack.id())?)));
    let mut values: Vec<ValueId> = Vec::new();
    if let Some((stack, facet)) = &facet {
        let chosen = view.filters.iter().filter(|filter| filter.facet == *stack);
        values.extend(chosen.filter_map(|filter| facet.value_labelled(&filter.value)));
        if values.is_empty() {
            values.extend((0..facet.len() as u32).map(ValueId));
        }
        values.truncate(MAX_BANDS);
    }
    // The last band has all other items.
    let mut bands: Vec<Band> = values
        .iter()
        .map(|value| facet.map(|(_, facet)| facet.label(*value)))
        .chain([None])
        .map(|value| Band { value, counts: vec![0; scale.len()], total: 0 })
        .collect();
    let mut totals = vec![0; scale.len()];
    let mut undated = 0;
    for (item, day) in days {
        let Some(day) = day else {
            undated += 1;
            continue;
        };
        let bar = scale.bar_of(day);
        let mut of_item = facet.iter().flat_map(|(_, facet)| facet.values_of(DocId(item.0)));
        let band = of_item.find_map(|value| values.iter().position(|other| *other == value));
        if let Some(band) = bands.get_mut(band.unwrap_or(values.len())) {
            band.total += 1;
            if let Some(count) = band.counts.get_mut(bar) {
                *count += 1;
            }
        }
        if let Some(total) = totals.get_mut(bar) {
            *total += 1;
        }
    }
    bands.retain(|band| band.total > 0);
    Series { bands, totals, undated }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::explorer::facets::dividing_facets;
    use crate::explorer::scale::{day_of, span};
    use crate::fixture;

    #[test]
    fn items_count_once_in_the_bar_of_their_date() {
        let library = fixture::dated();
        let (first, last) = span(&library).unwrap();
        let scale = TimeScale::between(first, last);
        let results = fixture::results(&library, "");
        let view = View::default();
        let stack = dividing_facets(&library).into_iter().next();
        let days = results.items.iter().map(|item| (*item, day_of(&library, *item)));
        let series = series(&library, &scale, days, &view, stack);
        let of_bands = |bar: usize| series.bands.iter().map(|band| band.counts[bar]).sum::<u32>();
        assert!((0..scale.len()).all(|bar| of_bands(bar) == series.totals[bar]));
        let dated = series.totals.iter().sum::<u32>() as usize;
        assert_eq!(dated + series.undated, results.items.len());
        assert!(dated > 0 && series.undated > 0);
    }

    #[test]
    fn a_filter_names_the_bands() {
        let library = fixture::dated();
        let (first, last) = span(&library).unwrap();
        let scale = TimeScale::between(first, last);
        let route = library.route("", "tag=prices");
        let view = route.view().unwrap();
        let results = fixture::results(&library, "tag=prices");
        let days = results.items.iter().map(|item| (*item, day_of(&library, *item)));
        let series = series(&library, &scale, days, view, Some(Facet::Tag));
        let values: Vec<_> = series.bands.iter().map(|band| band.value).collect();
        assert_eq!(values, [Some("prices")]);
    }
}
