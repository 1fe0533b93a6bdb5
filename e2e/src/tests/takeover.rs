//! Before the program is there: every page is to be read as it was published, and whatever a person does to it then is
//! done when the program takes over, without a flash, a shift or a lost keystroke.

use std::{thread, time::Duration};

use crate::{
    page::Page,
    room::{chosen, ticked},
    runner::{Site, Test, suite},
    seed::{self, ARTICLES},
    server::Accident,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "takeover",
        Site::Built,
        [
            articles_are_read_before_the_program,
            articles_are_read_without_javascript,
            what_is_typed_early_is_searched,
            what_is_typed_over_and_over_the_takeover_is_all_there,
            what_is_chosen_early_is_done,
            a_theme_chosen_early_is_remembered_though_the_program_never_comes,
            a_query_in_the_address_shows_nothing_else_before,
            an_early_link_leads_to_a_page,
            focus_stays_where_it_is,
        ]
    )
}

/// How long the program takes in these tests: long enough to do something first.
const LATE: Duration = Duration::from_millis(2500);

/// Has the host send the program late, or never.
#[track_caller]
fn delay(page: &Page, accident: Accident) {
    let front = page.server().files().read("index.html").expect("a front page");
    let front = String::from_utf8(front).expect("text");
    let mark = r#"rel="preload" href=""#;
    let path =
        front.split(mark).nth(1).and_then(|rest| rest.split('"').next()).expect("the program's address");
    let path = path.strip_prefix(page.server().base()).unwrap_or(path).to_owned();
    if matches!(accident, Accident::Missing) {
        page.allowances().failing(&path);
        page.allowances().complaint(&path);
    }
    page.server().befall(&path, accident);
}

/// The page is as it was published: the program is not there yet.
#[track_caller]
fn expect_still(page: &Page) {
    assert_eq!(page.script("return !!document.getElementById('still')"), true, "the program came too early");
}

#[track_caller]
fn expect_text_of(page: &Page, article: usize) {
    let shown = page.role("main").text();
    let shown: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    for block in &seed::bodies()[article] {
        let block: String = block.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(&block), "{block:?} is not in {shown:?}");
    }
}

fn articles_are_read_before_the_program(page: &Page) {
    delay(page, Accident::Slow(LATE));
    page.allowances().complaint("Load failed"); // WebKit says so of what it gives up when one goes on
    for article in [0, 2] {
        page.open_at_once(&format!("/article/{}/", ARTICLES[article].1));
        page.expect_reader(ARTICLES[article].0);
        expect_text_of(page, article);
        expect_still(page);
    }
    page.await_program();
    expect_text_of(page, 2);
}

fn articles_are_read_without_javascript(page: &Page) {
    page.without_javascript(true);
    page.allowances().failing(".js"); // the browser gives up what it began to load ahead
    page.open_at_once("/");
    page.expect_titles(&seed::titles());
    for (nth, (title, ..)) in ARTICLES.iter().enumerate() {
        page.results().role("link").named(title).click();
        page.expect_reader(title);
        expect_text_of(page, nth);
        page.role("link").named("Back to results").click();
        page.expect_titles(&seed::titles());
    }
    let words = page.script("return document.body.innerText");
    let words = words.as_str().unwrap_or_default();
    assert!(words.contains("searching and filtering need it"), "{words}");
    page.search_box().none();
    page.facet("Section").none();
}

fn what_is_typed_early_is_searched(page: &Page) {
    delay(page, Accident::Slow(LATE));
    page.open_at_once("/");
    page.search_box().click();
    page.keys("umer");
    expect_still(page);
    page.await_program();
    page.expect_titles(&seed::holding("umer"));
    page.keys("ov");
    page.expect_titles(&seed::holding("umerov"));
    page.expect_path("/?q=umerov");
}

fn what_is_typed_over_and_over_the_takeover_is_all_there(page: &Page) {
    delay(page, Accident::Slow(Duration::from_millis(1200)));
    page.open_at_once("/");
    page.search_box().click();
    let text = "north korea sends troops ".repeat(4);
    expect_still(page);
    for character in text.chars() {
        page.keys(&character.to_string());
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(
        page.script("return !!document.getElementById('still')"),
        false,
        "the program came while typing"
    );
    assert_eq!(page.query(), text);
    // The caret is where it would be.
    page.keys("x");
    assert_eq!(page.query(), format!("{text}x"));
}

fn what_is_chosen_early_is_done(page: &Page) {
    delay(page, Accident::Slow(LATE));
    page.open_at_once("/");
    page.choose(&page.theme(), "Dark");
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
    page.choose(&page.sort_by(), "Title");
    page.value("Section", "Diplomacy").click();
    expect_still(page);
    page.await_program();
    page.expect_path("/?section=Diplomacy&sort=title");
    page.expect_count(1);
    assert!(ticked(&page.value("Section", "Diplomacy")));
    assert_eq!(chosen(&page.theme()), "Dark");
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
    page.reload();
    assert_eq!(chosen(&page.theme()), "Dark");
}

fn a_theme_chosen_early_is_remembered_though_the_program_never_comes(page: &Page) {
    delay(page, Accident::Missing);
    page.open("/");
    page.choose(&page.theme(), "Dark");
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
    page.reload();
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
}

fn a_query_in_the_address_shows_nothing_else_before(page: &Page) {
    delay(page, Accident::Slow(LATE));
    page.open_at_once("/?q=umerov");
    assert_eq!(page.query(), "umerov");
    // What is not seen has no role.
    page.results().none();
    expect_still(page);
    page.await_program();
    page.expect_titles(&seed::holding("umerov"));
    // What asks for nothing hides nothing.
    page.open_at_once("/?utm_source=letter");
    page.expect_titles(&seed::titles());
    expect_still(page);
    page.await_program();
}

fn an_early_link_leads_to_a_page(page: &Page) {
    delay(page, Accident::Slow(LATE));
    page.open_at_once("/");
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_reader(ARTICLES[1].0);
    expect_text_of(page, 1);
    expect_still(page);
    page.await_program();
    page.expect_path(&format!("/article/{}/", ARTICLES[1].1));
}

fn focus_stays_where_it_is(page: &Page) {
    delay(page, Accident::Slow(LATE));
    page.open_at_once("/");
    let title = ARTICLES[3].0;
    page.results().role("link").named(title).script("arguments[0].focus()");
    page.script("scrollTo(0, 400)");
    expect_still(page);
    page.await_program();
    assert_eq!(page.script("return document.activeElement.textContent"), title);
    assert_eq!(page.scrolled(), 400);
}
