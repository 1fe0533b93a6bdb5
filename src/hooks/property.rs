//! Values for elements' properties, which only the browser has.

use wasm_bindgen::JsValue;

/// Text for a property. Where there is no browser, pages are rendered without their properties, and without this.
pub fn text(value: &str) -> JsValue {
    if cfg!(target_arch = "wasm32") { JsValue::from_str(value) } else { JsValue::UNDEFINED }
}
