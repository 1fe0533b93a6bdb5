//! What the reader's page does for one who reads: where one is, where the hits are, the text as one likes it, and what one
//! keeps and takes along.

use std::time::Duration;

use crate::{
    page::Page,
    runner::{Site, Test, suite},
    scenes,
    seed::ARTICLES,
    webdriver::Key,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "reading",
        Site::Built,
        [
            headings_are_a_list_of_contents,
            a_paragraph_has_an_address,
            hits_are_counted_and_gone_through,
            the_results_go_on_in_the_reader,
            the_text_is_set_as_one_likes_it,
            keys_go_by_cards_hits_and_articles,
            keys_for_cards_work_where_single_keys_are_off,
            what_is_saved_is_in_a_room_of_its_own,
            a_saved_article_stays_saved,
            passages_are_marked_and_noted,
            where_one_stopped_is_kept,
            what_was_kept_and_cannot_be_read_is_said,
            what_cannot_be_kept_is_said,
            an_article_is_cited,
            what_is_missing_in_the_browser_is_not_offered,
        ]
    )
}

/// The place of one who reads among the blocks of the text: the `id` of what stands in the middle of the window.
const IN_THE_MIDDLE: &str = "
    const blocks = [...document.querySelectorAll('article [id^=p]')];
    return blocks.find(block => block.getBoundingClientRect().bottom > innerHeight / 2)?.id ?? ''";

fn headings_are_a_list_of_contents(page: &Page) {
    let (title, slug, headings) = ARTICLES[2];
    page.open_article(slug, "");
    page.expect_reader(title);
    let contents = page.role("navigation").named("Contents");
    assert_eq!(contents.role("link").names(), headings);
    contents.role("link").named(headings[4]).click();
    page.until("the heading to be in the window", || {
        let top = page
            .role("heading")
            .named(headings[4])
            .script("return arguments[0].getBoundingClientRect().top");
        let height = page.script("return innerHeight").as_f64().unwrap_or_default();
        match top.as_f64() {
            Some(top) if 0.0 <= top && top < height => Ok(()),
            _ => Err(format!("it is at {top}")),
        }
    });
    page.expect_reader(title);
    // An article without headings needs none.
    page.open_article(ARTICLES[0].1, "");
    page.expect_reader(ARTICLES[0].0);
    page.role("navigation").named("Contents").none();
}

fn a_paragraph_has_an_address(page: &Page) {
    let (title, slug, _) = ARTICLES[3];
    page.open_article(slug, "");
    page.expect_reader(title);
    page.role("link").named("Link to paragraph 7").script("arguments[0].click()");
    assert_eq!(page.script("return location.hash"), "#p7");
    page.view(1280, 500);
    page.open("/");
    page.expect_count(17);
    page.open(&format!("/article/{slug}/#p12"));
    page.expect_reader(title);
    page.until("the paragraph to be in the window", || {
        let top = page.script("return document.getElementById('p12').getBoundingClientRect().top");
        match top.as_f64() {
            Some(top) if (0.0..500.0).contains(&top) => Ok(()),
            _ => Err(format!("it is at {top}")),
        }
    });
}

fn hits_are_counted_and_gone_through(page: &Page) {
    let (title, slug, _) = ARTICLES[2];
    page.view(1280, 500);
    page.open_article(slug, "q=oreshnik");
    page.expect_reader(title);
    let hits = page.role("main").role("article").role("mark").some().len();
    assert!(hits > 2, "{hits}");
    page.role("main").script(&format!(
        "if (!arguments[0].innerText.includes('{hits} hits')) throw new Error('not counted: {hits}')"
    ));
    let here = "return [...document.querySelectorAll('mark')].findIndex(mark => {
        const box = mark.getBoundingClientRect();
        return mark.hasAttribute('data-here') && box.top >= 0 && box.bottom <= innerHeight })";
    for expected in [0, 1, 2] {
        page.role("button").named("Next hit").click();
        page.until("the next hit", || {
            let now = page.script(here);
            if now == expected { Ok(()) } else { Err(format!("hit {now}")) }
        });
    }
    page.role("button").named("Previous hit").click();
    page.until("the hit before", || {
        let now = page.script(here);
        if now == 1 { Ok(()) } else { Err(format!("hit {now}")) }
    });
    page.open_article(slug, "");
    page.expect_reader(title);
    page.role("button").named("Next hit").none();
}

