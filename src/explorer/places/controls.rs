//! The links that change the region of the map.

use super::region::Region;
use super::showing;
use crate::components::link::link;
use crate::context::AppContext;
use crate::route::Route;
use crate::store::view::View;
use yew::prelude::*;

/// Returns the links: to all places, to the world, nearer and farther, and to each side. `fit` is
/// the region with all places.
pub(super) fn controls(app: &AppContext, view: &View, region: Region, fit: Region) -> Html {
    let to = |region: Option<Region>| Route::Explore {
        exploration: showing(region.filter(|region| *region != fit)),
        view: view.clone(),
    };
    let named = |target: Region, name: &'static str| match target == region {
        true => html! { <b>{ name }</b> },
        false => link(app, to(Some(target)), name),
    };
    let sign = |target: Option<Region>, sign: &'static str, name: &'static str| match target {
        Some(target) => {
            let route = to(Some(target));
            html! {
                <a
                    aria-label={name}
                    title={name}
                    href={app.href(&route)}
                    onclick={app.navigate(route)}
                >
                    { sign }
                </a>
            }
        }
        None => html! { <span aria-hidden="true">{ sign }</span> },
    };
    html! {
        <nav class="map-controls" aria-label={msg!("map")}>
            { named(fit, msg!("all-places")) }
            if fit != Region::WORLD {
                { named(Region::WORLD, msg!("whole-world")) }
            }
            <span class="signs">
                { sign(region.closer(), "+", msg!("zoom-in")) }
                { sign(region.farther(), "−", msg!("zoom-out")) }
                { sign(region.moved([-1, 0]), "←", msg!("move-west")) }
                { sign(region.moved([0, 1]), "↑", msg!("move-north")) }
                { sign(region.moved([0, -1]), "↓", msg!("move-south")) }
                { sign(region.moved([1, 0]), "→", msg!("move-east")) }
            </span>
        </nav>
    }
}
