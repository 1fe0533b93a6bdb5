//! The facet of dates: a histogram and the two ends of a range.

use crate::browser::events::input_text;
use crate::context::AppContext;
use crate::store::dates::{DateStyle, date_text};
use crate::store::histogram::DateBars;
use crate::store::results::Results;
use crate::store::text::{decimal, join};
use crate::store::ui_state::UiAction;
use cuttings_edition::{Day, Period};
use yew::prelude::*;

/// The height of the histogram and the distance of its bars, in units of its view box.
const HEIGHT: u32 = 100;
const BAR_DISTANCE: usize = 10;

/// The width of a bar, in the same units.
const BAR_WIDTH: &str = "8";

/// The height of a bar with few results, which would be too low to see.
const MIN_HEIGHT: u32 = 4;

/// Returns the facet of dates, if dates can narrow the results.
pub fn date_group(app: &AppContext, results: &Results, dates: Period) -> Option<Html> {
    let bars = app.library.date_bars()?;
    let [first, last] = [bars.span.0, bars.span.1].map(|day| date_text(day, DateStyle::Short));
    let choose_from = move |from| Period { from, ..dates };
    let choose_to = move |to| Period { to, ..dates };
    Some(html! {
        <fieldset key="date" class="facet">
            <legend>{ msg!("date") }</legend>
            { histogram(app, bars, &results.dates, dates) }
            <p class="span" aria-hidden="true"><span>{ first }</span><span>{ last }</span></p>
            <div class="range">
                { day_input(app, "from", msg!("from"), bars, dates.from, choose_from) }
                { day_input(app, "to", msg!("to"), bars, dates.to, choose_to) }
            </div>
        </fieldset>
    })
}

/// Returns a bar for each month, year or longer time, as high as its share of the results. A click
/// limits the results to it; the inputs do the same for the keyboard.
fn histogram(app: &AppContext, bars: &DateBars, counts: &[u32], dates: Period) -> Html {
    let highest = counts.iter().copied().max().unwrap_or_default().max(1);
    let is_limited = !dates.is_unlimited();
    let mut described = Vec::new();
    let mut rects = Vec::new();
    for (bar, count) in (0..bars.len()).zip(counts) {
        let text = [bars.label(bar), decimal(u64::from(*count))].join(": ");
        let share = (u64::from(*count) * u64::from(HEIGHT) / u64::from(highest)) as u32;
        let height = if *count > 0 { share.max(MIN_HEIGHT) } else { 0 };
        let class = if is_limited && bars.overlaps(bar, dates) { "chosen" } else { "" };
        rects.push(html! {
            <g onclick={app.on_click(UiAction::DatesChosen(bars.period(bar)))}>
                <title>{ text.clone() }</title>
                { rect("target", bar, HEIGHT) }
                { rect(class, bar, height) }
            </g>
        });
        if *count > 0 {
            described.push(text);
        }
    }
    let view_box = ["0 0", &decimal((bars.len() * BAR_DISTANCE) as u64), &decimal(HEIGHT.into())];
    html! {
        <svg
            class="histogram"
            role="img"
            aria-label={msg!("items-by-date", list = &join(&described, "; "))}
            viewBox={view_box.join(" ")}
            preserveAspectRatio="none"
        >
            { for rects }
        </svg>
    }
}

fn rect(class: &'static str, bar: usize, height: u32) -> Html {
    html! {
        <rect
            {class}
            x={decimal((bar * BAR_DISTANCE + 1) as u64)}
            y={decimal(u64::from(HEIGHT - height))}
            width={BAR_WIDTH}
            height={decimal(height.into())}
        />
    }
}

/// Returns an input for an end of the range.
fn day_input(
    app: &AppContext,
    name: &'static str,
    label: &'static str,
    bars: &DateBars,
    chosen: Option<Day>,
    choose: impl Fn(Option<Day>) -> Period + 'static,
) -> Html {
    let app = app.clone();
    let onchange = move |event: Event| {
        let text = input_text(&event).unwrap_or_default();
        let day = Day::parse(&text);
        // While a reader types the year 2024, the browser reports the years 2, 20 and 202.
        let is_complete = day.is_none_or(|day| day.year >= FIRST_TYPED_YEAR);
        if is_complete {
            app.dispatch(UiAction::DatesChosen(choose(day)));
        }
    };
    html! {
        <label>
            <span>{ label }</span>
            { " " }
            <input
                type="date"
                class="narrow"
                autocomplete="off"
                {name}
                min={bars.span.0.iso()}
                max={bars.span.1.iso()}
                value={chosen.map_or(String::new(), Day::iso)}
                {onchange}
            />
        </label>
    }
}

/// The first year that a reader can type: one of four digits.
const FIRST_TYPED_YEAR: u16 = 1000;
