//! Privacy: the page sends nothing. The guards check every test for requests to other origins;
//! these tests go further.

use crate::{
    page::Page,
    seed::{self, ARTICLES},
    server::Request,
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "privacy",
        site: Site::Build,
        // The policy and the requests contain the base path.
        depends_on_base: true,
        tests: vec![
            // Requests and the security policy are the engine's own.
            test!(no_request_is_sent_after_load).in_every_engine(),
            test!(the_strict_security_policy_is_kept).in_every_engine(),
            test!(no_cookie_is_set),
        ],
    }
}

/// Uses most features of the page.
#[track_caller]
fn visit(page: &Page) {
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_article(ARTICLES[1].0);
    page.role("link").named("Back to results").click();
    page.search_box().click();
    page.press(Key::Escape);
    page.expect_count(17);
    page.facet_value("Kind", "Teaser").click();
    page.expect_count(8);
    page.select_option(&page.sort_select(), "Title");
    page.role("button").named("Clear all").click();
    page.select_option(&page.theme_select(), "Dark");
    page.role("button").starting_with("Keys").click();
    page.role("dialog").one();
    page.press(Key::Escape);
    page.role("dialog").none();
}

fn no_request_is_sent_after_load(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.expect_offline_copy();
    let requests: Vec<Request> = page.server().log();
    visit(page);
    assert_eq!(page.server().log(), requests, "the page sent a request after load");
}

fn the_strict_security_policy_is_kept(page: &Page) {
    // Browsers report violations of the policy, and the guards find the reports.
    page.open("/");
    let policy = page.script(
        "return fetch('').then(response => response.headers.get('content-security-policy'))",
    );
    let policy = policy.as_str().expect("the host sends a policy");
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
