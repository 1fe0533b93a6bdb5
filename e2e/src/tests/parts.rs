//! An edition in parts: what is missing is fetched, what does not come is said, and what is there
//! stays usable.

use super::names;
use crate::{
    page::Page,
    seed::{self, ARTICLES},
    server::{Fault, Files},
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "parts",
        site: Site::Parts,
        // Parts have URLs below the base path.
        depends_on_base: true,
        tests: vec![
            // Downloads, and the unpacking of what the host did not compress, are the engine's own.
            test!(a_search_waits_for_its_parts).in_every_engine(),
            test!(a_part_that_does_not_come_can_be_tried_again).in_every_engine(),
            test!(a_damaged_part_is_downloaded_again).in_every_engine(),
            test!(an_article_waits_for_its_parts).in_every_engine(),
            test!(an_article_without_files_offers_none),
            test!(a_page_that_lacks_its_first_parts_says_so).in_every_engine(),
            test!(parts_that_searches_read_are_fetched_ahead),
            test!(no_part_is_fetched_twice),
            test!(facets_get_their_numbers_after_the_titles).in_every_engine(),
            test!(an_export_downloads_each_file_of_rows_once),
            test!(related_wording_is_shown_on_demand).in_every_engine(),
        ],
    }
}

/// The message about a part that did not come.
const MESSAGE: &str = "Part of this edition did not arrive.";

/// Returns the paths of all parts, below the base.
fn parts(page: &Page) -> Vec<String> {
    let edition = page.edition_path();
    let folder = edition.strip_suffix(".bin").expect("an edition's name ends so");
    let path = |number| format!("{folder}/{number}.bin");
    let exists = |path: &String| page.server().files().read(path).is_some();
    let parts: Vec<String> = (1..).map(path).take_while(exists).collect();
    assert!(parts.len() > 15, "{} parts", parts.len());
    parts
}

/// Returns the parts that the host was asked for, in order.
fn requested(page: &Page, parts: &[String]) -> Vec<String> {
    let log = page.server().log();
    let part = |target: &str| parts.iter().find(|part| target.ends_with(part.as_str())).cloned();
    log.iter().filter_map(|request| part(&request.target)).collect()
}

/// Opens the results with all parts that their first page needs, and injects a fault into all
/// others. Returns these.
#[track_caller]
fn open_with_fault(page: &Page, fault: impl Fn(&[u8]) -> Fault) -> Vec<String> {
    page.server().disable_worker();
    let all = parts(page);
    page.open("/");
    page.expect_titles(&seed::titles());
    let needed = requested(page, &all);
    let others: Vec<String> = all.iter().filter(|part| !needed.contains(part)).cloned().collect();
    assert!(!others.is_empty(), "the first page needs all parts");
    for part in &others {
        let Files::Folder(_) = page.server().files() else { unreachable!("a folder is served") };
        let bytes = page.server().files().read(part).expect("the part exists");
        page.allow_failed_request(part);
        page.allow_console_message(part);
        page.server().inject(part, fault(&bytes));
    }
    others
}

#[track_caller]
fn clear(page: &Page, parts: &[String]) {
    parts.iter().for_each(|part| page.server().clear(part));
}

/// Waits for a text in the notice about what is on its way; none if it is empty.
#[track_caller]
fn expect_notice(page: &Page, expected: &str) {
    page.until(&format!("the notice {expected:?}"), || {
        let text = page.script("return document.querySelector('.loading')?.textContent ?? ''");
        let text = text.as_str().unwrap_or_default();
        let fits = if expected.is_empty() { text.is_empty() } else { text.contains(expected) };
        if fits { Ok(()) } else { Err(format!("it is {text:?}")) }
    });
}

