//! The page at a URL that leads nowhere.

use crate::components::link::link;
use crate::context::AppContext;
use crate::ids::{HEADING, MAIN};
use crate::route::Route;
use crate::store::library::Library;
use crate::store::results::closest_articles;
use crate::store::view::View;
use yew::prelude::*;

/// The page at a URL that leads nowhere, with links to the articles whose titles are closest to it.
pub(super) fn not_found_page(app: &AppContext, path: &str) -> Html {
    let closest = closest_articles(&app.library, path);
    let articles = closest.iter().map(|article| {
        let route = Library::article_route(article, &View::default());
        html! { <li>{ link(app, route, article.title()) }</li> }
    });
    let [before, all_items, after] = msg!("page-not-found-help");
    html! {
        <main tabindex="-1" class="plain-page" id={MAIN}>
            <h1 tabindex="-1" id={HEADING}>{ msg!("page-not-found") }</h1>
            <p>
                { before }
                { link(app, Route::default(), all_items) }
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
