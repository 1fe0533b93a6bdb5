//! The numbers of trends as a table, each a link to the items behind it.

use super::comparison::Comparison;
use super::rates::rate_text;
use crate::components::link::link;
use crate::explorer::data_table::data_table;
use crate::messages::number;
use yew::prelude::*;

/// Returns the table, folded: a row for each place with words, a column for each term.
pub(super) fn table(comparison: &Comparison<'_>) -> Html {
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
    let terms = comparison.terms.iter().map(|term| html! { <bdi>{ term.label() }</bdi> });
    let heads = [html! { comparison.axis.name() }].into_iter().chain(terms);
    data_table(msg!("trends"), heads.chain([html! { msg!("words") }]), rows)
}
