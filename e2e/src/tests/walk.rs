//! The main job from end to end, as two kinds of people do it who see or hear less of the page than others: by the keys alone,
//! and by what a screen reader says.

use crate::{
    focus::Way::{Back, On},
    locator::Locator,
    page::{Page, done},
    page_object::ticked,
    runner::{Site, Test, suite},
    seed::{self, ARTICLES},
    webdriver::Key,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!("walk", Site::Built, [by_name, by_keyboard, by_keyboard_in_a_narrow_window])
}

/// The article that is looked for, and what is searched for.
const WANTED: (&str, &str, &[&str]) = ARTICLES[2];
const QUERY: &str = "russia";

/// How many articles are among what was found; the rest are teasers.
#[track_caller]
fn articles(found: &[&str]) -> usize {
    let articles =
        found.iter().filter(|title| ARTICLES.iter().any(|(article, ..)| article == *title)).count();
    assert!(articles < found.len(), "the filter leaves less");
    articles
}

fn by_keyboard(page: &Page) {
    page.view(1280, 800);
    walk(page, false);
}

fn by_keyboard_in_a_narrow_window(page: &Page) {
    page.view(320, 640);
    walk(page, true);
}

/// Waits until the focus is on an element with this `id`, and seen.
#[track_caller]
fn expect_focus_at(page: &Page, id: &str) {
    page.until(&format!("the focus at #{id}"), || {
        let at = page.script("return document.activeElement.id");
        if at == id { Ok(()) } else { Err(format!("it is on {} ({at})", page.focused())) }
    });
    page.expect_focus_seen();
}

/// Nothing but keys from here on. Wherever the tab key leads is seen, or [`Page::tab`] fails.
#[track_caller]
fn walk(page: &Page, narrow: bool) {
    // Comes, and past what is on every page.
    page.open("/");
    page.expect_count(17);
    page.tab_to(On, &page.role("link").named("Skip to content"));
    page.press(Key::Enter);
    expect_focus_at(page, "main");

    // Searches.
    page.tab_to(Back, &page.search_box());
    page.keys(QUERY);
    let found = seed::holding(QUERY);
    page.expect_titles_in_any_order(&found);
    page.press(Key::Enter);
    page.expect_focus(&page.search_box());

    // Narrows.
    let article = page.value("Kind", "Article");
    let filters = page.role("button").starting("Filters");
    if narrow {
        page.tab_to(On, &filters);
        page.press(Key::Enter);
    }
    page.tab_to(On, &article);
    page.keys(" ");
    page.expect_path(&format!("/?q={QUERY}&kind=article"));
    page.expect_focus(&article);
    assert!(ticked(&article));
    if narrow {
        page.tab_to(On, &page.role("button").named(&format!("Show {} of 17", articles(&found))));
        page.press(Key::Enter);
        page.expect_focus(&page.role("button").named("Filters, 1 active"));
    }

    // Opens what was found.
    let link = page.results().role("heading").role("link").named(WANTED.0);
    page.tab_to(On, &link);
    let left_at = page.scrolled();
    page.press(Key::Enter);
    page.expect_reader(WANTED.0);
    expect_focus_at(page, "heading");

    // Saves it, and takes its citation.
    let save = page.role("button").named(&format!("Save: {}", WANTED.0));
    page.tab_to(On, &save);
    page.keys(" ");
    page.until("it to be saved", || {
        let pressed = save.script("return arguments[0].ariaPressed");
        if pressed == "true" { Ok(()) } else { Err(pressed.to_string()) }
    });
    page.expect_focus(&save);
    let cite = page.role("button").named("Cite");
    page.tab_to(On, &cite);
    page.press(Key::Enter);
    let sheet = page.role("dialog").named("Cite this article");
    sheet.one();
    page.tab_to(On, &sheet.role("button").named("Copy BibTeX"));
    page.press(Key::Enter);
    page.until("the copy to be spoken of", || {
        let said =
            page.script("return document.querySelector('.done[aria-live=polite]').textContent");
        if said.as_str().is_some_and(|said| said.to_lowercase().contains("cop")) {
            Ok(())
        } else {
            Err(said.to_string())
        }
    });
    page.expect_focus(&sheet.role("button").named("Copy BibTeX"));
    page.press(Key::Escape);
    sheet.none();
    page.expect_focus(&cite);

    // Steps to a hit, by the button and by the key for it.
    let next = page.role("button").named("Next hit");
    page.tab_to(On, &next);
    page.press(Key::Enter);
    expect_hit(page, 0);
    page.keys("n");
    expect_hit(page, 1);
    assert!(next.has_focus(), "the focus is on {}", page.focused());
    page.expect_focus_seen();

    // Goes back to where it was found.
    page.tab_to(Back, &page.role("link").named("Back to results"));
    page.press(Key::Enter);
    page.expect_path(&format!("/?q={QUERY}&kind=article"));
    page.expect_focus(&link);
    page.until("the place", || {
        let at = page.scrolled();
        if (at - left_at).abs() <= 2 { Ok(()) } else { Err(format!("{at} instead of {left_at}")) }
    });
    assert_eq!(page.query(), QUERY);

    // And takes the results away.
    let take = page.role("button").named("Export");
    page.tab_to(Back, &take);
    page.press(Key::Enter);
    page.tab_to(On, &page.role("dialog").named("Export").role("button").named("Markdown"));
    page.press(Key::Escape);
    page.role("dialog").none();
    page.expect_focus(&take);

    // What one removes leaves the focus on something.
    let chip = page.active_filters().role("button").named("Remove Kind: Article");
    page.tab_to(On, &chip);
    page.press(Key::Enter);
    page.expect_path(&format!("/?q={QUERY}"));
    page.expect_focus_seen();
    assert!(done(page.session().title()).contains(QUERY), "the title says what was searched for");
}

