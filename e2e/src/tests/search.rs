//! The search box: its keys, the items that it finds, and the status that announces them.

use serde_json::Value;

use crate::{
    page::Page,
    seed,
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "search",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // Keys, highlights and announcements depend on the engine.
            test!(search_box_has_role_and_name).in_every_engine(),
            test!(slash_focuses_the_search_box).in_every_engine(),
            test!(escape_clears_the_search_box).in_every_engine(),
            test!(keys_of_an_input_method_do_nothing_else).in_every_engine(),
            test!(case_and_diacritics_are_ignored).in_every_engine(),
            test!(hits_are_highlighted).in_every_engine(),
            test!(status_shows_the_number_of_results).in_every_engine(),
            test!(status_waits_for_a_pause_in_typing).in_every_engine(),
            // The search engine is the same program in every engine.
            test!(slash_is_a_character_in_the_search_box),
            test!(items_with_all_words_are_found),
            test!(last_word_is_a_prefix),
            test!(titles_rank_above_bodies),
            test!(every_text_is_a_valid_query),
            test!(a_query_without_words_is_explained),
            test!(related_wording_is_shown_below_few_results),
        ],
    }
}

fn search_box_has_role_and_name(page: &Page) {
    page.open("/");
    page.search_box().one();
    assert_eq!(page.query(), "");
}

fn slash_focuses_the_search_box(page: &Page) {
    page.open("/");
    page.expect_count(17);
    assert!(!page.search_box().has_focus());
    page.type_text("/");
    page.until("the search box to have the focus", || {
        page.search_box().has_focus().then_some(()).ok_or_else(String::new)
    });
    assert_eq!(page.query(), "");
}

fn slash_is_a_character_in_the_search_box(page: &Page) {
    page.open("/");
    page.search("24/7");
    assert_eq!(page.query(), "24/7");
}

fn escape_clears_the_search_box(page: &Page) {
    page.open("/");
    page.search("umerov");
    page.expect_count(1);
    page.press(Key::Escape);
    page.expect_titles(&seed::titles());
    assert_eq!(page.query(), "");
    assert!(page.search_box().has_focus());
    page.expect_path("/");
}

/// Sends a key to the search box as browsers do while an input method composes a word. WebKit only
/// tells by the code of the key.
fn compose(page: &Page, key: &str, by_code: bool) {
    page.script(&format!(
        "const event = new KeyboardEvent('keydown',
             {{ key: '{key}', isComposing: {}, bubbles: true, cancelable: true }});
         if ({by_code}) Object.defineProperty(event, 'keyCode', {{ value: 229 }});
         document.getElementById('search').dispatchEvent(event);",
        !by_code
    ));
}

fn keys_of_an_input_method_do_nothing_else(page: &Page) {
    page.open("/");
    page.search("umerov");
    page.expect_count(1);
    for by_code in [false, true] {
        for key in ["Escape", "Enter", "ArrowDown", "ArrowUp"] {
            compose(page, key, by_code);
            assert_eq!(page.query(), "umerov", "{key}");
            let list = page.script("return document.querySelector('[role=listbox]') !== null");
            assert_eq!(list, Value::Bool(false), "{key}");
        }
    }
    page.expect_count(1);
    page.press(Key::Escape);
    assert_eq!(page.query(), "");
}

fn a_query_without_words_is_explained(page: &Page) {
    page.open("/");
    for query in ["--", "-", "?!"] {
        page.search(query);
        page.until("a note about the query", || {
            let note = page.script("return document.querySelector('.note')?.textContent ?? ''");
            let expected = format!("Nothing to search for in “{query}”.");
            if note == expected.as_str() { Ok(()) } else { Err(note.to_string()) }
        });
        page.expect_titles(&seed::titles());
    }
    page.search("--umerov");
    page.expect_titles(&seed::matching("umerov"));
}

/// Types a query and compares the results with a plain search of the seed.
#[track_caller]
fn check_found(page: &Page, query: &str) {
    page.search(query);
    page.expect_titles_in_any_order(&seed::matching(query));
}

