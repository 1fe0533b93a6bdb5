//! The notice that something is on its way, or that it did not come.

use super::button::button;
use crate::context::AppContext;
use crate::store::loading::{Loading, LoadingAction};
use yew::prelude::*;

/// Returns the notice that the page waits for parts of the edition, or that one did not come. What
/// the page shows stays usable meanwhile.
pub fn loading_status(app: &AppContext, loading: &Loading) -> Html {
    html! {
        <div class="loading" aria-live="polite">
            if loading.failed {
                <p>{ msg!("part-not-loaded") }</p>
                { button(msg!("try-again"), app.on_click(LoadingAction::Retried)) }
            } else if loading.is_waiting() {
                <p class="on-its-way">{ msg!("loading") }</p>
            }
        </div>
    }
}
