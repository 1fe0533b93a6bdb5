//! Takes over an edition that is published beside the program. The boot script downloads it while
//! the browser compiles the program, and reads the parts of a large edition when they are needed.

use crate::store::text::decimal;
use cuttings_parts::{PartId, PartStore};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The value of `window.cuttingsEdition`, which `src/js/boot/loader.js` sets.
    type SeparateEdition;

    #[wasm_bindgen(thread_local_v2, js_name = cuttingsEdition)]
    static EDITION: Option<SeparateEdition>;

    #[wasm_bindgen(method, getter)]
    fn bytes(this: &SeparateEdition) -> Vec<u8>;

    #[wasm_bindgen(method, getter)]
    fn address(this: &SeparateEdition) -> Option<String>;

    #[wasm_bindgen(method, getter, js_name = filesOf)]
    fn files_of(this: &SeparateEdition) -> Option<String>;

    #[wasm_bindgen(method)]
    fn read(this: &SeparateEdition, address: &str, cache: &str) -> Promise;

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

/// Returns the bytes of the edition, or of the head of one in parts. They are empty if there is
/// none. They stay in memory as long as the page.
pub fn take() -> &'static [u8] {
    EDITION.with(|edition| {
        let Some(edition) = edition else { return &[][..] };
        edition.bytes().leak()
    })
}

/// Returns the number of articles, from the first, that are published as files. `None` if all are.
pub fn files_of() -> Option<u32> {
    EDITION.with(|edition| edition.as_ref()?.files_of()?.parse().ok())
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
            let edition = edition.as_ref()?;
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
