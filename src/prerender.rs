//! The pages as HTML, made on a machine without a browser: what a reader sees before the program is there, or without it.

use crate::app::{App, AppProps};
use crate::store::library::Library;
use crate::store::personal::Personal;
use crate::store::reducer::State;
use crate::store::route::Route;
use crate::store::whole::Whole;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What the page shows at a route, as HTML.
///
/// `None` if rendering waits for something, which nothing of the page may do.
pub fn html(library: &Library, route: &Route) -> Option<String> {
    let start = Whole { state: State::opened_at(route.clone()), personal: Personal::default() };
    let props = AppProps { library: library.clone(), start };
    let page = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    match pin!(page.render()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => Some(html),
        Poll::Pending => None,
    }
}
