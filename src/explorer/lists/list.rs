//! One list: its articles in their order, and what a reader does with them.

use super::additions::additions;
use super::items::{Entry, ListedItems, entry};
use super::printed::{printed, touch};
use super::tools::ListTools;
use super::{LIST_HEADING, overview_route};
use crate::browser::printing::use_print;
use crate::browser::scroll_focus::focus_first_of;
use crate::browser::stored_lists::StoredLists;
use crate::browser::whole_reads::read_whole;
use crate::components::link::link;
use crate::context::use_app;
use crate::store::reading_lists::ReadingList;
use crate::store::results::Results;
use crate::store::view::View;
use cuttings_edition::{Article, ItemId};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The properties of [`ListView`].
#[derive(Properties, PartialEq)]
pub(super) struct ListProps {
    pub(super) stored: StoredLists,
    pub(super) list: ReadingList,
    pub(super) view: View,
    pub(super) results: Rc<Results>,
}

/// A list.
#[component]
pub(super) fn ListView(props: &ListProps) -> Html {
    let app = use_app();
    let ListProps { stored, list, view, results } = props;
    let focus = use_mut_ref(Vec::new);
    {
        // After each render: the buttons of an item move with it.
        let focus = Rc::clone(&focus);
        use_effect(move || focus_first_of(&focus.take()));
    }
    let container = use_node_ref();
    let is_printing = use_state_eq(|| false);
    let end = {
        let is_printing = is_printing.setter();
        move |()| is_printing.set(false)
    };
    use_print(&container, *is_printing, Callback::from(end));
    let articles: Vec<Article<'static>> = list
        .items()
        .iter()
        .filter_map(|item| match entry(&app.library, &item.slug) {
            Entry::Present(article) => Some(article),
            Entry::Absent | Entry::Missing => None,
        })
        .collect();
    let items: Rc<[ItemId]> = articles.iter().map(Article::id).collect();
    let on_print = {
        let (library, items, is_printing) =
            (app.library.clone(), Rc::clone(&items), is_printing.setter());
        move |()| {
            let (library, items, is_printing) =
                (library.clone(), Rc::clone(&items), is_printing.clone());
            spawn_local(async move {
                if read_whole(&library, || touch(&library, &items)).await.is_some() {
                    is_printing.set(true);
                }
            });
        }
    };
    let listed = ListedItems { app: &app, stored, list, view, focus: &focus };
    html! {
        <section class="reading-list" aria-labelledby={LIST_HEADING} ref={container}>
            <p>{ link(&app, overview_route(view), msg!("all-lists")) }</p>
            <h2 tabindex="-1" id={LIST_HEADING}>
                <bdi>{ list.name().as_str().to_owned() }</bdi>
            </h2>
            <p class="meta">{ msg!("items", count = list.items().len()) }</p>
            <ListTools
                stored={stored.clone()}
                list={list.clone()}
                {items}
                view={view.clone()}
                on_print={Callback::from(on_print)}
            />
            <div class="list-tools">{ additions(&app, stored, list.name(), results) }</div>
            if list.items().is_empty() {
                <p>{ msg!("list-is-empty") }</p>
            } else {
                { listed.html() }
            }
            // Always one node.
            <div class="printed">
                if *is_printing {
                    { printed(&app, list.name(), &articles) }
                }
            </div>
        </section>
    }
}
