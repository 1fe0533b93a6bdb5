//! The card of a result: that of an article or a teaser.

use super::card::Card;
use super::teaser_card::teaser_card;
use crate::context::AppContext;
use crate::store::bookmarks::Bookmarks;
use crate::store::hits::Highlighter;
use crate::store::result_presence::ResultPresence;
use crate::store::ui_state::UiState;
use crate::store::view::View;
use cuttings_edition::{Item, ItemId};
use yew::prelude::*;

/// The properties that the cards of a list have in common.
#[derive(Clone, Copy, Debug)]
pub struct ResultCards<'r> {
    /// The view that found the items.
    pub view: &'r View,
    /// Finds the hits of the query.
    pub highlighter: &'r Highlighter,
    /// The state of the interface.
    pub ui: &'r UiState,
    /// The reader's bookmarks.
    pub bookmarks: &'r Bookmarks,
    /// True if the results are a list of headlines.
    pub is_list: bool,
    /// True if the items only have related wording.
    pub is_related: bool,
}

/// Returns the card of an item, or `None` if the edition lacks the item.
pub fn result_card(
    app: &AppContext,
    cards: ResultCards<'_>,
    item: ItemId,
    presence: ResultPresence,
) -> Option<Html> {
    let ResultCards { view, highlighter, ui, bookmarks, is_list, is_related } = cards;
    Some(match app.library.item(item)? {
        Item::Article(article) => {
            let record = bookmarks.get(article.slug());
            html! {
                <Card
                    {item}
                    view={view.clone()}
                    highlighter={highlighter.clone()}
                    {is_list}
                    {presence}
                    saved={record.is_some_and(|record| record.saved)}
                    read={record.is_some_and(|record| record.read)}
                    explained={ui.explained.contains(&item)}
                    {is_related}
                />
            }
        }
        Item::Teaser(teaser) => teaser_card(&teaser, highlighter),
    })
}
