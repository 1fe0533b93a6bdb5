//! Stories: results folded by story, the page of a story, and two articles side by side. The
//! articles are a collection of the reader's own; the project's own seeds have no story.

use crate::{
    page::Page,
    site::Site,
    suite::{Suite, test},
    tests::library::{drop_files, expect_collection, open_site},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "stories",
        site: Site::Build,
        // Collections have addresses below the base path.
        depends_on_base: true,
        tests: vec![
            test!(results_are_folded_by_story).in_every_engine(),
            test!(a_story_tells_what_each_article_adds),
            test!(two_articles_are_compared).in_every_engine(),
            test!(a_query_limits_the_stories),
            test!(an_edition_without_stories_says_so),
        ],
    }
}

const FILES: [(&str, &str); 4] = [
    (
        "sinks.md",
        "---\ntitle: Ferry sinks off Norden\ndate: 2026-05-04\n---\n\nThe ferry Aurora with 40 \
         people on board sank off Norden on Monday. Captain Ada Berg called for help at dawn.\n",
    ),
    (
        "saved.md",
        "---\ntitle: Forty saved as ferry sinks\ndate: 2026-05-05\n---\n\nThe ferry Aurora with 40 \
         people on board sank off Norden on Monday. Fishermen saved all of them.\n",
    ),
    (
        "cocoa.md",
        "---\ntitle: Cocoa harvest ends early\ndate: 2026-05-04\n---\n\nFarmers in Ghana ended the \
         harvest of cocoa early.\n",
    ),
    (
        "chess.md",
        "---\ntitle: A draw in the final\ndate: 2026-05-06\n---\n\nThe last game of chess in Lyon \
         took nine hours and ended in a draw.\n",
    ),
];

/// The two articles that tell one story.
const SINKS: &str = "Ferry sinks off Norden";
const SAVED: &str = "Forty saved as ferry sinks";

/// Adds the articles, and opens the stories of their collection.
#[track_caller]
fn open_stories(page: &Page) {
    open_site(page);
    drop_files(page, &FILES);
    expect_collection(page);
    page.role("navigation").named("Sections").role("link").named("Explore").click();
    page.role("navigation").named("Explore").role("link").named("Stories").click();
    page.role("heading").named("Stories").one();
}

/// Compares the links of the list of stories.
#[track_caller]
fn expect_stories(page: &Page, expected: &[&str]) {
    page.until(&format!("the stories {expected:?}"), || {
        let found = page.role("list").named("Stories").role("link").names();
        if found == expected { Ok(()) } else { Err(format!("they are {found:?}")) }
    });
}

/// Opens the page of the story.
#[track_caller]
pub(crate) fn open_story(page: &Page) {
    open_stories(page);
    expect_stories(page, &[SINKS, SAVED]);
    page.role("list").named("Stories").role("link").named(SINKS).click();
    page.role("link").named("All stories").one();
}

fn results_are_folded_by_story(page: &Page) {
    open_stories(page);
    expect_stories(page, &[SINKS, SAVED]);
    let others = page.role("list").named("Other items").role("link").names();
    assert_eq!(others.len(), 2, "{others:?}");
}

fn a_story_tells_what_each_article_adds(page: &Page) {
    open_story(page);
    assert!(page.path().ends_with("/stories/?story=ferry-sinks-off-norden"), "{}", page.path());
    let text = page.role("main").text();
    assert!(text.contains("Fishermen saved all of them."), "{text}");
    // The first sentence of the second article is that of the first.
    assert_eq!(text.matches("sank off Norden on Monday").count(), 0, "{text}");
    page.role("link").named("All stories").click();
    expect_stories(page, &[SINKS, SAVED]);
}

fn two_articles_are_compared(page: &Page) {
    open_story(page);
    page.role("link").named("Compare with the previous one").click();
    let marked = "return [...document.querySelectorAll('.compared mark')]
        .map(it => it.textContent.trim())";
    let expected = ["Captain Ada Berg called for help at dawn.", "Fishermen saved all of them."];
    page.until("what only one of them says", || {
        let found = page.script(marked);
        if found == serde_json::json!(expected) { Ok(()) } else { Err(found.to_string()) }
    });
    page.role("main").role("link").named("The whole story").click();
    page.role("link").named("All stories").one();
}

fn a_query_limits_the_stories(page: &Page) {
    open_stories(page);
    expect_stories(page, &[SINKS, SAVED]);
    page.role("searchbox").click();
    page.type_text("fishermen");
    expect_stories(page, &[SAVED]);
    assert!(page.role("list").named("Stories").text().contains("1 of 2 items"));
}

fn an_edition_without_stories_says_so(page: &Page) {
    page.open("/stories/");
    page.until("the note", || {
        let text = page.role("main").text();
        let note = "No two of these items tell the same story.";
        if text.contains(note) { Ok(()) } else { Err(text) }
    });
}