fn the_results_go_on_in_the_reader(page: &Page) {
    page.open("/?kind=article&sort=title");
    page.expect_count(ARTICLES.len());
    let titles = page.titles_now().expect("results");
    page.results().role("link").named(&titles[1]).click();
    page.expect_reader(&titles[1]);
    let pager = page.role("navigation").named("Articles in the results");
    assert_eq!(pager.role("link").names(), [titles[0].clone(), titles[2].clone()]);
    pager.role("link").named(&titles[2]).click();
    page.expect_reader(&titles[2]);
    assert_eq!(page.scrolled(), 0, "it opens at its beginning");
    page.role("link").named("Back to results").click();
    page.expect_titles(&titles.iter().map(String::as_str).collect::<Vec<_>>());
    page.expect_path("/?kind=article&sort=title");
}

fn the_text_is_set_as_one_likes_it(page: &Page) {
    let (title, slug, _) = ARTICLES[0];
    page.open_article(slug, "");
    page.expect_reader(title);
    let style = |page: &Page| {
        let style = page.script(
            "const style = getComputedStyle(document.getElementById('p2'));
            return [parseFloat(style.fontSize), document.getElementById('p2').clientWidth, style.fontFamily]",
        );
        (
            style[0].as_f64().expect("a size"),
            style[1].as_f64().expect("a width"),
            style[2].to_string(),
        )
    };
    let before = style(page);
    page.role("button").named("Text").click();
    page.choose(&page.role("combobox").named("Text size"), "Very large");
    page.choose(&page.role("combobox").named("Line length"), "Short");
    page.choose(&page.role("combobox").named("Typeface"), "Sans serif");
    let after = style(page);
    assert!(after.0 > 1.3 * before.0, "{before:?} {after:?}");
    assert_ne!(after.2, before.2);
    page.press(Key::Escape);
    page.role("combobox").named("Text size").none();
    page.reload();
    page.expect_reader(title);
    assert_eq!(style(page), after, "it is remembered");
    assert_eq!(page.script("return document.documentElement.dataset.size"), "huge");
}

#[track_caller]
fn expect_focus(page: &Page, title: &str) {
    page.until(&format!("the focus on {title}"), || {
        let on = page.script(
            "return document.activeElement.closest('article')?.querySelector('h2').innerText ?? ''",
        );
        if on == title { Ok(()) } else { Err(format!("it is on {on}")) }
    });
}

fn keys_go_by_cards_hits_and_articles(page: &Page) {
    page.open("/?q=missile&kind=article");
    page.until("results", || {
        page.titles_now()
            .and_then(|titles| (titles.len() > 2).then_some(()).ok_or_else(String::new))
    });
    let titles = page.titles_now().expect("results");
    for (key, expected) in [("j", 0), ("j", 1), ("j", 2), ("k", 1)] {
        page.keys(key);
        expect_focus(page, &titles[expected]);
    }
    page.keys("s");
    page.role("button").named(&format!("Save: {}", titles[1])).script(
        "
        if (arguments[0].getAttribute('aria-pressed') !== 'true') throw new Error('not saved')",
    );
    page.press(Key::Enter);
    page.expect_reader(&titles[1]);
    page.keys("n");
    page.until("the first hit", || {
        let at = page.script(
            "return [...document.querySelectorAll('mark')].findIndex(mark => mark.hasAttribute('data-here'))",
        );
        if at == 0 { Ok(()) } else { Err(at.to_string()) }
    });
    page.keys("]");
    page.expect_reader(&titles[2]);
    page.keys("[");
    page.expect_reader(&titles[1]);
    let theme = "return document.documentElement.dataset.theme ?? ''";
    page.keys("t");
    page.until("another theme", || {
        if page.script(theme) == "light" { Ok(()) } else { Err(String::new()) }
    });
    page.role("button").named(&format!("Save: {}", titles[1])).one();
    page.keys("s");
    page.role("link").named("Saved").click();
    page.role("heading").named("Saved").one();
    page.role("list").named("Saved").role("article").none();
    assert!(page.role("main").text().contains("nothing yet"), "it says how something comes there");
}

