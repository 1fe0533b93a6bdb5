//! The page of results.

use crate::browser::spoken_count::use_spoken_count;
use crate::components::active_filters::active_filters;
use crate::components::export_menu::export_menu;
use crate::components::filter_panel::filter_panel;
use crate::components::front::front;
use crate::components::no_results::no_results;
use crate::components::related_wording::use_related_items;
use crate::components::result_card::{ResultCards, result_card};
use crate::components::result_status::result_status;
use crate::components::search_note::search_note;
use crate::components::select::{select, setting_select};
use crate::components::show_more::show_more;
use crate::context::use_app;
use crate::ids::MAIN;
use crate::store::bookmarks::Bookmarks;
use crate::store::preferences::{Preferences, Setting};
use crate::store::result_presence::PresentResults;
use crate::store::results::{Results, effective_sort};
use crate::store::text::decimal;
use crate::store::ui_state::{PAGE_SIZE, UiAction, UiState};
use crate::store::view::{Sort, View};
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`ResultsView`].
#[derive(Properties, PartialEq)]
pub struct ResultsViewProps {
    /// The view.
    pub view: View,
    /// The results of the view.
    pub results: Rc<Results>,
    /// The presence of each result.
    pub presence: PresentResults,
    /// The state of the interface.
    pub ui: Rc<UiState>,
    /// The reader's bookmarks.
    pub bookmarks: Bookmarks,
    /// The reader's preferences.
    pub preferences: Preferences,
}

/// The results of a view, with filters.
#[component]
pub fn ResultsView(props: &ResultsViewProps) -> Html {
    let app = use_app();
    let ResultsViewProps { view, results, presence, ui, bookmarks, preferences } = props;
    // Until typing pauses the spoken count is that of all items, which is right without a query.
    let spoken = use_spoken_count(&view.query, results.total, results.item_count);
    let is_list = preferences.is_list();
    let is_dated = app.library.date_bars().is_some();
    let sorts = Sort::ALL.into_iter().filter(|sort| is_dated || !sort.is_by_date());
    let sorts: Vec<_> = sorts.map(|sort| (sort.key(), sort.label())).collect();
    let sort = effective_sort(&app.library, view);
    let choose_order = {
        let app = app.clone();
        move |key: String| {
            app.dispatch(UiAction::SortChosen(Sort::from_key(&key).unwrap_or_default()));
        }
    };
    let all = ResultCards {
        view,
        highlighter: &results.highlighter,
        ui,
        bookmarks,
        is_list,
        is_related: false,
    };
    let items = results.items.iter().enumerate().take(ui.render_limit);
    let cards = items.filter_map(|(number, item)| {
        let key = decimal(u64::from(item.0));
        if !presence.of(number).has_record() {
            // It keeps its place until its record has arrived.
            return Some(html! { <li {key} class="awaited" aria-hidden="true" /> });
        }
        let card = result_card(&app, all, *item, presence.of(number))?;
        Some(html! { <li {key}>{ card }</li> })
    });
    let related = use_related_items(results, all);
    html! {
        <main tabindex="-1" class="results-page" id={MAIN}>
            <div class="toolbar">
                { result_status(results.total, spoken, results.item_count) }
                { setting_select(&app, Setting::Layout, *preferences) }
                { select("sort", msg!("sort-by"), &sorts, sort.key(), &Callback::from(choose_order)) }
            </div>
            { filter_panel(&app, results, ui, &view.filters) }
            <div class="result-area">
                { active_filters(&app, &view.filters) }
                { search_note(&app, view, results) }
                <div>
                    if view.query.is_blank() && view.filters.is_empty() {
                        { front(&app, results) }
                    }
                    if results.items.is_empty() {
                        { no_results(&app, view, results.suggestion.as_deref()) }
                    } else {
                        // Another layout gets new elements: see the styles of a list.
                        <ol
                            role="list"
                            class="results"
                            aria-label={msg!("results")}
                            key={if is_list { "list" } else { "cards" }}
                        >
                            { for cards }
                        </ol>
                    }
                </div>
                { show_more(&app, results.total > ui.shown.max(PAGE_SIZE)) }
                { related }
                { export_menu(&app, view) }
            </div>
        </main>
    }
}
