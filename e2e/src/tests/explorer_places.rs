//! Places: the map of the results, its regions, and its table. The site is the project's own, whose
//! articles mention places in many countries.

use crate::{
    page::Page,
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "places",
        site: Site::Build,
        // Views have pages of their own below the base path.
        depends_on_base: true,
        tests: vec![
            test!(the_navigation_leads_to_places),
            test!(a_circle_leads_to_its_items).in_every_engine(),
            test!(cells_of_the_table_lead_to_their_items).in_every_engine(),
            test!(keys_change_the_region).in_every_engine(),
            test!(a_region_opens_at_its_address),
            test!(a_query_limits_the_places),
            test!(a_chosen_place_stands_out),
            test!(names_without_a_point_are_listed).against(Site::German),
            test!(places_in_parts_get_what_they_show).against(Site::Parts),
        ],
    }
}

/// Waits until the map has a place with a description, and returns those of all places.
#[track_caller]
fn expect_place(page: &Page, expected: &str) -> Vec<String> {
    page.until(&format!("the place {expected:?}"), || {
        let script =
            "return [...document.querySelectorAll('#page .map title')].map(it => it.textContent)";
        let found = page.script(script);
        let found: Vec<String> = serde_json::from_value(found).unwrap_or_default();
        if found.iter().any(|it| it == expected) { Ok(found) } else { Err(format!("{found:?}")) }
    })
}

const KYIV: &str = "Kyiv, Ukraine: 6 items";
const WASHINGTON: &str = "Washington, United States: 4 items; Also in: United States (region)";

fn the_navigation_leads_to_places(page: &Page) {
    page.open("/trends/?q=drone");
    page.role("navigation").named("Explore").role("link").named("Places").click();
    page.role("heading").named("Places").some();
    page.until("the address", || {
        let path = page.path();
        if path.ends_with("/places/?q=drone") { Ok(()) } else { Err(path) }
    });
    page.role("link").named("Show as list").click();
    page.expect_path("/?q=drone");
}

fn a_circle_leads_to_its_items(page: &Page) {
    page.open("/places/");
    let all = expect_place(page, KYIV);
    assert!(all.iter().any(|it| it == WASHINGTON), "{all:?}");
    page.script(
        "[...document.querySelectorAll('#page .map a')]
            .find(it => it.textContent.startsWith('Kyiv'))
            .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))",
    );
    page.expect_path("/?place=Kyiv");
    page.expect_status("6 of 17 items");
}

fn cells_of_the_table_lead_to_their_items(page: &Page) {
    page.open("/places/");
    expect_place(page, KYIV);
    page.script("document.querySelector('#page .as-table').open = true");
    let row = page.script(
        "return [...document.querySelectorAll('#page .as-table tr')]
            .map(row => [...row.children].map(it => it.textContent).join('|'))
            .find(row => row.startsWith('Washington'))",
    );
    assert_eq!(row, "Washington|United States|4|United States (region)");
    page.script(
        "[...document.querySelectorAll('#page .as-table tr')]
            .find(row => row.textContent.startsWith('Washington')).querySelector('a').focus()",
    );
    page.press(Key::Enter);
    page.expect_path("/?place=Washington");
    page.expect_status("4 of 17 items");
    page.back();
    expect_place(page, KYIV);
}

fn keys_change_the_region(page: &Page) {
    page.open("/places/");
    let all = expect_place(page, KYIV).len();
    let map = page.role("navigation").named("Map");
    map.role("link").named("Zoom in").script("arguments[0].focus()");
    page.press(Key::Enter);
    page.until("fewer places", || {
        let places = page.script("return document.querySelectorAll('#page .map title').length");
        if places.as_u64() < Some(all as u64) { Ok(()) } else { Err(places.to_string()) }
    });
    let path = page.path();
    assert!(path.contains("/places/?at="), "{path}");
    map.role("link").named("Move east").click();
    page.until("another region", || {
        let next = page.path();
        if next != path && next.contains("/places/?at=") { Ok(()) } else { Err(next) }
    });
    map.role("link").named("All places").click();
    page.expect_path("/places/");
    assert_eq!(expect_place(page, KYIV).len(), all);
}

fn a_region_opens_at_its_address(page: &Page) {
    page.open("/places/?at=31,49,16");
    let places = expect_place(page, KYIV);
    assert!(!places.iter().any(|it| it.starts_with("United States")), "{places:?}");
    let map = page.role("navigation").named("Map");
    map.role("link").named("Whole world").click();
    let places = expect_place(page, KYIV);
    assert!(places.iter().any(|it| it.starts_with("United States: ")), "{places:?}");
    page.expect_path("/places/?at=0,12,360");
    page.back();
    page.expect_path("/places/?at=31,49,16");
}

fn a_query_limits_the_places(page: &Page) {
    page.open("/places/?at=0,12,360");
    let all = expect_place(page, KYIV).len();
    page.role("searchbox").click();
    page.type_text("Haiti");
    let places = expect_place(page, "Haiti: 1 item");
    assert!(places.len() < all, "{places:?}");
    page.expect_path("/places/?q=Haiti&at=0,12,360");
}

fn a_chosen_place_stands_out(page: &Page) {
    page.open("/places/?place=Kyiv");
    expect_place(page, KYIV);
    page.expect_status("6 of 17 items");
    let chosen = page.script("return document.querySelectorAll('#page .map a.chosen').length");
    assert_eq!(chosen, 1);
}

fn names_without_a_point_are_listed(page: &Page) {
    page.open("/places/");
    page.until("the name", || {
        let text = page.role("main").text();
        if text.contains("Nicht auf der Karte: Norden 1") { Ok(()) } else { Err(text) }
    });
    assert_eq!(page.script("return document.querySelectorAll('#page .map').length"), 0);
}

fn places_in_parts_get_what_they_show(page: &Page) {
    page.open("/places/");
    expect_place(page, KYIV);
}
