//! Preferences that the browser remembers: theme, layout of the results, and single-key shortcuts.

use serde_json::Value;

use crate::{
    device::ColorScheme,
    page::Page,
    page_object::{is_checked, selected_option},
    seed::{self, ARTICLES},
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "preferences",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // Storage, colours, dialogs and the tab key depend on the engine.
            test!(the_dark_theme_is_remembered).in_every_engine(),
            test!(question_mark_opens_the_list_of_keys).in_every_engine(),
            test!(a_button_opens_the_list_of_keys).in_every_engine(),
            test!(single_keys_stay_off_after_a_reload).in_every_engine(),
            test!(the_tab_key_reaches_every_control).in_every_engine(),
            // Emulated schemes and init scripts need developer tools.
            test!(the_system_theme_follows_the_device),
            test!(a_chosen_theme_overrides_the_device_and_is_remembered),
            test!(a_remembered_theme_applies_from_the_first_paint),
            test!(the_page_works_without_storage),
            // These have no part that depends on the engine.
            test!(the_theme_has_three_options),
            test!(results_can_be_shown_as_a_list),
        ],
    }
}

fn the_theme_has_three_options(page: &Page) {
    page.open("/");
    assert_eq!(page.theme_select().role("option").names(), ["System", "Light", "Dark"]);
    assert_eq!(selected_option(&page.theme_select()), "System");
}

fn results_can_be_shown_as_a_list(page: &Page) {
    let height = || {
        let height = page.script(
            "const results = document.querySelector('[aria-label=Results]');
            const box = item => item.getBoundingClientRect();
            return box(results.lastElementChild).bottom - box(results.firstElementChild).top",
        );
        height.as_f64().expect("a number")
    };
    page.open("/");
    page.expect_count(17);
    let height_of_cards = height();
    page.select_option(&page.role("combobox").named("Show"), "List");
    page.expect_titles(&seed::titles());
    let height_of_list = height();
    assert!(
        height_of_list < 0.6 * height_of_cards,
        "the list is {height_of_list} px high, the cards {height_of_cards} px"
    );
    page.reload();
    page.expect_count(17);
    assert_eq!(selected_option(&page.role("combobox").named("Show")), "List");
    page.until("the list", || {
        if height() < 0.6 * height_of_cards { Ok(()) } else { Err(height().to_string()) }
    });
}

/// Returns true if the background is darker than the text.
#[track_caller]
fn is_dark(page: &Page) -> bool {
    let lightness = page.script(LIGHTNESS);
    let (background, text) = (lightness[0].as_f64(), lightness[1].as_f64());
    assert!(background.is_some() && text.is_some(), "{lightness}");
    assert!(background != text, "text and background are equally light: {lightness}");
    background < text
}

/// Returns the lightness of the background and of the text. Painting them to a canvas handles every
/// colour notation.
const LIGHTNESS: &str = "
    const lightness = colour => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
        return alpha ? red + green + blue : null;
    };
    const styles = [document.body, document.documentElement].map(element => getComputedStyle(element));
    const background = styles.map(style => lightness(style.backgroundColor)).find(found => found !== null)
        ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 0 : 765);
    return [background, lightness(styles[0].color)];
";

#[track_caller]
fn expect_scheme(page: &Page, scheme: ColorScheme) {
    page.until(&format!("a {} page", scheme.name()), || {
        if is_dark(page) == (scheme == ColorScheme::Dark) {
            Ok(())
        } else {
            Err("it has the other scheme".to_owned())
        }
    });
}

fn the_dark_theme_is_remembered(page: &Page) {
    page.open("/");
    expect_scheme(page, ColorScheme::Light);
    page.select_option(&page.theme_select(), "Dark");
    expect_scheme(page, ColorScheme::Dark);
    page.reload();
    page.expect_count(17);
    expect_scheme(page, ColorScheme::Dark);
    page.until("the selected option", || {
        let option = selected_option(&page.theme_select());
        if option == "Dark" { Ok(()) } else { Err(option) }
    });
}

fn the_system_theme_follows_the_device(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for scheme in [ColorScheme::Dark, ColorScheme::Light, ColorScheme::Dark] {
        page.set_color_scheme(scheme);
        expect_scheme(page, scheme);
    }
}

fn a_chosen_theme_overrides_the_device_and_is_remembered(page: &Page) {
    page.set_color_scheme(ColorScheme::Light);
    page.open("/");
    page.select_option(&page.theme_select(), "Dark");
    expect_scheme(page, ColorScheme::Dark);
    page.reload();
    page.expect_count(17);
    expect_scheme(page, ColorScheme::Dark);
    assert_eq!(selected_option(&page.theme_select()), "Dark");
    page.open_article(ARTICLES[0].1, "");
    page.expect_article(ARTICLES[0].0);
    expect_scheme(page, ColorScheme::Dark);

    page.set_color_scheme(ColorScheme::Dark);
    page.select_option(&page.theme_select(), "Light");
    expect_scheme(page, ColorScheme::Light);
    page.select_option(&page.theme_select(), "System");
    expect_scheme(page, ColorScheme::Dark);
    page.reload();
    page.expect_article(ARTICLES[0].0);
    assert_eq!(selected_option(&page.theme_select()), "System");
    expect_scheme(page, ColorScheme::Dark);
}

