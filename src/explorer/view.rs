//! The page around every view that explores: the filters beside it, and the way to the others.

use super::figures::FiguresView;
use super::lists::ListsView;
use super::places::PlacesView;
use super::quotes::QuotesView;
use super::since::SinceView;
use super::stories::StoriesView;
use super::timeline::TimelineView;
use super::together::TogetherView;
use super::trends::TrendsView;
use crate::browser::spoken_count::use_spoken_count;
use crate::components::active_filters::active_filters;
use crate::components::filter_panel::filter_panel;
use crate::components::link::link;
use crate::components::result_status::result_status;
use crate::components::search_note::search_note;
use crate::context::use_app;
use crate::explored_page::ExploredPage;
use crate::ids::{HEADING, MAIN};
use crate::route::Route;
use crate::store::exploration::ExplorationKind;
use yew::prelude::*;

/// Returns a page that explores results.
pub(super) fn explored_page(page: ExploredPage) -> Html {
    html! { <ExploredView key="explore" ..page /> }
}

/// A page that explores results.
#[component]
fn ExploredView(props: &ExploredPage) -> Html {
    let app = use_app();
    let ExploredPage { exploration, view, results, ui } = props;
    let spoken = use_spoken_count(&view.query, results.total, results.item_count);
    let all = Route::Results(view.clone());
    let explorations = ExplorationKind::ALL.map(|kind| {
        let to = Route::Explore { exploration: kind.into(), view: view.clone() };
        html! {
            <a
                aria-current={(kind == exploration.kind).then_some("page")}
                href={app.href(&to)}
                onclick={app.navigate(to)}
            >
                { kind.label() }
            </a>
        }
    });
    html! {
        <main tabindex="-1" class="results-page explored" id={MAIN}>
            <div class="toolbar">
                <nav class="explorations" aria-label={msg!("explore")}>{ for explorations }</nav>
                <h1 tabindex="-1" id={HEADING}>{ exploration.kind.label() }</h1>
                { result_status(results.total, spoken, results.item_count) }
                { link(&app, all, msg!("as-list")) }
            </div>
            { filter_panel(&app, results, ui, &view.filters) }
            <div class="result-area">
                { active_filters(&app, &view.filters) }
                { search_note(&app, view, results) }
                {
                    match exploration.kind {
                        ExplorationKind::Timeline => html! { <TimelineView ..props.clone() /> },
                        ExplorationKind::Trends => html! { <TrendsView ..props.clone() /> },
                        ExplorationKind::Places => html! { <PlacesView ..props.clone() /> },
                        ExplorationKind::Together => html! { <TogetherView ..props.clone() /> },
                        ExplorationKind::Quotes => html! { <QuotesView ..props.clone() /> },
                        ExplorationKind::Figures => html! { <FiguresView ..props.clone() /> },
                        ExplorationKind::Stories => html! { <StoriesView ..props.clone() /> },
                        ExplorationKind::Lists => html! { <ListsView ..props.clone() /> },
                        ExplorationKind::Since => html! { <SinceView ..props.clone() /> },
                    }
                }
            </div>
        </main>
    }
}
