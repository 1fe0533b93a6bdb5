//! Renders the rest of a page when there is time.

use crate::context::AppContext;
use crate::store::ui_state::{UiAction, UiState};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// The pause in typing after which all results are rendered, in milliseconds.
const PAUSE: u32 = 100;

/// Requests the next batch while the page is incomplete: all results of a query at a pause in
/// typing, and what is to be rendered in the next task, so that input comes between.
#[hook]
pub fn use_render_batches(app: &AppContext, ui: &Rc<UiState>) {
    let app = app.clone();
    use_effect_with(Rc::clone(ui), move |ui| {
        let delay = if ui.is_partial() { PAUSE } else { 0 };
        let request = move || app.dispatch(UiAction::MoreRequested);
        let timeout = ui.is_incomplete().then(|| Timeout::new(delay, request));
        move || drop(timeout)
    });
}
