//! Preferences: read when the page starts, applied to the document and remembered when they change.

use super::stored::{self, Keep};
use crate::state::preferences::{Choice, Preferences, STORED_AS, Theme};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

/// The person's preferences. The first render has the defaults, whatever is remembered, so that it is the same on every
/// machine; `src/boot.js` has set the theme by then.
#[hook]
pub fn use_preferences() -> UseReducerHandle<Preferences> {
    let preferences = use_reducer_eq(Preferences::default);
    let known = use_state_eq(|| false);
    {
        let (dispatcher, known) = (preferences.dispatcher(), known.setter());
        use_effect_with((), move |()| {
            if let Some(text) = stored::read(Keep::ForGood, STORED_AS) {
                dispatcher.dispatch(Choice::Remembered(Preferences::parse(&text)));
            }
            known.set(true);
            // Another tab of the page chose something.
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "storage", move |event| {
                    if let Some(event) = event.dyn_ref::<StorageEvent>()
                        && event.key().as_deref() == Some(STORED_AS)
                    {
                        let text = event.new_value().unwrap_or_default();
                        dispatcher.dispatch(Choice::Remembered(Preferences::parse(&text)));
                    }
                })
            });
            move || drop(listener)
        });
    }
    use_effect_with((*preferences, *known), |&(preferences, known)| {
        if known {
            show(preferences.theme);
            let text = preferences.print();
            // Nothing is kept of those who chose nothing.
            if stored::read(Keep::ForGood, STORED_AS).unwrap_or_default() != text {
                stored::write(Keep::ForGood, STORED_AS, &text);
            }
        }
    });
    preferences
}

/// Has the stylesheet take a theme; `src/boot.js` does the same before the first paint.
fn show(theme: Theme) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        // Neither fails for a name that is a constant.
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.key()),
        };
    }
}