fn keys_for_cards_work_where_single_keys_are_off(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let titles = page.titles_now().expect("results");
    page.keys("j");
    expect_focus(page, &titles[0]);
    page.keys("?");
    page.role("dialog").role("checkbox").click();
    page.press(Key::Escape);
    page.role("dialog").none();
    page.results().role("link").named(&titles[0]).script("arguments[0].focus()");
    page.keys("j");
    expect_focus(page, &titles[0]);
    page.press(Key::PageDown);
    expect_focus(page, &titles[1]);
    page.press(Key::PageUp);
    expect_focus(page, &titles[0]);
}

fn what_is_saved_is_in_a_room_of_its_own(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for (title, ..) in [ARTICLES[4], ARTICLES[1]] {
        page.role("button").named(&format!("Save: {title}")).click();
    }
    page.role("link").named("Saved").click();
    let saved = page.role("list").named("Saved");
    assert!(!page.role("main").text().contains("nothing yet"), "something is");
    assert_eq!(saved.role("heading").names(), [ARTICLES[1].0, ARTICLES[4].0]);
    page.expect_path("/saved/");
    saved.role("link").named(ARTICLES[4].0).click();
    page.expect_reader(ARTICLES[4].0);
    page.back();
    page.role("button").named(&format!("Save: {}", ARTICLES[4].0)).click();
    page.until("one saved article", || {
        let names = saved.role("heading").names();
        if names == [ARTICLES[1].0] { Ok(()) } else { Err(format!("{names:?}")) }
    });
}

#[track_caller]
fn expect_saved(page: &Page, title: &str, saved: bool) {
    page.until(&format!("{title} to be saved: {saved}"), || {
        let state = page
            .role("button")
            .named(&format!("Save: {title}"))
            .script("return arguments[0].getAttribute('aria-pressed')");
        if state == saved.to_string().as_str() { Ok(()) } else { Err(state.to_string()) }
    });
}

fn a_saved_article_stays_saved(page: &Page) {
    let (title, slug, _) = ARTICLES[5];
    page.open_article(slug, "");
    page.expect_reader(title);
    expect_saved(page, title, false);
    page.role("button").named(&format!("Save: {title}")).click();
    expect_saved(page, title, true);
    page.reload();
    page.expect_reader(title);
    expect_saved(page, title, true);
    page.open("/");
    page.expect_count(17);
    expect_saved(page, title, true);
}

fn passages_are_marked_and_noted(page: &Page) {
    let (title, slug, _) = ARTICLES[5];
    page.open_article(slug, "");
    page.expect_reader(title);
    let bar = page.role("group").named("Selected passage");
    bar.none();
    let words = scenes::select(page, "p2", 24);
    bar.role("button").named("Highlight and add note").click();
    page.role("article").role("mark").named("").one();
    let note = page.role("textbox").named(&format!("Note on: {words}"));
    note.click();
    page.keys("Look");
    // Whatever the page has to show anew meanwhile, as when another tab has kept something: what was typed stays.
    page.script("dispatchEvent(new StorageEvent('storage', { key: null }))");
    page.keys(" again");
    page.until("the note to be kept as it is typed", || {
        let kept = page.script("return localStorage.getItem('cuttings.shelf') ?? ''");
        if kept.as_str().is_some_and(|kept| kept.contains("Look again")) {
            Ok(())
        } else {
            Err(kept.to_string())
        }
    });
    page.reload();
    page.expect_reader(title);
    let marked =
        page.role("main").role("article").role("mark").script("return arguments[0].textContent");
    assert_eq!(marked, words.as_str());
    assert_eq!(note.script("return arguments[0].value"), "Look again");
    page.role("link").named("Saved").click();
    let text = page.role("list").named("Saved").text();
    assert!(text.contains(&words) && text.contains("Look again"), "{text}");
    page.back();
    page.expect_reader(title);
    page.role("button").named("Remove").click();
    page.role("main").role("article").role("mark").none();
}

