//! Reads what the tools' script keeps of the articles that the reader has opened.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/js/on-demand.js")]
extern "C" {
    /// Resolves to two lists of texts in JSON, or to an empty text.
    #[wasm_bindgen(js_name = keptTexts)]
    fn read(slug: &str) -> js_sys::Promise;
}

/// Returns what is kept of an article, given its slug: two lists of texts in JSON. `None` if
/// nothing is kept.
pub async fn kept_texts(slug: &str) -> Option<String> {
    let found = JsFuture::from(read(slug)).await.ok()?;
    found.as_string().filter(|it| !it.is_empty())
}
