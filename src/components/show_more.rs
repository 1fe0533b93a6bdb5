//! The button that shows more results.

use crate::context::AppContext;
use crate::store::ui_state::UiAction;
use yew::prelude::*;

/// Returns a button that shows more results, if there are more.
pub fn show_more(app: &AppContext, is_available: bool) -> Html {
    html! {
        <div class="more">
            if is_available {
                <button
                    type="button"
                    class="primary"
                    onclick={app.on_click(UiAction::MoreRequested)}
                >
                    { msg!("show-more") }
                </button>
            }
        </div>
    }
}
