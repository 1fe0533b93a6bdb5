//! The looks: every page as its kept pictures have it, in narrow and wide windows, in light and in dark; nothing shifts,
//! nothing runs out of the screen.

use std::fs;

use crate::{
    accessibility, guards,
    page::{Page, Scheme, project},
    pictures,
    runner::{Site, Test, suite},
    scenes::{self, Scene},
    seed::{self, ARTICLES},
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "looks",
        Site::Built,
        [
            nothing_runs_out_of_a_narrow_screen,
            nothing_shifts_while_loading,
            nothing_shifts_while_typing,
            large_text_fits,
            results_look_as_they_did,
            the_reader_looks_as_it_did,
            rooms_look_as_they_did,
            sheets_look_as_they_did,
            what_is_missing_looks_as_it_did,
            pages_without_scripts_look_as_they_did,
            the_documentation_has_its_pictures,
        ]
    )
    .into_iter()
    .chain(suite!("looks", Site::Hostile, [what_is_written_from_the_right_looks_as_it_did]))
    .collect()
}

/// What sticks out of the view to the right or left, in words.
const OVERFLOW: &str = "
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    return [...document.body.querySelectorAll('*')]
        .filter(element => { const box = element.getBoundingClientRect(); return box.width && (box.right > wide + 0.5 || box.left < -0.5) })
        .map(element => element.outerHTML.slice(0, 120));
";

#[track_caller]
fn expect_no_overflow(page: &Page, what: &str) {
    let out = page.script(OVERFLOW);
    assert_eq!(out, serde_json::json!([]), "{what} runs out of the screen");
}

fn nothing_runs_out_of_a_narrow_screen(page: &Page) {
    page.view(320, 640);
    page.open("/");
    page.expect_count(17);
    expect_no_overflow(page, "the results");
    page.open("/?q=north+korea&kind=article&section=Russia-Ukraine+War");
    page.active_filters().one();
    expect_no_overflow(page, "a view with filters");
    page.open_article(ARTICLES[3].1, "");
    page.expect_reader(ARTICLES[3].0);
    expect_no_overflow(page, "the reader");
    page.role("button").starting("Keys").click();
    page.role("dialog").one();
    expect_no_overflow(page, "the keys");
    page.allowances().failing("/nowhere");
    page.open("/nowhere");
    page.search_box().one();
    expect_no_overflow(page, "the page for what is not there");
    page.open(&format!("/?q={}", "x".repeat(300)));
    page.expect_count(0);
    expect_no_overflow(page, "a word without end");
}

/// Text at twice its size, by the browser's own setting, in a view of a desk's width.
fn large_text_fits(page: &Page) {
    page.before_each_document(
        "document.addEventListener('DOMContentLoaded', () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('html { font-size: 200% }');
            document.adoptedStyleSheets = [sheet];
        });",
    );
    for width in [640, 1280] {
        page.view(width, 800);
        page.open("/");
        page.expect_count(17);
        expect_no_overflow(page, &format!("large text at {width} px"));
    }
}

/// The layout shifts since the document began, and what moved.
const SHIFTS: &str = "
    const report = arguments[arguments.length - 1];
    const found = [];
    new PerformanceObserver(list => {
        for (const entry of list.getEntries().filter(entry => !entry.hadRecentInput))
            found.push([entry.value, entry.startTime, ...entry.sources.map(({ node, previousRect, currentRect }) =>
                [(node?.outerHTML ?? '?').slice(0, 120), ...[previousRect, currentRect].map(({ x, y, width, height }) => [x, y, width, height])])]);
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => report(found), 400)));
";

#[track_caller]
fn expect_no_shift(page: &Page, when: &str) {
    if !page.browser().has_developer_tools() {
        return; // only Chromium measures it
    }
    let shifts = page.session().run_async(SHIFTS, &serde_json::json!([])).expect("an answer");
    assert_eq!(shifts, serde_json::json!([]), "something shifts {when}");
}

