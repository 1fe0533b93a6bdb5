//! The timeline of an edition of which no item has a date: the dates that its texts name, as bars
//! and as a list with the sentences, and the items with their ages.

mod list;
mod parse;
mod reading;
mod words;

use self::list::{group_number, most_per_bar, named_list};
use self::reading::ReadTexts;
use super::chart::{band_names, bars};
use super::list::undated_list;
use super::series::{Series, series};
use super::stack_select;
use super::table::table;
use crate::components::show_more::show_more;
use crate::context::{AppContext, use_app};
use crate::explored_page::ExploredPage;
use crate::explorer::scale::TimeScale;
use crate::messages::number;
use crate::route::Route;
use crate::store::exploration::Exploration;
use crate::store::facet::Facet;
use crate::store::text::{decimal, labelled};
use crate::store::view::View;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`NamedDatesView`].
#[derive(Properties, PartialEq)]
pub(super) struct NamedDatesProps {
    pub(super) page: ExploredPage,
    /// The facets that can divide the bars.
    pub(super) choices: Rc<Vec<Facet>>,
    /// The facet that divides them.
    pub(super) stack: Option<Facet>,
}

/// The dates that the texts of the results name.
#[component]
pub(super) fn NamedDatesView(props: &NamedDatesProps) -> Html {
    let app = use_app();
    let NamedDatesProps { page: ExploredPage { exploration, view, results, ui }, choices, stack } =
        props;
    let texts = use_mut_ref(ReadTexts::default);
    let named = use_memo((app.library.clone(), Rc::clone(results)), |(library, results)| {
        texts.borrow_mut().dates(library, results)
    });
    let picture = use_memo(
        (app.library.clone(), Rc::clone(&named), view.clone(), *stack),
        |(library, named, view, stack)| {
            let scale = named.scale()?;
            let days = named.dates.iter().map(|date| (date.item, Some(date.when.first)));
            let series = series(library, &scale, days, view, *stack);
            Some((scale, series))
        },
    );
    let most =
        Option::as_ref(&picture).map_or(0, |(_, series)| most_per_bar(&series.totals, ui.shown));
    let is_cut = |(_, series): &(TimeScale, Series)| {
        series.totals.iter().any(|count| *count as usize > most)
    };
    let has_more = results.items.len() > ui.shown || Option::as_ref(&picture).is_some_and(is_cut);
    let picture = Option::as_ref(&picture).map(|(scale, series)| {
        html! {
            <>
                if let Some(stack) = *stack {
                    { stack_select(&app, view, choices, stack) }
                }
                <figure class="timeline">
                    <div class="time-bars">
                        { bars(scale, series, summary(scale, series)) }
                        { links(&app, scale, series, exploration, view) }
                    </div>
                    { for stack.and_then(|stack| band_names(&app, series, stack, view)) }
                </figure>
                { table(scale, series, *stack) }
                { named_list(&app, view, scale, &named.dates, most) }
            </>
        }
    });
    html! {
        <>
            <p>
                { msg!("no-dates") }
                { msg!("sentence-separator") }
                {
                    match picture {
                        Some(_) => msg!("named-dates-note"),
                        None => msg!("no-named-dates"),
                    }
                }
                if named.read < results.items.len() {
                    { msg!("sentence-separator") }
                    {
                        msg!(
                            "named-dates-read",
                            read = &number(named.read as u32),
                            count = &number(results.items.len() as u32)
                        )
                    }
                }
            </p>
            // Always one node, so that the list after it stays.
            <div>{ for picture }</div>
            { undated_list(&app, view, results, ui.shown) }
            { show_more(&app, has_more) }
        </>
    }
}

/// Returns the dates in words.
fn summary(scale: &TimeScale, series: &Series) -> String {
    let first_last = [0, scale.len() - 1].map(|bar| scale.label(bar));
    let (peak, highest) = series.peak();
    msg!(
        "named-dates-summary",
        total = series.total(),
        first = &first_last[0],
        last = &first_last[1],
        peak = &scale.label(peak),
        count = highest as usize
    )
}

