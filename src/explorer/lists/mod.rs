//! Reading lists: all lists of the reader, and one list with its articles in the reader's order. A
//! list is printed as a whole, and it and the results are saved as books.

mod additions;
mod book_button;
mod items;
mod list;
mod name_form;
mod overview;
mod printed;
mod tools;

use self::list::ListView;
use self::overview::OverviewView;
use crate::browser::scroll_focus::focus_first_of;
use crate::browser::stored_lists::use_stored_lists;
use crate::context::use_app;
use crate::explored_page::ExploredPage;
use crate::ids::HEADING;
use crate::route::Route;
use crate::store::exploration::{Exploration, ExplorationKind};
use crate::store::reading_lists::ListName;
use crate::store::view::View;
use yew::prelude::*;

/// The parameter that names a list.
const LIST: &str = "list";

/// The `id` of the heading of a list.
const LIST_HEADING: &str = "list-heading";

/// All lists, or the one that the address names.
#[component]
pub(super) fn ListsView(props: &ExploredPage) -> Html {
    let app = use_app();
    let stored = use_stored_lists(&app);
    let ExploredPage { exploration, view, results, .. } = props;
    let named = exploration.values(LIST).next().map(str::to_owned);
    let is_first = use_mut_ref(|| true);
    use_effect_with(named.clone(), move |_| {
        // The page itself moves the focus only to other pages.
        if !is_first.replace(false) {
            focus_first_of(&[LIST_HEADING.to_owned(), HEADING.to_owned()]);
        }
    });
    let Some(lists) = stored.lists() else {
        return html! { <noscript><p>{ msg!("lists-need-script") }</p></noscript> };
    };
    let list = named.as_ref().and_then(|name| lists.get(name)).cloned();
    let (view, results) = (view.clone(), results.clone());
    match list {
        Some(list) => {
            let key = list.name().as_str().to_owned();
            html! { <ListView {key} {stored} {list} {view} {results} /> }
        }
        None => html! {
            <OverviewView {stored} {view} {results} is_unknown={named.is_some()} />
        },
    }
}

/// Returns the route of a list.
fn list_route(name: &ListName, view: &View) -> Route {
    let exploration = Exploration::from(ExplorationKind::Lists).with(LIST, name.as_str());
    Route::Explore { exploration, view: view.clone() }
}

/// Returns the route of all lists.
fn overview_route(view: &View) -> Route {
    Route::Explore { exploration: ExplorationKind::Lists.into(), view: view.clone() }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
