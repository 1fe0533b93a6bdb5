//! The facet of dates: a histogram and the two ends of a range.

use crate::browser::events::input_text;
use crate::context::AppContext;
use crate::messages::number;
use crate::store::dates::{DateStyle, date_text};
use crate::store::histogram::DateBars;
use crate::store::results::Results;
use crate::store::text::{decimal, labelled};
use crate::store::ui_state::UiAction;
use cuttings_edition::{Day, Period};
use yew::prelude::*;

/// The height of the histogram, in units of its view box. A bar takes ten units of the width.
const HEIGHT: u32 = 100;

/// The height of a bar with few results, which would be too low to see.
const MIN_HEIGHT: u32 = 4;

/// The first year that a reader can type: one of four digits.
const FIRST_TYPED_YEAR: u16 = 1000;

/// Returns the facet of dates, if dates can narrow the results.
pub fn date_group(app: &AppContext, results: &Results, dates: Period) -> Option<Html> {
    let bars = app.library.date_bars()?;
    let [first, last] = bars.span.map(|day| date_text(day, DateStyle::Short));
    Some(html! {
        <fieldset key="date" class="facet">
            <legend>{ msg!("date") }</legend>
            { histogram(bars, &results.dates, dates) }
            <p class="date-span" aria-hidden="true">
                <span>{ first }</span>
                { " " }
                <span>{ last }</span>
            </p>
            { day_input(app, dates, true) }
            { day_input(app, dates, false) }
        </fieldset>
    })
}

/// Returns a picture with a bar for each month, year or longer time, as high as its share of the
/// results.
pub fn histogram(bars: &DateBars, counts: &[u32], dates: Period) -> Html {
    let highest = counts.iter().copied().fold(1, u32::max);
    let mut described = String::new();
    // The outlines of the bars within the range of dates, and of the others.
    let (mut chosen, mut others) = (String::new(), String::new());
    for (bar, count) in (0..bars.len()).zip(counts).filter(|(_, count)| **count > 0) {
        let share = u64::from(*count) * u64::from(HEIGHT) / u64::from(highest);
        let height = decimal(share.max(MIN_HEIGHT.into()));
        let is_chosen = !dates.is_unlimited() && bars.overlaps(bar, dates);
        let outlines = if is_chosen { &mut chosen } else { &mut others };
        let left = decimal(bar as u64 * 10 + 1);
        let outline = ["M", &left, " 100v-", &height, "h8v", &height, "z"];
        outline.into_iter().for_each(|part| outlines.push_str(part));
        if !described.is_empty() {
            described.push_str(msg!("group-separator"));
        }
        described.push_str(&labelled(&bars.label(bar), &number(*count)));
    }
    html! {
        <svg
            class="histogram"
            role="img"
            aria-label={msg!("items-by-date", list = &described)}
            viewBox={["0 0 ", &decimal(bars.len() as u64 * 10), " 100"].concat()}
            preserveAspectRatio="none"
        >
            <path d={others} />
            <path class="chosen" d={chosen} />
        </svg>
    }
}

/// Returns the input for the first or the last day of the range.
#[inline(never)] // called twice; one copy keeps the download small
fn day_input(app: &AppContext, dates: Period, is_from: bool) -> Html {
    let app = app.clone();
    let onchange = move |event: Event| {
        let day = Day::parse(&input_text(&event));
        // While a reader types the year 2024, the browser reports the years 2, 20 and 202.
        if day.is_none_or(|day| day.year >= FIRST_TYPED_YEAR) {
            let mut dates = dates;
            *(if is_from { &mut dates.from } else { &mut dates.to }) = day;
            app.dispatch(UiAction::DatesChosen(dates));
        }
    };
    let (name, label, chosen) = match is_from {
        true => ("from", msg!("from"), dates.from),
        false => ("to", msg!("to"), dates.to),
    };
    html! {
        <label class="end">
            { label }
            <input
                type="date"
                autocomplete="off"
                {name}
                value={chosen.map_or(String::new(), Day::iso)}
                {onchange}
            />
        </label>
    }
}
