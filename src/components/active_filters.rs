//! The filters that are on, each to be removed.

use crate::desk::{Desk, use_desk};
use crate::state::reducer::Action;
use crate::state::view::{Filter, Filters};
use yew::prelude::*;

/// The properties of [`ActiveFilters`].
#[derive(Properties, PartialEq)]
pub struct ActiveFiltersProps {
    /// The filters that are on.
    pub filters: Filters,
}

/// The filters that are on, each to be removed, and all at once.
#[component]
pub fn ActiveFilters(props: &ActiveFiltersProps) -> Html {
    let desk = use_desk();
    if props.filters.is_empty() {
        return html! { <div class="active-filters" hidden=true /> };
    }
    let buttons = props.filters.iter().map(|filter| {
        let key = format_key(filter);
        html! { <li {key}>{ remove_button(filter, &desk) }</li> }
    });
    let onclick = {
        let desk = desk.clone();
        move |_: MouseEvent| desk.tell(Action::AllCleared)
    };
    html! {
        <div class="active-filters">
            <ul role="list" aria-label="Active filters">{ for buttons }</ul>
            <button type="button" class="plain" {onclick}>{ "Clear all" }</button>
        </div>
    }
}

fn remove_button(filter: &Filter, desk: &Desk) -> Html {
    let onclick = {
        let (desk, filter) = (desk.clone(), filter.clone());
        move |_: MouseEvent| desk.tell(Action::FilterRemoved(filter.clone()))
    };
    html! {
        <button type="button" class="chip" {onclick}>
            <span class="unseen">{ "Remove " }</span>
            { filter.facet.label() }{ ": " }{ filter.facet.value_label(&filter.value) }
            <span class="cross" aria-hidden="true">{ "×" }</span>
        </button>
    }
}

fn format_key(filter: &Filter) -> String {
    [filter.facet.key(), &filter.value].join(":")
}
