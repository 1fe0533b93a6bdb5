//! Reads what event handlers need from events. A handler of a field is on the field itself, so the
//! target of its events is that field; no function checks this.

use web_sys::{
    Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent,
    MouseEvent, PointerEvent,
};
use yew::{Callback, TargetCast};

/// Returns the text of the field that the reader typed into.
pub fn input_text(event: &Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// Returns the text of the text area that the reader typed into.
pub fn textarea_text(event: &Event) -> String {
    event.target_unchecked_into::<HtmlTextAreaElement>().value()
}

/// Returns whether the checkbox that the reader toggled is checked.
pub fn is_checked(event: &Event) -> bool {
    event.target_unchecked_into::<HtmlInputElement>().checked()
}

/// Returns the value of the option that the reader chose.
pub fn selected_value(event: &Event) -> String {
    event.target_unchecked_into::<HtmlSelectElement>().value()
}

/// Returns the passage that was selected when the reader pressed a button: the number of its first
/// block, and its text. Scripts put both on the button.
pub fn selected_passage(event: &Event) -> Option<(u32, String)> {
    let button: Element = event.target_unchecked_into();
    Some((button.get_attribute("data-block")?.parse().ok()?, button.get_attribute("data-words")?))
}

/// Returns the share of an element's width to the left of a pointer, from 0 to 1. The element is
/// the closest one around the event's target that matches `selector`.
pub fn share_across(event: &PointerEvent, selector: &str) -> f64 {
    let target: Element = event.target_unchecked_into();
    let Ok(Some(element)) = target.closest(selector) else { return 0.0 };
    let rect = element.get_bounding_client_rect();
    ((f64::from(event.client_x()) - rect.left()) / rect.width().max(1.0)).clamp(0.0, 1.0)
}

/// The code of a key that an input method handles. WebKit reports the key that ends a composition
/// after its end, so that only the code tells.
const COMPOSING_KEY_CODE: u32 = 229;

/// Returns whether the key is Escape, unless it ends the composition of an input method.
pub fn is_escape(event: &KeyboardEvent) -> bool {
    let is_composing = event.is_composing() || event.key_code() == COMPOSING_KEY_CODE;
    event.key() == "Escape" && !is_composing
}

/// Returns a click handler for a link. It handles plain clicks, with the main button and without
/// modifier keys, and leaves all others, such as those that open a tab, to the browser.
pub fn on_plain_click(handle: impl Fn() + 'static) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let has_modifier =
            event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() == 0 && !has_modifier && !event.default_prevented() {
            event.prevent_default();
            handle();
        }
    })
}
