//! The map: land in a quiet tone, a circle for each place, and the names of the largest.

use super::PlacesPage;
use super::counts::PlaceCount;
use super::labels::{Circle, Label, Side, labels, letters};
use crate::messages::number;
use crate::store::text::{decimal, join, labelled};
use cuttings_places::{BORDERS, LAND, PlaceKind};
use yew::prelude::*;

/// The radii of the largest and of the smallest circle, as shares of the map's width.
const LARGEST: f64 = 0.032;
const SMALLEST: f64 = 0.004;

/// A place within the map.
struct Mark<'a> {
    place: &'a PlaceCount,
    circle: Circle,
    class: &'static str,
}

/// Returns the map. The table has the same numbers for screen readers.
pub(super) fn map(page: &PlacesPage<'_>) -> Html {
    let region = page.region;
    let height = 1.0 / region.aspect();
    let marks = marks(page);
    let circles: Vec<Circle> = marks.iter().map(|mark| mark.circle.clone()).collect();
    let labels = labels(&circles, height);
    // Radii are percentages of the length of the diagonal over the root of two.
    let per_radius = std::f64::consts::SQRT_2 / (1.0 + height * height).sqrt();
    // The smaller ones lie above the larger ones.
    let circles = marks.iter().map(|mark| circle(page, mark, region.aspect(), per_radius));
    let names = marks
        .iter()
        .zip(labels)
        .filter_map(|(mark, label)| Some(name(mark, label?, region.aspect())));
    let view_box = region.view_box().map(|edge| {
        let sign = if edge < 0 { "-" } else { "" };
        [sign, &decimal(edge.unsigned_abs().into())].concat()
    });
    html! {
        <figure class={classes!("map", region.is_wide().then_some("wide"))}>
            <p class="visually-hidden">{ summary(page) }</p>
            <div aria-hidden="true">
                <svg>
                    <svg
                        class="outlines"
                        width="100%"
                        height="100%"
                        viewBox={view_box.join(" ")}
                        preserveAspectRatio="none"
                    >
                        <path class="land" d={LAND} />
                        <path class="borders" d={BORDERS} />
                    </svg>
                    { for circles }
                    <g class="map-names">{ for names }</g>
                </svg>
            </div>
        </figure>
    }
}

/// Returns the map in words.
fn summary(page: &PlacesPage<'_>) -> String {
    let most = page.counts.places.first().map_or_else(String::new, description);
    msg!("places-summary", count = page.counts.located().count(), place = &most)
}

/// Returns a place in words: "Kyiv, Ukraine: 2 items".
fn description(place: &PlaceCount) -> String {
    let items = labelled(&full_name(place), &msg!("items", count = place.items as usize));
    let others = place.others();
    if others.is_empty() {
        return items;
    }
    let others = labelled(msg!("also-in"), &join(&others, msg!("list-separator")));
    [&*items, msg!("group-separator"), &others].concat()
}

/// Returns the name of a place with its country.
fn full_name(place: &PlaceCount) -> String {
    let parts = [Some(place.name), place.country()].into_iter().flatten().map(str::to_owned);
    join(&parts.collect::<Vec<String>>(), msg!("list-separator"))
}

/// Returns the places within the region, the largest first.
fn marks<'a>(page: &PlacesPage<'a>) -> Vec<Mark<'a>> {
    let counts: &'a _ = page.counts;
    let most = counts.places.iter().filter(|it| it.found.is_some()).map(|it| it.items).max();
    let mark = |place: &'a PlaceCount| {
        let at = place.found.as_ref()?.place;
        let [x, y] = page.region.shares(at);
        if !(0.0..=1.0).contains(&x) || !(0.0..=1.0).contains(&y) {
            return None;
        }
        // Areas tell the numbers.
        let share = f64::from(place.items) / f64::from(most?.max(1));
        let circle = Circle {
            x,
            y: y / page.region.aspect(),
            radius: (LARGEST * share.sqrt()).max(SMALLEST),
            letters: letters(&place.marked_name()) + 1 + letters(&number(place.items)),
        };
        let class = match (page.is_chosen(place.name), at.kind) {
            (true, PlaceKind::Town) => "town chosen",
            (true, _) => "area chosen",
            (false, PlaceKind::Town) => "town",
            (false, _) => "area",
        };
        Some(Mark { place, circle, class })
    };
    counts.places.iter().filter_map(mark).collect()
}

fn circle(page: &PlacesPage<'_>, mark: &Mark<'_>, aspect: f64, per_radius: f64) -> Html {
    let Circle { x, y, radius, .. } = mark.circle;
    let route = page.route(mark.place.name);
    let (cx, cy) = (percent(x), percent(y * aspect));
    html! {
        <a
            class={mark.class}
            href={page.app.href(&route)}
            onclick={page.app.navigate(route)}
            tabindex="-1"
        >
            <title>{ description(mark.place) }</title>
            <circle class="reach" cx={cx.clone()} cy={cy.clone()} r="11" />
            <circle {cx} {cy} r={percent(radius * per_radius)} />
        </a>
    }
}

/// Returns the name of a place with its number.
fn name(mark: &Mark<'_>, label: Label, aspect: f64) -> Html {
    let Circle { x, y, radius, .. } = mark.circle;
    let (x, y, dx, dy, anchor) = match label.side {
        Side::Inside => (x, y, "0", "0.35em", "middle"),
        Side::Right => (x + radius, y, "0.25em", "0.35em", "start"),
        Side::Left => (x - radius, y, "-0.25em", "0.35em", "end"),
        Side::Above => (x, y - radius, "0", "-0.3em", "middle"),
        Side::Below => (x, y + radius, "0", "0.95em", "middle"),
    };
    let is_large = radius >= LARGEST / 2.0;
    let shows_from = [None, Some("from-medium"), Some("from-wide")].get(label.narrowest).copied();
    let class = classes!(mark.class, is_large.then_some("large"), shows_from.flatten());
    html! {
        <text {class} x={percent(x)} y={percent(y * aspect)} {dx} {dy} text-anchor={anchor}>
            { mark.place.marked_name() }
            <tspan dx="0.3em">{ number(mark.place.items) }</tspan>
        </text>
    }
}

/// Returns a share as a percentage with two digits behind the point.
fn percent(share: f64) -> String {
    let hundredths = (share.clamp(0.0, 1.0) * 10_000.0 + 0.5) as u64;
    let fraction = decimal(hundredths % 100 + 100);
    [&*decimal(hundredths / 100), ".", fraction.get(1..).unwrap_or_default(), "%"].concat()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn percentages_have_two_digits() {
        let texts = [0.0, 0.5, 0.123_456, 0.000_5, 1.0, 7.0].map(percent);
        assert_eq!(texts, ["0.00%", "50.00%", "12.35%", "0.05%", "100.00%", "100.00%"]);
    }
}
