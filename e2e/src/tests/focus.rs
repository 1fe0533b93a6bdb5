//! The focus is never lost and never hidden: what opens gives it back, what goes away passes it on, and nothing lies over it.

use crate::{
    focus::Way::On,
    locator::Locator,
    page::Page,
    runner::{Site, Test, suite},
    scenes,
    seed::ARTICLES,
    tests::offline,
    webdriver::Key,
};

pub(crate) fn tests() -> Vec<Test> {
    let mut tests = suite!(
        "focus",
        Site::Built,
        [
            what_opens_gives_the_focus_back,
            what_opens_in_a_narrow_window_gives_the_focus_back,
            a_filter_that_goes_passes_the_focus_on,
            an_answer_that_goes_passes_the_focus_on,
            what_is_no_longer_kept_passes_the_focus_on,
        ]
    );
    tests.extend(suite!(
        "focus",
        Site::Replaced,
        [news_of_an_edition_hides_no_focus, news_of_an_edition_hides_no_focus_in_a_narrow_window]
    ));
    tests
}

/// The pages, and what opens something on each, by name. `Filters` is there in narrow windows alone.
const PAGES: [(&str, &[&str]); 8] = [
    ("/", &["Keys", "Export", "Filters"]),
    (
        "/article/russias-deployment-of-advanced-missile-in-dnipro-attack-raises-strategic/?q=missile",
        &["Keys", "Text", "Cite"],
    ),
    ("/names/", &["Keys"]),
    ("/names/?name=organisation:NATO", &["Keys"]),
    ("/quotes/", &["Keys"]),
    ("/figures/", &["Keys"]),
    ("/saved/", &["Keys"]),
    ("/nowhere", &["Keys"]),
];

/// What opens something, by its own account or for all that can be told: all that does something and is not known to open
/// nothing.
const OPENERS: &str = "
    const openers = '[popovertarget]:not([popovertargetaction=hide]), [commandfor], [aria-haspopup], summary, [data-do]';
    return [...document.querySelectorAll(openers)]
        .filter(element => element.checkVisibility() && !/^(hit|print|share|listen|copy)$/.test(element.dataset.do))
        .map(element => element.innerText.trim());
";

/// What opens, by `id`; what is always there in a wide window does not.
const SHEETS: &str = "
    return [...document.querySelectorAll('dialog, [popover], [role=dialog]')]
        .filter(element => element.matches(':modal, :popover-open') || !element.checkVisibility()).map(element => element.id).sort();
";

/// What is open, by `id`.
const OPEN: &str = "return document.querySelector(':modal, :popover-open')?.id ?? ''";

/// Whether the focus is in what is open.
const WITHIN: &str = "return !!document.activeElement.closest(':modal, :popover-open')";

fn what_opens_gives_the_focus_back(page: &Page) {
    page.view(1280, 800);
    each_sheet(page, false);
}

fn what_opens_in_a_narrow_window_gives_the_focus_back(page: &Page) {
    page.view(320, 640);
    each_sheet(page, true);
}

#[track_caller]
fn each_sheet(page: &Page, narrow: bool) {
    page.allowances().failing("/nowhere");
    for (path, openers) in PAGES {
        page.open(path);
        page.role("heading").some();
        let openers: Vec<_> =
            openers.iter().filter(|name| narrow || **name != "Filters").copied().collect();
        assert_eq!(
            page.script(OPENERS),
            serde_json::json!(openers),
            "what opens something at {path}"
        );
        let mut met: Vec<String> = openers.iter().map(|name| open_and_leave(page, name)).collect();
        met.sort();
        assert_eq!(page.script(SHEETS), serde_json::json!(met), "what can be opened at {path}");
    }
}

