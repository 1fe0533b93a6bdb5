//! Takes over an edition that is published beside the program, and the messages in its language.
//! The boot script downloads both while the browser compiles the program.

use crate::messages;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The value of `window.cuttingsEdition`, which `src/js/boot/loader.js` sets.
    type SeparateEdition;

    #[wasm_bindgen(thread_local_v2, js_name = cuttingsEdition)]
    static EDITION: Option<SeparateEdition>;

    #[wasm_bindgen(method, getter)]
    fn bytes(this: &SeparateEdition) -> Vec<u8>;

    #[wasm_bindgen(method, getter)]
    fn messages(this: &SeparateEdition) -> Option<String>;
}

/// Sets the page's messages, and returns the bytes of the edition, which are empty if there is
/// none. Both stay in memory as long as the page.
pub fn take() -> &'static [u8] {
    EDITION.with(|edition| {
        let Some(edition) = edition else { return &[][..] };
        if let Some(text) = edition.messages() {
            messages::install(text.leak());
        }
        edition.bytes().leak()
    })
}
