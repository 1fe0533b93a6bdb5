//! The results page: what a view of the edition holds.

use crate::components::active_filters::ActiveFilters;
use crate::components::card::Card;
use crate::components::filters::Filters;
use crate::components::note::{NoResults, SearchNote};
use crate::components::sort_select::SortSelect;
use crate::components::status::Status;
use crate::components::teaser::TeaserCard;
use crate::desk::use_desk;
use crate::hooks::title::use_title;
use crate::state::reducer::Action;
use crate::state::results::Results;
use crate::state::view::View;
use cuttings_edition::{Item, ItemId};
use yew::prelude::*;

/// The properties of [`ResultsPage`].
#[derive(Properties, PartialEq)]
pub struct ResultsPageProps {
    /// What was asked for.
    pub view: View,
    /// How many results are shown at most.
    pub shown: usize,
}

/// The results page.
#[component]
pub fn ResultsPage(props: &ResultsPageProps) -> Html {
    let desk = use_desk();
    let results =
        use_memo((desk.library.clone(), props.view.clone(), props.shown), |(library, view, shown)| {
            Results::of(library, view, *shown)
        });
    use_title(title(desk.library.title(), &props.view));
    let list = if results.items.is_empty() {
        html! { <NoResults key="none" view={props.view.clone()} suggestion={results.suggestion.clone()} /> }
    } else {
        let items = results.items.iter().map(|&id| item(id, &props.view, &results, desk.library.item(id)));
        html! { <ol key="some" role="list" class="results" aria-label="Results">{ for items }</ol> }
    };
    let left = results.total.saturating_sub(results.items.len());
    let more = (left > 0).then(|| {
        let onclick = {
            let desk = desk.clone();
            move |_: MouseEvent| desk.tell(Action::MoreAsked)
        };
        html! { <button type="button" class="solid" {onclick}>{ "Show more" }</button> }
    });
    html! {
        <main id="main" class="results-page">
            <div class="toolbar">
                <Status matching={results.total} of={results.of} />
                <SortSelect sort={props.view.sort} />
            </div>
            <Filters facets={results.facets.clone()} on={props.view.filters.len()} />
            <div class="found">
                <ActiveFilters filters={props.view.filters.clone()} />
                <SearchNote view={props.view.clone()} note={results.note.clone()} suggestion={results.suggestion.clone()}
                    found={results.total > 0} />
                <div>{ list }</div>
                <div class="more">{ more }</div>
            </div>
        </main>
    }
}

fn item(id: ItemId, view: &View, results: &Results, item: Option<Item<'static>>) -> Html {
    let marker = results.marker.clone();
    let (class, card) = match item {
        Some(Item::Teaser(_)) => ("teaser-item", html! { <TeaserCard {id} {marker} /> }),
        _ => ("card-item", html! { <Card {id} view={view.clone()} {marker} /> }),
    };
    html! { <li key={id.0} {class}>{ card }</li> }
}

/// The document's title.
fn title(site: &str, view: &View) -> String {
    if view.query.is_blank() { site.to_owned() } else { [view.query.as_str().trim(), site].join(" – ") }
}