/// Waits until a hit is the one that is shown.
#[track_caller]
fn expect_hit(page: &Page, number: u64) {
    page.until(&format!("hit {number}"), || {
        let here = page.script(
            "return [...document.querySelectorAll('.reader mark')].findIndex(mark => {
                const box = mark.getBoundingClientRect();
                return 'here' in mark.dataset && box.top >= 0 && box.bottom <= innerHeight })",
        );
        if here == number { Ok(()) } else { Err(here.to_string()) }
    });
}

/// Waits until the document says that it is this.
#[track_caller]
fn expect_title(page: &Page, expected: &str) {
    page.until(&format!("the title {expected:?}"), || {
        let title = page.session().title()?;
        if title == expected { Ok(()) } else { Err(title) }
    });
}

/// Presses what is spoken of in one way, and waits until it is in another.
#[track_caller]
fn press(page: &Page, control: &Locator<'_>, before: &str, after: &Locator<'_>, then: &str) {
    assert_eq!(page.spoken(control), before);
    control.click();
    page.until(then, || {
        let spoken = page.spoken(after);
        if spoken == then { Ok(()) } else { Err(spoken) }
    });
}

/// The landmarks and headings of the page, waiting for as many as are expected.
#[track_caller]
fn expect_outline(page: &Page, expected: &[String]) {
    page.until(&format!("the outline {expected:#?}"), || {
        let outline: Vec<String> = page.outline()?.into_iter().take(expected.len()).collect();
        if outline == expected { Ok(()) } else { Err(format!("it is {outline:#?}")) }
    });
}

