//! The changes since the reader's last visit: the results that are new or changed, the sentences
//! that have changed in an article, and how many results of saved searches are new.

mod difference;
mod difference_view;
mod overview;
mod searches;

use self::difference_view::DifferenceView;
use self::overview::OverviewView;
use crate::browser::stored_searches::use_stored_searches;
use crate::context::use_app;
use crate::explored_page::ExploredPage;
use crate::route::Route;
use crate::store::exploration::{Exploration, ExplorationKind};
use crate::store::view::View;
use yew::prelude::*;

/// The parameter that names a changed article by its slug.
const ARTICLE: &str = "article";

/// All changes, or those of the article that the address names.
#[component]
pub(super) fn SinceView(props: &ExploredPage) -> Html {
    let app = use_app();
    let stored = use_stored_searches(&app);
    let ExploredPage { exploration, view, results, .. } = props;
    if stored.searches().is_none() {
        return html! { <noscript><p>{ msg!("since-needs-script") }</p></noscript> };
    }
    let article = exploration.values(ARTICLE).next().and_then(|slug| app.library.article(slug));
    let (view, results) = (view.clone(), results.clone());
    match article {
        Some(article) => {
            let slug = article.slug();
            html! { <DifferenceView key={slug} item={article.id()} {view} /> }
        }
        None => html! { <OverviewView {stored} {view} {results} /> },
    }
}

/// Returns the route of what has changed in an article.
fn difference_route(slug: &str, view: &View) -> Route {
    let exploration = Exploration::from(ExplorationKind::Since).with(ARTICLE, slug);
    Route::Explore { exploration, view: view.clone() }
}

/// Returns the route of all changes.
fn overview_route(view: &View) -> Route {
    Route::Explore { exploration: ExplorationKind::Since.into(), view: view.clone() }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
