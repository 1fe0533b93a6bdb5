//! Changes since the last visit: marks on cards, the field `new:`, the view of all changes, the
//! differences of an article, and saved searches.

use crate::{
    changes::{
        CHANGED, NEW, expect_changes, expect_visit, leave_for_long, open_changes, return_later,
        title,
    },
    page::Page,
    seed::ARTICLES,
    site::Site,
    suite::{Suite, test},
    tests::library::{FILES, TITLES, drop_files, expect_collection, open_site},
};
use serde_json::{Value, json};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "since",
        site: Site::Build,
        // A visit is one to a base path.
        depends_on_base: true,
        tests: vec![
            test!(new_and_changed_items_are_shown).in_every_engine(),
            test!(a_large_edition_tells_what_is_new).against(Site::Parts),
            test!(changes_last_as_long_as_the_visit),
            test!(a_changed_article_shows_what_has_changed).in_every_engine(),
            test!(an_unchanged_article_has_no_difference),
            test!(saved_searches_count_what_is_new).in_every_engine(),
            test!(a_collection_tells_what_was_added).in_every_engine(),
            test!(nothing_is_requested_twice),
            test!(texts_of_the_last_articles_are_kept),
        ],
    }
}

/// Expects the notice of changes.
#[track_caller]
fn expect_notice(page: &Page, expected: &str) {
    page.until(&format!("the notice {expected:?}"), || {
        let text =
            page.script("return document.getElementById('edition-update')?.textContent ?? ''");
        if text.as_str().is_some_and(|text| text.starts_with(expected)) {
            Ok(())
        } else {
            Err(text.to_string())
        }
    });
}

/// Expects the marks of cards, with the cards' titles.
#[track_caller]
fn expect_marks(page: &Page, expected: &[(&str, &str)]) {
    page.until(&format!("the marks {expected:?}"), || {
        let marks = page.script(
            "return [...document.querySelectorAll('#page .eyebrow[data-change]')].map(mark =>
               [mark.parentElement.querySelector('h2').textContent,
                mark.dataset.change])",
        );
        if marks == json!(expected) { Ok(()) } else { Err(marks.to_string()) }
    });
}

/// Expects a paragraph of the page that begins with some words.
#[track_caller]
fn expect_paragraph(page: &Page, start: &str) {
    page.until(&format!("a paragraph that begins with {start:?}"), || {
        let texts = page
            .script("return [...document.querySelectorAll('main p')].map(it => it.textContent)");
        let mut found = texts.as_array().into_iter().flatten().filter_map(Value::as_str);
        if found.any(|text| text.starts_with(start)) { Ok(()) } else { Err(texts.to_string()) }
    });
}

fn new_and_changed_items_are_shown(page: &Page) {
    // WebKit's driver does not load an address that is open already.
    return_later(page, "/?kind=article");
    expect_notice(page, "Since your last visit: 1 new, 1 changed.");
    expect_marks(page, &[(title(NEW), "New"), (title(CHANGED), "Changed")]);
    page.until("a count in the title", || {
        let title = page.script("return document.title");
        if title == "(2) Cuttings" { Ok(()) } else { Err(title.to_string()) }
    });
    page.search("new:yes");
    page.expect_titles_in_any_order(&[title(NEW), title(CHANGED)]);
    page.search("new:changed");
    page.expect_titles(&[title(CHANGED)]);
    expect_marks(page, &[(title(CHANGED), "Changed")]);
    page.search("-new:added new:yes");
    page.expect_titles(&[title(CHANGED)]);
    page.open("/?q=new:added");
    page.expect_titles(&[title(NEW)]);
    // It was told once.
    page.expect_no_update_notice();
    page.open("/since/");
    expect_changes(page);
    page.role("link").named(title(NEW)).click();
    page.expect_article(title(NEW));
}

fn a_large_edition_tells_what_is_new(page: &Page) {
    return_later(page, "/");
    expect_notice(page, "Since your last visit: 1 new, 1 changed.");
    page.role("button").named("Show them").click();
    page.expect_path("/since/");
    expect_changes(page);
}

