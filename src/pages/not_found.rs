//! The page at an address where there is nothing.

use crate::components::link::link;
use crate::desk::Desk;
use crate::hooks::arrival::HEADING;
use crate::hooks::title::use_title;
use crate::state::results::closest;
use crate::state::route::{Route, Slug};
use crate::state::view::View;
use yew::prelude::*;

/// The properties of [`NotFound`].
#[derive(Properties, PartialEq)]
pub struct NotFoundProps {
    /// The edition, and where to say what happened.
    pub desk: Desk,
    /// The address, or the part of it that may hold words.
    pub address: AttrValue,
}

/// Says that there is nothing at an address, and what there is instead.
#[component]
pub fn NotFound(props: &NotFoundProps) -> Html {
    let NotFoundProps { desk, address } = props;
    use_title(["Not found", desk.library.title()].join(" – "));
    let closest = closest(&desk.library, address);
    let links = closest.iter().filter_map(|article| {
        let to = Route::Article { slug: Slug::new(article.slug())?, view: View::default() };
        Some(html! { <li key={article.slug()}>{ link(desk, to, article.title()) }</li> })
    });
    let links: Vec<Html> = links.collect();
    let links = (!links.is_empty()).then(|| html! { <><h2>{ "Perhaps you want" }</h2><ul>{ links }</ul></> });
    html! {
        <main id="main" class="plain-page">
            <h1 id={HEADING} tabindex="-1">{ "There is nothing at this address" }</h1>
            <p>
                { "The link may be mistyped, or the article may have been taken out. Search above, or " }
                { link(desk, Route::default(), "see all items") }{ "." }
            </p>
            <div>{ links }</div>
        </main>
    }
}
