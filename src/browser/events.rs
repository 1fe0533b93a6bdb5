//! What a component wants to know of an event.

use wasm_bindgen::JsCast;
pub use web_sys::Event;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent, MouseEvent};

/// The text in the field that was typed into.
pub fn typed_text(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// How many results the window has room for below the search box: cards, in two columns but for the first, or headlines
/// one below the other. Where it cannot be told, as many as a large one.
pub fn room(listed: bool) -> usize {
    let height =
        web_sys::window().and_then(|window| window.inner_height().ok()).and_then(|height| height.as_f64());
    let height = height.unwrap_or(1440.0);
    let (columns, above, row) = if listed { (1, 260.0, 64.0) } else { (2, 600.0, 280.0) };
    (1 + columns * ((height - above) / row).ceil() as usize).max(3)
}

/// The text in the area that was written into.
pub fn written_text(event: &Event) -> String {
    let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    area.map(|area| area.value()).unwrap_or_default()
}

/// The passage that was selected when a button was pressed: the number of the block in which it begins, and its words.
/// `src/tools.js` writes both on the button.
pub fn passage(event: &Event) -> Option<(u32, String)> {
    let button = event.target()?.dyn_into::<Element>().ok()?;
    Some((button.get_attribute("data-block")?.parse().ok()?, button.get_attribute("data-words")?))
}

/// The value of the option that was chosen.
pub fn chosen_value(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlSelectElement>().ok()?.value())
}

/// Whether a click means "go there, here": the left button and nothing held. All else is the browser's.
pub fn is_plain_click(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| {
        event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
            && !event.default_prevented()
    })
}

/// Whether the key is `Escape`, and is not ending an input method's composition.
pub fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape" && !event.is_composing())
}
