//! The edition as one file, opened from a disk: everything is in it, no host is asked for anything. The file is the one
//! that `CUTTINGS_SINGLE` names.

use std::{env, fs, path::PathBuf};

use crate::{
    page::{Page, done, project},
    page_object::ticked,
    runner::{Site, Test, suite},
    seed::{self, ARTICLES},
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "single",
        Site::Built,
        [
            everything_works_without_a_host,
            an_address_behind_the_name_opens_its_page,
            nothing_is_asked_of_anyone,
        ]
    )
}

#[track_caller]
fn file() -> PathBuf {
    let name = env::var_os("CUTTINGS_SINGLE")
        .expect("CUTTINGS_SINGLE names the file that `make single` wrote");
    fs::canonicalize(project().join(name)).expect("the file is there")
}

/// Opens the file with something behind its name.
#[track_caller]
fn open(page: &Page, fragment: &str) {
    // The browser would otherwise go within the page that it shows.
    done(page.session().go("about:blank"));
    done(page.session().go(&format!("file://{}{fragment}", file().display())));
    page.await_program();
}

#[track_caller]
fn expect_fragment(page: &Page, expected: &str) {
    page.until(&format!("{expected} behind the name"), || {
        let shown = page.script("return decodeURIComponent(location.hash)");
        if shown == expected { Ok(()) } else { Err(format!("it is {shown}")) }
    });
}

fn everything_works_without_a_host(page: &Page) {
    page.server_mut().switch_off();
    open(page, "");
    page.expect_titles(&seed::titles());
    page.search("umerov");
    page.expect_titles(&seed::holding("umerov"));
    expect_fragment(page, "#/?q=umerov");
    let title = ARTICLES[1].0;
    page.results().role("link").named(title).click();
    page.expect_reader(title);
    expect_fragment(page, &format!("#/article/{}/?q=umerov", ARTICLES[1].1));
    page.back();
    page.expect_titles(&seed::holding("umerov"));
    page.search_box().click();
    page.search("");
    page.value("Section", "Diplomacy").click();
    page.expect_count(1);
    expect_fragment(page, "#/?section=Diplomacy");
    done(page.session().reload());
    page.await_program();
    page.expect_count(1);
    assert!(ticked(&page.value("Section", "Diplomacy")));
    page.server_mut().switch_on().expect("the port is still ours");
}

fn an_address_behind_the_name_opens_its_page(page: &Page) {
    for (title, slug, _) in &ARTICLES[..2] {
        open(page, &format!("#/article/{slug}/"));
        page.expect_reader(title);
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

fn nothing_is_asked_of_anyone(page: &Page) {
    open(page, "");
    page.expect_titles(&seed::titles());
    let asked = page.script("return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith('data:'))");
    assert_eq!(asked, serde_json::json!([]));
    assert!(page.server().log().is_empty());
    let text = fs::read_to_string(file()).expect("text");
    assert!(
        text.contains("script-src 'sha384-") || text.contains("script-src &#39;sha384-"),
        "a policy by hashes"
    );
}
