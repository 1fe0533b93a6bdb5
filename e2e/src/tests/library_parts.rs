//! A collection so large that its edition is opened in parts: everything works as in a small one,
//! and a page reads only what it shows.

use serde_json::json;

use crate::{
    page::Page,
    site::Site,
    suite::{Suite, test},
    tests::{
        library::{drop_files, expect_collection, open_library, open_site},
        library_copies::{open_file, saved_by},
        library_exports::{RECORD_FILES, exported},
        offline::stop_host,
    },
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "library_parts",
        site: Site::Parts,
        // Collections have addresses below the base path.
        depends_on_base: true,
        tests: vec![
            // Workers and storage are the engine's own.
            test!(a_large_collection_is_opened_in_parts).in_every_engine(),
            test!(parts_are_there_without_the_network).in_every_engine(),
            test!(a_large_collection_is_exported_and_saved),
            test!(a_large_collection_gets_another_title),
            test!(an_open_page_keeps_its_parts_when_files_are_added),
            test!(an_edition_of_an_earlier_version_is_opened_whole),
            test!(an_edition_of_another_format_is_made_again),
            test!(a_page_that_reads_no_parts_opens_the_edition_whole).against(Site::Build),
        ],
    }
}

/// The number of articles: their edition has more than a mebibyte.
const COUNT: usize = 400;

/// The article with a word that is in no other.
const RARE: usize = 137;

fn title(number: usize) -> String {
    format!("Report {number}")
}

/// Returns the articles as files.
fn files() -> Vec<(String, String)> {
    let text = |number: usize| {
        let words = (0..300).map(|at| format!("w{} ", (number * 31 + at * at) % 7919));
        let rare = if number == RARE { "The breakwater held. " } else { "" };
        format!(
            "---\ntitle: {}\ntags: [{}]\ndate: 2024-03-02\n---\n\n{rare}Asta Lund wrote to the \
             harbour. {}\n",
            title(number),
            if number.is_multiple_of(2) { "even" } else { "odd" },
            words.collect::<String>()
        )
    };
    (0..COUNT).map(|number| (format!("reports/{number}.md"), text(number))).collect()
}

/// Adds the articles, and waits for their collection with its names.
#[track_caller]
fn add(page: &Page) {
    open_site(page);
    let files = files();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    drop_files(page, &files);
    // The search and the names take their time, one after the other.
    page.until("the search", || {
        let is_there = page.script(
            "return Boolean(document.querySelector('#library-open'))
               || location.pathname.includes('/library/')",
        );
        if is_there == true { Ok(()) } else { Err("it is not there".to_owned()) }
    });
    expect_collection(page);
    expect_total(page, COUNT);
}

/// Waits for the first results of so many.
#[track_caller]
fn expect_total(page: &Page, count: usize) {
    page.expect_count(60);
    page.until(&format!("{count} items"), || {
        let text = page.role("status").script("return arguments[0].textContent.trim()");
        let text = text.as_str().unwrap_or_default().to_owned();
        if text.starts_with(&format!("{count} ")) { Ok(()) } else { Err(text) }
    });
}

/// Returns the first bytes of what the page gets for its edition: those of a head or of a whole
/// edition.
fn magic(page: &Page) -> String {
    let script = "const { dataset } = document.querySelector('script[data-edition]');
        return fetch(dataset.edition, { cache: 'reload' })
          .then(response => response.arrayBuffer())
          .then(bytes => String.fromCharCode(...new Uint8Array(bytes, 0, 4)))";
    page.script(script).as_str().unwrap_or_default().to_owned()
}

/// Returns the status of each of these files of the collection.
fn statuses(page: &Page, files: &[String]) -> Vec<i64> {
    let script = format!(
        "return Promise.all({}.map(async file => (await fetch(file)).status))",
        json!(files)
    );
    let statuses = page.script(&script);
    statuses.as_array().into_iter().flatten().filter_map(serde_json::Value::as_i64).collect()
}

/// Returns the address of the page's edition without ".bin".
fn edition(page: &Page) -> String {
    let edition = page.script("return document.querySelector('[data-edition]').dataset.edition");
    edition.as_str().and_then(|it| it.strip_suffix(".bin")).unwrap_or_default().to_owned()
}

#[track_caller]
fn expect_reading_room(page: &Page) {
    page.search("breakwater");
    page.expect_titles(&[&title(RARE)]);
    page.results().role("link").named(&title(RARE)).click();
    page.expect_article(&title(RARE));
    page.until("the text", || {
        let text = page.role("article").text();
        if text.contains("The breakwater held.") { Ok(()) } else { Err(text) }
    });
    page.reload();
    page.expect_article(&title(RARE));
    page.back();
    page.expect_titles(&[&title(RARE)]);
    page.search("");
    expect_total(page, COUNT);
    page.facet_value("Tags", "odd").click();
    expect_total(page, COUNT / 2);
    page.role("navigation").named("Sections").role("link").named("Names").click();
    page.role("main").role("link").starting_with("Asta Lund").one();
}

fn a_large_collection_is_opened_in_parts(page: &Page) {
    add(page);
    assert_eq!(magic(page), "CTPT");
    // A page that opens with a query reads little of it.
    let path = page.path();
    page.open(&format!("{path}?q=breakwater"));
    page.expect_titles(&[&title(RARE)]);
    let read = page.script(
        "return performance.getEntriesByType('resource')
           .filter(({ name }) => /edition-\\w+\\/\\d+\\.bin$/.test(name)).length",
    );
    assert!(read.as_i64().is_some_and(|parts| parts > 0), "{read} parts");
    page.open(&path);
    expect_total(page, COUNT);
    expect_reading_room(page);
    let edition = edition(page);
    let parts = ["/0.bin", "/1.bin", "/9999.bin"].map(|end| edition.clone() + end);
    page.allow_failed_request("edition-");
    page.allow_console_message("edition-");
    assert_eq!(statuses(page, &parts), [200, 200, 404]);
}

