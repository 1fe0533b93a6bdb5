//! Single keys that do something wherever one is.

use crate::state::preferences::SingleKeys;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// The `id` of the search box.
pub const SEARCH_BOX: &str = "search";

/// `/` goes to the search box, `?` has the keys shown; unless single keys are off, or someone is writing.
#[hook]
pub fn use_shortcuts(keys: SingleKeys, keys_shown: &UseStateHandle<bool>) {
    let keys_shown = keys_shown.setter();
    use_effect_with(keys, move |keys| {
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.filter(|_| *keys == SingleKeys::On).map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if event.ctrl_key()
                    || event.meta_key()
                    || event.alt_key()
                    || event.is_composing()
                    || is_written_into(event)
                {
                    return;
                }
                match &event.key()[..] {
                    "/" => focus_search_box(),
                    "?" => keys_shown.set(true),
                    _ => return,
                }
                event.prevent_default();
            })
        });
        move || drop(listener)
    });
}

/// Puts the focus into the search box, with its text selected.
pub fn focus_search_box() {
    let input = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(SEARCH_BOX))
        .and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        // It fails for nothing that is an element.
        let _ = input.focus();
        input.select();
    }
}

/// Whether the key goes to something that takes text, or a dialog is open.
fn is_written_into(event: &KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let takes_text = match &element.tag_name()[..] {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !element
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|input| matches!(&input.type_()[..], "checkbox" | "radio")),
        _ => element.is_content_editable(),
    };
    takes_text || element.closest("dialog[open]").ok().flatten().is_some()
}
