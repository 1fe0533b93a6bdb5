//! Prints articles that the page shows only on paper.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlImageElement};
use yew::platform::spawn_local;
use yew::prelude::*;

/// The attribute of an article to print with the `href` of its page.
const PAGE_ATTRIBUTE: &str = "data-page";

/// The longest wait for pictures, in milliseconds. The browser prints those that are there.
const LONGEST_WAIT: u32 = 10_000;

/// Prints the page once the element `container` has rendered what is for paper only, and passes on
/// that the reader has printed it or not.
#[hook]
pub fn use_print(container: &NodeRef, is_printing: bool, then: Callback<()>) {
    let container = container.clone();
    use_effect_with(is_printing, move |is_printing| {
        let listener = container.cast::<Element>().filter(|_| *is_printing).map(|container| {
            make_links_internal(&container);
            let pictures = load_pictures(&container);
            spawn_local(async move {
                let wait = Promise::new(&mut |resolve, _| {
                    let end = move || drop(resolve.call0(&resolve));
                    Timeout::new(LONGEST_WAIT, end).forget();
                });
                // A picture that does not come is no reason not to print.
                let _ = JsFuture::from(Promise::race(&Array::of2(&pictures, &wait))).await;
                // Nothing happens if printing is forbidden.
                let _ = window().print();
            });
            EventListener::new(&window(), "afterprint", move |_| then.emit(()))
        });
        move || drop(listener)
    });
}

/// Has the browser load the pictures now, and returns the promise that they are decoded.
fn load_pictures(container: &Element) -> Promise {
    let all = Array::new();
    for picture in elements(container, "img") {
        // Setting an attribute with a valid name does not fail.
        let _ = picture.set_attribute("loading", "eager");
        if let Ok(picture) = picture.dyn_into::<HtmlImageElement>() {
            all.push(&picture.decode());
        }
    }
    Promise::all_settled(&all)
}

/// Gives the blocks of each article `id`s of their own, and has links to articles that are printed
/// lead to them. The table of contents is among these links.
///
/// Chromium takes a link for one within the document if it leads to the base URL, as links with
/// nothing but a fragment do.
fn make_links_internal(container: &Element) {
    let mut pages: Vec<(String, String)> = Vec::new();
    for article in elements(container, &["[", PAGE_ATTRIBUTE, "]"].concat()) {
        let id = article.id();
        for block in elements(&article, "[id]") {
            block.set_id(&[&*id, "-", &block.id()].concat());
        }
        pages.push((article.get_attribute(PAGE_ATTRIBUTE).unwrap_or_default(), id));
    }
    for link in elements(container, "a[href]") {
        let href = link.get_attribute("href").unwrap_or_default();
        let target = pages.iter().find_map(|(page, id)| match href.strip_prefix(&**page)? {
            "" => Some(id.clone()),
            fragment => Some([id, "-", fragment.strip_prefix('#')?].concat()),
        });
        if let Some(target) = target {
            // As above.
            let _ = link.set_attribute("href", &["#", &target].concat());
        }
    }
}

fn elements(container: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = container.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}
