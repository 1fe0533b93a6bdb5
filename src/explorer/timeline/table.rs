//! The numbers of a timeline as a table, for those who cannot or do not want to see bars.

use super::series::Series;
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
    let heads = bands.iter().map(|band| html! { <th scope="col">{ name(band.value) }</th> });
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
    html! {
        <details class="as-table">
            <summary>{ msg!("as-table") }</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label={msg!("timeline")}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ msg!("date") }</th>
                            { for heads }
                            <th scope="col">{ msg!("total") }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </details>
    }
}
