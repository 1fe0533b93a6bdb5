//! The main task from start to end, by keyboard alone, and through the names and states that a
//! screen reader announces.

use crate::{
    focus::Direction::{Backward, Forward},
    locator::Locator,
    page::{Page, expect_ok},
    page_object::is_checked,
    seed::{self, ARTICLES},
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "walk",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // Computed roles, names and states depend on the engine.
            test!(the_main_task_can_be_done_by_names_and_states).in_every_engine(),
            // Narrow viewports and the clipboard need developer tools.
            test!(the_main_task_can_be_done_by_keyboard),
            test!(the_main_task_can_be_done_by_keyboard_in_a_narrow_viewport),
        ],
    }
}

/// The article that the walk opens, and the query that finds it.
const TARGET: (&str, &str, &[&str]) = ARTICLES[2];
const QUERY: &str = "russia";

/// Counts the articles among results, which contain teasers too.
#[track_caller]
fn count_articles(titles: &[&str]) -> usize {
    let articles = titles
        .iter()
        .filter(|title| ARTICLES.iter().any(|(article, ..)| article == *title))
        .count();
    assert!(articles < titles.len(), "the filter removes teasers");
    articles
}

fn the_main_task_can_be_done_by_keyboard(page: &Page) {
    page.resize(1280, 800);
    walk_by_keyboard(page, false);
}

fn the_main_task_can_be_done_by_keyboard_in_a_narrow_viewport(page: &Page) {
    page.resize(320, 640);
    walk_by_keyboard(page, true);
}

/// Waits until the element with this id has the focus and is visible.
#[track_caller]
fn expect_focus_at(page: &Page, id: &str) {
    page.until(&format!("the focus at #{id}"), || {
        let focused = page.script("return document.activeElement.id");
        if focused == id { Ok(()) } else { Err(format!("it is on {} ({focused})", page.focused())) }
    });
    page.expect_focus_visible();
}

/// Walks through the main task with keys only. [`Page::tab`] fails if a focused element is hidden.
#[track_caller]
fn walk_by_keyboard(page: &Page, narrow: bool) {
    // Skips to the content.
    page.open("/");
    page.expect_count(17);
    page.tab_to(Forward, &page.role("link").named("Skip to content"));
    page.press(Key::Enter);
    expect_focus_at(page, "main");

    // Searches.
    page.tab_to(Backward, &page.search_box());
    page.type_text(QUERY);
    let found = seed::matching(QUERY);
    page.expect_titles_in_any_order(&found);
    page.press(Key::Enter);
    page.expect_focus(&page.search_box());

    // Filters the results.
    let article = page.facet_value("Kind", "Article");
    let filters = page.role("button").starting_with("Filters");
    if narrow {
        page.tab_to(Forward, &filters);
        page.press(Key::Enter);
    }
    page.tab_to(Forward, &article);
    page.type_text(" ");
    page.expect_path(&format!("/?q={QUERY}&kind=article"));
    page.expect_focus(&article);
    assert!(is_checked(&article));
    if narrow {
        page.tab_to(
            Forward,
            &page.role("button").named(&format!("Show {} of 17", count_articles(&found))),
        );
        page.press(Key::Enter);
        page.expect_focus(&page.role("button").named("Filters, 1 active"));
    }

    // Opens a result.
    let link = page.results().role("heading").role("link").named(TARGET.0);
    page.tab_to(Forward, &link);
    let scroll_position = page.scroll_y();
    page.press(Key::Enter);
    page.expect_article(TARGET.0);
    expect_focus_at(page, "heading");

    // Saves the article and copies a citation.
    let save = page.role("button").named(&format!("Save: {}", TARGET.0));
    page.tab_to(Forward, &save);
    page.type_text(" ");
    page.until("the article to be saved", || {
        let pressed = save.script("return arguments[0].ariaPressed");
        if pressed == "true" { Ok(()) } else { Err(pressed.to_string()) }
    });
    page.expect_focus(&save);
    let cite = page.role("button").named("Cite");
    page.tab_to(Forward, &cite);
    page.press(Key::Enter);
    let dialog = page.role("dialog").named("Cite this article");
    dialog.one();
    page.tab_to(Forward, &dialog.role("button").named("Copy BibTeX"));
    page.press(Key::Enter);
    page.until("the announcement of the copy", || {
        let text = page.script(
            "return document.querySelector('.announcements[aria-live=polite]').textContent",
        );
        if text.as_str().is_some_and(|text| text.to_lowercase().contains("cop")) {
            Ok(())
        } else {
            Err(text.to_string())
        }
    });
    page.expect_focus(&dialog.role("button").named("Copy BibTeX"));
    page.press(Key::Escape);
    dialog.none();
    page.expect_focus(&cite);

    // Steps to a hit by button, and to the next by key.
    let next = page.role("button").named("Next hit");
    page.tab_to(Forward, &next);
    page.press(Key::Enter);
    expect_hit(page, 0);
    page.type_text("n");
    expect_hit(page, 1);
    assert!(next.has_focus(), "the focus is on {}", page.focused());
    page.expect_focus_visible();

    // Goes back to the results.
    page.tab_to(Backward, &page.role("link").named("Back to results"));
    page.press(Key::Enter);
    page.expect_path(&format!("/?q={QUERY}&kind=article"));
    page.expect_focus(&link);
    page.until("the scroll position", || {
        let now = page.scroll_y();
        if (now - scroll_position).abs() <= 2 {
            Ok(())
        } else {
            Err(format!("{now} px instead of {scroll_position}"))
        }
    });
    assert_eq!(page.query(), QUERY);

    // Opens and closes the export.
    let export = page.role("button").named("Export");
    page.tab_to(Forward, &export);
    page.press(Key::Enter);
    page.tab_to(Forward, &page.role("dialog").named("Export").role("button").named("Markdown"));
    page.press(Key::Escape);
    page.role("dialog").none();
    page.expect_focus(&export);

    // Removes the filter. The focus moves to another element.
    let filter = page.active_filters().role("button").named("Remove Kind: Article");
    page.tab_to(Backward, &filter);
    page.press(Key::Enter);
    page.expect_path(&format!("/?q={QUERY}"));
    page.expect_focus_visible();
    assert!(expect_ok(page.session().title()).contains(QUERY), "the title contains the query");
}

