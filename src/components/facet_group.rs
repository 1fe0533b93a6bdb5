//! The values of a facet, with checkboxes.

use super::button::{button, expand_button};
use crate::browser::events::input_text;
use crate::context::{AppContext, use_app};
use crate::messages::number;
use crate::render_log;
use crate::store::facet::Facet;
use crate::store::facet_counts::{FacetCounts, SHOWN_VALUES, ValueCount};
use crate::store::ui_state::UiAction;
use crate::store::view::Filter;
use std::rc::Rc;
use yew::prelude::*;

/// The number of values on a page of a long list.
const PAGE_OF_VALUES: usize = 100;

/// The properties of [`FacetGroup`].
#[derive(Properties, PartialEq)]
pub struct FacetGroupProps {
    /// The facet's values with their numbers of results.
    pub counts: Rc<FacetCounts>,
    /// The number of pages of values to show; 0 for the first values only.
    pub pages: usize,
    /// The text that the reader typed to find values.
    pub query: AttrValue,
}

/// The values of a facet, with checkboxes. A long list shows its first values, or those that match
/// a query, and always the selected ones. Readers ask for more of them page by page.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    render_log::record("FacetGroup");
    let app = use_app();
    let FacetGroupProps { counts, pages, query } = props;
    let facet = counts.facet;
    let limit = match (query.is_empty(), *pages) {
        (true, 0) => SHOWN_VALUES,
        (true, pages) => pages * PAGE_OF_VALUES,
        (false, pages) => (pages + 1) * PAGE_OF_VALUES,
    };
    let search = {
        let app = app.clone();
        Callback::from(move |event: InputEvent| {
            app.dispatch(UiAction::FacetSearched(facet, input_text(&event)));
        })
    };
    let values = counts.shown(&app.library, limit, query);
    let size = counts.size(limit.max(PAGE_OF_VALUES) + 1);
    let has_more = limit >= PAGE_OF_VALUES && limit < size && limit <= values.len();
    html! {
        <fieldset class="facet">
            <legend>{ facet.label() }</legend>
            <div>
                if counts.is_long() {
                    <input
                        type="text"
                        class="facet-search"
                        placeholder={msg!("find")}
                        autocomplete="off"
                        aria-label={msg!("find-in", facet = facet.label())}
                        value={query}
                        oninput={search}
                    />
                }
            </div>
            <ul role="list">{ for values.iter().map(|value| checkbox(&app, facet, value)) }</ul>
            <div>
                if size > SHOWN_VALUES && query.is_empty() {
                    { expand_button(
                        match (*pages, size) {
                            (0, ..=PAGE_OF_VALUES) => msg!("show-all", count = size).into(),
                            (0, _) => msg!("show-more").into(),
                            _ => AttrValue::from(msg!("show-fewer")),
                        },
                        *pages > 0,
                        app.on_click(UiAction::FacetToggled(facet)),
                    ) }
                }
                if has_more {
                    { button(msg!("show-more"), app.on_click(UiAction::FacetContinued(facet))) }
                }
            </div>
        </fieldset>
    }
}

fn checkbox(app: &AppContext, facet: Facet, value: &ValueCount) -> Html {
    let (app, filter) = (app.clone(), Filter { facet, value: value.value.clone() });
    let toggle = move |_: Event| app.dispatch(UiAction::FilterToggled(filter.clone()));
    html! {
        <li key={&*value.value}>
            <label class="value">
                <input
                    type="checkbox"
                    name={facet.key()}
                    value={value.value.clone()}
                    checked={value.selected}
                    onchange={toggle}
                />
                { " " }
                <span class="name">{ facet.value_label(&value.value) }</span>
                { " " }
                <span class="count">
                    { value.count.map(number).unwrap_or_default() }
                </span>
            </label>
        </li>
    }
}