fn changes_last_as_long_as_the_visit(page: &Page) {
    open_changes(page);
    expect_paragraph(page, "Since your last visit on 5 January 2026: 1 new, 1 changed.");
    page.reload();
    expect_changes(page);
    page.open("/since/?kind=teaser");
    expect_paragraph(page, "None of these items is new or changed");
    // The next visit has nothing new.
    page.open("/");
    expect_marks(page, &[(title(NEW), "New"), (title(CHANGED), "Changed")]);
    page.script(
        "const key = Object.keys(localStorage).find(key => key.startsWith('cuttings.visit '));
         const visit = JSON.parse(localStorage.getItem(key));
         localStorage.setItem(key, JSON.stringify({ ...visit, at: Date.now() - 3600 * 1000 }))",
    );
    page.open("/");
    expect_marks(page, &[]);
    page.search("new:yes");
    page.expect_titles(&[]);
    page.open("/since/");
    expect_paragraph(page, "Nothing is new or changed since your last visit.");
}

/// Changes the text that the page keeps of an article: a word of its first block, and a sentence
/// that it no longer has.
const CHANGE_KEPT: &str = "return (async () => {
    const name = (await caches.keys()).find(name => name.startsWith('cuttings-visits '));
    const cache = await caches.open(name);
    const [request] = (await cache.keys()).filter(({ url }) => url.includes('/text/'));
    if (!request) return 'none';
    const { texts } = await (await cache.match(request)).json();
    texts[2] = 'A sentence about lighthouses that nobody has printed since. ' + texts[2];
    await cache.put(request, new Response(JSON.stringify({ texts })));
    return texts[2];
  })()";

/// Waits until the text of the open article is kept.
#[track_caller]
fn expect_kept_text(page: &Page) {
    page.until("a kept text", || {
        let kept = page.script(
            "return (async () => {
               const name = (await caches.keys()).find(it => it.startsWith('cuttings-visits '));
               const keys = name ? await (await caches.open(name)).keys() : [];
               return keys.filter(({ url }) => url.includes('/text/')).length;
             })()",
        );
        if kept == 1 { Ok(()) } else { Err(kept.to_string()) }
    });
}

fn a_changed_article_shows_what_has_changed(page: &Page) {
    page.open("/");
    expect_visit(page);
    page.open_article(ARTICLES[CHANGED].1, "");
    expect_kept_text(page);
    leave_for_long(page, [ARTICLES[NEW].1, ARTICLES[CHANGED].1]);
    page.open("/since/");
    expect_changes(page);
    assert!(page.script(CHANGE_KEPT).as_str().is_some_and(|text| text.contains("lighthouses")));
    page.role("link").named(&format!("What changed in “{}”", title(CHANGED))).click();
    expect_paragraph(page, "Sentences: 0 new, 1 removed, 0 changed.");
    let cells = page.script(
        "return [...document.querySelectorAll('.compared :is(th, td)')].map(
            cell => cell.textContent.trim())",
    );
    let removed = "A sentence about lighthouses that nobody has printed since.";
    assert_eq!(cells, json!(["Before", "Now", removed, ""]));
    // The article itself is opened again, and what it was before stays known.
    page.role("main").role("link").named(title(CHANGED)).click();
    page.expect_article(title(CHANGED));
    page.until("both texts", || {
        let kept = page.script(
            "return (async () => {
               const name = (await caches.keys()).find(it => it.startsWith('cuttings-visits '));
               const cache = await caches.open(name);
               const [request] = (await cache.keys()).filter(({ url }) => url.includes('/text/'));
               return Boolean((await (await cache.match(request)).json()).before);
             })()",
        );
        if kept == true { Ok(()) } else { Err(kept.to_string()) }
    });
    page.open(&format!("/since/?article={}", ARTICLES[CHANGED].1));
    expect_paragraph(page, "Sentences: 0 new, 1 removed, 0 changed.");
    page.role("link").named("All changes").click();
    expect_changes(page);
    page.open(&format!("/since/?article={}", ARTICLES[NEW].1));
    expect_paragraph(page, "You had not opened this article");
}

/// The kept texts are those that the page shows; they are compared with those of the edition.
fn an_unchanged_article_has_no_difference(page: &Page) {
    for (_, slug, ..) in ARTICLES {
        page.open_article(slug, "");
        page.until("the kept text", || {
            let kept = page.script(&format!(
                "return (async () => {{
                   const name = (await caches.keys()).find(it => it.startsWith('cuttings-visits '));
                   const keys = name ? await (await caches.open(name)).keys() : [];
                   return keys.some(({{ url }}) => url.endsWith('/text/' + {}));
                 }})()",
                json!(slug)
            ));
            if kept == true { Ok(()) } else { Err(slug.to_string()) }
        });
        page.open(&format!("/since/?article={slug}"));
        expect_paragraph(page, "The text is the one that you have seen.");
    }
}

