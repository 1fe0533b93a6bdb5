//! Values for elements' properties, which only the browser has.

pub use wasm_bindgen::JsValue as Value;

/// Text for a property. Where there is no browser, pages are rendered without their properties, and without this.
pub fn text(value: &str) -> Value {
    if cfg!(target_arch = "wasm32") { Value::from_str(value) } else { Value::UNDEFINED }
}
