//! The library: files that a reader adds become a collection with an address of its own, kept on
//! the device, and no request tells of them.

use serde_json::{Value, json};

use crate::{
    page::Page,
    seed,
    site::Site,
    suite::{Suite, test},
    tests::offline::stop_host,
};

/// Files to add: a saved page, a note with tags, and one without a title of its own.
pub(super) const FILES: [(&str, &str); 3] = [
    (
        "harbour/ferry.html",
        "<!DOCTYPE html><html lang=en><title>Ferry Returns to Norheim</title><meta name=author \
         content='Asta Lund'><nav>Home · News · Sport</nav><article><h1>Ferry Returns to \
         Norheim</h1><p>The first boat left the quay at dawn with forty people on board, and the \
         harbour master said the timetable would hold until spring.</p><figure><img alt='The \
         quay at dawn' src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAADAAAAAgCAAAAABxv6TAAAAAWUlEQVR42mM4AQUOzm6ePv5BoTB+QXFZZU19UyuMv2DxspVr1m/ayjCqgSYaNLT1DE3MrWxhEhHRcYkp6Vm5MH5Hd9/EKdNnzYXxRzXQRsNoah3ND6Ma4BoAN0ajrqnVfvAAAAAASUVORK5CYII='></figure><h2>The winter</h2><p>Ice \
         had closed the strait for eleven weeks. Two trawlers waited outside the breakwater, and \
         the island's shop ran out of flour in February.</p></article>",
    ),
    (
        "harbour/tide.md",
        "---\ntitle: Reading the Tide Table\ntags: [harbour, tides]\ndate: 2024-03-02\n---\n\n\
         The table gives the **height above chart datum**.\n\n- springs come after the full moon\n\
         - neaps come a week later\n",
    ),
    (
        "harbour/log.txt",
        "Log of the breakwater\n\nThe lamp was lit at six. No vessel passed before midnight, and \
         the keeper wrote three letters.\n",
    ),
];

/// The titles of these files.
pub(super) const TITLES: [&str; 3] =
    ["Ferry Returns to Norheim", "Reading the Tide Table", "Log of the breakwater"];

/// Returns what the dialog says.
const SAID: &str = "return document.querySelector('#library [role=status]')?.textContent ?? ''";

pub(crate) fn suite() -> Suite {
    Suite {
        name: "library",
        site: Site::Build,
        // Collections have addresses below the base path.
        depends_on_base: true,
        tests: vec![
            // Workers and storage are the engine's own.
            test!(dropped_files_become_a_collection).in_every_engine(),
            test!(a_site_with_a_separate_edition_keeps_collections).against(Site::Parts),
            test!(a_collection_works_without_the_network).in_every_engine(),
            test!(a_saved_page_has_the_pictures_beside_it),
            test!(the_importer_is_loaded_when_files_are_added),
            test!(bookmarks_are_the_collections_own),
            test!(files_are_added_to_a_collection_once),
            test!(what_cannot_be_read_is_named),
            test!(a_pasted_text_becomes_an_article),
            test!(a_removed_collection_leaves_nothing).in_every_engine(),
            // Storage quotas need developer tools.
            test!(a_full_device_is_reported),
        ],
    }
}

/// Drops files on the page, as the browser does for a reader.
#[track_caller]
pub(super) fn drop_files(page: &Page, files: &[(&str, &str)]) {
    // The scripts that accept files come after the program. A single file refuses them at once.
    page.until("a page that accepts files", || {
        let accepts = page.script(
            "return Boolean(document.getElementById('drop')
               || !document.querySelector('script[data-worker]'))",
        );
        if accepts == true { Ok(()) } else { Err("it does not yet".to_owned()) }
    });
    let files: Vec<Value> = files.iter().map(|(name, text)| json!([name, text])).collect();
    page.script(&format!(
        "const transfer = new DataTransfer();
         for (const [name, text] of {}) {{
           transfer.items.add(new File([text], name.split('/').pop()));
         }}
         const fire = type => document.body.dispatchEvent(
           new DragEvent(type, {{ dataTransfer: transfer, bubbles: true, cancelable: true }}));
         fire('dragover');
         fire('drop');",
        Value::from(files)
    ));
}

/// Opens the site, and waits until it offers the library.
#[track_caller]
pub(super) fn open_site(page: &Page) {
    page.open("/");
    page.expect_titles(&seed::titles());
    library_button(page);
}

#[track_caller]
pub(super) fn library_button(page: &Page) {
    page.role("contentinfo").role("button").named("Library").one();
}

/// Adds the files, and waits for the collection.
#[track_caller]
pub(super) fn add_files(page: &Page) {
    open_site(page);
    add_files_here(page);
}

