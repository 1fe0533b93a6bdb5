//! A facet's values with their counts, to be ticked.

use crate::desk::Desk;
use crate::state::facet::Facet;
use crate::state::reducer::Action;
use crate::state::results::{FacetCounts, ValueCount};
use crate::state::view::Filter;
use yew::prelude::*;

/// How many values a facet shows before someone asks for all.
const FIRST: usize = 12;

/// The properties of [`FacetGroup`].
#[derive(Properties, PartialEq)]
pub struct FacetGroupProps {
    /// Where to say what happened.
    pub desk: Desk,
    /// The facet, its values and their counts.
    pub counts: FacetCounts,
}

/// A facet's values with their counts, to be ticked. A long list shows its beginning, and whatever is ticked.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let all = use_state_eq(|| false);
    let FacetCounts { facet, values } = &props.counts;
    let shown = values.iter().enumerate().filter(|(place, value)| *all || *place < FIRST || value.on);
    let shown: Vec<Html> = shown.map(|(_, value)| value_box(&props.desk, *facet, value)).collect();
    let more = (values.len() > FIRST).then(|| {
        let label =
            if *all { "Show fewer".to_owned() } else { ["Show all ", &values.len().to_string()].concat() };
        let expanded = if *all { "true" } else { "false" };
        let onclick = {
            let all = all.clone();
            move |_: MouseEvent| all.set(!*all)
        };
        html! { <button type="button" class="plain" aria-expanded={expanded} {onclick}>{ label }</button> }
    });
    html! {
        <fieldset class="facet">
            <legend>{ facet.label() }</legend>
            <ul role="list">{ shown }</ul>
            <div>{ more }</div>
        </fieldset>
    }
}

fn value_box(desk: &Desk, facet: Facet, value: &ValueCount) -> Html {
    let onchange = {
        let (desk, filter) = (desk.clone(), Filter { facet, value: value.value.clone() });
        move |_: Event| desk.tell(Action::FacetToggled(filter.clone()))
    };
    let vain = (value.count == 0 && !value.on).then_some("");
    html! {
        <li key={&*value.value}>
            <label class="value" data-vain={vain}>
                <input type="checkbox" name={facet.key()} value={value.value.clone()} checked={value.on} {onchange} />{ " " }
                <span class="name">{ facet.value_label(&value.value) }</span>{ " " }
                <span class="count">{ value.count.to_string() }</span>
            </label>
        </li>
    }
}
