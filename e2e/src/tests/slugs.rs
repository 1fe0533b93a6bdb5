//! Addresses with letters of a script that slugs keep: by link, reload, offline and without
//! JavaScript.

use crate::{
    hostile_seeds::RIGHT_TO_LEFT_TITLE,
    page::{Page, expect_ok},
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "slugs",
        site: Site::Hostile,
        depends_on_base: false,
        tests: vec![
            // Each engine encodes addresses itself.
            test!(an_arabic_address_opens_by_link_reload_and_history).in_every_engine(),
            test!(an_arabic_address_works_without_the_network).in_every_engine(),
            // Only developer tools can disable JavaScript.
            test!(an_arabic_address_opens_without_javascript),
        ],
    }
}

/// The path of the article as a reader sees it.
const PATH: &str = "/article/الميناء-يفتح-أبوابه-من-جديد-بعد-12-يومًا/";

/// Returns the path as browsers send it.
#[track_caller]
fn encoded(page: &Page) -> String {
    let path = page.script(&format!("return encodeURI('{PATH}')"));
    path.as_str().unwrap_or_default().to_owned()
}

fn an_arabic_address_opens_by_link_reload_and_history(page: &Page) {
    page.open("/");
    page.results().role("link").named(RIGHT_TO_LEFT_TITLE).click();
    page.expect_article(RIGHT_TO_LEFT_TITLE);
    page.expect_path(PATH);
    assert_eq!(page.path(), encoded(page), "the address is percent-encoded");
    page.reload();
    page.expect_article(RIGHT_TO_LEFT_TITLE);
    page.expect_path(PATH);
    page.role("button").named("Cite").click();
    page.role("dialog").named("Cite this article").role("heading").named("CSL-JSON").one();
    let text = page.role("dialog").named("Cite this article").text();
    assert!(text.contains(encoded(page).trim_start_matches('/')), "{text}");
    page.open("/");
    page.back();
    page.expect_article(RIGHT_TO_LEFT_TITLE);
}

fn an_arabic_address_works_without_the_network(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.allow_failed_request("");
    page.server_mut().stop();
    // Hexadecimal digits may be of either case.
    for path in [PATH.to_owned(), encoded(page), encoded(page).to_lowercase()] {
        page.open(&path);
        page.expect_article(RIGHT_TO_LEFT_TITLE);
    }
    page.open(PATH.trim_end_matches('/'));
    page.expect_article(RIGHT_TO_LEFT_TITLE);
}

fn an_arabic_address_opens_without_javascript(page: &Page) {
    page.disable_javascript();
    page.allow_failed_request(".js"); // the browser cancels its preloads
    page.open_published("/");
    page.results().role("link").named(RIGHT_TO_LEFT_TITLE).click();
    page.expect_article(RIGHT_TO_LEFT_TITLE);
    page.expect_path(PATH);
    expect_ok(page.session().reload());
    page.expect_article(RIGHT_TO_LEFT_TITLE);
    page.open_published(PATH);
    page.expect_article(RIGHT_TO_LEFT_TITLE);
}
