//! The single-file edition, opened from a disk: it contains everything and sends no request.
//! `CUTTINGS_SINGLE` names the file.

use std::{env, fs, path::PathBuf};

use crate::{
    page::{Page, expect_ok},
    page_object::is_checked,
    screenshot::project_folder,
    seed::{self, ARTICLES},
    site::Site,
    suite::{Suite, test},
    tests::library::drop_files,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "single",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // The page has the same code for a file in every engine.
            test!(the_file_works_without_a_host),
            test!(a_fragment_opens_its_page),
            test!(no_request_is_sent),
            test!(dropped_files_are_refused),
            test!(controls_that_need_other_files_are_absent),
        ],
    }
}

#[track_caller]
fn file() -> PathBuf {
    let name = env::var_os("CUTTINGS_SINGLE")
        .expect("CUTTINGS_SINGLE names the file that `make single` wrote");
    fs::canonicalize(project_folder().join(name)).expect("the file exists")
}

/// Opens the file with a fragment, which may be empty.
#[track_caller]
fn open(page: &Page, fragment: &str) {
    // From the same file, the browser would not load the document again.
    expect_ok(page.session().go("about:blank"));
    expect_ok(page.session().go(&format!("file://{}{fragment}", file().display())));
    page.await_program();
}

#[track_caller]
fn expect_fragment(page: &Page, expected: &str) {
    page.until(&format!("the fragment {expected}"), || {
        let fragment = page.script("return decodeURIComponent(location.hash)");
        if fragment == expected { Ok(()) } else { Err(format!("it is {fragment}")) }
    });
}

fn the_file_works_without_a_host(page: &Page) {
    page.server_mut().stop();
    open(page, "");
    page.expect_titles(&seed::titles());
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    expect_fragment(page, "#/?q=umerov");
    let title = ARTICLES[1].0;
    page.results().role("link").named(title).click();
    page.expect_article(title);
    expect_fragment(page, &format!("#/article/{}/?q=umerov", ARTICLES[1].1));
    page.back();
    page.expect_titles(&seed::matching("umerov"));
    page.search_box().click();
    page.search("");
    page.facet_value("Section", "Diplomacy").click();
    page.expect_count(1);
    expect_fragment(page, "#/?section=Diplomacy");
    expect_ok(page.session().reload());
    page.await_program();
    page.expect_count(1);
    assert!(is_checked(&page.facet_value("Section", "Diplomacy")));
    page.server_mut().restart().expect("the port is still free");
}

fn a_fragment_opens_its_page(page: &Page) {
    for (title, slug, _) in &ARTICLES[..2] {
        open(page, &format!("#/article/{slug}/"));
        page.expect_article(title);
        page.role("link").named("Back to results").click();
        page.expect_titles(&seed::titles());
        expect_fragment(page, "#/");
    }
    open(page, &format!("#/article/{}/#p7", ARTICLES[5].1));
    page.until("the paragraph", || {
        let top = page.script(
            "return Math.round(document.getElementById('p7')?.getBoundingClientRect().top)",
        );
        if top.as_i64().is_some_and(|top| (0..200).contains(&top)) {
            Ok(())
        } else {
            Err(top.to_string())
        }
    });
    open(page, "#/article/no-such-article/");
    page.role("heading").named("Page not found").one();
    open(page, "#main");
    page.expect_titles(&seed::titles());
}

fn no_request_is_sent(page: &Page) {
    open(page, "");
    page.expect_titles(&seed::titles());
    let requests = page.script("return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith('data:'))");
    assert_eq!(requests, serde_json::json!([]));
    assert!(page.server().log().is_empty());
    let text = fs::read_to_string(file()).expect("the file is UTF-8");
    assert!(!text.contains("woff2"), "the file has no fonts");
    assert!(
        text.contains("script-src 'sha384-") || text.contains("script-src &#39;sha384-"),
        "the security policy allows scripts by hash"
    );
}

fn dropped_files_are_refused(page: &Page) {
    open(page, "");
    page.expect_titles(&seed::titles());
    drop_files(page, &[("note.md", "# A note")]);
    page.until("the reason", || {
        let text = page.script("return document.getElementById('edition-update')?.textContent");
        let text = text.as_str().unwrap_or_default().to_owned();
        let reason = "This file cannot keep articles of your own.";
        if text.starts_with(reason) { Ok(()) } else { Err(text) }
    });
    page.role("button").named("Close").click();
    page.role("button").named("Close").none();
    // A file of a site whose address is known leads there.
    page.script("document.documentElement.dataset.site = location.href.split('#')[0] + '#/names/'");
    drop_files(page, &[("note.md", "# A note")]);
    page.role("button").named("Open the site, which can").one();
    page.expect_titles(&seed::titles());
}

fn controls_that_need_other_files_are_absent(page: &Page) {
    open(page, "#/saved/");
    page.role("main").role("button").named("Export as text").one();
    page.role("button").named("Export as web annotations").none();
    open(page, &format!("#/article/{}/", ARTICLES[0].1));
    page.role("button").named("Cite").one();
    for role in ["link", "button"] {
        page.role(role).named("Save as Markdown").none();
    }
}
