//! Before the program is there: every page is to be read as it was published, and whatever a person does to it then is
//! done when the program takes over, without a flash, a shift or a lost keystroke.

use crate::{
    page::Page,
    page_object::{chosen, ticked},
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

/// The program's path.
#[track_caller]
fn program(page: &Page) -> String {
    page.server().without_worker(); // which would have it from elsewhere
    let front = page.server().files().read("index.html").expect("a front page");
    let front = String::from_utf8(front).expect("text");
    let mark = r#"data-program=""#;
    let path = front
        .split(mark)
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("the program's address");
    path.strip_prefix(page.server().base()).unwrap_or(path).to_owned()
}

/// Has the host keep the program back until [`send`].
#[track_caller]
fn hold(page: &Page) {
    page.server().befall(&program(page), Accident::Held);
    // Said of what is given up when one goes on, in WebKit and in Firefox.
    page.allowances().complaint("Load failed");
    page.allowances().complaint("NetworkError when attempting to fetch resource");
}

/// Has the host send the program.
#[track_caller]
fn send(page: &Page) {
    page.server().relieve(&program(page));
}

/// The same, and waits until it has taken over.
#[track_caller]
fn send_and_wait(page: &Page) {
    expect_still(page);
    send(page);
    page.await_program();
}

/// The page is as it was published: the program is not there yet.
#[track_caller]
fn expect_still(page: &Page) {
    assert_eq!(
        page.script("return !!document.getElementById('still')"),
        true,
        "the program came too early"
    );
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
    hold(page);
    for article in [0, 2] {
        page.open_at_once(&format!("/article/{}/", ARTICLES[article].1));
        page.expect_reader(ARTICLES[article].0);
        expect_text_of(page, article);
        expect_still(page);
    }
    send_and_wait(page);
    expect_text_of(page, 2);
}

fn articles_are_read_without_javascript(page: &Page) {
    page.without_javascript(true);
    page.allowances().failing(".js"); // the browser gives up what it began to load ahead
    page.open_at_once("/");
    page.expect_titles(&seed::titles());
    page.view(1100, 800);
    page.shot("without-javascript");
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
    hold(page);
    page.open_at_once("/");
    page.search_box().click();
    page.keys("umer");
    send_and_wait(page);
    page.expect_titles(&seed::holding("umer"));
    page.keys("ov");
    page.expect_titles(&seed::holding("umerov"));
    page.expect_path("/?q=umerov");
}

fn what_is_typed_over_and_over_the_takeover_is_all_there(page: &Page) {
    hold(page);
    page.open_at_once("/");
    page.search_box().click();
    let mut typed = String::new();
    let mut type_on = |characters: &str| {
        for character in characters.chars() {
            page.keys(&character.to_string());
            typed.push(character);
        }
    };
    type_on("north ");
    expect_still(page);
    send(page);
    while page.script("return !!document.getElementById('still')") == true {
        type_on("korea ");
    }
    // The caret is where it would be.
    type_on("troops");
    assert_eq!(page.query(), typed);
}

fn what_is_chosen_early_is_done(page: &Page) {
    hold(page);
    page.open_at_once("/");
    page.choose(&page.theme(), "Dark");
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
    page.choose(&page.sort_by(), "Title");
    page.value("Section", "Diplomacy").click();
    // On a slow one the program pauses between what it shows and what it does about it.
    page.slow_down(6);
    send_and_wait(page);
    page.slow_down(1);
    page.expect_path("/?section=Diplomacy&sort=title");
    page.expect_count(1);
    assert!(ticked(&page.value("Section", "Diplomacy")));
    assert_eq!(chosen(&page.theme()), "Dark");
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
    page.reload();
    assert_eq!(chosen(&page.theme()), "Dark");
}

fn a_theme_chosen_early_is_remembered_though_the_program_never_comes(page: &Page) {
    let path = program(page);
    page.allowances().failing(&path);
    page.allowances().complaint(&path); // what went wrong is told the console as well
    page.server().befall(&path, Accident::Missing);
    page.open("/");
    page.choose(&page.theme(), "Dark");
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
    page.reload();
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
}

fn a_query_in_the_address_shows_nothing_else_before(page: &Page) {
    hold(page);
    // What asks for nothing hides nothing.
    page.open_at_once("/?utm_source=letter");
    page.expect_titles(&seed::titles());
    expect_still(page);
    page.open_at_once("/?q=umerov");
    assert_eq!(page.query(), "umerov");
    // What is not seen has no role.
    page.results().none();
    send_and_wait(page);
    page.expect_titles(&seed::holding("umerov"));
}

fn an_early_link_leads_to_a_page(page: &Page) {
    hold(page);
    page.open_at_once("/");
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_reader(ARTICLES[1].0);
    expect_text_of(page, 1);
    send_and_wait(page);
    page.expect_path(&format!("/article/{}/", ARTICLES[1].1));
}

fn focus_stays_where_it_is(page: &Page) {
    hold(page);
    page.open_at_once("/");
    let title = ARTICLES[3].0;
    page.results().role("link").named(title).script("arguments[0].focus({ preventScroll: true })");
    page.script("scrollTo(0, 400)");
    send_and_wait(page);
    assert_eq!(page.script("return document.activeElement.textContent"), title);
    assert_eq!(page.scrolled(), 400);
}
