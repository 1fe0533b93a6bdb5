//! The offline copy: complete without the network, updated on request, and never a mix of two
//! editions.

use serde_json::json;

use crate::{
    hostile_seeds,
    page::{Page, expect_ok},
    seed::{self, ARTICLES},
    server::Fault,
    site::Site,
    suite::{Suite, test},
    tests::typefaces,
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "offline",
        site: Site::Build,
        // The service worker's scope is the base path.
        depends_on_base: true,
        tests: vec![
            // Service workers and caches are the engine's own.
            test!(the_whole_edition_works_without_the_network).in_every_engine(),
            test!(a_slow_host_does_not_delay_the_page).in_every_engine(),
            test!(an_interrupted_download_goes_on).in_every_engine(),
            test!(fonts_of_other_scripts_are_kept_once_requested).in_every_engine(),
            test!(no_page_is_kept_or_fetched_ahead).in_every_engine(),
            test!(an_open_page_keeps_its_edition).in_every_engine().against(Site::BuildThenHostile),
            test!(a_tab_keeps_its_edition_when_another_shows_the_next)
                .in_every_engine()
                .against(Site::BuildThenHostile),
            test!(a_partly_published_edition_is_not_kept)
                .in_every_engine()
                .against(Site::BuildThenHostile),
            // Storage quotas need developer tools.
            test!(without_storage_the_page_comes_from_the_network),
            test!(a_site_without_a_worker_removes_it),
        ],
    }
}

/// Stops the host and allows every request to fail.
#[track_caller]
pub(super) fn stop_host(page: &Page) {
    page.allow_failed_request("");
    page.server_mut().stop();
}

/// Opens the results, a view, each article and an unknown path by their URLs.
#[track_caller]
pub(super) fn expect_whole_edition(page: &Page) {
    page.open("/");
    page.expect_titles(&seed::titles());
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    page.open("/?kind=teaser");
    page.expect_count(8);
    for (title, slug, _) in ARTICLES {
        page.open_article(slug, "q=russia");
        page.expect_article(title);
    }
    page.reload();
    page.expect_article(ARTICLES[8].0);
    page.open("/no/such/page");
    page.role("main").role("link").named("see all items").click();
    page.expect_titles(&seed::titles());
}

fn the_whole_edition_works_without_the_network(page: &Page) {
    page.open("/");
    page.expect_titles(&seed::titles());
    page.expect_offline_copy();
    stop_host(page);
    expect_whole_edition(page);
    page.show_typefaces();
    // A typed URL may lack the slash at its end.
    page.open(&format!("/article/{}?q=x", ARTICLES[0].1));
    page.expect_article(ARTICLES[0].0);
    page.role("button").named("Cite").click();
    page.role("dialog").role("heading").named("APA").one();
}

fn a_slow_host_does_not_delay_the_page(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    let article = format!("article/{}/index.html", ARTICLES[2].1);
    page.server().inject(&article, Fault::Held);
    page.open_article(ARTICLES[2].1, "");
    page.expect_article(ARTICLES[2].0);
    assert_eq!(page.script("return document.documentElement.lang"), "en");
    page.server().clear(&article);
}

/// Returns the URLs of everything in the browser's caches.
pub(super) fn kept(page: &Page) -> Vec<String> {
    let urls = page.script(
        "return caches.keys()
            .then(names => Promise.all(names.map(name => caches.open(name))))
            .then(found => Promise.all(found.map(cache => cache.keys())))
            .then(requests => requests.flat().map(request => request.url))",
    );
    let urls = urls.as_array().into_iter().flatten();
    urls.filter_map(|url| Some(url.as_str()?.to_owned())).collect()
}

