//! A facet's values with their counts, to be ticked.

use crate::desk::{Desk, use_desk};
use crate::state::reducer::Action;
use crate::state::results::{FacetCounts, ValueCount};
use crate::state::view::Filter;
use yew::prelude::*;

/// How many values a facet shows before someone asks for all.
const FIRST: usize = 12;

/// The properties of [`FacetGroup`].
#[derive(Properties, PartialEq)]
pub struct FacetGroupProps {
    /// The facet, its values and their counts.
    pub counts: FacetCounts,
}

/// A facet's values with their counts, to be ticked. A long list shows its beginning, and whatever is ticked.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let desk = use_desk();
    let all = use_state_eq(|| false);
    let FacetCounts { facet, values } = &props.counts;
    let long = values.len() > FIRST;
    let shown = values.iter().enumerate().filter(|(place, value)| *all || *place < FIRST || value.on);
    let boxes = shown.map(|(_, value)| {
        html! { <li key={&*value.value}>{ value_box(&props.counts, value, &desk) }</li> }
    });
    let more = long.then(|| {
        let onclick = {
            let (all, open) = (all.clone(), !*all);
            move |_: MouseEvent| all.set(open)
        };
        let label = if *all {
            "Show fewer".to_owned()
        } else {
            ["Show all", &values.len().to_string()].join(" ")
        };
        html! { <button type="button" class="plain" aria-expanded={(*all).to_string()} {onclick}>{ label }</button> }
    });
    html! {
        <fieldset class="facet">
            <legend>{ facet.label() }</legend>
            <ul role="list">{ for boxes }</ul>
            <div>{ more }</div>
        </fieldset>
    }
}

fn value_box(FacetCounts { facet, .. }: &FacetCounts, value: &ValueCount, desk: &Desk) -> Html {
    let onchange = {
        let (desk, filter) = (desk.clone(), Filter { facet: *facet, value: value.value.clone() });
        move |_: Event| desk.tell(Action::FacetToggled(filter.clone()))
    };
    html! {
        <label class={classes!("value", (value.count == 0 && !value.on).then_some("none"))}>
            <input type="checkbox" checked={value.on} {onchange} />{ " " }
            <span class="name">{ facet.value_label(&value.value) }</span>{ " " }
            <span class="count">{ value.count }</span>
        </label>
    }
}
