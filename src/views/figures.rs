//! The section of figures.

use crate::components::filter_summary::filter_summary;
use crate::components::mention::{item_link, sentence};
use crate::components::select::select;
use crate::components::show_more::show_more;
use crate::context::AppContext;
use crate::ids::{HEADING, MAIN};
use crate::route::{Route, Section};
use crate::store::figures::{UnitFigures, figures_by_unit};
use crate::store::results::Results;
use crate::store::ui_state::UiAction;
use crate::store::view::{Sort, View};
use yew::prelude::*;

/// The keys of the orders of the figures of a unit, which URLs use for the lengths of articles.
const LARGEST_FIRST: &str = "longest";
const SMALLEST_FIRST: &str = "shortest";

/// The figures of the results, by unit, so that comparable figures are side by side.
pub(super) fn figures_page(app: &AppContext, view: &View, results: &Results, shown: usize) -> Html {
    let section = |view| Route::Section { section: Section::Figures, view };
    let on_choose = {
        let (app, view) = (app.clone(), view.clone());
        move |key: String| {
            let sort = Sort::from_key(&key).unwrap_or_default();
            app.dispatch(UiAction::LinkFollowed(section(View { sort, ..view.clone() })));
        }
    };
    let smallest_first = view.sort == Sort::Shortest;
    let orders = [(LARGEST_FIRST, msg!("largest-first")), (SMALLEST_FIRST, msg!("smallest-first"))];
    let chosen = if smallest_first { SMALLEST_FIRST } else { LARGEST_FIRST };
    // Links to articles carry the view without the order of the figures.
    let article_view = View { sort: Sort::default(), ..view.clone() };
    let units = figures_by_unit(&app.library, results, !smallest_first);
    let longest = units.first().map_or(0, |unit| unit.figures.len());
    let sections = units.iter().take(shown).map(|UnitFigures { unit, figures }| {
        let figures = figures.iter().take(shown).map(|figure| {
            html! {
                <li>
                    { sentence(app, figure.item, &article_view, &figure.span) }
                    <span class="meta">{ item_link(app, figure.item, &article_view) }</span>
                </li>
            }
        });
        html! {
            <section key={*unit}>
                <h2>{ *unit }</h2>
                <ul role="list" class="places">{ for figures }</ul>
            </section>
        }
    });
    html! {
        <main tabindex="-1" class="plain-page names" id={MAIN}>
            <h1 tabindex="-1" id={HEADING}>{ msg!("figures") }</h1>
            { filter_summary(app, view, results, section(View::default())) }
            { select("order", msg!("order"), &orders, chosen, &Callback::from(on_choose)) }
            <div>{ for sections }</div>
            { show_more(app, units.len().max(longest) > shown) }
        </main>
    }
}
