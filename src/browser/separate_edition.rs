//! Takes over an edition that the boot script has downloaded while the browser compiled the
//! program: one that is published beside the program, or a collection of the reader's own.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The value of `window.cuttingsEdition`, which `src/js/boot/loader.js` sets.
    pub(super) type SeparateEdition;

    #[wasm_bindgen(thread_local_v2, js_name = cuttingsEdition)]
    pub(super) static EDITION: Option<SeparateEdition>;

    #[wasm_bindgen(method, getter)]
    fn bytes(this: &SeparateEdition) -> Vec<u8>;

    #[cfg(feature = "parts")]
    #[wasm_bindgen(method, getter, js_name = filesOf)]
    fn files_of(this: &SeparateEdition) -> Option<String>;
}

/// Returns the bytes of the edition, or of the head of one in parts, if there is one. They stay in
/// memory as long as the page.
pub fn take() -> Option<&'static [u8]> {
    EDITION.with(|edition| Some(&*edition.as_ref()?.bytes().leak()))
}

/// Returns the number of articles, from the first, that are published as files. `None` if all are.
#[cfg(feature = "parts")]
pub fn files_of() -> Option<u32> {
    EDITION.with(|edition| edition.as_ref()?.files_of()?.parse().ok())
}
