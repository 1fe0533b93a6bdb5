//! All lists of the reader, and the form that makes one.

use super::book_button::BookButton;
use super::list_route;
use super::name_form::NameForm;
use crate::browser::books::MOST_ARTICLES;
use crate::browser::stored_lists::StoredLists;
use crate::components::link::link;
use crate::context::use_app;
use crate::route::{Route, Section};
use crate::store::reading_lists::{ListAction, ListName, MOST_LISTS, ReadingLists};
use crate::store::results::Results;
use crate::store::ui_state::UiAction;
use crate::store::view::View;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`OverviewView`].
#[derive(Properties, PartialEq)]
pub(super) struct OverviewProps {
    pub(super) stored: StoredLists,
    pub(super) view: View,
    pub(super) results: Rc<Results>,
    /// True if the address names a list that the reader does not have.
    pub(super) is_unknown: bool,
}

/// The saved articles and all lists, each with the number of its articles.
#[component]
pub(super) fn OverviewView(props: &OverviewProps) -> Html {
    let app = use_app();
    let OverviewProps { stored, view, results, is_unknown } = props;
    let lists = stored.lists().cloned().unwrap_or_default();
    let bookmarks = stored.bookmarks();
    let kept = bookmarks.iter().filter(|(_, record)| record.is_kept()).count();
    let saved = Route::Section { section: Section::Saved, view: view.clone() };
    let entries = lists.iter().map(|list| {
        html! {
            <li key={list.name().as_str()}>
                <bdi>{ link(&app, list_route(list.name(), view), list.name().as_str().to_owned()) }</bdi>
                { " " }
                <span class="meta">{ msg!("items", count = list.items().len()) }</span>
            </li>
        }
    });
    let on_name = {
        let (app, stored, view) = (app.clone(), stored.clone(), view.clone());
        move |name: ListName| {
            let route = list_route(&name, &view);
            stored.change(ListAction::Created(name));
            app.dispatch(UiAction::LinkFollowed(route));
        }
    };
    html! {
        <div class="reading-lists">
            if *is_unknown {
                <p role="alert">{ msg!("no-such-list") }</p>
            }
            <p>{ msg!("lists-help") }</p>
            <ul role="list" aria-label={msg!("lists")}>
                <li key="">
                    { link(&app, saved, msg!("saved")) }
                    { " " }
                    <span class="meta">{ msg!("items", count = kept) }</span>
                </li>
                { for entries }
            </ul>
            { new_list_form(&lists, Callback::from(on_name)) }
            <div class="list-tools">
                <BookButton
                    label={msg!("save-results-as-epub")}
                    title={app.library.title()}
                    items={Rc::clone(&results.items)}
                />
                if results.items.len() > MOST_ARTICLES {
                    <p class="meta">{ msg!("most-in-book", count = MOST_ARTICLES) }</p>
                }
            </div>
        </div>
    }
}

/// Returns the form that makes a list, if there may be another one.
fn new_list_form(lists: &ReadingLists, on_name: Callback<ListName>) -> Html {
    if lists.iter().len() >= MOST_LISTS {
        return Html::default();
    }
    html! {
        <NameForm
            label={msg!("new-list")}
            action={msg!("create-list")}
            lists={lists.clone()}
            {on_name}
        />
    }
}
