//! What a person chooses for themselves and the browser remembers: the theme, and whether single keys do anything.

use serde_json::Value;

use crate::{
    page::{Page, Scheme},
    page_object::{chosen, ticked},
    runner::{Site, Test, suite},
    seed::{self, ARTICLES},
    webdriver::Key,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "preferences",
        Site::Built,
        [
            theme_has_three_choices,
            a_dark_page_stays_dark,
            system_theme_follows_the_system,
            chosen_theme_beats_the_system_and_is_remembered,
            remembered_theme_is_there_at_the_first_paint,
            blocked_storage_blocks_nothing_else,
            results_are_a_list_for_those_who_want_one,
            question_mark_lists_the_keys,
            keys_are_listed_without_knowing_a_key,
            single_keys_can_be_switched_off_and_stay_off,
            the_keyboard_reaches_everything,
        ]
    )
}

fn theme_has_three_choices(page: &Page) {
    page.open("/");
    assert_eq!(page.theme().role("option").names(), ["System", "Light", "Dark"]);
    assert_eq!(chosen(&page.theme()), "System");
}

fn results_are_a_list_for_those_who_want_one(page: &Page) {
    let height = || {
        let height = page.script(
            "return document.querySelector('[aria-label=Results]').getBoundingClientRect().height",
        );
        height.as_f64().expect("a number")
    };
    page.open("/");
    page.expect_count(17);
    let cards = height();
    page.choose(&page.role("combobox").named("Show"), "List");
    page.expect_titles(&seed::titles());
    let list = height();
    assert!(list < 0.6 * cards, "a list of {list} px beside cards of {cards} px");
    page.reload();
    page.expect_count(17);
    assert_eq!(chosen(&page.role("combobox").named("Show")), "List");
    page.until("the list again", || {
        if height() < 0.6 * cards { Ok(()) } else { Err(height().to_string()) }
    });
}

/// Whether the page's ground is dark and its ink light.
#[track_caller]
fn is_dark(page: &Page) -> bool {
    let lightness = page.script(LIGHTNESS);
    let (ground, ink) = (lightness[0].as_f64(), lightness[1].as_f64());
    assert!(ground.is_some() && ink.is_some(), "{lightness}");
    assert!(ground != ink, "ink and ground are of one lightness: {lightness}");
    ground < ink
}

/// How light the page's ground and its ink are, by painting them; colours may be written in any notation.
const LIGHTNESS: &str = "
    const lightness = colour => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
        return alpha ? red + green + blue : null;
    };
    const styles = [document.body, document.documentElement].map(element => getComputedStyle(element));
    const ground = styles.map(style => lightness(style.backgroundColor)).find(found => found !== null)
        ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 0 : 765);
    return [ground, lightness(styles[0].color)];
";

#[track_caller]
fn expect_scheme(page: &Page, scheme: Scheme) {
    page.until(&format!("a {} page", scheme.name()), || {
        if is_dark(page) == (scheme == Scheme::Dark) {
            Ok(())
        } else {
            Err("it is the other".to_owned())
        }
    });
}

fn a_dark_page_stays_dark(page: &Page) {
    page.open("/");
    expect_scheme(page, Scheme::Light);
    page.choose(&page.theme(), "Dark");
    expect_scheme(page, Scheme::Dark);
    page.reload();
    page.expect_count(17);
    expect_scheme(page, Scheme::Dark);
    page.until("the choice to be shown", || {
        let shown = chosen(&page.theme());
        if shown == "Dark" { Ok(()) } else { Err(shown) }
    });
}

fn system_theme_follows_the_system(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for scheme in [Scheme::Dark, Scheme::Light, Scheme::Dark] {
        page.prefer(scheme);
        expect_scheme(page, scheme);
    }
}

fn chosen_theme_beats_the_system_and_is_remembered(page: &Page) {
    page.prefer(Scheme::Light);
    page.open("/");
    page.choose(&page.theme(), "Dark");
    expect_scheme(page, Scheme::Dark);
    page.reload();
    page.expect_count(17);
    expect_scheme(page, Scheme::Dark);
    assert_eq!(chosen(&page.theme()), "Dark");
    page.open_article(ARTICLES[0].1, "");
    page.expect_reader(ARTICLES[0].0);
    expect_scheme(page, Scheme::Dark);

    page.prefer(Scheme::Dark);
    page.choose(&page.theme(), "Light");
    expect_scheme(page, Scheme::Light);
    page.choose(&page.theme(), "System");
    expect_scheme(page, Scheme::Dark);
    page.reload();
    page.expect_reader(ARTICLES[0].0);
    assert_eq!(chosen(&page.theme()), "System");
    expect_scheme(page, Scheme::Dark);
}

