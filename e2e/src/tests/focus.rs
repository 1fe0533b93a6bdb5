//! Keyboard focus: closing a dialog returns it, removing an element moves it on, and nothing covers
//! it.

use crate::{
    focus::Direction::Forward,
    locator::Locator,
    page::Page,
    scenes,
    seed::ARTICLES,
    site::Site,
    suite::{Suite, test},
    tests::offline::return_to,
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "focus",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // Engines differ in the focus after an element is removed.
            test!(removing_a_filter_moves_the_focus_to_the_next).in_every_engine(),
            test!(leaving_an_empty_result_moves_the_focus_to_the_first_result),
            test!(removing_a_saved_article_moves_the_focus_to_the_next),
            // These do not depend on the engine, or need a viewport narrower than its windows can
            // be.
            test!(closing_a_dialog_returns_the_focus),
            test!(closing_a_dialog_returns_the_focus_in_a_narrow_viewport),
            test!(the_update_notice_does_not_cover_the_focus).against(Site::BuildThenHostile),
            test!(the_update_notice_does_not_cover_the_focus_in_a_narrow_viewport)
                .against(Site::BuildThenHostile),
        ],
    }
}

/// The pages, and the names of the buttons on each that open a dialog. `Filters` is shown in narrow
/// viewports only.
const PAGES: [(&str, &[&str]); 8] = [
    ("/", &["Filters", "Export", "Keys", "Library"]),
    (
        "/article/russias-deployment-of-advanced-missile-in-dnipro-attack-raises-strategic/?q=missile",
        &["Text", "Cite", "Keys", "Library"],
    ),
    ("/names/", &["Keys", "Library"]),
    ("/names/?name=organisation:NATO", &["Keys", "Library"]),
    ("/quotes/", &["Filters", "Keys", "Library"]),
    ("/figures/", &["Filters", "Keys", "Library"]),
    ("/saved/", &["Keys", "Library"]),
    ("/nowhere", &["Keys", "Library"]),
];

/// Returns the texts of all elements that open something by their attributes, and of all that run
/// an action (`data-do`) other than those known to open nothing.
const OPENERS: &str = "
    const openers = '[popovertarget]:not([popovertargetaction=hide]), [commandfor], [aria-haspopup], summary, [data-do]';
    return [...document.querySelectorAll(openers)]
        .filter(element => element.checkVisibility() && !/^(hit|print|share|listen|copy|save-article|annotations)$/.test(element.dataset.do))
        .map(element => element.innerText.trim());
";

/// Returns the ids of all dialogs and popovers that can open. Some are always visible in wide
/// viewports and do not count.
const DIALOGS: &str = "
    return [...document.querySelectorAll('dialog, [popover], [role=dialog]')]
        .filter(element => element.matches(':modal, :popover-open') || !element.checkVisibility()).map(element => element.id).sort();
";

/// Returns the id of the open dialog or popover, or an empty string.
const OPEN_DIALOG: &str = "return document.querySelector(':modal, :popover-open')?.id ?? ''";

/// Returns true if the focus is in the open dialog or popover.
const FOCUS_IS_INSIDE: &str = "return !!document.activeElement.closest(':modal, :popover-open')";

fn closing_a_dialog_returns_the_focus(page: &Page) {
    page.resize(1280, 800);
    check_dialogs(page, false);
}

fn closing_a_dialog_returns_the_focus_in_a_narrow_viewport(page: &Page) {
    page.resize(320, 640);
    check_dialogs(page, true);
}

#[track_caller]
fn check_dialogs(page: &Page, narrow: bool) {
    page.allow_failed_request("/nowhere");
    for (path, openers) in PAGES {
        page.open(path);
        page.role("heading").some();
        // The tools add it when they have been loaded.
        page.role("button").named("Library").one();
        let openers: Vec<_> =
            openers.iter().filter(|name| narrow || **name != "Filters").copied().collect();
        assert_eq!(page.script(OPENERS), serde_json::json!(openers), "openers at {path}");
        let checked: Vec<String> = openers.iter().map(|name| open_and_leave(page, name)).collect();
        // A dialog that is rendered only while it is open is not among them.
        let dialogs = page.script(DIALOGS);
        let dialogs: Vec<&str> =
            dialogs.as_array().into_iter().flatten().flat_map(|id| id.as_str()).collect();
        for dialog in dialogs {
            assert!(checked.iter().any(|id| id == dialog), "{dialog} at {path} has no opener");
        }
    }
}

