//! Trends: words compared over time and by section. The site is the German one, whose two articles
//! have dates, on different days, and sections; the project's own seeds have no dates.

use crate::{
    page::Page,
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "trends",
        site: Site::German,
        // Views have pages of their own below the base path.
        depends_on_base: true,
        tests: vec![
            test!(the_navigation_leads_to_trends),
            test!(typing_adds_a_term_and_a_button_removes_it).in_every_engine(),
            test!(cells_of_the_table_lead_to_their_items).in_every_engine(),
            test!(a_point_leads_to_its_items).in_every_engine(),
            test!(a_comparison_opens_at_its_address),
            test!(filters_limit_what_is_counted),
            test!(without_dates_sections_are_compared).against(Site::Build),
            test!(suggested_names_add_themselves).against(Site::Build),
            test!(trends_in_parts_get_what_they_count).against(Site::Parts),
        ],
    }
}

/// Compares the terms of the list above the picture.
#[track_caller]
fn expect_terms(page: &Page, expected: &[&str]) {
    page.until(&format!("the terms {expected:?}"), || {
        let script =
            "return [...document.querySelectorAll('.terms bdi')].map(it => it.textContent)";
        let found = page.script(script);
        if found == serde_json::json!(expected) { Ok(()) } else { Err(found.to_string()) }
    });
}

/// Compares what the picture says to screen readers with the start of a text.
#[track_caller]
fn expect_summary(page: &Page, expected: &str) {
    page.until(&format!("the picture of {expected}"), || {
        let names = page.role("main").role("img").names();
        if names.iter().any(|name| name.starts_with(expected)) {
            Ok(())
        } else {
            Err(format!("{names:?}"))
        }
    });
}

fn the_navigation_leads_to_trends(page: &Page) {
    page.open("/timeline/?q=Sturm");
    page.role("link").named("Trends").click();
    page.role("heading").named("Trends").one();
    page.expect_path("/trends/?q=Sturm");
    page.role("link").named("Als Liste zeigen").click();
    page.expect_path("/?q=Sturm");
}

fn typing_adds_a_term_and_a_button_removes_it(page: &Page) {
    page.open("/trends/");
    page.role("textbox").named("Wort, Wendung oder Name").click();
    page.type_text("Sturm");
    page.press(Key::Enter);
    expect_terms(page, &["Sturm"]);
    page.expect_path("/trends/?term=Sturm");
    page.type_text("nach Norden");
    page.press(Key::Enter);
    expect_terms(page, &["Sturm", "\"nach Norden\""]);
    page.expect_path("/trends/?term=Sturm&term=%22nach+Norden%22");
    expect_summary(page, "Sturm: am häufigsten in 3. Juni 2026");
    page.role("button").named("Sturm entfernen").click();
    expect_terms(page, &["\"nach Norden\""]);
    page.back();
    expect_terms(page, &["Sturm", "\"nach Norden\""]);
}

fn cells_of_the_table_lead_to_their_items(page: &Page) {
    page.open("/trends/?term=Sturm&term=F%C3%A4hre");
    expect_terms(page, &["Sturm", "Fähre"]);
    page.script("document.querySelector('.as-table').open = true");
    let cell = "document.querySelector('.as-table tbody tr:last-child td a')";
    let day = page
        .script("return document.querySelector('.as-table tbody tr:last-child th').textContent");
    assert_eq!(day, "3. Juni 2026");
    page.script(&format!("{cell}.focus()"));
    page.press(Key::Enter);
    page.expect_path("/?q=Sturm&from=2026-06-03&to=2026-06-03");
    page.expect_status("1 von 2 Einträgen");
    page.back();
    expect_terms(page, &["Sturm", "Fähre"]);
}

fn a_point_leads_to_its_items(page: &Page) {
    page.open("/trends/?term=Sturm");
    expect_terms(page, &["Sturm"]);
    let title =
        page.script("return document.querySelector('.points a:last-of-type title').textContent");
    assert!(title.as_str().is_some_and(|it| it.starts_with("Sturm, 3. Juni 2026: ")), "{title}");
    page.script(
        "document.querySelector('.points a:last-of-type').dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true }))",
    );
    page.expect_path("/?q=Sturm&from=2026-06-03&to=2026-06-03");
    page.expect_status("1 von 2 Einträgen");
}

fn a_comparison_opens_at_its_address(page: &Page) {
    page.open("/trends/?term=Sturm&term=Hafen&by=section");
    expect_terms(page, &["Sturm", "Hafen"]);
    let chosen = page.script("return document.querySelector('.trends select').value");
    assert_eq!(chosen, "section");
    assert_eq!(page.script("return document.title"), "Trends – Hafenblatt");
    let rows = page.script("return document.querySelectorAll('.trend-dots li').length");
    assert_ne!(rows, 0);
}

fn filters_limit_what_is_counted(page: &Page) {
    page.open("/trends/?term=Sturm&term=F%C3%A4hre");
    expect_terms(page, &["Sturm", "Fähre"]);
    page.role("searchbox").click();
    page.type_text("Sturm");
    page.until("the day of the storm only", || {
        let days = page.script("return document.querySelectorAll('.as-table tbody tr').length");
        if days == 1 { Ok(()) } else { Err(days.to_string()) }
    });
    page.expect_path("/trends/?q=Sturm&term=Sturm&term=F%C3%A4hre");
}

fn without_dates_sections_are_compared(page: &Page) {
    page.open("/trends/?term=drone");
    expect_terms(page, &["drone"]);
    page.until("rows of dots", || {
        let rows = page.script("return document.querySelectorAll('.trend-dots li').length");
        if rows.as_u64() > Some(1) { Ok(()) } else { Err(rows.to_string()) }
    });
    assert!(page.role("main").text().contains("per 10,000 words"));
}

fn suggested_names_add_themselves(page: &Page) {
    page.open("/trends/");
    page.role("heading").named("Names in these results").one();
    let name = page.script("return document.querySelector('.names-to-compare a').textContent");
    let name = name.as_str().unwrap_or_default().to_owned();
    page.role("main").role("link").named(&name).click();
    expect_terms(page, &[&name]);
    let path = page.script("return location.search");
    assert!(path.as_str().is_some_and(|it| it.contains("term=")), "{path}");
}

fn trends_in_parts_get_what_they_count(page: &Page) {
    page.open("/trends/?term=drone");
    page.until("rows with occurrences", || {
        let cells = page.script("return document.querySelectorAll('.as-table td a').length");
        if cells.as_u64() > Some(0) { Ok(()) } else { Err(cells.to_string()) }
    });
}
