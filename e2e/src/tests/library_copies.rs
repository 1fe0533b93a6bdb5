//! Copies of a reader's own collection that open elsewhere: the page writes them itself.

use crate::{
    page::{Page, expect_ok},
    screenshot::project_folder,
    server::Files,
    site::Site,
    suite::{Suite, test},
    tests::{
        library::{self, TITLES, add_files, add_files_here, drop_files, open_library, open_site},
        offline::stop_host,
    },
    webdriver::Key,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{
    fs,
    path::{Path, PathBuf},
};
use zip::ZipArchive;

pub(crate) fn suite() -> Suite {
    Suite {
        name: "library_copies",
        site: Site::Build,
        depends_on_base: true,
        tests: vec![
            // Each engine packs, saves and serves for itself.
            test!(a_collection_is_saved_as_one_file).in_every_engine(),
            test!(a_collection_is_saved_as_a_site).in_every_engine(),
            test!(a_site_is_saved_without_the_network).in_every_engine(),
            test!(a_title_may_look_like_a_place_of_the_template),
            test!(a_separate_edition_lends_its_page_to_copies).against(Site::Parts),
        ],
    }
}

/// Presses a button of the dialog that saves a file, and writes what the browser would save to the
/// folder of temporary files.
#[track_caller]
pub(super) fn saved_by(page: &Page, button: &str, name: &str) -> PathBuf {
    saved(page, name, || page.role("dialog").role("button").named(button).click())
}

/// Does something that saves a file, and writes what the browser would save to the folder of
/// temporary files.
#[track_caller]
pub(super) fn saved(page: &Page, name: &str, press: impl FnOnce()) -> PathBuf {
    page.script(
        "window.saved = new Promise(resolve => {
           URL.createObjectURL = blob => ((window.blob = blob), 'about:blank');
           HTMLAnchorElement.prototype.click = function () {
             const reader = new FileReader();
             reader.onload = () => resolve([this.download, reader.result.split(',')[1]]);
             reader.readAsDataURL(window.blob);
           };
         });",
    );
    press();
    let saved = page.script("return window.saved");
    assert_eq!(saved[0], name);
    let bytes = STANDARD.decode(saved[1].as_str().unwrap_or_default()).expect("it is base 64");
    // Several tests may run at once, each with a host of its own.
    let host = page.script("return location.port");
    let folder = format!("target/tmp/copies-{}", host.as_str().unwrap_or_default());
    let path = project_folder().join(folder).join(name);
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder is writable");
    fs::write(&path, bytes).expect("the folder is writable");
    path
}

/// Opens a file without a host.
#[track_caller]
pub(super) fn open_file(page: &Page, file: &Path) {
    let path = fs::canonicalize(file).expect("it was written");
    expect_ok(page.session().go(&format!("file://{}", path.display())));
    page.await_program();
}

/// Expects the collection in the page.
#[track_caller]
fn expect_collection(page: &Page) {
    page.await_program();
    page.expect_titles_in_any_order(&TITLES);
    assert_eq!(page.script("return document.title"), "My articles");
    page.search("breakwater");
    page.expect_titles_in_any_order(&[TITLES[0], TITLES[2]]);
    page.results().role("link").named(TITLES[0]).click();
    page.expect_article(TITLES[0]);
}

fn a_collection_is_saved_as_one_file(page: &Page) {
    add_files(page);
    open_library(page);
    let before = page.server().log().len();
    let file = saved_by(page, "Save as one file: My articles", "My articles.html");
    let log = page.server().log();
    let requested: Vec<&str> = log[before..].iter().map(|it| &*it.target).collect();
    // The browser may look for another service worker at any time. The open library keeps what a
    // site is made from.
    let is_known = |path: &&str| {
        ["/assets/", "/worker.js", "/manifest."].iter().any(|part| path.contains(part))
    };
    assert!(requested.iter().all(is_known), "the template and the exporter: {requested:?}");
    page.server_mut().stop();
    open_file(page, &file);
    expect_collection(page);
    expect_citation(page);
    page.server_mut().restart().expect("the port is still free");
}

fn a_title_may_look_like_a_place_of_the_template(page: &Page) {
    open_site(page);
    drop_files(page, &[("%%data%%.md", "# The Quay\n\nIt is made of stone.\n")]);
    library::expect_collection(page);
    open_library(page);
    let file = saved_by(page, "Save as one file: %%data%%", "%%data%%.html");
    let html = fs::read_to_string(&file).expect("it is UTF-8");
    assert!(html.contains("<title>%%data%%</title>") && html.trim_end().ends_with("</html>"));
}

