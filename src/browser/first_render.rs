//! Renders the page for the first time.
//!
//! This is here rather than in `main.rs`, because generic code is compiled once for each of the two
//! crates that use it: Yew's would be in the program twice.

use super::failure::page_element;
use crate::app::{App, AppProps};
use crate::store::app_state::AppState;
use gloo::timers::callback::Timeout;

/// Renders the page from its first state.
pub fn render(start: AppState) {
    let Some(element) = page_element() else { return };
    let page = yew::Renderer::<App>::with_root_and_props(element, AppProps { start });
    // Rendering gets a task of its own, because compiling the program has just blocked the main
    // thread.
    Timeout::new(0, move || drop(page.render())).forget();
}
