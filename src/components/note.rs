//! What the search did other than what was asked of it, and what to do when it found nothing.

use super::link::Link;
use crate::state::results::Note;
use crate::state::route::Route;
use crate::state::view::{Filters, Query, View};
use yew::prelude::*;

/// The properties of [`SearchNote`].
#[derive(Properties, PartialEq)]
pub struct SearchNoteProps {
    /// What was asked for.
    pub view: View,
    /// What was searched for.
    pub note: Note,
    /// Another spelling that would find more.
    pub suggestion: Option<String>,
    /// Whether anything was found.
    pub found: bool,
}

/// Says what was searched for if it is not what was typed, and offers a way back or on.
#[component]
pub fn SearchNote(props: &SearchNoteProps) -> Html {
    if !props.found {
        return html! { <div class="note" hidden=true /> };
    }
    let typed = props.view.query.as_str().trim();
    match (&props.note, &props.suggestion) {
        (Note::Corrected(query), _) => html! {
            <div class="note">
                <p>{ "Nothing matches “" }{ typed.to_owned() }{ "”. Showing what matches “" }{ query.clone() }{ "” instead." }</p>
                <p><Link to={asking(&props.view, exactly(typed))}>{ "Search for “" }{ typed.to_owned() }{ "” as typed" }</Link></p>
            </div>
        },
        (Note::Partial { missing }, _) => html! {
            <div class="note"><p>{ "No item has all of this; the closest come first." }{ none_has(missing) }</p></div>
        },
        (Note::AsTyped, Some(suggestion)) => {
            html! { <div class="note">{ did_you_mean(&props.view, suggestion) }</div> }
        }
        (Note::AsTyped, None) => html! { <div class="note" hidden=true /> },
    }
}

/// The properties of [`NoResults`].
#[derive(Properties, PartialEq)]
pub struct NoResultsProps {
    /// What was asked for.
    pub view: View,
    /// A spelling that would find something.
    pub suggestion: Option<String>,
}

/// Says that nothing was found, and what to do.
#[component]
pub fn NoResults(props: &NoResultsProps) -> Html {
    let view = &props.view;
    let typed = view.query.as_str().trim();
    let what = if typed.is_empty() {
        html! { <p class="headline">{ "Nothing has all of these filters" }</p> }
    } else {
        html! { <p class="headline">{ "Nothing matches “" }{ typed.to_owned() }{ "”" }</p> }
    };
    let suggestion = props.suggestion.as_ref().map(|suggestion| did_you_mean(view, suggestion));
    let without_filters = (!view.filters.is_empty()).then(|| {
        let to = Route::Results(View { filters: Filters::default(), ..view.clone() });
        html! { <p><Link {to}>{ "Search without filters" }</Link></p> }
    });
    html! {
        <div class="no-results">
            { what }
            <div>{ suggestion }</div>
            <div>{ without_filters }</div>
            <p>{ "Fewer words find more. " }<Link to={Route::default()}>{ "Show all items" }</Link></p>
        </div>
    }
}

fn did_you_mean(view: &View, suggestion: &str) -> Html {
    html! {
        <p>{ "Did you mean " }<Link to={asking(view, suggestion.to_owned())}>{ suggestion.to_owned() }</Link>{ "?" }</p>
    }
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
