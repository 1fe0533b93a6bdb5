//! The ends of the page: the element it lives in, and what is said when it cannot go on.

use web_sys::Element;

/// The `id` of the element that the page lives in.
const PAGE: &str = "page";

/// The `id` of the element for what is said when it cannot.
const NOTICE: &str = "notice";

/// What is said when the program stops.
const STOPPED: &str = "This page has stopped because of a mistake in its program. Reload it to go on; \
    if it stops again, please tell whoever publishes it what you did.";

/// Has the page say so when the program stops, for the reader; and why, in the browser's console.
pub fn speak_up_on_panic() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        if let Some(notice) = element(NOTICE) {
            notice.set_text_content(Some(STOPPED));
        }
    }));
}

/// The element that the page lives in.
pub fn page_element() -> Option<Element> {
    element(PAGE)
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
