//! Figures: those of the results by unit, so that comparable figures are side by side.

mod units;

use self::units::{UnitFigures, figures_by_unit};
use crate::components::mention::{item_link, sentence};
use crate::components::select::select;
use crate::components::show_more::show_more;
use crate::context::use_app;
use crate::explored_page::ExploredPage;
use crate::route::Route;
use crate::store::exploration::ExplorationKind;
use crate::store::ui_state::UiAction;
use crate::store::view::{Sort, View};
use std::rc::Rc;
use yew::prelude::*;

/// The keys of the orders of the figures of a unit, which URLs use for the lengths of articles.
const LARGEST_FIRST: &str = "longest";
const SMALLEST_FIRST: &str = "shortest";

/// The page shows lists of lists: a third as many entries as others, each with as many lines. Sixty
/// lists of up to sixty figures of a blog took one task of 130 ms.
const LIST_OF_LISTS_SHARE: usize = 3;

/// The figures of the results, by unit.
#[component]
pub(super) fn FiguresView(props: &ExploredPage) -> Html {
    let app = use_app();
    let ExploredPage { view, results, ui, .. } = props;
    let shown = ui.shown / LIST_OF_LISTS_SHARE;
    let on_choose = {
        let (app, view) = (app.clone(), view.clone());
        move |key: String| {
            let sort = Sort::from_key(&key).unwrap_or_default();
            let view = View { sort, ..view.clone() };
            let exploration = ExplorationKind::Figures.into();
            app.dispatch(UiAction::LinkFollowed(Route::Explore { exploration, view }));
        }
    };
    let smallest_first = view.sort == Sort::Shortest;
    let orders = [(LARGEST_FIRST, msg!("largest-first")), (SMALLEST_FIRST, msg!("smallest-first"))];
    let chosen = if smallest_first { SMALLEST_FIRST } else { LARGEST_FIRST };
    // Links to articles carry the view without the order of the figures.
    let article_view = View { sort: Sort::default(), ..view.clone() };
    let units = use_memo(
        (app.library.clone(), Rc::clone(results), smallest_first),
        |(library, results, smallest_first)| figures_by_unit(library, results, !smallest_first),
    );
    let longest = units.first().map_or(0, |unit| unit.figures.len());
    let sections = units.iter().take(shown).map(|UnitFigures { unit, figures }| {
        let figures = figures.iter().take(shown).map(|figure| {
            html! {
                <li>
                    { sentence(&app, figure.item, &article_view, &figure.span) }
                    <span class="meta">{ item_link(&app, figure.item, &article_view) }</span>
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
        <div class="names">
            { select("order", msg!("order"), &orders, chosen, &Callback::from(on_choose)) }
            <div>{ for sections }</div>
            { show_more(&app, units.len().max(longest) > shown) }
        </div>
    }
}
