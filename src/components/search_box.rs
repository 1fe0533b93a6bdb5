//! The search box.

use crate::desk::use_desk;
use crate::hooks::events::{is_escape, typed_text};
use crate::hooks::shortcuts::SEARCH_BOX;
use crate::state::reducer::Action;
use crate::state::view::Query;
use yew::prelude::*;

/// The properties of [`SearchBox`].
#[derive(Properties, PartialEq)]
pub struct SearchBoxProps {
    /// What stands in it.
    pub query: Query,
}

/// The search box. It answers while one types; the return key only ends the typing.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let desk = use_desk();
    let oninput = use_callback(desk.clone(), |event: InputEvent, desk| {
        if let Some(text) = typed_text(&event) {
            desk.tell(Action::QueryTyped(text));
        }
    });
    let onkeydown = use_callback(desk.clone(), |event: KeyboardEvent, desk| {
        if is_escape(&event) {
            event.prevent_default();
            desk.tell(Action::QueryCleared);
        }
    });
    let onsubmit = use_callback(desk.clone(), |event: SubmitEvent, desk| {
        event.prevent_default();
        desk.tell(Action::TypingPaused);
    });
    let onblur = use_callback(desk, |_: FocusEvent, desk| desk.tell(Action::TypingPaused));
    html! {
        <form class="search" role="search" action="./" method="get" {onsubmit}>
            <label class="unseen" for={SEARCH_BOX}>{ "Search articles" }</label>
            <input id={SEARCH_BOX} name="q" type="search" value={props.query.shared()} placeholder="Search articles"
                autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
                {oninput} {onkeydown} {onblur} />
        </form>
    }
}