fn no_page_is_kept_or_fetched_ahead(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.open_article(ARTICLES[0].1, "");
    page.expect_article(ARTICLES[0].0);
    let kept = kept(page);
    let files = kept.iter().filter(|url| url.contains("/assets/") || url.contains(".json?"));
    assert_eq!(files.count(), kept.len(), "{kept:#?}");
    let log = page.server().log();
    let pages = log.iter().filter(|request| request.method == "GET").filter_map(|request| {
        let path = request.target.split('?').next().unwrap_or_default();
        path.ends_with('/')
            .then(|| path.strip_prefix(page.server().base()).unwrap_or(path).to_owned())
    });
    let pages: Vec<String> = pages.collect();
    assert_eq!(pages, [String::new(), format!("article/{}/", ARTICLES[0].1)]);
}

fn fonts_of_other_scripts_are_kept_once_requested(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.open("/?q=russia"); // served by the worker
    let font = |name: &str| {
        let sheet = page.server().files().read(&typefaces::stylesheet(page)).expect("a stylesheet");
        let sheet = String::from_utf8_lossy(&sheet).into_owned();
        let (_, rest) = sheet.split_once(name).expect("the font is published");
        let hash = rest.split('.').next().unwrap_or_default();
        page.url_of(&format!("/assets/{name}{hash}.woff2"))
    };
    let arrives = |font: &str| {
        let fetched = format!("return fetch('{font}').then(({{ ok }}) => ok, () => false)");
        page.script(&fetched) == true
    };
    let [greek, vietnamese] = ["serif-text-greek-", "serif-text-vietnamese-"].map(font);
    assert!(arrives(&greek), "{greek}");
    stop_host(page);
    page.until("the font to be kept", || if arrives(&greek) { Ok(()) } else { Err(greek.clone()) });
    assert!(!arrives(&vietnamese), "nobody has requested {vietnamese}");
}

/// Has the page look for a new edition, as it does when the reader returns to it.
pub(super) fn return_to(page: &Page) {
    page.script("document.dispatchEvent(new Event('visibilitychange'))");
}

fn an_open_page_keeps_its_edition(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.expect_no_update_notice();
    page.publish_next_edition();
    return_to(page);
    page.expect_update_notice();
    page.expect_titles(&seed::titles());
    page.role("button").named("Later").click();
    page.role("button").named("Show it").none();
    // Data comes from the page's edition, too.
    page.results().role("link").named(ARTICLES[2].0).click();
    page.expect_article(ARTICLES[2].0);
    page.role("button").named("Cite").click();
    page.role("dialog").role("heading").named("APA").one();
    page.press(Key::Escape);
    page.open("/");
    page.expect_titles(&hostile_seeds::TITLES);
    page.expect_no_update_notice();
    stop_host(page);
    page.reload();
    page.expect_titles(&hostile_seeds::TITLES);
    page.expect_no_update_notice();
}

fn a_tab_keeps_its_edition_when_another_shows_the_next(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    let first = expect_ok(page.session().current_tab());
    let second = expect_ok(page.session().new_tab());
    page.publish_next_edition();
    expect_ok(page.session().switch_to(&second));
    page.open("/");
    page.expect_titles(&hostile_seeds::TITLES);
    page.expect_no_update_notice();

    expect_ok(page.session().switch_to(&first));
    page.expect_update_notice();
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_article(ARTICLES[1].0);
    page.role("link").named("Back to results").click();
    page.role("button").named("Show it").click();
    page.until("the new edition", || {
        let text = page.script("return document.body.innerText");
        if text.as_str().is_some_and(|text| text.contains("Nothing matches")) {
            Ok(())
        } else {
            Err(text.to_string())
        }
    });
}

/// Waits until no worker is about to become the page's own.
#[track_caller]
fn expect_no_new_worker(page: &Page) {
    page.until("the new worker to be discarded", || {
        let state = "return navigator.serviceWorker.getRegistration()
            .then(found => !!(found?.installing || found?.waiting))";
        if page.script(state) == false { Ok(()) } else { Err("there is a new worker".to_owned()) }
    });
}

