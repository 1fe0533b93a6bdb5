//! The list of active filters.

use super::button::button;
use crate::context::AppContext;
use crate::store::ui_state::UiAction;
use crate::store::view::Filters;
use yew::prelude::*;

/// Returns the active filters, each with a button that removes it, and a button that removes all.
pub fn active_filters(app: &AppContext, filters: &Filters) -> Html {
    let chips = filters.active().into_iter().map(|filter| {
        let name = filter.name();
        let [before, after] = msg!("remove-filter");
        let remove = app.on_click(UiAction::FilterRemoved(filter));
        html! {
            <li key={name.clone()}>
                <button type="button" class="chip" onclick={remove}>
                    <span class="visually-hidden">{ before }</span>
                    { name }
                    <span class="visually-hidden">{ after }</span>
                    <span class="cross" aria-hidden="true">{ "×" }</span>
                </button>
            </li>
        }
    });
    html! {
        <div class="active-filters" hidden={filters.is_empty()}>
            if !filters.is_empty() {
                <ul role="list" aria-label={msg!("active-filters")}>{ for chips }</ul>
                { button(msg!("clear-all"), app.on_click(UiAction::FiltersCleared)) }
            }
        </div>
    }
}
