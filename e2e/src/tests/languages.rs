//! The language of the page's messages where a site offers several: the reader's browser chooses,
//! and only its catalogue is downloaded.

use crate::{
    page::Page,
    seed::{self, ARTICLES},
    server::Fault,
    site::Site,
    suite::{Suite, test},
    tests::{offline, translations::CONTENTS_AT_THE_RIGHT},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "languages",
        // It names no language, so it offers all that the page is translated into.
        site: Site::Build,
        // The catalogues have URLs below the base path.
        depends_on_base: true,
        tests: vec![
            test!(the_best_language_is_chosen),
            test!(a_german_reader_gets_german_with_one_request).in_every_engine(),
            test!(an_edition_beside_the_program_is_german_with_one_request)
                .in_every_engine()
                .against(Site::Parts),
            test!(an_english_reader_requests_no_catalogue).in_every_engine(),
            test!(a_reader_of_a_language_without_catalogue_requests_none),
            test!(a_catalogue_that_does_not_arrive_leaves_english).in_every_engine(),
            test!(another_file_in_place_of_a_catalogue_leaves_english),
            test!(arabic_reads_from_right_to_left).in_every_engine(),
            test!(focus_and_text_survive_the_change_of_language).in_every_engine(),
            test!(a_button_pressed_before_the_change_of_language_acts),
            // Only developer tools can set the languages without changing the document.
            test!(the_language_is_kept_for_offline),
            test!(without_javascript_the_page_is_english),
        ],
    }
}

/// The module under test, as a function of two lists.
const CHOOSE: &str = include_str!("../../../src/js/boot/choose-language.js");

fn the_best_language_is_chosen(page: &Page) {
    page.open("/");
    let module = CHOOSE.replace("export ", "");
    let check = |wanted: &str, offered: &str, expected: &str| {
        let script = format!(
            "{module} return chooseLanguage({wanted:?}.split(' '), {offered:?}.split(' ')) ?? ''"
        );
        assert_eq!(page.script(&script), expected, "{wanted} among {offered}");
    };
    // The same, before the same language elsewhere.
    check("de", "en de", "de");
    check("pt-br", "en pt pt-br", "pt-br");
    // Another variety, in both directions.
    check("de-at", "en de", "de");
    check("pt", "en pt-br", "pt-br");
    check("pt-pt", "en pt-br", "pt-br");
    check("zh-hans-cn", "en zh", "zh");
    check("en-us", "en-gb de", "en-gb");
    // The reader's order decides, not the site's.
    check("fr de en", "en de fr", "fr");
    check("de-at en", "en de", "de");
    check("en de", "de en", "en");
    check("sv nb de en", "en de", "de");
    // None.
    check("sv", "en de", "");
    check("", "en de", "");
    // The beginning of a tag is not its language.
    check("d", "en de", "");
    check("eng", "en", "");
}

/// Returns the requests for catalogues so far.
fn requested_catalogues(page: &Page) -> Vec<String> {
    let log = page.server().log();
    let requests = log.iter().filter(|request| request.target.contains("/messages-"));
    requests.map(|request| request.target.clone()).collect()
}

/// Expects a language and a writing direction of the document.
#[track_caller]
fn expect_language(page: &Page, language: &str, direction: &str) {
    let found = page.script(
        "const { documentElement: root } = document;
        return `${root.lang} ${getComputedStyle(root).direction}`",
    );
    assert_eq!(found, format!("{language} {direction}"));
}

#[track_caller]
fn expect_german(page: &Page) {
    page.expect_status(&format!("{} Einträge", seed::titles().len()));
    expect_language(page, "de", "ltr");
    page.role("searchbox").named("Artikel suchen").one();
    // Texts stay in their language.
    let cards = "return document.querySelectorAll('.results article:not([lang=en])').length";
    assert_eq!(page.script(cards), 0);
    // Messages of scripts are in the catalogue, too, with their arguments.
    page.open_article(ARTICLES[0].1, "q=russia");
    page.expect_article(ARTICLES[0].0);
    page.until("the announcement of a hit", || {
        // The hits of an edition in parts may come after the article.
        page.role("button").named("Nächster Treffer").click();
        let [text, hits] = [
            page.script("return document.querySelector('.announcements').textContent"),
            page.script("return document.querySelectorAll('.reader mark:not([class])').length"),
        ];
        let text = text.as_str().unwrap_or_default();
        let numbers = text.strip_prefix("Treffer ").and_then(|text| text.split_once(" von "));
        match numbers {
            Some((_, all)) if all.parse().ok() == hits.as_u64() => Ok(()),
            _ => Err(format!("“{text}” among {hits}")),
        }
    });
}

