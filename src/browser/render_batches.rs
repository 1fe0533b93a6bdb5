//! Renders the rest of a page when there is time.

use crate::context::AppContext;
#[cfg(feature = "parts")]
use crate::store::app_state::AppAction;
use crate::store::app_state::AppState;
use crate::store::ui_state::UiAction;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// The pause in typing after which all results are rendered, in milliseconds.
const PAUSE: u32 = 200;

/// Requests the next batch while the page is incomplete: all results of a query at a pause in
/// typing, and what is to be rendered in the next task, so that input comes between. Then removes
/// the article that the reader left, in batches as well.
#[hook]
pub fn use_render_batches(app: &AppContext, state: &AppState) {
    let app = app.clone();
    #[cfg(not(feature = "parts"))]
    let (ui, action) = (&state.ui, UiAction::MoreRequested);
    #[cfg(feature = "parts")]
    let (ui, action) = match &state.left {
        Some(left) if !state.ui.is_incomplete() => (&left.0.ui, AppAction::LeftArticleCut),
        _ => (&state.ui, UiAction::MoreRequested.into()),
    };
    use_effect_with(Rc::clone(ui), move |ui| {
        let delay = if ui.is_partial() { PAUSE } else { 0 };
        let request = move || app.dispatch(action);
        let timeout = ui.is_incomplete().then(|| Timeout::new(delay, request));
        move || drop(timeout)
    });
}
