//! The take-over: a published page can be read and used at once, and the program continues from
//! there without a flash, a layout shift or a lost keystroke.

use crate::{
    page::Page,
    page_object::{is_checked, selected_option},
    seed::{self, ARTICLES},
    server::Fault,
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "takeover",
        site: Site::Build,
        // The program and the articles have URLs below the base path.
        depends_on_base: true,
        tests: vec![
            // The moment of the take-over depends on the engine's scheduler.
            test!(articles_can_be_read_before_the_program_runs).in_every_engine(),
            test!(text_typed_before_the_take_over_is_searched).in_every_engine(),
            test!(no_keystroke_is_lost_during_the_take_over).in_every_engine(),
            test!(options_chosen_before_the_take_over_apply).in_every_engine(),
            test!(focus_and_scroll_position_survive_the_take_over).in_every_engine(),
            // These do not depend on that moment, or need developer tools.
            test!(articles_can_be_read_without_javascript),
            test!(a_theme_chosen_without_the_program_is_remembered),
            test!(a_query_in_the_url_hides_other_results_until_the_program_runs),
            test!(links_work_before_the_take_over),
        ],
    }
}

/// Holds the program back until [`release`].
#[track_caller]
fn hold(page: &Page) {
    page.server().disable_worker(); // the worker would fetch the program too
    page.server().inject(&page.program_path(), Fault::Held);
    // WebKit and Firefox report downloads that a navigation cancels.
    page.allow_console_message("Load failed");
    page.allow_console_message("NetworkError when attempting to fetch resource");
}

/// Lets the host send the program.
#[track_caller]
fn release(page: &Page) {
    page.server().clear(&page.program_path());
}

/// Lets the host send the program, and waits until it has taken over.
#[track_caller]
fn take_over(page: &Page) {
    expect_published(page);
    release(page);
    page.await_program();
}

/// Expects the page as it was published: the program has not taken over yet.
#[track_caller]
fn expect_published(page: &Page) {
    assert_eq!(
        page.script("return !!document.getElementById('still')"),
        true,
        "the program took over too early"
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

fn articles_can_be_read_before_the_program_runs(page: &Page) {
    hold(page);
    for article in [0, 2] {
        page.open_published(&format!("/article/{}/", ARTICLES[article].1));
        page.expect_article(ARTICLES[article].0);
        expect_text_of(page, article);
        expect_published(page);
    }
    take_over(page);
    expect_text_of(page, 2);
}

fn articles_can_be_read_without_javascript(page: &Page) {
    page.disable_javascript();
    page.allow_failed_request(".js"); // the browser cancels its preloads
    page.open_published("/");
    page.expect_titles(&seed::titles());
    page.resize(1100, 800);
    page.screenshot("without-javascript");
    for (nth, (title, ..)) in ARTICLES.iter().enumerate() {
        page.results().role("link").named(title).click();
        page.expect_article(title);
        expect_text_of(page, nth);
        page.role("link").named("Back to results").click();
        page.expect_titles(&seed::titles());
    }
    let text = page.script("return document.body.innerText");
    let text = text.as_str().unwrap_or_default();
    assert!(text.contains("searching and filtering need it"), "{text}");
    page.search_box().none();
    page.facet("Section").none();
}

fn text_typed_before_the_take_over_is_searched(page: &Page) {
    hold(page);
    page.open_published("/");
    page.search_box().click();
    page.type_text("umer");
    take_over(page);
    page.expect_titles(&seed::matching("umer"));
    page.type_text("ov");
    page.expect_titles(&seed::matching("umerov"));
    page.expect_path("/?q=umerov");
}

fn no_keystroke_is_lost_during_the_take_over(page: &Page) {
    hold(page);
    page.open_published("/");
    page.search_box().click();
    let mut typed = String::new();
    let mut type_more = |characters: &str| {
        for character in characters.chars() {
            page.type_text(&character.to_string());
            typed.push(character);
        }
    };
    type_more("north ");
    expect_published(page);
    release(page);
    while page.script("return !!document.getElementById('still')") == true {
        type_more("korea ");
    }
    // The caret is still at the end.
    type_more("troops");
    assert_eq!(page.query(), typed);
}

fn options_chosen_before_the_take_over_apply(page: &Page) {
    hold(page);
    page.open_published("/");
    page.select_option(&page.theme_select(), "Dark");
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
    page.select_option(&page.sort_select(), "Title");
    page.facet_value("Section", "Diplomacy").click();
    // On a slow processor, there is a pause between the first render and the take-over.
    page.throttle_cpu(6);
    take_over(page);
    page.throttle_cpu(1);
    page.expect_path("/?section=Diplomacy&sort=title");
    page.expect_count(1);
    assert!(is_checked(&page.facet_value("Section", "Diplomacy")));
    assert_eq!(selected_option(&page.theme_select()), "Dark");
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
    page.reload();
    assert_eq!(selected_option(&page.theme_select()), "Dark");
}

fn a_theme_chosen_without_the_program_is_remembered(page: &Page) {
    page.remove_program();
    page.open("/");
    page.select_option(&page.theme_select(), "Dark");
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
    page.reload();
    assert_eq!(page.script("return document.documentElement.dataset.theme"), "dark");
}

fn a_query_in_the_url_hides_other_results_until_the_program_runs(page: &Page) {
    hold(page);
    // Parameters without a meaning hide nothing.
    page.open_published("/?utm_source=letter");
    page.expect_titles(&seed::titles());
    expect_published(page);
    page.open_published("/?q=umerov");
    assert_eq!(page.query(), "umerov");
    // Hidden elements have no role.
    page.results().none();
    take_over(page);
    page.expect_titles(&seed::matching("umerov"));
}

fn links_work_before_the_take_over(page: &Page) {
    hold(page);
    page.open_published("/");
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_article(ARTICLES[1].0);
    expect_text_of(page, 1);
    take_over(page);
    page.expect_path(&format!("/article/{}/", ARTICLES[1].1));
}

fn focus_and_scroll_position_survive_the_take_over(page: &Page) {
    hold(page);
    page.open_published("/");
    let title = ARTICLES[3].0;
    page.results().role("link").named(title).script("arguments[0].focus({ preventScroll: true })");
    page.script("scrollTo(0, 400)");
    take_over(page);
    assert_eq!(page.script("return document.activeElement.textContent"), title);
    assert_eq!(page.scroll_y(), 400);
}
