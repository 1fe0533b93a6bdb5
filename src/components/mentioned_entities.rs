//! The entities that an article mentions.

use super::link::link;
use crate::context::AppContext;
use crate::store::entities::{EntityCount, entities_by_mentions};
use crate::store::facet::Facet;
use crate::store::view::View;
use cuttings_edition::{EntityKind, ItemId};
use yew::prelude::*;

/// The number of entities of a kind that are shown before the reader asks for all.
const SHOWN_ENTITIES: usize = 10;

/// Returns the entities that an article mentions, by kind, the most mentioned first, as links to
/// their pages.
pub fn mentioned_entities(app: &AppContext, item: ItemId) -> Html {
    let entities = entities_by_mentions(&app.library, item);
    let entity_link = |count: &&EntityCount| {
        let name = app.library.entity(count.entity())?.name;
        let route = app.library.entity_route(count.entity(), &View::default());
        Some(html! { <li>{ link(app, route, name) }</li> })
    };
    let kinds = EntityKind::ALL.map(|kind| {
        let of_kind: Vec<&EntityCount> =
            entities.iter().filter(|entity| entity.kind == kind).collect();
        let (shown, more) = of_kind.split_at(of_kind.len().min(SHOWN_ENTITIES));
        html! {
            <div hidden={of_kind.is_empty()}>
                <h3>{ Facet::of_kind(kind).label() }</h3>
                <ul role="list">{ for shown.iter().filter_map(entity_link) }</ul>
                if !more.is_empty() {
                    <details>
                        <summary>{ msg!("show-all", count = of_kind.len()) }</summary>
                        <ul role="list">{ for more.iter().filter_map(entity_link) }</ul>
                    </details>
                }
            </div>
        }
    });
    html! {
        <aside class="named" aria-labelledby="named-title" hidden={entities.is_empty()}>
            <h2 id="named-title">{ msg!("mentioned-in-article") }</h2>
            { for kinds }
        </aside>
    }
}
