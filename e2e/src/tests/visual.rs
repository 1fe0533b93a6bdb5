//! Visual tests: every page matches its reference pictures in several viewports and both colour
//! schemes, and no layout shifts or overflows.

use serde_json::{Value, json};

use crate::{
    accessibility, axe,
    device::ColorScheme,
    page::{Page, expect_ok},
    pictures,
    scenes::{self, Scene},
    seed::{self, ARTICLES},
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "visual",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // Screenshots, schemes and layout shifts need developer tools.
            test!(a_narrow_viewport_has_no_overflow),
            test!(layout_shifts_are_found).against(Site::Inline(SHIFTING_PAGE)),
            test!(no_layout_shift_while_loading),
            test!(no_layout_shift_while_typing),
            test!(the_start_of_a_page_stays_while_the_rest_arrives),
            test!(text_at_twice_its_size_does_not_overflow),
            test!(results_match_their_references),
            test!(the_article_page_matches_its_references),
            test!(site_sections_match_their_references),
            test!(the_views_that_explore_match_their_references),
            test!(dialogs_match_their_references),
            test!(error_pages_match_their_references),
            test!(pages_without_javascript_match_their_references),
            test!(right_to_left_text_matches_its_references).against(Site::Hostile),
            test!(every_kind_of_block_matches_its_references).against(Site::Hostile),
            test!(the_page_in_german_matches_its_references).against(Site::German),
            test!(the_page_in_arabic_matches_its_references).against(Site::Arabic),
            test!(the_page_in_japanese_matches_its_references).against(Site::Japanese),
        ],
    }
}

/// Returns the elements that overflow the viewport sideways.
const OVERFLOW: &str = "
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
        .filter(element => { const box = element.getBoundingClientRect(); return box.width && (box.right > width + 0.5 || box.left < -0.5) })
        .map(element => element.outerHTML.slice(0, 120));
";

#[track_caller]
fn expect_no_overflow(page: &Page, scene: &str) {
    let overflowing = page.script(OVERFLOW);
    assert_eq!(overflowing, json!([]), "{scene} overflows the viewport");
}

fn a_narrow_viewport_has_no_overflow(page: &Page) {
    page.resize(320, 640);
    page.open("/");
    page.expect_count(17);
    expect_no_overflow(page, "the results");
    page.open("/?q=north+korea&kind=article&section=Russia-Ukraine+War");
    page.active_filters().one();
    expect_no_overflow(page, "a view with filters");
    page.open_article(ARTICLES[3].1, "");
    page.expect_article(ARTICLES[3].0);
    expect_no_overflow(page, "the article page");
    page.role("button").starting_with("Keys").click();
    page.role("dialog").one();
    expect_no_overflow(page, "the list of keys");
    page.allow_failed_request("/nowhere");
    page.open("/nowhere");
    page.search_box().one();
    expect_no_overflow(page, "the page for unknown URLs");
    page.open(&format!("/?q={}", "x".repeat(300)));
    page.expect_count(0);
    expect_no_overflow(page, "a very long word");
}

/// Doubles the size of text as the browser's own setting does.
fn text_at_twice_its_size_does_not_overflow(page: &Page) {
    page.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('html { font-size: 200% }');
            document.adoptedStyleSheets = [sheet];
        });",
    );
    for width in [640, 1280] {
        page.resize(width, 800);
        page.open("/");
        page.expect_count(17);
        expect_no_overflow(page, &format!("large text at {width} px"));
    }
}

/// Reports the layout shifts since the document began, with the elements that moved.
///
/// The browser reports shifts some time after they happen, but in order. The script therefore
/// causes a shift of its own once fonts are loaded and the page is idle, and waits for its report:
/// no earlier shift can follow it.
const SHIFTS: &str = "
    const report = arguments[arguments.length - 1];
    const found = [];
    let probedAt = Infinity;
    const probe = document.createElement('div');
    probe.style.height = '200px';
    const observer = new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
            if (entry.startTime >= probedAt) {
                observer.disconnect();
                probe.remove();
                report(found);
                return;
            }
            if (entry.hadRecentInput) continue;
            found.push([entry.value, entry.startTime, ...entry.sources.map(({ node, previousRect, currentRect }) =>
                [(node?.outerHTML ?? '?').slice(0, 120), ...[previousRect, currentRect].map(({ x, y, width, height }) => [x, y, width, height])])]);
        }
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    document.fonts.ready.then(() => requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(() => {
        probedAt = performance.now();
        document.body.prepend(probe);
    }))));
";

/// Returns the layout shifts since the document began.
#[track_caller]
pub(crate) fn layout_shifts(page: &Page) -> Value {
    expect_ok(page.session().run_async(SHIFTS, &json!([])))
}