fn parts_are_there_without_the_network(page: &Page) {
    add(page);
    let path = page.path();
    page.expect_offline_copy();
    stop_host(page);
    page.open(&path);
    expect_total(page, COUNT);
    expect_reading_room(page);
}

fn a_large_collection_is_exported_and_saved(page: &Page) {
    add(page);
    page.script(RECORD_FILES);
    assert_eq!(exported(page, "CSV").1.lines().count(), COUNT + 1);
    page.reload();
    expect_total(page, COUNT);
    open_library(page);
    let file = saved_by(page, "Save as one file: My articles", "My articles.html");
    open_file(page, &file);
    expect_total(page, COUNT);
    page.search("breakwater");
    page.expect_titles(&[&title(RARE)]);
}

fn a_large_collection_gets_another_title(page: &Page) {
    add(page);
    open_library(page);
    page.role("dialog").role("button").named("Rename My articles").click();
    page.type_text("Tides");
    page.press(Key::Enter);
    page.until("the page of the title", || {
        let text = page.script("return document.readyState === 'complete' && document.title");
        if text == "Tides" { Ok(()) } else { Err(text.to_string()) }
    });
    page.await_program();
    expect_total(page, COUNT);
    page.role("banner").role("link").named("Tides").one();
}

fn an_open_page_keeps_its_parts_when_files_are_added(page: &Page) {
    add(page);
    let added = |number: usize, edition_before: &str| {
        let name = format!("reports/more-{number}.md");
        drop_files(page, &[(&name, &format!("# Buoy {number}\n\nIt is green, with a bell.\n"))]);
        page.until("the next edition", || {
            let now =
                page.script("return document.querySelector('[data-edition]').dataset.edition");
            let now = now.as_str().unwrap_or_default().to_owned();
            if now.contains(edition_before) { Err(now) } else { Ok(()) }
        });
        page.await_program();
        expect_total(page, COUNT + number);
        assert_eq!(magic(page), "CTPT");
        edition(page)
    };
    let first = edition(page);
    let second = added(1, &first);
    // Another tab may show the first edition.
    let parts = |edition: &str| [".bin", "/1.bin", "/2.bin"].map(|end| edition.to_owned() + end);
    assert_eq!(statuses(page, &parts(&first)), [200; 3]);
    let third = added(2, &second);
    assert_eq!(statuses(page, &parts(&second)), [200; 3]);
    assert_ne!(second, third);
    let names = page.script(
        "const names = async folder => {
           const all = [];
           for await (const [name, entry] of folder)
             all.push(...(entry.kind === 'file' ? [name] : await names(entry)));
           return all;
         };
         return navigator.storage.getDirectory().then(names)",
    );
    let names: Vec<&str> =
        names.as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
    let count = |start: &str, end: &str| {
        names.iter().filter(|name| name.starts_with(start) && name.ends_with(end)).count()
    };
    assert_eq!((count("edition-", ".bin"), count("edition-", ".parts")), (2, 2), "{names:?}");
}

fn an_edition_of_an_earlier_version_is_opened_whole(page: &Page) {
    add(page);
    let path = page.path();
    page.script(
        "const remove = async folder => {
           for await (const [name, entry] of folder)
             if (entry.kind === 'directory') await remove(entry);
             else if (name.endsWith('.parts')) await folder.removeEntry(name);
         };
         return navigator.storage.getDirectory().then(remove)",
    );
    assert_eq!(magic(page), "CUTT");
    page.open(&path);
    expect_total(page, COUNT);
    expect_reading_room(page);
}

/// Gives the edition of the only collection another version of its format.
const CHANGE_FORMAT: &str = "
    const change = async folder => {
      for await (const [name, entry] of folder) {
        if (entry.kind === 'directory') await change(entry);
        else if (name.endsWith('.parts')) await folder.removeEntry(name);
        else if (name === 'collection.json' || name.startsWith('edition-')) {
          const bytes = new Uint8Array(await (await entry.getFile()).arrayBuffer());
          const text = name === 'collection.json' ? new TextDecoder().decode(bytes) : '';
          // The version follows eight bytes of magic.
          if (!text) bytes[8] = 1;
          const file = await entry.createWritable();
          await file.write(text ? text.replace(/\"format\":\\d+/, '\"format\":1') : bytes);
          await file.close();
        }
      }
    };
    return navigator.storage.getDirectory().then(change)";

fn an_edition_of_another_format_is_made_again(page: &Page) {
    add(page);
    let (path, edition_before) = (page.path(), edition(page));
    page.script(CHANGE_FORMAT);
    // The browser may still read parts of the edition that it has changed.
    page.allow_failed_request("edition-");
    page.allow_console_message("edition-");
    page.allow_console_message("format");
    page.open(&path);
    page.until("the next edition", || {
        let now = edition(page);
        if now == edition_before { Err(now) } else { Ok(()) }
    });
    page.await_program();
    expect_total(page, COUNT);
    expect_reading_room(page);
}

fn a_page_that_reads_no_parts_opens_the_edition_whole(page: &Page) {
    add(page);
    assert_eq!(magic(page), "CUTT");
    expect_reading_room(page);
}