/// Drops the files on the page that is open, and waits for the collection.
#[track_caller]
pub(super) fn add_files_here(page: &Page) {
    library_button(page);
    drop_files(page, &FILES);
    expect_collection(page);
    page.expect_titles_in_any_order(&TITLES);
}

/// Waits until the page is that of a collection.
#[track_caller]
pub(super) fn expect_collection(page: &Page) {
    page.until("the page of a collection", || {
        let path = page.script("return location.pathname");
        let is_there = path.as_str().is_some_and(|path| path.contains("/library/"));
        if is_there { Ok(()) } else { Err(path.to_string()) }
    });
    page.await_program();
}

/// Returns the page's dialog, opened.
#[track_caller]
pub(super) fn open_library(page: &Page) {
    page.role("contentinfo").role("button").named("Library").click();
    page.role("dialog").named("Library").one();
}

/// Waits until the dialog says something.
#[track_caller]
pub(super) fn expect_said(page: &Page, expected: &str) {
    page.until(&format!("the words {expected:?}"), || {
        let text = page.script(SAID);
        if text == expected { Ok(()) } else { Err(text.to_string()) }
    });
}

/// Returns the paths that the host was asked for, without their hashes.
pub(super) fn requested(page: &Page) -> Vec<String> {
    let log = page.server().log();
    log.iter()
        .map(|request| request.target.split('-').next().unwrap_or_default().to_owned())
        .collect()
}

#[track_caller]
pub(super) fn expect_reading_room(page: &Page) {
    page.search("breakwater");
    page.expect_titles_in_any_order(&[TITLES[0], TITLES[2]]);
    page.search("tides");
    page.expect_titles(&[TITLES[1]]);
    page.results().role("link").named(TITLES[1]).click();
    page.expect_article(TITLES[1]);
    page.role("article").role("listitem").some();
    page.reload();
    page.expect_article(TITLES[1]);
    page.back();
    page.expect_titles(&[TITLES[1]]);
    page.search("");
    page.results().role("link").named(TITLES[0]).click();
    page.expect_article(TITLES[0]);
    page.until("the picture", || {
        let width = page.script("return document.querySelector('article img')?.naturalWidth ?? 0");
        if width == 48 { Ok(()) } else { Err(format!("{width} pixels wide")) }
    });
}

fn dropped_files_become_a_collection(page: &Page) {
    add_files(page);
    assert_eq!(page.script("return document.title"), "My articles");
    expect_reading_room(page);
    let sent = page.server().log().iter().filter(|request| request.method != "GET").count();
    assert_eq!(sent, 0, "nothing leaves the device");
    page.open("/");
    page.expect_titles(&seed::titles());
}

fn a_site_with_a_separate_edition_keeps_collections(page: &Page) {
    add_files(page);
    expect_reading_room(page);
}

/// Chooses a folder with a page that a browser in German has saved, as the browser's picker does.
const CHOOSE_SAVED_PAGE: &str = "
    const input = document.querySelector('#library input[type=file]');
    const file = (path, content) => {
      const file = new File([content], path.split('/').pop());
      return Object.defineProperty(file, 'webkitRelativePath', { value: path });
    };
    const picture = document.createElement('canvas');
    [picture.width, picture.height] = [40, 30];
    const bytes = Uint8Array.from(atob(picture.toDataURL().split(',')[1]), c => c.charCodeAt(0));
    const text = 'The first boat left the quay at dawn with forty people on board, and the harbour '
      + 'master said the timetable would hold until spring.';
    const page = `<title>Ferry</title><article><h1>Ferry</h1><p>${text}</p><figure><img alt=\"A boat\" `
      + `src='./F%C3%A4hre-Dateien/boat.png'></figure><p>${text} Twice.</p></article>`;
    const files = [file('saved/Fähre.html', page), file('saved/Fähre-Dateien/boat.png', bytes),
      file('saved/Fähre-Dateien/ad.html', page.replaceAll('Ferry', 'Ad'))];
    Object.defineProperty(input, 'files', { value: files });
    input.dispatchEvent(new Event('change'));";

fn a_saved_page_has_the_pictures_beside_it(page: &Page) {
    open_site(page);
    open_library(page);
    page.role("dialog").role("button").named("Choose files").one();
    page.script(CHOOSE_SAVED_PAGE);
    expect_collection(page);
    page.expect_titles(&["Ferry"]);
    page.results().role("link").named("Ferry").click();
    page.expect_article("Ferry");
    page.until("the picture", || {
        let width = page.script("return document.querySelector('article img')?.naturalWidth ?? 0");
        if width == 40 { Ok(()) } else { Err(format!("{width} pixels wide")) }
    });
}

fn a_collection_works_without_the_network(page: &Page) {
    add_files(page);
    let path = page.path();
    page.expect_offline_copy();
    stop_host(page);
    page.open(&path);
    page.expect_titles_in_any_order(&TITLES);
    expect_reading_room(page);
    // The library has been loaded once, so it is there as well.
    open_library(page);
    page.role("dialog").role("button").named("Choose files").one();
}

