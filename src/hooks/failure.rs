//! Where the page lives, and what is said when it cannot start. When it stops, `src/boot.js` says so.

use web_sys::Element;

/// The `id` of the element that the page lives in.
const PAGE: &str = "page";

/// The `id` of the element for what is said when it cannot.
const NOTICE: &str = "notice";

/// What is said when the edition cannot be opened, before the reason.
const CANNOT_OPEN: &str = "These articles cannot be opened, because their file did not arrive as it was published. \
    Reload the page; if that does not help, empty the browser’s cache for this site, or tell whoever publishes it \
    that it has to be built again. What is wrong: ";

/// Says that the edition cannot be opened, why, and what to do.
pub fn cannot_open(reason: &str) {
    if let Some(notice) = element(NOTICE) {
        notice.set_text_content(Some(&[CANNOT_OPEN, reason, "."].concat()));
    }
}

/// The element that the page lives in.
pub fn page_element() -> Option<Element> {
    element(PAGE)
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
