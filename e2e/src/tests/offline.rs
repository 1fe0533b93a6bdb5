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
            test!(an_interrupted_download_is_repeated).in_every_engine(),
            test!(fonts_of_other_scripts_are_kept_once_requested).in_every_engine(),
            test!(a_new_edition_waits_for_the_reader)
                .in_every_engine()
                .against(Site::BuildThenHostile),
            test!(a_tab_keeps_its_edition_when_another_updates)
                .in_every_engine()
                .against(Site::BuildThenHostile),
            test!(a_partly_published_edition_is_rejected)
                .in_every_engine()
                .against(Site::BuildThenHostile),
            // Storage quotas, bypassed workers and closed tabs need developer tools.
            test!(a_later_visit_shows_the_new_edition).against(Site::BuildThenHostile),
            test!(without_storage_the_page_comes_from_the_network),
            test!(a_site_without_a_worker_removes_it),
        ],
    }
}

/// Stops the host and allows every request to fail.
#[track_caller]
fn stop_host(page: &Page) {
    page.allow_failed_request("");
    page.server_mut().stop();
}

/// Opens the results, a view, each article and an unknown path by their URLs.
#[track_caller]
fn expect_whole_edition(page: &Page) {
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
    page.expect_path(&format!("/article/{}/?q=x", ARTICLES[0].1));
    page.expect_article(ARTICLES[0].0);
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

fn a_new_edition_waits_for_the_reader(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.expect_no_update_notice();
    page.publish_next_edition();
    // The page shows the old edition until the reader chooses the new one.
    page.reload();
    page.expect_update_notice();
    page.expect_titles(&seed::titles());
    page.role("button").named("Later").click();
    page.role("button").named("Show it").none();
    page.open_article(ARTICLES[2].1, "");
    page.expect_article(ARTICLES[2].0);
    page.expect_update_notice();
    page.open("/");
    page.expect_titles(&seed::titles());
    page.role("button").named("Show it").click();
    page.expect_titles(&hostile_seeds::TITLES);
    page.expect_no_update_notice();
    stop_host(page);
    page.reload();
    page.expect_titles(&hostile_seeds::TITLES);
    page.expect_no_update_notice();
}

fn a_tab_keeps_its_edition_when_another_updates(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.open("/?q=russia"); // served by the worker
    let first = expect_ok(page.session().current_tab());
    let second = expect_ok(page.session().new_tab());
    page.publish_next_edition();
    expect_ok(page.session().switch_to(&second));
    page.open("/");
    page.expect_titles(&seed::titles());
    page.role("button").named("Show it").click();
    page.expect_titles(&hostile_seeds::TITLES);

    expect_ok(page.session().switch_to(&first));
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_article(ARTICLES[1].0);
    page.expect_update_notice();
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

fn an_interrupted_download_is_repeated(page: &Page) {
    let article = format!("article/{}/index.html", ARTICLES[4].1);
    page.allow_failed_request(ARTICLES[4].1);
    page.server().inject(&article, Fault::Truncated);
    page.open("/");
    page.expect_titles(&seed::titles());
    let requests = |page: &Page| {
        page.server().log().iter().filter(|request| request.target.contains(ARTICLES[4].1)).count()
    };
    page.until("the download to begin", || {
        if requests(page) > 0 { Ok(()) } else { Err(String::new()) }
    });
    page.until("the download to fail", || {
        let state = "return navigator.serviceWorker.getRegistration()
            .then(found => found ? [found.installing, found.waiting, found.active].some(worker => worker) : false)";
        if page.script(state) == false { Ok(()) } else { Err("there is a worker".to_owned()) }
    });
    // Without a whole edition the worker serves nothing, and the page works as before.
    page.reload();
    page.expect_titles(&seed::titles());
    page.server().clear(&article);
    page.open("/?q=umerov");
    page.expect_titles(&seed::matching("umerov"));
    page.expect_offline_copy();
    stop_host(page);
    expect_whole_edition(page);
}

fn a_partly_published_edition_is_rejected(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    // The host has the new worker already, but still the old front page.
    let old = page.server().files().read("index.html").expect("a front page");
    page.publish_next_edition();
    page.server().inject("index.html", Fault::Replaced(old));
    let before = page.server().log().len();
    page.reload();
    page.until("a request for the new edition", || {
        let log = page.server().log();
        let requested = log[before..].iter().any(|request| request.target.contains(".wasm"));
        if requested { Ok(()) } else { Err(format!("{:?}", &log[before..])) }
    });
    page.until("the new worker to be discarded", || {
        let state =
            "return navigator.serviceWorker.getRegistration().then(found => !!(found.installing || found.waiting))";
        if page.script(state) == false { Ok(()) } else { Err("there is a second worker".to_owned()) }
    });
    page.expect_no_update_notice();
    page.reload();
    page.expect_titles(&seed::titles());
    page.open_article(ARTICLES[2].1, "");
    page.expect_article(ARTICLES[2].0);
    // The host now has the whole new edition.
    page.server().clear("index.html");
    page.open("/");
    page.expect_update_notice();
    page.role("button").named("Show it").click();
    page.expect_titles(&hostile_seeds::TITLES);
}

fn a_later_visit_shows_the_new_edition(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.publish_next_edition();
    page.reload();
    page.expect_update_notice();
    let old = expect_ok(page.session().current_tab());
    let new = expect_ok(page.session().new_tab());
    expect_ok(page.session().close_tab());
    assert_ne!(old, new);
    expect_ok(page.session().switch_to(&new));
    // The browser activates the new worker once no page uses the old one. A document that bypasses
    // the worker does not use it, and can still ask for the workers' states.
    let bypass = |bypass: bool| {
        page.developer_tools("Network.setBypassServiceWorker", &json!({ "bypass": bypass }));
    };
    page.developer_tools("Network.enable", &json!({}));
    bypass(true);
    page.allow_failed_request("favicon.ico"); // a text document names no icon of its own
    page.open_published("/robots.txt");
    page.until("the new worker to be active", || {
        let states = page.script(
            "return navigator.serviceWorker.getRegistration().then(({ waiting, active }) =>
                [waiting?.state ?? null, active?.state ?? null])",
        );
        if states == json!([null, "activated"]) { Ok(()) } else { Err(states.to_string()) }
    });
    bypass(false);
    page.open("/");
    page.expect_titles(&hostile_seeds::TITLES);
    page.expect_no_update_notice();
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
