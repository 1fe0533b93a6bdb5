//! Renders pages to HTML without a browser, for readers whose program has not started yet or never
//! will.

use crate::app::{App, AppProps};
use crate::route::Route;
use crate::store::app_state::AppState;
use crate::store::library::Library;
use crate::store::ui_state::UiState;
use crate::store::user_data::UserData;
use std::cell::RefCell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Renders the pages of an edition.
#[derive(Debug)]
pub struct Prerenderer {
    /// The state of the page rendered last. Pages of one view share its results.
    state: RefCell<AppState>,
}

impl Prerenderer {
    /// Creates a renderer for an edition.
    pub fn new(library: &Library) -> Prerenderer {
        let ui = UiState::opened_at(Route::default());
        let state = AppState::new(library.clone(), ui, UserData::default());
        Prerenderer { state: RefCell::new(state) }
    }

    /// Renders the page at a route. Returns `None` if a component waits for something, which none
    /// may do.
    pub fn html(&self, route: &Route) -> Option<String> {
        let start = self.state.borrow().reopened_at(route.clone());
        self.state.replace(start.clone());
        let page =
            yew::LocalServerRenderer::<App>::with_props(AppProps { start }).hydratable(false);
        match pin!(page.render()).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(html) => Some(html),
            Poll::Pending => None,
        }
    }
}