fn the_importer_is_loaded_when_files_are_added(page: &Page) {
    open_site(page);
    page.expect_offline_copy();
    let is_code = |path: &String| path.contains("/library") || path.contains("/importer");
    assert_eq!(requested(page).into_iter().filter(is_code).count(), 0);
    page.role("contentinfo").role("button").named("Library").click();
    page.role("dialog").named("Library").one();
    let importer = |path: &String| path.contains("/importer");
    assert_eq!(requested(page).into_iter().filter(importer).count(), 0);
    page.role("dialog").role("button").named("Close").click();
    drop_files(page, &FILES);
    expect_collection(page);
    assert_eq!(requested(page).into_iter().filter(importer).count(), 2, "a script and a program");
}

fn bookmarks_are_the_collections_own(page: &Page) {
    add_files(page);
    let path = page.path();
    page.results().role("link").named(TITLES[0]).click();
    page.expect_article(TITLES[0]);
    let save = format!("Save: {}", TITLES[0]);
    page.role("main").role("button").named(&save).click();
    let stored = "return Object.keys(localStorage).filter(key => /shelf/.test(key)
        && localStorage.getItem(key)).join()";
    page.until("a bookmark of the collection alone", || {
        let keys = page.script(stored);
        let id = path.split('/').nth(2).unwrap_or_default();
        if keys == format!("cuttings.shelf {id}") { Ok(()) } else { Err(keys.to_string()) }
    });
}

fn files_are_added_to_a_collection_once(page: &Page) {
    add_files(page);
    let path = page.path();
    let more = [FILES[1], ("harbour/buoy.md", "# The New Buoy\n\nIt is green, and has a bell.\n")];
    drop_files(page, &more);
    page.until("four articles", || {
        let titles = page.current_titles()?;
        if titles.len() == 4 { Ok(()) } else { Err(format!("{titles:?}")) }
    });
    assert_eq!(page.path(), path);
    page.expect_titles_in_any_order(&[TITLES[0], TITLES[1], TITLES[2], "The New Buoy"]);
}

fn what_cannot_be_read_is_named(page: &Page) {
    open_site(page);
    drop_files(page, &[FILES[1], ("broken.pdf", "%PDF-1.7 and nothing else")]);
    let dialog = page.role("dialog").named("Library");
    dialog.one();
    page.until("the reason", || {
        let text = page.script("return document.querySelector('#library')?.textContent ?? ''");
        let text = text.as_str().unwrap_or_default().to_owned();
        if text.contains("broken.pdf") { Ok(()) } else { Err(text) }
    });
    page.role("dialog").role("link").named("Open the collection").click();
    expect_collection(page);
    page.expect_titles(&[TITLES[1]]);
    page.open("/");
    page.expect_titles(&seed::titles());
    library_button(page);
    drop_files(page, &[("broken.pdf", "%PDF-1.7 and nothing else")]);
    expect_said(page, "There is nothing in these files that can be read here.");
}

fn a_pasted_text_becomes_an_article(page: &Page) {
    open_site(page);
    let text =
        format!("# A Letter from the Island\n\n{}", "The mail boat came on Friday. ".repeat(20));
    page.script(&format!(
        "const transfer = new DataTransfer();
         transfer.setData('text/plain', {});
         document.body.dispatchEvent(new ClipboardEvent('paste',
           {{ clipboardData: transfer, bubbles: true }}));",
        Value::from(text)
    ));
    expect_collection(page);
    page.expect_titles(&["A Letter from the Island"]);
}

fn a_removed_collection_leaves_nothing(page: &Page) {
    add_files(page);
    let path = page.path();
    open_library(page);
    page.role("dialog").role("button").named("Remove My articles").click();
    page.role("dialog").role("button").named("Remove My articles for good").click();
    page.until("the site", || {
        let path = page.script("return location.pathname");
        let is_left = path.as_str().is_some_and(|path| !path.contains("/library/"));
        if is_left { Ok(()) } else { Err(path.to_string()) }
    });
    page.expect_titles(&seed::titles());
    library_button(page);
    open_library(page);
    page.role("dialog").role("link").named("My articles").none();
    page.allow_failed_request("library/");
    page.open(&path);
    page.role("heading").named("Page not found").one();
}

fn a_full_device_is_reported(page: &Page) {
    open_site(page);
    page.expect_offline_copy();
    let size = json!({ "origin": page.server().origin(), "quotaSize": 1000 });
    page.developer_tools("Storage.overrideQuotaForOrigin", &size);
    drop_files(page, &FILES);
    expect_said(page, "This device has no space left for it.");
    page.role("dialog").role("button").named("Close").click();
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
}
