//! The page's typefaces: they arrive after everything that matters more, stay small, and move
//! nothing.

use serde_json::{Value, json};

use crate::{
    page::Page,
    seed::{self, ARTICLES},
    server::Fault,
    site::Site,
    suite::{Suite, test},
    tests::visual::layout_shifts,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "typefaces",
        site: Site::Build,
        // The stylesheet has the base path in its URL.
        depends_on_base: true,
        tests: vec![
            // Font loading is the engine's own.
            test!(they_are_shown_on_a_later_visit).in_every_engine(),
            test!(they_are_shown_on_the_second_page_of_a_first_visit).in_every_engine(),
            test!(they_are_shown_with_the_results_of_a_first_search).in_every_engine(),
            // Paint times and layout shifts need Chromium.
            test!(they_are_requested_after_the_first_paint_and_the_program),
            test!(on_a_first_visit_the_largest_paint_is_the_first),
            test!(late_ones_move_nothing_and_are_shown_on_the_next_page),
            test!(a_page_without_them_works),
        ],
    }
}

/// The most bytes of fonts that a reader of a Latin script downloads.
const BUDGET: f64 = 70_000.0;

/// Returns the path of the stylesheet, below the base.
#[track_caller]
pub(crate) fn stylesheet(page: &Page) -> String {
    let front = page.server().files().read("index.html").expect("a front page");
    let front = String::from_utf8_lossy(&front);
    let (_, rest) = front.split_once("data-typefaces=\"").expect("the page names them");
    let url = rest.split('"').next().unwrap_or_default();
    url.strip_prefix(page.server().base()).expect("it is below the base").to_owned()
}

fn shown(page: &Page) -> bool {
    page.script("return 'typefaces' in document.documentElement.dataset") == true
}

/// Waits until the four fonts of a page in a Latin script have arrived.
#[track_caller]
fn expect_loaded(page: &Page) {
    page.until("the fonts", || {
        let loaded = page.script(
            "return [...document.fonts].filter(({ family, status }) =>
                family.includes('Cuttings') && status === 'loaded').length",
        );
        if loaded.as_u64() >= Some(4) { Ok(()) } else { Err(format!("{loaded} have arrived")) }
    });
}

/// Waits until headings and controls are set in the typefaces.
#[track_caller]
fn expect_shown(page: &Page) {
    page.until("the typefaces", || if shown(page) { Ok(()) } else { Err(String::new()) });
    let families = page.script(
        "return ['h1', '.toolbar'].map(part => getComputedStyle(document.querySelector(part)).fontFamily)",
    );
    for (nth, family) in ["Cuttings Serif", "Cuttings Sans"].into_iter().enumerate() {
        assert!(families[nth].as_str().is_some_and(|first| first.contains(family)), "{families}");
    }
}

fn they_are_shown_on_a_later_visit(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.expect_offline_copy();
    page.open("/");
    page.expect_count(17);
    expect_shown(page);
}

fn they_are_shown_on_the_second_page_of_a_first_visit(page: &Page) {
    page.server().disable_worker();
    page.open_article(ARTICLES[2].1, "");
    page.expect_article(ARTICLES[2].0);
    expect_loaded(page);
    page.role("link").named("Back to results").click();
    page.expect_titles(&seed::titles());
    expect_shown(page);
    expect_loaded(page);
}

fn they_are_shown_with_the_results_of_a_first_search(page: &Page) {
    page.server().disable_worker();
    page.open("/");
    page.expect_count(17);
    expect_loaded(page);
    assert!(!shown(page), "they would move the text that is being read");
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    expect_shown(page);
}

fn they_are_requested_after_the_first_paint_and_the_program(page: &Page) {
    for path in ["/", "/?q=russia", &format!("/article/{}/", ARTICLES[2].1)] {
        page.open(path);
        expect_loaded(page);
        let times = page.script(
            "const entries = performance.getEntriesByType('resource');
            const [paint] = performance.getEntriesByType('paint');
            const fonts = entries.filter(({ name }) => name.includes('.woff2'));
            return {
                before: Math.max(paint.startTime, entries.find(({ name }) => name.includes('.wasm')).responseEnd),
                requested: Math.min(...entries.filter(({ name }) => /typefaces-|woff2/.test(name)).map(({ startTime }) => startTime)),
                bytes: fonts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
                fonts: fonts.length,
            }",
        );
        let number = |name: &str| times[name].as_f64().unwrap_or(f64::NAN);
        assert!(number("requested") >= number("before"), "{path}: {times}");
        assert!(number("bytes") > 0.0 && number("bytes") <= BUDGET, "{path}: {times}");
        assert_eq!(times["fonts"], 4, "{path}: {times}");
    }
}

fn on_a_first_visit_the_largest_paint_is_the_first(page: &Page) {
    page.server().disable_worker();
    for path in ["/".to_owned(), format!("/article/{}/", ARTICLES[2].1)] {
        page.open(&path);
        expect_loaded(page);
        assert!(!shown(page), "{path}: they would move the text that is being read");
        let late = page.script(
            "const program = performance.getEntriesByType('resource')
                .find(({ name }) => name.includes('.wasm')).responseEnd;
            // The program may arrive before the first paint if the page was slow to load.
            const [{ startTime: first }] =
                performance.getEntriesByName('first-contentful-paint');
            return new Promise((resolve) => {
                new PerformanceObserver((list) => {
                    // The entries hold elements, which a test cannot take.
                    const times = list.getEntries().map(({ startTime }) => startTime);
                    resolve(times.filter((time) => time > Math.max(program, first)));
                }).observe({ type: 'largest-contentful-paint', buffered: true });
            })",
        );
        assert_eq!(late, json!([]), "{path}: largest paints after the program's arrival");
    }
}

fn late_ones_move_nothing_and_are_shown_on_the_next_page(page: &Page) {
    page.server().disable_worker();
    let sheet = stylesheet(page);
    for (width, height) in [(320, 640), (768, 1024), (1440, 900)] {
        page.resize(width, height);
        for path in ["/".to_owned(), format!("/article/{}/", ARTICLES[2].1)] {
            page.server().inject(&sheet, Fault::Held);
            page.open(&path);
            assert!(!shown(page), "{path}: they have not arrived");
            page.server().clear(&sheet);
            expect_loaded(page);
            assert_eq!(layout_shifts(page), json!([]), "{path} at {width} px");
            assert!(!shown(page), "{path}: they would move the text that is being read");
        }
        page.role("link").named("Back to results").click();
        page.expect_titles(&seed::titles());
        assert!(shown(page), "the results are a new page");
    }
}

fn a_page_without_them_works(page: &Page) {
    let sheet = stylesheet(page);
    page.server().inject(&sheet, Fault::Missing);
    page.allow_failed_request("typefaces-");
    // The browser refuses the host's error page as a stylesheet.
    page.allow_console_message("typefaces-");
    page.server().disable_worker();
    page.open("/");
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    assert_eq!(
        page.script("return document.documentElement.dataset.typefaces ?? null"),
        Value::Null
    );
}
