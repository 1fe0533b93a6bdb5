//! The address: what a link carries, and what the browser's buttons do with it.

use crate::{
    page::Page,
    page_object::{chosen, ticked},
    runner::{Site, Test, suite},
    seed::{self, ARTICLES, TEASERS},
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "address",
        Site::Built,
        [
            a_link_carries_a_whole_view,
            repeated_keys_are_several_values,
            unknown_keys_and_values_are_ignored,
            the_view_is_in_the_address,
            typing_is_one_step_back_at_most,
            back_and_forward_step_through_views,
            reload_keeps_the_view,
            an_unknown_address_gets_help,
            an_unknown_article_gets_help,
            links_can_be_opened_elsewhere,
        ]
    )
}

fn a_link_carries_a_whole_view(page: &Page) {
    page.open("/?q=north+korea&section=Russia-Ukraine+War&kind=article&sort=longest");
    let mut wanted = seed::holding("north korea");
    wanted.sort_by_key(|title| {
        let article = ARTICLES.iter().position(|(article, ..)| article == title);
        std::cmp::Reverse(article.map(seed::length))
    });
    page.expect_titles(&wanted);
    assert_eq!(page.query(), "north korea");
    assert!(ticked(&page.value("Section", "Russia-Ukraine War")));
    assert!(ticked(&page.value("Kind", "Article")));
    assert!(!ticked(&page.value("Kind", "Teaser")));
    assert_eq!(chosen(&page.sort_by()), "Longest");
}

fn repeated_keys_are_several_values(page: &Page) {
    page.open("/?section=Top+stories&section=Middle%20East");
    let wanted: Vec<&str> = TEASERS
        .iter()
        .filter(|(_, section, _)| ["Top stories", "Middle East"].contains(section))
        .map(|(title, ..)| *title)
        .collect();
    page.expect_titles(&wanted);
    assert!(
        ticked(&page.value("Section", "Top stories"))
            && ticked(&page.value("Section", "Middle East"))
    );
}

fn unknown_keys_and_values_are_ignored(page: &Page) {
    for address in [
        "/?utm_source=mail",
        "/?section=Nowhere",
        "/?length=enormous&kind=poem",
        "/?sort=sideways",
        "/?q=",
        "/?&&=x&%zz",
    ] {
        page.open(address);
        page.expect_titles(&seed::titles());
        page.active_filters().none();
        assert_eq!(chosen(&page.sort_by()), "Relevance");
    }
    page.open("/?section=Nowhere&section=Diplomacy&x=y");
    page.expect_count(1);
}

fn the_view_is_in_the_address(page: &Page) {
    page.open("/");
    page.search("north korea");
    page.expect_path("/?q=north korea");
    page.value("Kind", "Article").click();
    page.expect_path("/?q=north korea&kind=article");
    page.choose(&page.sort_by(), "Longest");
    page.expect_path("/?q=north korea&kind=article&sort=longest");
    page.choose(&page.sort_by(), "Relevance");
    page.expect_path("/?q=north korea&kind=article");
}

fn typing_is_one_step_back_at_most(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let entries = |page: &Page| page.script("return history.length").as_i64().unwrap_or_default();
    let before = entries(page);
    page.search("oreshnik");
    page.expect_path("/?q=oreshnik");
    let made = entries(page) - before;
    assert!(made <= 1, "eight keys made {made} entries");
}

fn back_and_forward_step_through_views(page: &Page) {
    let (title, slug, _) = ARTICLES[2];
    let article = format!("/article/{slug}/");
    page.open("/");
    page.expect_count(17);
    page.value("Kind", "Article").click();
    page.expect_path("/?kind=article");
    page.search("oreshnik");
    page.expect_path("/?q=oreshnik&kind=article");
    page.results().role("link").named(title).click();
    page.expect_reader(title);

    page.back();
    page.expect_path("/?q=oreshnik&kind=article");
    page.expect_titles_in_any_order(&seed::holding("oreshnik"));
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
    page.expect_titles_in_any_order(&seed::holding("oreshnik"));
    page.forward();
    page.expect_reader(title);
    assert!(page.path().starts_with(&article), "{}", page.path());
}

fn reload_keeps_the_view(page: &Page) {
    page.open("/");
    page.search("troops");
    page.value("Kind", "Article").click();
    page.choose(&page.sort_by(), "Shortest");
    page.expect_path("/?q=troops&kind=article&sort=shortest");
    let titles = page.titles_now().expect("results");
    assert!(titles.len() > 1, "{titles:?}");
    page.reload();
    page.expect_titles(&titles.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(page.query(), "troops");
    assert!(ticked(&page.value("Kind", "Article")));
    assert_eq!(chosen(&page.sort_by()), "Shortest");
}

/// Goes where there is nothing, and expects words and a way on.
#[track_caller]
fn check_nothing_at(page: &Page, path: &str) {
    page.allowances().failing(path);
    page.open(path);
    page.until("words about the address", || {
        let words = page.role("main").role("heading").names().join(" / ").to_lowercase();
        if words.contains("not found") || words.contains("nothing") { Ok(()) } else { Err(words) }
    });
    page.search_box().one();
    let served = page.server().log();
    assert!(served.iter().any(|request| request.status == 404), "a host says 404: {served:?}");
    page.role("main").role("link").named("see all items").click();
    page.expect_titles(&seed::titles());
    page.expect_path("/");
}

fn an_unknown_address_gets_help(page: &Page) {
    check_nothing_at(page, "/no/such/page");
}

fn an_unknown_article_gets_help(page: &Page) {
    check_nothing_at(page, "/article/no-such-article/");
}

fn links_can_be_opened_elsewhere(page: &Page) {
    // What opens in another tab is the address that the link has, with the view it was found in.
    page.open("/?q=oreshnik&kind=article");
    let (title, ..) = ARTICLES[2];
    let address = page.results().role("link").named(title).script("return arguments[0].href");
    let address = address.as_str().expect("an address");
    let path = address.strip_prefix(&page.address("")).expect("an address of the site");
    let (path, search) = path.split_once('?').unwrap_or((path, ""));
    page.open_article(path.trim_start_matches("article/").trim_end_matches('/'), search);
    page.expect_reader(title);
    page.role("link").named("Back to results").click();
    page.expect_path("/?q=oreshnik&kind=article");
    page.expect_titles_in_any_order(&seed::holding("oreshnik"));
}
