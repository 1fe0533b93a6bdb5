//! The top of every page: whose it is, the search box, and the settings.

use super::link::link;
use super::search_box::search_box;
use crate::desk::Desk;
use crate::hooks::arrival::{HEADING, MAIN, focus_main};
use crate::state::route::Route;
use crate::state::view::Query;
use yew::prelude::*;

/// The top of every page, with the settings on its right. On the results page the title is the page's heading.
pub fn masthead(desk: &Desk, route: &Route, settings: Html) -> Html {
    let library = &desk.library;
    let home = link(desk, Route::default(), library.title());
    let title = match route {
        Route::Results(_) => {
            html! { <h1 key="heading" id={HEADING} class="site-title" tabindex="-1">{ home }</h1> }
        }
        _ => html! { <p key="line" class="site-title">{ home }</p> },
    };
    let query = route.view().map_or_else(Query::default, |view| view.query.clone());
    // A link to the page itself, since a bare fragment would lead to the page that `base` names.
    let main = [&library.href(route), "#", MAIN].concat();
    let skip = |event: MouseEvent| {
        event.prevent_default();
        focus_main();
    };
    html! {
        <header class="masthead">
            <a class="skip" href={main} onclick={skip}>{ "Skip to the text" }</a>
            <div class="site">{ title }<p class="site-description">{ library.description() }</p></div>
            <div class="settings">{ settings }</div>
            { search_box(desk, &query) }
        </header>
    }
}
