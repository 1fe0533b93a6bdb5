//! The foot of every page.

use super::select::setting_select;
use crate::context::use_app;
use crate::store::preferences::{Preferences, Setting};
use crate::store::ui_state::UiAction;
use yew::prelude::*;

/// The properties of [`SiteFooter`].
#[derive(Properties, PartialEq)]
pub struct SiteFooterProps {
    /// The reader's preferences.
    pub preferences: Preferences,
}

/// The foot of every page: the theme, and the list of keys.
#[component]
pub fn SiteFooter(props: &SiteFooterProps) -> Html {
    let app = use_app();
    html! {
        <footer class="settings">
            { setting_select(&app, Setting::Theme, props.preferences) }
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
