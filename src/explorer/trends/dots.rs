//! Trends by the values of a facet: a row for each value, with a dot for each term.

use super::comparison::{Comparison, term_class};
use super::rates::rate_text;
use crate::explorer::picture::{anchor, percent};
use yew::prelude::*;

/// Returns the dots of a comparison by a facet. The table has the same numbers for screen readers.
pub(super) fn dots(comparison: &Comparison<'_>) -> Html {
    let ticks = comparison.ticks();
    let top = ticks.last().copied().unwrap_or_default().max(1) as usize;
    let labels = ticks.iter().map(|tick| {
        let value = rate_text(*tick);
        let tick = *tick as usize;
        let label = if tick == top { msg!("rate", rate = &value) } else { value };
        // Phones show the ends of the scale.
        let class = (tick != 0 && tick != top).then_some("minor");
        html! {
            <text {class} x={percent(tick, top)} y="1em" text-anchor={anchor(tick, top)}>
                { label }
            </text>
        }
    });
    let terms = 0..comparison.terms.len();
    let rows = (0..comparison.axis.len()).filter_map(|place| {
        // A value without words among the results has no row.
        comparison.rates.rate(0, place)?;
        Some(html! {
            <li>
                <bdi class="place">{ comparison.axis.label(place) }</bdi>
                <svg class="dots">
                    { for ticks.iter().map(|tick| grid_line(*tick as usize, top)) }
                    { for terms.clone().map(|term| dot(comparison, term, place, top)) }
                </svg>
            </li>
        })
    });
    html! {
        <figure class="trend-dots">
            <p class="visually-hidden">{ comparison.summary() }</p>
            <div aria-hidden="true">
                <svg class="dot-scale">{ for labels }</svg>
                <ol role="list">{ for rows }</ol>
            </div>
        </figure>
    }
}

fn grid_line(tick: usize, top: usize) -> Html {
    let x = percent(tick, top);
    html! { <line x1={x.clone()} x2={x} y1="0" y2="100%" /> }
}

/// Returns a dot, with the name of its term where that has its highest rate.
fn dot(comparison: &Comparison<'_>, term: usize, place: usize, top: usize) -> Html {
    let Some(rate) = comparison.rates.rate(term, place) else { return html! {} };
    let route = comparison.route(term, place);
    let (x, at) = (percent(rate as usize, top), rate as usize);
    let peaks = (0..term).filter_map(|other| comparison.rates.peak(other));
    // Two names in one row may be in each other's way.
    let is_row_taken = { peaks }.any(|(other, _)| other == place);
    let is_peak = comparison.rates.peak(term).is_some_and(|(peak, _)| peak == place);
    let name = comparison.terms.get(term).filter(|_| is_peak && !is_row_taken);
    let (dx, end) = if anchor(at, top) == "end" { ("-0.7em", "end") } else { ("0.7em", "start") };
    html! {
        <a
            class={term_class(term)}
            href={comparison.app.href(&route)}
            onclick={comparison.app.navigate(route)}
            tabindex="-1"
        >
            <title>{ comparison.text(term, place, rate) }</title>
            <circle class="reach" cx={x.clone()} cy="50%" r="11" />
            <circle cx={x.clone()} cy="50%" r="5" />
            if let Some(name) = name {
                <text {x} y="50%" {dx} dy="-0.45em" text-anchor={end}>{ name.label() }</text>
            }
        </a>
    }
}
