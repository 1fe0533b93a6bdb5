//! What a person sees when something went wrong on the way: words, never a blank page.

use cuttings_edition::{FORMAT_VERSION, MAGIC};
use std::time::Duration;

use crate::{
    page::Page,
    runner::{Site, Test, suite},
    seed,
    server::Accident,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "accidents",
        Site::Built,
        [
            damaged_text_is_said_to_be_damaged,
            another_version_of_the_edition_is_refused,
            a_missing_program_is_said_to_be_missing,
            a_missing_start_is_said_to_be_missing,
            a_host_that_goes_away_takes_nothing_along,
            a_slow_program_arrives_in_the_end,
            without_javascript_there_are_words,
        ]
    )
}

/// The path of the page's one WebAssembly file.
#[track_caller]
fn program(page: &Page) -> String {
    asset(page, "data-program=\"")
}

/// The path that stands behind `mark` on the front page.
#[track_caller]
fn asset(page: &Page, mark: &str) -> String {
    let server = page.server();
    let front = server.files().read("index.html").expect("a front page");
    let front = String::from_utf8(front).expect("text");
    let from = front.find(mark).unwrap_or_else(|| panic!("no {mark} in {front}")) + mark.len();
    let path = front[from..].split('"').next().expect("a path");
    path.strip_prefix(server.base()).unwrap_or(path).to_owned()
}

/// Has the host know nothing of the program; its path.
#[track_caller]
pub(crate) fn lose_the_program(page: &Page) -> String {
    page.server().without_worker();
    let path = program(page);
    page.allowances().failing(&path);
    page.allowances().complaint(&path); // what went wrong is told the console as well
    page.server().befall(&path, Accident::Missing);
    path
}

/// Damages the program so many bytes behind each place that holds `mark`, and opens it.
#[track_caller]
fn open_with_damage_at(page: &Page, mark: &[u8], further: usize) {
    page.server().without_worker();
    let path = program(page);
    let mut bytes = page.server().files().read(&path).expect("the program");
    let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(mark)).collect();
    assert!(!places.is_empty(), "the edition is in the program");
    for at in places {
        bytes[at + further] ^= 1;
    }
    page.server().befall(&path, Accident::Changed(bytes));
    page.open("/");
}

/// Waits for words on the page, which can still be read.
#[track_caller]
fn expect_words(page: &Page, wanted: &[&str]) {
    page.until(&format!("words that hold one of {wanted:?}"), || {
        let words = page.script("return document.body.innerText.trim()");
        let words = words.as_str().unwrap_or_default().to_lowercase();
        if wanted.iter().any(|part| words.contains(part)) {
            Ok(())
        } else {
            Err(format!("{words:?}"))
        }
    });
    page.expect_titles(&seed::titles());
}

fn damaged_text_is_said_to_be_damaged(page: &Page) {
    // Small enough not to be seen: one letter in the middle of an article.
    open_with_damage_at(page, b"Rustem Umerov has sought", 3);
    expect_words(page, &["cannot be opened", "damaged"]);
}

fn another_version_of_the_edition_is_refused(page: &Page) {
    let start = [&MAGIC[..], &FORMAT_VERSION.to_le_bytes()].concat();
    open_with_damage_at(page, &start, MAGIC.len());
    expect_words(page, &["cannot be opened", "version"]);
}

fn a_missing_program_is_said_to_be_missing(page: &Page) {
    lose_the_program(page);
    page.open("/");
    expect_words(page, &["could not be loaded", "cannot be loaded"]);
}

fn a_missing_start_is_said_to_be_missing(page: &Page) {
    page.server().without_worker();
    let path = asset(page, "data-glue=\"");
    page.allowances().failing(&path);
    page.allowances().complaint(&path); // what went wrong is told the console as well
    page.allowances().complaint("Importing a module script failed"); // WebKit does not say which
    page.server().befall(&path, Accident::Missing);
    page.open("/");
    expect_words(page, &["could not be loaded", "cannot be loaded"]);
}

fn a_host_that_goes_away_takes_nothing_along(page: &Page) {
    page.server().without_worker();
    page.open("/");
    page.expect_titles(&seed::titles());
    page.server_mut().switch_off();
    page.search("umerov");
    page.expect_titles(&seed::holding("umerov"));
    let title = seed::ARTICLES[1].0;
    page.results().role("link").named(title).click();
    page.expect_reader(title);
    page.role("link").named("Back to results").click();
    page.expect_titles(&seed::holding("umerov"));
    page.server_mut().switch_on().expect("the port is still ours");
}

fn a_slow_program_arrives_in_the_end(page: &Page) {
    page.server().without_worker();
    let path = program(page);
    page.server().befall(&path, Accident::Slow(Duration::from_millis(1500)));
    page.open("/");
    page.expect_titles(&seed::titles());
}

fn without_javascript_there_are_words(page: &Page) {
    page.without_javascript(true);
    page.allowances().failing(".js"); // the browser gives up what it began to load ahead
    page.open_at_once("/");
    expect_words(page, &["javascript"]);
}
