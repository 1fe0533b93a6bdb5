//! The root component: it holds the state, provides the context, and shows the page of the route.

use crate::browser::document_title::use_document_title;
use crate::browser::history::use_history;
use crate::browser::modal::use_modal;
#[cfg(feature = "parts")]
use crate::browser::parts::use_parts;
use crate::browser::reading_position::use_reading_position;
use crate::browser::render_batches::use_render_batches;
use crate::browser::stored_user_data::use_stored_user_data;
use crate::components::keys_dialog::keys_dialog;
#[cfg(feature = "parts")]
use crate::components::loading_status::loading_status;
use crate::components::masthead::masthead;
use crate::components::site_footer::site_footer;
use crate::context::AppContext;
use crate::explored_page::{ExploredPage, Explorer};
use crate::route::{Route, Section};
use crate::store::app_state::AppState;
use crate::store::entities::suggested_entities;
use crate::store::library::Library;
use crate::store::ui_state::FIRST_BATCH;
use crate::store::user_data::StorageError;
use crate::store::view::View;
use crate::views::article::ArticleView;
use crate::views::plain_page::{PlainPage, PlainPageView};
use crate::views::results::ResultsView;
use cuttings_edition::EntityId;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The state in which the page opens.
    pub start: AppState,
    /// Renders the views that explore the edition, if this program has them.
    pub explorer: Option<Explorer>,
}

/// The whole page, as a function of its state.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer_eq(|| props.start.clone());
    let context = AppContext::new(state.library.clone(), props.explorer, state.dispatcher());
    use_history(&context, &state.ui);
    use_render_batches(&context, &state);
    use_reading_position(&context, &state.ui.route);
    use_document_title(&context, &state.ui);
    use_stored_user_data(&context, &state.user_data, !state.ui.is_starting());
    let dialog = use_modal(state.ui.keys_dialog);
    use_loading(&context, &state);

    let AppState { ui, user_data, .. } = &*state;
    let requested = &state.requested_ui().route;
    let suggestions = use_suggestions(&context.library, requested);
    let preferences = user_data.preferences;
    let masthead = masthead(&context, requested, preferences, &suggestions);
    let footer = site_footer(&context, preferences);
    let keys = keys_dialog(&context, dialog, ui.keys_dialog, preferences.single_keys());
    #[cfg(feature = "parts")]
    let footer = html! { <>{ footer }{ loading_notice(&context, &state) }</> };
    html! {
        <ContextProvider<AppContext> {context}>
            if ui.render_limit > 0 {
                { masthead }
            }
            <div
                class="page"
                aria-busy={is_busy(&state).then_some("true")}
                data-starting={ui.is_starting().then_some("")}
            >
                <aside
                    class="storage-error"
                    aria-label={msg!("notice")}
                    hidden={user_data.error.is_none()}
                >
                    <p>{ user_data.error.map_or("", StorageError::message) }</p>
                </aside>
                if ui.render_limit >= FIRST_BATCH {
                    { pages(&state, props.explorer) }
                }
            </div>
            if ui.render_limit > 0 {
                { footer }
            }
            // Scripts announce here what a reader cannot see, such as a copied text.
            <div class="announcements" aria-live="polite"></div>
            { keys }
        </ContextProvider<AppContext>>
    }
}

/// Returns whether the page will soon show more. A published page does not.
fn is_busy(state: &AppState) -> bool {
    cfg!(target_arch = "wasm32") && state.is_incomplete()
}

/// Downloads the parts of the edition that the page waits for.
#[cfg(feature = "parts")]
#[hook]
fn use_loading(app: &AppContext, state: &AppState) {
    use_parts(app, &state.loading);
}

/// Does nothing: the whole edition is in the program.
#[cfg(not(feature = "parts"))]
#[hook]
fn use_loading(_app: &AppContext, _state: &AppState) {}

/// Returns the notice of what is on its way, if the edition is in parts.
#[cfg(feature = "parts")]
fn loading_notice(app: &AppContext, state: &AppState) -> Option<Html> {
    app.library.store().map(|_| loading_status(app, &state.loading))
}

/// Returns the entities whose names match the query of a route.
#[hook]
fn use_suggestions(library: &Library, route: &Route) -> Rc<Vec<EntityId>> {
    let query = route.view().map(|view| view.query.clone()).unwrap_or_default();
    let library = library.clone();
    let revision = library.revision();
    use_memo((query, revision), move |(query, _)| suggested_entities(&library, query.as_str()))
}

