//! Privacy: the page sends nothing. The guards check every test for requests to other origins;
//! these tests go further.

use std::{collections::BTreeSet, time::Duration};

use crate::{
    page::Page,
    seed::{self, ARTICLES},
    server::Request,
    site::Site,
    suite::{Suite, test},
    tests::offline_copy,
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
            test!(a_visit_fetches_each_file_once_and_no_other_page).in_every_engine(),
            test!(a_visit_of_an_edition_in_parts_fetches_each_part_once)
                .in_every_engine()
                .against(Site::Parts),
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

/// Returns the paths below the base that the service worker keeps by itself, without the parts.
fn files_to_keep(page: &Page) -> BTreeSet<String> {
    let worker = page.server().files().read("worker.js").expect("a worker");
    let worker = String::from_utf8_lossy(&worker).into_owned();
    let (_, rest) = worker.split_once(",\"FILES\":{").expect("the worker knows its files");
    let (list, _) = rest.split_once("},").expect("the end of the list");
    let files: serde_json::Value =
        serde_json::from_str(&format!("{{{list}}}")).expect("an object of hashes");
    files.as_object().into_iter().flatten().map(|(path, _)| path.clone()).collect()
}

/// Visits the results page, and compares every request and byte with the files of an offline copy.
/// `parts` are the parts among them.
#[track_caller]
fn expect_frugal_visit(page: &Page, parts: &[String]) {
    page.open("/");
    page.expect_titles(&seed::titles());
    page.expect_offline_copy();
    // Idle time, in which the page may fetch ahead.
    std::thread::sleep(Duration::from_secs(3));
    let log = page.server().log();
    let fetched: Vec<&Request> = log.iter().filter(|request| request.method == "GET").collect();
    let mut paths: Vec<&str> = fetched
        .iter()
        .filter_map(|request| request.target.strip_prefix(page.server().base()))
        .filter(|path| !is_requested_by_the_browser(path))
        .collect();
    paths.sort_unstable();
    let is_single = page.engine().shares_http_cache();
    if !is_single {
        paths.dedup();
    }
    let mut expected = files_to_keep(page);
    expected.extend(parts.iter().cloned());
    expected.extend([String::new(), "worker.js".to_owned()]);
    assert_eq!(paths, expected.iter().map(|path| &**path).collect::<Vec<_>>());
    let files = page.server().files();
    let size = |path: &String| {
        let name = path.split('?').next().unwrap_or_default();
        let name = if name.is_empty() { "index.html" } else { name };
        files.read(name).map_or(0, |bytes| bytes.len())
    };
    let sent: usize = fetched
        .iter()
        .filter(|request| {
            let path = request.target.strip_prefix(page.server().base()).unwrap_or_default();
            !path.is_empty() && !is_requested_by_the_browser(path)
        })
        .map(|request| request.bytes)
        .sum();
    // Without the page itself, to which the host of some tests adds a script.
    let size_of_all = expected.iter().filter(|path| !path.is_empty()).map(size).sum::<usize>();
    if is_single {
        assert_eq!(sent, size_of_all);
    }
}

/// Returns true for a file that only some browsers request, and not for the page.
fn is_requested_by_the_browser(path: &str) -> bool {
    ["manifest.webmanifest", "favicon.ico", ".console-reporter"].contains(&path)
        || path.ends_with(".png")
}

fn a_visit_fetches_each_file_once_and_no_other_page(page: &Page) {
    expect_frugal_visit(page, &[]);
}

fn a_visit_of_an_edition_in_parts_fetches_each_part_once(page: &Page) {
    expect_frugal_visit(page, &offline_copy::parts(page));
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
        "script-src 'self' 'wasm-unsafe-eval' 'sha384-",
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