/// Waits for a request of a path that ends so.
#[track_caller]
fn expect_request(page: &Page, path: &str, from: usize) {
    page.until(&format!("a request for {path}"), || {
        let log = page.server().log();
        let requested = log[from..].iter().any(|request| request.target.contains(path));
        if requested { Ok(()) } else { Err(format!("{:?}", &log[from..])) }
    });
}

fn an_interrupted_download_goes_on(page: &Page) {
    page.allow_failed_request("items.json");
    page.server().inject("items.json", Fault::Truncated);
    page.open("/");
    page.expect_titles(&seed::titles());
    expect_request(page, "items.json", 0);
    expect_no_new_worker(page);
    // Without a whole edition the worker serves nothing, and the page works as before.
    page.reload();
    page.expect_titles(&seed::titles());
    page.server().clear("items.json");
    page.open("/?q=umerov");
    page.expect_titles(&seed::matching("umerov"));
    page.expect_offline_copy();
    expect_single_transfers(page);
    stop_host(page);
    expect_whole_edition(page);
}

/// Expects that the host has sent no file twice that is named by its content, if the browser has a
/// cache for them.
#[track_caller]
pub(super) fn expect_single_transfers(page: &Page) {
    if !page.engine().shares_http_cache() {
        return;
    }
    let log = page.server().log();
    let mut sent: Vec<&str> = log
        .iter()
        .filter(|request| request.bytes > 0 && request.target.contains("/assets/"))
        .map(|request| &*request.target)
        .collect();
    sent.sort_unstable();
    let twice: Vec<_> = sent.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

fn a_partly_published_edition_is_not_kept(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    // The host has the new worker already, but still old data.
    let old = page.server().files().read("items.json").expect("rows of all items");
    page.publish_next_edition();
    page.server().inject("items.json", Fault::Replaced(old));
    let before = page.server().log().len();
    return_to(page);
    expect_request(page, "items.json", before);
    expect_no_new_worker(page);
    page.expect_no_update_notice();
    page.expect_titles(&seed::titles());
    // The host now has the whole new edition.
    page.server().clear("items.json");
    return_to(page);
    page.expect_update_notice();
    page.role("button").named("Show it").click();
    page.expect_titles(&hostile_seeds::TITLES);
}

fn without_storage_the_page_comes_from_the_network(page: &Page) {
    let size = json!({ "origin": page.server().origin(), "quotaSize": 100_000 });
    page.developer_tools("Storage.overrideQuotaForOrigin", &size);
    page.open("/");
    page.expect_titles(&seed::titles());
    page.until("the worker to be discarded", || {
        let requested =
            page.server().log().iter().any(|request| request.target.ends_with("worker.js"));
        let state = "return Promise.all([navigator.serviceWorker.getRegistration(), caches.keys()])
            .then(([found, names]) => [!!found?.installing || !!found?.active, names.length])";
        let state = page.script(state);
        if requested && state == json!([false, 0]) { Ok(()) } else { Err(state.to_string()) }
    });
    page.reload();
    page.expect_titles(&seed::titles());
    page.open_article(ARTICLES[0].1, "");
    page.expect_article(ARTICLES[0].0);
}

fn a_site_without_a_worker_removes_it(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.allow_failed_request("worker.js");
    page.allow_console_message("worker.js");
    page.allow_console_message("when fetching the script"); // Chromium does not name the script
    page.server().inject("worker.js", Fault::Missing);
    page.reload();
    page.until("the cache to be deleted", || {
        let names = page.script("return caches.keys()");
        if names == json!([]) { Ok(()) } else { Err(names.to_string()) }
    });
    // The worker stays as long as a page that it has served is open.
    page.until("the worker to be removed", || {
        page.reload();
        let left = page.script("return navigator.serviceWorker.getRegistration().then(found => found ? [found.installing?.state, found.waiting?.state, found.active?.state, !!navigator.serviceWorker.controller] : false)");
        if left == false { Ok(()) } else { Err(left.to_string()) }
    });
    page.expect_titles(&seed::titles());
}
