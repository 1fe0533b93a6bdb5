//! The numbers of trends as a table, each a link to the items behind it.

use super::comparison::Comparison;
use super::rates::rate_text;
use crate::components::link::link;
use crate::messages::number;
use yew::prelude::*;

/// Returns the table, folded: a row for each place with words, a column for each term.
pub(super) fn table(comparison: &Comparison<'_>) -> Html {
    let heads = comparison.terms.iter().map(|term| {
        html! { <th scope="col"><bdi>{ term.label() }</bdi></th> }
    });
    let places = comparison.rates.words.iter().enumerate().filter(|(_, words)| **words > 0);
    let rows = places.map(|(place, words)| {
        let cells = (0..comparison.terms.len()).map(|term| {
            let cell = match comparison.rates.rate(term, place).unwrap_or_default() {
                0 => html! { number(0) },
                rate => link(comparison.app, comparison.route(term, place), rate_text(rate)),
            };
            html! { <td>{ cell }</td> }
        });
        html! {
            <tr>
                <th scope="row"><bdi>{ comparison.axis.label(place) }</bdi></th>
                { for cells }
                <td>{ number(u32::try_from(*words).unwrap_or(u32::MAX)) }</td>
            </tr>
        }
    });
    html! {
        <details class="as-table">
            <summary>{ msg!("as-table") }</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label={msg!("trends")}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ comparison.axis.name() }</th>
                            { for heads }
                            <th scope="col">{ msg!("words") }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </details>
    }
}
