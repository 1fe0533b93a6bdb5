//! The search box.

use crate::browser::events::{input_text, is_escape};
use crate::browser::viewport::visible_capacity;
use crate::context::AppContext;
use crate::ids::SEARCH_BOX;
use crate::store::ui_state::UiAction;
use crate::store::view::Query;
use yew::prelude::*;

/// Returns the search box. Every keystroke searches; the return key only ends the typing.
///
/// `is_list` is true if the results are a list of headlines, of which more fit into the window.
pub fn search_box(app: &AppContext, query: &Query, is_list: bool) -> Html {
    let oninput = {
        let app = app.clone();
        move |event: InputEvent| {
            let text = input_text(&event);
            let visible_capacity = visible_capacity(is_list, 0.0);
            app.dispatch(UiAction::QueryTyped { text, visible_capacity });
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
    let onblur = {
        let app = app.clone();
        move |_: FocusEvent| app.dispatch(UiAction::TypingPaused)
    };
    html! {
        <form class="search" role="search" action="./" method="get" {onsubmit}>
            <label class="visually-hidden" for={SEARCH_BOX}>{ msg!("search-articles") }</label>
            <input
                name="q"
                type="search"
                placeholder={msg!("search-articles")}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                id={SEARCH_BOX}
                value={query.shared()}
                {oninput}
                {onkeydown}
                {onblur}
            />
        </form>
    }
}
