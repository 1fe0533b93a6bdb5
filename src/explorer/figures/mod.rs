//! Figures: those of one unit as dots on a scale, each of which leads to its sentence, above the
//! sentences of this or of all units. Differing numbers for one thing are seen at once.

mod amount;
mod axis;
mod dots;
mod labels;
mod strip;
mod units;

use self::amount::{Amount, has_decimal_comma};
use self::axis::ValueScale;
use self::strip::{SizedFigure, strip};
use self::units::{UnitFigures, figures_by_unit};
use crate::components::link::link;
use crate::components::mention::{item_link, sentence};
use crate::components::select::select;
use crate::components::show_more::show_more;
use crate::context::{AppContext, use_app};
use crate::explored_page::ExploredPage;
use crate::messages::number;
use crate::route::Route;
use crate::store::exploration::{Exploration, ExplorationKind};
use crate::store::library::Library;
use crate::store::ui_state::UiAction;
use crate::store::view::{Sort, View};
use cuttings_edition::{Figure, Unit};
use std::rc::Rc;
use yew::prelude::*;

/// The parameter that names the unit of the figures, such as "$" or "troops".
const UNIT: &str = "unit";

/// The most units that the reader chooses from: those with most figures.
const MAX_UNITS: usize = 80;

/// The most figures of a picture. In an edition in parts, each may be in a part of its own.
const MAX_DOTS: usize = 260;
const MAX_DOTS_IN_PARTS: usize = 40;

/// The list of all units is a list of lists: a third as many entries as others, each with as many
/// lines. Sixty lists of up to sixty figures of a blog took one task of 130 ms.
const LIST_OF_LISTS_SHARE: usize = 3;

/// The keys of the orders of the figures of a unit, which URLs use for the lengths of articles.
const LARGEST_FIRST: &str = "longest";
const SMALLEST_FIRST: &str = "shortest";

/// The figures of the results.
#[component]
pub(super) fn FiguresView(props: &ExploredPage) -> Html {
    let app = use_app();
    let ExploredPage { exploration, view, results, ui } = props;
    let units = use_memo(app.library.clone(), |library| library.units().collect::<Vec<_>>());
    let named = exploration.values(UNIT).next().map(str::to_owned);
    let smallest_first = view.sort == Sort::Shortest;
    let lists = use_memo(
        (app.library.clone(), Rc::clone(results), named.clone()),
        |(library, results, named)| {
            let unit = units.iter().find(|unit| named.as_deref() == Some(unit.name));
            figures_by_unit(library, results, unit.copied())
        },
    );
    // Those of one unit only, as the address says, or else the first list with several.
    let of_scale = lists.iter().find(|list| list.figures.len() > 1).or(lists.first());
    let drawn = use_memo((app.library.clone(), Rc::clone(&lists)), |(library, _)| {
        sized(library, of_scale.map_or(&[], |list| &list.figures))
    });
    let Some(UnitFigures { unit, figures }) = of_scale else {
        return html! { <p>{ msg!("no-figures") }</p> };
    };
    let amounts: Vec<Amount> = drawn.iter().map(|it| it.amount.clone()).collect();
    let picture = ValueScale::of(&amounts, *unit == "%").map(|scale| {
        html! {
            <figure>
                <p class="visually-hidden">{ summary(&drawn, figures.len()) }</p>
                { strip(&app, &drawn, &scale, view) }
                if drawn.len() < figures.len() {
                    <figcaption>
                        {
                            msg!(
                                "scale-sample",
                                shown = &number(drawn.len() as u32),
                                count = &number(figures.len() as u32)
                            )
                        }
                    </figcaption>
                }
            </figure>
        }
    });
    let (most_lists, most) = match named {
        Some(_) => (1, ui.shown),
        None => (ui.shown / LIST_OF_LISTS_SHARE, ui.shown / LIST_OF_LISTS_SHARE),
    };
    let is_longer = |list: &UnitFigures| list.figures.len() > most;
    let has_more = lists.len() > most_lists || lists.iter().any(is_longer);
    // Links to articles carry the view without the order of the figures.
    let article_view = View { sort: Sort::default(), ..view.clone() };
    let sections = lists.iter().take(most_lists).map(|UnitFigures { unit, figures }| {
        let last = figures.len().saturating_sub(1);
        let in_order = |at: usize| figures.get(if smallest_first { at } else { last - at });
        let figures = (0..figures.len().min(most)).filter_map(in_order).map(|figure| {
            html! {
                <li>
                    { sentence(&app, figure.item, &article_view, &figure.span) }
                    <span class="meta">{ item_link(&app, figure.item, &article_view) }</span>
                </li>
            }
        });
        html! {
            <section key={*unit}>
                <h2><bdi>{ link(&app, unit_route(unit, view), *unit) }</bdi></h2>
                <ul role="list" class="places">{ for figures }</ul>
            </section>
        }
    });
    html! {
        <div class="names figure-scale">
            <div class="choices">
                { unit_select(&app, &units, unit, view) }
                { order_select(&app, named.as_deref(), smallest_first, view) }
            </div>
            // Always one node, so that the list stays.
            <div>{ for picture }</div>
            <div>{ for sections }</div>
            { show_more(&app, has_more) }
        </div>
    }
}

/// Returns the route of the figures of a unit.
fn unit_route(unit: &str, view: &View) -> Route {
    let exploration = Exploration::from(ExplorationKind::Figures).with(UNIT, unit);
    Route::Explore { exploration, view: view.clone() }
}

