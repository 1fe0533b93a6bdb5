//! The items of a timeline as a list, under their months, years or days.

use crate::components::show_more::show_more;
use crate::context::AppContext;
use crate::explorer::item_line::item_line;
use crate::explorer::scale::{TimeScale, day_of};
use crate::store::results::Results;
use crate::store::view::{Sort, View};
use cuttings_edition::{Day, ItemId};
use std::cmp::Reverse;
use yew::prelude::*;

/// Returns the first items of the results in the order of their dates, the newest first unless the
/// reader has chosen the oldest. Those without a date come last.
pub(super) fn dated_list(
    app: &AppContext,
    view: &View,
    results: &Results,
    scale: &TimeScale,
    shown: usize,
) -> Html {
    let items = results.items.iter().map(|item| (day_of(&app.library, *item), *item));
    let mut items: Vec<(Option<Day>, ItemId)> = items.collect();
    match view.sort {
        Sort::Oldest => items.sort_by_key(|(day, _)| (day.is_none(), *day)),
        _ => items.sort_by_key(|(day, _)| Reverse(*day)),
    }
    let has_more = items.len() > shown;
    items.truncate(shown);
    let groups = items.chunk_by(|(a, _), (b, _)| {
        a.map(|day| scale.bar_of(day)) == b.map(|day| scale.bar_of(day))
    });
    let groups = groups.map(|group| {
        let day = group.first().and_then(|(day, _)| *day);
        let heading = match day {
            Some(day) => scale.label(scale.bar_of(day)),
            None => msg!("without-date").to_owned(),
        };
        let items = group.iter().map(|(_, item)| item_line(app, view, *item));
        html! {
            <section key={heading.clone()}>
                <h2>{ heading }</h2>
                <ol role="list">{ for items }</ol>
            </section>
        }
    });
    html! {
        <>
            <div class="dated-list" aria-label={msg!("results")} role="group">{ for groups }</div>
            { show_more(app, has_more) }
        </>
    }
}

/// Returns the first items of an edition without dates, in their order, with what they say of their
/// ages.
pub(super) fn undated_list(app: &AppContext, view: &View, results: &Results, shown: usize) -> Html {
    let items = results.items.iter().take(shown).map(|item| item_line(app, view, *item));
    html! {
        <section class="dated-list">
            <h2>{ msg!("results") }</h2>
            <ol role="list" aria-label={msg!("results")}>{ for items }</ol>
        </section>
    }
}