/// Opens a dialog by a key, tabs through it, and closes it in each possible way. Returns its id.
#[track_caller]
fn open_and_leave(page: &Page, name: &str) -> String {
    let opener = page.role("button").named(name);
    let open = || {
        opener.script("arguments[0].focus()");
        page.press(Key::Enter);
        let open =
            page.until(&format!("{name} to open"), || match page.script(OPEN_DIALOG).as_str() {
                Some(open) if !open.is_empty() => Ok(open.to_owned()),
                _ => Err("it is closed".to_owned()),
            });
        page.until(&format!("the focus in the dialog of {name}"), || {
            if page.script(FOCUS_IS_INSIDE) == true {
                Ok(())
            } else {
                Err(format!("it is on {}", page.focused()))
            }
        });
        open
    };
    let expect_closed = || {
        page.until(&format!("{name} to close"), || {
            let open = page.script(OPEN_DIALOG);
            if open == "" { Ok(()) } else { Err(format!("{open} is open")) }
        });
    };

    // The escape key closes the dialog, both right after opening and after the tab key.
    let id = open();
    page.expect_focus_visible();
    page.press(Key::Escape);
    expect_closed();
    page.expect_focus(&opener);

    open();
    if name == "Cite" {
        page.role("dialog").named("Cite this article").role("heading").named("CSL-JSON").one();
    }
    page.tab(Forward);
    assert_eq!(
        page.script(FOCUS_IS_INSIDE),
        true,
        "after {name}, the tab key moves the focus to {}",
        page.focused()
    );
    page.press(Key::Escape);
    expect_closed();
    page.expect_focus(&opener);

    // Each control inside is visible while it has the focus, and so is the first one behind.
    open();
    let modal = page.script("return !!document.querySelector(':modal')") == true;
    let mut stops = 0;
    loop {
        let focused = page.tab(Forward);
        if focused.is_empty() || page.script(FOCUS_IS_INSIDE) != true || stops > 150 {
            break;
        }
        stops += 1;
        if modal && stops > 4 {
            break; // the tab key cycles in a modal dialog
        }
    }
    assert!((1..150).contains(&stops), "{stops} stops in {name}");
    if modal {
        page.press(Key::Escape);
    }
    expect_closed();
    id
}

/// Activates a link or button by a key, and waits until it is removed.
#[track_caller]
fn press_until_removed(page: &Page, control: &Locator<'_>) {
    control.script("arguments[0].focus()");
    page.press(Key::Enter);
    control.none();
}

fn removing_a_filter_moves_the_focus_to_the_next(page: &Page) {
    page.open("/?kind=article&length=short&length=medium");
    let chips = page.active_filters();
    assert_eq!(chips.role("button").names().len(), 3);
    press_until_removed(page, &chips.role("button").named("Remove Kind: Article"));
    page.expect_focus(&chips.role("button").named("Remove Length: Medium"));
    press_until_removed(page, &chips.role("button").named("Remove Length: Short"));
    page.expect_focus(&page.role("button").named("Clear all"));
    press_until_removed(page, &page.role("button").named("Clear all"));
    let front = page.role("region").named("At a glance");
    page.expect_focus(&front.role("heading").role("link").named("People"));
}

fn leaving_an_empty_result_moves_the_focus_to_the_first_result(page: &Page) {
    page.open("/?q=missile&kind=teaser");
    page.expect_count(0);
    press_until_removed(page, &page.role("main").role("link").named("Search without filters"));
    let first = page.current_titles().expect("the results can be read").remove(0);
    page.expect_focus(&page.results().role("heading").role("link").named(&first));
    page.open("/?q=missle");
    press_until_removed(page, &page.role("link").starting_with("Search for “missle”"));
    page.expect_focus_visible();
}

fn removing_a_saved_article_moves_the_focus_to_the_next(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let save =
        |article: usize| page.role("button").named(&format!("Save: {}", ARTICLES[article].0));
    save(1).click();
    save(4).click();
    page.role("link").named("Saved").click();
    page.role("list").named("Saved").role("article").some();
    press_until_removed(page, &save(1));
    page.expect_focus(&page.role("list").named("Saved").role("link").named(ARTICLES[4].0));
    press_until_removed(page, &save(4));
    page.expect_focus(&page.role("button").named("Export as a file"));

    page.open_article(ARTICLES[5].1, "");
    page.expect_article(ARTICLES[5].0);
    scenes::add_note(page, "p2", 24, "Look again.");
    page.script("getSelection().empty()");
    press_until_removed(
        page,
        &page.role("complementary").named("Your notes").role("button").named("Remove"),
    );
    page.expect_focus_visible();
}

fn the_update_notice_does_not_cover_the_focus(page: &Page) {
    page.resize(1280, 800);
    check_focus_beside_notice(page);
}

fn the_update_notice_does_not_cover_the_focus_in_a_narrow_viewport(page: &Page) {
    page.resize(320, 640);
    check_focus_beside_notice(page);
}

/// Tabs through pages that announce a new edition.
#[track_caller]
fn check_focus_beside_notice(page: &Page) {
    page.open("/");
    page.expect_offline_copy();
    page.publish_next_edition();
    return_to(page);
    page.expect_update_notice();
    let check = || {
        let visited = page.tab_through();
        for name in ["Show it", "Later"] {
            assert!(visited.iter().any(|focused| focused.contains(name)), "{name} in {visited:#?}");
        }
    };
    check();
    let (title, ..) = ARTICLES[2];
    page.results().role("link").named(title).click();
    page.expect_article(title);
    check();
    press_until_removed(page, &page.role("button").named("Later"));
    page.expect_focus_visible();
}
