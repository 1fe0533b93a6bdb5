//! Renders the page for the first time.
//!
//! This is in the library rather than in a program, because generic code is compiled once for each
//! of the two crates that use it: Yew's would be in the program twice.

use super::failure::page_element;
use crate::app::{App, AppProps};
use crate::explored_page::Explorer;
use crate::store::app_state::AppState;
use gloo::timers::callback::Timeout;

/// Renders the page from its first state, with what renders its views that explore the edition.
pub fn render(start: AppState, explorer: Option<Explorer>) {
    let Some(element) = page_element() else { return };
    let page = yew::Renderer::<App>::with_root_and_props(element, AppProps { start, explorer });
    // Rendering gets a task of its own, because compiling the program has just blocked the main
    // thread.
    Timeout::new(0, move || drop(page.render())).forget();
}