fn nothing_shifts_while_loading(page: &Page) {
    for (width, height) in [(320, 640), (768, 1024), (1440, 900)] {
        page.view(width, height);
        page.open("/");
        page.expect_count(17);
        expect_no_shift(page, &format!("while the results load at {width} px"));
        page.open("/?q=russia&kind=article");
        page.expect_titles_in_any_order(
            &seed::holding("russia")
                .into_iter()
                .filter(|title| is_article(title))
                .collect::<Vec<_>>(),
        );
        expect_no_shift(page, &format!("while a view with filters loads at {width} px"));
        page.open_article(ARTICLES[2].1, "");
        page.expect_reader(ARTICLES[2].0);
        expect_no_shift(page, &format!("while an article loads at {width} px"));
    }
}

fn is_article(title: &str) -> bool {
    ARTICLES.iter().any(|(article, ..)| *article == title)
}

/// Shifts within half a second of a key do not count as such for the browser, hence the frame: where the things that
/// surround the results stand after each key.
const FRAME: &str = "
    const places = {};
    for (const [name, element] of Object.entries({
        searchbox: document.querySelector('input[type=search]'),
        sort: [...document.querySelectorAll('select')].at(-1),
        results: document.querySelector('[aria-label=Results]'),
        facet: document.querySelector('fieldset'),
    })) {
        const box = element?.getBoundingClientRect();
        if (box) places[name] = [box.left, box.top, name === 'results' ? box.width : box.right].map(Math.round);
    }
    return places;
";

fn nothing_shifts_while_typing(page: &Page) {
    for (width, height) in [(375, 800), (1280, 800)] {
        page.view(width, height);
        page.open("/");
        page.expect_count(17);
        page.search_box().click();
        page.keys("n");
        page.expect_path("/?q=n");
        let before = page.script(FRAME);
        for key in ["o", "r", "t", "h", " ", "k"] {
            page.keys(key);
            let now = page.script(FRAME);
            assert_eq!(now, before, "the frame moved at {key:?}, {width} px wide");
        }
        page.expect_titles_in_any_order(&seed::holding("north k"));
        assert_eq!(page.script(FRAME), before, "the frame moved at the end, {width} px wide");
        expect_no_shift(page, "while typing");
    }
}

const VIEWS: [(u32, u32); 3] = [(320, 900), (768, 1024), (1440, 900)];

/// From here on the page looks as it does in all other tests, which judge it at their end.
const WIDE: u32 = 1024;

/// The names of a scene's pictures, each with the size of its view and its colours.
fn pictures(scene: &Scene) -> impl Iterator<Item = (String, (u32, u32), Scheme)> {
    let views = VIEWS.into_iter().filter(|(width, _)| !scene.narrow || *width < WIDE);
    let each = views.flat_map(|view| [(view, Scheme::Light), (view, Scheme::Dark)]);
    each.map(|(view, scheme)| {
        (format!("{}-{}-{}", scene.name, view.0, scheme.name()), view, scheme)
    })
}

