//! Renders the rest of a page when there is time.

use crate::context::AppContext;
use crate::store::app_state::{AppAction, AppState};
use crate::store::ui_state::UiAction;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// The pause in typing after which all results are rendered, in milliseconds.
const PAUSE: u32 = 100;

/// Requests the next batch while the page is incomplete: all results of a query at a pause in
/// typing, and what is to be rendered in the next task, so that input comes between. Then removes
/// the article that the reader left, in batches as well.
#[hook]
pub fn use_render_batches(app: &AppContext, state: &AppState) {
    let app = app.clone();
    let left = state.left.as_ref().map(|left| left.blocks);
    use_effect_with((Rc::clone(&state.ui), left), move |(ui, left)| {
        let delay = if ui.is_partial() { PAUSE } else { 0 };
        let action = match ui.is_incomplete() {
            true => Some(UiAction::MoreRequested.into()),
            false => left.map(|_| AppAction::LeftArticleCut),
        };
        let timeout = action.map(|action| Timeout::new(delay, move || app.dispatch(action)));
        move || drop(timeout)
    });
}