fn where_one_stopped_is_kept(page: &Page) {
    let (title, slug, _) = ARTICLES[3];
    page.view(1280, 500);
    page.open_article(slug, "");
    page.expect_reader(title);
    page.role("link").named("Continue reading").none();
    page.script("document.getElementById('p9').scrollIntoView()");
    page.role("link").named("Continue reading").one();
    let before = page.script(IN_THE_MIDDLE);
    // It is over the text: who goes there, by the tab key, say, finds it still there after the pause in which a place is kept.
    page.role("link").named("Continue reading").script("arguments[0].focus()");
    page.until("the beginning", || {
        if page.scrolled() < 300 { Ok(()) } else { Err(page.scrolled().to_string()) }
    });
    std::thread::sleep(Duration::from_millis(700));
    page.expect_focus(&page.role("link").named("Continue reading"));
    page.open("/");
    page.expect_count(17);
    page.open_article(slug, "");
    page.expect_reader(title);
    assert_eq!(page.scrolled(), 0, "nobody is taken anywhere");
    page.role("link").named("Continue reading").click();
    page.until("the place", || {
        let now = page.script(IN_THE_MIDDLE);
        let number = |id: &serde_json::Value| {
            id.as_str().unwrap_or("p0")[1..].parse::<i32>().unwrap_or_default()
        };
        if (number(&now) - number(&before)).abs() <= 3 {
            Ok(())
        } else {
            Err(format!("{now} instead of {before}"))
        }
    });
    // Who has read to the end begins at the beginning.
    page.script("scrollTo(0, document.body.scrollHeight)");
    page.role("link").named("Continue reading").none();
    page.role("link").named("Back to results").click();
    page.expect_count(17);
    let card = page.results().role("article").script_all("return arguments[0].innerText");
    assert!(card[3].contains("Read"), "{card:?}");
}

fn what_was_kept_and_cannot_be_read_is_said(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.script("localStorage.setItem('cuttings.shelf', '{\"of\": \"another age\"}')");
    page.reload();
    page.expect_count(17);
    let words = page.role("complementary").named("Notice").text();
    assert!(words.contains("cannot be read"), "{words}");
    assert_eq!(
        page.script("return localStorage.getItem('cuttings.shelf.unreadable')"),
        "{\"of\": \"another age\"}"
    );
    page.role("button").named(&format!("Save: {}", ARTICLES[0].0)).click();
    page.reload();
    page.expect_count(17);
    expect_saved(page, ARTICLES[0].0, true);
    page.role("complementary").named("Notice").none();
}

fn what_cannot_be_kept_is_said(page: &Page) {
    page.before_each_document(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };",
    );
    page.open("/");
    page.expect_count(17);
    page.role("complementary").named("Notice").none();
    page.role("button").named(&format!("Save: {}", ARTICLES[0].0)).click();
    let words = page.role("complementary").named("Notice").text();
    assert!(words.contains("does not store anything"), "{words}");
    expect_saved(page, ARTICLES[0].0, true);
}

fn an_article_is_cited(page: &Page) {
    let (title, slug, _) = ARTICLES[0];
    page.open_article(slug, "");
    page.expect_reader(title);
    page.role("button").named("Cite").click();
    let sheet = page.role("dialog").named("Cite this article");
    page.until("six citations", || {
        let names = sheet.role("heading").names();
        if names == ["APA", "MLA", "Chicago", "BibTeX", "RIS", "CSL-JSON"] {
            Ok(())
        } else {
            Err(format!("{names:?}"))
        }
    });
    let text = sheet.text();
    let address = page.address(&format!("/article/{slug}/"));
    assert!(text.contains(&format!("{title}. (n.d.).")), "{text}");
    assert_eq!(text.matches(&address).count(), 6, "{text}");
    page.press(Key::Escape);
    sheet.none();
    assert!(
        page.role("button").named("Cite").has_focus(),
        "the focus returns to what opened the sheet"
    );
}

fn what_is_missing_in_the_browser_is_not_offered(page: &Page) {
    page.before_each_document(
        "for (const [of, name] of [[Navigator.prototype, 'clipboard'], [Navigator.prototype, 'share'], [window, 'speechSynthesis']])
            Object.defineProperty(of, name, { value: undefined, configurable: true });",
    );
    let (title, slug, _) = ARTICLES[0];
    page.open_article(slug, "");
    page.expect_reader(title);
    page.role("button").named("Cite").click();
    page.role("dialog").named("Cite this article").role("heading").some();
    page.role("button").starting("Copy").none();
    page.role("button").named("Share").none();
    page.role("button").named("Listen").none();
    page.press(Key::Escape);
    scenes::select(page, "p2", 24);
    page.role("button").named("Highlight and add note").one();
    page.role("button").named("Copy quotation").none();
}
