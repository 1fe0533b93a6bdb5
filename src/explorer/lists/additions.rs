//! The buttons that add articles to a list: those of the results, and the saved ones.

use crate::browser::announcement::announce;
use crate::browser::stored_lists::StoredLists;
use crate::browser::whole_reads::read_whole;
use crate::components::button::button;
use crate::context::AppContext;
use crate::store::library::Library;
use crate::store::reading_lists::{ListAction, ListItem, ListName, MOST_ITEMS, ReadingList};
use crate::store::results::Results;
use cuttings_edition::Article;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Returns the buttons that add articles to a list.
pub(super) fn additions(
    app: &AppContext,
    stored: &StoredLists,
    name: &ListName,
    results: &Rc<Results>,
) -> Html {
    let add_results = {
        let (library, stored) = (app.library.clone(), stored.clone());
        let (name, results) = (name.clone(), Rc::clone(results));
        move |_: MouseEvent| {
            let results = Rc::clone(&results);
            add(&library, &stored, &name, move |library| first_articles(library, &results));
        }
    };
    let add_saved = {
        let (library, stored, name) = (app.library.clone(), stored.clone(), name.clone());
        move |_: MouseEvent| {
            let bookmarks = stored.bookmarks();
            add(&library, &stored, &name, move |library| {
                let kept = library.kept_articles(&bookmarks);
                kept.iter().take(MOST_ITEMS).map(|(article, _)| list_item(article)).collect()
            });
        }
    };
    html! {
        <>
            { button(msg!("add-results"), Callback::from(add_results)) }
            { button(msg!("add-saved"), Callback::from(add_saved)) }
        </>
    }
}

/// Adds the articles that a read gives, when their records are there.
fn add(
    library: &Library,
    stored: &StoredLists,
    name: &ListName,
    read: impl Fn(&Library) -> Vec<ListItem> + 'static,
) {
    let (library, stored, name) = (library.clone(), stored.clone(), name.clone());
    spawn_local(async move {
        let Some(items) = read_whole(&library, || read(&library)).await else { return };
        let before = count(&stored, &name);
        let lists = stored.change(ListAction::Added(name.clone(), items));
        let after = lists.get(name.as_str()).map_or(0, |list| list.items().len());
        let added = msg!("added-to-list", count = after.saturating_sub(before));
        if after < MOST_ITEMS {
            announce(&added);
        } else {
            announce(&[&*added, " ", &msg!("most-in-list", count = MOST_ITEMS)].concat());
        }
    });
}

fn count(stored: &StoredLists, name: &ListName) -> usize {
    let list = stored.lists().and_then(|lists| lists.get(name.as_str()));
    list.map_or(0, |list: &ReadingList| list.items().len())
}

/// Returns the articles among the results, as many as a list can have.
fn first_articles(library: &Library, results: &Results) -> Vec<ListItem> {
    let articles = results.items.iter().filter_map(|item| library.article_with_id(*item));
    articles.take(MOST_ITEMS).map(|article| list_item(&article)).collect()
}

fn list_item(article: &Article<'_>) -> ListItem {
    ListItem { slug: article.slug().into(), title: article.title().into() }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn results_are_added_in_their_order_without_teasers() {
        let library = fixture::library();
        let results = fixture::results(&library, "sort=title");
        let items = first_articles(&library, &results);
        let slugs: Vec<&str> = items.iter().map(|item| &*item.slug).collect();
        assert_eq!(
            slugs,
            [
                "fahre-nach-norden",
                "ferry-returns-to-the-northern-route",
                "storm-script-alert-1-script-after"
            ]
        );
        assert!(results.items.len() > items.len());
        assert_eq!(&*items[0].title, "Fähre nach Norden");
    }
}
