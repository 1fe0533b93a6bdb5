//! Where the focus and the scroll position go when another page is shown.

use crate::store::route::{Route, Slug};
use crate::store::text::decimal;
use wasm_bindgen::JsCast;
use web_sys::{Document, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The `id` of a page's first heading.
pub const HEADING: &str = "heading";

/// The `id` of what the page is about.
pub const MAIN: &str = "main";

/// The `id` of a block of an article, by its number from 1.
pub fn block_id(number: u32) -> String {
    ["p", &decimal(u64::from(number))].concat()
}

/// The `id` of the link to an article in a list.
pub fn link_id(slug: &str) -> String {
    let mut id = String::from("to-");
    id.push_str(slug);
    id
}

/// A link was followed from `left` to another page: its beginning, the block with this number if it is not 0, or the article
/// that one comes back from.
pub fn at_new_page(left: &Route, now: &Route, block: u32) {
    let Some((window, document)) = window_and_document() else { return };
    if let Some(block) = document.get_element_by_id(&block_id(block)) {
        focus_element(&document, HEADING);
        block.scroll_into_view();
    } else if let Some(link) = link_to(&document, left, now) {
        focus(&document, &link);
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        link.scroll_into_view_with_scroll_into_view_options(&options);
    } else {
        focus_element(&document, HEADING);
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The browser went back or forward to a page that was left at this scroll position.
pub fn at_known_page(left: &Route, now: &Route, scroll: f64) {
    let Some((window, document)) = window_and_document() else { return };
    if !left.same_page(now) {
        match link_to(&document, left, now) {
            Some(link) => focus(&document, &link),
            None => focus_element(&document, HEADING),
        }
    }
    window.scroll_to_with_x_and_y(0.0, scroll);
}

/// Goes to a block of the article that is shown.
pub fn at_block(number: u32) {
    let block = window_and_document().and_then(|(_, document)| document.get_element_by_id(&block_id(number)));
    if let Some(block) = block {
        block.scroll_into_view();
    }
}

/// Scrolls the page to where it was.
pub fn scroll_to(scroll: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, scroll);
    }
}

/// How far down the page is scrolled.
pub fn scroll_position() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Puts the focus on what the page is about, past all that is on every page.
pub fn focus_main() {
    if let Some((_, document)) = window_and_document() {
        focus_element(&document, MAIN);
    }
}

/// The link on a results page to the article that was left for it.
fn link_to(document: &Document, left: &Route, now: &Route) -> Option<HtmlElement> {
    let slug: &Slug = match (left, now) {
        (Route::Article { slug, .. }, Route::Results(_)) => slug,
        _ => return None,
    };
    document.get_element_by_id(&link_id(slug.as_str()))?.dyn_into().ok()
}

fn focus_element(document: &Document, id: &str) {
    if let Some(element) = document.get_element_by_id(id).and_then(|element| element.dyn_into().ok()) {
        focus(document, &element);
    }
}

/// Moves the focus, without scrolling; not away from someone who is typing.
fn focus(document: &Document, element: &HtmlElement) {
    if document.active_element().is_some_and(|active| active.tag_name() == "INPUT") {
        return;
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // It fails for nothing that is an element.
    let _ = element.focus_with_options(&options);
}

fn window_and_document() -> Option<(web_sys::Window, Document)> {
    let window = web_sys::window()?;
    let document = window.document()?;
    Some((window, document))
}
