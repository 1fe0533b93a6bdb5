//! The page at an address where there is nothing.

use crate::components::link::link;
use crate::desk::Desk;
use crate::hooks::arrival::{HEADING, MAIN};
use crate::state::results::closest;
use crate::state::route::{Route, Slug};
use crate::state::view::View;
use yew::prelude::*;

/// Says that there is nothing at an address, and what there is instead.
pub fn not_found(desk: &Desk, address: &str) -> Html {
    let closest = closest(&desk.library, address);
    let links = closest.iter().filter_map(|article| {
        let to = Route::Article { slug: Slug::new(article.slug())?, view: View::default() };
        Some(html! { <li key={article.slug()}>{ link(desk, to, article.title()) }</li> })
    });
    let links: Vec<Html> = links.collect();
    let links = (!links.is_empty()).then(|| html! { <><h2>{ "Perhaps you want" }</h2><ul>{ links }</ul></> });
    html! {
        <main key="not found" id={MAIN} tabindex="-1" class="plain-page">
            <h1 id={HEADING} tabindex="-1">{ "There is nothing at this address" }</h1>
            <p>
                { "The link may be mistyped, or the article may have been taken out. Search above, or " }
                { link(desk, Route::default(), "see all items") }{ "." }
            </p>
            <div>{ links }</div>
        </main>
    }
}
