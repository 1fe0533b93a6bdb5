//! A facet's values with their counts, to be ticked.

use super::button::on_click;
use crate::desk::Desk;
use crate::el;
use crate::browser::events::typed_text;
use crate::markup::{Markup, On};
use crate::store::counts::{FIRST, FacetCounts, ValueCount};
use crate::store::facet::Facet;
use crate::store::reducer::{Action, State};
use crate::store::text::decimal;
use crate::store::view::Filter;

/// A facet's values with their counts, to be ticked. A long list shows its beginning, or what it is narrowed to in a box of
/// its own, and whatever is ticked.
pub fn facet_group(m: &mut Markup, desk: &Desk, counts: &FacetCounts, state: &State) {
    let facet = counts.facet;
    let all = state.open.contains(&facet);
    let narrowed = state.narrowed.iter().find(|(narrowed, _)| *narrowed == facet);
    let narrowed = narrowed.map_or("", |(_, text)| text.trim());
    let most = if all || !narrowed.is_empty() { usize::MAX } else { FIRST };
    el!(m, fieldset["class" = "facet"].key(facet.key()) {
        el!(m, legend { m.text(facet.label()); });
        el!(m, div {
            if counts.is_long() {
                let desk = desk.clone();
                el!(m, input["type" = "text", "class" = "narrow", "placeholder" = msg!("find"), "autocomplete" = "off"]
                    .attr("aria-label", msg!("find-in", facet = facet.label()))
                    .value(narrowed.to_owned())
                    .on(On::Input, move |event| {
                        if let Some(text) = typed_text(event) {
                            desk.tell(Action::FacetNarrowed(facet, text));
                        }
                    }) {});
            }
        });
        el!(m, ul["role" = "list"] {
            for value in counts.shown(&desk.library, most, narrowed) {
                value_box(m, desk, facet, &value);
            }
        });
        el!(m, div {
            if counts.is_long() && narrowed.is_empty() {
                el!(m, button["type" = "button", "class" = "plain"].state("aria-expanded", all) {
                    on_click(m, desk, Action::FacetOpened(facet));
                    if all {
                        m.text(msg!("show-fewer"));
                    } else {
                        m.text(msg!("show-all", count = counts.size()));
                    }
                });
            }
        });
    });
}

fn value_box(m: &mut Markup, desk: &Desk, facet: Facet, value: &ValueCount) {
    let (desk, filter) = (desk.clone(), Filter { facet, value: value.value.clone() });
    el!(m, li.key(value.value.clone()) {
        el!(m, label["class" = "value"].flag("data-vain", value.count == 0 && !value.on) {
            el!(m, input["type" = "checkbox"]
                .attr("name", facet.key())
                .value(value.value.clone())
                .checked(value.on)
                .on(On::Change, move |_| desk.tell(Action::FacetToggled(filter.clone()))) {});
            m.text(" ");
            el!(m, span["class" = "name"] { m.text(facet.value_label(&value.value)); });
            m.text(" ");
            el!(m, span["class" = "count"] { m.text(decimal(value.count as u64)); });
        });
    });
}