/// Returns the page of the current route, before the article that the reader left. The style hides
/// all but the first, which is also the one that an id leads to.
#[cfg(feature = "parts")]
fn pages(state: &AppState, explorer: Option<Explorer>) -> Html {
    let states = std::iter::once(state).chain(state.left.iter().map(|left| &*left.0));
    states.map(|state| page(state, explorer)).collect()
}

/// Returns the page of the current route. Only large editions have very long articles.
#[cfg(not(feature = "parts"))]
fn pages(state: &AppState, explorer: Option<Explorer>) -> Html {
    page(state, explorer)
}

/// Returns the page of a state's route.
fn page(state: &AppState, explorer: Option<Explorer>) -> Html {
    let AppState { library, ui, user_data, .. } = state;
    let (ui, results, shown) = (Rc::clone(ui), Rc::clone(state.results()), ui.shown);
    let bookmarks = user_data.bookmarks.clone();
    let preferences = user_data.preferences;
    let plain_page = |key: &str, page: PlainPage, view: &View| {
        let (view, results) = (view.clone(), Rc::clone(&results));
        html! { <PlainPageView key={key} {page} {view} {results} {shown} /> }
    };
    let not_found = |path: &Rc<str>| {
        plain_page("not-found", PlainPage::NotFound(Rc::clone(path)), &View::default())
    };
    match &state.ui.route {
        Route::Results(view) => {
            let view = view.clone();
            let presence = state.presence();
            html! {
                <ResultsView
                    key="results"
                    {view}
                    {results}
                    {presence}
                    {ui}
                    {bookmarks}
                    {preferences}
                />
            }
        }
        Route::Article { slug, view } => match library.article(slug.as_str()) {
            Some(article) => {
                let record = bookmarks.get(slug.as_str()).cloned().unwrap_or_default();
                html! {
                    <ArticleView
                        key={slug.as_str()}
                        item={article.id()}
                        view={view.clone()}
                        {results}
                        {record}
                        {preferences}
                        render_limit={ui.render_limit}
                    />
                }
            }
            None => not_found(&slug.shared()),
        },
        Route::Section { section, view } => {
            let page = match section {
                Section::Names => PlainPage::Names,
                Section::Saved => PlainPage::Saved(bookmarks),
            };
            plain_page(section.key(), page, view)
        }
        Route::Explore { exploration, view } => {
            let (exploration, view) = (exploration.clone(), view.clone());
            let page = ExploredPage { exploration, view, results, ui };
            explorer.map_or_else(Html::default, |explorer| explorer.render(page))
        }
        Route::Entity { facet, name, view } => match library.entity_at(*facet, name) {
            Some(entity) => {
                plain_page(&["entity:", name].concat(), PlainPage::Entity(entity), view)
            }
            None => not_found(name),
        },
        Route::NotFound { path } => not_found(path),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use crate::store::library::Library;
    use crate::{fixture, prerender};

    /// Checks that the page at a URL contains some pieces and lacks others.
    #[track_caller]
    fn check(path: &str, search: &str, present: &[&str], absent: &[&str]) {
        check_in(&fixture::library(), path, search, present, absent);
    }

    #[track_caller]
    fn check_in(library: &Library, path: &str, search: &str, present: &[&str], absent: &[&str]) {
        let html = prerender::Prerenderer::new(library)
            .html(&library.route(path, search))
            .expect("nothing waits");
        for piece in present {
            assert!(html.contains(piece), "no {piece} in {html}");
        }
        for piece in absent {
            assert!(!html.contains(piece), "unexpected {piece} in {html}");
        }
    }

    #[test]
    fn results_are_cards_and_teasers() {
        check(
            "",
            "",
            &[
                r#"<p role="status" class="visually-hidden">5 items</p>"#,
                r#"<ol role="list" aria-label="Results" class="results">"#,
                r#"href="./article/ferry-returns-to-the-northern-route/""#,
                "The first boat left at dawn",
                "1\u{a0}min read",
                "Calm days ahead</h2>",
                "2 months ago",
            ],
            &["<mark>", "Active filters", "Show more"],
        );
    }

    #[test]
    fn links_carry_the_view_and_hits_are_highlighted() {
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
    fn articles_are_complete() {
        check(
            "article/ferry-returns-to-the-northern-route/",
            "q=crowns&kind=article",
            &[
                r#"<h1 tabindex="-1" id="heading">Ferry returns to the northern route</h1>"#,
                ">What it costs</h2>",
                "twelve <mark>crowns</mark>;",
                r#"By <a href="./?author=Ada+Berg">Ada Berg</a>"#,
                r#"href="./?q=crowns&amp;kind=article""#,
                "Back to results",
            ],
            &["role=\"status\""],
        );
        check("article/fahre-nach-norden", "", &[r#"lang="de""#], &[]);
    }

    #[test]
    fn an_entity_shows_its_first_mentions_and_offers_more() {
        for (count, shown, has_more) in [(60, 60, false), (61, 60, true)] {
            let library = fixture::mentions(count);
            let html = prerender::Prerenderer::new(&library)
                .html(&library.route("names/", "name=person:Ada+Berg"))
                .expect("nothing waits");
            assert_eq!(html.matches("<mark>Ada Berg</mark>").count(), shown, "{html}");
            assert_eq!(html.matches("<h3>").count(), 1);
            assert_eq!(html.contains("Show more"), has_more);
        }
    }

    #[test]
    fn metadata_is_shown_on_articles_and_cards() {
        let pages = fixture::dated();
        check_in(
            &pages,
            "article/ferry-to-the-north/",
            "",
            &[
                r#"By <a href="./?author=Ada+Berg">Ada Berg</a>, <a href="./?author=Jan+Okonkwo">"#,
                r#"</a> and <a href="./?author=Harbour+Board">Harbour Board</a> · "#,
                r#"<time datetime="2023-05-16">16 May 2023</time>"#,
                r#"Updated <time datetime="2024-01-02">2 January 2024</time>"#,
                r#"From <a href="./?source=Harbour+Post">Harbour Post</a>, "#,
                r#"Tags: <a href="./?tag=boats">boats</a> and <a href="./?tag=prices">"#,
                r#"Series: <a href="./?series=Routes">Routes</a></p>"#,
                ">harbour.example</a>",
                r#"rel="noopener""#,
                r#"href="https://www.harbour.example/ferry?a=b""#,
            ],
            &["Reserved"],
        );
        check_in(&pages, "article/a-storm/", "", &["last spring · 1\u{a0}min read"], &["<time"]);
        check_in(
            &pages,
            "",
            "",
            &[
                r#"Ferries<span class="dated"> · <time datetime="2023-05-16">16 May 2023</time>"#,
                "By <bdi>Ada Berg, Jan Okonkwo and Harbour Board</bdi> · <bdi>Harbour Post</bdi> · 1",
                "1\u{a0}min read · <bdi>boats, prices</bdi> · <bdi>Series: Routes</bdi></span>",
                "1\u{a0}min read · <bdi>boats</bdi> · <bdi>Deutsch</bdi> · <bdi>Series: Routes</bdi>",
            ],
            &[],
        );
    }

    #[test]
    fn dates_are_a_facet_with_a_histogram() {
        let pages = fixture::dated();
        check_in(
            &pages,
            "",
            "from=2024-02-01&tag=boats",
            &[
                "<legend>Date</legend>",
                r#"aria-label="Items by date: May 2023: 1; April 2024: 1""#,
                r#"d="M111 100v-100h8v100z" class="chosen""#,
                r#"value="2024-02-01""#,
                "</span>Date: from 1 February 2024<span",
                r#"value="newest" selected="selected">Newest<"#,
                "1 of 5 items",
            ],
            &[],
        );
        check_in(&pages, "", "q=ferry", &[r#"value="relevance" selected="selected""#], &[]);
        check_in(&pages, "", "q=date:soon", &["“date:soon” names no date"], &[]);
        check("", "", &["<legend>Section</legend>"], &["<legend>Date</legend>", "Newest"]);
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
    fn unknown_urls_list_the_closest_titles() {
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
    fn an_empty_result_suggests_other_views() {
        check(
            "",
            "q=zzzzzz&section=Weather",
            &["No items match", "Nothing matches “zzzzzz”", "Search without filters"],
            &[r#"aria-label="Results""#],
        );
    }
}
