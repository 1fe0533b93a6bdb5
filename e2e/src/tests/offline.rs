//! The edition that the browser keeps: whole when the network is gone, replaced when told to, never half of one and half of
//! another.

use std::time::Duration;

use serde_json::json;

use crate::{
    page::{Page, done},
    runner::{Site, Test, suite},
    seed::{self, ARTICLES},
    server::Accident,
    tests::hostile,
};

pub(crate) fn tests() -> Vec<Test> {
    let mut tests = suite!(
        "offline",
        Site::Built,
        [
            the_whole_edition_is_there_without_the_network,
            a_half_finished_download_is_finished_later,
            without_room_the_page_comes_from_the_network,
            a_site_that_wants_no_worker_gets_rid_of_it,
        ]
    );
    tests.extend(suite!(
        "offline",
        Site::Replaced,
        [
            a_new_edition_waits_until_it_is_told_to_come,
            a_tab_keeps_its_edition_when_another_changes_over,
            a_half_published_edition_is_not_taken,
            a_kept_edition_is_looked_up_anew,
        ]
    ));
    tests
}

/// Takes the host away; whatever is asked of it fails from now on.
#[track_caller]
fn switch_off(page: &Page) {
    page.allowances().failing("");
    page.server_mut().switch_off();
}

/// Everything there is, visited by address: the results, a view, each article, and what is not there.
#[track_caller]
fn expect_all(page: &Page) {
    page.open("/");
    page.expect_titles(&seed::titles());
    page.search("umerov");
    page.expect_titles(&seed::holding("umerov"));
    page.open("/?kind=teaser");
    page.expect_count(8);
    for (title, slug, _) in ARTICLES {
        page.open_article(slug, "q=russia");
        page.expect_reader(title);
    }
    page.reload();
    page.expect_reader(ARTICLES[8].0);
    page.open("/no/such/page");
    page.role("main").role("link").named("see all items").click();
    page.expect_titles(&seed::titles());
}

fn the_whole_edition_is_there_without_the_network(page: &Page) {
    page.open("/");
    page.expect_titles(&seed::titles());
    page.expect_kept();
    switch_off(page);
    expect_all(page);
    // What a person types by hand may lack its last slash.
    page.open(&format!("/article/{}?q=x", ARTICLES[0].1));
    page.expect_path(&format!("/article/{}/?q=x", ARTICLES[0].1));
    page.expect_reader(ARTICLES[0].0);
}

/// Waits for the notice of a new edition.
#[track_caller]
pub(crate) fn expect_news(page: &Page) {
    page.role("button").named("Show it").one();
    let said = page.script("return document.getElementById('news').textContent");
    assert!(said.as_str().is_some_and(|said| said.starts_with("A new edition")), "{said}");
    assert_eq!(
        page.script("return document.getElementById('news').getAttribute('role')"),
        "status"
    );
}

#[track_caller]
fn expect_no_news(page: &Page) {
    assert_eq!(page.script("return document.getElementById('news')"), json!(null));
}

fn a_new_edition_waits_until_it_is_told_to_come(page: &Page) {
    page.open("/");
    page.expect_kept();
    expect_no_news(page);
    page.publish_next();
    // The old one is shown, and all of it, until one says otherwise.
    page.reload();
    expect_news(page);
    page.expect_titles(&seed::titles());
    page.role("button").named("Later").click();
    page.role("button").named("Show it").none();
    page.open_article(ARTICLES[2].1, "");
    page.expect_reader(ARTICLES[2].0);
    expect_news(page);
    page.open("/");
    page.expect_titles(&seed::titles());
    page.role("button").named("Show it").click();
    page.expect_titles(&hostile::TITLES);
    expect_no_news(page);
    switch_off(page);
    page.reload();
    page.expect_titles(&hostile::TITLES);
    expect_no_news(page);
}

fn a_tab_keeps_its_edition_when_another_changes_over(page: &Page) {
    page.open("/");
    page.expect_kept();
    page.open("/?q=russia"); // this one comes from what is kept
    let first = done(page.session().tab());
    let second = done(page.session().new_tab());
    page.publish_next();
    done(page.session().go_to_tab(&second));
    page.open("/");
    page.expect_titles(&seed::titles());
    page.role("button").named("Show it").click();
    page.expect_titles(&hostile::TITLES);

    done(page.session().go_to_tab(&first));
    page.search("umerov");
    page.expect_titles(&seed::holding("umerov"));
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_reader(ARTICLES[1].0);
    expect_news(page);
    page.role("link").named("Back to results").click();
    page.role("button").named("Show it").click();
    page.until("the new edition", || {
        let known = page.script("return document.body.innerText");
        if known.as_str().is_some_and(|text| text.contains("Nothing matches")) {
            Ok(())
        } else {
            Err(known.to_string())
        }
    });
}

