//! The bars of a timeline, with the names of their bands.

use super::divided_by;
use super::range::TimeRange;
use super::series::{Band, Series};
use crate::components::link::link;
use crate::context::{AppContext, use_app};
use crate::explorer::picture::{anchor, percent};
use crate::explorer::scale::TimeScale;
use crate::messages::number;
use crate::route::Route;
use crate::store::facet::Facet;
use crate::store::text::decimal;
use crate::store::view::{Filter, View};
use yew::prelude::*;

/// The width of a bar with the gap behind it, and of the gap, in units of the picture.
const STEP: usize = 10;
const GAP: usize = 2;

/// The height of the highest bar, in units of the picture.
const HEIGHT: u64 = 1000;

/// The properties of [`TimelineChart`].
#[derive(Properties, PartialEq)]
pub(super) struct TimelineChartProps {
    pub(super) scale: TimeScale,
    pub(super) series: Series,
    /// The facet of the bands, if the bars are divided.
    pub(super) stack: Option<Facet>,
    pub(super) view: View,
}

/// The bars of a timeline, on which a reader chooses a range of dates.
#[component]
pub(super) fn TimelineChart(props: &TimelineChartProps) -> Html {
    let app = use_app();
    let TimelineChartProps { scale, series, stack, view } = props;
    html! {
        <figure class="timeline">
            <TimeRange scale={scale.clone()} dates={view.filters.dates}>
                { bars(scale, series, summary(scale, series)) }
            </TimeRange>
            { for stack.and_then(|stack| band_names(&app, series, stack, view)) }
        </figure>
    }
}

/// Returns the items of a timeline in words.
fn summary(scale: &TimeScale, series: &Series) -> String {
    let first_last = [0, scale.len() - 1].map(|bar| scale.label(bar));
    let (peak, highest) = series.peak();
    match highest {
        0 => msg!("no-items").to_owned(),
        _ => msg!(
            "timeline-summary",
            total = series.total(),
            first = &first_last[0],
            last = &first_last[1],
            peak = &scale.label(peak),
            count = highest as usize
        ),
    }
}

/// Returns the picture: the bars from the bottom up, the number of the highest one above it, and
/// the labels of some bars. `summary` is the picture in words.
pub(super) fn bars(scale: &TimeScale, series: &Series, summary: String) -> Html {
    let (peak, highest) = series.peak();
    let mut bases = vec![0_u32; scale.len()];
    let outlines = series.bands.iter().enumerate().map(|(rank, band)| {
        let outline = outline(band, &mut bases, highest);
        html! { <path class={band_class(series, rank)} d={outline} /> }
    });
    let outlines: Vec<Html> = outlines.collect();
    let ticks = scale.ticks().into_iter().enumerate().map(|(place, (bar, label))| {
        // Narrow screens show every other label.
        let class = if place % 2 == 0 { "tick" } else { "tick minor" };
        html! { <text {class} x={percent(2 * bar, 2 * scale.len())} y="100%" dy="-0.3em">{ label }</text> }
    });
    let view_box = ["0 0 ", &decimal((scale.len() * STEP) as u64), " ", &decimal(HEIGHT)].concat();
    html! {
        <svg class="timeline-bars" role="img" aria-label={summary}>
            if highest > 0 {
                <text
                    class="peak"
                    x={percent(2 * peak + 1, 2 * scale.len())}
                    y="0"
                    dy="1em"
                    text-anchor={anchor(2 * peak + 1, 2 * scale.len())}
                >
                    { [&*scale.label(peak), ": ", &number(highest)].concat() }
                </text>
            }
            <svg
                class="plot"
                x="0"
                y="12%"
                width="100%"
                height="76%"
                viewBox={view_box}
                preserveAspectRatio="none"
            >
                { for outlines }
            </svg>
            { for ticks }
        </svg>
    }
}

/// Returns the outline of a band: a piece of each bar, above the pieces of the bands before.
fn outline(band: &Band, bases: &mut [u32], highest: u32) -> String {
    let height = |items: u32| u64::from(items) * HEIGHT / u64::from(highest.max(1));
    let mut outline = String::new();
    for (bar, (count, base)) in band.counts.iter().zip(bases).enumerate() {
        if *count == 0 {
            continue;
        }
        let (bottom, top) = (height(*base), height(*base + *count));
        *base += *count;
        let width = decimal((STEP - GAP) as u64);
        let (left, rise) = (decimal((bar * STEP + GAP / 2) as u64), decimal(top - bottom));
        let bottom = decimal(HEIGHT - bottom);
        let piece = ["M", &left, " ", &bottom, "v-", &rise, "h", &width, "v", &rise, "z"];
        piece.into_iter().for_each(|part| outline.push_str(part));
    }
    outline
}

/// Returns a list of the bands from the top of the bars to their bottom, each a link that limits
/// the items to it; `None` if there is only one.
pub(super) fn band_names(
    app: &AppContext,
    series: &Series,
    stack: Facet,
    view: &View,
) -> Option<Html> {
    if series.bands.len() < 2 {
        return None;
    }
    let names = series.bands.iter().enumerate().rev().map(|(rank, band)| {
        let name = match band.value {
            Some(value) => {
                let mut view = view.clone();
                view.filters.insert(Filter { facet: stack, value: value.into() });
                let exploration = divided_by(Some(stack));
                link(app, Route::Explore { exploration, view }, stack.value_label(value))
            }
            None => html! { msg!("others") },
        };
        html! {
            <li>
                <svg class="swatch" viewBox="0 0 1 1" aria-hidden="true">
                    <rect class={band_class(series, rank)} width="1" height="1" />
                </svg>
                { name }
                { " " }
                <span class="count">{ number(band.total) }</span>
            </li>
        }
    });
    Some(html! { <ul role="list" class="bands" aria-label={stack.label()}>{ for names }</ul> })
}

/// Returns the class of a band, which has its shade: the largest value is the darkest, and the band
/// of all others the lightest.
fn band_class(series: &Series, rank: usize) -> &'static str {
    let classes = ["band-1", "band-2", "band-3", "band-4", "band-5"];
    match series.bands.get(rank).and_then(|band| band.value) {
        Some(_) => classes.get(rank).copied().unwrap_or("band-others"),
        None if series.bands.len() == 1 => "band-1",
        None => "band-others",
    }
}
