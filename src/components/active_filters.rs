//! The filters that are on, each to be removed.

use super::button::on_click;
use crate::desk::Desk;
use crate::el;
use crate::markup::Markup;
use crate::store::reducer::Action;
use crate::store::view::Filters;

/// The filters that are on, each to be removed, and all at once.
pub fn active_filters(m: &mut Markup, desk: &Desk, filters: &Filters) {
    el!(m, div["class" = "active-filters"].flag("hidden", filters.is_empty()) {
        if !filters.is_empty() {
            el!(m, ul["role" = "list", "aria-label" = msg!("active-filters")] {
                for filter in filters.iter() {
                    let name = [filter.facet.label(), ": ", &filter.facet.value_label(&filter.value)].concat();
                    el!(m, li.key([filter.facet.key(), &filter.value].join(":")) {
                        el!(m, button["type" = "button", "class" = "chip"] {
                            on_click(m, desk, Action::FilterRemoved(filter.clone()));
                            el!(m, span["class" = "unseen"] { m.text(concat!(msg!("remove-filter"), " ")); });
                            m.text(name);
                            el!(m, span["class" = "cross", "aria-hidden" = "true"] { m.text("×"); });
                        });
                    });
                }
            });
            el!(m, button["type" = "button", "class" = "plain"] {
                on_click(m, desk, Action::AllCleared);
                m.text(msg!("clear-all"));
            });
        }
    });
}