fn saved_searches_count_what_is_new(page: &Page) {
    return_later(page, "/since/?q=Kyiv");
    expect_changes(page);
    page.role("button").named("Save the search “Kyiv”").click();
    page.role("button").named("Remove the search “Kyiv”").one();
    page.role("button").named("Save the search “Kyiv”").none();
    let all = page.script("return document.querySelector('.searches .meta').textContent");
    let all = all.as_str().unwrap_or_default().to_owned();
    assert!(all.contains(" new of "), "{all}");
    page.open("/since/?kind=article");
    page.role("button").named("Save the search Article").click();
    page.until("the numbers of both searches", || {
        let counts = page.script(
            "return [...document.querySelectorAll('.searches .meta')].map(it => it.textContent)",
        );
        let expected = format!("2 new of {}", ARTICLES.len());
        if counts == json!([all, expected]) { Ok(()) } else { Err(counts.to_string()) }
    });
    page.reload();
    page.role("list").named("Saved searches").role("link").named("“Kyiv”").click();
    page.expect_path("/since/?q=Kyiv");
    page.role("button").named("Remove the search “Kyiv”").click();
    page.role("list").named("Saved searches").role("link").named("“Kyiv”").none();
    page.role("button").named("Save the search “Kyiv”").one();
    assert!(page.role("heading").named("Saved searches").has_focus());
}

fn a_collection_tells_what_was_added(page: &Page) {
    open_site(page);
    drop_files(page, &FILES[..2]);
    expect_collection(page);
    page.expect_titles_in_any_order(&TITLES[..2]);
    page.until("a visit to the collection", || {
        let names = page.script("return caches.keys()");
        let is_kept = names.as_array().into_iter().flatten().filter_map(Value::as_str);
        let is_of_collection =
            |name: &&str| name.starts_with("cuttings-visits ") && !name.ends_with('/');
        if is_kept.filter(is_of_collection).count() == 1 { Ok(()) } else { Err(names.to_string()) }
    });
    drop_files(page, &FILES[2..]);
    // The page loads again when it is done.
    page.expect_titles_in_any_order(&TITLES);
    expect_marks(page, &[(TITLES[2], "New")]);
    page.search("new:yes");
    page.expect_titles(&[TITLES[2]]);
    // Nothing stays of a collection that is removed. The notice that names have been found may
    // cover the button.
    page.until("the library", || {
        page.script("document.getElementById('edition-update')?.remove()");
        page.script(
            "[...document.querySelectorAll('footer button')]
               .find(button => button.textContent === 'Library')?.click()",
        );
        let is_open = page.script("return Boolean(document.querySelector('#library')?.open)");
        if is_open == true { Ok(()) } else { Err("it is closed".to_owned()) }
    });
    page.role("dialog").role("button").named("Remove My articles").click();
    page.role("dialog").role("button").named("Remove My articles for good").click();
    page.until("nothing of the collection", || {
        let left = page.script(
            "return (async () => [...Object.keys(localStorage), ...await caches.keys()]
               .filter(it => /library|visit.*[^/]$/.test(it)))()",
        );
        if left == json!([]) { Ok(()) } else { Err(left.to_string()) }
    });
}

fn nothing_is_requested_twice(page: &Page) {
    page.open("/");
    expect_visit(page);
    page.open("/?q=Kyiv");
    page.open_article(ARTICLES[NEW].1, "");
    let log = page.server().log();
    let requests = log.iter().filter(|it| it.target.contains("versions.json")).count();
    assert_eq!(requests, 1);
}

fn texts_of_the_last_articles_are_kept(page: &Page) {
    page.open("/");
    expect_visit(page);
    let names = page.script(
        "return (async () => {
           const name = (await caches.keys()).find(it => it.startsWith('cuttings-visits '));
           const cache = await caches.open(name);
           for (let at = 0; at < 210; at += 1) await cache.put(`text/${at}`, new Response('{}'));
           return (await cache.keys()).length;
         })()",
    );
    assert_eq!(names, 211, "the versions, and so many texts");
    page.open_article(ARTICLES[NEW].1, "");
    page.until("200 texts", || {
        let names = page.script(
            "return (async () => {
               const name = (await caches.keys()).find(it => it.startsWith('cuttings-visits '));
               const keys = await (await caches.open(name)).keys();
               return keys.map(({ url }) => url.split('/').pop());
             })()",
        );
        let names: Vec<&str> =
            names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let is_there = |name: &str| names.contains(&name);
        let is_kept = is_there("versions.json") && is_there("209") && is_there(ARTICLES[NEW].1);
        let is_bounded = names.len() == 201 && !is_there("0");
        if is_kept && is_bounded { Ok(()) } else { Err(format!("{names:?}")) }
    });
}
