//! The choice of a range of dates on the bars of a timeline: by two sliders, or by dragging.

use crate::browser::events::{input_text, share_across};
use crate::context::use_app;
use crate::explorer::scale::TimeScale;
use crate::store::text::decimal;
use crate::store::ui_state::UiAction;
use cuttings_edition::Period;
use yew::prelude::*;

/// The properties of [`TimeRange`].
#[derive(Properties, PartialEq)]
pub(super) struct TimeRangeProps {
    pub(super) scale: TimeScale,
    /// The range that the view has.
    pub(super) dates: Period,
    /// The bars.
    pub(super) children: Html,
}

/// The bars with a range of dates on them.
#[component]
pub(super) fn TimeRange(props: &TimeRangeProps) -> Html {
    let app = use_app();
    let TimeRangeProps { scale, dates, children } = props;
    // While a reader drags: the bar where the pointer went down, and the one where it is.
    let dragged = use_state_eq(|| None::<(usize, usize)>);
    let (first, last) = match *dragged {
        Some((from, to)) => (from.min(to), from.max(to)),
        None => scale.bars_of(*dates),
    };
    let is_limited = dragged.is_some() || !dates.is_unlimited();
    let choose = {
        let (scale, dates) = (scale.clone(), *dates);
        move |first: usize, last: usize| {
            let is_all = first == 0 && last + 1 == scale.len();
            // A second click on a bar that is the whole range brings all dates back.
            let is_same = !dates.is_unlimited() && scale.bars_of(dates) == (first, last);
            let chosen = scale.period(first, last);
            let chosen = if is_all || is_same { Period::default() } else { chosen };
            app.dispatch(UiAction::DatesChosen(chosen));
        }
    };
    let bar_at = {
        let bars = scale.len();
        move |event: &PointerEvent| {
            let share = share_across(event, ".time-range");
            ((share * bars as f64) as usize).min(bars - 1)
        }
    };
    let onpointerdown = {
        let dragged = dragged.clone();
        move |event: PointerEvent| {
            if event.button() == 0 {
                let bar = bar_at(&event);
                dragged.set(Some((bar, bar)));
            }
        }
    };
    let onpointermove = {
        let dragged = dragged.clone();
        move |event: PointerEvent| {
            if let Some((from, _)) = *dragged {
                dragged.set(Some((from, bar_at(&event))));
            }
        }
    };
    let onpointerup = {
        let (dragged, choose) = (dragged.clone(), choose.clone());
        move |_: PointerEvent| {
            if let Some((from, to)) = *dragged {
                dragged.set(None);
                choose(from.min(to), from.max(to));
            }
        }
    };
    let onpointercancel = move |_: PointerEvent| dragged.set(None);
    let slider = |is_first: bool| {
        let (name, label) = match is_first {
            true => ("first", msg!("from")),
            false => ("last", msg!("to")),
        };
        let bar = if is_first { first } else { last };
        let choose = choose.clone();
        let onchange = move |event: Event| {
            let bar = input_text(&event).parse().unwrap_or_default();
            match is_first {
                true => choose(bar, last.max(bar)),
                false => choose(first.min(bar), bar),
            }
        };
        html! {
            <input
                type="range"
                autocomplete="off"
                class={name}
                aria-label={label}
                aria-valuetext={scale.label(bar)}
                min="0"
                max={decimal(scale.len() as u64 - 1)}
                value={decimal(bar as u64)}
                {onchange}
            />
        }
    };
    let width = decimal(scale.len() as u64);
    let after = decimal((scale.len() - last - 1) as u64);
    html! {
        <div class="time-range" role="group" aria-label={msg!("date-range")}>
            <div {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}>
                { children.clone() }
                // Bars outside of the range step back.
                <svg
                    class="outside"
                    viewBox={["0 0 ", &width, " 1"].concat()}
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    if is_limited {
                        <rect width={decimal(first as u64)} height="1" />
                        <rect x={decimal(last as u64 + 1)} width={after} height="1" />
                    }
                </svg>
            </div>
            { slider(true) }
            { slider(false) }
        </div>
    }
}
