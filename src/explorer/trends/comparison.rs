//! The content of the picture and the table of trends: the points, with their texts and links.

use super::axis::Axis;
use super::rates::{Rates, rate_text};
use super::terms::ComparedTerm;
use crate::context::AppContext;
use crate::route::Route;
use crate::store::text::join;
use crate::store::view::{Query, View};

/// Terms that are compared in the items of a view.
pub(super) struct Comparison<'a> {
    pub(super) app: &'a AppContext,
    pub(super) view: &'a View,
    pub(super) terms: &'a [ComparedTerm],
    pub(super) axis: &'a Axis,
    pub(super) rates: &'a Rates,
}

impl Comparison<'_> {
    /// Returns the results behind a point: the items of the view at a place that have the term.
    pub(super) fn route(&self, term: usize, place: usize) -> Route {
        let mut view = self.view.clone();
        self.axis.limit(place, &mut view);
        if let Some(term) = self.terms.get(term) {
            // Printing closes what is open in the query of the view.
            let query = cuttings_search::Query::parse(view.query.as_str()).text();
            let both = [&*query, " ", term.text()].concat();
            view.query = Query::from(both.trim());
        }
        Route::Results(view)
    }

    /// Returns a point in words: "steel, May 2024: 3.4 per 10,000 words".
    pub(super) fn text(&self, term: usize, place: usize, rate: u64) -> String {
        let label = self.terms.get(term).map_or_else(String::new, ComparedTerm::label);
        msg!("trend-point", term = &label, place = &self.axis.label(place), rate = &rate_text(rate))
    }

    /// Returns the picture in words: where each term is most frequent.
    pub(super) fn summary(&self) -> String {
        let terms =
            self.terms.iter().enumerate().map(|(number, term)| match self.rates.peak(number) {
                Some((place, rate)) => msg!(
                    "trend-peak",
                    term = &term.label(),
                    place = &self.axis.label(place),
                    rate = &rate_text(rate)
                ),
                None => msg!("trend-absent", term = &term.label()),
            });
        join(&terms.collect::<Vec<String>>(), msg!("group-separator"))
    }

    /// Returns the values that have a line in the picture, from 0 to one that no rate exceeds.
    pub(super) fn ticks(&self) -> Vec<u64> {
        let highest = self.rates.highest().max(1);
        let steps =
            (0..u64::MAX.ilog10()).flat_map(|power| [1, 2, 5].map(|it| it * 10_u64.pow(power)));
        let step = { steps }.find(|step| highest.div_ceil(*step) <= MAX_STEPS).unwrap_or(highest);
        (0..=highest.div_ceil(step)).map(|number| number * step).collect()
    }
}

/// The most steps between 0 and the highest value.
const MAX_STEPS: u64 = 4;

/// Returns the class of a term, which has its mark and its line.
pub(super) fn term_class(term: usize) -> &'static str {
    let classes = ["term-1", "term-2", "term-3", "term-4", "term-5"];
    classes.get(term).copied().unwrap_or_default()
}
