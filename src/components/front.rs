//! The front of the results page: what an edition has, above the items themselves.

use super::date_group::histogram;
use super::link::link;
use crate::context::AppContext;
use crate::messages::{number, text_language};
use crate::route::{Route, Section};
use crate::store::exploration::{Exploration, ExplorationKind};
use crate::store::facet::Facet;
use crate::store::results::Results;
use crate::store::view::View;
use cuttings_edition::{ItemId, Period, Story};
use yew::prelude::*;

/// The number of names and stories in a column.
const ROWS: usize = 4;

/// Returns the front: the items by date, the people and places that most of them name, if
/// more than one does, and the largest stories. Each leads to a view.
pub fn front(app: &AppContext, results: &Results) -> Html {
    let explore = |exploration| Route::Explore { exploration, view: View::default() };
    let library = &app.library;
    let mut columns: Vec<Html> = Vec::new();
    if let Some(bars) = library.date_bars().filter(|bars| bars.len() > 1) {
        let route = explore(ExplorationKind::Timeline.into());
        let bars = histogram(bars, &results.dates, Period::default());
        columns.push(column(app, route, msg!("timeline"), bars));
    }
    let names = Route::Section { section: Section::Names, view: View::default() };
    for facet in [Facet::Person, Facet::Place] {
        let counts = results.facets.iter().find(|counts| counts.facet == facet);
        let values = counts.map(|counts| counts.shown(library, ROWS, "")).unwrap_or_default();
        let rows = values.into_iter().filter_map(|value| {
            let count = value.count.filter(|count| *count > 1)?;
            let route = Route::Entity { facet, name: value.value.clone(), view: View::default() };
            Some(row(link(app, route, value.value), number(count)))
        });
        let rows: Vec<Html> = rows.collect();
        if !rows.is_empty() {
            columns.push(column(app, names.clone(), facet.label(), list(rows)));
        }
    }
    // The first of the largest stories. Sorting all of them needs more code.
    let mut largest: Vec<(usize, ItemId)> = Vec::new();
    // In parts, their lists are in one that the first page does not need.
    let stories = (!library.is_in_parts()).then(|| library.stories());
    for Story { items, .. } in stories.into_iter().flatten() {
        let size = items.len();
        let place = largest.iter().position(|(other, _)| *other < size).unwrap_or(largest.len());
        if let Some(first) = items.first() {
            largest.insert(place, (size, *first));
            largest.truncate(ROWS);
        }
    }
    let rows = largest.into_iter().filter_map(|(size, first)| {
        let article = library.article_with_id(first)?;
        let exploration = Exploration::from(ExplorationKind::Stories).with("story", article.slug());
        let lang = article.language().or(text_language());
        let title =
            html! { <bdi {lang}>{ link(app, explore(exploration), article.title()) }</bdi> };
        Some(row(title, number(size as u32)))
    });
    let rows: Vec<Html> = rows.collect();
    if !rows.is_empty() {
        let route = explore(ExplorationKind::Stories.into());
        columns.push(column(app, route, msg!("stories"), list(rows)));
    }
    if columns.is_empty() {
        return Html::default();
    }
    html! { <section class="front" aria-label={msg!("at-a-glance")}>{ for columns }</section> }
}

fn column(app: &AppContext, route: Route, label: &'static str, content: Html) -> Html {
    html! { <div><h2>{ link(app, route, label) }</h2>{ content }</div> }
}

fn list(rows: Vec<Html>) -> Html {
    html! { <ul role="list">{ for rows }</ul> }
}

fn row(link: Html, count: String) -> Html {
    html! { <li>{ link }{ " " }<span class="count">{ count }</span></li> }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use crate::fixture;
    use crate::prerender::Prerenderer;
    use crate::store::library::Library;

    fn html(library: &Library, search: &str) -> String {
        Prerenderer::new(library).html(&library.route("", search)).expect("nothing waits")
    }

    #[test]
    fn the_front_is_above_all_results_only() {
        let library = fixture::library_with_stories();
        let front = r#"<section aria-label="At a glance" class="front">"#;
        let all = html(&library, "");
        let [front_at, results_at] = [front, r#"aria-label="Results""#].map(|it| all.find(it));
        assert!(front_at.is_some() && front_at < results_at, "{all}");
        for search in ["q=ferry", "kind=article"] {
            assert!(!html(&library, search).contains(front), "{search}");
        }
    }

    #[test]
    fn columns_lead_to_views() {
        let library = fixture::library_with_stories();
        let all = html(&library, "");
        let front = &all[all.find(r#"class="front""#).unwrap()..all.find("<ol").unwrap()];
        for link in [
            r#"<a href="./stories/">Stories</a>"#,
            r#"<a href="./stories/?story=ferry-sinks-off-norden">Ferry sinks off Norden</a>"#,
        ] {
            assert!(front.contains(link), "no {link} in {front}");
        }
        assert!(!html(&library.published_in_parts(true), "").contains("Stories</a>"));
        assert!(front.contains(r#"<a href="./names/?name=person%3AAurora">Aurora</a>"#), "{front}");
        let timeline = r#"<h2><a href="./timeline/">Timeline</a></h2>"#;
        assert!(!front.contains(timeline), "one bar says nothing: {front}");
        assert!(html(&fixture::dated(), "").contains(timeline));
        // A name of one item only says nothing about the edition.
        assert!(!html(&fixture::mentions(3), "").contains("At a glance"));
    }
}
