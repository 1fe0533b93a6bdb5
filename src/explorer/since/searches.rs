//! The searches that the reader saved, each with its results and the new ones among them.

use super::overview_route;
use crate::browser::announcement::announce;
use crate::browser::scroll_focus::focus_first_of;
use crate::browser::stored_searches::StoredSearches;
use crate::browser::whole_reads::read_whole;
use crate::components::button::button;
use crate::components::link::link;
use crate::context::use_app;
use crate::store::changes::totals;
use crate::store::saved_searches::{MOST_SEARCHES, label_of, view_of};
use crate::store::view::View;
use std::collections::BTreeMap;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The `id` of the heading.
const SEARCHES_HEADING: &str = "searches-heading";

/// The properties of [`SearchesView`].
#[derive(Properties, PartialEq)]
pub(super) struct SearchesProps {
    pub(super) stored: StoredSearches,
    pub(super) view: View,
}

/// The saved searches, and a button that saves the current one.
#[component]
pub(super) fn SearchesView(props: &SearchesProps) -> Html {
    let app = use_app();
    let SearchesProps { stored, view } = props;
    let searches = stored.searches().cloned().unwrap_or_default();
    let counts = use_state_eq(BTreeMap::<String, [usize; 2]>::new);
    {
        let (library, setter) = (app.library.clone(), counts.setter());
        use_effect_with((searches.clone(), app.library.clone()), move |(searches, _)| {
            let searches: Vec<String> = searches.iter().map(str::to_owned).collect();
            spawn_local(async move {
                let count = || {
                    let searches = searches.iter();
                    let counts = searches.map(|search| {
                        (search.clone(), totals(&library, &view_of(&library, search)))
                    });
                    counts.collect()
                };
                if let Some(counts) = read_whole(&library, count).await {
                    setter.set(counts);
                }
            });
        });
    }
    let save = {
        let (stored, view) = (stored.clone(), view.clone());
        Callback::from(move |_| {
            stored.change(|searches| searches.with(&view));
            announce(msg!("search-saved"));
        })
    };
    let entries = searches.iter().map(|search| {
        let of_search = view_of(&app.library, search);
        let label = label_of(&of_search);
        let remove = {
            let (stored, search) = (stored.clone(), search.to_owned());
            Callback::from(move |_: MouseEvent| {
                stored.change(|searches| searches.without(&search));
                focus_first_of(&[SEARCHES_HEADING.to_owned()]);
                announce(msg!("search-removed"));
            })
        };
        html! {
            <li key={search}>
                <bdi>{ link(&app, overview_route(&of_search), label.clone()) }</bdi>
                { " " }
                <span class="meta">
                    if let Some([total, new]) = counts.get(search) {
                        { msg!("new-of-search", new = *new, total = *total) }
                    }
                </span>
                { " " }
                <button
                    type="button"
                    class="plain"
                    aria-label={msg!("remove-search", search = &label)}
                    onclick={remove}
                >
                    { msg!("remove") }
                </button>
            </li>
        }
    });
    html! {
        <section aria-labelledby={SEARCHES_HEADING}>
            <h2 id={SEARCHES_HEADING} tabindex="-1">{ msg!("saved-searches") }</h2>
            <p class="meta">{ msg!("saved-searches-help") }</p>
            if !searches.is_empty() {
                <ul role="list" class="searches" aria-label={msg!("saved-searches")}>{ for entries }</ul>
            }
            if searches.may_add(view) {
                { button(msg!("save-search", search = &label_of(view)), save) }
            } else if searches.iter().len() >= MOST_SEARCHES {
                <p class="meta">{ msg!("most-searches", count = MOST_SEARCHES) }</p>
            }
        </section>
    }
}
