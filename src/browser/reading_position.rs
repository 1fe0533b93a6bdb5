//! Records how far the reader has read an article.

use crate::context::AppContext;
use crate::route::Route;
use crate::store::bookmarks::BookmarkAction;
use crate::store::user_data::UserAction;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The pause in scrolling after which the position is recorded, in milliseconds.
const PAUSE: u32 = 400;

/// Blocks that end above this distance from the top of the window, in pixels, have been read.
const TOP: f64 = 80.0;

/// Records the reading position whenever scrolling in an article pauses.
#[hook]
pub fn use_reading_position(app: &AppContext, route: &Route) {
    let app = app.clone();
    let slug = if let Route::Article { slug, .. } = route { Some(slug.clone()) } else { None };
    use_effect_with(slug, move |slug| {
        let pause = Rc::new(Cell::new(None::<Timeout>));
        let on_scroll = {
            let (slug, pause) = (slug.clone(), Rc::clone(&pause));
            move |_: &Event| {
                let Some(slug) = slug.clone() else { return };
                let app = app.clone();
                pause.set(Some(Timeout::new(PAUSE, move || {
                    if let Some(action) = reading_position() {
                        app.dispatch(UserAction::BookmarkChanged(slug.shared(), action));
                    }
                })));
            }
        };
        let listener = EventListener::new(&window(), "scroll", on_scroll);
        move || {
            drop(listener);
            pause.take();
        }
    });
}

/// Returns the reading position; `None` at the beginning, where readers also come back to for other
/// reasons.
fn reading_position() -> Option<BookmarkAction> {
    let height = window().inner_height().ok()?.as_f64()?;
    let blocks = document().query_selector_all(".prose [id^=p]").ok()?;
    let bottom = |index| {
        let block = blocks.item(index)?.unchecked_into::<Element>();
        Some(block.get_bounding_client_rect().bottom())
    };
    let last = blocks.length().checked_sub(1)?;
    if bottom(last)? <= height {
        return Some(BookmarkAction::EndReached);
    }
    // The blocks follow each other, so a few measurements find the first that is visible.
    let (mut first, mut after) = (0, last);
    while first < after {
        let middle = first.midpoint(after);
        if bottom(middle)? > TOP {
            after = middle;
        } else {
            first = middle + 1;
        }
    }
    (first > 0).then(|| BookmarkAction::PositionReached(first + 1))
}
