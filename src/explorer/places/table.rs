//! The places as a table, and those that are not on the map.

use super::PlacesPage;
use crate::components::link::link;
use crate::explorer::data_table::data_table;
use crate::messages::number;
use crate::store::text::{join, separator};
use cuttings_places::PlaceKind;
use yew::prelude::*;

/// The most names below the map. The table has all.
const MAX_OFF_THE_MAP: usize = 24;

/// Returns the table, folded: a row for each place, whose number leads to the items behind it.
pub(super) fn table(page: &PlacesPage<'_>) -> Html {
    let has_others = page.counts.has_ambiguous();
    let rows = page.counts.places.iter().map(|place| {
        let kind = place.found.as_ref().map(|found| found.place.kind);
        let country = match kind {
            None => html! { msg!("not-on-map") },
            Some(PlaceKind::Country) => html! { "–" },
            Some(_) => html! { place.country().unwrap_or_default() },
        };
        html! {
            <tr>
                <th scope="row"><bdi>{ place.name }</bdi></th>
                <td class="words">{ country }</td>
                <td>{ link(page.app, page.route(place.name), number(place.items)) }</td>
                if has_others {
                    <td class="words">{ join(&place.others(), msg!("group-separator")) }</td>
                }
            </tr>
        }
    });
    let mut heads = vec![msg!("places"), msg!("country"), msg!("number-of-items")];
    heads.extend(has_others.then_some(msg!("also-in")));
    data_table(msg!("places"), heads.into_iter().map(|head| html! { head }), rows)
}

/// Returns the names of which it is not known where they are, each a link to its items.
pub(super) fn off_the_map(page: &PlacesPage<'_>) -> Html {
    let places = page.counts.places.iter().filter(|place| place.found.is_none());
    let places: Vec<_> = places.take(MAX_OFF_THE_MAP).collect();
    let names = places.iter().enumerate().map(|(position, place)| {
        // Numbers follow the names, so there is no word before the last one.
        let before = if position == 0 { String::new() } else { separator(1, 3) };
        html! {
            <>
                { before }
                <bdi>{ link(page.app, page.route(place.name), place.name) }</bdi>
                { " " }
                <span class="count">{ number(place.items) }</span>
            </>
        }
    });
    html! {
        if !places.is_empty() {
            <p class="off-the-map">
                <b>{ msg!("not-on-map") }</b>
                { ": " }
                { for names }
            </p>
        }
    }
}
