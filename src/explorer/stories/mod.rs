//! Stories: the results folded by story, the articles of one story in their order, and two of them
//! side by side.

mod comparison;
mod folded;
mod folds;
mod novelty;
mod story;

use self::comparison::ComparisonView;
use self::folded::FoldedView;
use self::story::StoryView;
use crate::context::use_app;
use crate::explored_page::ExploredPage;
use crate::route::Route;
use crate::store::exploration::{Exploration, ExplorationKind};
use crate::store::library::Library;
use crate::store::view::View;
use cuttings_edition::{ItemId, Story};
use yew::prelude::*;

/// The parameter that names a story, by the slug of its first article: numbers of stories change
/// whenever the edition is built.
const STORY: &str = "story";

/// The parameter that names an article to compare. An address has two of them.
const COMPARED: &str = "compare";

/// The results folded by story, or what an address asks for of one story.
#[component]
pub(super) fn StoriesView(props: &ExploredPage) -> Html {
    let app = use_app();
    let ExploredPage { exploration, view, .. } = props;
    let library = &app.library;
    let named = exploration.values(STORY).next();
    let Some(story) = named.and_then(|slug| story_of_article(library, slug)) else {
        return html! { <FoldedView ..props.clone() /> };
    };
    let compared =
        exploration.values(COMPARED).filter_map(|slug| Some(library.article(slug)?.id()));
    let compared: Vec<ItemId> = compared.filter(|item| story.items.contains(item)).collect();
    let (items, view) = (story.items, view.clone());
    match compared[..] {
        [one, other, ..] if one != other => {
            html! { <ComparisonView {items} {one} {other} {view} /> }
        }
        _ => html! { <StoryView {items} {view} /> },
    }
}

/// Returns the story that an article tells, from the lists of the stories.
fn story_of_article(library: &Library, slug: &str) -> Option<Story> {
    let item = library.article(slug)?.id();
    library.stories().find(|story| story.items.contains(&item))
}

/// Returns the route of a story; `None` if none of its items has a text.
fn story_route(library: &Library, items: &[ItemId], view: &View) -> Option<Route> {
    let exploration = exploration_of(library, items)?;
    Some(Route::Explore { exploration, view: view.clone() })
}

/// Returns the route of a comparison of two articles of a story.
fn comparison_route(
    library: &Library,
    items: &[ItemId],
    compared: [ItemId; 2],
    view: &View,
) -> Option<Route> {
    let mut exploration = exploration_of(library, items)?;
    for item in compared {
        exploration = exploration.with(COMPARED, library.article_with_id(item)?.slug());
    }
    Some(Route::Explore { exploration, view: view.clone() })
}

fn exploration_of(library: &Library, items: &[ItemId]) -> Option<Exploration> {
    let first = items.iter().find_map(|item| library.article_with_id(*item))?;
    Some(Exploration::from(ExplorationKind::Stories).with(STORY, first.slug()))
}
