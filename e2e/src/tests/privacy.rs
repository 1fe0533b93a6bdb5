//! What leaves the page: nothing. Every test's guards watch for requests to elsewhere; these go further.

use crate::{
    page::Page,
    runner::{Site, Test, suite},
    seed::{self, ARTICLES},
    server::Request,
    webdriver::Key,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "privacy",
        Site::Built,
        [
            after_load_nothing_is_asked_of_anyone,
            nothing_is_written_into_the_page_but_by_its_own_files,
            no_cookie_is_set,
        ]
    )
}

/// A visit that uses everything there is.
#[track_caller]
fn visit(page: &Page) {
    page.search("umerov");
    page.expect_titles(&seed::holding("umerov"));
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_reader(ARTICLES[1].0);
    page.role("link").named("Back to results").click();
    page.search_box().click();
    page.press(Key::Escape);
    page.expect_count(17);
    page.value("Kind", "Teaser").click();
    page.expect_count(8);
    page.choose(&page.sort_by(), "Title");
    page.role("button").named("Clear all").click();
    page.choose(&page.theme(), "Dark");
    page.role("button").starting("Keys").click();
    page.role("dialog").one();
    page.press(Key::Escape);
    page.role("dialog").none();
}

fn after_load_nothing_is_asked_of_anyone(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.expect_kept();
    let loaded: Vec<Request> = page.server().log();
    visit(page);
    assert_eq!(page.server().log(), loaded, "the host was asked for more after load");
}

fn nothing_is_written_into_the_page_but_by_its_own_files(page: &Page) {
    // Under the strictest policy under which a page of this kind can work, which browsers and the guards keep watch over.
    page.open("/");
    let policy = page
        .script("return fetch('').then(answer => answer.headers.get('content-security-policy'))");
    let policy = policy.as_str().expect("a policy");
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval';",
        "require-trusted-types-for 'script'",
    ] {
        assert!(policy.contains(part), "{policy}");
    }
    page.expect_titles(&seed::titles());
    visit(page);
}

fn no_cookie_is_set(page: &Page) {
    page.open("/");
    page.expect_count(17);
    visit(page);
    assert_eq!(page.script("return document.cookie"), "");
}
