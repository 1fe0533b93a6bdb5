//! Trends: how often up to five words, phrases or names occur, over time or by the values of a
//! facet, as lines or dots, and as a table. Each point leads to the items behind it.

mod axis;
mod comparison;
mod controls;
mod dots;
mod lines;
mod rates;
mod table;
mod terms;

use self::axis::Axis;
use self::comparison::Comparison;
use self::controls::{TermForm, axis_select, suggested_names, term_list};
use self::dots::dots;
use self::lines::lines;
use self::rates::{Rates, TermCounts, term_counts};
use self::table::table;
use self::terms::{MAX_TERMS, TIME, compared_by, facet_named, terms_of};
use crate::context::use_app;
use crate::explored_page::ExploredPage;
use crate::explorer::facets::dividing_facets;
use crate::explorer::scale::span;
use std::rc::Rc;
use yew::prelude::*;

/// Terms compared over time or by a facet, counted in the results.
#[component]
pub(super) fn TrendsView(props: &ExploredPage) -> Html {
    let app = use_app();
    let ExploredPage { exploration, view, results, .. } = props;
    let library = app.library.clone();
    let terms = terms_of(exploration);
    let choices = use_memo(library.clone(), |library| {
        (span(library).is_some(), dividing_facets(library))
    });
    let (has_dates, facets) = &*choices;
    // Any facet can be in the address, also one that the list of choices lacks.
    let by = compared_by(exploration);
    let facet = by.and_then(|by| facet_named(&library, by)).filter(|it| library.can_narrow(*it));
    let is_by_time = *has_dates && facet.is_none() && (by == Some(TIME) || by.is_none());
    let facet = if is_by_time { None } else { facet.or(facets.first().copied()) };
    let axis = use_memo((library.clone(), facet, view.filters.clone()), |(library, facet, _)| {
        match facet {
            Some(facet) => Some(Axis::of_facet(library, *facet, view)),
            None => Axis::of_time(library, view),
        }
    });
    let lengths = use_memo(library.clone(), |library| library.index().text_lengths());
    let counts = use_memo((library.clone(), terms.clone()), |(library, terms)| {
        terms.iter().map(|term| term_counts(library, term)).collect::<Vec<TermCounts>>()
    });
    let rates = use_memo(
        (library, Rc::clone(results), Rc::clone(&counts), Rc::clone(&axis)),
        |(library, results, counts, axis)| {
            let axis = Option::as_ref(axis)?;
            Some(Rates::new(library, axis, results, counts, &lengths))
        },
    );
    let picture = Option::as_ref(&axis).zip(Option::as_ref(&rates)).filter(|_| !terms.is_empty());
    let picture = picture.map(|(axis, rates)| {
        let comparison = Comparison { app: &app, view, terms: &terms, axis, rates };
        html! {
            <>
                {
                    match axis {
                        Axis::Time(scale) => lines(&comparison, scale),
                        Axis::Values { .. } => dots(&comparison),
                    }
                }
                <p class="measure">
                    { msg!("trends-counted") }
                    if counts.iter().any(|counts| counts.counts_items) {
                        { " " }
                        { msg!("trends-names-once") }
                    }
                </p>
                { table(&comparison) }
            </>
        }
    });
    html! {
        <div class="trends">
            { term_list(&app, exploration, view, &terms) }
            if terms.len() < MAX_TERMS {
                <TermForm exploration={exploration.clone()} view={view.clone()} />
                { suggested_names(&app, exploration, view, results, &terms) }
            }
            if !terms.is_empty() {
                { axis_select(&app, view, &terms, *has_dates, facets, facet) }
            }
            { picture }
        </div>
    }
}
