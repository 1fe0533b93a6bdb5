//! What a component wants to know of an event.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Event, InputEvent, KeyboardEvent, MouseEvent};

/// The text in the field that was typed into.
pub fn typed_text(event: &InputEvent) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// The value of the option that was chosen.
pub fn chosen_value(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlSelectElement>().ok()?.value())
}

/// Whether the box was ticked or cleared.
pub fn ticked(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .is_some_and(|input| input.checked())
}

/// Whether a click means "go there, here": the left button and nothing held. All else is the browser's.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented()
}

/// Whether the key is `Escape`, and is not ending an input method's composition.
pub fn is_escape(event: &KeyboardEvent) -> bool {
    event.key() == "Escape" && !event.is_composing()
}
