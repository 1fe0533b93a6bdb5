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
use self::rates::{Counted, Rates, TermCounts, term_counts};
use self::table::table;
use self::terms::{MAX_TERMS, TIME, compared_by, facet_named, terms_of};
use crate::context::use_app;
use crate::explored_page::ExploredPage;
use crate::explorer::facets::dividing_facets;
use crate::explorer::scale::{has_enough_dates, span};
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
        (span(library).is_some(), has_enough_dates(library), dividing_facets(library))
    });
    let (has_dates, has_enough_dates, facets) = &*choices;
    // Any facet can be in the address, also one that the list of choices lacks.
    let by = compared_by(exploration);
    let facet = by.and_then(|by| facet_named(&library, by)).filter(|it| library.can_narrow(*it));
    let prefers_time = *has_enough_dates || facets.is_empty();
    let is_by_time =
        *has_dates && facet.is_none() && (by == Some(TIME) || by.is_none() && prefers_time);
    let facet = if is_by_time { None } else { facet.or(facets.first().copied()) };
    let axis =
        use_memo(
            (library.clone(), facet, view.filters.clone()),
            |(library, facet, _)| match facet {
                Some(facet) => Some(Axis::of_facet(library, *facet, view)),
                None => Axis::of_time(library, view),
            },
        );
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
    let is_any = |counted| counts.iter().any(|counts| counts.counted == counted);
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
                    if is_any(Counted::Mentions) {
                        { " " }
                        { msg!("trends-names") }
                    } else if is_any(Counted::Items) {
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
            // Always one node, so that the form before it stays, with its focus.
            { picture.unwrap_or_default() }
        </div>
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use crate::fixture;
    use crate::prerender::Prerenderer;
    use crate::store::library::Library;

    /// Renders the view of an edition at a query string.
    fn html(library: &Library, search: &str) -> String {
        Prerenderer::new(library).html(&library.route("trends/", search)).unwrap()
    }

    #[test]
    fn points_and_cells_lead_to_their_items() {
        let html = html(&fixture::dated(), "term=ferry&term=storm");
        let of_may = "href=\"./?q=ferry&amp;from=2023-05-01&amp;to=2023-05-31\"";
        assert_eq!(html.matches(of_may).count(), 2);
        assert!(html.contains("ferry: most in May 2023, 2,500 per 10,000 words"));
        assert!(html.contains("storm: no occurrences"), "its item has no date");
    }

    #[test]
    fn a_query_and_filters_stay() {
        let html = html(&fixture::dated(), "q=%22back&tag=boats&term=ferry&by=section");
        let of_section = "href=\"./?q=%22back%22+ferry&amp;section=Ferries&amp;tag=boats\"";
        assert_eq!(html.matches(of_section).count(), 2);
    }

    #[test]
    fn without_dates_sections_are_compared() {
        let html = html(&fixture::library(), "term=ferry");
        assert!(html.contains("trend-dots") && !html.contains("trend-lines"));
    }

    #[test]
    fn a_few_dates_are_compared_only_on_demand() {
        let library = fixture::rarely_dated();
        let by_default = html(&library, "term=ferry");
        assert!(by_default.contains("trend-dots") && !by_default.contains("trend-lines"));
        let by_date = html(&library, "term=ferry&by=date");
        assert!(by_date.contains("trend-lines") && !by_date.contains("trend-dots"));
    }

    #[test]
    fn names_are_suggested_until_there_are_five_terms() {
        let library = fixture::library();
        let adds = "href=\"./trends/?term=ferry&amp;term=person%3A%22Ada+Berg%22\"";
        let adds_unescaped = "href=\"./trends/?term=ferry&amp;term=person:%22Ada+Berg%22\"";
        let one = html(&library, "term=ferry");
        assert!(one.contains(adds) || one.contains(adds_unescaped), "{one}");
        assert!(one.contains("add-term"));
        let five = html(&library, "term=a&term=b&term=c&term=d&term=e");
        assert!(!five.contains("names-to-compare") && !five.contains("add-term"));
    }
}