/// Compares each scene with its pictures, and judges it by what everyone must be able to do there.
fn look_at(page: &Page, scenes: &[Scene]) {
    let mut complaints = Vec::new();
    for scene in scenes {
        (scene.open)(page);
        page.point_nowhere();
        let drawn_by = pictures::drawn_by(page);
        for (name, view, scheme) in pictures(scene) {
            page.view(view.0, view.1);
            page.prefer(scheme);
            let shot = page.shot(&name);
            complaints.extend(
                pictures::compare(&name, &shot, &drawn_by, page.flags().update_screenshot).err(),
            );
            if scheme == Scheme::Dark {
                expect_no_overflow(page, &format!("{} at {} px", scene.name, view.0));
                // axe-core waits by the page's own timers.
                if view.0 < WIDE && scene.scripts {
                    let found = guards::barriers(page);
                    complaints.extend(
                        found
                            .iter()
                            .map(|found| format!("{} at {} px: {found}", scene.name, view.0)),
                    );
                }
            }
        }
        complaints.extend(
            accessibility::complaints(page, scene)
                .into_iter()
                .map(|found| format!("{}: {found}", scene.name)),
        );
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

fn results_look_as_they_did(page: &Page) {
    look_at(page, scenes::RESULTS);
}

fn the_reader_looks_as_it_did(page: &Page) {
    look_at(page, scenes::READER);
}

fn rooms_look_as_they_did(page: &Page) {
    look_at(page, scenes::ROOMS);
}

fn sheets_look_as_they_did(page: &Page) {
    look_at(page, scenes::SHEETS);
}

fn what_is_missing_looks_as_it_did(page: &Page) {
    look_at(page, scenes::MISSING);
}

fn pages_without_scripts_look_as_they_did(page: &Page) {
    page.without_javascript(true);
    page.allowances().failing(".js"); // the browser gives up what it began to load ahead
    page.allowances().complaint("preloaded using link preload but not used");
    look_at(page, scenes::WITHOUT_SCRIPTS);
}

fn what_is_written_from_the_right_looks_as_it_did(page: &Page) {
    look_at(page, scenes::FROM_THE_RIGHT);
}

/// A picture in the documentation: its file, the size of the view, and the address.
const PICTURES: [(&str, (u32, u32), &str); 8] = [
    ("docs/screenshot.png", (1280, 800), "/?q=north+korea"),
    ("docs/tour/results.png", (1280, 800), "/?q=missile+kyiv"),
    ("docs/tour/phone.png", (375, 760), "/?q=missile&kind=article"),
    (
        "docs/tour/reader.png",
        (1280, 800),
        "/article/russias-deployment-of-advanced-missile-in-dnipro-attack-raises-strategic/?q=oreshnik",
    ),
    ("docs/tour/names.png", (1280, 800), "/names/"),
    ("docs/tour/name.png", (1280, 800), "/names/?name=organisation:NATO"),
    ("docs/tour/quotes.png", (1280, 800), "/quotes/"),
    ("docs/tour/figures.png", (1280, 800), "/figures/"),
];

/// The documentation's pictures: what someone sees at these addresses, of the size that is said.
fn the_documentation_has_its_pictures(page: &Page) {
    page.prefer(Scheme::Light);
    for (path, size, address) in PICTURES {
        page.view(size.0, size.1);
        page.open(address);
        page.role("main").one();
        page.until("the page", || {
            let asked = page.script("return 'asked' in document.documentElement.dataset");
            if asked == false { Ok(()) } else { Err("it is not there yet".to_owned()) }
        });
        let shot = page.shot(&path.replace(['/', '.'], "-"));
        let file = project().join(path);
        if page.flags().update_screenshot {
            fs::create_dir_all(file.parent().expect("a folder"))
                .and_then(|()| fs::write(&file, &shot))
                .expect("docs/ can be written");
        }
        let picture = fs::read(&file)
            .unwrap_or_else(|error| panic!("{path}: {error}; --update-screenshot makes it"));
        assert_eq!(png_size(&picture), Some(size), "{path} has the size of the page in it");
    }
}

/// Width and height, from where every PNG has them.
fn png_size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| png.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    png.starts_with(b"\x89PNG\r\n").then_some(())?;
    Some((number(16)?, number(20)?))
}

#[cfg(test)]
mod kept {
    use super::*;

    /// A picture that nothing is compared with would be kept for ever.
    #[test]
    fn every_scene_has_its_pictures_and_there_are_no_others() {
        let mut known: Vec<String> =
            scenes::all().flat_map(pictures).map(|(name, ..)| name).collect();
        let mut kept: Vec<String> = fs::read_dir(pictures::folder())
            .expect("pictures are kept")
            .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
            .collect();
        known.sort();
        kept.sort();
        assert_eq!(kept, known);
    }
}
