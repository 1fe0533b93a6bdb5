//! The section of names.

use crate::components::filter_summary::filter_summary;
use crate::components::link::link;
use crate::components::show_more::show_more;
use crate::context::AppContext;
use crate::ids::{HEADING, MAIN};
use crate::messages::number;
use crate::route::{Route, Section};
use crate::store::entities::count_entities;
use crate::store::facet::Facet;
use crate::store::results::Results;
use crate::store::view::View;
use cuttings_edition::{EntityId, EntityKind};
use yew::prelude::*;

/// The entities that the results mention, by kind.
pub(super) fn names_page(app: &AppContext, view: &View, results: &Results, shown: usize) -> Html {
    let counts = count_entities(&app.library, results);
    let kinds = EntityKind::ALL.map(|kind| {
        let of_kind = counts.iter().filter(|count| count.kind == kind);
        of_kind.map(|count| (count.entity(), count.count.0)).collect::<Vec<(EntityId, u32)>>()
    });
    let has_more = kinds.iter().any(|entities| entities.len() > shown);
    let sections = EntityKind::ALL.into_iter().zip(&kinds).map(|(kind, entities)| {
        html! {
            <section hidden={entities.is_empty()}>
                <h2>{ Facet::of_kind(kind).label() }</h2>
                { name_list(app, view, entities.get(..shown).unwrap_or(entities)) }
            </section>
        }
    });
    html! {
        <main tabindex="-1" class="plain-page names" id={MAIN}>
            <h1 tabindex="-1" id={HEADING}>{ msg!("names") }</h1>
            { filter_summary(app, view, results, Route::Section { section: Section::Names, view: View::default() }) }
            { for sections }
            { show_more(app, has_more) }
        </main>
    }
}

/// Returns a list of entities with the number of items that mention each.
pub(super) fn name_list(app: &AppContext, view: &View, entities: &[(EntityId, u32)]) -> Html {
    let names = entities.iter().filter_map(|&(id, count)| {
        let entity = app.library.entity(id)?;
        let route = app.library.entity_route(id, view);
        Some(html! {
            <li key={entity.name}>
                { link(app, route, entity.name) }
                { " " }
                <span class="count">{ number(count) }</span>
            </li>
        })
    });
    html! { <ul role="list" class="name-list">{ for names }</ul> }
}
