//! Tools of the article page: contents, hits, text settings, keys, bookmarks, notes and citations.

use crate::{
    page::Page,
    scenes,
    seed::ARTICLES,
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "reading",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // The page handles keys, storage and scrolling alike in every engine, and other suites
            // test the engines' own part.
            test!(contents_list_the_headings),
            test!(paragraphs_have_a_url),
            test!(hits_are_counted_and_can_be_stepped_through),
            test!(previous_and_next_follow_the_results),
            test!(text_settings_apply_and_are_remembered),
            test!(keys_step_through_cards_hits_and_articles),
            test!(page_keys_step_through_cards_without_single_keys),
            test!(saved_articles_have_a_page),
            test!(saved_articles_stay_saved),
            test!(passages_can_be_highlighted_and_annotated),
            test!(the_reading_position_is_remembered),
            test!(unreadable_user_data_is_reported_and_preserved),
            test!(failure_to_save_is_reported),
            test!(articles_have_six_citations),
            test!(unsupported_browser_features_are_not_offered),
        ],
    }
}

/// Returns the id of the block in the middle of the viewport.
const IN_THE_MIDDLE: &str = "
    const blocks = [...document.querySelectorAll('article [id^=p]')];
    return blocks.find(block => block.getBoundingClientRect().bottom > innerHeight / 2)?.id ?? ''";

fn contents_list_the_headings(page: &Page) {
    let (title, slug, headings) = ARTICLES[2];
    page.open_article(slug, "");
    page.expect_article(title);
    let contents = page.role("navigation").named("Contents");
    assert_eq!(contents.role("link").names(), headings);
    contents.role("link").named(headings[4]).click();
    page.until("the heading to be in the viewport", || {
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
    page.expect_article(title);
    // An article without headings has no contents.
    page.open_article(ARTICLES[0].1, "");
    page.expect_article(ARTICLES[0].0);
    page.role("navigation").named("Contents").none();
}

fn paragraphs_have_a_url(page: &Page) {
    let (title, slug, _) = ARTICLES[3];
    page.open_article(slug, "");
    page.expect_article(title);
    page.role("link").named("Link to paragraph 7").script("arguments[0].click()");
    assert_eq!(page.script("return location.hash"), "#p7");
    page.resize(1280, 500);
    page.open("/");
    page.expect_count(17);
    page.open(&format!("/article/{slug}/#p12"));
    page.expect_article(title);
    page.until("the paragraph to be in the viewport", || {
        let top = page.script("return document.getElementById('p12').getBoundingClientRect().top");
        match top.as_f64() {
            Some(top) if (0.0..500.0).contains(&top) => Ok(()),
            _ => Err(format!("it is at {top}")),
        }
    });
}

fn hits_are_counted_and_can_be_stepped_through(page: &Page) {
    let (title, slug, _) = ARTICLES[2];
    page.resize(1280, 500);
    page.open_article(slug, "q=oreshnik");
    page.expect_article(title);
    let hits = page.role("main").role("article").role("mark").some().len();
    assert!(hits > 2, "{hits}");
    page.role("main").script(&format!(
        "if (!arguments[0].innerText.includes('{hits} hits')) throw new Error('not counted: {hits}')"
    ));
    let current_hit = "return [...document.querySelectorAll('mark')].findIndex(mark => {
        const box = mark.getBoundingClientRect();
        return mark.hasAttribute('data-here') && box.top >= 0 && box.bottom <= innerHeight })";
    for expected in [0, 1, 2] {
        page.role("button").named("Next hit").click();
        page.until("the next hit", || {
            let now = page.script(current_hit);
            if now == expected { Ok(()) } else { Err(format!("hit {now}")) }
        });
    }
    page.role("button").named("Previous hit").click();
    page.until("the previous hit", || {
        let now = page.script(current_hit);
        if now == 1 { Ok(()) } else { Err(format!("hit {now}")) }
    });
    page.open_article(slug, "");
    page.expect_article(title);
    page.role("button").named("Next hit").none();
}

fn previous_and_next_follow_the_results(page: &Page) {
    page.open("/?kind=article&sort=title");
    page.expect_count(ARTICLES.len());
    let titles = page.current_titles().expect("the results can be read");
    page.results().role("link").named(&titles[1]).click();
    page.expect_article(&titles[1]);
    let pager = page.role("navigation").named("Articles in the results");
    assert_eq!(pager.role("link").names(), [titles[0].clone(), titles[2].clone()]);
    pager.role("link").named(&titles[2]).click();
    page.expect_article(&titles[2]);
    assert_eq!(page.scroll_y(), 0, "the article opens at its beginning");
    page.role("link").named("Back to results").click();
    page.expect_titles(&titles.iter().map(String::as_str).collect::<Vec<_>>());
    page.expect_path("/?kind=article&sort=title");
}