/// Expects the citations of the article that is open.
#[track_caller]
fn expect_citation(page: &Page) {
    page.role("main").role("button").named("Cite").click();
    page.until("a citation", || {
        let text = page.script("return document.querySelector('#cite pre')?.textContent ?? ''");
        let text = text.as_str().unwrap_or_default().to_owned();
        if text.contains("Lund") && text.contains("Ferry") { Ok(()) } else { Err(text) }
    });
    page.press(Key::Escape);
}

/// Unpacks a site, and serves it below another path of another host.
#[track_caller]
fn serve_copy(page: &Page, archive: &Path) {
    let folder = archive.with_extension("");
    let _ = fs::remove_dir_all(&folder);
    let archive = fs::File::open(archive).expect("it was written");
    let mut archive = ZipArchive::new(archive).expect("it is an archive");
    archive.extract(&folder).expect("the folder is writable");
    page.move_to(Files::Folder(folder), "/moved/");
}

fn a_collection_is_saved_as_a_site(page: &Page) {
    add_files(page);
    open_library(page);
    let name = "My articles-site.zip";
    let file = saved_by(page, "Save as a site: My articles", name);
    let sent = page.server().log().iter().filter(|request| request.method != "GET").count();
    assert_eq!(sent, 0, "nothing leaves the device");
    serve_copy(page, &file);
    page.open("/");
    expect_collection(page);
    expect_citation(page);
    page.expect_offline_copy();
    let article = page.path();
    page.open_published(&article);
    page.await_program();
    page.expect_article(TITLES[0]);
    page.until("the picture", || {
        let width = page.script("return document.querySelector('article img')?.naturalWidth ?? 0");
        if width == 48 { Ok(()) } else { Err(format!("{width} pixels wide")) }
    });
    // The host has a page for each article, with its text.
    let html = page.script("return fetch(location.pathname).then(response => response.text())");
    assert!(html.as_str().is_some_and(|html| html.contains("<p>The first boat left")), "{html}");
    stop_host(page);
    page.open(&article);
    page.expect_article(TITLES[0]);
    page.open("/");
    page.expect_titles_in_any_order(&TITLES);
    page.server_mut().restart().expect("the port is still free");
    // The copy is a site like the one that it comes from.
    page.open("/");
    add_files_here(page);
}

fn a_site_is_saved_without_the_network(page: &Page) {
    add_files(page);
    let path = page.path();
    page.expect_offline_copy();
    open_library(page);
    page.until("what a site is made from to be kept", || {
        let kept = page.script(
            "const base = new URL('../..', document.baseURI).href;
             return caches.match(base + 'manifest.webmanifest').then(kept => kept?.ok ?? base)",
        );
        if kept == true { Ok(()) } else { Err(kept.to_string()) }
    });
    stop_host(page);
    page.open(&path);
    page.expect_titles_in_any_order(&TITLES);
    open_library(page);
    let name = "My articles-site.zip";
    let file = saved_by(page, "Save as a site: My articles", name);
    page.server_mut().restart().expect("the port is still free");
    serve_copy(page, &file);
    page.open("/");
    expect_collection(page);
    // Also what no page of the reader's has needed.
    for path in ["_headers", ".htaccess", "worker.js", "manifest.webmanifest"] {
        assert!(file.with_extension("").join(path).is_file(), "{path}");
    }
    let assets = fs::read_dir(file.with_extension("").join("assets")).expect("it has assets");
    let names = assets.map(|it| it.expect("it is readable").file_name());
    let names: Vec<String> = names.map(|it| it.to_string_lossy().into_owned()).collect();
    for part in ["importer-", "greek-", "exporter-", "one-file-"] {
        assert!(names.iter().any(|name| name.contains(part)), "{part} in {names:?}");
    }
}

fn a_separate_edition_lends_its_page_to_copies(page: &Page) {
    add_files(page);
    open_library(page);
    let name = "My articles-site.zip";
    let file = saved_by(page, "Save as a site: My articles", name);
    page.role("dialog").role("button").named("Close").click();
    open_library(page);
    let single = saved_by(page, "Save as one file: My articles", "My articles.html");
    serve_copy(page, &file);
    page.open("/");
    expect_collection(page);
    open_file(page, &single);
    expect_collection(page);
}
