//! The timeline: the items by their dates, as bars in which a reader chooses a range, as a table,
//! and as a list. If no item has a date: the dates that their texts name.

mod chart;
mod list;
mod named;
mod range;
mod series;
mod table;

use self::chart::TimelineChart;
use self::list::dated_list;
use self::named::NamedDatesView;
use self::series::series;
use self::table::table;
use crate::components::select::select;
use crate::context::{AppContext, use_app};
use crate::explored_page::ExploredPage;
use crate::explorer::facets::dividing_facets;
use crate::explorer::scale::{TimeScale, day_of, span};
use crate::route::Route;
use crate::store::exploration::{Exploration, ExplorationKind};
use crate::store::facet::Facet;
use crate::store::library::Library;
use crate::store::results::Results;
use crate::store::ui_state::UiAction;
use crate::store::view::View;
use cuttings_edition::Period;
use std::rc::Rc;
use yew::prelude::*;

/// The parameter that names the facet whose values divide each bar. Without it, the view chooses
/// one that the edition has.
const STACK: &str = "by";

/// Returns a timeline whose bars a facet divides.
fn divided_by(stack: Option<Facet>) -> Exploration {
    let timeline = Exploration::from(ExplorationKind::Timeline);
    stack.into_iter().fold(timeline, |timeline, stack| timeline.with(STACK, stack.key()))
}

/// The items of the results by their dates.
#[component]
pub(super) fn TimelineView(props: &ExploredPage) -> Html {
    let app = use_app();
    let ExploredPage { exploration, view, results, ui } = props;
    let library = app.library.clone();
    let stack = exploration.values(STACK).next();
    let stack = stack.and_then(|key| Facet::from_key(key, library.custom_facets()));
    let scale = use_memo(library.clone(), |library| {
        span(library).map(|(first, last)| TimeScale::between(first, last))
    });
    let choices = use_memo(library.clone(), dividing_facets);
    let stack = stack.filter(|it| choices.contains(it)).or(choices.first().copied());
    let series = use_memo(
        (library, view.clone(), Rc::clone(results), stack),
        |(library, view, results, stack)| {
            let scale = Option::as_ref(&scale)?;
            let undivided = without_dates(library, view);
            let all = undivided.as_ref().unwrap_or(results);
            let days = all.items.iter().map(|item| (*item, day_of(library, *item)));
            Some(series(library, scale, days, view, *stack))
        },
    );
    let Some((scale, series)) = Option::as_ref(&scale).zip(Option::as_ref(&series)) else {
        return html! { <NamedDatesView page={props.clone()} {choices} {stack} /> };
    };
    html! {
        <>
            if let Some(stack) = stack {
                { stack_select(&app, view, &choices, stack) }
            }
            <TimelineChart
                scale={scale.clone()}
                series={series.clone()}
                {stack}
                view={view.clone()}
            />
            { table(scale, series, stack) }
            { dated_list(&app, view, results, scale, ui.shown) }
        </>
    }
}

/// Returns the results of a view with items of any date, if the view limits their dates: the bars
/// outside of the range stay, so that a reader can choose another.
fn without_dates(library: &Library, view: &View) -> Option<Results> {
    if view.filters.dates.is_unlimited() {
        return None;
    }
    let mut view = view.clone();
    view.filters.dates = Period::default();
    Some(Results::search(library, &view, library.len()))
}

/// Returns the choice of the facet that divides the bars.
fn stack_select(app: &AppContext, view: &View, choices: &[Facet], stack: Facet) -> Html {
    let options: Vec<_> = choices.iter().map(|facet| (facet.key(), facet.label())).collect();
    let on_choose = {
        let (app, view, choices) = (app.clone(), view.clone(), choices.to_vec());
        move |key: String| {
            let stack = choices.iter().find(|facet| facet.key() == key).copied();
            let exploration = divided_by(stack);
            let route = Route::Explore { exploration, view: view.clone() };
            app.dispatch(UiAction::LinkFollowed(route));
        }
    };
    select("by", msg!("divided-by"), &options, stack.key(), &Callback::from(on_choose))
}
