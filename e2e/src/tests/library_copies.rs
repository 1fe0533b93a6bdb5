//! Copies of a reader's own collection that open elsewhere: the page writes them itself.

use crate::{
    page::{Page, expect_ok},
    screenshot::project_folder,
    site::Site,
    suite::{Suite, test},
    tests::library::{TITLES, add_files, open_library},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{fs, path::PathBuf};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "library-copies",
        site: Site::Build,
        depends_on_base: true,
        tests: vec![test!(a_collection_is_saved_as_one_file).in_every_engine()],
    }
}

/// Presses a button of the dialog that saves a file, and writes what the browser would save to the
/// folder of temporary files.
#[track_caller]
fn saved_by(page: &Page, button: &str, name: &str) -> PathBuf {
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
    page.role("dialog").role("button").named(button).click();
    let saved = page.script("return window.saved");
    assert_eq!(saved[0], name);
    let bytes = STANDARD.decode(saved[1].as_str().unwrap_or_default()).expect("it is base 64");
    let path = project_folder().join("target/tmp").join(name);
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder is writable");
    fs::write(&path, bytes).expect("the folder is writable");
    path
}

/// Opens a file without a host, and expects the collection in it.
#[track_caller]
fn expect_copy(page: &Page, url: &str) {
    expect_ok(page.session().go(url));
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
    let is_template = |path: &&str| path.contains("/assets/one-file-");
    assert!(requested.iter().all(is_template), "nothing but the template: {requested:?}");
    page.server_mut().stop();
    let path = fs::canonicalize(&file).expect("it was written");
    expect_copy(page, &format!("file://{}", path.display()));
    page.server_mut().restart().expect("the port is still free");
}
