//! The offline copy of an edition in parts: kept by itself if it is small, and if it is large as it
//! is used, or in full when the reader asks.

use serde_json::json;

use crate::{
    locator::Locator,
    page::Page,
    seed::{self, ARTICLES},
    server::Fault,
    site::Site,
    suite::{Suite, test},
    tests::offline::{expect_single_transfers, expect_whole_edition, kept, return_to, stop_host},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "offline_copy",
        site: Site::Parts,
        // The other suite of offline tests covers the base path.
        depends_on_base: false,
        tests: vec![
            // Service workers and caches are the engine's own.
            test!(a_small_edition_in_parts_is_kept_whole).in_every_engine(),
            test!(a_large_edition_is_kept_as_it_is_used).in_every_engine(),
            test!(a_reader_keeps_a_large_edition_and_removes_it).in_every_engine(),
            test!(a_half_finished_copy_goes_on).in_every_engine(),
            test!(a_reader_cancels_a_copy),
            test!(a_damaged_part_is_replaced).in_every_engine(),
            test!(an_open_page_keeps_its_parts).in_every_engine().against(Site::PartsThenHostile),
            test!(a_new_edition_renews_the_copy).against(Site::PartsThenHostile),
            // Storage quotas and saved data need developer tools.
            test!(a_full_device_is_reported),
            test!(readers_who_save_data_are_asked_first),
        ],
    }
}

/// Returns the paths of the parts, relative to the base, in order.
pub(super) fn parts(page: &Page) -> Vec<String> {
    let worker = page.server().files().read("worker.js").expect("a worker");
    let worker = String::from_utf8_lossy(&worker).into_owned();
    let (_, rest) = worker.split_once("\"PARTS\":[\"").expect("the worker knows the parts");
    let (folder, rest) = rest.split_once("\",").expect("their folder");
    let count = rest.split(']').next().and_then(|count| count.parse().ok()).unwrap_or(0);
    (1..=count).map(|number: usize| format!("{folder}/{number}.bin")).collect()
}

/// Returns the parts that are in the browser's caches.
fn kept_parts(page: &Page) -> Vec<String> {
    let kept = kept(page);
    parts(page).into_iter().filter(|part| kept.iter().any(|url| url.ends_with(part))).collect()
}

/// Opens the results of an edition that counts as large, and waits for the worker.
#[track_caller]
fn open_large(page: &Page) {
    page.server().make_edition_large();
    page.open("/");
    page.expect_titles(&seed::titles());
    offer(page).one();
    page.until("the worker", || {
        let controlled = page.script("return !!navigator.serviceWorker.controller");
        if controlled == true { Ok(()) } else { Err("there is none".to_owned()) }
    });
}

/// The button that keeps the edition.
fn offer(page: &Page) -> Locator<'_> {
    page.role("contentinfo").role("button").named("Keep for offline, 6 MB")
}

/// Waits for what the offer says.
#[track_caller]
fn expect_said(page: &Page, expected: &str) {
    page.until(&format!("{expected:?} in the foot of the page"), || {
        let text = page.script(
            "return document.querySelector('#page .offline [role=status]')?.textContent ?? ''",
        );
        if text == expected { Ok(()) } else { Err(text.to_string()) }
    });
}

fn a_small_edition_in_parts_is_kept_whole(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.role("button").starting_with("Keep for offline").none();
    assert_eq!(kept_parts(page), parts(page));
    expect_single_transfers(page);
    stop_host(page);
    expect_whole_edition(page);
}

fn a_large_edition_is_kept_as_it_is_used(page: &Page) {
    open_large(page);
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_article(ARTICLES[1].0);
    let sent = || {
        let log = page.server().log();
        let is_sent = |part: &String| log.iter().any(|request| request.target.ends_with(part));
        parts(page).into_iter().filter(is_sent).collect::<Vec<_>>()
    };
    // Also parts that arrived before the worker did.
    page.until("everything that was fetched to be kept", || {
        let (kept, sent) = (kept_parts(page), sent());
        if kept == sent { Ok(()) } else { Err(format!("{kept:?} of {sent:?}")) }
    });
    assert!(sent().len() < parts(page).len(), "texts that nobody reads are not fetched");
    expect_single_transfers(page);
    stop_host(page);
    page.open_article(ARTICLES[1].1, "");
    page.expect_article(ARTICLES[1].0);
}

fn a_reader_keeps_a_large_edition_and_removes_it(page: &Page) {
    open_large(page);
    offer(page).click();
    expect_said(page, "Kept for offline");
    assert_eq!(kept_parts(page), parts(page));
    let remove = page.role("contentinfo").role("button").named("Remove");
    assert!(remove.has_focus(), "the focus stays on the button");
    expect_single_transfers(page);
    page.reload();
    expect_said(page, "Kept for offline");
    await_rest(page);
    remove.click();
    expect_said(page, "No longer kept for offline");
    assert_eq!(kept_parts(page), <[String; 0]>::default());
    offer(page).click();
    expect_said(page, "Kept for offline");
    stop_host(page);
    expect_whole_edition(page);
    expect_said(page, "Kept for offline");
}

