//! All facets: a column where there is room for one, over the page where there is none.

use super::facet_group::facet_group;
use crate::desk::Desk;
use crate::el;
use crate::markup::Markup;
use crate::store::reducer::{FIRST, State};
use crate::store::results::Results;

/// The `id` of the facets.
const FACETS: &str = "facets";

/// All facets, of which `on` values are chosen. The buttons that show and hide them are themselves shown only on narrow
/// screens.
pub fn filters(m: &mut Markup, desk: &Desk, results: &Results, state: &State, on: usize) {
    el!(m, section["class" = "filters", "aria-label" = msg!("filters")] {
        el!(m, button["type" = "button", "class" = "filters-button"].attr("popovertarget", FACETS) {
            if on > 0 {
                m.text(msg!("filters-active", count = on));
            } else {
                m.text(msg!("filters"));
            }
        });
        el!(m, div["class" = "facets", "popover" = "auto"].attr("id", FACETS) {
            for counts in results.facets.iter().filter(|_| state.room() > FIRST) {
                facet_group(m, desk, counts, state);
            }
            el!(m, button["type" = "button", "class" = "solid filters-done", "popovertargetaction" = "hide"]
                .key("done")
                .attr("popovertarget", FACETS)
            {
                m.text(msg!("filters-apply", total = results.total, of = results.of));
            });
        });
    });
}