/// Returns the choice of the order of figures.
fn order_select(app: &AppContext, unit: Option<&str>, smallest_first: bool, view: &View) -> Html {
    let on_choose = {
        let (app, view, unit) = (app.clone(), view.clone(), unit.map(str::to_owned));
        move |key: String| {
            let view = View { sort: Sort::from_key(&key).unwrap_or_default(), ..view.clone() };
            app.dispatch(UiAction::LinkFollowed(match &unit {
                Some(unit) => unit_route(unit, &view),
                None => Route::Explore { exploration: ExplorationKind::Figures.into(), view },
            }));
        }
    };
    let orders = [(LARGEST_FIRST, msg!("largest-first")), (SMALLEST_FIRST, msg!("smallest-first"))];
    let chosen = if smallest_first { SMALLEST_FIRST } else { LARGEST_FIRST };
    select("order", msg!("order"), &orders, chosen, &Callback::from(on_choose))
}

/// Returns figures with their numbers: all, or so many, evenly chosen, that they can be read at
/// once. They are sorted by size.
fn sized(library: &Library, figures: &[Figure]) -> Vec<SizedFigure> {
    let most = if library.is_in_parts() { MAX_DOTS_IN_PARTS } else { MAX_DOTS };
    let every = |at: usize| match figures.len() <= most {
        true => at,
        // The first and the last one are among them.
        false => at * (figures.len() - 1) / (most - 1),
    };
    let chosen = (0..figures.len().min(most)).filter_map(|at| figures.get(every(at)));
    let chosen = chosen.filter_map(|figure| {
        let text = library.text_at(figure.item, &figure.span);
        let language = library.item(figure.item)?.language().unwrap_or(library.language());
        let amount = Amount::read(text, has_decimal_comma(language))?;
        Some(SizedFigure { figure: figure.clone(), amount, text })
    });
    chosen.collect()
}

/// Returns the picture in words.
fn summary(drawn: &[SizedFigure], count: usize) -> String {
    let text = |it: Option<&SizedFigure>| it.map_or("", |it| it.text);
    msg!("scale-summary", count = count, first = text(drawn.first()), last = text(drawn.last()))
}

/// Returns the choice of the unit.
fn unit_select(
    app: &AppContext,
    units: &[Unit<'static>],
    chosen: &'static str,
    view: &View,
) -> Html {
    let mut options: Vec<_> = units
        .iter()
        .filter(|unit| unit.figure_count > 1)
        .take(MAX_UNITS)
        .map(|unit| (unit.name, unit.name))
        .collect();
    if !options.iter().any(|(name, _)| *name == chosen) {
        options.push((chosen, chosen));
    }
    let on_choose = {
        let (app, view) = (app.clone(), view.clone());
        move |unit: String| app.dispatch(UiAction::LinkFollowed(unit_route(&unit, &view)))
    };
    select("unit", msg!("unit"), &options, chosen, &Callback::from(on_choose))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::prerender::Prerenderer;

    /// Renders the view of an edition at a query string.
    fn html(library: &Library, search: &str) -> String {
        Prerenderer::new(library).html(&library.route("figures/", search)).unwrap()
    }

    #[test]
    fn figures_of_a_unit_are_dots_and_a_list() {
        let html = html(&fixture::two_articles(), "unit=boats");
        assert!(html.contains("2 figures from About 48 boats to 300 boats"), "{html}");
        // The dot and its label in the picture, and the link at the sentence.
        assert_eq!(html.matches("href=\"./article/ferry-returns/#p2\"").count(), 3, "{html}");
        assert!(html.contains(">48<") && html.contains(">300<"), "{html}");
    }

    #[test]
    fn a_query_limits_the_figures() {
        let of_storm = html(&fixture::two_articles(), "unit=boats&q=storm");
        assert!(of_storm.contains("1 figure") && !of_storm.contains("48 boats"), "{of_storm}");
        // The percentages come first, because they are most.
        let by_default = html(&fixture::two_articles(), "q=storm");
        assert!(by_default.contains("2 figures from 5% to 18%"), "{by_default}");
    }

    #[test]
    fn an_edition_without_figures_says_so() {
        assert!(html(&fixture::named_together(), "").contains("No item has a figure"));
    }

    #[test]
    fn a_picture_has_a_bounded_number_of_figures() {
        let library = fixture::two_articles();
        let unit = library.units().next().unwrap();
        let one = library.figures(unit.id).next().unwrap();
        assert_eq!(sized(&library, &vec![one; 5000]).len(), MAX_DOTS);
    }

    /// The edition sorts figures by the sizes that its builder has read.
    #[test]
    fn numbers_agree_with_the_order_of_the_edition() {
        let library = fixture::figures();
        let mut count = 0;
        for unit in library.units() {
            let figures: Vec<Figure> = library.figures(unit.id).collect();
            let sized = sized(&library, &figures);
            assert_eq!(sized.len(), figures.len(), "{unit:?}");
            let sizes: Vec<f64> = sized.iter().map(|it| it.amount.size()).collect();
            let texts: Vec<&str> = sized.iter().map(|it| it.text).collect();
            assert!(sizes.is_sorted(), "{texts:?} {sizes:?}");
            count += figures.len();
        }
        assert!(count > 20, "{count}");
    }
}
