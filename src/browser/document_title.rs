//! Keeps the document's title in step with the route.

use crate::context::AppContext;
use crate::store::ui_state::UiState;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use std::rc::Rc;
use yew::prelude::*;

/// The pause in typing after which the title follows, in milliseconds. Setting a title takes the
/// browser too long for every keystroke.
const PAUSE: u32 = 500;

/// Sets the document's title to that of the current page. The published page has the right title,
/// so the hook does nothing during start-up.
#[hook]
pub fn use_document_title(app: &AppContext, ui: &Rc<UiState>) {
    let (library, label) = (app.library.clone(), app.explorer.map(|it| it.label));
    use_effect_with(Rc::clone(ui), move |ui| {
        let title = (!ui.is_starting()).then(|| library.page_title(&ui.route, label));
        let mut pause = None;
        if let Some(title) = title.filter(|title| document().title() != *title) {
            if ui.typing {
                pause = Some(Timeout::new(PAUSE, move || document().set_title(&title)));
            } else {
                document().set_title(&title);
            }
        }
        move || drop(pause)
    });
}
