//! The views that explore an edition, which have a program of their own. The site is the German
//! one, whose two articles have dates; the project's own seeds have none.

use crate::{
    page::Page,
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "explorer",
        site: Site::German,
        // Views have pages of their own below the base path.
        depends_on_base: true,
        tests: vec![
            test!(a_link_leads_to_the_timeline_and_back).in_every_engine(),
            test!(a_timeline_shows_dated_items).in_every_engine(),
            test!(sliders_limit_the_dates).in_every_engine(),
            test!(a_query_limits_the_timeline),
            test!(a_timeline_opens_at_its_address).in_every_engine(),
            test!(going_back_to_a_timeline_loads_it),
            test!(only_views_download_the_explorer),
            test!(an_edition_without_dates_says_so).against(Site::Build),
            test!(a_timeline_in_parts_gets_what_it_shows).against(Site::Parts),
        ],
    }
}

/// The articles, of 16 May and 3 June 2026.
const FERRY: &str = "Die Fähre fährt wieder nach Norden";
const STORM: &str = "Sturm im Hafen";

/// Compares the titles of the list below the bars.
#[track_caller]
fn expect_titles(page: &Page, expected: &[&str]) {
    page.until(&format!("the items {expected:?}"), || {
        let found = page.role("group").named("Ergebnisse").role("link").names();
        if found == expected { Ok(()) } else { Err(format!("they are {found:?}")) }
    });
}

/// Returns whether the host was asked for the explorer.
fn has_explorer(page: &Page) -> bool {
    page.server()
        .log()
        .iter()
        .any(|request| request.target.contains("/explorer-") && request.target.ends_with(".wasm"))
}

fn a_link_leads_to_the_timeline_and_back(page: &Page) {
    page.open("/?q=Sturm");
    page.expect_status("1 von 2 Einträgen");
    page.role("link").named("Erkunden").click();
    page.role("heading").named("Zeitachse").one();
    expect_titles(page, &[STORM]);
    page.expect_path("/timeline/?q=Sturm");
    page.back();
    page.expect_path("/?q=Sturm");
    page.expect_status("1 von 2 Einträgen");
}

fn a_timeline_shows_dated_items(page: &Page) {
    page.open("/timeline/");
    expect_titles(page, &[STORM, FERRY]);
    let picture = page.role("group").named("Zeitraum").role("img");
    let expected =
        "2 Einträge mit Datum von 16. Mai 2026 bis 3. Juni 2026; die meisten in 16. Mai 2026: 1";
    assert_eq!(picture.names(), [expected]);
    page.script("document.querySelector('.as-table').open = true");
    let cells = page.script(
        "return [...document.querySelectorAll('.as-table tbody tr')].map(row =>
            [row.firstChild.textContent, row.lastChild.textContent])",
    );
    assert_eq!(cells, serde_json::json!([["16. Mai 2026", "1"], ["3. Juni 2026", "1"]]));
    page.role("link").named(STORM).click();
    page.role("heading").named(STORM).one();
    page.expect_path("/article/sturm-im-hafen/");
    page.back();
    expect_titles(page, &[STORM, FERRY]);
}

fn sliders_limit_the_dates(page: &Page) {
    page.open("/timeline/");
    expect_titles(page, &[STORM, FERRY]);
    let from = page.role("group").named("Zeitraum").role("slider").named("Ab");
    from.script("arguments[0].focus()");
    page.press(Key::ArrowUp);
    page.expect_path("/timeline/?from=2026-05-17&to=2026-06-03");
    expect_titles(page, &[STORM]);
    let value = from.script("return arguments[0].getAttribute('aria-valuetext')");
    assert_eq!(value, "17. Mai 2026");
    page.role("button").named("Alle entfernen").click();
    expect_titles(page, &[STORM, FERRY]);
    page.expect_path("/timeline/");
}

fn a_query_limits_the_timeline(page: &Page) {
    page.open("/timeline/");
    expect_titles(page, &[STORM, FERRY]);
    page.role("searchbox").click();
    page.type_text("Sturm");
    expect_titles(page, &[STORM]);
    page.expect_path("/timeline/?q=Sturm");
    page.role("link").named("Als Liste zeigen").click();
    page.expect_path("/?q=Sturm");
    page.expect_status("1 von 2 Einträgen");
}

fn a_timeline_opens_at_its_address(page: &Page) {
    page.open("/timeline/?from=2026-06");
    expect_titles(page, &[STORM]);
    assert_eq!(page.script("return document.title"), "Zeitachse – Hafenblatt");
}

fn going_back_to_a_timeline_loads_it(page: &Page) {
    page.open("/timeline/");
    expect_titles(page, &[STORM, FERRY]);
    page.role("link").named("Als Liste zeigen").click();
    page.expect_status("2 Einträge");
    // The page's own program is loaded, which lacks the timeline.
    page.reload();
    page.expect_status("2 Einträge");
    page.back();
    page.expect_path("/timeline/");
    expect_titles(page, &[STORM, FERRY]);
}

fn only_views_download_the_explorer(page: &Page) {
    page.open("/");
    page.expect_status("2 Einträge");
    page.role("link").named("Namen").click();
    page.role("heading").named("Namen").one();
    assert!(!has_explorer(page));
    page.role("link").named("Erkunden").click();
    page.role("heading").named("Zeitachse").one();
    page.until("the explorer", || if has_explorer(page) { Ok(()) } else { Err(String::new()) });
}

fn an_edition_without_dates_says_so(page: &Page) {
    page.open("/timeline/");
    page.until("the note", || {
        let text = page.role("main").text();
        if text.contains("No item has a date.") { Ok(()) } else { Err(text) }
    });
    assert!(page.role("main").text().contains("months ago"));
}

fn a_timeline_in_parts_gets_what_it_shows(page: &Page) {
    page.open("/timeline/");
    page.until("all items", || {
        let items =
            page.script("return document.querySelectorAll('[aria-label=Results] li').length");
        if items == 17 { Ok(()) } else { Err(items.to_string()) }
    });
}
