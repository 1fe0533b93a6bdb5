//! The whole page: the state, the pages, and what is on all of them.

use crate::components::keys_dialog::keys_dialog;
use crate::components::masthead::masthead;
use crate::components::select::select;
use crate::desk::Desk;
use crate::hooks::history::use_history;
use crate::hooks::modal::use_modal;
use crate::hooks::preferences::use_preferences;
use crate::hooks::shortcuts::use_shortcuts;
use crate::hooks::title::{use_language, use_title};
use crate::pages::not_found::not_found;
use crate::pages::reader::reader;
use crate::pages::results::ResultsPage;
use crate::state::library::Library;
use crate::state::preferences::{Choice, Preferences, Theme};
use crate::state::reducer::State;
use crate::state::route::Route;
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
    let keys_shown = use_state_eq(|| false);
    let dialog = use_modal(&keys_shown);
    use_shortcuts(preferences.keys, &keys_shown);
    use_history(library, &state);
    use_title(library.page_title(&state.route));
    use_language(library.language());

    let desk = Desk { library: library.clone(), dispatcher: state.dispatcher() };
    html! {
        <>
            { masthead(&desk, &state.route, settings(&preferences, &keys_shown)) }
            <div class="page">{ page(&desk, &state) }</div>
            { keys_dialog(&dialog, &preferences) }
        </>
    }
}

fn page(desk: &Desk, state: &State) -> Html {
    match &state.route {
        Route::Results(view) => {
            html! { <ResultsPage key="results" desk={desk.clone()} view={view.clone()} shown={state.shown} /> }
        }
        Route::Article { slug, view } => match desk.library.article(slug.as_str()) {
            Some(article) => reader(desk, &article, view),
            None => not_found(desk, slug.as_str()),
        },
        Route::NotFound { path } => not_found(desk, path),
    }
}

fn settings(preferences: &UseReducerHandle<Preferences>, keys_shown: &UseStateHandle<bool>) -> Html {
    let ontheme = {
        let preferences = preferences.dispatcher();
        move |key: String| {
            preferences.dispatch(Choice::ThemeChosen(Theme::from_key(&key).unwrap_or_default()));
        }
    };
    let themes = Theme::ALL.map(|theme| (theme.key(), theme.label()));
    let onkeys = {
        let keys_shown = keys_shown.setter();
        move |_: MouseEvent| keys_shown.set(true)
    };
    html! {
        <>
            { select("theme", "Theme", &themes, preferences.theme.key(), ontheme) }
            <button type="button" class="plain" aria-haspopup="dialog" onclick={onkeys}>{ "Keys" }</button>
        </>
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
