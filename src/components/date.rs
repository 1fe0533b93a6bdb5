//! Dates.

use crate::store::dates::{DateStyle, date_text};
use cuttings_edition::Date;
use yew::prelude::*;

/// Returns a date in the page's language, or as the seed spells it if its day is not known.
pub fn date(date: &Date<'static>, style: DateStyle) -> Html {
    match date.day {
        Some(day) => html! { <time datetime={day.iso()}>{ date_text(day, style) }</time> },
        None => html! { date.text },
    }
}
