//! Suggestions of the search box: names while the reader types, and a list on request.

use crate::{
    locator::Locator,
    page::Page,
    seed::{self, ARTICLES},
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "suggestions",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // Keys and `aria-activedescendant` depend on the engine.
            test!(arrow_down_opens_the_list).in_every_engine(),
            test!(recent_searches_are_suggested).in_every_engine(),
            // These have no part that depends on the engine.
            test!(typing_suggests_names),
            test!(choosing_a_headline_opens_the_article),
            test!(recent_searches_can_be_cleared),
            test!(typing_and_escape_close_the_list),
        ],
    }
}

/// A name of the seed.
const NAME: &str = "NATO";

fn list(page: &Page) -> Locator<'_> {
    page.role("listbox").named("Suggestions")
}

/// Waits until the list is open or closed.
#[track_caller]
fn expect_list(page: &Page, open: bool) {
    page.until(if open { "a list of suggestions" } else { "no list of suggestions" }, || {
        let is_open = page.script("return document.querySelector('[role=listbox]') !== null");
        if is_open == open { Ok(()) } else { Err(String::new()) }
    });
}

/// Waits until this option is the active one for assistive technology.
#[track_caller]
fn expect_active(page: &Page, name: &str) {
    page.until(&format!("{name} to be active"), || {
        let active = page.script(
            "const box = document.activeElement;
             const option = document.getElementById(box.getAttribute('aria-activedescendant'));
             return box.id === 'search' && option?.getAttribute('aria-selected') === 'true' ? option.textContent : null",
        );
        if active == name { Ok(()) } else { Err(active.to_string()) }
    });
}

/// Submits the query and leaves the search box, which adds the query to the recent searches.
#[track_caller]
fn submit(page: &Page) {
    page.press(Key::Enter);
    page.script("document.activeElement.blur()");
}

fn typing_suggests_names(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.search("nat");
    page.role("list").named("Suggestions").role("link").named(NAME).click();
    page.role("main").role("heading").named(NAME).one();
}

fn arrow_down_opens_the_list(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.search("nat");
    page.role("list").named("Suggestions").role("link").named(NAME).one();
    expect_list(page, false);
    page.press(Key::ArrowDown);
    expect_active(page, "NATO Name");
    assert_eq!(list(page).role("option").names()[0], "NATO Name");
    // Arrow up from the first option returns to the text.
    page.press(Key::ArrowUp);
    let active = page.script("return document.activeElement.hasAttribute('aria-activedescendant')");
    assert_eq!(active, false);
    page.press(Key::ArrowDown);
    page.press(Key::Enter);
    page.role("main").role("heading").named(NAME).one();
    expect_list(page, false);
}

fn choosing_a_headline_opens_the_article(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let (title, _, _) = ARTICLES[2];
    page.search("oreshnik");
    page.expect_titles(&seed::matching("oreshnik"));
    page.search("deployment");
    page.until("the headline", || {
        let titles = page.current_titles()?;
        if titles.first().is_some_and(|first| first == title) {
            Ok(())
        } else {
            Err(format!("{titles:?}"))
        }
    });
    page.press(Key::ArrowDown);
    expect_active(page, &format!("{title} Article"));
    page.press(Key::Enter);
    page.expect_article(title);
}

fn recent_searches_are_suggested(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for query in ["umerov", "haiti"] {
        page.search(query);
        page.expect_titles(&seed::matching(query));
        submit(page);
    }
    // The searches are remembered across documents.
    page.open("/");
    page.expect_count(17);
    page.search_box().click();
    assert_eq!(
        list(page).role("option").names(),
        ["haiti Recent search", "umerov Recent search", "Clear recent searches"]
    );
    page.press(Key::ArrowDown);
    page.press(Key::ArrowDown);
    expect_active(page, "umerov Recent search");
    page.press(Key::Enter);
    page.expect_titles(&seed::matching("umerov"));
    assert_eq!(page.query(), "umerov");
}

fn recent_searches_can_be_cleared(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    submit(page);
    page.open("/");
    page.expect_count(17);
    page.search_box().click();
    list(page).role("option").named("Clear recent searches").click();
    expect_list(page, false);
    page.press(Key::ArrowDown);
    expect_list(page, false);
}

fn typing_and_escape_close_the_list(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.search("nat");
    page.role("list").named("Suggestions").role("link").named(NAME).one();
    page.press(Key::ArrowDown);
    expect_list(page, true);
    page.type_text("o");
    expect_list(page, false);
    assert_eq!(page.query(), "nato");
    page.press(Key::ArrowDown);
    expect_list(page, true);
    // The first press closes the list, the second empties the search box.
    page.press(Key::Escape);
    expect_list(page, false);
    assert_eq!(page.query(), "nato");
    page.press(Key::Escape);
    page.expect_count(17);
    assert_eq!(page.query(), "");
}
