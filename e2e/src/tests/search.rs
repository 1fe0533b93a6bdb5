//! The search box, what it finds, and what is said of it.

use serde_json::Value;

use crate::{
    page::Page,
    runner::{Site, Test, suite},
    seed,
    webdriver::Key,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "search",
        Site::Built,
        [
            box_is_there_by_role_and_name,
            slash_focuses_the_box,
            slash_is_a_character_in_the_box,
            escape_clears_the_box,
            items_that_hold_the_words_are_found,
            case_and_diacritics_make_no_difference,
            last_word_is_a_beginning,
            title_beats_body,
            hits_are_marked,
            status_counts,
            status_speaks_once_typing_pauses,
            any_text_is_a_query,
        ]
    )
}

fn box_is_there_by_role_and_name(page: &Page) {
    page.open("/");
    page.search_box().one();
    assert_eq!(page.query(), "");
}

fn slash_focuses_the_box(page: &Page) {
    page.open("/");
    page.expect_count(17);
    assert!(!page.search_box().has_focus());
    page.keys("/");
    page.until("the search box to have the focus", || {
        page.search_box().has_focus().then_some(()).ok_or_else(String::new)
    });
    assert_eq!(page.query(), "");
}

fn slash_is_a_character_in_the_box(page: &Page) {
    page.open("/");
    page.search("24/7");
    assert_eq!(page.query(), "24/7");
}

fn escape_clears_the_box(page: &Page) {
    page.open("/");
    page.search("umerov");
    page.expect_count(1);
    page.press(Key::Escape);
    page.expect_titles(&seed::titles());
    assert_eq!(page.query(), "");
    assert!(page.search_box().has_focus());
    page.expect_path("/");
}

/// Types a query and compares what is found with a walk through the seed.
#[track_caller]
fn check_found(page: &Page, query: &str) {
    page.search(query);
    page.expect_titles_in_any_order(&seed::holding(query));
}

fn items_that_hold_the_words_are_found(page: &Page) {
    page.open("/");
    for query in [
        "umerov",          // in one body
        "budapest",        // in one body, in no title
        "oreshnik dnipro", // two words
        "kim jong un",     // three, of which other articles have two
        "haiti",           // in a teaser
        "hijabi miss",     // in a teaser's title
        "intercept",       // in the standfirst
        "headwinds",       // in a heading
        "barnier",         // a name
        "79",              // a number
    ] {
        check_found(page, query);
    }
}

fn case_and_diacritics_make_no_difference(page: &Page) {
    page.open("/");
    let with_pal_jonson = seed::ARTICLES[1].0;
    for query in ["pal jonson", "Pål Jonson", "PÅL JONSON", "pa\u{30A}l jonson"] {
        page.search(query);
        page.expect_titles(&[with_pal_jonson]);
    }
    page.search("pal");
    page.expect_titles(&[with_pal_jonson]);
}

fn last_word_is_a_beginning(page: &Page) {
    page.open("/");
    for query in ["umer", "ores", "rustem ume", "jonson stoc"] {
        check_found(page, query);
    }
}

fn title_beats_body(page: &Page) {
    page.open("/");
    for (query, first) in [
        ("pentagon", "North Korea Sends 10,000 Troops to Russia: Pentagon"),
        ("nato", "What Trump’s Return Could Mean for NATO and European Security"),
        ("donetsk", "Russia Claims Gains in Donetsk as Ukraine Faces Intensified Assaults"),
        (
            "dnipro",
            "Russia’s Deployment of Advanced Missile in Dnipro Attack Raises Strategic Concerns",
        ),
    ] {
        let bodies = seed::holding(query);
        assert!(bodies.len() > 1, "{query} has to be in other bodies, too");
        page.search(query);
        page.expect_titles_in_any_order(&bodies);
        let titles = page.titles_now().expect("the results are there");
        assert_eq!(titles[0], first, "the first result of {query}");
    }
}

fn hits_are_marked(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.results().role("mark").none();
    page.search("starmer");
    page.expect_titles_in_any_order(&seed::holding("starmer"));
    let marks = page.results().script(
        "return [...arguments[0].querySelectorAll('article')]
            .map(article => [...article.querySelectorAll('mark')].map(mark => mark.textContent))",
    );
    for of_one in marks.as_array().expect("a list") {
        let of_one: Vec<&str> =
            of_one.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(!of_one.is_empty(), "a result without a mark: {marks}");
        assert!(of_one.iter().all(|mark| mark.to_lowercase().starts_with("starmer")), "{marks}");
    }
    assert!(
        !page.results().role("mark").names().is_empty(),
        "assistive technology does not hear of marks"
    );
}

fn status_counts(page: &Page) {
    page.open("/");
    page.expect_status("17 items");
    let query = "starmer";
    let found = seed::holding(query).len();
    page.search(query);
    page.expect_status(&format!("{found} of 17 items"));
    page.search("xqzxqzxqz");
    page.expect_status("No items match");
    page.expect_count(0);
    page.press(Key::Escape);
    page.expect_status("17 items");
}

/// Keeps the times of keystrokes and of changes to what the status says.
const LISTEN: &str = "
    const heard = window.heard = { typed: [], said: [] };
    addEventListener('input', () => heard.typed.push(performance.now()), true);
    const status = arguments[0];
    let last = status.textContent;
    new MutationObserver(() => {
        if (status.textContent === last) return;
        last = status.textContent;
        heard.said.push([performance.now(), last]);
    }).observe(status, { subtree: true, childList: true, characterData: true });
";

fn status_speaks_once_typing_pauses(page: &Page) {
    page.open("/");
    page.expect_status("17 items");
    page.search_box().click();
    page.role("status").script(LISTEN);
    page.keys("umerov");
    page.expect_status("1 of 17 items");
    let heard = page.script("return window.heard");
    let typed: Vec<f64> =
        heard["typed"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert_eq!(typed.len(), "umerov".len(), "{heard}");
    let said = heard["said"].as_array().expect("a list");
    for change in said {
        let at = change[0].as_f64().expect("a time");
        // On a busy machine keys may come slowly enough to be a pause, too.
        let before: Vec<f64> =
            typed.iter().copied().filter(|typed| *typed < at).chain([at]).collect();
        let paused = before.windows(2).map(|pair| pair[1] - pair[0]).fold(0.0, f64::max);
        assert!(paused >= 200.0, "spoken {paused} ms after a key: {heard}");
    }
    assert!(!said.is_empty(), "{heard}");
}

fn any_text_is_a_query(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for query in [
        "\"",
        "(",
        "--",
        "a OR",
        "title:",
        "section:\"",
        "***",
        "%&+?#\\",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "' or 1=1",
        "…",
        "🦀",
        "נשק",
        "北朝鮮",
    ] {
        page.search(query);
        assert_eq!(page.query(), query);
    }
    page.press(Key::Escape);
    page.expect_count(17);
    // By link, since keys would take long: very long, and characters that no key types.
    for query in ["x".repeat(5000), "%F0%9F%A6%80%00%FF%zz".to_owned(), "%E2%80%AE%07".to_owned()] {
        page.open(&format!("/?q={query}"));
        page.search_box().click();
        page.press(Key::Escape);
        page.expect_count(17);
    }
}
