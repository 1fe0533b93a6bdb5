//! The page at a URL that leads nowhere.

use crate::components::link::link;
use crate::context::use_app;
use crate::ids::{HEADING, MAIN};
use crate::route::Route;
use crate::store::library::Library;
use crate::store::results::closest_articles;
use crate::store::view::View;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`NotFound`].
#[derive(Properties, PartialEq)]
pub struct NotFoundProps {
    /// The part of the URL that identifies no page.
    pub path: Rc<str>,
}

/// The page at a URL that leads nowhere, with links to the articles whose titles are closest to it.
#[component]
pub fn NotFound(props: &NotFoundProps) -> Html {
    let app = use_app();
    let closest = closest_articles(&app.library, &props.path);
    let articles = closest.iter().map(|article| {
        let route = Library::article_route(article, &View::default());
        html! { <li>{ link(&app, route, article.title()) }</li> }
    });
    let [before, all_items, after] = msg!("page-not-found-help");
    html! {
        <main tabindex="-1" class="plain-page" id={MAIN}>
            <h1 tabindex="-1" id={HEADING}>{ msg!("page-not-found") }</h1>
            <p>
                { before }
                { link(&app, Route::default(), all_items) }
                { after }
            </p>
            <div>
                if !closest.is_empty() {
                    <h2>{ msg!("closest-titles") }</h2>
                    <ul>{ for articles }</ul>
                }
            </div>
        </main>
    }
}
