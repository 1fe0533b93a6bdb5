//! The panel of all facets: a column on wide screens, a sheet over the page on narrow ones.

use super::date_group::date_group;
use super::facet_group::FacetGroup;
use crate::context::AppContext;
use crate::store::facet::Facet;
use crate::store::results::Results;
use crate::store::ui_state::{FIRST_BATCH, UiState};
use crate::store::view::Filters;
use std::rc::Rc;
use yew::prelude::*;

/// The `id` of the facets.
const FACETS: &str = "facets";

/// Returns the panel of all facets, with the number of active filters. Only narrow screens show the
/// buttons that open and close it.
pub fn filter_panel(app: &AppContext, results: &Results, ui: &UiState, filters: &Filters) -> Html {
    let active = filters.len();
    let is_shown = ui.render_limit > FIRST_BATCH;
    let facets = if is_shown { &results.facets[..] } else { &[] };
    let mut groups: Vec<Html> = Vec::new();
    let mut dates = date_group(app, results, filters.dates).filter(|_| is_shown);
    for counts in facets.iter().filter(|counts| counts.size(1) > 0) {
        let facet = counts.facet;
        if facet > Facet::Kind {
            groups.extend(dates.take());
        }
        let query = ui.facet_queries.iter().find(|(searched, _)| *searched == facet);
        let query = query.map_or("", |(_, query)| query.trim()).to_owned();
        groups.push(html! {
            <FacetGroup
                key={facet.key()}
                counts={Rc::clone(counts)}
                pages={ui.expanded_facets.iter().filter(|other| **other == facet).count()}
                {query}
            />
        });
    }
    groups.extend(dates);
    html! {
        <section class="filters" aria-label={msg!("filters")}>
            // Their number is in the name only: the list of active filters shows it.
            <button
                type="button"
                class="filters-button"
                popovertarget={FACETS}
                aria-label={(active > 0).then(|| msg!("filters-active", count = active))}
            >
                { msg!("filters") }
            </button>
            <div class="facets" popover="auto" id={FACETS}>
                <div>{ for groups }</div>
                <button
                    type="button"
                    class="primary filters-done"
                    popovertargetaction="hide"
                    popovertarget={FACETS}
                >
                    { msg!("filters-apply", total = results.total, of = results.item_count) }
                </button>
            </div>
        </section>
    }
}
