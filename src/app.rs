//! The whole page: the state, the pages, and what is on all of them.

use crate::components::keys_dialog::KeysDialog;
use crate::components::masthead::Masthead;
use crate::desk::Desk;
use crate::hooks::arrival::focus_page;
use crate::hooks::history::use_history;
use crate::hooks::preferences::use_preferences;
use crate::hooks::shortcuts::use_shortcuts;
use crate::pages::not_found::NotFound;
use crate::pages::reader::Reader;
use crate::pages::results::ResultsPage;
use crate::state::library::Library;
use crate::state::preferences::{Choice, SingleKeys, Theme};
use crate::state::reducer::State;
use crate::state::route::Route;
use crate::state::view::Query;
use yew::prelude::*;

/// The properties of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The edition to show.
    pub library: Library,
    /// Where in it the page opens.
    pub start: Route,
}

/// The whole page. A function of the edition and of where one is in it; what it does in the browser, hooks do.
#[component]
pub fn App(props: &AppProps) -> Html {
    let library = &props.library;
    let state = use_reducer_eq(|| State::opened_at(props.start.clone()));
    let preferences = use_preferences();
    use_history(library, &state);

    let keys_shown = use_state_eq(|| false);
    let show_keys = use_callback(keys_shown.setter(), |(), shown| shown.set(true));
    let hide_keys = use_callback(keys_shown.setter(), |(), shown| shown.set(false));
    use_shortcuts(preferences.keys, &show_keys);

    let ontheme = use_callback(preferences.dispatcher(), |theme: Theme, preferences| {
        preferences.dispatch(Choice::ThemeChosen(theme));
    });
    let onswitch = use_callback(preferences.dispatcher(), |keys: SingleKeys, preferences| {
        preferences.dispatch(Choice::KeysSwitched(keys));
    });
    let skip = use_callback((), |event: MouseEvent, ()| {
        event.prevent_default();
        focus_page();
    });

    let page = page(library, &state);
    let heading = matches!(state.route, Route::Results(_));
    let query = state.route.view().map_or_else(Query::default, |view| view.query.clone());
    let desk = Desk { library: library.clone(), dispatcher: state.dispatcher() };
    html! {
        <ContextProvider<Desk> context={desk}>
            <a class="skip" href={state.route.href()} onclick={skip}>{ "Skip to the text" }</a>
            <Masthead {heading} {query} theme={preferences.theme} {ontheme} onkeys={show_keys} />
            <div class="page">{ page }</div>
            <KeysDialog open={*keys_shown} keys={preferences.keys} {onswitch} onclose={hide_keys} />
        </ContextProvider<Desk>>
    }
}

fn page(library: &Library, state: &State) -> Html {
    match &state.route {
        Route::Results(view) => {
            html! { <ResultsPage key="results" view={view.clone()} shown={state.shown} /> }
        }
        Route::Article { slug, view } => match library.article(slug.as_str()) {
            Some(article) => html! { <Reader key={slug.as_str()} {article} view={view.clone()} /> },
            None => html! { <NotFound key="not found" address={slug.as_str().to_owned()} /> },
        },
        Route::NotFound { path } => html! { <NotFound key="not found" address={path.clone()} /> },
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    /// The page at an address as HTML, rendered on a machine without a browser. Nothing in it may wait for anything.
    fn rendered(path: &str, search: &str) -> String {
        let library = fixture::library();
        let start = library.route(path, search);
        let page = yew::LocalServerRenderer::<App>::with_props(AppProps { library, start }).hydratable(false);
        match pin!(page.render()).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(html) => html,
            Poll::Pending => panic!("the page waits for something"),
        }
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
                r#"<p role="status" class="unseen">5 items</p>"#,
                r#"<ol role="list" aria-label="Results" class="results">"#,
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
                r#"<h1 id="heading" tabindex="-1">Ferry returns to the northern route</h1>"#,
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
        check("%3Cscript%3E<script>", "", &["There is nothing at this address"], &["<script"]);
    }

    #[test]
    fn an_unknown_address_names_what_is_close() {
        check(
            "article/ferry-returns/",
            "",
            &[
                "There is nothing at this address",
                "Perhaps you want",
                r#"href="./article/ferry-returns-to-the-northern-route/""#,
            ],
            &[],
        );
        check("article/zzzz/", "", &["There is nothing at this address"], &["Perhaps you want"]);
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
