//! The articles of a list in their order, each with the buttons that move and remove it.

use crate::browser::announcement::announce;
use crate::browser::stored_lists::StoredLists;
use crate::components::date::date;
use crate::components::mention::{item_link, language_of};
use crate::context::AppContext;
use crate::store::dates::DateStyle;
use crate::store::library::Library;
use crate::store::reading_lists::{Direction, ListAction, ListItem, ListName, ReadingList};
use crate::store::view::View;
use cuttings_edition::Article;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// An article of a list, as far as the edition has it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Entry {
    Present(Article<'static>),
    /// Its part of the edition has not arrived.
    Absent,
    /// The edition does not have it.
    Missing,
}

/// Returns an article of a list by its slug.
pub(super) fn entry(library: &Library, slug: &str) -> Entry {
    match library.article(slug) {
        Some(article) => Entry::Present(article),
        None if lacks_parts(library, slug) => Entry::Absent,
        None => Entry::Missing,
    }
}

#[cfg(feature = "parts")]
fn lacks_parts(library: &Library, slug: &str) -> bool {
    !library.missing_for(|| library.article(slug).is_some()).1.is_empty()
}

#[cfg(not(feature = "parts"))]
fn lacks_parts(_library: &Library, _slug: &str) -> bool {
    false
}

/// A list whose items the reader moves.
pub(super) struct ListedItems<'a> {
    pub(super) app: &'a AppContext,
    pub(super) stored: &'a StoredLists,
    pub(super) list: &'a ReadingList,
    pub(super) view: &'a View,
    /// The elements of which the first is to get the focus after the next render.
    pub(super) focus: &'a Rc<RefCell<Vec<String>>>,
}

impl ListedItems<'_> {
    /// Returns the items.
    pub(super) fn html(&self) -> Html {
        let items =
            self.list.items().iter().enumerate().map(|(index, item)| self.item(index, item));
        html! {
            <ol class="listed" aria-label={self.list.name().as_str().to_owned()}>{ for items }</ol>
        }
    }

    fn item(&self, index: usize, item: &ListItem) -> Html {
        let what = match entry(&self.app.library, &item.slug) {
            Entry::Present(article) => {
                let when = article.metadata().date.map(|when| date(&when, DateStyle::Short));
                html! {
                    <>
                        <bdi lang={language_of(self.app, article.id())}>
                            { item_link(self.app, article.id(), self.view) }
                        </bdi>
                        { " " }
                        <span class="meta">
                            { article.section() }
                            if let Some(when) = when {
                                { msg!("detail-separator") }
                                { when }
                            }
                        </span>
                    </>
                }
            }
            Entry::Absent => html! { <bdi>{ item.title.to_string() }</bdi> },
            Entry::Missing => html! {
                <>
                    <bdi>{ item.title.to_string() }</bdi>
                    { " " }
                    <span class="meta">{ msg!("not-in-edition") }</span>
                </>
            },
        };
        let last = self.list.items().len().saturating_sub(1);
        html! {
            <li key={item.slug.to_string()}>
                <span class="what">{ what }</span>
                { " " }
                <span class="moves">
                    { self.move_button(item, Direction::Up, index == 0) }
                    { self.move_button(item, Direction::Down, index == last) }
                    { self.remove_button(index, item) }
                </span>
            </li>
        }
    }

    fn move_button(&self, item: &ListItem, direction: Direction, disabled: bool) -> Html {
        let (label, arrow, others) = match direction {
            Direction::Up => (msg!("move-up", title = &item.title), "↑", Direction::Down),
            Direction::Down => (msg!("move-down", title = &item.title), "↓", Direction::Up),
        };
        let onclick = {
            let (stored, focus) = (self.stored.clone(), Rc::clone(self.focus));
            let (name, item) = (self.list.name().clone(), item.clone());
            move |_: MouseEvent| {
                let action = ListAction::Moved(name.clone(), Rc::clone(&item.slug), direction);
                let lists = stored.change(action);
                // At the end of the list a button is disabled.
                focus.replace(vec![move_id(&item.slug, direction), move_id(&item.slug, others)]);
                let items = lists.get(name.as_str()).map_or(&[][..], ReadingList::items);
                let index = items.iter().position(|it| it.slug == item.slug).unwrap_or_default();
                announce(&msg!(
                    "moved-in-list",
                    title = &item.title,
                    number = index + 1,
                    count = items.len()
                ));
            }
        };
        html! {
            <button
                type="button"
                class="plain"
                id={move_id(&item.slug, direction)}
                aria-label={label}
                {disabled}
                {onclick}
            >
                { arrow }
            </button>
        }
    }

    fn remove_button(&self, index: usize, item: &ListItem) -> Html {
        let items = self.list.items();
        let before = index.checked_sub(1).and_then(|before| items.get(before));
        // The focus goes to the next item, or at the end of the list to the one before.
        let neighbours = [items.get(index + 1), before].into_iter().flatten();
        let mut ids: Vec<String> = neighbours.map(|item| remove_id(&item.slug)).collect();
        ids.push(super::LIST_HEADING.to_owned());
        let onclick = {
            let (stored, focus) = (self.stored.clone(), Rc::clone(self.focus));
            let (name, item): (ListName, ListItem) = (self.list.name().clone(), item.clone());
            move |_: MouseEvent| {
                stored.change(ListAction::Removed(name.clone(), Rc::clone(&item.slug)));
                focus.replace(ids.clone());
                announce(&msg!("removed-title", title = &item.title));
            }
        };
        html! {
            <button
                type="button"
                class="plain"
                id={remove_id(&item.slug)}
                aria-label={msg!("remove-term", term = &item.title)}
                {onclick}
            >
                { msg!("remove") }
            </button>
        }
    }
}

fn move_id(slug: &str, direction: Direction) -> String {
    let prefix = match direction {
        Direction::Up => "up-",
        Direction::Down => "down-",
    };
    [prefix, slug].concat()
}

fn remove_id(slug: &str) -> String {
    ["remove-", slug].concat()
}
