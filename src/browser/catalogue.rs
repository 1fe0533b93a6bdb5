//! Takes over the page's messages, if they are not those that the program contains. The boot script
//! downloads them beside the program: in the language of the edition, or in that of the reader.

use crate::messages;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The value of `window.cuttingsMessages`, a text that `src/js/boot/loader.js` sets.
    type Messages;

    #[wasm_bindgen(thread_local_v2, js_name = cuttingsMessages)]
    static MESSAGES: Option<Messages>;
}

/// Sets the page's messages. They stay in memory as long as the page.
pub fn take() {
    let text = MESSAGES.with(|text| AsRef::<JsValue>::as_ref(text.as_ref()?).as_string());
    if let Some(text) = text {
        messages::install(text.leak());
    }
}