fn text_settings_apply_and_are_remembered(page: &Page) {
    let (title, slug, _) = ARTICLES[0];
    page.open_article(slug, "");
    page.expect_article(title);
    let style = |page: &Page| {
        let style = page.script(
            "const style = getComputedStyle(document.getElementById('p2'));
            // The page's own typefaces come first once they have arrived.
            const family = style.fontFamily.replaceAll(/\"Cuttings [^\"]*\", /g, '');
            return [parseFloat(style.fontSize), document.getElementById('p2').clientWidth, family]",
        );
        (
            style[0].as_f64().expect("a size"),
            style[1].as_f64().expect("a width"),
            style[2].to_string(),
        )
    };
    let before = style(page);
    page.role("button").named("Text").click();
    page.select_option(&page.role("combobox").named("Text size"), "Very large");
    page.select_option(&page.role("combobox").named("Line length"), "Short");
    page.select_option(&page.role("combobox").named("Typeface"), "Sans serif");
    let after = style(page);
    assert!(after.0 > 1.3 * before.0, "{before:?} {after:?}");
    assert_ne!(after.2, before.2);
    page.press(Key::Escape);
    page.role("combobox").named("Text size").none();
    page.reload();
    page.expect_article(title);
    assert_eq!(style(page), after, "the settings are remembered");
    assert_eq!(page.script("return document.documentElement.dataset.size"), "huge");
}

#[track_caller]
fn expect_focused_card(page: &Page, title: &str) {
    page.until(&format!("the focus on the card {title}"), || {
        let focused = page.script(
            "return document.activeElement.closest('article')?.querySelector('h2').innerText ?? ''",
        );
        if focused == title { Ok(()) } else { Err(format!("it is on {focused}")) }
    });
}

fn keys_step_through_cards_hits_and_articles(page: &Page) {
    page.open("/?q=missile&kind=article");
    page.until("results", || {
        page.current_titles()
            .and_then(|titles| (titles.len() > 2).then_some(()).ok_or_else(String::new))
    });
    let titles = page.current_titles().expect("the results can be read");
    for (key, expected) in [("j", 0), ("j", 1), ("j", 2), ("k", 1)] {
        page.type_text(key);
        expect_focused_card(page, &titles[expected]);
    }
    page.type_text("s");
    page.role("button").named(&format!("Save: {}", titles[1])).script(
        "
        if (arguments[0].getAttribute('aria-pressed') !== 'true') throw new Error('not saved')",
    );
    page.press(Key::Enter);
    page.expect_article(&titles[1]);
    page.type_text("n");
    page.until("the first hit", || {
        let hit = page.script(
            "return [...document.querySelectorAll('mark')].findIndex(mark => mark.hasAttribute('data-here'))",
        );
        if hit == 0 { Ok(()) } else { Err(hit.to_string()) }
    });
    page.type_text("]");
    page.expect_article(&titles[2]);
    page.type_text("[");
    page.expect_article(&titles[1]);
    let theme = "return document.documentElement.dataset.theme ?? ''";
    page.type_text("t");
    page.until("another theme", || {
        if page.script(theme) == "light" { Ok(()) } else { Err(String::new()) }
    });
    page.role("button").named(&format!("Save: {}", titles[1])).one();
    page.type_text("s");
    page.role("link").named("Saved").click();
    page.role("heading").named("Saved").one();
    page.role("list").named("Saved").role("article").none();
    assert!(
        page.role("main").text().contains("Nothing saved yet"),
        "the page explains how to save an article"
    );
}

fn page_keys_step_through_cards_without_single_keys(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let titles = page.current_titles().expect("the results can be read");
    page.type_text("j");
    expect_focused_card(page, &titles[0]);
    page.type_text("?");
    page.role("dialog").role("checkbox").click();
    page.press(Key::Escape);
    page.role("dialog").none();
    page.results().role("link").named(&titles[0]).script("arguments[0].focus()");
    page.type_text("j");
    expect_focused_card(page, &titles[0]);
    page.press(Key::PageDown);
    expect_focused_card(page, &titles[1]);
    page.press(Key::PageUp);
    expect_focused_card(page, &titles[0]);
}

fn saved_articles_have_a_page(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for (title, ..) in [ARTICLES[4], ARTICLES[1]] {
        page.role("button").named(&format!("Save: {title}")).click();
    }
    page.role("link").named("Saved").click();
    let saved = page.role("list").named("Saved");
    assert!(!page.role("main").text().contains("Nothing saved yet"), "the list is not empty");
    assert_eq!(saved.role("heading").names(), [ARTICLES[1].0, ARTICLES[4].0]);
    page.expect_path("/saved/");
    saved.role("link").named(ARTICLES[4].0).click();
    page.expect_article(ARTICLES[4].0);
    page.back();
    page.role("button").named(&format!("Save: {}", ARTICLES[4].0)).click();
    page.until("one saved article", || {
        let names = saved.role("heading").names();
        if names == [ARTICLES[1].0] { Ok(()) } else { Err(format!("{names:?}")) }
    });
}

#[track_caller]
fn expect_saved(page: &Page, title: &str, saved: bool) {
    page.until(&format!("the saved state {saved} of {title}"), || {
        let state = page
            .role("button")
            .named(&format!("Save: {title}"))
            .script("return arguments[0].getAttribute('aria-pressed')");
        if state == saved.to_string().as_str() { Ok(()) } else { Err(state.to_string()) }
    });
}

fn saved_articles_stay_saved(page: &Page) {
    let (title, slug, _) = ARTICLES[5];
    page.open_article(slug, "");
    page.expect_article(title);
    expect_saved(page, title, false);
    page.role("button").named(&format!("Save: {title}")).click();
    expect_saved(page, title, true);
    page.reload();
    page.expect_article(title);
    expect_saved(page, title, true);
    page.open("/");
    page.expect_count(17);
    expect_saved(page, title, true);
}

fn passages_can_be_highlighted_and_annotated(page: &Page) {
    let (title, slug, _) = ARTICLES[5];
    page.open_article(slug, "");
    page.expect_article(title);
    let bar = page.role("group").named("Selected passage");
    bar.none();
    let passage = scenes::select(page, "p2", 24);
    bar.role("button").named("Highlight and add note").click();
    page.role("article").role("mark").named("").one();
    let note = page.role("textbox").named(&format!("Note on: {passage}"));
    note.click();
    page.type_text("Look");
    // A change in another tab renders the page again. The typed text must survive it.
    page.script("dispatchEvent(new StorageEvent('storage', { key: null }))");
    page.type_text(" again");
    page.until("the note to be stored while it is typed", || {
        let stored = page.script("return localStorage.getItem('cuttings.shelf') ?? ''");
        if stored.as_str().is_some_and(|stored| stored.contains("Look again")) {
            Ok(())
        } else {
            Err(stored.to_string())
        }
    });
    page.reload();
    page.expect_article(title);
    let highlighted =
        page.role("main").role("article").role("mark").script("return arguments[0].textContent");
    assert_eq!(highlighted, passage.as_str());
    assert_eq!(note.script("return arguments[0].value"), "Look again");
    page.role("link").named("Saved").click();
    let text = page.role("list").named("Saved").text();
    assert!(text.contains(&passage) && text.contains("Look again"), "{text}");
    page.back();
    page.expect_article(title);
    page.role("button").named("Remove").click();
    page.role("main").role("article").role("mark").none();
}

/// Keeps track of timers that have neither fired nor been cleared.
const TRACK_TIMERS: &str = "
    const { setTimeout, clearTimeout } = window;
    window.pendingTimers = new Set();
    window.setTimeout = (callback, ...rest) => {
        const run = (...values) => { pendingTimers.delete(id); callback(...values); };
        const id = setTimeout(run, ...rest);
        pendingTimers.add(id);
        return id;
    };
    window.clearTimeout = id => { pendingTimers.delete(id); clearTimeout(id); };
";

/// Waits until the page has handled its last scroll event and all timers that followed from it. The
/// browser dispatches scroll events before the next animation frame.
#[track_caller]
fn expect_no_pending_timer(page: &Page) {
    page.script(
        "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
            .then(() => true)",
    );
    page.until("no pending timer", || {
        let pending = page.script("return pendingTimers.size");
        if pending == 0 { Ok(()) } else { Err(format!("{pending} are")) }
    });
}

fn the_reading_position_is_remembered(page: &Page) {
    let (title, slug, _) = ARTICLES[3];
    page.add_init_script(TRACK_TIMERS);
    page.resize(1280, 500);
    page.open_article(slug, "");
    page.expect_article(title);
    page.role("link").named("Continue reading").none();
    page.script("document.getElementById('p9').scrollIntoView()");
    page.role("link").named("Continue reading").one();
    let before = page.script(IN_THE_MIDDLE);
    // The link is above the text, so focusing it scrolls up. It must still be there after the pause
    // in scrolling that ends with storing the position.
    page.role("link").named("Continue reading").script("arguments[0].focus()");
    page.until("the beginning", || {
        if page.scroll_y() < 300 { Ok(()) } else { Err(page.scroll_y().to_string()) }
    });
    expect_no_pending_timer(page);
    page.expect_focus(&page.role("link").named("Continue reading"));
    page.open("/");
    page.expect_count(17);
    page.open_article(slug, "");
    page.expect_article(title);
    assert_eq!(page.scroll_y(), 0, "the article opens at its beginning");
    page.role("link").named("Continue reading").click();
    page.until("the reading position", || {
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
    // After the end, there is no position to continue from.
    page.script("scrollTo(0, document.body.scrollHeight)");
    page.role("link").named("Continue reading").none();
    page.role("link").named("Back to results").click();
    page.expect_count(17);
    let cards = page.results().role("article").script_all("return arguments[0].innerText");
    assert!(cards[3].contains("Read"), "{cards:?}");
}

fn unreadable_user_data_is_reported_and_preserved(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.script("localStorage.setItem('cuttings.shelf', '{\"of\": \"another version\"}')");
    page.reload();
    page.expect_count(17);
    let notice = page.role("complementary").named("Notice").text();
    assert!(notice.contains("cannot be read"), "{notice}");
    assert_eq!(
        page.script("return localStorage.getItem('cuttings.shelf.unreadable')"),
        "{\"of\": \"another version\"}"
    );
    page.role("button").named(&format!("Save: {}", ARTICLES[0].0)).click();
    page.reload();
    page.expect_count(17);
    expect_saved(page, ARTICLES[0].0, true);
    page.role("complementary").named("Notice").none();
}

fn failure_to_save_is_reported(page: &Page) {
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };",
    );
    page.open("/");
    page.expect_count(17);
    page.role("complementary").named("Notice").none();
    page.role("button").named(&format!("Save: {}", ARTICLES[0].0)).click();
    let notice = page.role("complementary").named("Notice").text();
    assert!(notice.contains("does not store anything"), "{notice}");
    expect_saved(page, ARTICLES[0].0, true);
}

fn articles_have_six_citations(page: &Page) {
    let (title, slug, _) = ARTICLES[0];
    page.open_article(slug, "");
    page.expect_article(title);
    page.role("button").named("Cite").click();
    let dialog = page.role("dialog").named("Cite this article");
    page.until("six citations", || {
        let names = dialog.role("heading").names();
        if names == ["APA", "MLA", "Chicago", "BibTeX", "RIS", "CSL-JSON"] {
            Ok(())
        } else {
            Err(format!("{names:?}"))
        }
    });
    let text = dialog.text();
    let url = page.url_of(&format!("/article/{slug}/"));
    assert!(text.contains(&format!("{title}. (n.d.).")), "{text}");
    assert_eq!(text.matches(&url).count(), 6, "{text}");
    page.press(Key::Escape);
    dialog.none();
    assert!(page.role("button").named("Cite").has_focus(), "closing the dialog returns the focus");
}

fn unsupported_browser_features_are_not_offered(page: &Page) {
    page.add_init_script(
        "for (const [of, name] of [[Navigator.prototype, 'clipboard'], [Navigator.prototype, 'share'], [window, 'speechSynthesis']])
            Object.defineProperty(of, name, { value: undefined, configurable: true });",
    );
    let (title, slug, _) = ARTICLES[0];
    page.open_article(slug, "");
    page.expect_article(title);
    page.role("button").named("Cite").click();
    page.role("dialog").named("Cite this article").role("heading").some();
    page.role("button").starting_with("Copy").none();
    page.role("button").named("Share").none();
    page.role("button").named("Listen").none();
    page.press(Key::Escape);
    scenes::select(page, "p2", 24);
    page.role("button").named("Highlight and add note").one();
    page.role("button").named("Copy quotation").none();
}
