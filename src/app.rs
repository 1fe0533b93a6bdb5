//! The whole page: the state, the pages, and what is on all of them.

use crate::components::masthead::masthead;
use crate::desk::Desk;
use crate::el;
use crate::browser::browser::use_browser;
use crate::markup::{Markup, markup};
use crate::views::figures::figures;
use crate::views::names::{self, names};
use crate::views::not_found::not_found;
use crate::views::quotes::quotes;
use crate::views::reader::reader;
use crate::views::results::results_page;
use crate::views::saved::saved;
use crate::store::library::Library;
use crate::store::personal::{Fault, Personal};
use crate::store::reducer::{FIRST, State};
use crate::store::results::Results;
use crate::store::route::{Room, Route};
use crate::store::whole::Whole;
use yew::prelude::*;

/// The properties of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The edition to show.
    pub library: Library,
    /// Where in it the page opens, and what is the person's own.
    pub start: Whole,
}

/// The whole page. A function of the edition and of where one is in it; what it does in the browser, hooks do.
#[component]
pub fn App(props: &AppProps) -> Html {
    let whole = use_reducer_eq(|| props.start.clone());
    let Whole { state, personal } = &*whole;
    let desk = Desk::new(props.library.clone(), whole.dispatcher());
    use_browser(&desk, state, personal);
    // An article has all results around it. What is saved or selected asks for no other results.
    let limit = if let Route::Results(_) = state.route { state.limit() } else { props.library.len() };
    let view = state.route.view().cloned().unwrap_or_default();
    let results = if state.is_glimpse() {
        desk.library.glimpse(&view, limit)
    } else {
        desk.library.results(&view, limit)
    };
    markup(|m| {
        if state.room() > 0 {
            masthead(m, &desk, &state.route, personal);
        }
        el!(m, div["class" = "page"].maybe("aria-busy", state.is_busy().then_some("true")) {
            el!(m, aside["class" = "fault", "aria-label" = msg!("notice")]
                .key("fault")
                .flag("hidden", personal.fault.is_none())
            {
                el!(m, p { m.text(personal.fault.map_or("", Fault::words)); });
            });
            if state.room() >= FIRST {
                page(m, &desk, state, personal, &results);
            }
        });
        // What is said of what was done and cannot be seen: `src/tools.js` writes it here.
        el!(m, div["class" = "done", "aria-live" = "polite"] {});
    })
}

fn page(m: &mut Markup, desk: &Desk, state: &State, personal: &Personal, results: &Results) {
    match &state.route {
        Route::Results(view) => results_page(m, desk, view, results, state, personal),
        Route::Article { slug, view } => match desk.library.article(slug.as_str()) {
            Some(article) => reader(m, desk, &article, view, results, personal, state.room()),
            None => not_found(m, desk, slug.as_str()),
        },
        Route::Room { room: Room::Saved, .. } => saved(m, desk, personal),
        Route::Room { room: Room::Names, view } => names(m, desk, view, results, state.shown),
        Route::Room { room: Room::Quotes, view } => quotes(m, desk, view, results, state.shown),
        Route::Room { room: Room::Figures, view } => figures(m, desk, view, results, state.shown),
        Route::Name { facet, name, view } => match desk.library.entity_at(*facet, name) {
            Some(entity) => names::name(m, desk, entity, view, results),
            None => not_found(m, desk, name),
        },
        Route::NotFound { path } => not_found(m, desk, path),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use crate::{fixture, prerender};

    /// The page at an address as HTML. Nothing in it may wait for anything.
    fn rendered(path: &str, search: &str) -> String {
        let library = fixture::library();
        prerender::html(&library, &library.route(path, search)).expect("the page waits for nothing")
    }

    /// Renders an address and looks for what is there and what must not be.
    #[track_caller]
    fn check(path: &str, search: &str, there: &[&str], not_there: &[&str]) {
        let html = rendered(path, search);
        for piece in there {
            assert!(html.contains(piece), "no {piece} in {html}");
        }
        for piece in not_there {
            assert!(!html.contains(piece), "{piece} in {html}");
        }
    }

    #[test]
    fn results_are_cards_and_teasers() {
        check(
            "",
            "",
            &[
                r#"<p class="unseen" role="status">5 items</p>"#,
                r#"<ol role="list" class="results" aria-label="Results">"#,
                r#"href="./article/ferry-returns-to-the-northern-route/""#,
                "The first boat left at dawn",
                "1 min read",
                "Calm days ahead</h2>",
                "2 months ago",
            ],
            &["<mark>", "Active filters", "Show more"],
        );
    }

    #[test]
    fn links_carry_the_view_and_hits_are_marked() {
        check(
            "",
            "q=ferry&length=short&sort=title",
            &[
                r#"href="./article/ferry-returns-to-the-northern-route/?q=ferry&amp;length=short&amp;sort=title""#,
                "<mark>Ferry</mark> returns",
                r#"value="ferry""#,
                r#"aria-label="Active filters""#,
                "2 of 5 items",
            ],
            &["Five boats"],
        );
    }

    #[test]
    fn the_reader_has_the_whole_article() {
        check(
            "article/ferry-returns-to-the-northern-route/",
            "q=crowns&kind=article",
            &[
                r#"<h1 tabindex="-1" id="heading">Ferry returns to the northern route</h1>"#,
                ">What it costs</h2>",
                "twelve <mark>crowns</mark>;",
                "By Ada Berg",
                r#"href="./?q=crowns&amp;kind=article""#,
                "Back to results",
            ],
            &["role=\"status\""],
        );
        check("article/fahre-nach-norden", "", &[r#"lang="de""#], &[]);
    }

    #[test]
    fn text_never_becomes_markup() {
        for (path, search) in
            [("", ""), ("", "q=storm"), ("article/storm-script-alert-1-script-after/", "q=alert")]
        {
            check(path, search, &["&lt;"], &["<script", "<b>", "<i>"]);
        }
        check("", "q=%3Czzzz%3E", &["“&lt;zzzz&gt;”"], &["<script"]);
        check("%3Cscript%3E<script>", "", &["Page not found"], &["<script"]);
    }

    #[test]
    fn an_unknown_address_names_what_is_close() {
        check(
            "article/ferry-returns/",
            "",
            &[
                "Page not found",
                "Closest titles",
                r#"href="./article/ferry-returns-to-the-northern-route/""#,
            ],
            &[],
        );
        check("article/zzzz/", "", &["Page not found"], &["Closest titles"]);
    }

    #[test]
    fn nothing_found_says_what_to_do() {
        check(
            "",
            "q=zzzzzz&section=Weather",
            &["No items match", "Nothing matches “zzzzzz”", "Search without filters"],
            &[r#"aria-label="Results""#],
        );
    }
}