fn a_half_finished_download_is_finished_later(page: &Page) {
    let article = format!("article/{}/index.html", ARTICLES[4].1);
    page.allowances().failing(ARTICLES[4].1);
    page.server().befall(&article, Accident::Broken);
    page.open("/");
    page.expect_titles(&seed::titles());
    let asked = |page: &Page| {
        page.server().log().iter().filter(|request| request.target.contains(ARTICLES[4].1)).count()
    };
    page.until(
        "the download to begin",
        || if asked(page) > 0 { Ok(()) } else { Err(String::new()) },
    );
    page.until("the download to be given up", || {
        let state = "return navigator.serviceWorker.getRegistration()
            .then(found => found ? [found.installing, found.waiting, found.active].some(worker => worker) : false)";
        if page.script(state) == false { Ok(()) } else { Err("there is a worker".to_owned()) }
    });
    // Nothing is served of what is not whole, and the page is as good as ever.
    page.reload();
    page.expect_titles(&seed::titles());
    page.server().relieve(&article);
    page.open("/?q=umerov");
    page.expect_titles(&seed::holding("umerov"));
    page.expect_kept();
    switch_off(page);
    expect_all(page);
}

fn a_half_published_edition_is_not_taken(page: &Page) {
    page.open("/");
    page.expect_kept();
    // Its worker is there already, one of its pages is not yet: it is the old edition's.
    let old = page.server().files().read("index.html").expect("a front page");
    page.publish_next();
    page.server().befall("index.html", Accident::Changed(old));
    let before = page.server().log().len();
    page.reload();
    page.until("the new edition to be asked for", || {
        let log = page.server().log();
        let asked = log[before..].iter().any(|request| request.target.contains(".wasm"));
        if asked { Ok(()) } else { Err(format!("{:?}", &log[before..])) }
    });
    page.until("it to be given up", || {
        let state =
            "return navigator.serviceWorker.getRegistration().then(found => !!(found.installing || found.waiting))";
        if page.script(state) == false { Ok(()) } else { Err("there is a second worker".to_owned()) }
    });
    expect_no_news(page);
    page.reload();
    page.expect_titles(&seed::titles());
    page.open_article(ARTICLES[2].1, "");
    page.expect_reader(ARTICLES[2].0);
    // All of it is there in the end.
    page.server().relieve("index.html");
    page.open("/");
    expect_news(page);
    page.role("button").named("Show it").click();
    page.expect_titles(&hostile::TITLES);
}

fn a_kept_edition_is_looked_up_anew(page: &Page) {
    // Whoever closes the page and comes back another day is shown the edition of that day, without being asked.
    page.open("/");
    page.expect_kept();
    page.publish_next();
    page.reload();
    expect_news(page);
    let old = done(page.session().tab());
    let new = done(page.session().new_tab());
    done(page.session().close_tab());
    assert_ne!(old, new);
    done(page.session().go_to_tab(&new));
    page.until("the new edition", || {
        // A browser changes over once nobody has the old one before them, and a page that is asked for too soon is one more
        // that has; so every visit is a new day's, with nothing of the edition open before it.
        done(page.session().go("about:blank"));
        std::thread::sleep(Duration::from_millis(500));
        page.open("/");
        let titles = page.titles_now()?;
        if titles == hostile::TITLES { Ok(()) } else { Err(format!("{titles:?}")) }
    });
    expect_no_news(page);
}

fn without_room_the_page_comes_from_the_network(page: &Page) {
    assert!(
        page.browser().has_developer_tools(),
        "{:?} cannot be told how much room there is",
        page.browser()
    );
    let size = json!({ "origin": page.server().origin(), "quotaSize": 100_000 });
    done(page.session().chromium("Storage.overrideQuotaForOrigin", &size));
    page.open("/");
    page.expect_titles(&seed::titles());
    page.until("the worker to have given up", || {
        let asked = page.server().log().iter().any(|request| request.target.ends_with("worker.js"));
        let state = "return Promise.all([navigator.serviceWorker.getRegistration(), caches.keys()])
            .then(([found, names]) => [!!found?.installing || !!found?.active, names.length])";
        let state = page.script(state);
        if asked && state == json!([false, 0]) { Ok(()) } else { Err(state.to_string()) }
    });
    page.reload();
    page.expect_titles(&seed::titles());
    page.open_article(ARTICLES[0].1, "");
    page.expect_reader(ARTICLES[0].0);
}

fn a_site_that_wants_no_worker_gets_rid_of_it(page: &Page) {
    page.open("/");
    page.expect_kept();
    page.allowances().failing("worker.js");
    page.allowances().complaint("worker.js");
    page.allowances().complaint("when fetching the script"); // Chromium does not say which
    page.server().befall("worker.js", Accident::Missing);
    page.reload();
    page.until("what was kept to be gone", || {
        let names = page.script("return caches.keys()");
        if names == json!([]) { Ok(()) } else { Err(names.to_string()) }
    });
    // A page that the worker serves has it until it is left.
    page.until("the worker to be gone", || {
        page.reload();
        let left = page.script("return navigator.serviceWorker.getRegistration().then(found => found ? [found.installing?.state, found.waiting?.state, found.active?.state, !!navigator.serviceWorker.controller] : false)");
        if left == false { Ok(()) } else { Err(left.to_string()) }
    });
    page.expect_titles(&seed::titles());
}
