//! The top of every page.

use super::link::link;
use super::search_box::search_box;
use crate::browser::scroll_focus::focus_main;
use crate::context::AppContext;
use crate::ids::{HEADING, MAIN};
use crate::route::{Route, Section, UrlStyle};
use crate::store::exploration::ExplorationKind;
use crate::store::preferences::Preferences;
use crate::store::view::{Sort, View};
use cuttings_edition::EntityId;
use yew::prelude::*;

/// Returns the top of every page: the site's title, the sections, the search box and what it
/// suggests. On the results page the title is the first heading.
///
/// The elements are in visual order, so that nothing moves while the rest of the page arrives.
pub fn masthead(
    app: &AppContext,
    route: &Route,
    preferences: Preferences,
    suggestions: &[EntityId],
) -> Html {
    let library = &app.library;
    let view = route.view().cloned().unwrap_or_default();
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus_main();
    });
    let page = match library.url_style() {
        // A bare fragment would refer to the page that `base` names.
        UrlStyle::Paths => app.href(route),
        // A single file has no `base`, and a fragment cannot contain a second `#`.
        UrlStyle::Fragments => String::new(),
    };
    let title = link(app, Route::default(), library.title());
    let suggestions = suggestions.iter().filter_map(|&id| {
        let route = library.entity_route(id, &View::default());
        let name = library.entity(id)?.name;
        Some(html! { <li>{ link(app, route, name) }</li> })
    });
    let view = View { sort: Sort::default(), ..view };
    let section = |section| Route::Section { section, view: view.clone() };
    let exploring =
        |kind: ExplorationKind| Route::Explore { exploration: kind.into(), view: view.clone() };
    let quotes = exploring(ExplorationKind::Quotes);
    let figures = exploring(ExplorationKind::Figures);
    let timeline = exploring(ExplorationKind::Timeline);
    // The other views that explore are reached from the first.
    let explores = matches!(route, Route::Explore { .. })
        && !quotes.same_page(route)
        && !figures.same_page(route);
    let pages = [
        (timeline, msg!("explore"), explores),
        (section(Section::Names), msg!("names"), false),
        (quotes, msg!("quotes"), false),
        (figures, msg!("figures"), false),
        (section(Section::Saved), msg!("saved"), false),
    ];
    let pages = pages.map(|(to, label, is_current)| {
        let is_current = is_current || to.same_page(route);
        html! {
            <a
                aria-current={is_current.then_some("page")}
                href={app.href(&to)}
                onclick={app.navigate(to)}
            >
                { label }
            </a>
        }
    });
    html! {
        <header class="masthead">
            <a class="skip" href={[&*page, "#", MAIN].concat()} onclick={skip}>
                { msg!("skip-link") }
            </a>
            <div class="site">
                if let Route::Results(_) = route {
                    <h1 class="site-title" tabindex="-1" id={HEADING}>{ title }</h1>
                } else {
                    <p class="site-title">{ title }</p>
                }
                <p class="site-description">{ library.description() }</p>
            </div>
            <nav class="sections" aria-label={msg!("sections")}>{ for pages }</nav>
            { search_box(app, &view.query, preferences.is_list()) }
            <ul role="list" class="entity-suggestions" aria-label={msg!("suggestions")}>
                { for suggestions }
            </ul>
        </header>
    }
}
