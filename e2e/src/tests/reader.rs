//! The reader: one article in full, and the way back.

use serde_json::Value;

use crate::{
    page::Page,
    runner::{Site, Test, suite},
    seed::{self, ARTICLES, STANDFIRST},
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "reader",
        Site::Built,
        [
            a_link_in_the_results_opens_it,
            it_holds_the_whole_text_of_each_article,
            headings_are_in_order,
            back_to_results_restores_query_filters_and_place,
            the_browsers_back_restores_them_too,
            back_to_results_works_for_who_came_by_link,
        ]
    )
}

fn a_link_in_the_results_opens_it(page: &Page) {
    let (title, slug, _) = ARTICLES[0];
    page.open("/");
    page.results().role("link").named(title).click();
    page.expect_reader(title);
    page.expect_path(&format!("/article/{slug}/"));
    let text = page.role("main").role("article").text();
    assert!(text.to_lowercase().contains(&seed::WAR.to_lowercase()), "the section in {text}");
    assert!(text.contains(STANDFIRST), "the standfirst in {text}");
    assert!(text.contains(" min"), "the reading time in {text}");
    let shown = page.session().title().expect("a title");
    assert!(shown.contains(title), "the document's title is {shown}");
    assert_eq!(page.scrolled(), 0, "it opens at its beginning");
}

fn it_holds_the_whole_text_of_each_article(page: &Page) {
    for ((title, slug, _), body) in ARTICLES.iter().zip(seed::bodies()) {
        page.open_article(slug, "");
        page.expect_reader(title);
        let blocks = page.role("main").role("article").script(
            "return [...arguments[0].querySelectorAll('h2, h3, h4, p')].map(block => block.textContent.trim())",
        );
        let blocks: Vec<&str> =
            blocks.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        // Whatever else stands above the text, the text is what comes last, whole and in order.
        let text = &blocks[blocks.len().saturating_sub(body.len())..];
        assert_eq!(text, body.as_slice(), "the text of {title}");
    }
}

fn headings_are_in_order(page: &Page) {
    for (title, slug, headings) in ARTICLES {
        page.open_article(slug, "");
        page.expect_reader(title);
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

/// Goes into the article that the last link of the view leads to; the view as it was left.
#[track_caller]
fn enter_the_last_article(page: &Page) -> (Vec<String>, i64) {
    page.view(1280, 500);
    page.open("/?q=russia&section=Russia-Ukraine+War&sort=title");
    page.expect_titles_in_any_order(
        &seed::holding("russia").into_iter().filter(|title| is_article(title)).collect::<Vec<_>>(),
    );
    let titles = page.titles_now().expect("results");
    let last = titles.last().expect("a result").clone();
    page.results()
        .role("link")
        .named(&last)
        .script("arguments[0].scrollIntoView({ block: 'center' })");
    let scrolled = page.scrolled();
    assert!(scrolled > 300, "the last result is far down: {scrolled}");
    page.results().role("link").named(&last).click();
    page.expect_reader(&last);
    (titles, scrolled)
}

fn is_article(title: &str) -> bool {
    ARTICLES.iter().any(|(article, ..)| *article == title)
}

#[track_caller]
fn expect_return(page: &Page, titles: &[String], scrolled: i64) {
    page.expect_titles(&titles.iter().map(String::as_str).collect::<Vec<_>>());
    page.expect_path("/?q=russia&section=Russia-Ukraine+War&sort=title");
    assert_eq!(page.query(), "russia");
    page.active_filters().role("button").named("Remove Section: Russia-Ukraine War").one();
    page.until("the place on the page", || {
        let now = page.scrolled();
        if (now - scrolled).abs() <= 2 {
            Ok(())
        } else {
            Err(format!("{now} px down instead of {scrolled}"))
        }
    });
}

fn back_to_results_restores_query_filters_and_place(page: &Page) {
    let (titles, scrolled) = enter_the_last_article(page);
    page.role("link").named("Back to results").click();
    expect_return(page, &titles, scrolled);
}

fn the_browsers_back_restores_them_too(page: &Page) {
    let (titles, scrolled) = enter_the_last_article(page);
    page.back();
    expect_return(page, &titles, scrolled);
    page.forward();
    page.expect_reader(titles.last().expect("a result"));
}

fn back_to_results_works_for_who_came_by_link(page: &Page) {
    let (title, slug, _) = ARTICLES[6];
    page.open_article(slug, "");
    page.expect_reader(title);
    page.role("link").named("Back to results").click();
    page.expect_titles(&seed::titles());
    page.expect_path("/");
}
