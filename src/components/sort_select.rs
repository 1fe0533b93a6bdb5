//! The choice of an order.

use crate::desk::use_desk;
use crate::hooks::events::chosen_value;
use crate::state::reducer::Action;
use crate::state::view::Sort;
use yew::prelude::*;

/// The properties of [`SortSelect`].
#[derive(Properties, PartialEq)]
pub struct SortSelectProps {
    /// The order that is on.
    pub sort: Sort,
}

/// The choice of an order.
#[component]
pub fn SortSelect(props: &SortSelectProps) -> Html {
    let desk = use_desk();
    let onchange = use_callback(desk, |event: Event, desk| {
        if let Some(sort) = chosen_value(&event).and_then(|key| Sort::from_key(&key)) {
            desk.tell(Action::SortChosen(sort));
        }
    });
    html! {
        <label class="choice">
            <span>{ "Sort by" }</span>{ " " }
            <select {onchange}>
                for sort in Sort::ALL {
                    <option key={sort.key()} value={sort.key()} selected={sort == props.sort}>{ sort.label() }</option>
                }
            </select>
        </label>
    }
}
