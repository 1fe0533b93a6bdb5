//! Faults of the network and of files: the page always shows a message, never nothing.

use cuttings_edition::{FORMAT_VERSION, MAGIC};

use crate::{
    page::Page,
    seed,
    server::Fault,
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "faults",
        site: Site::Build,
        // The program's files have URLs below the base path.
        depends_on_base: true,
        tests: vec![
            // Engines report failed modules and damaged programs in their own ways.
            test!(an_edition_of_another_version_is_rejected).in_every_engine(),
            test!(without_the_boot_script_the_published_page_stays).in_every_engine(),
            test!(a_missing_program_shows_a_message),
            test!(a_damaged_edition_is_rejected),
            test!(the_page_works_after_the_host_stops),
            test!(a_late_program_still_takes_over),
            // Only developer tools can disable JavaScript.
            test!(without_javascript_the_page_shows_a_message),
        ],
    }
}

/// Flips a bit of the program at an offset from each place that contains `bytes`, and opens it.
#[track_caller]
fn open_damaged(page: &Page, bytes: &[u8], offset: usize) {
    page.server().disable_worker();
    let path = page.program_path();
    let mut program = page.server().files().read(&path).expect("the program exists");
    let places: Vec<usize> =
        (0..program.len()).filter(|at| program[*at..].starts_with(bytes)).collect();
    assert!(!places.is_empty(), "the program contains the edition");
    for place in places {
        program[place + offset] ^= 1;
    }
    page.server().inject(&path, Fault::Replaced(program));
    page.open("/");
}

/// Waits for a message with one of these texts. The published page must still be readable.
#[track_caller]
fn expect_message(page: &Page, texts: &[&str]) {
    page.until(&format!("a message with one of {texts:?}"), || {
        let text = page.script("return document.body.innerText.trim()");
        let text = text.as_str().unwrap_or_default().to_lowercase();
        if texts.iter().any(|part| text.contains(part)) { Ok(()) } else { Err(format!("{text:?}")) }
    });
    page.expect_titles(&seed::titles());
}

fn a_damaged_edition_is_rejected(page: &Page) {
    // The damage is small: one letter in the middle of an article.
    open_damaged(page, b"Rustem Umerov has sought", 3);
    expect_message(page, &["cannot be opened", "damaged"]);
}

fn an_edition_of_another_version_is_rejected(page: &Page) {
    let start = [&MAGIC[..], &FORMAT_VERSION.to_le_bytes()].concat();
    open_damaged(page, &start, MAGIC.len());
    expect_message(page, &["cannot be opened", "version"]);
}

fn a_missing_program_shows_a_message(page: &Page) {
    page.remove_program();
    page.open("/");
    expect_message(page, &["could not be loaded", "cannot be loaded"]);
}

fn without_the_boot_script_the_published_page_stays(page: &Page) {
    let path = page.boot_script_path();
    page.remove_file(&path);
    page.open_published("/");
    page.expect_titles(&seed::titles());
}

fn the_page_works_after_the_host_stops(page: &Page) {
    page.server().disable_worker();
    page.open("/");
    page.expect_titles(&seed::titles());
    page.server_mut().stop();
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
    let title = seed::ARTICLES[1].0;
    page.results().role("link").named(title).click();
    page.expect_article(title);
    page.role("link").named("Back to results").click();
    page.expect_titles(&seed::matching("umerov"));
    page.server_mut().restart().expect("the port is still free");
}

fn a_late_program_still_takes_over(page: &Page) {
    page.server().disable_worker();
    let path = page.program_path();
    page.server().inject(&path, Fault::Held);
    page.open_published("/");
    page.expect_titles(&seed::titles());
    // The boot script has run and waits for the program: it reports no failure.
    let notice_is_hidden = page.script("return document.getElementById('notice').hidden");
    assert_eq!(notice_is_hidden, true);
    page.server().clear(&path);
    page.await_program();
    page.search("umerov");
    page.expect_titles(&seed::matching("umerov"));
}

fn without_javascript_the_page_shows_a_message(page: &Page) {
    page.disable_javascript();
    page.allow_failed_request(".js"); // the browser cancels its preloads
    page.open_published("/");
    expect_message(page, &["javascript"]);
}
