//! Downloads parts of a large edition through the boot script, which knows where they are.

use super::separate_edition::EDITION;
use crate::store::text::decimal;
use cuttings_parts::{PartId, PartStore};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The same object as [`SeparateEdition`](super::separate_edition::SeparateEdition): that of an
    /// edition in parts has these as well.
    type EditionInParts;

    #[wasm_bindgen(method, getter)]
    fn address(this: &EditionInParts) -> Option<String>;

    #[wasm_bindgen(method)]
    fn read(this: &EditionInParts, address: &str, cache: &str) -> Promise;

    type Navigator;

    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: Navigator;

    #[wasm_bindgen(method, getter)]
    fn connection(this: &Navigator) -> Option<Connection>;

    /// The Network Information API, which only Chromium has.
    type Connection;

    #[wasm_bindgen(method, getter, js_name = saveData)]
    fn save_data(this: &Connection) -> Option<bool>;
}

/// A download of a part that has begun.
pub(super) struct Download {
    part: PartId,
    bytes: JsFuture,
}

impl Download {
    /// Begins to download a part. `again` passes over what a cache has.
    pub(super) fn begin(part: PartId, again: bool) -> Option<Download> {
        EDITION.with(|edition| {
            let edition: &EditionInParts = edition.as_ref()?.unchecked_ref();
            let head = edition.address()?;
            let folder = head.strip_suffix(".bin")?;
            let address = [folder, "/", &decimal(u64::from(part.0)), ".bin"].concat();
            let bytes = edition.read(&address, if again { "reload" } else { "default" });
            Some(Download { part, bytes: bytes.into() })
        })
    }

    /// Waits for the part, and gives it to the store. Returns the number of its bytes, or `None` if
    /// it does not come or is not the right one.
    pub(super) async fn finish(self, store: &'static PartStore<'static>) -> Option<usize> {
        let bytes = self.bytes.await.ok()?.dyn_into::<Uint8Array>().ok()?.to_vec();
        let length = bytes.len();
        // A part stays in memory as long as the page. So does one that is refused, which is rare.
        let bytes = Box::leak(bytes.into_boxed_slice());
        store.insert(self.part, bytes).ok().map(|()| length)
    }
}

/// Returns whether the reader has asked to save data.
pub(super) fn saves_data() -> bool {
    let connection = NAVIGATOR.with(Navigator::connection);
    connection.and_then(|connection| connection.save_data()).unwrap_or_default()
}
