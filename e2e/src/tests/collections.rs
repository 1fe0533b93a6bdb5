//! The collections of the library: drops that wait for others, other titles, where articles are
//! kept, and the words where they cannot be.

use serde_json::json;

use crate::{
    engine::Engine,
    page::Page,
    seed,
    server::Fault,
    site::Site,
    suite::{Suite, test},
    tests::library::{
        FILES, TITLES, add_files, drop_files, expect_collection, expect_said, library_button,
        open_library, open_site,
    },
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "collections",
        site: Site::Build,
        // Collections have addresses below the base path.
        depends_on_base: true,
        tests: vec![
            test!(a_drop_waits_for_the_one_before),
            test!(drops_on_a_collection_are_added_to_it),
            test!(problems_stay_until_the_last_drop_is_read),
            // Fields, keys and storage are the engine's own.
            test!(a_collection_gets_another_title).in_every_engine(),
            test!(another_title_outlasts_new_files),
            test!(escape_leaves_the_title_as_it_is).in_every_engine(),
            test!(articles_are_kept_where_the_browser_can).in_every_engine(),
            test!(a_browser_without_workers_says_so).in_every_engine(),
            test!(an_insecure_address_says_so).in_every_engine(),
            test!(a_preview_says_so),
        ],
    }
}

/// Returns the words about what waits.
const WAITING: &str =
    "return document.querySelectorAll('#library [role=status]')[1]?.textContent ?? ''";

#[track_caller]
fn expect_waiting(page: &Page, expected: &str) {
    page.until(&format!("the words {expected:?}"), || {
        let text = page.script(WAITING);
        if text == expected { Ok(()) } else { Err(text.to_string()) }
    });
}

/// Returns the titles of the collections in the dialog.
#[track_caller]
fn collections(page: &Page) -> Vec<String> {
    page.role("dialog").role("list").named("Collections").role("link").names()
}

fn a_drop_waits_for_the_one_before(page: &Page) {
    open_site(page);
    let program = page.importer_path();
    page.server().inject(&program, Fault::Held);
    drop_files(page, &FILES[..2]);
    expect_said(page, "Reading the files…");
    drop_files(page, &FILES[2..]);
    expect_waiting(page, "Waiting until this has ended: 1");
    drop_files(page, &[FILES[1]]);
    expect_waiting(page, "Waiting until this has ended: 2");
    page.server().clear(&program);
    expect_waiting(page, "");
    page.until("three collections", || {
        let mut titles = collections(page);
        titles.sort();
        if titles == ["My articles", "log", "tide"] { Ok(()) } else { Err(format!("{titles:?}")) }
    });
    // The reader chooses, because there are several.
    assert_eq!(page.path(), "/");
    page.role("dialog").role("link").named("log").click();
    expect_collection(page);
    page.expect_titles(&[TITLES[2]]);
}

fn drops_on_a_collection_are_added_to_it(page: &Page) {
    open_site(page);
    drop_files(page, &FILES[..1]);
    expect_collection(page);
    page.expect_titles(&TITLES[..1]);
    let path = page.path();
    drop_files(page, &FILES[1..2]);
    drop_files(page, &FILES[2..]);
    expect_waiting(page, "Waiting until this has ended: 1");
    page.expect_titles_in_any_order(&TITLES);
    assert_eq!(page.path(), path);
    open_library(page);
    let back = "Back to the articles of this site".to_owned();
    assert_eq!(collections(page), [back, "ferry".to_owned()]);
}

fn problems_stay_until_the_last_drop_is_read(page: &Page) {
    open_site(page);
    let program = page.importer_path();
    page.server().inject(&program, Fault::Held);
    drop_files(page, &[("broken.pdf", "%PDF-1.7 and nothing else")]);
    drop_files(page, &[FILES[1]]);
    expect_waiting(page, "Waiting until this has ended: 1");
    page.server().clear(&program);
    page.role("dialog").role("link").named("Open the collection").one();
    page.until("both reasons", || {
        let text = page.script("return document.querySelector('#library details').textContent");
        let text = text.as_str().unwrap_or_default().to_owned();
        let nothing = "broken: There is nothing in these files that can be read here.";
        let is_there = text.contains("broken.pdf") && text.contains(nothing);
        if is_there { Ok(()) } else { Err(text) }
    });
}

/// Types another title into the field of a collection.
#[track_caller]
fn type_title(page: &Page, title: &str, wanted: &str) {
    page.role("dialog").role("button").named(&format!("Rename {title}")).click();
    let field = page.role("dialog").role("textbox").named(&format!("New title of {title}"));
    assert!(field.has_focus());
    page.type_text(wanted);
}

