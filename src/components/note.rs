//! What the search did other than what was asked of it, and what to do when it found nothing.

use super::link::link;
use crate::desk::Desk;
use crate::state::results::{Note, Results};
use crate::state::route::Route;
use crate::state::view::{Filters, Query, View};
use yew::prelude::*;

/// Says what was searched for if it is not what was typed, and offers a way back or on.
pub fn search_note(desk: &Desk, view: &View, results: &Results) -> Html {
    let typed = view.query.as_str().trim();
    let note = match (&results.note, &results.suggestion) {
        _ if results.total == 0 => None,
        (Note::Corrected(query), _) => Some(html! {
            <>
                <p>{ ["Nothing matches “", typed, "”. This is what matches “", query, "”."].concat() }</p>
                <p>{ link(desk, asking(view, exactly(typed)), ["Search for “", typed, "” as typed"].concat()) }</p>
            </>
        }),
        (Note::Partial { missing }, _) => Some(html! {
            <p>{ "No item has all of this; the closest come first." }{ none_has(missing) }</p>
        }),
        (Note::AsTyped, Some(suggestion)) => Some(did_you_mean(desk, view, suggestion)),
        (Note::AsTyped, None) => None,
    };
    html! { <div class="note" hidden={note.is_none()}>{ note }</div> }
}

/// Says that nothing was found, and what to do.
pub fn no_results(desk: &Desk, view: &View, results: &Results) -> Html {
    let typed = view.query.as_str().trim();
    let what = if typed.is_empty() {
        "Nothing has all of these filters".to_owned()
    } else {
        ["Nothing matches “", typed, "”"].concat()
    };
    let suggestion = results.suggestion.as_ref().map(|suggestion| did_you_mean(desk, view, suggestion));
    let without_filters = (!view.filters.is_empty()).then(|| {
        let to = Route::Results(View { filters: Filters::default(), ..view.clone() });
        html! { <p>{ link(desk, to, "Search without filters") }</p> }
    });
    html! {
        <div key="none" class="no-results">
            <p class="headline">{ what }</p>
            <div>{ suggestion }</div>
            <div>{ without_filters }</div>
            <p>{ "Fewer words find more. " }{ link(desk, Route::default(), "Show all items") }</p>
        </div>
    }
}

fn did_you_mean(desk: &Desk, view: &View, suggestion: &str) -> Html {
    html! { <p>{ "Did you mean " }{ link(desk, asking(view, suggestion.to_owned()), suggestion.to_owned()) }{ "?" }</p> }
}

/// The same view with another query.
fn asking(view: &View, query: String) -> Route {
    Route::Results(View { query: Query::from(query), ..view.clone() })
}

/// A query for a text exactly as it stands.
fn exactly(text: &str) -> String {
    ["\"", &text.replace('"', ""), "\""].concat()
}

/// Which words are to blame.
fn none_has(missing: &[String]) -> String {
    if missing.is_empty() {
        String::new()
    } else {
        [" None has “", &missing.join("”, “"), "”."].concat()
    }
}