fn items_with_all_words_are_found(page: &Page) {
    page.open("/");
    for query in [
        "umerov",          // in one body
        "budapest",        // in one body and no title
        "oreshnik dnipro", // two words
        "kim jong un",     // three words; other articles contain two of them
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

fn case_and_diacritics_are_ignored(page: &Page) {
    page.open("/");
    let with_pal_jonson = seed::ARTICLES[1].0;
    for query in ["pal jonson", "Pål Jonson", "PÅL JONSON", "pa\u{30A}l jonson"] {
        page.search(query);
        page.expect_titles(&[with_pal_jonson]);
    }
    page.search("pal");
    page.expect_titles(&[with_pal_jonson]);
}

fn last_word_is_a_prefix(page: &Page) {
    page.open("/");
    for query in ["umer", "ores", "rustem ume", "jonson stoc"] {
        check_found(page, query);
    }
}

fn titles_rank_above_bodies(page: &Page) {
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
        let bodies = seed::matching(query);
        assert!(bodies.len() > 1, "{query} must be in other bodies too");
        page.search(query);
        page.expect_titles_in_any_order(&bodies);
        let titles = page.current_titles().expect("the results can be read");
        assert_eq!(titles[0], first, "the first result of {query}");
    }
}

fn hits_are_highlighted(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.results().role("mark").none();
    page.search("starmer");
    page.expect_titles_in_any_order(&seed::matching("starmer"));
    let marks = page.results().script(
        "return [...arguments[0].querySelectorAll('article')]
            .map(article => [...article.querySelectorAll('mark')].map(mark => mark.textContent))",
    );
    for marks_of_result in marks.as_array().expect("a list") {
        let marked: Vec<&str> =
            marks_of_result.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(!marked.is_empty(), "a result has no mark: {marks}");
        assert!(marked.iter().all(|mark| mark.to_lowercase().starts_with("starmer")), "{marks}");
    }
    assert!(!page.results().role("mark").names().is_empty(), "marks have no role");
}

fn status_shows_the_number_of_results(page: &Page) {
    page.open("/");
    page.expect_status("17 items");
    let query = "starmer";
    let found = seed::matching(query).len();
    page.search(query);
    page.expect_status(&format!("{found} of 17 items"));
    page.search("xqzxqzxqz");
    page.expect_status("No items match");
    page.expect_count(0);
    page.press(Key::Escape);
    page.expect_status("17 items");
}

/// Records each text of the status, and holds long timers back until `releaseTimers` is called. The
/// page waits for a pause in typing with a long timer, and renders results with short ones. Timers
/// of many seconds are the driver's: WebKit's times its scripts out with them. Argument: the
/// status.
const HOLD_TIMERS: &str = "
    const [status] = arguments;
    window.statusTexts = [];
    new MutationObserver(() => statusTexts.push(status.textContent.trim()))
        .observe(status, { subtree: true, childList: true, characterData: true });
    const held = [];
    const { setTimeout, clearTimeout } = window;
    window.setTimeout = (callback, delay, ...rest) =>
        delay > 200 && delay < 5000 ? -held.push(callback) : setTimeout(callback, delay, ...rest);
    window.clearTimeout = id => id < 0 ? delete held[-id - 1] : clearTimeout(id);
    window.releaseTimers = () => {
        Object.assign(window, { setTimeout, clearTimeout });
        held.forEach(callback => callback());
    };
";

fn status_waits_for_a_pause_in_typing(page: &Page) {
    page.open("/");
    page.expect_status("17 items");
    page.search_box().click();
    page.role("status").script(HOLD_TIMERS);
    page.type_text("umerov");
    page.expect_titles(&seed::matching("umerov"));
    assert_eq!(
        page.script("return statusTexts"),
        serde_json::json!([]),
        "a key changed the status"
    );
    page.script("releaseTimers()");
    page.expect_status("1 of 17 items");
    let texts = page.script("return [...new Set(statusTexts)]");
    assert_eq!(texts, serde_json::json!(["1 of 17 items"]));
}

fn every_text_is_a_valid_query(page: &Page) {
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
    // By URL: a very long query, and characters that no key types.
    for query in ["x".repeat(5000), "%F0%9F%A6%80%00%FF%zz".to_owned(), "%E2%80%AE%07".to_owned()] {
        page.open(&format!("/?q={query}"));
        page.search_box().click();
        page.press(Key::Escape);
        page.expect_count(17);
    }
}

/// The one result of "gaza" tells of the Middle East. What other articles share with it are words.
fn related_wording_is_shown_below_few_results(page: &Page) {
    page.open("/?q=gaza");
    let matching = seed::matching("gaza");
    page.expect_titles(&matching);
    let related = page.role("region").named("Related wording");
    let headings = related.role("heading").role("link");
    page.until("related items", || match headings.current_named() {
        Ok(found) if !found.is_empty() => Ok(()),
        _ => Err("there are none".to_owned()),
    });
    assert!(headings.names().iter().all(|title| !matching.contains(&title.as_str())));
    related.role("button").named("Related wording").none();
    let text = related.text();
    assert!(text.contains("Items with words of the first results, such as “"), "{text}");
}
