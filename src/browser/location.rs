//! Reads the browser's URL.

use crate::route::{Route, UrlStyle};
use crate::store::library::Library;
use gloo::utils::{document, document_element, window};

/// Returns the route at the browser's URL.
pub fn current_route(library: &Library) -> Route {
    let href = window().location().href().unwrap_or_default();
    let (address, fragment) = href.split_once('#').unwrap_or((&href, ""));
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let folder = base.rfind('/').and_then(|end| base.get(..=end)).unwrap_or_default();
    let relative = address.strip_prefix(folder).unwrap_or(address);
    let (path, search) = relative.split_once('?').unwrap_or((relative, ""));
    let (path, search) = library.url_style().split(path, search, fragment);
    library.route(path, search)
}

/// Returns the form in which links are written, as the `html` element says.
pub fn url_style() -> UrlStyle {
    if document_element().has_attribute("data-fragments") {
        UrlStyle::Fragments
    } else {
        UrlStyle::Paths
    }
}

/// Returns the title of a collection of the reader's own, which may have changed since its edition
/// was built (`src/js/worker/collections.js`).
pub fn own_title() -> Option<String> {
    document_element().get_attribute("data-title")
}
