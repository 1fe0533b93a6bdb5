//! All facets: a column where there is room for one, behind a button where there is none.

use super::facet_group::FacetGroup;
use crate::state::results::FacetCounts;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`Filters`].
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// The facets with their counts.
    pub facets: Rc<[FacetCounts]>,
    /// How many filters are on.
    pub on: usize,
}

/// All facets. The button that shows and hides them is itself shown only on narrow screens.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let open = use_state_eq(|| false);
    let onclick = {
        let (open, next) = (open.clone(), !*open);
        move |_: MouseEvent| open.set(next)
    };
    let label = match props.on {
        0 => "Filters".to_owned(),
        on => ["Filters, ", &on.to_string(), " on"].concat(),
    };
    html! {
        <section class={classes!("filters", open.then_some("open"))} aria-label="Filters">
            <button type="button" class="filters-button" aria-expanded={open.to_string()} aria-controls="facets" {onclick}>
                { label }
            </button>
            <div id="facets" class="facets">
                for counts in props.facets.iter() {
                    <FacetGroup key={counts.facet.key()} counts={counts.clone()} />
                }
            </div>
        </section>
    }
}
