//! The numbers of a timeline as a table.

use super::series::Series;
use crate::explorer::data_table::data_table;
use crate::explorer::scale::TimeScale;
use crate::messages::number;
use crate::store::facet::Facet;
use yew::prelude::*;

/// Returns the table, folded: a row for each bar with items, a column for each band.
pub(super) fn table(scale: &TimeScale, series: &Series, stack: Option<Facet>) -> Html {
    let bands = if series.bands.len() > 1 { &series.bands[..] } else { &[] };
    let name = |value: Option<&'static str>| match (value, stack) {
        (Some(value), Some(stack)) => stack.value_label(value),
        _ => msg!("others").to_owned(),
    };
    let totals = series.totals.iter().enumerate().filter(|(_, total)| **total > 0);
    let rows = totals.map(|(bar, total)| {
        let of_bands = bands.iter().map(|band| {
            let count = band.counts.get(bar).copied().unwrap_or_default();
            html! { <td>{ number(count) }</td> }
        });
        html! {
            <tr>
                <th scope="row">{ scale.label(bar) }</th>
                { for of_bands }
                <td>{ number(*total) }</td>
            </tr>
        }
    });
    let names = bands.iter().map(|band| html! { name(band.value) });
    let heads = [html! { msg!("date") }].into_iter().chain(names);
    data_table(msg!("timeline"), heads.chain([html! { msg!("total") }]), rows)
}
