//! A note on how the search interpreted the query.

use super::link::link;
use crate::context::AppContext;
use crate::route::Route;
use crate::store::results::{QueryInterpretation, Results};
use crate::store::text::join;
use crate::store::view::{Query, View};
use yew::prelude::*;

/// Returns a note on how the search interpreted the query, if it did not search for the query as
/// typed, and on dates that it could not read.
pub fn search_note(app: &AppContext, view: &View, results: &Results) -> Html {
    let is_plain =
        results.interpretation == QueryInterpretation::AsTyped && results.suggestion.is_none();
    let is_plain = results.total == 0 || is_plain;
    html! {
        <div class="note" hidden={is_plain && results.unread_dates.is_empty()}>
            if let Some(field) = results.unread_dates.first() {
                <p>{ msg!("date-unread", field = field) }</p>
            }
            if !is_plain {
                { note(app, view, results) }
            }
        </div>
    }
}

/// Returns the link to another spelling.
pub fn did_you_mean(app: &AppContext, view: &View, suggestion: Option<&str>) -> Html {
    let Some(suggestion) = suggestion else { return Html::default() };
    let route = with_query(view, suggestion.to_owned());
    let [before, after] = msg!("did-you-mean");
    html! {
        <p>
            { before }
            { link(app, route, suggestion.to_owned()) }
            { after }
        </p>
    }
}

fn note(app: &AppContext, view: &View, results: &Results) -> Html {
    let typed = view.query.as_str().trim();
    match &results.interpretation {
        QueryInterpretation::AsTyped => did_you_mean(app, view, results.suggestion.as_deref()),
        QueryInterpretation::Nothing => {
            html! { <p>{ msg!("nothing-to-search-for", typed = typed) }</p> }
        }
        QueryInterpretation::Corrected(query) => {
            // In quotation marks, a query is searched for as typed.
            let exact = ["\"", &typed.replace('"', ""), "\""].concat();
            let route = with_query(view, exact);
            html! {
                <>
                    <p>{ msg!("corrected", typed = typed, query = query) }</p>
                    <p>{ link(app, route, msg!("search-as-typed", typed = typed)) }</p>
                </>
            }
        }
        QueryInterpretation::Partial { missing } => {
            let quoted = missing.iter().map(|word| msg!("quoted", text = word));
            let words = join(&quoted.collect::<Vec<String>>(), msg!("list-separator"));
            html! {
                <p>
                    { msg!("partial") }
                    if !missing.is_empty() {
                        { msg!("sentence-separator") }
                        { msg!("no-item-contains", words = &words) }
                    }
                </p>
            }
        }
    }
}

/// Returns the results of the view with another query.
fn with_query(view: &View, query: String) -> Route {
    Route::Results(View { query: Query::from(query), ..view.clone() })
}
