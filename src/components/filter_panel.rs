//! The panel of all facets: a column on wide screens, a sheet over the page on narrow ones.

use super::facet_group::FacetGroup;
use crate::store::results::Results;
use crate::store::ui_state::{FIRST_BATCH, UiState};
use std::rc::Rc;
use yew::prelude::*;

/// The `id` of the facets.
const FACETS: &str = "facets";

/// Returns the panel of all facets, with the number of active filters. Only narrow screens show the
/// buttons that open and close it.
pub fn filter_panel(results: &Results, ui: &UiState, active: usize) -> Html {
    let facets = results.facets.iter().filter(|_| ui.render_limit() > FIRST_BATCH);
    let groups = facets.map(|counts| {
        let facet = counts.facet;
        let query = ui.facet_queries.iter().find(|(searched, _)| *searched == facet);
        let query = query.map_or("", |(_, query)| query.trim()).to_owned();
        html! {
            <FacetGroup
                key={facet.key()}
                counts={Rc::clone(counts)}
                expanded={ui.expanded_facets.contains(&facet)}
                {query}
            />
        }
    });
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
                { for groups }
                <button
                    key="done"
                    type="button"
                    class="solid filters-done"
                    popovertargetaction="hide"
                    popovertarget={FACETS}
                >
                    { msg!("filters-apply", total = results.total, of = results.item_count) }
                </button>
            </div>
        </section>
    }
}