#[track_caller]
fn expect_no_shift(page: &Page, when: &str) {
    assert_eq!(layout_shifts(page), json!([]), "the layout shifts {when}");
}

/// A page that inserts a box above its heading after the first frame.
const SHIFTING_PAGE: &[(&str, &str)] = &[(
    "index.html",
    "<!doctype html><html lang=en><head><title>A page</title>
    <meta name=viewport content='width=device-width'><link rel=icon href='data:,'></head>
    <body><main><h1>A page</h1></main><script>
        const box = document.createElement('p');
        box.style.height = '300px';
        const insert = () => document.querySelector('h1').before(box);
        requestAnimationFrame(() => requestAnimationFrame(insert));
    </script></body></html>",
)];

fn layout_shifts_are_found(page: &Page) {
    page.open("/");
    let shifts = layout_shifts(page);
    assert_eq!(shifts.as_array().map(Vec::len), Some(1), "{shifts}");
}

fn no_layout_shift_while_loading(page: &Page) {
    for (width, height) in [(320, 640), (768, 1024), (1440, 900)] {
        page.resize(width, height);
        page.open("/");
        page.expect_count(17);
        expect_no_shift(page, &format!("while the results load at {width} px"));
        page.open("/?q=russia&kind=article");
        page.expect_titles_in_any_order(
            &seed::matching("russia")
                .into_iter()
                .filter(|title| is_article(title))
                .collect::<Vec<_>>(),
        );
        expect_no_shift(page, &format!("while a view with filters loads at {width} px"));
        page.open_article(ARTICLES[2].1, "");
        page.expect_article(ARTICLES[2].0);
        expect_no_shift(page, &format!("while an article loads at {width} px"));
    }
}

fn is_article(title: &str) -> bool {
    ARTICLES.iter().any(|(article, ..)| *article == title)
}

/// Returns the positions of the elements around the results. The browser does not report layout
/// shifts shortly after a key, so the test compares positions.
const POSITIONS: &str = "
    const places = {};
    for (const [name, element] of Object.entries({
        searchbox: document.querySelector('input[type=search]'),
        sort: document.querySelector('select[name=sort]'),
        results: document.querySelector('[aria-label=Results]'),
        facet: document.querySelector('fieldset'),
    })) {
        const box = element?.getBoundingClientRect();
        if (box) places[name] = [box.left, box.top, name === 'results' ? box.width : box.right].map(Math.round);
    }
    return places;
";

fn no_layout_shift_while_typing(page: &Page) {
    for (width, height) in [(375, 800), (1280, 800)] {
        page.resize(width, height);
        page.open("/");
        page.expect_count(17);
        page.search_box().click();
        page.type_text("n");
        page.expect_path("/?q=n");
        let before = page.script(POSITIONS);
        for key in ["o", "r", "t", "h", " ", "k"] {
            page.type_text(key);
            let now = page.script(POSITIONS);
            assert_eq!(now, before, "elements moved at {key:?}, {width} px wide");
        }
        page.expect_titles_in_any_order(&seed::matching("north k"));
        assert_eq!(page.script(POSITIONS), before, "elements moved at the end, {width} px wide");
        expect_no_shift(page, "while typing");
    }
}

/// Removes the elements of the masthead from the last to the first, as if each had not arrived yet,
/// and returns those before it that move. Browsers paint a page of which they have a part.
const MOVED_BY_LATER_ONES: &str = "
    const found = [];
    const place = element => [...element.getClientRects()].map(box => [box.x, box.y].map(Math.round)).join();
    const elements = [...document.querySelector('.masthead').querySelectorAll('*')];
    for (const last of elements.reverse()) {
        const before = elements.filter(element => element.isConnected && !element.contains(last)
            && last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING && element.checkVisibility() && !element.matches('.visually-hidden'));
        const places = before.map(place);
        last.remove();
        before.forEach((element, nth) => {
            if (place(element) !== places[nth])
                found.push(`${element.outerHTML.slice(0, 60)} moves from ${place(element)} to ${places[nth]} with ${last.outerHTML.slice(0, 60)}`);
        });
    }
    return found;
";

fn the_start_of_a_page_stays_while_the_rest_arrives(page: &Page) {
    for (width, height) in [(320, 640), (390, 844), (768, 1024), (1440, 900)] {
        page.resize(width, height);
        for path in ["/".to_owned(), format!("/article/{}/", ARTICLES[2].1)] {
            page.open(&path);
            let moved = page.script(MOVED_BY_LATER_ONES);
            assert_eq!(moved, json!([]), "{path} at {width} px");
        }
    }
}

