//! The dialog that lists the keyboard shortcuts.

use crate::browser::events::is_checked;
use crate::context::AppContext;
use crate::messages::MessageId;
use crate::store::preferences::Setting;
use crate::store::ui_state::UiAction;
use crate::store::user_data::UserAction;
use yew::prelude::*;

/// Each key with its description. `src/js/tools/keys.js` handles the single keys.
const KEYS: [(&str, MessageId); 13] = [
    ("/", msg_id!("key-search")),
    ("Esc", msg_id!("key-clear")),
    ("↓", msg_id!("key-suggestions")),
    ("j", msg_id!("key-next-result")),
    ("k", msg_id!("key-previous-result")),
    ("Enter", msg_id!("key-open")),
    ("n", msg_id!("key-next-hit")),
    ("p", msg_id!("key-previous-hit")),
    ("]", msg_id!("key-next-article")),
    ("[", msg_id!("key-previous-article")),
    ("s", msg_id!("key-save")),
    ("t", msg_id!("key-theme")),
    ("?", msg_id!("key-keys")),
];

/// The `id` of the dialog's title.
const TITLE: &str = "keys-title";

/// Returns the dialog that lists the keyboard shortcuts, with a switch for single keys (WCAG
/// 2.1.4), which is on if `single_keys` is true. `dialog` becomes the reference for it. The element
/// stays when the dialog is closed, so that the browser gives the focus back.
pub fn keys_dialog(app: &AppContext, dialog: NodeRef, is_open: bool, single_keys: bool) -> Html {
    let (app, closing) = (app.clone(), app.clone());
    let close = move |_: Event| closing.dispatch(UiAction::KeysDialogClosed);
    let switch = move |event: Event| {
        let key = if is_checked(&event) { "on" } else { "off" }.to_owned();
        app.dispatch(UserAction::PreferenceChosen(Setting::SingleKeys, key));
    };
    let rows = || {
        KEYS.map(|(key, description)| {
            html! { <div><dt><kbd>{ key }</kbd></dt><dd>{ description.text() }</dd></div> }
        })
    };
    html! {
        <dialog
            id="keys"
            class="panel keys"
            aria-labelledby={TITLE}
            ref={dialog}
            onclose={close}
        >
            if is_open {
                <h2 id={TITLE}>{ msg!("keyboard-shortcuts") }</h2>
                <dl>{ for rows() }</dl>
                <label class="value">
                    <input type="checkbox" checked={single_keys} onchange={switch} />
                    { " " }
                    <span class="name">{ msg!("single-keys") }</span>
                </label>
                <p class="hint">{ msg!("single-keys-help") }</p>
                <form method="dialog"><button class="primary">{ msg!("close") }</button></form>
            }
        </dialog>
    }
}
