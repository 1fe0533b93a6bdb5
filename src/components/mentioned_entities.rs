//! The entities that an article mentions.

use super::link::link;
use crate::context::AppContext;
use crate::store::entities::entities_in;
use crate::store::facet::Facet;
use crate::store::view::View;
use cuttings_edition::{EntityId, EntityKind, ItemId};
use yew::prelude::*;

/// Returns the entities that an article mentions, by kind, as links to their pages.
pub fn mentioned_entities(app: &AppContext, item: ItemId) -> Html {
    let entities = entities_in(&app.library, item);
    let entity_link = |&id: &EntityId| {
        let name = app.library.entity(id)?.name;
        let route = app.library.entity_route(id, &View::default());
        Some(html! { <li>{ link(app, route, name) }</li> })
    };
    let kinds = EntityKind::ALL.map(|kind| {
        let of_kind = || entities.iter().filter(|entity| entity.kind == kind);
        html! {
            <div hidden={of_kind().next().is_none()}>
                <h3>{ Facet::of_kind(kind).label() }</h3>
                <ul role="list">{ for of_kind().filter_map(entity_link) }</ul>
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