/// Returns a link on each bar to its dates in the list. Keys and screen readers have the headings
/// there.
fn links(
    app: &AppContext,
    scale: &TimeScale,
    series: &Series,
    exploration: &Exploration,
    view: &View,
) -> Html {
    let route = Route::Explore { exploration: exploration.clone(), view: view.clone() };
    let counts = series.totals.iter().enumerate().filter(|(_, count)| **count > 0);
    let links = counts.map(|(bar, count)| {
        let group = group_number(bar);
        html! {
            <a
                href={app.block_href(&route, group)}
                onclick={app.navigate_to_block(route.clone(), group)}
                tabindex="-1"
            >
                <title>{ labelled(&scale.label(bar), &number(*count)) }</title>
                <rect x={decimal(bar as u64)} width="1" height="1" />
            </a>
        }
    });
    let view_box = ["0 0 ", &decimal(scale.len() as u64), " 1"].concat();
    html! {
        <svg class="bar-links" viewBox={view_box} preserveAspectRatio="none" aria-hidden="true">
            { for links }
        </svg>
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use crate::fixture;
    use crate::prerender::Prerenderer;
    use crate::store::library::Library;

    /// Renders the view of an edition at a query string.
    fn html(library: &Library, search: &str) -> String {
        Prerenderer::new(library).html(&library.route("timeline/", search)).unwrap()
    }

    #[test]
    fn bars_lead_to_dates_and_dates_to_their_sentences() {
        let html = html(&fixture::naming_dates(), "");
        assert!(html.contains("No item has a date. The texts name these dates."), "{html}");
        assert!(html.contains("Dates named: 6, from 1944 to 2022; most in 2022: 3"), "{html}");
        // 79 bars, of which three have dates.
        for group in ["p1", "p76", "p79"] {
            assert_eq!(html.matches(&format!("href=\"./timeline/#{group}\"")).count(), 1);
            assert_eq!(html.matches(&format!("<section id=\"{group}\"")).count(), 1, "{html}");
        }
        assert!(html.contains("<mark>1944</mark> the ferry sank."), "{html}");
        assert!(html.contains("href=\"./article/the-route-since-2019/#p1\""), "{html}");
        assert!(html.contains("datetime=\"1944-05-16\"") && html.contains(">16 May 1944</time>"));
        // The numbers as a table, and the items with their ages.
        assert!(html.contains("<th scope=\"row\">2022</th>") && html.contains("2 months ago"));
    }

    #[test]
    fn a_query_limits_the_dates() {
        let html = html(&fixture::naming_dates(), "q=lighthouse");
        assert!(html.contains("Dates named: 1,") && !html.contains("2019</time>"), "{html}");
        let nothing = self::html(&fixture::naming_dates(), "q=rain");
        assert!(nothing.contains("The texts name no date with its year."), "{nothing}");
        assert!(
            !nothing.contains("<svg class=\"timeline-bars\"") && nothing.contains("Rain ahead")
        );
    }

    #[test]
    fn an_edition_with_dates_shows_those_of_its_items() {
        assert!(!html(&fixture::dated(), "").contains("Dates named"));
    }

    #[test]
    fn a_page_says_how_many_texts_were_read() {
        let library = fixture::naming_years(70);
        let whole = html(&library, "");
        assert!(!whole.contains("Only the first results were read"));
        // More dates than a page shows: each bar has one.
        assert_eq!(whole.matches("datetime=").count(), 70);
        let in_parts = html(&library.published_in_parts(true), "");
        let note = "Only the first results were read: 40 of 70.";
        assert!(in_parts.contains(note), "{in_parts}");
        assert_eq!(in_parts.matches("datetime=").count(), 40);
    }
}
