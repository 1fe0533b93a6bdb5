//! Moves the focus and the scroll position when the page changes.

use crate::ids::{HEADING, MAIN, block_id, link_id};
use crate::route::Route;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Enters a page through a link: at its beginning, at a block if the number is not 0, or at the
/// article that the reader comes back from.
pub fn enter_new_page(old: &Route, new: &Route, block: u32) {
    if let Some(block) = element(&block_id(block)) {
        focus_id(HEADING);
        block.scroll_into_view();
    } else if let Some(link) = link_to_old_page(old, new) {
        focus(&link);
        scroll_to_element(&link, ScrollLogicalPosition::Center);
    } else {
        focus_id(HEADING);
        scroll_to(0.0);
    }
}

/// Enters a page through the browser's history, at the scroll position at which it was left. If
/// the heights of texts have changed since, because the typefaces have arrived, the focused link
/// may be out of sight there.
pub fn enter_known_page(old: &Route, new: &Route, scroll: f64) {
    scroll_to(scroll);
    if old.same_page(new) {
        return;
    }
    match link_to_old_page(old, new) {
        Some(link) => {
            focus(&link);
            scroll_to_element(&link, ScrollLogicalPosition::Nearest);
        }
        None => focus_id(HEADING),
    }
}

/// Scrolls to a block of an article, or to a distance from the top if its number is 0. Returns
/// whether the page already reaches there.
pub fn approach(block: u32, scroll: f64) -> bool {
    if block == 0 {
        scroll_to(scroll);
        return scroll_position() >= scroll;
    }
    let block = element(&block_id(block));
    block.is_some_and(|block| {
        block.scroll_into_view();
        true
    })
}

/// Scrolls to a block of the current article and focuses it, so that the keyboard goes on from
/// there, for example from a footnote.
pub fn scroll_to_block(number: u32) {
    if let Some(block) = element(&block_id(number)) {
        if block.tab_index() < 0 {
            block.set_tab_index(-1);
        }
        focus(&block);
        block.scroll_into_view();
    }
}

fn scroll_to_element(element: &HtmlElement, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls the page to a distance from its top, in pixels.
pub fn scroll_to(scroll: f64) {
    window().scroll_to_with_x_and_y(0.0, scroll);
}

/// Returns the distance that the page is scrolled from its top, in pixels.
pub fn scroll_position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Focuses the page's main content.
pub fn focus_main() {
    focus_id(MAIN);
}

/// Focuses the first of some elements, by their `id`s, that is there and not disabled, and scrolls
/// to it if it is out of sight.
pub fn focus_first_of(ids: &[String]) {
    let mut elements = ids.iter().filter_map(|id| element(id));
    if let Some(element) = elements.find(|element| !element.has_attribute("disabled")) {
        // Focusing an HTML element does not fail.
        let _ = element.focus();
    }
}

/// Returns the link on a results page to the article that the reader left.
fn link_to_old_page(old: &Route, new: &Route) -> Option<HtmlElement> {
    match (old, new) {
        (Route::Article { slug, .. }, Route::Results(_)) => element(&link_id(slug.as_str())),
        _ => None,
    }
}

fn focus_id(id: &str) {
    if let Some(element) = element(id) {
        focus(&element);
    }
}

/// Moves the focus without scrolling, unless the reader is typing.
fn focus(element: &HtmlElement) {
    if document().active_element().is_some_and(|active| active.tag_name() == "INPUT") {
        return;
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Focusing an HTML element does not fail.
    let _ = element.focus_with_options(&options);
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