const PHONE: (u32, u32) = (320, 900);
const TABLET: (u32, u32) = (768, 1024);
const DESKTOP: (u32, u32) = (1440, 900);

/// The first wide width. The guards of all other tests check the page in a wide viewport.
const WIDE: u32 = 1024;

/// Returns the colour schemes of a scene's pictures.
fn schemes(scene: &Scene) -> &'static [ColorScheme] {
    if scene.every_look { &[ColorScheme::Light, ColorScheme::Dark] } else { &[ColorScheme::Light] }
}

/// Returns the name, viewport and colour scheme of each picture of a scene.
fn pictures(scene: &Scene) -> impl Iterator<Item = (String, (u32, u32), ColorScheme)> {
    let viewports: &[_] = match scene {
        Scene { narrow_only: true, .. } => &[PHONE, TABLET],
        Scene { every_look: false, .. } => &[PHONE, DESKTOP],
        _ => &[PHONE, TABLET, DESKTOP],
    };
    let variants = viewports
        .iter()
        .flat_map(|viewport| schemes(scene).iter().map(move |scheme| (*viewport, *scheme)));
    variants.map(|(viewport, scheme)| {
        (format!("{}-{}-{}", scene.name, viewport.0, scheme.name()), viewport, scheme)
    })
}

/// Compares each scene with its reference pictures, and checks its accessibility.
fn check_scenes(page: &Page, scenes: &[Scene]) {
    let mut failures = Vec::new();
    for scene in scenes {
        (scene.open)(page);
        page.move_pointer_away();
        let renderer = pictures::renderer(page);
        for (name, view, scheme) in pictures(scene) {
            page.resize(view.0, view.1);
            page.set_color_scheme(scheme);
            if scene.typefaces {
                page.show_typefaces();
            }
            let screenshot = page.screenshot(&name);
            failures.extend(
                pictures::compare(&name, &screenshot, &renderer, page.updates_screenshots()).err(),
            );
            // Once for each viewport.
            if Some(&scheme) == schemes(scene).last() {
                expect_no_overflow(page, &format!("{} at {} px", scene.name, view.0));
                // axe-core needs JavaScript.
                if view.0 < WIDE && scene.javascript {
                    let found = axe::violations(page);
                    failures.extend(
                        found
                            .iter()
                            .map(|found| format!("{} at {} px: {found}", scene.name, view.0)),
                    );
                }
            }
        }
        // They depend on the styles, and other scenes have these styles.
        let found =
            if scene.every_look { accessibility::violations(page, scene) } else { Vec::new() };
        failures.extend(found.into_iter().map(|found| format!("{}: {found}", scene.name)));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn results_match_their_references(page: &Page) {
    check_scenes(page, scenes::RESULTS);
}

fn the_article_page_matches_its_references(page: &Page) {
    check_scenes(page, scenes::READER);
}

fn site_sections_match_their_references(page: &Page) {
    check_scenes(page, scenes::SECTIONS);
}

fn the_views_that_explore_match_their_references(page: &Page) {
    check_scenes(page, scenes::EXPLORER);
}

fn dialogs_match_their_references(page: &Page) {
    check_scenes(page, scenes::DIALOGS);
}

fn error_pages_match_their_references(page: &Page) {
    check_scenes(page, scenes::ERRORS);
}

fn pages_without_javascript_match_their_references(page: &Page) {
    page.disable_javascript();
    page.allow_failed_request(".js"); // the browser cancels its preloads
    page.allow_console_message("preloaded using link preload but not used");
    check_scenes(page, scenes::WITHOUT_JAVASCRIPT);
}

fn right_to_left_text_matches_its_references(page: &Page) {
    check_scenes(page, scenes::RIGHT_TO_LEFT);
}

fn every_kind_of_block_matches_its_references(page: &Page) {
    check_scenes(page, scenes::FORMS);
}

fn the_page_in_german_matches_its_references(page: &Page) {
    check_scenes(page, scenes::GERMAN);
}

fn the_page_in_arabic_matches_its_references(page: &Page) {
    check_scenes(page, scenes::ARABIC);
}

fn the_page_in_japanese_matches_its_references(page: &Page) {
    check_scenes(page, scenes::JAPANESE);
}

#[cfg(test)]
mod references {
    use super::*;
    use std::fs;

    #[test]
    fn every_scene_has_references_and_every_reference_a_scene() {
        let mut known: Vec<String> =
            scenes::all().flat_map(pictures).map(|(name, ..)| name).collect();
        let mut references: Vec<String> = fs::read_dir(pictures::references_folder())
            .expect("the folder exists")
            .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
            .collect();
        known.sort();
        references.sort();
        assert_eq!(references, known);
    }
}
