//! The query and filters that limit a section.

use super::link::link;
use crate::context::AppContext;
use crate::route::Route;
use crate::store::results::Results;
use crate::store::text::join;
use crate::store::view::View;
use yew::prelude::*;

/// Returns the query and filters that limit a section, with a link to `all` of its content.
pub fn filter_summary(app: &AppContext, view: &View, results: &Results, all: Route) -> Html {
    let query = msg!("quoted", text = view.query.as_str().trim());
    let query = (!view.query.is_blank()).then_some(query);
    let filters = view.filters.active().into_iter().map(|filter| filter.label());
    let limits: Vec<String> = query.into_iter().chain(filters).collect();
    let by = join(&limits, msg!("list-separator"));
    html! {
        <p class="meta" hidden={limits.is_empty()}>
            if !limits.is_empty() {
                { msg!("filter-summary", total = results.total, of = results.item_count, by = &by) }
                { msg!("sentence-separator") }
                { link(app, all, msg!("include-all-items")) }
            }
        </p>
    }
}
