//! The ends of the page: the element it lives in, and what is said when it cannot start or go on.

use web_sys::Element;

/// The `id` of the element that the page lives in.
const PAGE: &str = "page";

/// The `id` of the element for what is said when it cannot.
const NOTICE: &str = "notice";

/// What is said when the program stops.
const STOPPED: &str = "This page has stopped because of a mistake in its program. Reload it to go on; \
    if it stops again, please tell whoever publishes it what you did.";

/// What is said when the edition cannot be opened, before the reason.
const CANNOT_OPEN: &str = "These articles cannot be opened, because their file did not arrive as it was published. \
    Reload the page; if that does not help, empty the browser’s cache for this site, or tell whoever publishes it \
    that it has to be built again. What is wrong: ";

/// Has the page say so when the program stops, for the reader; and why, in the browser's console.
pub fn speak_up_on_panic() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        say(STOPPED);
    }));
}

/// Says that the edition cannot be opened, why, and what to do.
pub fn cannot_open(reason: &str) {
    say(&[CANNOT_OPEN, reason, "."].concat());
}

/// The element that the page lives in.
pub fn page_element() -> Option<Element> {
    element(PAGE)
}

fn say(text: &str) {
    if let Some(notice) = element(NOTICE) {
        notice.set_text_content(Some(text));
    }
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
