//! URLs: the view that a link contains, and the browser's history.

use crate::{
    page::Page,
    page_object::{is_checked, selected_option},
    seed::{self, ARTICLES, TEASERS},
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "url",
        site: Site::Build,
        // Links and history contain the base path.
        depends_on_base: true,
        tests: vec![
            // Each engine has its own URL parser and history.
            test!(links_contain_the_whole_view).in_every_engine(),
            test!(the_url_follows_the_view).in_every_engine(),
            test!(typing_adds_one_history_entry_at_most).in_every_engine(),
            test!(back_and_forward_step_through_views).in_every_engine(),
            test!(reload_keeps_the_view).in_every_engine(),
            test!(unknown_articles_show_page_not_found).in_every_engine(),
            // Parsing and rendering are the same code in every engine.
            test!(repeated_keys_are_several_values),
            test!(unknown_keys_and_values_are_ignored),
            test!(unknown_paths_show_page_not_found),
            test!(links_open_in_another_tab),
        ],
    }
}

fn links_contain_the_whole_view(page: &Page) {
    page.open("/?q=north+korea&section=Russia-Ukraine+War&kind=article&sort=longest");
    let mut expected = seed::matching("north korea");
    expected.sort_by_key(|title| {
        let article = ARTICLES.iter().position(|(article, ..)| article == title);
        std::cmp::Reverse(article.map(seed::word_count))
    });
    page.expect_titles(&expected);
    assert_eq!(page.query(), "north korea");
    assert!(is_checked(&page.facet_value("Section", "Russia-Ukraine War")));
    assert!(is_checked(&page.facet_value("Kind", "Article")));
    // No teaser matches.
    page.facet_value("Kind", "Teaser").none();
    assert_eq!(selected_option(&page.sort_select()), "Longest");
}

fn repeated_keys_are_several_values(page: &Page) {
    page.open("/?section=Top+stories&section=Middle%20East");
    let expected: Vec<&str> = TEASERS
        .iter()
        .filter(|(_, section, _)| ["Top stories", "Middle East"].contains(section))
        .map(|(title, ..)| *title)
        .collect();
    page.expect_titles(&expected);
    assert!(
        is_checked(&page.facet_value("Section", "Top stories"))
            && is_checked(&page.facet_value("Section", "Middle East"))
    );
}

fn unknown_keys_and_values_are_ignored(page: &Page) {
    for path in [
        "/?utm_source=mail",
        "/?section=Nowhere",
        "/?length=enormous&kind=poem",
        "/?sort=sideways",
        "/?q=",
        "/?&&=x&%zz",
    ] {
        page.open(path);
        page.expect_titles(&seed::titles());
        page.active_filters().none();
        assert_eq!(selected_option(&page.sort_select()), "Relevance");
    }
    page.open("/?section=Nowhere&section=Diplomacy&x=y");
    page.expect_count(1);
}

fn the_url_follows_the_view(page: &Page) {
    page.open("/");
    page.search("north korea");
    page.expect_path("/?q=north korea");
    page.facet_value("Kind", "Article").click();
    page.expect_path("/?q=north korea&kind=article");
    page.select_option(&page.sort_select(), "Longest");
    page.expect_path("/?q=north korea&kind=article&sort=longest");
    page.select_option(&page.sort_select(), "Relevance");
    page.expect_path("/?q=north korea&kind=article");
}

fn typing_adds_one_history_entry_at_most(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let entries = |page: &Page| page.script("return history.length").as_i64().unwrap_or_default();
    let before = entries(page);
    page.search("oreshnik");
    page.expect_path("/?q=oreshnik");
    let added = entries(page) - before;
    assert!(added <= 1, "eight keys added {added} entries");
}

fn back_and_forward_step_through_views(page: &Page) {
    let (title, slug, _) = ARTICLES[2];
    let article = format!("/article/{slug}/");
    page.open("/");
    page.expect_count(17);
    page.facet_value("Kind", "Article").click();
    page.expect_path("/?kind=article");
    page.search("oreshnik");
    page.expect_path("/?q=oreshnik&kind=article");
    page.results().role("link").named(title).click();
    page.expect_article(title);

    page.back();
    page.expect_path("/?q=oreshnik&kind=article");
    page.expect_titles_in_any_order(&seed::matching("oreshnik"));
    assert_eq!(page.query(), "oreshnik");
    page.back();
    page.expect_path("/?kind=article");
    page.expect_count(9);
    assert_eq!(page.query(), "");
    page.back();
    page.expect_path("/");
    page.expect_titles(&seed::titles());
    page.active_filters().none();
    page.forward();
    page.expect_count(9);
    page.forward();
    page.expect_titles_in_any_order(&seed::matching("oreshnik"));
    page.forward();
    page.expect_article(title);
    assert!(page.path().starts_with(&article), "{}", page.path());
}

fn reload_keeps_the_view(page: &Page) {
    page.open("/");
    page.search("troops");
    page.select_option(&page.sort_select(), "Shortest");
    // Facets lose their empty values once the results are there; a click before that may miss.
    let mut titles = seed::matching("troops");
    titles.sort_by_key(|title| {
        ARTICLES.iter().position(|article| article.0 == *title).map(seed::word_count)
    });
    page.expect_titles(&titles);
    page.facet_value("Kind", "Article").click();
    page.expect_path("/?q=troops&kind=article&sort=shortest");
    page.expect_titles(&titles);
    page.reload();
    page.expect_titles(&titles);
    assert_eq!(page.query(), "troops");
    assert!(is_checked(&page.facet_value("Kind", "Article")));
    assert_eq!(selected_option(&page.sort_select()), "Shortest");
}

/// Opens an unknown path, and expects a message and a link to the results.
#[track_caller]
fn check_not_found(page: &Page, path: &str) {
    page.allow_failed_request(path);
    page.open(path);
    page.until("the message", || {
        let text = page.role("main").role("heading").names().join(" / ").to_lowercase();
        if text.contains("not found") { Ok(()) } else { Err(text) }
    });
    page.search_box().one();
    let log = page.server().log();
    assert!(log.iter().any(|request| request.status == 404), "the status is 404: {log:?}");
    page.role("main").role("link").named("see all items").click();
    page.expect_titles(&seed::titles());
    page.expect_path("/");
}

fn unknown_paths_show_page_not_found(page: &Page) {
    check_not_found(page, "/no/such/page");
}

fn unknown_articles_show_page_not_found(page: &Page) {
    check_not_found(page, "/article/no-such-article/");
}

fn links_open_in_another_tab(page: &Page) {
    // Another tab gets the URL of the link only, which contains the view.
    page.open("/?q=oreshnik&kind=article");
    let (title, ..) = ARTICLES[2];
    let url = page.results().role("link").named(title).script("return arguments[0].href");
    let url = url.as_str().expect("the link has a URL");
    let path = url.strip_prefix(&page.url_of("")).expect("the URL is below the base path");
    let (path, search) = path.split_once('?').unwrap_or((path, ""));
    page.open_article(path.trim_start_matches("article/").trim_end_matches('/'), search);
    page.expect_article(title);
    page.role("link").named("Back to results").click();
    page.expect_path("/?q=oreshnik&kind=article");
    page.expect_titles_in_any_order(&seed::matching("oreshnik"));
}
