//! All facets: a column where there is room for one, behind a button where there is none.

use super::facet_group::FacetGroup;
use crate::desk::Desk;
use crate::state::results::FacetCounts;
use yew::prelude::*;

/// All facets, of which `on` values are chosen. The button that shows and hides them is itself shown only on narrow
/// screens.
pub fn filters(desk: &Desk, facets: &[FacetCounts], on: usize, open: &UseStateHandle<bool>) -> Html {
    let onclick = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    let expanded = if **open { "true" } else { "false" };
    let label = if on == 0 { "Filters".to_owned() } else { ["Filters, ", &on.to_string(), " on"].concat() };
    html! {
        <section class="filters" aria-label="Filters">
            <button type="button" class="filters-button" aria-expanded={expanded} aria-controls="facets" {onclick}>
                { label }
            </button>
            <div id="facets" class="facets">
                for counts in facets {
                    <FacetGroup key={counts.facet.key()} desk={desk.clone()} counts={counts.clone()} />
                }
            </div>
        </section>
    }
}
