//! Where the page lives, and what is said when it cannot start. When it stops, `src/boot.js` says so.

use web_sys::Element;

/// The `id` of the element that the page lives in.
const PAGE: &str = "page";

/// The `id` of the element for what is said when it cannot.
const NOTICE: &str = "notice";

/// What is said when the edition cannot be opened, before the reason.
const CANNOT_OPEN: &str = "These articles cannot be opened: their file did not arrive as it was published. Reload the page; if that does not \
    help, tell whoever publishes it to build it again. What is wrong: ";

/// Says that the edition cannot be opened, why, and what to do.
pub fn cannot_open(reason: &str) {
    let Some(notice) = element(NOTICE) else { return };
    if let Ok(Some(words)) = notice.query_selector("p") {
        words.set_text_content(Some(&[CANNOT_OPEN, reason, "."].concat()));
    }
    // It fails for no name that is a constant.
    let _ = notice.remove_attribute("hidden");
}

/// The element that the page lives in.
pub fn page_element() -> Option<Element> {
    element(PAGE)
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