/// Waits until a hit is the current one and visible.
#[track_caller]
fn expect_hit(page: &Page, number: u64) {
    page.until(&format!("hit {number}"), || {
        let current = page.script(
            "return [...document.querySelectorAll('.reader mark')].findIndex(mark => {
                const box = mark.getBoundingClientRect();
                return 'here' in mark.dataset && box.top >= 0 && box.bottom <= innerHeight })",
        );
        if current == number { Ok(()) } else { Err(current.to_string()) }
    });
}

/// Waits for a document title.
#[track_caller]
fn expect_title(page: &Page, expected: &str) {
    page.until(&format!("the title {expected:?}"), || {
        let title = page.session().title()?;
        if title == expected { Ok(()) } else { Err(title) }
    });
}

/// Clicks a control in one state, and waits until a control has another state.
#[track_caller]
fn click_and_expect(
    page: &Page,
    control: &Locator<'_>,
    before: &str,
    changed: &Locator<'_>,
    after: &str,
) {
    assert_eq!(page.aria_state(control), before);
    control.click();
    page.until(after, || {
        let state = page.aria_state(changed);
        if state == after { Ok(()) } else { Err(state) }
    });
}

/// Waits for an outline that begins with these landmarks and headings.
#[track_caller]
fn expect_outline(page: &Page, expected: &[String]) {
    page.until(&format!("the outline {expected:#?}"), || {
        let outline: Vec<String> = page.outline()?.into_iter().take(expected.len()).collect();
        if outline == expected { Ok(()) } else { Err(format!("it is {outline:#?}")) }
    });
}

