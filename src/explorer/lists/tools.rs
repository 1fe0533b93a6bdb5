//! The buttons for a whole list: print it, save it as a book, rename and delete it.

use super::book_button::BookButton;
use super::name_form::{NAME_FIELD, NameForm};
use super::{list_route, overview_route};
use crate::browser::announcement::announce;
use crate::browser::scroll_focus::focus_first_of;
use crate::browser::stored_lists::StoredLists;
use crate::components::button::{button, expand_button};
use crate::context::use_app;
use crate::store::reading_lists::{ListAction, ListName, ReadingList};
use crate::store::ui_state::UiAction;
use crate::store::view::View;
use cuttings_edition::ItemId;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`ListTools`].
#[derive(Properties, PartialEq)]
pub(super) struct ListToolsProps {
    pub(super) stored: StoredLists,
    pub(super) list: ReadingList,
    /// The articles of the list that the edition has.
    pub(super) items: Rc<[ItemId]>,
    pub(super) view: View,
    /// The reader wants to print the list.
    pub(super) on_print: Callback<()>,
}

/// The buttons for a list, and the form in which it gets another name.
#[component]
pub(super) fn ListTools(props: &ListToolsProps) -> Html {
    let app = use_app();
    let ListToolsProps { stored, list, items, view, on_print } = props;
    let is_renaming = use_state_eq(|| false);
    let is_deleting = use_state_eq(|| false);
    use_effect_with(*is_renaming, |is_renaming| {
        if *is_renaming {
            focus_first_of(&[NAME_FIELD.to_owned()]);
        }
    });
    let toggle_form = {
        let is_renaming = is_renaming.clone();
        move |_| is_renaming.set(!*is_renaming)
    };
    let on_name = {
        let (app, stored, view, is_renaming) =
            (app.clone(), stored.clone(), view.clone(), is_renaming.clone());
        let from = list.name().clone();
        move |name: ListName| {
            is_renaming.set(false);
            let route = list_route(&name, &view);
            stored.change(ListAction::Renamed(from.clone(), name));
            app.dispatch(UiAction::LinkFollowed(route));
        }
    };
    let delete = {
        let (app, stored, view, is_deleting) =
            (app, stored.clone(), view.clone(), is_deleting.clone());
        let name = list.name().clone();
        move |_| {
            // The second press deletes it.
            if !*is_deleting {
                is_deleting.set(true);
                return;
            }
            announce(&msg!("removed-title", title = name.as_str()));
            stored.change(ListAction::Deleted(name.clone()));
            app.dispatch(UiAction::LinkFollowed(overview_route(&view)));
        }
    };
    let delete_label =
        if *is_deleting { msg!("delete-list-for-good") } else { msg!("delete-list") };
    html! {
        <>
            <div class="list-tools">
                if !items.is_empty() {
                    <BookButton
                        label={msg!("save-as-epub")}
                        title={list.name().as_str().to_owned()}
                        items={Rc::clone(items)}
                    />
                    { button(msg!("print-list"), on_print.reform(|_| ())) }
                }
                { expand_button(msg!("rename-list"), *is_renaming, Callback::from(toggle_form)) }
                { button(delete_label, Callback::from(delete)) }
            </div>
            if *is_renaming {
                <NameForm
                    label={msg!("name-of-list")}
                    action={msg!("rename-list")}
                    name={Some(list.name().clone())}
                    lists={stored.lists().cloned().unwrap_or_default()}
                    on_name={Callback::from(on_name)}
                />
            }
        </>
    }
}
