//! The keys, listed, and the switch for single keys.

use crate::hooks::events::ticked;
use crate::state::preferences::{Choice, Preferences, SingleKeys};
use yew::prelude::*;

/// Each key, and what it does.
const KEYS: [(&str, &str); 3] = [
    ("/", "Go to the search box"),
    ("Esc", "Clear the search box, when you are in it"),
    ("?", "Show this list"),
];

/// The keys, listed, and the switch for single keys. Whoever has the `dialog` opens it.
pub fn keys_dialog(dialog: &NodeRef, preferences: &UseReducerHandle<Preferences>) -> Html {
    let onchange = {
        let preferences = preferences.dispatcher();
        move |event: Event| {
            let keys = if ticked(&event) { SingleKeys::On } else { SingleKeys::Off };
            preferences.dispatch(Choice::KeysSwitched(keys));
        }
    };
    html! {
        <dialog ref={dialog} class="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{ "Keyboard shortcuts" }</h2>
            <dl>
                for (key, does) in KEYS {
                    <div key={key}><dt><kbd>{ key }</kbd></dt><dd>{ does }</dd></div>
                }
            </dl>
            <label class="value">
                <input type="checkbox" checked={preferences.keys == SingleKeys::On} {onchange} />{ " " }
                <span class="name">{ "Single-key shortcuts" }</span>
            </label>
            <p class="hint">{ "Switch them off if you dictate, or if they get in the way of your own keys." }</p>
            <form method="dialog"><button class="solid">{ "Close" }</button></form>
        </dialog>
    }
}
