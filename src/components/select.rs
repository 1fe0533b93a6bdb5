//! A choice of one among a few: the theme, the order of the results.

use crate::hooks::events::chosen_value;
use crate::hooks::property;
use yew::prelude::*;

/// A labelled `select`, called `key` among the page's controls, of `(key, label)` pairs; `onchoice` is given the key that was chosen.
pub fn select(
    key: &'static str,
    name: &'static str,
    options: &[(&'static str, &'static str)],
    chosen: &str,
    onchoice: impl Fn(String) + 'static,
) -> Html {
    let onchange = move |event: Event| {
        if let Some(key) = chosen_value(&event) {
            onchoice(key);
        }
    };
    html! {
        <label class="choice">
            <span>{ name }</span>{ " " }
            // Firefox would choose again, after a reload, what was chosen before: the page knows better. And it is told by
            // the property: once it shows a choice it takes no notice of options' attributes, which count at first.
            <select name={key} autocomplete="off" ~value={property::text(chosen)} {onchange}>
                for &(key, label) in options {
                    <option {key} value={key} selected={key == chosen}>{ label }</option>
                }
            </select>
        </label>
    }
}
