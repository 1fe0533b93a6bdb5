//! Buttons.

use yew::prelude::*;

/// Returns a plain button.
pub fn button(label: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Html {
    let label: AttrValue = label.into();
    html! { <button type="button" class="plain" {onclick}>{ label }</button> }
}

/// Returns a button that opens the popover with this `id`.
pub fn popover_button(label: &'static str, popover: &'static str) -> Html {
    html! { <button type="button" class="plain" popovertarget={popover}>{ label }</button> }
}

/// Returns a button with a state, on or off, and its accessible name.
pub fn toggle_button(
    name: impl Into<AttrValue>,
    label: &'static str,
    is_on: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    let name: AttrValue = name.into();
    html! {
        <button
            type="button"
            class="plain toggle"
            aria-label={name}
            aria-pressed={if is_on { "true" } else { "false" }}
            {onclick}
        >
            { label }
        </button>
    }
}

/// Returns a button that expands something.
pub fn expand_button(
    label: impl Into<AttrValue>,
    is_expanded: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    let label: AttrValue = label.into();
    html! {
        <button
            type="button"
            class="plain"
            aria-expanded={if is_expanded { "true" } else { "false" }}
            {onclick}
        >
            { label }
        </button>
    }
}

/// Returns a button for a script: it does what `action` names, and is hidden if the browser lacks
/// what it `needs`.
pub fn script_button(label: &'static str, action: &'static str, needs: &'static str) -> Html {
    html! {
        <button type="button" class="plain" data-do={action} data-needs={needs}>{ label }</button>
    }
}
