//! What is a person's own: read when the page starts, applied to the document and kept when it changes.

use super::stored::{self, Keep};
use crate::desk::Desk;
use crate::store::personal::{Choice, Fault, Personal};
use crate::store::preferences::{self, Preferences};
use crate::store::shelf::{self, Shelf};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{StorageEvent, Window};

/// Under which name `src/tools.js` leaves the text of a file that was brought back, in the tab.
const BROUGHT_AS: &str = "cuttings.brought";

/// Under which name a shelf that cannot be read is put aside.
const PUT_ASIDE_AS: &str = "cuttings.shelf.unreadable";

/// Reads what the browser remembers again when another tab of the page changed it; `src/tools.js` does as if one had, for
/// the switch that it shows.
pub fn listen(desk: &Desk, window: &Window) -> EventListener {
    let desk = desk.clone();
    EventListener::new(window, "storage", move |event| {
        let event = event.dyn_ref::<StorageEvent>();
        let key = event.and_then(StorageEvent::key);
        if key.as_deref() == Some(BROUGHT_AS) {
            let shelf = stored::read(Keep::InTab, BROUGHT_AS).and_then(|text| read_shelf(&text));
            desk.own.dispatch(shelf.map_or(Choice::Failed(Fault::NotOurs), Choice::Imported));
            return;
        }
        if key.as_deref() == Some(preferences::STORED_AS) {
            let text = event.and_then(StorageEvent::new_value).unwrap_or_default();
            desk.own.dispatch(Choice::Preferred(Preferences::parse(&text)));
        } else if key.is_none_or(|key| key == shelf::STORED_AS) {
            desk.own.dispatch(Choice::Remembered(remembered()));
        }
    })
}

/// Applies what is chosen and keeps what is kept, if either is not as it was `before`.
pub fn follow(desk: &Desk, before: Option<&Personal>, now: &Personal) {
    if before.is_some_and(|before| before.preferences == now.preferences && before.shelf == now.shelf) {
        return;
    }
    show(now.preferences);
    // Nothing is kept of those who chose and kept nothing.
    let shelf = if now.shelf.is_empty() { String::new() } else { stored::print_rows(&now.shelf.rows()) };
    let mut kept = keep(shelf::STORED_AS, &shelf);
    kept &= keep(preferences::STORED_AS, &now.preferences.print());
    if !kept {
        desk.own.dispatch(Choice::Failed(Fault::NotKept));
    }
}

/// What the browser remembers. A shelf that this page cannot read is put aside, for the page that can.
pub fn remembered() -> Personal {
    let read = |name| stored::read(Keep::ForGood, name).unwrap_or_default();
    let text = read(shelf::STORED_AS);
    let shelf = if text.is_empty() { Some(Shelf::default()) } else { read_shelf(&text) };
    let fault = shelf.is_none().then(|| {
        stored::write(Keep::ForGood, PUT_ASIDE_AS, &text);
        Fault::Unreadable
    });
    let preferences = Preferences::parse(&read(preferences::STORED_AS));
    Personal { preferences, shelf: shelf.unwrap_or_default(), fault }
}

/// The shelf that a text holds, if it holds one.
pub fn read_shelf(text: &str) -> Option<Shelf> {
    Shelf::of_rows(&stored::parse_rows(text)?)
}

/// Keeps a text if it is not what is kept; returns whether it is then.
fn keep(name: &str, text: &str) -> bool {
    stored::read(Keep::ForGood, name).unwrap_or_default() == text || stored::write(Keep::ForGood, name, text)
}

/// Has the stylesheets take the preferences; `src/boot.js` does the same before the first paint.
fn show(preferences: Preferences) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    let Some(root) = root else { return };
    for (key, value) in preferences.pairs() {
        let name = ["data-", key].concat();
        // Neither fails for a name of letters.
        let _ = match value {
            Some(value) => root.set_attribute(&name, value),
            None => root.remove_attribute(&name),
        };
    }
}