/// Waits until the page has fetched ahead, which it begins after 1.5 s without downloads. The
/// worker keeps what it fetches.
fn await_rest(page: &Page) {
    page.until("a while without downloads", || {
        let pause = page.script(
            "const entries = performance.getEntriesByType('resource');
            const ends = entries.map(({ responseEnd }) => responseEnd);
            return performance.now() - Math.max(...ends)",
        );
        if pause.as_f64() > Some(2500.0) { Ok(()) } else { Err(format!("{pause} ms")) }
    });
}

fn a_half_finished_copy_goes_on(page: &Page) {
    open_large(page);
    let last = parts(page).pop().expect("parts");
    page.allow_failed_request(&last);
    page.server().inject(&last, Fault::Truncated);
    offer(page).click();
    expect_said(page, "Could not load it. Check the connection, then try again.");
    page.until("the other parts", || {
        let missing = parts(page).len() - kept_parts(page).len();
        if missing == 1 { Ok(()) } else { Err(format!("{missing} are missing")) }
    });
    page.server().clear(&last);
    let before = page.server().log().len();
    page.reload();
    expect_said(page, "Kept for offline");
    let log = page.server().log();
    let is_part = |target: &str| parts(page).iter().any(|part| target.ends_with(part));
    let sent: Vec<_> = log[before..].iter().filter(|request| is_part(&request.target)).collect();
    assert!(sent.iter().all(|request| request.target.ends_with(&last)), "{sent:?}");
    stop_host(page);
    expect_whole_edition(page);
}

fn a_reader_cancels_a_copy(page: &Page) {
    // The page may ask for the part as well, for the text of a card.
    let last = parts(page).pop().expect("parts");
    page.server().inject(&last, Fault::Held);
    open_large(page);
    offer(page).click();
    expect_said(page, "Keeping for offline…");
    let progress = page.role("progressbar").named("Keeping for offline…");
    page.until("most of the progress", || {
        let left = progress.script("return arguments[0].max - arguments[0].value");
        if left == 1 { Ok(()) } else { Err(left.to_string()) }
    });
    page.role("contentinfo").role("button").named("Cancel").click();
    expect_said(page, "");
    progress.none();
    page.server().clear(&last);
    page.reload();
    offer(page).one();
    expect_said(page, "");
}

fn a_damaged_part_is_replaced(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.open("/?q=umerov"); // served by the worker
    let part = parts(page).pop().expect("parts");
    let url = page.url_of(&format!("/{part}"));
    page.script(&format!(
        "return caches.keys()
            .then(names => Promise.all(names.map(name => caches.open(name))))
            .then(found => Promise.all(found.map(cache => cache.put('{url}', new Response('x')))))
            .then(() => true)"
    ));
    let length = |options: &str| {
        page.script(&format!(
            "return fetch('{url}', {options})
                .then(response => response.arrayBuffer())
                .then(bytes => bytes.byteLength)"
        ))
    };
    assert_eq!(length("{}"), 1);
    let whole = page.server().files().read(&part).map_or(0, |bytes| bytes.len());
    assert_eq!(length("{ cache: 'reload' }"), whole);
    page.until("the part to be replaced", || {
        let length = length("{}");
        if length == whole { Ok(()) } else { Err(length.to_string()) }
    });
}

fn an_open_page_keeps_its_parts(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.publish_next_edition();
    return_to(page);
    page.expect_update_notice();
    page.role("button").named("Later").click();
    page.expect_titles(&seed::titles());
    for (title, _, _) in [ARTICLES[0], ARTICLES[8]] {
        page.results().role("link").named(title).click();
        page.expect_article(title);
        page.role("link").named("Back to results").click();
    }
}

fn a_new_edition_renews_the_copy(page: &Page) {
    open_large(page);
    offer(page).click();
    expect_said(page, "Kept for offline");
    page.publish_next_edition();
    return_to(page);
    page.expect_update_notice();
    page.role("button").named("Show it").click();
    page.expect_titles(&crate::hostile_seeds::TITLES);
    stop_host(page);
    page.reload();
    page.expect_titles(&crate::hostile_seeds::TITLES);
}

fn a_full_device_is_reported(page: &Page) {
    open_large(page);
    page.until("the start to settle", || {
        let (before, pause) = (kept_parts(page).len(), std::time::Duration::from_secs(2));
        std::thread::sleep(pause);
        if kept_parts(page).len() == before { Ok(()) } else { Err("parts arrive".to_owned()) }
    });
    let size = json!({ "origin": page.server().origin(), "quotaSize": 1000 });
    page.developer_tools("Storage.overrideQuotaForOrigin", &size);
    offer(page).click();
    expect_said(page, "This device has no space left for it.");
    offer(page).one();
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
}

fn readers_who_save_data_are_asked_first(page: &Page) {
    page.developer_tools("Emulation.setDataSaverOverride", &json!({ "dataSaverEnabled": true }));
    page.server().make_edition_large();
    page.open("/");
    page.expect_titles(&seed::titles());
    offer(page).one();
    let worker = "return navigator.serviceWorker.getRegistration().then(found => !!found)";
    assert_eq!(page.script(worker), false);
    offer(page).click();
    expect_said(page, "Kept for offline");
    assert_eq!(kept_parts(page), parts(page));
    page.developer_tools("Emulation.setDataSaverOverride", &json!({}));
}
