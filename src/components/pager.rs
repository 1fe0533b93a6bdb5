//! Links to the previous and the next article of the results.

use crate::context::AppContext;
use crate::store::library::Library;
use crate::store::results::Results;
use crate::store::view::View;
use cuttings_edition::ItemId;
use yew::prelude::*;

/// Returns links to the articles before and after one in the results of a view.
pub fn pager(app: &AppContext, item: ItemId, view: &View, results: &Results) -> Html {
    let [previous, next] = results.neighbours(&app.library, item);
    let links =
        [("prev", msg!("previous-article"), previous), ("next", msg!("next-article"), next)];
    let links = links.into_iter().filter_map(|(rel, label, article)| {
        let article = article?;
        let route = Library::article_route(&article, view);
        // Not a class: see element.rs.
        Some(html! {
            <p key={rel} data-rel={rel}>
                <span class="eyebrow">{ label }</span>
                <a {rel} href={app.href(&route)} onclick={app.navigate(route)}>
                    { article.title() }
                </a>
            </p>
        })
    });
    html! { <nav class="pager" aria-label={msg!("articles-in-results")}>{ for links }</nav> }
}
