//! The keys, listed, and the switch for single keys.

use crate::hooks::events::ticked;
use crate::hooks::modal::use_modal;
use crate::state::preferences::SingleKeys;
use yew::prelude::*;

/// Each key, what it does, and whether it is a single key that can be switched off.
const KEYS: [(&str, &str); 3] = [
    ("/", "Go to the search box"),
    ("Esc", "Clear the search box, when you are in it"),
    ("?", "Show this list"),
];

/// The properties of [`KeysDialog`].
#[derive(Properties, PartialEq)]
pub struct KeysDialogProps {
    /// Whether it is shown.
    pub open: bool,
    /// Whether single keys are on.
    pub keys: SingleKeys,
    /// Told that single keys were switched on or off.
    pub onswitch: Callback<SingleKeys>,
    /// Told that it was closed.
    pub onclose: Callback<()>,
}

/// The keys, listed, and the switch for single keys.
#[component]
pub fn KeysDialog(props: &KeysDialogProps) -> Html {
    let dialog = use_modal(props.open, &props.onclose);
    let onchange = use_callback(props.onswitch.clone(), |event: Event, onswitch| {
        onswitch.emit(if ticked(&event) { SingleKeys::On } else { SingleKeys::Off });
    });
    html! {
        <dialog ref={dialog} class="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{ "Keyboard shortcuts" }</h2>
            <dl>
                for (key, does) in KEYS {
                    <div key={key}><dt><kbd>{ key }</kbd></dt><dd>{ does }</dd></div>
                }
            </dl>
            <label class="value">
                <input type="checkbox" checked={props.keys == SingleKeys::On} {onchange} />{ " " }
                <span class="name">{ "Single-key shortcuts" }</span>
            </label>
            <p class="hint">{ "Switch them off if you dictate, or if they get in the way of your own keys." }</p>
            <form method="dialog"><button class="solid">{ "Close" }</button></form>
        </dialog>
    }
}
