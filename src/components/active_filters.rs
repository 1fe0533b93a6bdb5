//! The filters that are on, each to be removed.

use crate::desk::Desk;
use crate::state::reducer::Action;
use crate::state::view::{Filter, Filters};
use yew::prelude::*;

/// The filters that are on, each to be removed, and all at once.
pub fn active_filters(desk: &Desk, filters: &Filters) -> Html {
    if filters.is_empty() {
        return html! { <div class="active-filters" hidden=true /> };
    }
    let on_clear = desk.on_click(Action::AllCleared);
    html! {
        <div class="active-filters">
            <ul role="list" aria-label="Active filters">
                for filter in filters.iter() {
                    <li key={[filter.facet.key(), &filter.value].join(":")}>{ remove_button(desk, filter) }</li>
                }
            </ul>
            <button type="button" class="plain" onclick={on_clear}>{ "Clear all" }</button>
        </div>
    }
}

fn remove_button(desk: &Desk, filter: &Filter) -> Html {
    let name = [filter.facet.label(), ": ", &filter.facet.value_label(&filter.value)].concat();
    html! {
        <button type="button" class="chip" onclick={desk.on_click(Action::FilterRemoved(filter.clone()))}>
            <span class="unseen">{ "Remove " }</span>{ name }<span class="cross" aria-hidden="true">{ "×" }</span>
        </button>
    }
}