fn a_search_waits_for_its_parts(page: &Page) {
    let held = open_with_fault(page, |_| Fault::Held);
    page.search("umerov");
    expect_notice(page, "Loading…");
    // The page stays as it was, and what the reader typed stays in the box.
    page.expect_titles(&seed::titles());
    assert_eq!(page.query(), "umerov");
    clear(page, &held);
    page.expect_titles(&seed::matching("umerov"));
    page.expect_path("/?q=umerov");
    expect_notice(page, "");
}

fn a_part_that_does_not_come_can_be_tried_again(page: &Page) {
    let missing = open_with_fault(page, |_| Fault::Missing);
    page.search("umerov");
    expect_notice(page, MESSAGE);
    // The page stays usable.
    page.expect_titles(&seed::titles());
    page.select_option(&page.sort_select(), "Original order");
    page.expect_titles(&seed::titles());
    expect_notice(page, MESSAGE);
    clear(page, &missing);
    page.role("button").named("Try again").click();
    page.expect_titles(&seed::matching("umerov"));
    expect_notice(page, "");
}

fn a_damaged_part_is_downloaded_again(page: &Page) {
    let damaged = open_with_fault(page, |bytes| {
        let mut bytes = bytes.to_vec();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        Fault::Replaced(bytes)
    });
    page.search("umerov");
    expect_notice(page, MESSAGE);
    clear(page, &damaged);
    page.role("button").named("Try again").click();
    // The damaged bytes are in the browser's cache, where files that are named by their content
    // stay for a year.
    page.expect_titles(&seed::matching("umerov"));
}

fn an_article_waits_for_its_parts(page: &Page) {
    let held = open_with_fault(page, |_| Fault::Held);
    let (title, slug, _) = ARTICLES[2];
    page.results().role("link").named(title).click();
    expect_notice(page, "Loading…");
    page.expect_titles(&seed::titles());
    clear(page, &held);
    page.expect_article(title);
    page.expect_path(&format!("/article/{slug}/"));
    page.back();
    page.expect_titles(&seed::titles());
}

/// Beyond a site's limit of pages articles have neither citations nor Markdown.
fn an_article_without_files_offers_none(page: &Page) {
    page.server().disable_worker();
    let index = page.server().files().read("index.html").expect("the page exists");
    let index = String::from_utf8(index).expect("the page is UTF-8");
    let limited = index.replacen("data-program=", "data-files-of=\"1\" data-program=", 1);
    assert_ne!(limited, index);
    page.server().inject("index.html", Fault::Replaced(limited.into_bytes()));
    for (number, has_files) in [(0, true), (1, false)] {
        page.open("/");
        page.expect_titles(&seed::titles());
        page.results().role("link").named(ARTICLES[number].0).click();
        page.expect_article(ARTICLES[number].0);
        let offers =
            [page.role("button").named("Cite"), page.role("link").named("Save as Markdown")];
        for offer in offers {
            assert_eq!(!offer.current_named().unwrap().is_empty(), has_files);
        }
    }
}

fn a_page_that_lacks_its_first_parts_says_so(page: &Page) {
    let all = parts(page);
    all.iter().for_each(|part| page.remove_file(part));
    page.open("/");
    page.until("the notice", || {
        let text = page.role("alert").text();
        if text.contains("could not be loaded") { Ok(()) } else { Err(text) }
    });
    // The text of the published page stays.
    page.expect_titles(&seed::titles());
}

fn parts_that_searches_read_are_fetched_ahead(page: &Page) {
    page.server().disable_worker();
    let all = parts(page);
    page.open("/");
    page.expect_titles(&seed::titles());
    let mut before = 0;
    page.until("the page to stop fetching", || {
        let now = requested(page, &all).len();
        let is_done = now == before && now > 10;
        before = now;
        if is_done { Ok(()) } else { Err(format!("{now} parts")) }
    });
    let held: Vec<String> =
        all.iter().filter(|part| !requested(page, &all).contains(part)).cloned().collect();
    assert!(!held.is_empty(), "texts come with what is read");
    for part in &held {
        page.server().inject(part, Fault::Held);
    }
    // A search needs nothing more.
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    clear(page, &held);
}