/// Opens something by a key, goes through it, and leaves it by each way out. Gives its `id`.
#[track_caller]
fn open_and_leave(page: &Page, name: &str) -> String {
    let opener = page.role("button").named(name);
    let open = || {
        opener.script("arguments[0].focus()");
        page.press(Key::Enter);
        let open = page.until(&format!("{name} to open"), || match page.script(OPEN).as_str() {
            Some(open) if !open.is_empty() => Ok(open.to_owned()),
            _ => Err("it is closed".to_owned()),
        });
        page.until(&format!("the focus in what {name} opened"), || {
            if page.script(WITHIN) == true {
                Ok(())
            } else {
                Err(format!("it is on {}", page.focused()))
            }
        });
        open
    };
    let expect_closed = || {
        page.until(&format!("{name} to close"), || {
            let open = page.script(OPEN);
            if open == "" { Ok(()) } else { Err(format!("{open} is open")) }
        });
    };

    // The escape key leads back, from where it opens and from within.
    let sheet = open();
    page.expect_focus_seen();
    page.press(Key::Escape);
    expect_closed();
    page.expect_focus(&opener);

    open();
    if name == "Cite" {
        page.role("dialog").named("Cite this article").role("heading").named("CSL-JSON").one();
    }
    page.tab(On);
    assert_eq!(page.script(WITHIN), true, "after {name} the tab key leads to {}", page.focused());
    page.press(Key::Escape);
    expect_closed();
    page.expect_focus(&opener);

    // Whoever goes through it by the tab key sees each control; behind it there is nothing that it hides.
    open();
    let modal = page.script("return !!document.querySelector(':modal')") == true;
    let mut within = 0;
    loop {
        let on = page.tab(On);
        if on.is_empty() || page.script(WITHIN) != true || within > 150 {
            break;
        }
        within += 1;
        if modal && within > 4 {
            break; // round and round
        }
    }
    assert!((1..150).contains(&within), "{within} stops in {name}");
    if modal {
        page.press(Key::Escape);
    }
    expect_closed();
    sheet
}

/// Follows a link or presses a button that goes away by it.
#[track_caller]
fn press(page: &Page, on: &Locator<'_>) {
    on.script("arguments[0].focus()");
    page.press(Key::Enter);
    on.none();
}

fn a_filter_that_goes_passes_the_focus_on(page: &Page) {
    page.open("/?kind=article&length=short&length=medium");
    let chips = page.active_filters();
    assert_eq!(chips.role("button").names().len(), 3);
    press(page, &chips.role("button").named("Remove Kind: Article"));
    page.expect_focus(&chips.role("button").named("Remove Length: Medium"));
    press(page, &chips.role("button").named("Remove Length: Short"));
    page.expect_focus(&page.role("button").named("Clear all"));
    press(page, &page.role("button").named("Clear all"));
    let first = page.titles_now().expect("results").remove(0);
    page.expect_focus(&page.results().role("heading").role("link").named(&first));
}

fn an_answer_that_goes_passes_the_focus_on(page: &Page) {
    page.open("/?q=missile&kind=teaser");
    page.expect_count(0);
    press(page, &page.role("main").role("link").named("Search without filters"));
    let first = page.titles_now().expect("results").remove(0);
    page.expect_focus(&page.results().role("heading").role("link").named(&first));
    page.open("/?q=missle");
    press(page, &page.role("link").starting("Search for “missle”"));
    page.expect_focus_seen();
}

fn what_is_no_longer_kept_passes_the_focus_on(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let save =
        |article: usize| page.role("button").named(&format!("Save: {}", ARTICLES[article].0));
    save(1).click();
    save(4).click();
    page.role("link").named("Saved").click();
    page.role("list").named("Saved").role("article").some();
    press(page, &save(1));
    page.expect_focus(&page.role("list").named("Saved").role("link").named(ARTICLES[4].0));
    press(page, &save(4));
    page.expect_focus(&page.role("button").named("Export as a file"));

    page.open_article(ARTICLES[5].1, "");
    page.expect_reader(ARTICLES[5].0);
    scenes::note(page, "p2", 24, "Look again.");
    page.script("getSelection().empty()");
    press(page, &page.role("complementary").named("Your notes").role("button").named("Remove"));
    page.expect_focus_seen();
}

fn news_of_an_edition_hides_no_focus(page: &Page) {
    page.view(1280, 800);
    beside_news(page);
}

fn news_of_an_edition_hides_no_focus_in_a_narrow_window(page: &Page) {
    page.view(320, 640);
    beside_news(page);
}

/// Goes through pages by the tab key, with the notice of a new edition on them.
#[track_caller]
fn beside_news(page: &Page) {
    page.open("/");
    page.expect_kept();
    page.publish_next();
    page.reload();
    offline::expect_news(page);
    for path in [
        "/",
        "/article/russias-deployment-of-advanced-missile-in-dnipro-attack-raises-strategic/?q=missile",
    ] {
        page.open(path);
        offline::expect_news(page);
        let met = page.tab_through();
        for wanted in ["Show it", "Later"] {
            assert!(met.iter().any(|on| on.contains(wanted)), "{wanted} in {met:#?}");
        }
    }
    press(page, &page.role("button").named("Later"));
    page.expect_focus_seen();
}
