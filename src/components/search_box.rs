//! The search box.

use crate::browser::events::{input_text, is_escape};
use crate::browser::viewport::visible_capacity;
use crate::context::use_app;
use crate::ids::SEARCH_BOX;
use crate::store::ui_state::UiAction;
use crate::store::view::Query;
use yew::prelude::*;

/// The properties of [`SearchBox`].
#[derive(Properties, PartialEq)]
pub struct SearchBoxProps {
    /// The current query.
    pub query: Query,
    /// True if the results are a list of headlines, of which more fit into the window.
    pub is_list: bool,
}

/// The search box. Every keystroke searches; the return key only ends the typing.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let app = use_app();
    let is_list = props.is_list;
    let oninput = {
        let app = app.clone();
        move |event: InputEvent| {
            if let Some(text) = input_text(&event) {
                let visible_capacity = visible_capacity(is_list);
                app.dispatch(UiAction::QueryTyped { text, visible_capacity });
            }
        }
    };
    let onkeydown = {
        let app = app.clone();
        move |event: KeyboardEvent| {
            if is_escape(&event) {
                event.prevent_default();
                app.dispatch(UiAction::QueryCleared);
            }
        }
    };
    let onsubmit = {
        let app = app.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            app.dispatch(UiAction::TypingPaused);
        }
    };
    let onblur = move |_: FocusEvent| app.dispatch(UiAction::TypingPaused);
    html! {
        <form class="search" role="search" action="./" method="get" {onsubmit}>
            <label class="unseen" for={SEARCH_BOX}>{ msg!("search-articles") }</label>
            <input
                name="q"
                type="search"
                placeholder={msg!("search-articles")}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                id={SEARCH_BOX}
                value={props.query.shared()}
                {oninput}
                {onkeydown}
                {onblur}
            />
        </form>
    }
}
