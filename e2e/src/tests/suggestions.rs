//! What the search box suggests: names while one types, and a list when it is asked for.

use crate::{
    locator::Locator,
    page::Page,
    runner::{Site, Test, suite},
    seed::{self, ARTICLES},
    webdriver::Key,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "suggestions",
        Site::Built,
        [
            typing_a_name_offers_it,
            the_arrow_key_opens_a_list,
            a_headline_is_chosen,
            what_was_searched_for_is_suggested_again,
            what_was_searched_for_can_be_forgotten,
            typing_and_escape_close_the_list,
        ]
    )
}

/// A name of the seed that a query begins.
const NAME: &str = "NATO";

fn list(page: &Page) -> Locator<'_> {
    page.role("listbox").named("Suggestions")
}

/// Waits until the list is there, or is not.
#[track_caller]
fn expect_open(page: &Page, open: bool) {
    page.until(if open { "a list of suggestions" } else { "no list of suggestions" }, || {
        let there = page.script("return document.querySelector('[role=listbox]') !== null");
        if there == open { Ok(()) } else { Err(String::new()) }
    });
}

/// Waits until the option that assistive technology is told of is this one, as it is called.
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

/// Leaves the search box, so that what it holds counts as searched for.
#[track_caller]
fn leave(page: &Page) {
    page.press(Key::Enter);
    page.script("document.activeElement.blur()");
}

fn typing_a_name_offers_it(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.search("nat");
    page.role("list").named("Suggestions").role("link").named(NAME).click();
    page.role("main").role("heading").named(NAME).one();
}

fn the_arrow_key_opens_a_list(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.search("nat");
    page.role("list").named("Suggestions").role("link").named(NAME).one();
    expect_open(page, false);
    page.press(Key::ArrowDown);
    expect_active(page, "NATO Name");
    assert_eq!(list(page).role("option").names()[0], "NATO Name");
    // Up from the first, none is chosen; the letters are the reader's again.
    page.press(Key::ArrowUp);
    let active = page.script("return document.activeElement.hasAttribute('aria-activedescendant')");
    assert_eq!(active, false);
    page.press(Key::ArrowDown);
    page.press(Key::Enter);
    page.role("main").role("heading").named(NAME).one();
    expect_open(page, false);
}

fn a_headline_is_chosen(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let (title, _, _) = ARTICLES[2];
    page.search("oreshnik");
    page.expect_titles(&seed::holding("oreshnik"));
    page.search("deployment");
    page.until("its headline", || {
        let titles = page.titles_now()?;
        if titles.first().is_some_and(|first| first == title) {
            Ok(())
        } else {
            Err(format!("{titles:?}"))
        }
    });
    page.press(Key::ArrowDown);
    expect_active(page, &format!("{title} Article"));
    page.press(Key::Enter);
    page.expect_reader(title);
}

fn what_was_searched_for_is_suggested_again(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for query in ["umerov", "haiti"] {
        page.search(query);
        page.expect_titles(&seed::holding(query));
        leave(page);
    }
    // Another day, from another page.
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
    page.expect_titles(&seed::holding("umerov"));
    assert_eq!(page.query(), "umerov");
}

fn what_was_searched_for_can_be_forgotten(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.search("umerov");
    page.expect_titles(&seed::holding("umerov"));
    leave(page);
    page.open("/");
    page.expect_count(17);
    page.search_box().click();
    list(page).role("option").named("Clear recent searches").click();
    expect_open(page, false);
    page.press(Key::ArrowDown);
    expect_open(page, false);
}

fn typing_and_escape_close_the_list(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.search("nat");
    page.role("list").named("Suggestions").role("link").named(NAME).one();
    page.press(Key::ArrowDown);
    expect_open(page, true);
    page.keys("o");
    expect_open(page, false);
    assert_eq!(page.query(), "nato");
    page.press(Key::ArrowDown);
    expect_open(page, true);
    // The first closes the list, the second empties the box.
    page.press(Key::Escape);
    expect_open(page, false);
    assert_eq!(page.query(), "nato");
    page.press(Key::Escape);
    page.expect_count(17);
    assert_eq!(page.query(), "");
}
