//! The page in its browser: one effect that listens, one that follows what is shown. Each further one would cost a reader
//! half a kilobyte.

use super::history::Record;
use super::{history, personal};
use crate::desk::Desk;
use crate::store::personal::Personal;
use crate::store::reducer::{Action, State};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Document;
use yew::prelude::*;

/// How long the count waits for typing to pause before it is spoken, in milliseconds: a screen reader that hears of every
/// keystroke's results hears nothing else.
const SPOKEN_AFTER: u32 = 500;

/// How long the results that typing has left out wait for the next key, in milliseconds.
const FILLED_AFTER: u32 = 100;

/// What was last brought into step with the browser.
#[derive(Default)]
struct Followed {
    history: Rc<RefCell<Record>>,
    personal: RefCell<Option<Personal>>,
    /// The pause that the count waits for.
    spoken: Cell<Option<Timeout>>,
    /// The pause that the rest of the results waits for.
    filled: Cell<Option<Timeout>>,
}

/// Keeps the page and its browser in step, in both directions.
#[hook]
pub fn use_browser(desk: &Desk, state: &State, personal: &Personal) {
    let followed = use_memo((), |()| Followed::default());
    followed.history.borrow_mut().rendering(state);
    {
        let (desk, followed) = (desk.clone(), Rc::clone(&followed));
        use_effect_with((), move |()| {
            let listeners = web_sys::window().map(|window| {
                let [scrolled, hidden, moved] = history::listen(&followed.history, &desk, &window);
                let stored = personal::listen(&desk, &window);
                [scrolled, hidden, moved, stored]
            });
            move || drop(listeners)
        });
    }
    let (desk, state, personal) = (desk.clone(), state.clone(), personal.clone());
    use_effect(move || {
        let document = web_sys::window().and_then(|window| window.document());
        let filling = desk.clone();
        let wait = if state.is_start() { 0 } else { FILLED_AFTER };
        followed
            .filled
            .set(state.is_busy().then(|| Timeout::new(wait, move || filling.tell(Action::MoreAsked))));
        Record::follow(&followed.history, &desk, &state);
        if state.is_start() {
            return; // the published page says the rest, until there is as much
        }
        if let Some(document) = document {
            // A browser takes a millisecond for a title: while one types, only a pause is worth it.
            if !state.typing {
                describe(&document, &desk, &state);
            }
            let (desk, state) = (desk.clone(), state.clone());
            let pause = Timeout::new(SPOKEN_AFTER, move || {
                describe(&document, &desk, &state);
                speak_count(&document);
            });
            followed.spoken.set(Some(pause));
        }
        let before = followed.personal.replace(Some(personal.clone()));
        personal::follow(&desk, before.as_ref(), &personal);
    });
}

/// Has the document say what it is.
fn describe(document: &Document, desk: &Desk, state: &State) {
    let title = desk.library.page_title(&state.route);
    if document.title() != title {
        document.set_title(&title);
    }
}

/// Has what is seen of the count be heard, too.
fn speak_count(document: &Document) {
    let text = |selector| document.query_selector(selector).ok().flatten();
    if let (Some(seen), Some(heard)) = (text(".status > :first-child"), text("[role=status]"))
        && seen.text_content() != heard.text_content()
    {
        heard.set_text_content(seen.text_content().as_deref());
    }
}
