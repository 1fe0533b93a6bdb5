//! A teaser in the results: plainly less than an article, with nothing to open.

use super::marked::marked;
use crate::desk::use_desk;
use crate::state::results::Marker;
use cuttings_edition::{Item, ItemId};
use cuttings_search::Field;
use yew::prelude::*;

/// The properties of [`TeaserCard`].
#[derive(Properties, PartialEq)]
pub struct TeaserCardProps {
    /// The teaser.
    pub id: ItemId,
    /// What marks what was searched for.
    pub marker: Marker,
}

/// A teaser in the results: its section, its headline and its age.
#[component]
pub fn TeaserCard(props: &TeaserCardProps) -> Html {
    let desk = use_desk();
    let Some(Item::Teaser(teaser)) = desk.library.item(props.id) else {
        return html! { <article class="teaser" /> };
    };
    html! {
        <article class="teaser">
            <p class="eyebrow">{ teaser.section() }</p>
            <h2 class="headline">{ marked(teaser.title(), &props.marker.marks(Field::Title, teaser.title())) }</h2>
            <p class="meta">{ teaser.age() }{ " · headline only" }</p>
        </article>
    }
}
