//! Trends over time: a line for each term, with its name at the end.

use super::comparison::{Comparison, term_class};
use super::rates::rate_text;
use crate::explorer::picture::percent;
use crate::explorer::scale::TimeScale;
use crate::store::text::decimal;
use yew::prelude::*;

/// The width of a period in units of the lines' picture.
const STEP: usize = 10;

/// The height of the picture in its units, and of what is above the highest value and below 0.
const HEIGHT: u64 = 1000;
const ABOVE: u64 = 70;
const BELOW: u64 = 110;

/// The least distance between the names at the ends of two lines.
const NAME_STEP: u64 = 62;

/// The most periods for which each point is drawn. More only show under the pointer.
const MAX_MARKS: usize = 40;

/// The most characters of a name at the end of its line. The list of terms has all of it.
const MAX_NAME: usize = 22;

/// Returns the lines of a comparison over time.
pub(super) fn lines(comparison: &Comparison<'_>, scale: &TimeScale) -> Html {
    let ticks = comparison.ticks();
    let top = ticks.last().copied().unwrap_or_default().max(1);
    // From the top of the picture.
    let level = |rate: u64| ABOVE + (HEIGHT - ABOVE - BELOW) * (top - rate.min(top)) / top;
    let places = scale.len();
    let grid = ticks.iter().map(|tick| {
        let y = share(level(*tick));
        let is_last = *tick == top;
        let value = rate_text(*tick);
        html! {
            <>
                <line x1="0" x2="100%" y1={y.clone()} y2={y.clone()} />
                if is_last {
                    <text x="-2.75rem" {y} dy="-0.5em">{ msg!("rate", rate = &value) }</text>
                } else {
                    <text x="-0.5rem" {y} dy="0.35em" text-anchor="end">{ value }</text>
                }
            </>
        }
    });
    let periods = scale.ticks().into_iter().enumerate().map(|(number, (place, label))| {
        // Narrow screens show every other label, and those of phones every fourth.
        let class = ["", "minor", "medium", "minor"].get(number % 4).copied();
        html! { <text {class} x={percent(place, places)} y="100%" dy="-0.3em">{ label }</text> }
    });
    let terms = 0..comparison.terms.len();
    let paths = terms.clone().map(|term| {
        let path = path(comparison, term, places, &level);
        html! { <path class={term_class(term)} d={path} /> }
    });
    let points = terms.flat_map(|term| (0..places).map(move |place| (term, place)));
    let points = points.filter_map(|(term, place)| {
        let rate = comparison.rates.rate(term, place)?;
        let route = comparison.route(term, place);
        Some(html! {
            <a
                class={term_class(term)}
                href={comparison.app.href(&route)}
                onclick={comparison.app.navigate(route)}
                tabindex="-1"
            >
                <title>{ comparison.text(term, place, rate) }</title>
                <circle cx={percent(2 * place + 1, 2 * places)} cy={share(level(rate))} r="3.5" />
            </a>
        })
    });
    let view_box = ["0 0 ", &decimal((places * STEP) as u64), " ", &decimal(HEIGHT)].concat();
    let marks = if places > MAX_MARKS { "points many" } else { "points" };
    html! {
        <figure class="trend-lines">
            <div class="trend-plot">
                <svg role="img" aria-label={comparison.summary()}>
                    <g class="grid">{ for grid }</g>
                    { for periods }
                    <svg
                        class="paths"
                        width="100%"
                        height="100%"
                        viewBox={view_box}
                        preserveAspectRatio="none"
                    >
                        { for paths }
                    </svg>
                </svg>
                // The table has the same links for keys and for screen readers.
                <svg class={marks} aria-hidden="true">{ for points }</svg>
            </div>
            { names(comparison, places, &level) }
        </figure>
    }
}

/// Returns the outline of a line. It has gaps where there are no words.
fn path(
    comparison: &Comparison<'_>,
    term: usize,
    places: usize,
    level: &dyn Fn(u64) -> u64,
) -> String {
    let mut path = String::new();
    let mut is_after_gap = true;
    for place in 0..places {
        let Some(rate) = comparison.rates.rate(term, place) else {
            is_after_gap = true;
            continue;
        };
        let (x, y) = (decimal((place * STEP + STEP / 2) as u64), decimal(level(rate)));
        let command = if is_after_gap { "M" } else { "L" };
        let point = [command, &x, " ", &y, if is_after_gap { "h0" } else { "" }];
        point.into_iter().for_each(|part| path.push_str(part));
        is_after_gap = false;
    }
    path
}

/// Returns the names at the ends of the lines, far enough from each other.
fn names(comparison: &Comparison<'_>, places: usize, level: &dyn Fn(u64) -> u64) -> Html {
    let mut names: Vec<(u64, usize)> = Vec::new();
    for term in 0..comparison.terms.len() {
        let last = (0..places).rev().find_map(|place| comparison.rates.rate(term, place));
        if let Some(name) = last.map(|rate| (level(rate), term)) {
            names.insert(names.partition_point(|other| *other < name), name);
        }
    }
    spread(&mut names);
    let names = names.into_iter().map(|(y, term)| {
        let name = comparison.terms.get(term).map_or_else(String::new, |term| term.label());
        let shown = if name.chars().count() > MAX_NAME {
            name.chars().take(MAX_NAME - 1).chain(['…']).collect()
        } else {
            name
        };
        html! { <text class={term_class(term)} x="0" y={share(y)} dy="0.35em">{ shown }</text> }
    });
    html! { <svg class="line-ends" aria-hidden="true">{ for names }</svg> }
}

/// Moves names that are too close to each other: down, and all of them up if they leave the plot.
fn spread(names: &mut [(u64, usize)]) {
    let mut lowest = 0;
    for (y, _) in names.iter_mut() {
        *y = (*y).max(lowest);
        lowest = *y + NAME_STEP;
    }
    let mut highest = HEIGHT - BELOW;
    for (y, _) in names.iter_mut().rev() {
        *y = (*y).min(highest);
        highest = y.saturating_sub(NAME_STEP);
    }
}

/// Returns a height of the picture as a percentage.
fn share(height: u64) -> String {
    percent(height as usize, HEIGHT as usize)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_distance() {
        let check = |before: &[u64], after: &[u64]| {
            let mut names: Vec<(u64, usize)> = before.iter().map(|y| (*y, 0)).collect();
            spread(&mut names);
            assert_eq!(names.iter().map(|(y, _)| *y).collect::<Vec<_>>(), after);
        };
        check(&[100, 400], &[100, 400]);
        check(&[100, 110, 400], &[100, 162, 400]);
        check(&[800, 890, 890], &[766, 828, 890]);
        check(&[], &[]);
    }
}