/// Notes the ground of every frame from the first.
const WATCH_FRAMES: &str = "
    window.grounds = [];
    const look = () => {
        if (document.body) grounds.push(getComputedStyle(document.documentElement).backgroundColor + ' ' + getComputedStyle(document.body).backgroundColor);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
";

fn remembered_theme_is_there_at_the_first_paint(page: &Page) {
    page.prefer(Scheme::Light);
    page.open("/");
    page.choose(&page.theme(), "Dark");
    expect_scheme(page, Scheme::Dark);
    page.before_each_document(WATCH_FRAMES);
    page.reload();
    page.expect_count(17);
    expect_scheme(page, Scheme::Dark);
    let grounds = page.script("return [...new Set(window.grounds)]");
    assert_eq!(
        grounds.as_array().map(Vec::len),
        Some(1),
        "the ground changed between frames: {grounds}"
    );
}

fn blocked_storage_blocks_nothing_else(page: &Page) {
    page.before_each_document(
        "for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });",
    );
    page.open("/");
    page.expect_titles(&seed::titles());
    page.choose(&page.theme(), "Dark");
    expect_scheme(page, Scheme::Dark);
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_reader(ARTICLES[1].0);
    page.role("link").named("Back to results").click();
    page.expect_titles(&seed::titles());
}

fn question_mark_lists_the_keys(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.role("dialog").none();
    page.keys("?");
    let text = page.role("dialog").text();
    for key in ["/", "?", "Esc"] {
        assert!(text.lines().any(|line| line.trim().starts_with(key)), "{key} in {text}");
    }
    page.press(Key::Escape);
    page.role("dialog").none();
    // It is a character where one writes.
    page.search("who?");
    assert_eq!(page.query(), "who?");
    page.role("dialog").none();
}

fn keys_are_listed_without_knowing_a_key(page: &Page) {
    page.open("/");
    page.role("button").starting("Keys").click();
    page.role("dialog").one();
    page.role("dialog").role("button").named("Close").click();
    page.role("dialog").none();
    assert!(
        page.role("button").starting("Keys").has_focus(),
        "the focus returns to what opened the dialog"
    );
}

fn single_keys_can_be_switched_off_and_stay_off(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let off = |page: &Page| {
        page.script("document.activeElement?.blur()");
        page.keys("/");
        assert!(!page.search_box().has_focus(), "/ does nothing");
        page.keys("?");
        assert_eq!(page.role("dialog").now().expect("an answer").len(), 0, "? does nothing");
    };
    page.keys("?");
    let switch = page.role("dialog").role("checkbox");
    assert!(ticked(&switch));
    switch.click();
    assert!(!ticked(&page.role("dialog").role("checkbox")));
    page.press(Key::Escape);
    page.role("dialog").none();
    off(page);
    page.reload();
    page.expect_count(17);
    off(page);
    page.search("umerov");
    page.expect_count(1);
    page.press(Key::Escape);
    page.expect_count(17);

    page.role("button").starting("Keys").click();
    page.role("dialog").role("checkbox").click();
    page.press(Key::Escape);
    page.role("dialog").none();
    page.keys("/");
    page.until("the search box to have the focus", || {
        page.search_box().has_focus().then_some(()).ok_or_else(String::new)
    });
}

/// What the focus is on, in words.
const FOCUSED: &str = "
    const on = document.activeElement;
    const name = on.getAttribute('aria-label') || [...(on.labels ?? [])].map(label => label.innerText).join(' ') || on.innerText || '';
    return `${on.tagName} ${name.replace(/\\s+/g, ' ').trim()}`;
";

fn the_keyboard_reaches_everything(page: &Page) {
    page.open("/?kind=teaser&kind=article");
    page.expect_count(17);
    let mut met = Vec::new();
    for _ in 0..80 {
        page.press(Key::Tab);
        let on = page.script(FOCUSED);
        let on = on.as_str().unwrap_or_default().to_owned();
        if on.starts_with("BODY") || met.first() == Some(&on) {
            break;
        }
        // A ring that one sees: the browser's outline or a shadow in its place.
        let ring = page.script(
            "const style = getComputedStyle(document.activeElement);
            return style.outlineStyle !== 'none' && style.outlineWidth !== '0px' || style.boxShadow !== 'none'",
        );
        assert_eq!(ring, Value::Bool(true), "no focus ring on {on}");
        met.push(on);
    }
    let mut wanted = vec![
        "Search articles",
        "Theme",
        "Sort by",
        "Keys",
        "Remove Kind: Teaser",
        "Clear all",
        "Diplomacy",
    ];
    wanted.extend(ARTICLES.iter().map(|(title, ..)| *title));
    for wanted in wanted {
        assert!(met.iter().any(|on| on.contains(wanted)), "{wanted} in {met:#?}");
    }

    // And opens what it reaches.
    page.keys("/");
    page.keys("umerov");
    page.expect_count(1);
    for _ in 0..80 {
        page.press(Key::Tab);
        if page.script(FOCUSED) == format!("A {}", ARTICLES[1].0) {
            break;
        }
    }
    page.press(Key::Enter);
    page.expect_reader(ARTICLES[1].0);
}
