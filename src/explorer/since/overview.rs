//! The new and the changed ones of the results.

use super::difference_route;
use super::searches::SearchesView;
use crate::browser::stored_searches::StoredSearches;
use crate::components::link::link;
use crate::context::{AppContext, use_app};
use crate::explorer::item_line::item_line_with;
use crate::messages::number;
use crate::route::Route;
use crate::store::changes::Changes;
use crate::store::dates::{DateStyle, date_text};
use crate::store::results::Results;
use crate::store::view::View;
use cuttings_edition::ItemId;
use std::rc::Rc;
use yew::prelude::*;

/// The most items of a list. The results have the others.
const MOST: usize = 100;

/// The properties of [`OverviewView`].
#[derive(Properties, PartialEq)]
pub(super) struct OverviewProps {
    pub(super) stored: StoredSearches,
    pub(super) view: View,
    pub(super) results: Rc<Results>,
}

/// The changes among the results, and the saved searches.
#[component]
pub(super) fn OverviewView(props: &OverviewProps) -> Html {
    let app = use_app();
    let OverviewProps { stored, view, results } = props;
    let Changes { added, changed } = Changes::among(&app.library, results);
    // The tools' script knows the view by its id.
    html! {
        <div class="changes" id="since">
            <p>{ summary(stored, added.len(), changed.len()) }</p>
            if stored.last_visit().is_none() {
                <p class="meta">{ msg!("since-help") }</p>
            }
            { items(&app, view, &added, Kind::Added) }
            { items(&app, view, &changed, Kind::Changed) }
            <SearchesView stored={stored.clone()} view={view.clone()} />
        </div>
    }
}

/// Returns how much is new since when.
fn summary(stored: &StoredSearches, added: usize, changed: usize) -> String {
    let Some(day) = stored.last_visit() else { return msg!("since-nothing").to_owned() };
    let date = &date_text(day, DateStyle::Long);
    match added + changed {
        0 => msg!("since-none-of-these", date = date),
        _ => msg!("since-summary", date = date, added = added, changed = changed),
    }
}

/// A kind of changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Added,
    Changed,
}

/// Returns the items with a kind of changes below a heading; nothing if there are none.
fn items(app: &AppContext, view: &View, items: &[ItemId], kind: Kind) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let (heading, query) = match kind {
        Kind::Added => (msg!("new-items"), "new:added"),
        Kind::Changed => (msg!("changed-items"), "new:changed"),
    };
    let lines = items.iter().take(MOST).map(|item| {
        let article = app.library.article_with_id(*item).filter(|_| kind == Kind::Changed);
        let after = article.map(|article| {
            let to = difference_route(article.slug(), view);
            html! {
                <a
                    class="meta"
                    href={app.href(&to)}
                    onclick={app.navigate(to)}
                    aria-label={msg!("what-changed-in", title = article.title())}
                >
                    { msg!("what-changed") }
                </a>
            }
        });
        item_line_with(app, view, *item, after)
    });
    let all = View { query: with_field(view.query.as_str(), query).into(), ..view.clone() };
    html! {
        <section>
            <h2>
                { heading }
                { " " }
                <span class="count">{ number(items.len() as u32) }</span>
            </h2>
            <div class="dated-list">
                <ul role="list" aria-label={heading}>{ for lines }</ul>
            </div>
            if items.len() > MOST {
                <p>{ link(app, Route::Results(all), msg!("all-of-these")) }</p>
            }
        </section>
    }
}

/// Returns a query with a field before it, so that quotation marks and parentheses which are still
/// open do not take it in.
fn with_field(query: &str, field: &str) -> String {
    if query.trim().is_empty() { field.to_owned() } else { [field, " ", query].concat() }
}