fn no_part_is_fetched_twice(page: &Page) {
    let all = parts(page);
    page.open("/?q=umerov");
    page.expect_titles(&seed::matching("umerov"));
    page.open_article(ARTICLES[2].1, "");
    page.expect_article(ARTICLES[2].0);
    page.search("missile");
    page.expect_titles_in_any_order(&seed::matching("missile"));
    let requested = requested(page, &all);
    for part in &requested {
        assert_eq!(requested.iter().filter(|other| *other == part).count(), 1, "{part}");
    }
}

fn facets_get_their_numbers_after_the_titles(page: &Page) {
    page.server().disable_worker();
    let all = parts(page);
    for part in &all {
        page.server().inject(part, Fault::Held);
    }
    page.open_published("/?q=umerov");
    let has_titles = "return document.querySelectorAll('#page .results .headline').length > 0";
    let numbers = || {
        let script = "return [...document.querySelectorAll('.facet .count')]
            .map((count) => count.textContent.trim()).join(' ')";
        page.script(script).as_str().unwrap_or_default().to_owned()
    };
    let mut sent: Vec<String> = Vec::new();
    page.until("the titles", || {
        if page.script(has_titles).as_bool() == Some(true) {
            return Ok(());
        }
        // Everything that the page asked for before it has titles.
        let mut held = page.server().waited();
        held.retain(|part| !sent.contains(part));
        clear(page, &held);
        sent.extend(held);
        Err(format!("{} parts sent", sent.len()))
    });
    page.expect_titles(&seed::matching("umerov"));
    let values = "return document.querySelectorAll('.facet input[type=checkbox]').length";
    page.until("the values of facets", || match page.script(values).as_u64() {
        Some(1..) => Ok(()),
        other => Err(format!("{other:?}")),
    });
    assert_eq!(numbers().trim(), "", "nothing has told the numbers");
    clear(page, &all);
    page.until("the numbers", || {
        let numbers = numbers();
        let is_number = |it: &str| it.parse::<u32>().is_ok();
        let is_complete = numbers.split(' ').all(is_number) && numbers.len() > 5;
        if is_complete { Ok(()) } else { Err(numbers) }
    });
}

fn an_export_downloads_each_file_of_rows_once(page: &Page) {
    page.server().disable_worker();
    names::results_can_be_exported(page);
    let log = page.server().log();
    for format in ["csv", "json", "md"] {
        let file = format!("items/{format}-");
        let mut requested: Vec<&str> =
            log.iter().map(|it| it.target.as_str()).filter(|it| it.contains(&file)).collect();
        let count = requested.len();
        requested.sort_unstable();
        requested.dedup();
        assert!(count > 1 && requested.len() == count, "{format}: {count}, {requested:?}");
    }
}

/// The one result of "gaza" tells of the Middle East. What other articles share with it are words.
fn related_wording_is_shown_on_demand(page: &Page) {
    page.server().disable_worker();
    page.open("/?q=gaza");
    page.expect_titles(&seed::matching("gaza"));
    let related = page.role("region").named("Related wording");
    // Unasked, the page downloads nothing for it.
    related.role("heading").role("link").none();
    related.role("button").named("Related wording").click();
    page.expect_path("/?q=gaza&related=on");
    let headings = related.role("heading").role("link");
    page.until("related items", || match headings.current_named() {
        Ok(found) if !found.is_empty() => Ok(()),
        _ => Err("there are none".to_owned()),
    });
    let matching = seed::matching("gaza");
    assert!(headings.names().iter().all(|title| !matching.contains(&title.as_str())));
    page.expect_titles(&matching);
    related.script("arguments[0].querySelector('.meta button[aria-expanded]').click()");
    let text = related.text();
    assert!(text.contains("Related wording, found in the "), "{text}");
    assert!(text.contains("Items with words of the first results, such as “"), "{text}");
}