fn the_main_task_can_be_done_by_names_and_states(page: &Page) {
    let heading = |text: &str| format!("heading {text}");
    let found = seed::matching(QUERY);
    let articles = count_articles(&found);

    // Reads the title, the outline and the status.
    page.open("/");
    page.expect_count(17);
    expect_title(page, "Cuttings");
    let about = [
        "banner",
        "heading Cuttings",
        "navigation Sections",
        "search",
        "main",
        "region Filters",
        "region At a glance",
        "heading People",
        "heading Places",
    ];
    let outline: Vec<String> = about
        .iter()
        .map(|landmark| (*landmark).to_owned())
        .chain(seed::titles().into_iter().map(heading))
        .collect();
    expect_outline(page, &outline);
    page.expect_status("17 items");
    let people = page.facet("People").role("button");
    let all = people.names().remove(0);
    click_and_expect(
        page,
        &people,
        &format!("button {all}, collapsed"),
        &people,
        "button Show fewer, expanded",
    );

    // Searches, and reads the number of results.
    assert_eq!(page.aria_state(&page.search_box()), "searchbox Search articles");
    page.search(QUERY);
    page.expect_status(&format!("{} of 17 items", found.len()));
    expect_title(page, &format!("{QUERY} – Cuttings"));

    // Filters the results.
    let kind = page.facet_value("Kind", "Article");
    let name = format!("checkbox Article {articles}");
    click_and_expect(
        page,
        &kind,
        &format!("{name}, not checked"),
        &kind,
        &format!("{name}, checked"),
    );
    page.expect_status(&format!("{articles} of 17 items"));
    assert_eq!(page.active_filters().role("button").names(), ["Remove Kind: Article"]);

    // Saves an article, and opens and closes the export.
    let save = page.role("button").named(&format!("Save: {}", TARGET.0));
    let saves = format!("button Save: {}", TARGET.0);
    click_and_expect(
        page,
        &save,
        &format!("{saves}, not pressed"),
        &save,
        &format!("{saves}, pressed"),
    );
    let export = page.role("button").named("Export");
    click_and_expect(page, &export, "button Export, collapsed", &export, "button Export, expanded");
    assert_eq!(
        page.role("dialog").named("Export").role("button").names(),
        ["CSV", "JSON", "Markdown"]
    );
    page.press(Key::Escape);
    page.role("dialog").none();
    assert_eq!(page.aria_state(&export), "button Export, collapsed");

    // Opens a result. It is announced as another document, and its heading has the focus.
    let link = page.results().role("heading").role("link").named(TARGET.0);
    link.click();
    page.expect_article(TARGET.0);
    page.expect_focus(&page.role("main").role("article").role("heading").named(TARGET.0));
    expect_title(page, &format!("{} – Cuttings", TARGET.0));
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
    let outline: Vec<String> = ["banner", "navigation Sections", "search", "main"]
        .into_iter()
        .map(str::to_owned)
        .chain([heading(TARGET.0), "navigation Contents".to_owned()])
        .chain(TARGET.2.iter().map(|text| heading(text)))
        .chain(around.into_iter().map(str::to_owned))
        .collect();
    expect_outline(page, &outline);
    assert_eq!(
        page.aria_state(&save),
        format!("{saves}, pressed"),
        "the article is saved here too"
    );
    let hits = page.role("main").role("article").role("mark").some().len();
    page.role("button").named("Next hit").click();
    page.until("the announcement of the hit", || {
        let text = page.script("return document.querySelector('[aria-live=polite]').textContent");
        if text == format!("Hit 1 of {hits}").as_str() { Ok(()) } else { Err(text.to_string()) }
    });

    // Goes back. The link to the article has the focus again.
    page.role("link").named("Back to results").click();
    page.expect_focus(&link);
    expect_title(page, &format!("{QUERY} – Cuttings"));
    page.expect_status(&format!("{articles} of 17 items"));
    assert_eq!(page.aria_state(&kind), format!("{name}, checked"));
    page.forward();
    page.expect_focus(&page.role("main").role("article").role("heading").named(TARGET.0));
    page.back();
    page.expect_focus(&link);

    // Opens a site section.
    let section = page.role("link").named("Saved");
    click_and_expect(page, &section, "link Saved", &section, "link Saved, current page");
    page.expect_focus(&page.role("heading").named("Saved"));
    expect_title(page, "Saved – Cuttings");
    assert_eq!(page.role("list").named("Saved").role("heading").names(), [TARGET.0]);
}
