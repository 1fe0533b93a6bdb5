//! The articles related to an article.

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
    html! {
        <aside class="related" aria-labelledby="related-title" hidden={related.is_empty()}>
            <h2 id="related-title">{ msg!("related") }</h2>
            <ul role="list">{ for articles }</ul>
        </aside>
    }
}
