//! The articles related to an article, and those that link to it.

use super::mention::item_link;
use crate::context::AppContext;
use crate::store::related::reason;
use crate::store::view::View;
use cuttings_edition::ItemId;
use yew::prelude::*;

/// The number of related articles to list.
const MAX_RELATED: usize = 3;

/// Returns the articles related to an article, each with the reason.
pub fn related_articles(app: &AppContext, item: ItemId, view: &View) -> Html {
    let related = app.library.related(item);
    let articles = related.iter().take(MAX_RELATED).map(|other| {
        html! {
            <li>
                <h3>{ item_link(app, other.item, view) }</h3>
                <p class="meta">{ reason(&app.library, item, other) }</p>
            </li>
        }
    });
    article_list("related-title", msg!("related"), articles.collect())
}

/// Returns the articles that link to an article.
pub fn linked_from(app: &AppContext, item: ItemId, view: &View) -> Html {
    let sources = app.library.linked_from(item);
    let articles =
        sources.map(|source| html! { <li><h3>{ item_link(app, source, view) }</h3></li> });
    article_list("linked-title", msg!("linked-from"), articles.collect())
}

/// Returns a list of articles with its heading, hidden if it is empty.
fn article_list(id: &'static str, heading: &'static str, articles: Vec<Html>) -> Html {
    html! {
        <aside class="related" aria-labelledby={id} hidden={articles.is_empty()}>
            <h2 {id}>{ heading }</h2>
            <ul role="list">{ for articles }</ul>
        </aside>
    }
}
