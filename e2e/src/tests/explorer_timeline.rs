//! The timeline of an edition without dates: those that its texts name. The project's own seeds
//! name two.

use crate::{
    page::Page,
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "named dates",
        site: Site::Build,
        // Views have pages of their own below the base path.
        depends_on_base: true,
        tests: vec![
            test!(dates_in_texts_are_bars_and_a_table).in_every_engine(),
            test!(a_date_leads_to_its_paragraph).in_every_engine(),
            test!(a_bar_leads_to_its_dates),
            test!(a_query_limits_the_dates).in_every_engine(),
            test!(dates_in_parts_get_their_texts).against(Site::Parts),
        ],
    }
}

/// The list of dates.
const LIST: &str = "Dates named in the texts";

/// The article that names the first of them.
const VISIT: &str =
    "UK’s Starmer, France’s Macron to Address Ukraine Aid Concerns in Post-Trump Landscape";

/// Compares the headings of the list, which are those of the bars with dates.
#[track_caller]
fn expect_years(page: &Page, expected: &[&str]) {
    page.until(&format!("the years {expected:?}"), || {
        let found = page.role("group").named(LIST).role("heading").names();
        if found == expected { Ok(()) } else { Err(format!("they are {found:?}")) }
    });
}

fn dates_in_texts_are_bars_and_a_table(page: &Page) {
    page.open("/timeline/");
    expect_years(page, &["1944", "2022"]);
    let expected = "Dates named: 2, from 1944 to 2022; most in 1944: 1";
    assert_eq!(page.role("main").role("img").names(), [expected]);
    page.script("document.querySelector('.as-table').open = true");
    let cells = page.script(
        "return [...document.querySelectorAll('.as-table tbody tr')].map(row =>
            [row.firstChild.textContent, row.lastChild.textContent])",
    );
    assert_eq!(cells, serde_json::json!([["1944", "1"], ["2022", "1"]]));
    // The items are below, with the ages of teasers.
    let items = page.role("main").role("list").named("Results").text();
    assert!(items.contains("months ago"), "{items}");
}

fn a_date_leads_to_its_paragraph(page: &Page) {
    page.open("/timeline/");
    expect_years(page, &["1944", "2022"]);
    let list = page.role("group").named(LIST);
    assert!(list.text().contains("since Winston Churchill attended in 1944."));
    let links = list.role("link").names();
    assert_eq!(links.first().map(String::as_str), Some("To paragraph 3"), "{links:?}");
    page.role("group").named(LIST).role("link").named("To paragraph 3").click();
    page.role("heading").named(VISIT).one();
    assert_eq!(page.script("return location.hash"), "#p3");
    page.back();
    expect_years(page, &["1944", "2022"]);
}

fn a_bar_leads_to_its_dates(page: &Page) {
    page.open("/timeline/");
    expect_years(page, &["1944", "2022"]);
    page.script(
        "document.querySelector('.bar-links a:last-of-type').dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true }))",
    );
    page.until("the focus on the dates of the bar", || {
        let focused = page.script("return document.activeElement.textContent");
        let focused = focused.as_str().unwrap_or_default();
        if focused.starts_with("2022") { Ok(()) } else { Err(focused.to_owned()) }
    });
}

fn a_query_limits_the_dates(page: &Page) {
    page.open("/timeline/");
    expect_years(page, &["1944", "2022"]);
    page.role("searchbox").click();
    page.type_text("Churchill");
    expect_years(page, &["1944"]);
    page.expect_path("/timeline/?q=Churchill");
    page.open("/timeline/?q=Oreshnik");
    page.until("the note", || {
        let text = page.role("main").text();
        let is_said = text.contains("The texts name no date with its year.");
        if is_said { Ok(()) } else { Err(text) }
    });
}

fn dates_in_parts_get_their_texts(page: &Page) {
    page.open("/timeline/");
    expect_years(page, &["1944", "2022"]);
}
