//! Replaces the languages that a browser reports, for browsers whose driver cannot set them.

use serde_json::json;

/// The path of the script below the base.
pub(super) const PATH: &str = ".languages";

/// Returns the script.
pub(super) fn script(languages: &[&str]) -> String {
    let languages = json!(languages);
    format!(
        "Object.defineProperty(Navigator.prototype, 'languages', {{ get: () => {languages} }});"
    )
}
