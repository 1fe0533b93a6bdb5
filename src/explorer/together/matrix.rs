//! The network as a matrix: a row and a column for each name, in the order of their clusters.

use super::graph::SENTENCES;
use super::network::Network;
use super::{Shown, counted_pair, entity_link, kind_class, name_of};
use crate::context::AppContext;
use crate::messages::number;
use crate::store::view::View;
use yew::prelude::*;

/// The most names of a matrix. With 36 names, whose cells are 1,300 links at most, a key took 80 ms
/// in an edition of 10,000 items.
const MAX_NAMES: usize = 24;

/// The number of shades of cells.
const SHADES: usize = 5;

/// Returns the matrix of the strongest names. A cell has the number of items with both names, and
/// is the darker the stronger they are together.
pub(super) fn matrix(app: &AppContext, network: &Network, view: &View, shown: Shown) -> Html {
    let network = network.limited_to(MAX_NAMES);
    let strongest = network.pairs.first().map_or(1, |pair| pair.strength);
    let heads = network.names.iter().map(|name| {
        html! {
            <th scope="col">
                <span class={kind_class(name.entity.kind)}>
                    { name_of(&app.library, name.entity) }
                </span>
            </th>
        }
    });
    let rows = network.names.iter().enumerate().map(|(row, name)| {
        let cells = network.names.iter().enumerate().map(|(column, other)| {
            let items = network.items(row, column);
            if row == column || items == 0 {
                let class = (row == column).then_some("same");
                return html! { <td {class}></td> };
            }
            let pair = [name.entity, other.entity];
            let is_chosen =
                shown.pair.is_some_and(|chosen| pair.iter().all(|it| chosen.contains(it)));
            let shade = shade(network.strength(row, column), strongest);
            let route = shown.route(&app.library, pair, view);
            html! {
                <td class={classes!(shade, is_chosen.then_some("chosen"))}>
                    <a
                        aria-label={counted_pair(&app.library, pair, items)}
                        href={app.block_href(&route, SENTENCES)}
                        onclick={app.navigate_to_block(route, SENTENCES)}
                    >
                        { number(items) }
                    </a>
                </td>
            }
        });
        html! {
            <tr>
                <th scope="row" class={kind_class(name.entity.kind)}>
                    { entity_link(app, name.entity, view) }
                </th>
                { for cells }
            </tr>
        }
    });
    html! {
        <div class="matrix" tabindex="0" role="region" aria-label={msg!("matrix")}>
            <table>
                <thead>
                    <tr>
                        <td></td>
                        { for heads }
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

/// Returns the class of a cell, which has its shade.
fn shade(strength: u64, strongest: u64) -> Option<&'static str> {
    let classes: [&str; SHADES] = ["shade-1", "shade-2", "shade-3", "shade-4", "shade-5"];
    let share = strength as f64 / strongest.max(1) as f64;
    let shade = (share.sqrt() * SHADES as f64).ceil() as usize;
    Some(classes[shade.checked_sub(1)?.min(SHADES - 1)])
}
