//! The pairs of a network as a table, each a link to its sentences.

use super::graph::SENTENCES;
use super::network::Network;
use super::{Shown, entity_link, sorted};
use crate::components::link::link_to_block;
use crate::context::AppContext;
use crate::explorer::data_table::data_table;
use crate::messages::number;
use crate::store::view::View;
use yew::prelude::*;

/// Returns the table, folded: a row for each pair, the strongest first.
pub(super) fn table(app: &AppContext, network: &Network, view: &View, shown: Shown) -> Html {
    let rows = network.pairs.iter().filter_map(|pair| {
        let [one, other] = pair.names;
        let pair_names = [network.names.get(one)?.entity, network.names.get(other)?.entity];
        let [one, other] = sorted(pair_names);
        let route = shown.route(&app.library, pair_names, view);
        Some(html! {
            <tr>
                <th scope="row"><bdi>{ entity_link(app, one, view) }</bdi></th>
                <td class="name"><bdi>{ entity_link(app, other, view) }</bdi></td>
                <td>{ link_to_block(app, &route, SENTENCES, number(pair.items)) }</td>
            </tr>
        })
    });
    let heads = [msg!("name"), msg!("together-with"), msg!("number-of-items")];
    data_table(msg!("together"), heads.map(|head| html! { head }), rows)
}
