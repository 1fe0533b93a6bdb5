//! The results folded by story, as a list.

use super::folds::{Fold, Folds};
use super::story_route;
use crate::components::link::link;
use crate::components::mention::language_of;
use crate::components::show_more::show_more;
use crate::context::{AppContext, use_app};
use crate::explored_page::ExploredPage;
use crate::explorer::item_line::{item_line, period_of};
use crate::store::view::View;
use std::rc::Rc;
use yew::prelude::*;

/// The most items of a story that are not folded away.
const MOST_UNFOLDED: usize = 4;

/// The results folded by story.
#[component]
pub(super) fn FoldedView(props: &ExploredPage) -> Html {
    let app = use_app();
    let ExploredPage { view, results, ui, .. } = props;
    let has_query = !view.query.is_blank();
    let of_items = use_memo(app.library.clone(), |library| library.stories_of_items());
    let folds = use_memo(
        (app.library.clone(), of_items, Rc::clone(results), has_query),
        |(library, of_items, results, has_query)| Folds::of(library, of_items, results, *has_query),
    );
    let stories = folds.stories.iter().take(ui.shown).map(|fold| story(&app, fold, view));
    let rest = ui.shown.saturating_sub(folds.stories.len());
    let others = folds.others.iter().take(rest).map(|item| item_line(&app, view, *item));
    let has_more = folds.stories.len() + folds.others.len() > ui.shown;
    html! {
        <>
            if folds.stories.is_empty() {
                <p>{ msg!("no-stories") }</p>
            } else {
                <ol role="list" class="stories" aria-label={msg!("stories")}>{ for stories }</ol>
            }
            if rest > 0 && !folds.others.is_empty() {
                <div class="dated-list">
                    <h2>{ msg!("other-items") }</h2>
                    <ol role="list" aria-label={msg!("other-items")}>{ for others }</ol>
                </div>
            }
            { show_more(&app, has_more) }
        </>
    }
}

/// Returns a story: the headline of its first result, which leads to its page, and the others.
fn story(app: &AppContext, fold: &Fold, view: &View) -> Html {
    let library = &app.library;
    let all = library.story(fold.story).map(|story| story.items).unwrap_or_default();
    let lead = fold.items.first().copied();
    let title = lead.and_then(|lead| library.item(lead)).map_or("", |item| item.title());
    let headline = match story_route(library, &all, view) {
        Some(route) => link(app, route, title),
        None => html! { title },
    };
    let count = match (fold.items.len(), all.len()) {
        (matching, of) if matching < of => msg!("items-of", matching = matching, of = of),
        (matching, _) => msg!("items", count = matching),
    };
    let mut lines = fold.items.iter().skip(1).map(|item| item_line(app, view, *item));
    let first: Vec<Html> = lines.by_ref().take(MOST_UNFOLDED).collect();
    let rest: Vec<Html> = lines.collect();
    html! {
        <li key={fold.story.0}>
            <h2>
                <bdi lang={lead.and_then(|lead| language_of(app, lead))}>{ headline }</bdi>
            </h2>
            <p class="meta">
                { for period_of(library, &fold.items) }
                { count }
            </p>
            if !first.is_empty() {
                <div class="dated-list">
                    <ol role="list">{ for first }</ol>
                    if !rest.is_empty() {
                        <details>
                            <summary>{ msg!("show-more") }</summary>
                            <ol role="list">{ for rest }</ol>
                        </details>
                    }
                </div>
            }
        </li>
    }
}