/// Records the background of every frame from the first.
const RECORD_BACKGROUNDS: &str = "
    window.backgrounds = [];
    const record = () => {
        if (document.body) backgrounds.push(getComputedStyle(document.documentElement).backgroundColor + ' ' + getComputedStyle(document.body).backgroundColor);
        requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
";

fn a_remembered_theme_applies_from_the_first_paint(page: &Page) {
    page.set_color_scheme(ColorScheme::Light);
    page.open("/");
    page.select_option(&page.theme_select(), "Dark");
    expect_scheme(page, ColorScheme::Dark);
    page.add_init_script(RECORD_BACKGROUNDS);
    page.reload();
    page.expect_count(17);
    expect_scheme(page, ColorScheme::Dark);
    let backgrounds = page.script("return [...new Set(window.backgrounds)]");
    assert_eq!(
        backgrounds.as_array().map(Vec::len),
        Some(1),
        "the background changed between frames: {backgrounds}"
    );
}

fn the_page_works_without_storage(page: &Page) {
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });",
    );
    page.open("/");
    page.expect_titles(&seed::titles());
    page.select_option(&page.theme_select(), "Dark");
    expect_scheme(page, ColorScheme::Dark);
    page.results().role("link").named(ARTICLES[1].0).click();
    page.expect_article(ARTICLES[1].0);
    page.role("link").named("Back to results").click();
    page.expect_titles(&seed::titles());
}

fn question_mark_opens_the_list_of_keys(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.role("dialog").none();
    page.type_text("?");
    let text = page.role("dialog").text();
    for key in ["/", "?", "Esc"] {
        assert!(text.lines().any(|line| line.trim().starts_with(key)), "{key} in {text}");
    }
    page.press(Key::Escape);
    page.role("dialog").none();
    // In a text field, it is a character.
    page.search("who?");
    assert_eq!(page.query(), "who?");
    page.role("dialog").none();
}

fn a_button_opens_the_list_of_keys(page: &Page) {
    page.open("/");
    page.role("button").starting_with("Keys").click();
    page.role("dialog").one();
    page.role("dialog").role("button").named("Close").click();
    page.role("dialog").none();
    assert!(
        page.role("button").starting_with("Keys").has_focus(),
        "closing the dialog returns the focus"
    );
}

fn single_keys_stay_off_after_a_reload(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let expect_keys_off = |page: &Page| {
        page.script("document.activeElement?.blur()");
        page.type_text("/");
        assert!(!page.search_box().has_focus(), "/ does nothing");
        page.type_text("?");
        assert_eq!(page.role("dialog").current().expect("an answer").len(), 0, "? does nothing");
    };
    page.type_text("?");
    let checkbox = page.role("dialog").role("checkbox");
    assert!(is_checked(&checkbox));
    checkbox.click();
    assert!(!is_checked(&page.role("dialog").role("checkbox")));
    page.press(Key::Escape);
    page.role("dialog").none();
    expect_keys_off(page);
    page.reload();
    page.expect_count(17);
    expect_keys_off(page);
    page.search("umerov");
    page.expect_count(1);
    page.press(Key::Escape);
    page.expect_count(17);

    page.role("button").starting_with("Keys").click();
    page.role("dialog").role("checkbox").click();
    page.press(Key::Escape);
    page.role("dialog").none();
    page.type_text("/");
    page.until("the search box to have the focus", || {
        page.search_box().has_focus().then_some(()).ok_or_else(String::new)
    });
}

/// Describes the focused element.
const DESCRIBE_FOCUSED: &str = "
    const focused = document.activeElement;
    const name = focused.getAttribute('aria-label')
        || [...(focused.labels ?? [])].map(label => label.innerText).join(' ')
        || focused.innerText || '';
    return `${focused.tagName} ${name.replace(/\\s+/g, ' ').trim()}`;
";

fn the_tab_key_reaches_every_control(page: &Page) {
    page.open("/?kind=teaser&kind=article");
    page.expect_count(17);
    let mut visited = Vec::new();
    for _ in 0..90 {
        page.press(Key::Tab);
        let focused = page.script(DESCRIBE_FOCUSED);
        let focused = focused.as_str().unwrap_or_default().to_owned();
        if focused.starts_with("BODY") || visited.first() == Some(&focused) {
            break;
        }
        // The focus ring is an outline or a shadow.
        let has_ring = page.script(
            "const style = getComputedStyle(document.activeElement);
            return style.outlineStyle !== 'none' && style.outlineWidth !== '0px' || style.boxShadow !== 'none'",
        );
        assert_eq!(has_ring, Value::Bool(true), "no focus ring on {focused}");
        visited.push(focused);
    }
    let mut names = vec![
        "Search articles",
        "Theme",
        "Sort by",
        "Keys",
        "Remove Kind: Teaser",
        "Clear all",
        "Diplomacy",
    ];
    names.extend(ARTICLES.iter().map(|(title, ..)| *title));
    for name in names {
        assert!(visited.iter().any(|focused| focused.contains(name)), "{name} in {visited:#?}");
    }

    // The keyboard also opens a result.
    page.type_text("/");
    page.type_text("umerov");
    page.expect_count(1);
    for _ in 0..90 {
        page.press(Key::Tab);
        if page.script(DESCRIBE_FOCUSED) == format!("A {}", ARTICLES[1].0) {
            break;
        }
    }
    page.press(Key::Enter);
    page.expect_article(ARTICLES[1].0);
}
