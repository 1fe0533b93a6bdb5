//! The foot of every page.

use super::select::setting_select;
use crate::context::AppContext;
use crate::store::preferences::{Preferences, Setting};
use crate::store::ui_state::UiAction;
use yew::prelude::*;

/// Returns the foot of every page: the theme, and the list of keys.
pub fn site_footer(app: &AppContext, preferences: Preferences) -> Html {
    html! {
        <footer class="settings">
            { setting_select(app, Setting::Theme, preferences) }
            <button
                type="button"
                class="plain"
                aria-haspopup="dialog"
                onclick={app.on_click(UiAction::KeysDialogOpened)}
            >
                { msg!("keys") }
            </button>
        </footer>
    }
}