fn a_collection_gets_another_title(page: &Page) {
    add_files(page);
    let path = page.path();
    let edition = "return document.querySelector('[data-edition]').dataset.edition";
    let before = page.script(edition);
    open_library(page);
    type_title(page, "My articles", "Harbour & $& <Tides>");
    page.press(Key::Enter);
    let title = "Harbour & $& <Tides>";
    page.until("the page of the title", || {
        let text = page.script("return document.readyState === 'complete' && document.title");
        if text == title { Ok(()) } else { Err(text.to_string()) }
    });
    page.await_program();
    page.expect_titles_in_any_order(&TITLES);
    assert_eq!(page.script(edition), before, "the edition is the same");
    page.role("banner").role("link").named(title).one();
    page.results().role("link").named(TITLES[1]).click();
    page.until("the title of the article's page", || {
        let text = page.script("return document.title");
        if text == format!("{} – {title}", TITLES[1]) { Ok(()) } else { Err(text.to_string()) }
    });
    // On the page of the site nothing else changes, so the dialog stays.
    page.open("/");
    page.expect_titles(&seed::titles());
    library_button(page);
    open_library(page);
    type_title(page, title, "Tides");
    page.press(Key::Enter);
    expect_said(page, "The collection is called Tides now.");
    assert!(page.role("dialog").role("button").named("Rename Tides").has_focus());
    assert_eq!(collections(page), ["Tides"]);
    page.open(&path);
    page.expect_titles_in_any_order(&TITLES);
    assert_eq!(page.script("return document.title"), "Tides");
}

fn another_title_outlasts_new_files(page: &Page) {
    add_files(page);
    open_library(page);
    type_title(page, "My articles", "Tides");
    page.press(Key::Enter);
    page.until("the page of the title", || {
        let text = page.script("return document.readyState === 'complete' && document.title");
        if text == "Tides" { Ok(()) } else { Err(text.to_string()) }
    });
    page.await_program();
    drop_files(page, &[("buoy.md", "# The New Buoy\n\nIt is green, and has a bell.\n")]);
    page.until("four articles", || {
        let titles = page.current_titles()?;
        if titles.len() == 4 { Ok(()) } else { Err(format!("{titles:?}")) }
    });
    page.await_program();
    assert_eq!(page.script("return document.title"), "Tides");
    page.role("banner").role("link").named("Tides").one();
}

fn escape_leaves_the_title_as_it_is(page: &Page) {
    add_files(page);
    open_library(page);
    type_title(page, "My articles", "Tides");
    page.press(Key::Escape);
    // The dialog stays.
    assert!(page.role("dialog").role("button").named("Rename My articles").has_focus());
    page.role("dialog").role("textbox").none();
    page.role("dialog").role("link").named("My articles").one();
    // Nor does the same title change anything.
    type_title(page, "My articles", "");
    page.press(Key::Enter);
    page.role("dialog").role("link").named("My articles").one();
    assert_eq!(page.script("return document.title"), "My articles");
}

/// Returns the number of files in the browser's file system, and of keys in the database.
const STORES: &str = "
    const files = async folder => {
      let count = 0;
      for await (const entry of folder.values())
        count += entry.kind === 'file' ? 1 : await files(entry);
      return count;
    };
    const allFiles = async () => files(await navigator.storage.getDirectory());
    const keys = () => new Promise((resolve, reject) => {
      const opening = indexedDB.open('cuttings collections');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        if (!database.objectStoreNames.contains('files')) return resolve(0);
        const count = database.transaction('files').objectStore('files').count();
        count.onsuccess = () => { database.close(); resolve(count.result); };
      };
    });
    return allFiles().catch(() => null).then(async files => [files, await keys()]);
";

fn articles_are_kept_where_the_browser_can(page: &Page) {
    add_files(page);
    open_library(page);
    // WebKit's test browser has no file system, as private windows have none. What an edition with
    // names has replaced is gone: items, pictures, an edition and the description are left.
    let expected = match page.engine() {
        Engine::WebKit => json!([null, 4]),
        Engine::Chromium | Engine::Firefox => json!([4, 0]),
    };
    assert_eq!(page.script(STORES), expected, "files, and keys in the database");
    let facts = page.role("dialog").role("list").named("Collections").text();
    assert!(facts.contains("Items: 3, "), "{facts}");
}

/// Expects that the dialog refuses articles, when it is opened and for what is dropped.
#[track_caller]
fn expect_refusal(page: &Page, reason: &str) {
    open_site(page);
    open_library(page);
    expect_said(page, reason);
    page.role("dialog").role("button").named("Choose files").none();
    page.role("dialog").role("button").named("Close").click();
    page.role("dialog").none();
    drop_files(page, &FILES);
    page.role("dialog").named("Library").one();
    expect_said(page, reason);
    assert_eq!(page.path(), "/");
}

/// Has the browser lack service workers, as private windows do.
fn remove_workers(page: &Page, other: &str) {
    let script = "Object.defineProperty(Navigator.prototype, 'serviceWorker',
        { get: () => undefined, configurable: true });";
    page.server().run_first([script, other].concat());
}

fn a_browser_without_workers_says_so(page: &Page) {
    remove_workers(page, "");
    let reason = "This browser cannot keep articles here. Private windows often forbid it.";
    expect_refusal(page, reason);
}

fn an_insecure_address_says_so(page: &Page) {
    remove_workers(page, "Object.defineProperty(window, 'isSecureContext', { value: false });");
    let reason = "Articles can be kept only at a secure address, one that starts with https.";
    expect_refusal(page, reason);
}

fn a_preview_says_so(page: &Page) {
    page.server().disable_worker();
    expect_refusal(page, "This preview keeps no articles. The published site does.");
}