fn a_german_reader_gets_german_with_one_request(page: &Page) {
    page.server().disable_worker();
    page.set_languages(&["de-AT", "en"]);
    page.open("/");
    let expected = format!("{}{}", page.server().base(), page.catalogue_path("de"));
    assert_eq!(requested_catalogues(page), [expected]);
    expect_german(page);
}

fn an_edition_beside_the_program_is_german_with_one_request(page: &Page) {
    a_german_reader_gets_german_with_one_request(page);
}

fn an_english_reader_requests_no_catalogue(page: &Page) {
    page.set_languages(&["en-US", "de"]);
    page.open("/");
    page.expect_titles(&seed::titles());
    expect_language(page, "en", "ltr");
    assert!(requested_catalogues(page).is_empty());
}

fn a_reader_of_a_language_without_catalogue_requests_none(page: &Page) {
    page.set_languages(&["sv-SE", "sv"]);
    page.open("/");
    page.expect_titles(&seed::titles());
    expect_language(page, "en", "ltr");
    assert!(requested_catalogues(page).is_empty());
}

fn a_catalogue_that_does_not_arrive_leaves_english(page: &Page) {
    page.remove_file(&page.catalogue_path("de"));
    page.set_languages(&["de"]);
    page.open("/");
    page.expect_titles(&seed::titles());
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    expect_language(page, "en", "ltr");
}

fn another_file_in_place_of_a_catalogue_leaves_english(page: &Page) {
    page.server().disable_worker();
    let html = page.server().files().read("index.html").expect("a front page");
    page.server().inject(&page.catalogue_path("de"), Fault::Replaced(html));
    page.set_languages(&["de"]);
    page.open("/");
    page.expect_titles(&seed::titles());
    expect_language(page, "en", "ltr");
}

/// Holds the program back, and returns its path.
#[track_caller]
fn hold_program(page: &Page) -> String {
    let program = page.program_path();
    page.server().disable_worker();
    page.server().inject(&program, Fault::Held);
    program
}

fn arabic_reads_from_right_to_left(page: &Page) {
    let program = hold_program(page);
    page.set_languages(&["ar"]);
    page.open_published("/");
    // English text is never laid out like Arabic.
    page.expect_titles(&seed::titles());
    expect_language(page, "en", "ltr");
    page.server().clear(&program);
    page.await_program();
    expect_language(page, "ar", "rtl");
    page.role("searchbox").named("البحث في المقالات").one();
    // The texts are English, and read from left to right.
    let headline = "return getComputedStyle(document.querySelector('.headline')).direction";
    assert_eq!(page.script(headline), "ltr");
    // The columns are those of the page.
    page.open_article(ARTICLES[2].1, "");
    page.expect_article(ARTICLES[2].0);
    assert_eq!(
        page.script("return getComputedStyle(document.querySelector('.reader')).direction"),
        "ltr"
    );
    assert_eq!(page.script(CONTENTS_AT_THE_RIGHT), true);
}

fn focus_and_text_survive_the_change_of_language(page: &Page) {
    let program = hold_program(page);
    page.set_languages(&["de"]);
    page.open_published("/");
    page.search_box().click();
    page.type_text("umer");
    page.server().clear(&program);
    page.await_program();
    page.type_text("ov");
    page.until("the results", || {
        let found = page.role("list").named("Ergebnisse").role("heading").names();
        if found == seed::matching("umerov") { Ok(()) } else { Err(format!("{found:?}")) }
    });
    assert!(page.role("searchbox").named("Artikel suchen").has_focus());
}

fn a_button_pressed_before_the_change_of_language_acts(page: &Page) {
    let program = hold_program(page);
    page.set_languages(&["de"]);
    page.open_published("/");
    page.role("button").named("Keys").click();
    page.server().clear(&program);
    page.await_program();
    page.role("dialog").named("Tastenkürzel").one();
}

fn the_language_is_kept_for_offline(page: &Page) {
    page.set_languages(&["de"]);
    page.open("/");
    page.expect_status(&format!("{} Einträge", seed::titles().len()));
    page.expect_offline_copy();
    let catalogue = page.catalogue_path("de");
    page.until("the catalogue to be kept", || {
        let kept = offline::kept(page);
        let catalogues: Vec<&String> =
            kept.iter().filter(|url| url.contains("/messages-")).collect();
        match catalogues[..] {
            [only] if only.ends_with(&catalogue) => Ok(()),
            _ => Err(format!("{catalogues:?}")),
        }
    });
    offline::stop_host(page);
    page.open("/");
    expect_german(page);
}

fn without_javascript_the_page_is_english(page: &Page) {
    page.set_languages(&["de"]);
    page.disable_javascript();
    page.allow_failed_request(".js"); // the browser cancels its preloads
    page.open_published("/");
    page.expect_titles(&seed::titles());
    expect_language(page, "en", "ltr");
}
