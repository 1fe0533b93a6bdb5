//! Links within the page.

use crate::context::AppContext;
use crate::route::Route;
use crate::store::facet::Facet;
use crate::store::text::separator;
use crate::store::view::{Filter, View};
use yew::prelude::*;

/// Returns a link to a route.
pub fn link(app: &AppContext, route: Route, text: impl Into<AttrValue>) -> Html {
    anchor(app.href(&route), app.navigate(route), text.into())
}

/// Returns a link to the results with a value of a facet.
pub fn filter_link(app: &AppContext, facet: Facet, value: &'static str) -> Html {
    let mut view = View::default();
    view.filters.insert(Filter { facet, value: value.into() });
    link(app, Route::Results(view), facet.value_label(value))
}

/// Appends links to the results with each value of a facet, as a list in words.
pub fn push_filter_links(
    app: &AppContext,
    facet: Facet,
    values: &[&'static str],
    nodes: &mut Vec<Html>,
) {
    for (position, value) in values.iter().enumerate() {
        nodes.push(html! { separator(position, values.len()) });
        nodes.push(filter_link(app, facet, value));
    }
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
