//! Links within the page.

use crate::context::AppContext;
use crate::route::Route;
use yew::prelude::*;

/// Returns a link to a route.
pub fn link(app: &AppContext, route: Route, text: impl Into<AttrValue>) -> Html {
    anchor(app.href(&route), app.navigate(route), text.into())
}

/// Returns a link to a block of an article, by its number from 1.
pub fn link_to_block(
    app: &AppContext,
    route: &Route,
    block: u32,
    text: impl Into<AttrValue>,
) -> Html {
    let onclick = app.navigate_to_block(route.clone(), block);
    anchor(app.block_href(route, block), onclick, text.into())
}

fn anchor(href: String, onclick: Callback<MouseEvent>, text: AttrValue) -> Html {
    html! { <a {href} {onclick}>{ text }</a> }
}
