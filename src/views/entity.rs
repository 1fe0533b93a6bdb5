//! The page of an entity.

use crate::components::filter_summary::filter_summary;
use crate::components::link::link;
use crate::components::mention::{item_link, sentence};
use crate::components::show_more::show_more;
use crate::context::AppContext;
use crate::ids::{HEADING, MAIN};
use crate::route::{Route, Section};
use crate::store::entities::mentions_in;
use crate::store::facet::Facet;
use crate::store::results::Results;
use crate::store::view::{Filter, Filters, Query, View};
use crate::views::names::name_list;
use cuttings_edition::EntityId;
use yew::prelude::*;

/// The number of entities to list that are mentioned with this one.
const MAX_MENTIONED_WITH: usize = 12;

/// An entity: its spellings, the entities mentioned with it, and its mentions.
pub(super) fn entity_page(
    app: &AppContext,
    entity: EntityId,
    view: &View,
    results: &Results,
    shown: usize,
) -> Html {
    let (entity, library) = (entity, &app.library);
    let facet = Facet::of_kind(entity.kind);
    let name = library.entity(entity).map_or("", |entity| entity.name);
    let names = Route::Section { section: Section::Names, view: view.clone() };
    let mut filters = Filters::default();
    filters.insert(Filter { facet, value: name.into() });
    let filtered = Route::Results(View { query: Query::default(), filters, ..view.clone() });
    let spellings = library.spellings(entity);
    let others: Vec<&str> = spellings.into_iter().filter(|other| *other != name).collect();
    let with = library.mentioned_with(entity);
    let mut mentions = mentions_in(library, results, entity);
    let has_more = mentions.len() > shown;
    mentions.truncate(shown);
    let mut before = None;
    let mentions = mentions.iter().map(|(item, span)| {
        let is_first = before.replace(*item) != Some(*item);
        html! {
            <li>
                if is_first {
                    <h3>{ item_link(app, *item, view) }</h3>
                }
                { sentence(app, *item, view, span) }
            </li>
        }
    });
    html! {
        <main tabindex="-1" class="plain-page names" id={MAIN}>
            <p class="back">{ link(app, names, msg!("all-names")) }</p>
            <p class="eyebrow">{ facet.label() }</p>
            <h1 tabindex="-1" id={HEADING}>{ name }</h1>
            <p class="meta">
                if !others.is_empty() {
                    { msg!("also-written", others = &others.join(msg!("list-separator"))) }
                    { msg!("sentence-separator") }
                }
                { link(app, filtered, msg!("filter-by-name")) }
            </p>
            { filter_summary(app, view, results, library.entity_route(entity, &View::default())) }
            <section class="named-with" aria-labelledby="named-with">
                <h2 id="named-with">{ msg!("mentioned-with") }</h2>
                { name_list(app, view, with.get(..MAX_MENTIONED_WITH).unwrap_or(&with)) }
            </section>
            <section aria-labelledby="places">
                <h2 id="places" key="heading">{ msg!("mentions") }</h2>
                <ul role="list" class="places">{ for mentions }</ul>
            </section>
            { show_more(app, has_more) }
        </main>
    }
}