fn by_name(page: &Page) {
    let heading = |text: &str| format!("heading {text}");
    let found = seed::holding(QUERY);
    let articles = articles(&found);

    // Hears what there is.
    page.open("/");
    page.expect_count(17);
    expect_title(page, "Cuttings");
    let about =
        ["banner", "heading Cuttings", "search", "navigation Rooms", "main", "region Filters"];
    let outline: Vec<String> = about
        .iter()
        .map(|landmark| (*landmark).to_owned())
        .chain(seed::titles().into_iter().map(heading))
        .collect();
    expect_outline(page, &outline);
    page.expect_status("17 items");
    let people = page.facet("People").role("button");
    let all = people.names().remove(0);
    press(
        page,
        &people,
        &format!("button {all}, collapsed"),
        &people,
        "button Show fewer, expanded",
    );

    // Searches, and hears how many there are.
    assert_eq!(page.spoken(&page.search_box()), "searchbox Search articles");
    page.search(QUERY);
    page.expect_status(&format!("{} of 17 items", found.len()));
    expect_title(page, &format!("{QUERY} – Cuttings"));

    // Narrows.
    let kind = page.value("Kind", "Article");
    let name = format!("checkbox Article {articles}");
    press(page, &kind, &format!("{name}, not checked"), &kind, &format!("{name}, checked"));
    page.expect_status(&format!("{articles} of 17 items"));
    assert_eq!(page.active_filters().role("button").names(), ["Remove Kind: Article"]);

    // Saves, and takes away.
    let save = page.role("button").named(&format!("Save: {}", WANTED.0));
    let saves = format!("button Save: {}", WANTED.0);
    press(page, &save, &format!("{saves}, not pressed"), &save, &format!("{saves}, pressed"));
    let take = page.role("button").named("Export");
    press(page, &take, "button Export, collapsed", &take, "button Export, expanded");
    assert_eq!(
        page.role("dialog").named("Export").role("button").names(),
        ["CSV", "JSON", "Markdown"]
    );
    page.press(Key::Escape);
    page.role("dialog").none();
    assert_eq!(page.spoken(&take), "button Export, collapsed");

    // Follows a result: another document, to all who listen, and the voice is at its heading.
    let link = page.results().role("heading").role("link").named(WANTED.0);
    link.click();
    page.expect_reader(WANTED.0);
    page.expect_focus(&page.role("main").role("article").role("heading").named(WANTED.0));
    expect_title(page, &format!("{} – Cuttings", WANTED.0));
    let around = [
        "complementary Mentioned in this article",
        "heading Mentioned in this article",
        "heading People",
        "heading Places",
        "heading Organisations",
        "heading Weapons",
        "navigation Articles in the results",
        "complementary Related",
        "heading Related",
    ];
    let outline: Vec<String> = ["banner", "search", "navigation Rooms", "main"]
        .into_iter()
        .map(str::to_owned)
        .chain([heading(WANTED.0), "navigation Contents".to_owned()])
        .chain(WANTED.2.iter().map(|text| heading(text)))
        .chain(around.into_iter().map(str::to_owned))
        .collect();
    expect_outline(page, &outline);
    assert_eq!(
        page.spoken(&save),
        format!("{saves}, pressed"),
        "what was saved in the results is so here"
    );
    let hits = page.role("main").role("article").role("mark").some().len();
    page.role("button").named("Next hit").click();
    page.until("the hit to be spoken of", || {
        let said = page.script("return document.querySelector('[aria-live=polite]').textContent");
        if said == format!("Hit 1 of {hits}").as_str() { Ok(()) } else { Err(said.to_string()) }
    });

    // Goes back, and the voice is where it left.
    page.role("link").named("Back to results").click();
    page.expect_focus(&link);
    expect_title(page, &format!("{QUERY} – Cuttings"));
    page.expect_status(&format!("{articles} of 17 items"));
    assert_eq!(page.spoken(&kind), format!("{name}, checked"));
    page.forward();
    page.expect_focus(&page.role("main").role("article").role("heading").named(WANTED.0));
    page.back();
    page.expect_focus(&link);

    // And to another room.
    let room = page.role("link").named("Saved");
    press(page, &room, "link Saved", &room, "link Saved, current page");
    page.expect_focus(&page.role("heading").named("Saved"));
    expect_title(page, "Saved – Cuttings");
    assert_eq!(page.role("list").named("Saved").role("heading").names(), [WANTED.0]);
}
