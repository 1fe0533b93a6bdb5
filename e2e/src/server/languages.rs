//! Replaces the languages that a browser reports, for browsers whose driver cannot set them.

use serde_json::json;

/// Returns the script.
pub(super) fn script(languages: &[&str]) -> String {
    let languages = json!(languages);
    format!(
        "Object.defineProperty(Navigator.prototype, 'languages', {{ get: () => {languages} }});"
    )
}
