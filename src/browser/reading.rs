//! Reading: how far someone is in an article.

use super::history::location;
use crate::desk::Desk;
use crate::store::personal::Choice;
use crate::store::route::Route;
use crate::store::shelf::Shelving;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A block above this many pixels from the top is not what is being read.
const TOP: f64 = 80.0;

/// Keeps how far the article is read, if one is.
pub fn keep_place(desk: &Desk) {
    if let (Route::Article { slug, .. }, Some(place)) = (location(&desk.library), place()) {
        desk.own.dispatch(Choice::Shelved(slug.shared(), place));
    }
}

/// How far the article is read; nothing at its beginning, where one also comes back to, for what is over the text.
fn place() -> Option<Shelving> {
    let window = web_sys::window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    let blocks = window.document()?.query_selector_all(".prose > [id]").ok()?;
    let bottom =
        |place| Some(blocks.item(place)?.unchecked_into::<Element>().get_bounding_client_rect().bottom());
    let last = blocks.length().checked_sub(1)?;
    if bottom(last)? <= height {
        return Some(Shelving::EndReached);
    }
    let first =
        (0..=last).find(|place| bottom(*place).is_some_and(|bottom| bottom > TOP)).unwrap_or_default();
    (first > 0).then(|| Shelving::PlaceReached(first + 1))
}
