//! The page at an address where there is nothing.

use crate::components::link::Link;
use crate::desk::use_desk;
use crate::hooks::arrival::HEADING;
use crate::hooks::title::use_title;
use crate::state::results::closest;
use crate::state::route::{Route, Slug};
use crate::state::view::View;
use yew::prelude::*;

/// The properties of [`NotFound`].
#[derive(Properties, PartialEq)]
pub struct NotFoundProps {
    /// The address, or the part of it that may hold words.
    pub address: AttrValue,
}

/// Says that there is nothing at an address, and what there is instead.
#[component]
pub fn NotFound(props: &NotFoundProps) -> Html {
    let desk = use_desk();
    use_title(["Not found", desk.library.title()].join(" – "));
    let closest =
        use_memo((desk.library, props.address.clone()), |(library, address)| closest(library, address));
    let links = closest.iter().filter_map(|article| {
        let slug = Slug::new(article.slug())?;
        let to = Route::Article { slug, view: View::default() };
        Some(html! { <li key={article.slug()}><Link {to}>{ article.title() }</Link></li> })
    });
    let closest = if closest.is_empty() {
        html! { <div key="none" /> }
    } else {
        html! {
            <div key="some">
                <h2>{ "Perhaps you want" }</h2>
                <ul>{ for links }</ul>
            </div>
        }
    };
    html! {
        <main id="main" class="plain-page">
            <h1 id={HEADING} tabindex="-1">{ "There is nothing at this address" }</h1>
            <p>{ "The link may be mistyped, or the article may have been taken out. Search above, or " }
               <Link to={Route::default()}>{ "see all items" }</Link>{ "." }</p>
            { closest }
        </main>
    }
}
