//! The message that nothing was found.

use super::link::link;
use super::search_note::did_you_mean;
use crate::context::AppContext;
use crate::route::Route;
use crate::store::results::totals_without_each_filter;
use crate::store::view::{Filters, View};
use yew::prelude::*;

/// Returns the message that a view has no results, with links to views that find something.
pub fn no_results(app: &AppContext, view: &View, suggestion: Option<&str>) -> Html {
    let typed = view.query.as_str().trim();
    let without_one = totals_without_each_filter(&app.library, view).into_iter();
    let without_one = without_one.map(|(filter, total)| {
        let mut without = view.clone();
        without.filters.deactivate(&filter);
        let name = filter.label();
        let text = msg!("without", filter = &name, count = total);
        html! { <p>{ link(app, Route::Results(without), text) }</p> }
    });
    let without_all = || Route::Results(View { filters: Filters::default(), ..view.clone() });
    html! {
        <div class="no-results">
            <p class="headline">
                if typed.is_empty() {
                    { msg!("no-item-matches-filters") }
                } else {
                    { msg!("nothing-matches", typed = typed) }
                }
            </p>
            <div>{ did_you_mean(app, view, suggestion) }</div>
            <div>
                { for without_one }
                if !view.filters.is_empty() {
                    <p>{ link(app, without_all(), msg!("without-filters")) }</p>
                }
            </div>
            <p>
                { msg!("fewer-words") }
                { " " }
                { link(app, Route::default(), msg!("show-all-items")) }
            </p>
        </div>
    }
}
