//! The pages of plain lists and text: all but results and articles.
//!
//! They share one component, because each further one adds some 400 bytes to the download and none
//! of them has state of its own.

use super::entity::entity_page;
use super::names::names_page;
use super::not_found::not_found_page;
use super::saved::saved_page;
use crate::context::use_app;
use crate::store::bookmarks::Bookmarks;
use crate::store::results::Results;
use crate::store::view::View;
use cuttings_edition::EntityId;
use std::rc::Rc;
use yew::prelude::*;

/// A page of plain lists and text.
#[derive(Clone, Debug, PartialEq)]
pub enum PlainPage {
    /// The section of names.
    Names,
    /// The section of saved articles and notes.
    Saved(Bookmarks),
    /// The page of an entity.
    Entity(EntityId),
    /// The page at a URL that leads nowhere, with the part of the URL that identifies no page.
    NotFound(Rc<str>),
}

/// The properties of [`PlainPageView`].
#[derive(Properties, PartialEq)]
pub struct PlainPageViewProps {
    /// The page.
    pub page: PlainPage,
    /// The view that limits the page.
    pub view: View,
    /// All results of the view.
    pub results: Rc<Results>,
    /// The maximum number of entries.
    pub shown: usize,
}

/// A page of plain lists and text.
#[component]
pub fn PlainPageView(props: &PlainPageViewProps) -> Html {
    let app = use_app();
    let PlainPageViewProps { page, view, results, shown } = props;
    match page {
        PlainPage::Names => names_page(&app, view, results, *shown),
        PlainPage::Saved(bookmarks) => saved_page(&app, bookmarks),
        PlainPage::Entity(entity) => entity_page(&app, *entity, view, results, *shown),
        PlainPage::NotFound(path) => not_found_page(&app, path),
    }
}
