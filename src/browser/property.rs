//! Values for the properties of elements.

pub use wasm_bindgen::JsValue;

/// Returns text as the value of a property. Pages rendered on a host have no properties.
pub fn text(value: &str) -> JsValue {
    if cfg!(target_arch = "wasm32") { JsValue::from_str(value) } else { JsValue::UNDEFINED }
}
