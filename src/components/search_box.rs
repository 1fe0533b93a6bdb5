//! The search box.

use crate::desk::Desk;
use crate::hooks::events::{is_escape, typed_text};
use crate::hooks::shortcuts::SEARCH_BOX;
use crate::state::reducer::Action;
use crate::state::view::Query;
use yew::prelude::*;

/// The search box. It answers while one types; the return key only ends the typing.
pub fn search_box(desk: &Desk, query: &Query) -> Html {
    let oninput = {
        let desk = desk.clone();
        move |event: InputEvent| {
            if let Some(text) = typed_text(&event) {
                desk.tell(Action::QueryTyped(text));
            }
        }
    };
    let onkeydown = {
        let desk = desk.clone();
        move |event: KeyboardEvent| {
            if is_escape(&event) {
                event.prevent_default();
                desk.tell(Action::QueryCleared);
            }
        }
    };
    let onsubmit = {
        let desk = desk.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            desk.tell(Action::TypingPaused);
        }
    };
    let onblur = {
        let desk = desk.clone();
        move |_: FocusEvent| desk.tell(Action::TypingPaused)
    };
    html! {
        <form class="search" role="search" action="./" method="get" {onsubmit}>
            <label class="unseen" for={SEARCH_BOX}>{ "Search articles" }</label>
            <input id={SEARCH_BOX} name="q" type="search" value={query.shared()} placeholder="Search articles"
                autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
                {oninput} {onkeydown} {onblur} />
        </form>
    }
}
