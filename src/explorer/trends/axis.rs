//! The places at which terms are compared: the periods of time, or the values of a facet.

use crate::explorer::scale::{TimeScale, day_of, span};
use crate::store::facet::Facet;
use crate::store::library::Library;
use crate::store::view::{Filter, View};
use cuttings_edition::{ItemId, Period};
use cuttings_search::{DocId, ValueId};

/// The most values of a facet that are compared.
const MAX_VALUES: usize = 20;

/// The places at which terms are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    /// The bars of a scale of time.
    Time(TimeScale),
    /// The values of a facet, the most frequent of the edition first.
    Values {
        /// The facet.
        facet: Facet,
        /// The values, with their labels.
        values: Vec<(ValueId, &'static str)>,
    },
}

impl Axis {
    /// Returns the periods from the first to the last date of an edition's items, or of those that
    /// the view allows. `None` if no item has a date.
    pub(super) fn of_time(library: &Library, view: &View) -> Option<Axis> {
        let (first, last) = span(library)?;
        let Period { from, to } = view.filters.dates;
        let limited =
            (from.map_or(first, |from| first.max(from)), to.map_or(last, |to| last.min(to)));
        let (first, last) = if limited.0 <= limited.1 { limited } else { (first, last) };
        Some(Axis::Time(TimeScale::between(first, last)))
    }

    /// Returns the values of a facet that the view filters by, or else the most frequent ones of
    /// the edition, so that they stay the same while a reader types.
    pub(super) fn of_facet(library: &Library, facet: Facet, view: &View) -> Axis {
        let mut values = Vec::new();
        if let Some(indexed) = library.index().facet(facet.id()) {
            let chosen = view.filters.iter().filter(|filter| filter.facet == facet);
            values.extend(chosen.filter_map(|filter| indexed.value_labelled(&filter.value)));
            if values.is_empty() {
                values.extend((0..indexed.len().min(MAX_VALUES) as u32).map(ValueId));
            }
            values.truncate(MAX_VALUES);
        }
        let label = |value| library.index().facet(facet.id()).map_or("", |it| it.label(value));
        let values = values.into_iter().map(|value| (value, label(value))).collect();
        Axis::Values { facet, values }
    }

    /// The number of places.
    pub(super) fn len(&self) -> usize {
        match self {
            Axis::Time(scale) => scale.len(),
            Axis::Values { values, .. } => values.len(),
        }
    }

    /// Returns the label of a place.
    pub(super) fn label(&self, place: usize) -> String {
        match self {
            Axis::Time(scale) => scale.label(place),
            Axis::Values { facet, values } => {
                values.get(place).map_or_else(String::new, |(_, value)| facet.value_label(value))
            }
        }
    }

    /// The label of all places.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Axis::Time(_) => msg!("date"),
            Axis::Values { facet, .. } => facet.label(),
        }
    }

    /// Calls `visit` with each place of an item. An item may have several tags.
    pub(super) fn places_of(&self, library: &Library, item: ItemId, mut visit: impl FnMut(usize)) {
        match self {
            Axis::Time(scale) => {
                if let Some(day) = day_of(library, item) {
                    visit(scale.bar_of(day));
                }
            }
            Axis::Values { facet, values } => {
                let of_item = library.index().facet(facet.id());
                let of_item = of_item.into_iter().flat_map(|it| it.values_of(DocId(item.0)));
                for value in of_item {
                    if let Some(place) = values.iter().position(|(other, _)| *other == value) {
                        visit(place);
                    }
                }
            }
        }
    }

    /// Limits a view to the items at a place.
    pub(super) fn limit(&self, place: usize, view: &mut View) {
        match self {
            Axis::Time(scale) => {
                let Period { from, to } = scale.period(place, place);
                let dates = &mut view.filters.dates;
                dates.from = from.max(dates.from);
                // An open end is the latest.
                dates.to = [to, dates.to].into_iter().flatten().min();
            }
            Axis::Values { facet, values } => {
                if let Some((_, value)) = values.get(place) {
                    view.filters.retain(|filter| filter.facet != *facet);
                    view.filters.insert(Filter { facet: *facet, value: (*value).into() });
                }
            }
        }
    }
}
