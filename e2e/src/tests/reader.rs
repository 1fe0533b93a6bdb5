//! The article page: the whole text, and the way back to the results.

use serde_json::Value;

use crate::{
    page::Page,
    seed::{self, ARTICLES, STANDFIRST},
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "reader",
        site: Site::Build,
        // The article page has a URL of its own.
        depends_on_base: true,
        tests: vec![
            // Scroll positions and history depend on the engine.
            test!(a_result_opens_the_article).in_every_engine(),
            test!(back_to_results_restores_query_filters_and_scroll_position).in_every_engine(),
            test!(history_back_restores_query_filters_and_scroll_position).in_every_engine(),
            // The text is the same in every engine.
            test!(articles_contain_their_whole_text),
            test!(headings_are_in_order),
            test!(back_to_results_shows_all_items_after_a_direct_visit),
        ],
    }
}

fn a_result_opens_the_article(page: &Page) {
    let (title, slug, _) = ARTICLES[0];
    page.open("/");
    page.results().role("link").named(title).click();
    page.expect_article(title);
    page.expect_path(&format!("/article/{slug}/"));
    let text = page.role("main").role("article").text();
    assert!(text.to_lowercase().contains(&seed::WAR.to_lowercase()), "the section in {text}");
    assert!(text.contains(STANDFIRST), "the standfirst in {text}");
    assert!(text.contains("\u{a0}min read"), "the reading time in {text}");
    let shown = page.session().title().expect("a title");
    assert!(shown.contains(title), "the document's title is {shown}");
    assert_eq!(page.scroll_y(), 0, "the article opens at its beginning");
}

fn articles_contain_their_whole_text(page: &Page) {
    for ((title, slug, _), body) in ARTICLES.iter().zip(seed::bodies()) {
        page.open_article(slug, "");
        page.expect_article(title);
        let blocks = page.role("main").role("article").script(
            "return [...arguments[0].querySelectorAll('h2, h3, h4, p')].map(block => block.textContent.trim())",
        );
        let blocks: Vec<&str> =
            blocks.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        // The page may show other blocks above the text, but none below.
        let text = &blocks[blocks.len().saturating_sub(body.len())..];
        assert_eq!(text, body.as_slice(), "the text of {title}");
    }
}

fn headings_are_in_order(page: &Page) {
    for (title, slug, headings) in ARTICLES {
        page.open_article(slug, "");
        page.expect_article(title);
        let article = page.role("main").role("article");
        let levels = article.script(
            "return [...arguments[0].querySelectorAll('h1, h2, h3, h4, h5, h6')]
                .map(heading => [heading.tagName, heading.textContent.trim()])",
        );
        let expected: Vec<_> = std::iter::once(("H1", title))
            .chain(headings.iter().map(|text| ("H2", *text)))
            .collect();
        assert_eq!(levels, serde_json::json!(expected));
        let shown = "return [...document.querySelectorAll('h1')].filter(heading => heading.checkVisibility()).length";
        assert_eq!(page.script(shown), 1);
    }
}

/// Opens the last article of a view. Returns the titles and the scroll position of the view.
#[track_caller]
fn open_last_article(page: &Page) -> (Vec<String>, i64) {
    page.resize(1280, 500);
    page.open("/?q=russia&section=Russia-Ukraine+War&sort=title");
    page.expect_titles_in_any_order(
        &seed::matching("russia").into_iter().filter(|title| is_article(title)).collect::<Vec<_>>(),
    );
    let titles = page.current_titles().expect("the results can be read");
    let last = titles.last().expect("a result").clone();
    page.results()
        .role("link")
        .named(&last)
        .script("arguments[0].scrollIntoView({ block: 'center' })");
    let scroll_position = page.scroll_y();
    assert!(scroll_position > 300, "the last result is far down: {scroll_position}");
    page.results().role("link").named(&last).click();
    page.expect_article(&last);
    (titles, scroll_position)
}

fn is_article(title: &str) -> bool {
    ARTICLES.iter().any(|(article, ..)| *article == title)
}

#[track_caller]
fn expect_return(page: &Page, titles: &[String], scroll_position: i64) {
    page.expect_titles(&titles.iter().map(String::as_str).collect::<Vec<_>>());
    page.expect_path("/?q=russia&section=Russia-Ukraine+War&sort=title");
    assert_eq!(page.query(), "russia");
    page.active_filters().role("button").named("Remove Section: Russia-Ukraine War").one();
    page.until("the scroll position", || {
        let now = page.scroll_y();
        if (now - scroll_position).abs() <= 2 {
            Ok(())
        } else {
            Err(format!("{now} px instead of {scroll_position}"))
        }
    });
}

fn back_to_results_restores_query_filters_and_scroll_position(page: &Page) {
    let (titles, scroll_position) = open_last_article(page);
    page.role("link").named("Back to results").click();
    expect_return(page, &titles, scroll_position);
}

fn history_back_restores_query_filters_and_scroll_position(page: &Page) {
    let (titles, scroll_position) = open_last_article(page);
    page.back();
    expect_return(page, &titles, scroll_position);
    page.forward();
    page.expect_article(titles.last().expect("a result"));
}

fn back_to_results_shows_all_items_after_a_direct_visit(page: &Page) {
    let (title, slug, _) = ARTICLES[6];
    page.open_article(slug, "");
    page.expect_article(title);
    page.role("link").named("Back to results").click();
    page.expect_titles(&seed::titles());
    page.expect_path("/");
}
