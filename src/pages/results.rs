//! The results page: what a view of the edition holds.

use crate::components::active_filters::active_filters;
use crate::components::card::card;
use crate::components::filters::filters;
use crate::components::note::{no_results, search_note};
use crate::components::select::select;
use crate::components::status::Status;
use crate::components::teaser::teaser;
use crate::desk::Desk;
use crate::hooks::arrival::MAIN;
use crate::state::reducer::Action;
use crate::state::results::Results;
use crate::state::view::{Sort, View};
use cuttings_edition::{Item, ItemId};
use yew::prelude::*;

/// The properties of [`ResultsPage`].
#[derive(Properties, PartialEq)]
pub struct ResultsPageProps {
    /// The edition, and where to say what happened.
    pub desk: Desk,
    /// What was asked for.
    pub view: View,
    /// How many results are shown at most.
    pub shown: usize,
}

/// The results page.
#[component]
pub fn ResultsPage(props: &ResultsPageProps) -> Html {
    let ResultsPageProps { desk, view, shown } = props;
    let filters_open = use_state_eq(|| false);
    // What opens and closes asks for no other results.
    let results = use_memo((view.clone(), *shown), |(view, shown)| Results::of(&desk.library, view, *shown));
    let list = if results.items.is_empty() {
        no_results(desk, view, &results)
    } else {
        let items: Vec<Html> =
            results.items.iter().filter_map(|&id| item(desk, id, view, &results)).collect();
        html! { <ol key="some" role="list" class="results" aria-label="Results">{ items }</ol> }
    };
    let more = (results.total > results.items.len()).then(|| {
        html! { <button type="button" class="solid" onclick={desk.on_click(Action::MoreAsked)}>{ "Show more" }</button> }
    });
    let onsort = {
        let desk = desk.clone();
        move |key: String| desk.tell(Action::SortChosen(Sort::from_key(&key).unwrap_or_default()))
    };
    let sorts = Sort::ALL.map(|sort| (sort.key(), sort.label()));
    html! {
        <main id={MAIN} tabindex="-1" class="results-page">
            <div class="toolbar">
                <Status matching={results.total} of={results.of} />
                { select("sort", "Sort by", &sorts, view.sort.key(), onsort) }
            </div>
            { filters(desk, &results.facets, view.filters.len(), &filters_open) }
            <div class="found">
                { active_filters(desk, &view.filters) }
                { search_note(desk, view, &results) }
                <div>{ list }</div>
                <div class="more">{ more }</div>
            </div>
        </main>
    }
}

fn item(desk: &Desk, id: ItemId, view: &View, results: &Results) -> Option<Html> {
    let shown = match desk.library.item(id)? {
        Item::Article(article) => card(desk, &article, view, &results.marker),
        Item::Teaser(item) => teaser(&item, &results.marker),
    };
    Some(html! { <li key={id.0}>{ shown }</li> })
}
